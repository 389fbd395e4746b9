"""Windows to choose from for one radiograph."""

from core.imaging.greyscale import MeasuredRange, full_range_options
from core.imaging.radiograph import Radiograph, VoiTransform
from core.language import Worded, mark, tr

LUNG_PERCENTS = (1.0, 65.0)
"""Share of the darker pixels that the lung preset spreads over all greys: air and lung, without spine and abdomen."""
BONE_PERCENTS = (35.0, 99.5)
"""Likewise for dense tissue."""
LUNGS = mark("Lungs")
BONES = mark("Bones and mediastinum")


def file_presets(radiograph: Radiograph) -> tuple[tuple[str, VoiTransform], ...]:
    """The ways the file itself offers, with a name each, as a person reads it."""
    named = []
    for number, voi in enumerate(radiograph.voi_options, start=1):
        if isinstance(voi, MeasuredRange) and number > 1:
            continue
        fallback = tr("As the file asks") if number == 1 else tr("The file's window {number}").format(number=number)
        is_own_word = isinstance(voi, MeasuredRange) or isinstance(voi.explanation, Worded)
        own = tr(voi.explanation) if is_own_word else voi.explanation
        named.append((own or fallback, voi))
    return tuple(named)


def measured_presets(radiograph: Radiograph) -> tuple[tuple[str, VoiTransform], ...]:
    """Windows measured on this image's pixels when first chosen, with a name each, as `tr` takes it."""
    full, trimmed = full_range_options(radiograph.stored, radiograph.padding, radiograph.modality_transform)
    return (
        (full.explanation, full),
        (trimmed.explanation, trimmed),
        (LUNGS, _by_brightness(radiograph, LUNG_PERCENTS, LUNGS)),
        (BONES, _by_brightness(radiograph, BONE_PERCENTS, BONES)),
    )


def _by_brightness(radiograph: Radiograph, percents: tuple[float, float], name: str) -> MeasuredRange:
    """A range from the darkest to the brightest as shown: where larger values are darker it counts from above."""
    low, high = percents
    if radiograph.inverse:
        low, high = 100.0 - high, 100.0 - low
    return MeasuredRange(
        radiograph.stored, radiograph.padding, radiograph.modality_transform, low, high, explanation=name
    )
