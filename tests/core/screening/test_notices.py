from dataclasses import replace

import numpy as np
import pytest

from core.imaging.radiograph import (
    Acquisition,
    ImageFormat,
    PatientStudy,
    PixelSpacing,
    ProcessingStep,
    Radiograph,
    SpacingKind,
    Stage,
    Stated,
    ViewPosition,
)
from core.screening.notices import Notice, NoticeKind, NoticeSeverity, notices_of, notices_of_picture


def acquired(radiograph: Radiograph, **facts: object) -> Radiograph:
    return replace(radiograph, acquisition=replace(radiograph.acquisition, **facts))


def of_kind(radiograph: Radiograph, kind: NoticeKind) -> Notice | None:
    return next((notice for notice in notices_of(radiograph) if notice.kind is kind), None)


def test_an_ordinary_frontal_chest_with_a_size_has_no_notices(radiograph: Radiograph) -> None:
    plain = replace(
        radiograph,
        spacing=PixelSpacing(0.2, 0.2, SpacingKind.AT_DETECTOR, "test"),
        patient_study=PatientStudy(age_years=Stated(47.0, "test")),
        acquisition=Acquisition(
            modality=Stated("DX", "test"),
            body_part=Stated("CHEST", "test"),
            view_position=Stated(ViewPosition.PA, "test"),
            presentation_intent=Stated("FOR PRESENTATION", "test"),
            burned_in_annotation=Stated(value=False, provenance="test"),
            lossy_compression=Stated(value=False, provenance="test"),
        ),
    )
    assert notices_of(plain) == ()


@pytest.mark.parametrize(
    ("facts", "kind", "word"),
    [
        ({"view_position": Stated(ViewPosition.LATERAL, "t")}, NoticeKind.VIEW_NOT_FRONTAL, "lateral"),
        ({}, NoticeKind.VIEW_NOT_STATED, "frontal"),
        ({"burned_in_annotation": Stated(True, "t")}, NoticeKind.BURNED_IN_ANNOTATION, "text"),
        (
            {"lossy_compression": Stated(True, "t"), "lossy_compression_ratio": 12.5},
            NoticeKind.LOSSY_COMPRESSION,
            "12.5 to 1",
        ),
        ({"presentation_intent": Stated("FOR PROCESSING", "t")}, NoticeKind.FOR_PROCESSING, "raw"),
        ({"body_part": Stated("FOOT", "t")}, NoticeKind.BODY_PART_NOT_CHEST, "FOOT"),
        ({"modality": Stated("CT", "t")}, NoticeKind.MODALITY_UNUSUAL, "CT"),
    ],
)
def test_a_warning_names_the_fact(
    radiograph: Radiograph, facts: dict[str, object], kind: NoticeKind, word: str
) -> None:
    notice = of_kind(acquired(radiograph, **facts), kind)
    assert notice is not None
    assert notice.severity is NoticeSeverity.WARNING
    assert word in notice.sentence
    assert notice.sentence.endswith(".")


@pytest.mark.parametrize("body_part", ["CHEST", "Thorax", "chest pa", "CHEST_ABDOMEN", "LUNG", "", "  ", "_", ","])
def test_spellings_of_the_chest_and_an_empty_body_part_pass(radiograph: Radiograph, body_part: str) -> None:
    assert of_kind(acquired(radiograph, body_part=Stated(body_part, "t")), NoticeKind.BODY_PART_NOT_CHEST) is None


@pytest.mark.parametrize(("years", "is_child"), [(0.2, True), (15.9, True), (16.0, False), (80.0, False)])
def test_a_child_is_below_sixteen(radiograph: Radiograph, years: float, is_child: bool) -> None:
    aged = replace(radiograph, patient_study=PatientStudy(age_years=Stated(years, "t")))
    assert (of_kind(aged, NoticeKind.CHILD) is not None) is is_child


def test_age_of_an_infant_is_told_in_months(radiograph: Radiograph) -> None:
    notice = of_kind(replace(radiograph, patient_study=PatientStudy(age_years=Stated(0.5, "t"))), NoticeKind.CHILD)
    assert notice is not None
    assert "6 months" in notice.sentence


def test_inversion_colour_frames_and_size_are_told(radiograph: Radiograph) -> None:
    odd = replace(
        radiograph,
        inverse=True,
        frame_index=1,
        frame_count=3,
        steps=(ProcessingStep(Stage.GREYSCALE, "luma", "RGB", loses_colour=True),),
    )
    kinds = {notice.kind for notice in notices_of(odd)}
    assert kinds >= {
        NoticeKind.INVERTED_ONCE,
        NoticeKind.SEVERAL_FRAMES,
        NoticeKind.CONVERTED_FROM_COLOUR,
        NoticeKind.NO_PHYSICAL_SIZE,
    }
    frames = of_kind(odd, NoticeKind.SEVERAL_FRAMES)
    assert frames is not None
    assert "3 frames; only frame 2" in frames.sentence


def test_an_inversion_that_the_standard_provides_for_is_no_alarm(radiograph: Radiograph) -> None:
    notice = of_kind(replace(radiograph, inverse=True), NoticeKind.INVERTED_ONCE)
    assert notice is not None
    assert notice.severity is NoticeSeverity.INFO


@pytest.mark.parametrize(
    ("loses_colour", "severity", "word"),
    [(True, NoticeSeverity.WARNING, "screenshot"), (False, NoticeSeverity.INFO, "only grey")],
)
def test_colour_is_told_from_grey_stored_as_colour(
    radiograph: Radiograph, loses_colour: bool, severity: NoticeSeverity, word: str
) -> None:
    step = ProcessingStep(Stage.GREYSCALE, "luma", "RGB", loses_colour)
    notice = of_kind(
        replace(radiograph, photometric_interpretation="RGB", steps=(step,)), NoticeKind.CONVERTED_FROM_COLOUR
    )
    assert notice is not None
    assert notice.severity is severity
    assert word in notice.sentence


def test_what_a_picture_format_cannot_state_is_no_warning(radiograph: Radiograph) -> None:
    picture = acquired(replace(radiograph, format=ImageFormat.JPEG), lossy_compression=Stated(True, "t"))
    assert {notice.severity for notice in notices_of(picture)} == {NoticeSeverity.INFO}


def test_warnings_come_first(radiograph: Radiograph) -> None:
    severities = [notice.severity for notice in notices_of(replace(radiograph, inverse=True))]
    assert severities == sorted(severities, key=lambda severity: severity is NoticeSeverity.INFO)


@pytest.mark.parametrize(
    ("values", "said"), [(1, "one single grey value"), (2, "only 2 grey values"), (15, "only 15"), (16, None)]
)
def test_a_picture_without_shades_is_no_radiograph(values: int, said: str | None) -> None:
    display = np.resize(np.arange(values, dtype=np.uint8) * 16, (300, 400))
    sentences = [notice.sentence for notice in notices_of_picture(display)]
    assert len(sentences) == (said is not None)
    assert said is None or said in sentences[0]
