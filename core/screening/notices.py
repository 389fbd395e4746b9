"""What a person must know about a scan before believing anything computed from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from core.imaging.radiograph import DisplayPixels, ImageFormat, Radiograph

CHILD_BELOW_YEARS = 16.0
"""Age below which a scan is called a child's.

The children among the bundled model's training images are Kermany's, one to five years old, none of them with
COVID-19; its COVID-19 images come from collections of adult cases. So age and class are mixed up in it, and what it
says of a child is worth less. Sixteen, not eighteen, because the thorax of a sixteen-year-old looks like an adult's
on a radiograph, and the model knows nothing of birthdays.
"""

RADIOGRAPH_MODALITIES = frozenset({"CR", "DX", "RG", "RF", "SC", "OT"})
"""DICOM modalities that a projection radiograph may carry; SC and OT are what converters write."""

CHEST_BODY_PARTS = frozenset({"CHEST", "THORAX", "LUNG", "LUNGS", "RIB", "RIBS", "CHESTABDOMEN", "CHEST ABDOMEN"})
"""Values of Body Part Examined (PS3.16 annex L) on images that show the lungs, and common spellings of them."""


FEWEST_GREY_VALUES = 16
"""Grey values that a displayed radiograph has at least, by far: fewer are a blank page, a drawing or a wrong window."""

_SAMPLES_PER_SIDE = 256


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
        sentence: One plain sentence, without the patient's identity.
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
    count = "one single grey value" if values == 1 else f"only {values} grey values"
    sentence = f"The picture as shown has {count}, too few for a radiograph; the model's answer means nothing."
    return (_warning(NoticeKind.FEW_GREY_VALUES, sentence),)


def _warning(kind: NoticeKind, sentence: str) -> Notice:
    return Notice(kind, NoticeSeverity.WARNING, sentence)


def _notices_of_projection(radiograph: Radiograph) -> Iterator[Notice]:
    """What is shown, from which side, by which kind of machine."""
    acquisition = radiograph.acquisition
    if acquisition.view_position is None:
        # A picture format has no place to state the view, so its absence says nothing about this file.
        severity = NoticeSeverity.WARNING if radiograph.format is ImageFormat.DICOM else NoticeSeverity.INFO
        sentence = "The file does not state the view; the model may only judge frontal (PA or AP) views."
        yield Notice(NoticeKind.VIEW_NOT_STATED, severity, sentence)
    elif not acquisition.view_position.value.is_frontal:
        view = acquisition.view_position.value.value.lower()
        yield _warning(
            NoticeKind.VIEW_NOT_FRONTAL, f"The file states the view as {view}; the model may only judge frontal views."
        )
    body_part = acquisition.body_part
    if body_part is not None and any(map(str.isalnum, body_part.value)) and not _is_chest(body_part.value):
        yield _warning(
            NoticeKind.BODY_PART_NOT_CHEST,
            f"The file states the body part as {_quoted(body_part.value)}, not the chest; the model only knows chests.",
        )
    modality = acquisition.modality
    if modality is not None and modality.value.strip().upper() not in RADIOGRAPH_MODALITIES:
        yield _warning(
            NoticeKind.MODALITY_UNUSUAL,
            f"The file states the modality {_quoted(modality.value)}, which is not that of a plain radiograph.",
        )


def _notices_of_patient(radiograph: Radiograph) -> Iterator[Notice]:
    study = radiograph.patient_study
    if study.age_years is not None and study.age_years.value < CHILD_BELOW_YEARS:
        yield _warning(
            NoticeKind.CHILD,
            f"The patient is a child ({study.age_in_words}); what holds for adults need not hold for children, and the"
            " model may tell age instead of disease.",
        )


def _notices_of_pixels(radiograph: Radiograph) -> Iterator[Notice]:
    """What was done to the pixels before and after they were stored."""
    acquisition = radiograph.acquisition
    intent = acquisition.presentation_intent
    if intent is not None and intent.value.strip().upper() == "FOR PROCESSING":
        yield _warning(
            NoticeKind.FOR_PROCESSING,
            "The file is raw detector data (FOR PROCESSING), not made to be looked at; open the version for"
            " presentation instead.",
        )
    if acquisition.burned_in_annotation is not None and acquisition.burned_in_annotation.value:
        yield _warning(
            NoticeKind.BURNED_IN_ANNOTATION,
            "The file states that text is burned into the picture; it can mislead the model and may name the patient.",
        )
    if acquisition.lossy_compression is not None and acquisition.lossy_compression.value:
        ratio = acquisition.lossy_compression_ratio
        by_how_much = f" about {ratio:.3g} to 1" if ratio is not None and ratio > 0 else ""
        # Every JPEG is lossy, and the bundled model learned from JPEGs: only in DICOM is it worth a warning.
        severity = NoticeSeverity.WARNING if radiograph.format is ImageFormat.DICOM else NoticeSeverity.INFO
        sentence = f"The picture was compressed with loss{by_how_much}; fine detail may be missing."
        yield Notice(NoticeKind.LOSSY_COMPRESSION, severity, sentence)
    if radiograph.inverse:
        # MONOCHROME1 is how many detectors store their images: to be known, not to be alarmed by.
        yield Notice(
            NoticeKind.INVERTED_ONCE,
            NoticeSeverity.INFO,
            "The file stores bright as dark and was inverted once for display; check that the lungs look dark.",
        )
    yield from _notices_of_colour(radiograph)


def _notices_of_colour(radiograph: Radiograph) -> Iterator[Notice]:
    """Real colour is suspicious in a radiograph; grey that is stored as colour is a habit of programs."""
    if any(step.loses_colour for step in radiograph.steps):
        yield _warning(
            NoticeKind.CONVERTED_FROM_COLOUR,
            "The picture is in colour and was reduced to grey; it may be a screenshot, a photograph or a scan.",
        )
    elif not radiograph.photometric_interpretation.startswith("MONOCHROME"):
        yield Notice(
            NoticeKind.CONVERTED_FROM_COLOUR,
            NoticeSeverity.INFO,
            "The picture is stored in colour but holds only grey; nothing was lost by reducing it.",
        )


def _notices_of_storage(radiograph: Radiograph) -> Iterator[Notice]:
    if radiograph.frame_count > 1:
        yield _warning(
            NoticeKind.SEVERAL_FRAMES,
            f"The file holds {radiograph.frame_count} frames; only frame {radiograph.frame_index + 1} was used.",
        )
    if radiograph.spacing is None:
        yield Notice(
            NoticeKind.NO_PHYSICAL_SIZE,
            NoticeSeverity.INFO,
            "The file does not state the size of a pixel, so lengths are in pixels.",
        )


def _is_chest(body_part: str) -> bool:
    # Free text by way of habit, e.g. "CHEST PA" or "Thorax a.p.": the first word decides.
    words = body_part.replace("_", " ").replace(",", " ").upper().split()
    return " ".join(words) in CHEST_BODY_PARTS or (bool(words) and words[0] in CHEST_BODY_PARTS)


def _quoted(text: str) -> str:
    """Quote a header's text for a sentence: printable and short."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text.strip())
    return f"“{printable[:40]}”"
