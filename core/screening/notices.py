"""What a person must know about a scan before believing anything computed from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from core.imaging.radiograph import DisplayPixels, ImageFormat, Radiograph, ViewPosition
from core.language import Worded, mark, tr
from core.number_format import general, tr_count

CHILD_BELOW_YEARS = 16.0
"""Age below which a scan is called a child's.

The children among the bundled model's training images are Kermany's, one to five years old, none of them with
COVID-19; its COVID-19 images come from collections of adult cases. So age and class are mixed up in it, and what it
says of a child is worth less. Sixteen, not eighteen, because the thorax of a sixteen-year-old looks like an adult's
on a radiograph, and the model knows nothing of birthdays.
"""

RADIOGRAPH_MODALITIES = frozenset({"CR", "DX", "RG", "RF", "SC", "OT"})
"""DICOM modalities that a projection radiograph may carry; SC and OT are what converters write."""

CHEST_BODY_PARTS = frozenset(
    {"CHEST", "THORAX", "LUNG", "LUNGS", "RIB", "RIBS", "CHESTABDOMEN", "CHEST ABDOMEN"}  # untranslated: DICOM
)
"""Values of Body Part Examined (PS3.16 annex L) on images that show the lungs, and common spellings of them."""


FEWEST_GREY_VALUES = 16
"""Grey values that a displayed radiograph has at least, by far: fewer are a blank page, a drawing or a wrong window."""

_SAMPLES_PER_SIDE = 256

_NOT_FRONTAL = {
    ViewPosition.LATERAL: mark("The file states the view as lateral; the model may only judge frontal views."),
    ViewPosition.OBLIQUE: mark("The file states the view as oblique; the model may only judge frontal views."),
    ViewPosition.OTHER: mark("The file states the view as other; the model may only judge frontal views."),
}


class NoticeKind(StrEnum):
    """What a notice is about. The values are stable: they are written into JSON."""

    FEW_GREY_VALUES = "few_grey_values"
    VIEW_NOT_FRONTAL = "view_not_frontal"
    VIEW_NOT_STATED = "view_not_stated"
    BURNED_IN_ANNOTATION = "burned_in_annotation"
    LOSSY_COMPRESSION = "lossy_compression"
    INVERTED_ONCE = "inverted_once"
    CHILD = "child"
    FOR_PROCESSING = "for_processing"
    BODY_PART_NOT_CHEST = "body_part_not_chest"
    MODALITY_UNUSUAL = "modality_unusual"
    CONVERTED_FROM_COLOUR = "converted_from_colour"
    SEVERAL_FRAMES = "several_frames"
    NO_PHYSICAL_SIZE = "no_physical_size"


class NoticeSeverity(StrEnum):
    """How much a notice matters."""

    INFO = "info"
    WARNING = "warning"


@dataclass(frozen=True)
class Notice:
    """One thing to know about a scan.

    Attributes:
        kind: What it is about.
        severity: Whether it can change what the result is worth.
        sentence: One plain sentence, without the patient's identity; English as it is, shown by `tr`.
    """

    kind: NoticeKind
    severity: NoticeSeverity
    sentence: str


def notices_of(radiograph: Radiograph) -> tuple[Notice, ...]:
    """Everything to know about a scan, from its header and from how its pixels were read; warnings first.

    Args:
        radiograph: The scan.
    """
    found = (
        *_notices_of_projection(radiograph),
        *_notices_of_patient(radiograph),
        *_notices_of_pixels(radiograph),
        *_notices_of_storage(radiograph),
    )
    return tuple(sorted(found, key=lambda notice: notice.severity is not NoticeSeverity.WARNING))


def notices_of_picture(display: DisplayPixels) -> tuple[Notice, ...]:
    """What the picture itself tells, whatever its header says.

    Args:
        display: (rows, columns) of uint8, as displayed; about 256 x 256 of its pixels are looked at.
    """
    step = max(1, min(display.shape) // _SAMPLES_PER_SIDE)
    values = int(np.count_nonzero(np.bincount(display[::step, ::step].ravel())))
    if values >= FEWEST_GREY_VALUES:
        return ()
    return (_warning(NoticeKind.FEW_GREY_VALUES, Worded(lambda: _few_grey_values(values))),)


def _few_grey_values(count: int) -> str:
    return tr_count(
        "The picture as shown has one single grey value, too few for a radiograph; the model's answer means nothing.",
        "The picture as shown has only {count} grey values, too few for a radiograph; the model's answer means"
        " nothing.",
        count,
    )


def _warning(kind: NoticeKind, sentence: str) -> Notice:
    return Notice(kind, NoticeSeverity.WARNING, sentence)


def _notices_of_projection(radiograph: Radiograph) -> Iterator[Notice]:
    """What is shown, from which side, by which kind of machine."""
    acquisition = radiograph.acquisition
    if acquisition.view_position is None:
        # A picture format has no place to state the view, so its absence says nothing about this file.
        severity = NoticeSeverity.WARNING if radiograph.format is ImageFormat.DICOM else NoticeSeverity.INFO
        sentence = mark("The file does not state the view; the model may only judge frontal (PA or AP) views.")
        yield Notice(NoticeKind.VIEW_NOT_STATED, severity, sentence)
    elif not acquisition.view_position.value.is_frontal:
        yield _warning(NoticeKind.VIEW_NOT_FRONTAL, _NOT_FRONTAL[acquisition.view_position.value])
    body_part = acquisition.body_part
    if body_part is not None and any(map(str.isalnum, body_part.value)) and not _is_chest(body_part.value):
        yield _warning(
            NoticeKind.BODY_PART_NOT_CHEST,
            _about(
                mark("The file states the body part as {stated}, not the chest; the model only knows chests."),
                _quoted(body_part.value),
            ),
        )
    modality = acquisition.modality
    if modality is not None and modality.value.strip().upper() not in RADIOGRAPH_MODALITIES:
        yield _warning(
            NoticeKind.MODALITY_UNUSUAL,
            _about(
                mark("The file states the modality {stated}, which is not that of a plain radiograph."),
                _quoted(modality.value),
            ),
        )


def _about(template: str, stated: str) -> str:
    return Worded(lambda: tr(template).format(stated=stated))


def _compressed(ratio: float | None) -> str:
    if ratio is None or ratio <= 0:
        return tr("The picture was compressed with loss; fine detail may be missing.")
    text = tr("The picture was compressed with loss about {ratio} to 1; fine detail may be missing.")
    return text.format(ratio=general(ratio, 3))


def _notices_of_patient(radiograph: Radiograph) -> Iterator[Notice]:
    study = radiograph.patient_study
    if study.age_years is not None and study.age_years.value < CHILD_BELOW_YEARS:
        yield _warning(
            NoticeKind.CHILD,
            Worded(
                lambda: tr(
                    "The patient is a child ({age}); what holds for adults need not hold for children, and the model"
                    " may tell age instead of disease."
                ).format(age=study.age_in_words)
            ),
        )


def _notices_of_pixels(radiograph: Radiograph) -> Iterator[Notice]:
    """What was done to the pixels before and after they were stored."""
    acquisition = radiograph.acquisition
    intent = acquisition.presentation_intent
    if intent is not None and intent.value.strip().upper() == "FOR PROCESSING":
        yield _warning(
            NoticeKind.FOR_PROCESSING,
            mark(
                "The file is raw detector data (FOR PROCESSING), not made to be looked at; open the version for"
                " presentation instead."
            ),
        )
    if acquisition.burned_in_annotation is not None and acquisition.burned_in_annotation.value:
        yield _warning(
            NoticeKind.BURNED_IN_ANNOTATION,
            mark(
                "The file states that text is burned into the picture; it can mislead the model and may name the"
                " patient."
            ),
        )
    if acquisition.lossy_compression is not None and acquisition.lossy_compression.value:
        # Every JPEG is lossy, and the bundled model learned from JPEGs: only in DICOM is it worth a warning.
        severity = NoticeSeverity.WARNING if radiograph.format is ImageFormat.DICOM else NoticeSeverity.INFO
        ratio = acquisition.lossy_compression_ratio
        yield Notice(NoticeKind.LOSSY_COMPRESSION, severity, Worded(lambda: _compressed(ratio)))
    if radiograph.inverse:
        # MONOCHROME1 is how many detectors store their images: to be known, not to be alarmed by.
        yield Notice(
            NoticeKind.INVERTED_ONCE,
            NoticeSeverity.INFO,
            mark("The file stores bright as dark and was inverted once for display; check that the lungs look dark."),
        )
    yield from _notices_of_colour(radiograph)


def _notices_of_colour(radiograph: Radiograph) -> Iterator[Notice]:
    """Real colour is suspicious in a radiograph; grey that is stored as colour is a habit of programs."""
    if any(step.loses_colour for step in radiograph.steps):
        yield _warning(
            NoticeKind.CONVERTED_FROM_COLOUR,
            mark("The picture is in colour and was reduced to grey; it may be a screenshot, a photograph or a scan."),
        )
    elif not radiograph.photometric_interpretation.startswith("MONOCHROME"):
        yield Notice(
            NoticeKind.CONVERTED_FROM_COLOUR,
            NoticeSeverity.INFO,
            mark("The picture is stored in colour but holds only grey; nothing was lost by reducing it."),
        )


def _notices_of_storage(radiograph: Radiograph) -> Iterator[Notice]:
    count, used = radiograph.frame_count, radiograph.frame_index + 1
    if count > 1:
        yield _warning(
            NoticeKind.SEVERAL_FRAMES,
            Worded(
                lambda: tr("The file holds {count} frames; only frame {number} was used.").format(
                    count=count, number=used
                )
            ),
        )
    if radiograph.spacing is None:
        yield Notice(
            NoticeKind.NO_PHYSICAL_SIZE,
            NoticeSeverity.INFO,
            mark("The file does not state the size of a pixel, so lengths are in pixels."),
        )


def _is_chest(body_part: str) -> bool:
    # Free text by way of habit, e.g. "CHEST PA" or "Thorax a.p.": the first word decides.
    words = body_part.replace("_", " ").replace(",", " ").upper().split()
    return " ".join(words) in CHEST_BODY_PARTS or (bool(words) and words[0] in CHEST_BODY_PARTS)


def _quoted(text: str) -> str:
    """Quote a header's text for a sentence: printable and short."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text.strip())
    return f"“{printable[:40]}”"
