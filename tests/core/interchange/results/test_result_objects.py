"""What stands in the objects."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pytest
from PIL import Image
from pydicom import dcmread
from pydicom.dataset import Dataset

from core.durable_files import write_durably
from core.errors import JobCancelledError, NoStudyToJoinError, OutputNotWritableError, ResultNotPossibleError
from core.imaging.drawn_measurement import DrawnMeasurement, MeasurementKind
from core.imaging.greyscale import VoiWindow
from core.imaging.measurement import Point
from core.imaging.reading import read_radiograph
from core.interchange.results import writing
from core.interchange.results.source import ResultKind, ResultSource, obstacle_to
from core.interchange.results.writing import write_result_objects
from core.jobs import CancellationToken, JobContext
from core.screening.result import OVERRIDE_NOTICE, RESEARCH_USE_NOTICE, Override
from tests.core.interchange.results.conftest import COMMENT, MADE, PDF, MakeSource, WriteKind, refused


def items(dataset: Dataset) -> Iterator[tuple[str, Dataset]]:
    """Every content item of a report with the meaning of its concept."""
    for item in dataset.get("ContentSequence", ()):
        name = item.ConceptNameCodeSequence[0].CodeMeaning if "ConceptNameCodeSequence" in item else ""
        yield name, item
        yield from items(item)


def numbers(dataset: Dataset) -> dict[str, tuple[float, str]]:
    """The first number under each name, with its unit."""
    found: dict[str, tuple[float, str]] = {}
    for name, item in items(dataset):
        if item.ValueType == "NUM":
            value = item.MeasuredValueSequence[0]
            unit = value.MeasurementUnitsCodeSequence[0].CodeValue
            found.setdefault(name, (float(value.NumericValue), unit))
    return found


def code_of(dataset: Dataset, name: str) -> tuple[str, str]:
    """The value of the coded item of a name."""
    item = next(item for found, item in items(dataset) if found == name and item.ValueType == "CODE")
    code = item.ConceptCodeSequence[0]
    return code.CodeValue, code.CodingSchemeDesignator


def test_all_kinds_join_the_study_as_series_of_their_own(
    make_dx: Callable[..., Path], make_source: MakeSource, tmp_path: Path
) -> None:
    scan = make_dx()
    paths = write_result_objects(
        make_source(scan), list(ResultKind), tmp_path / "out", make_pdf=lambda *_: PDF, made=MADE
    )

    original, written = dcmread(scan), [dcmread(path) for path in paths]
    assert [dataset.Modality for dataset in written] == ["SR", "OT", "PR", "DOC"]
    assert len({dataset.SeriesInstanceUID for dataset in written} | {original.SeriesInstanceUID}) == 5
    for path, dataset in zip(paths, written, strict=True):
        assert path.name == f"{dataset.SOPInstanceUID}.dcm"
        for uid in (dataset.SOPInstanceUID, dataset.SeriesInstanceUID):
            assert uid.startswith("2.25.")
            assert uid.is_valid
        for keyword in ("StudyInstanceUID", "PatientName", "PatientID", "StudyDate", "AccessionNumber"):
            assert dataset[keyword].value == original[keyword].value
        assert dataset.Manufacturer == "Hilum"
        assert "research use only" in dataset.SeriesDescription
        acquisition, processing = dataset.ContributingEquipmentSequence
        assert acquisition.Manufacturer == "Detector works"
        assert processing.PurposeOfReferenceCodeSequence[0].CodeValue == "109102"
        assert processing.SoftwareVersions == dataset.SoftwareVersions
    assert not list((tmp_path / "out").glob("*.partial"))


def test_each_call_makes_new_objects(make_dx: Callable[..., Path], make_source: MakeSource, tmp_path: Path) -> None:
    source = make_source(make_dx())

    first = write_result_objects(source, [ResultKind.PRESENTATION_STATE], tmp_path)
    second = write_result_objects(source, [ResultKind.PRESENTATION_STATE], tmp_path)

    assert first != second
    assert all(path.exists() for path in (*first, *second))


def test_the_report_holds_the_finding_with_its_numbers(
    make_dx: Callable[..., Path], make_source: MakeSource, write_kind: WriteKind
) -> None:
    report = dcmread(write_kind(make_source(make_dx()), ResultKind.STRUCTURED_REPORT))

    assert report.ContentTemplateSequence[0].TemplateIdentifier == "1500"
    assert code_of(report, "COVID-19") == ("10828004", "SCT")
    concept = next(item for name, item in items(report) if name == "COVID-19").ConceptNameCodeSequence[0]
    assert (concept.CodeValue, concept.CodingSchemeDesignator) == ("840539006", "SCT")
    found = numbers(report)
    assert found["Probability"] == (0.875, "1")
    assert found["Threshold Value"] == (0.5, "1")
    assert found["Share of the classifier's evidence within the lungs"] == (62.5, "%")
    assert found["Share of the lung that is opaque"] == (16.67, "%")
    texts = {item.TextValue for _, item in items(report) if item.ValueType == "TEXT"}
    assert {"ward", "3", f"weights SHA-256 {'ab' * 32}", RESEARCH_USE_NOTICE, COMMENT} <= texts
    assert {"The file does not state the view.", "Not commissioned here.", "Adults only."} <= texts
    names = [str(item.PersonName) for _, item in items(report) if item.ValueType == "PNAME"]
    assert names == ["Dr. Ayşe Yılmaz^"]


def test_opacity_is_told_per_lung_and_zone(
    make_dx: Callable[..., Path], make_source: MakeSource, write_kind: WriteKind
) -> None:
    report = dcmread(write_kind(make_source(make_dx()), ResultKind.STRUCTURED_REPORT))

    extents = {}
    for name, item in items(report):
        if name == "Share of the lung that is opaque":
            site = item.ContentSequence[0]
            side = site.ContentSequence[0].ConceptCodeSequence[0].CodeMeaning
            value = float(item.MeasuredValueSequence[0].NumericValue)
            extents[site.ConceptCodeSequence[0].CodeMeaning, side] = value
    assert extents["Lower zone of lung", "Left"] == 100.0
    assert extents["Lower zone of lung", "Right"] == 0.0
    assert extents["Lung", "Left"] == pytest.approx(33.33)
    assert len(extents) == 9


def test_measurements_say_what_their_millimetres_are(
    make_dx: Callable[..., Path], make_source: MakeSource, write_kind: WriteKind
) -> None:
    report = dcmread(write_kind(make_source(make_dx(), result=None), ResultKind.STRUCTURED_REPORT))

    found = numbers(report)
    # 9.6 rows of 0.2 mm and 16 columns of 0.1 mm.
    assert found["Length"] == (pytest.approx(np.hypot(1.92, 1.6), abs=1e-3), "mm")
    assert found["Angle"][1] == "deg"
    assert found["Cardiothoracic ratio"] == (0.375, "1")
    assert found["Width"] == (pytest.approx(1.6), "mm")
    assert code_of(report, "Measurement Method") == ("at-detector", "99HILUM")
    assert "Probability" not in found


def test_without_a_spacing_lengths_are_in_pixels(
    make_dx: Callable[..., Path], make_source: MakeSource, write_kind: WriteKind
) -> None:
    report = dcmread(write_kind(make_source(make_dx(ImagerPixelSpacing=None)), ResultKind.STRUCTURED_REPORT))

    assert numbers(report)["Length"] == (pytest.approx(np.hypot(9.6, 16), abs=1e-3), "{pixels}")


def test_coordinates_count_from_the_corner_of_the_image(
    make_dx: Callable[..., Path], make_source: MakeSource, write_kind: WriteKind
) -> None:
    scan = make_dx()
    report = dcmread(write_kind(make_source(scan), ResultKind.STRUCTURED_REPORT))

    coordinates = next(item for _, item in items(report) if item.ValueType == "SCOORD")
    assert coordinates.GraphicType == "POLYLINE"
    np.testing.assert_allclose(coordinates.GraphicData, [8.5, 10.1, 24.5, 19.7], rtol=1e-5)
    referenced = coordinates.ContentSequence[0].ReferencedSOPSequence[0]
    assert referenced.ReferencedSOPInstanceUID == dcmread(scan).SOPInstanceUID


def test_a_refused_scan_tells_no_number_of_the_models(
    make_dx: Callable[..., Path], make_source: MakeSource, write_kind: WriteKind
) -> None:
    source = make_source(make_dx(), measurements=())
    assert source.result is not None
    source = replace(source, result=refused(source.result))

    report = dcmread(write_kind(source, ResultKind.STRUCTURED_REPORT))

    assert code_of(report, "COVID-19") == ("refused", "99HILUM")
    assert numbers(report) == {}
    assert "0.875" not in report.to_json()
    assert "This does not look like a chest." in report.to_json()
    assert obstacle_to(ResultKind.HEAT_MAP, source) is not None
    with pytest.raises(ResultNotPossibleError):
        write_kind(source, ResultKind.HEAT_MAP)


@pytest.mark.parametrize(("modality", "procedure"), [("DX", "399208008"), ("CT", "363679005")])
def test_the_procedure_is_a_chest_radiograph_only_where_the_scan_may_be_one(
    make_dx: Callable[..., Path], make_source: MakeSource, write_kind: WriteKind, modality: str, procedure: str
) -> None:
    source = make_source(make_dx(Modality=modality), measurements=())
    assert source.result is not None
    kept_back = replace(source, result=refused(source.result))

    report = dcmread(write_kind(source, ResultKind.STRUCTURED_REPORT))
    of_refused = dcmread(write_kind(kept_back, ResultKind.STRUCTURED_REPORT))

    assert code_of(report, "Procedure reported") == (procedure, "SCT")
    assert code_of(of_refused, "Procedure reported") == ("363679005", "SCT")
    assert "816094009" not in of_refused.to_json()


def test_a_comment_of_nothing_that_can_be_written_is_none(
    make_dx: Callable[..., Path], make_source: MakeSource, write_kind: WriteKind
) -> None:
    report = dcmread(write_kind(make_source(make_dx(), comment="\x00 \x1b"), ResultKind.STRUCTURED_REPORT))

    assert "Comment" not in {name for name, _ in items(report)}


def test_a_result_that_cannot_be_written_leaves_none_of_the_others(
    make_dx: Callable[..., Path], make_source: MakeSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = make_source(make_dx())
    folder = tmp_path / "results"
    written: list[Path] = []

    def fill_the_disk(path: Path, write: Callable[[BinaryIO], object]) -> None:
        if len(written) == 2:
            raise OutputNotWritableError(path, "the disk is full")
        write_durably(path, write)
        written.append(path)

    monkeypatch.setattr(writing, "write_durably", fill_the_disk)
    with pytest.raises(OutputNotWritableError):
        write_result_objects(source, list(ResultKind), folder, make_pdf=lambda *_: PDF)

    assert len(written) == 2
    assert list(folder.iterdir()) == []


def test_an_overridden_refusal_says_so(
    make_dx: Callable[..., Path], make_source: MakeSource, write_kind: WriteKind
) -> None:
    source = make_source(make_dx())
    assert source.result is not None
    overridden = replace(refused(source.result), override=Override("A", "2026-11-23T12:00:00Z"))

    report = dcmread(write_kind(replace(source, result=overridden), ResultKind.STRUCTURED_REPORT))

    assert numbers(report)["Probability"] == (0.875, "1")
    assert OVERRIDE_NOTICE in report.to_json()


def test_the_heat_map_says_what_it_was_made_of(
    make_dx: Callable[..., Path], make_source: MakeSource, write_kind: WriteKind
) -> None:
    scan = make_dx()
    capture = dcmread(write_kind(make_source(scan), ResultKind.HEAT_MAP))

    assert capture.PhotometricInterpretation == "RGB"
    assert capture.pixel_array.shape == (capture.Rows, capture.Columns, 3)
    assert capture.pixel_array.std() > 0
    assert capture.BurnedInAnnotation == "YES"
    assert capture.ImageType[0] == "DERIVED"
    assert "ward 3" in capture.DerivationDescription
    assert capture.SourceImageSequence[0].ReferencedSOPInstanceUID == dcmread(scan).SOPInstanceUID
    assert capture.LossyImageCompression == "00"


def test_what_was_lost_to_compression_stays_lost(
    chest_dicom_lossy: Path, make_source: MakeSource, write_kind: WriteKind
) -> None:
    capture = dcmread(write_kind(make_source(chest_dicom_lossy), ResultKind.HEAT_MAP))

    assert capture.LossyImageCompression == "01"
    assert float(capture.LossyImageCompressionRatio) > 1


def test_the_presentation_state_holds_window_and_measurements(
    make_dx: Callable[..., Path], make_source: MakeSource, write_kind: WriteKind
) -> None:
    source = make_source(make_dx(), window=VoiWindow(1500, 900), is_inverted=True)

    state = dcmread(write_kind(source, ResultKind.PRESENTATION_STATE))

    voi = state.SoftcopyVOILUTSequence[0]
    assert (float(voi.WindowCenter), float(voi.WindowWidth), voi.VOILUTFunction) == (1500, 900, "LINEAR")
    assert state.PresentationLUTShape == "INVERSE"
    area = state.DisplayedAreaSelectionSequence[0]
    assert [float(value) for value in area.PresentationPixelSpacing] == [0.2, 0.1]
    (annotation,) = state.GraphicAnnotationSequence
    kinds = [graphic.GraphicType for graphic in annotation.GraphicObjectSequence]
    assert kinds.count("ELLIPSE") == 1
    assert len(kinds) == 9  # a length, an angle, five lines of the ratio, a rectangle, an ellipse
    texts = [text.UnformattedTextValue for text in annotation.TextObjectSequence]
    assert any("Cardiothoracic ratio 0.38" in text for text in texts)
    assert len(texts) == 5


def test_a_report_is_wrapped_whole(
    make_dx: Callable[..., Path], make_source: MakeSource, write_kind: WriteKind
) -> None:
    wrapped = dcmread(write_kind(make_source(make_dx()), ResultKind.REPORT))

    assert wrapped.MIMETypeOfEncapsulatedDocument == "application/pdf"
    assert wrapped.EncapsulatedDocument[: wrapped.EncapsulatedDocumentLength] == PDF
    assert wrapped.BurnedInAnnotation == "YES"
    assert wrapped.ConceptNameCodeSequence[0].CodingSchemeDesignator == "DCM"


def test_the_sites_own_report_is_wrapped(make_dx: Callable[..., Path], make_source: MakeSource, tmp_path: Path) -> None:
    (path,) = write_result_objects(make_source(make_dx()), [ResultKind.REPORT], tmp_path / "out", made=MADE)

    wrapped = dcmread(path)
    assert wrapped.EncapsulatedDocument.startswith(b"%PDF-")
    assert wrapped.EncapsulatedDocumentLength > 5_000


def test_a_frame_is_named(example_dicom: Callable[[str], Path], make_source: MakeSource, write_kind: WriteKind) -> None:
    path = example_dicom("emri_small.dcm")
    source = make_source(path, radiograph=read_radiograph(path, 3))

    report = dcmread(write_kind(source, ResultKind.STRUCTURED_REPORT))
    capture = dcmread(write_kind(source, ResultKind.HEAT_MAP))
    state = dcmread(write_kind(source, ResultKind.PRESENTATION_STATE))

    image = next(item for _, item in items(report) if item.ValueType == "IMAGE")
    assert image.ReferencedSOPSequence[0].ReferencedFrameNumber == 4
    assert capture.SourceImageSequence[0].ReferencedFrameNumber == 4
    assert state.ReferencedSeriesSequence[0].ReferencedImageSequence[0].ReferencedFrameNumber == 4
    assert state.GraphicAnnotationSequence[0].ReferencedImageSequence[0].ReferencedFrameNumber == 4


def test_a_picture_belongs_to_no_study(make_source: MakeSource, tmp_path: Path) -> None:
    path = tmp_path / "scan.png"
    Image.fromarray(np.add.outer(np.arange(64), np.arange(64)).astype(np.uint8)).save(path)
    source = make_source(path)

    assert all(obstacle_to(kind, source) is not None for kind in ResultKind)
    with pytest.raises(NoStudyToJoinError):
        write_result_objects(source, [ResultKind.STRUCTURED_REPORT], tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("keyword", ["StudyInstanceUID", "SeriesInstanceUID"])
@pytest.mark.parametrize("value", ["", "no.uid", "1." + "2" * 70])
def test_a_scan_without_a_study_is_refused(
    make_dx: Callable[..., Path], make_source: MakeSource, tmp_path: Path, keyword: str, value: str
) -> None:
    path = make_dx()
    dataset = dcmread(path)
    dataset[keyword]._value = value  # pydicom warns of such values, and they are what is wanted here
    dataset.save_as(path)

    with pytest.raises(NoStudyToJoinError, match="Instance UID"):
        write_result_objects(make_source(path), [ResultKind.HEAT_MAP], tmp_path / "out")


@pytest.mark.parametrize("class_uid", ["1.2.3.4.5", "1.2.840.10008.5.1.4.1.1.6", "1.2.840.10008.5.1.4.1.1.501.2.1"])
def test_an_image_of_a_class_that_others_do_not_know_is_refused(
    make_dx: Callable[..., Path], make_source: MakeSource, tmp_path: Path, class_uid: str
) -> None:
    source = make_source(make_dx(SOPClassUID=class_uid))

    with pytest.raises(NoStudyToJoinError, match="kind of image"):
        write_result_objects(source, [ResultKind.STRUCTURED_REPORT], tmp_path / "out")


def test_a_patient_id_that_would_be_cut_is_refused(
    make_dx: Callable[..., Path], make_source: MakeSource, tmp_path: Path
) -> None:
    path = make_dx()
    dataset = dcmread(path)
    dataset["PatientID"]._value = "9" * 70
    dataset.save_as(path)

    with pytest.raises(NoStudyToJoinError, match="patient ID"):
        write_result_objects(make_source(path), [ResultKind.HEAT_MAP], tmp_path / "out")


def test_a_cancelled_job_writes_nothing(make_dx: Callable[..., Path], make_source: MakeSource, tmp_path: Path) -> None:
    token = CancellationToken()
    token.cancel()

    with pytest.raises(JobCancelledError):
        write_result_objects(
            make_source(make_dx()), [ResultKind.HEAT_MAP], tmp_path / "out", context=JobContext(token=token)
        )
    assert not (tmp_path / "out").exists()


def test_a_scan_neither_classified_nor_measured_has_no_structured_report(
    make_dx: Callable[..., Path], make_source: MakeSource
) -> None:
    source: ResultSource = make_source(make_dx(), result=None, measurements=())

    assert obstacle_to(ResultKind.STRUCTURED_REPORT, source) == "it was neither classified nor measured"
    assert obstacle_to(ResultKind.HEAT_MAP, source) == "it was not classified"
    assert obstacle_to(ResultKind.PRESENTATION_STATE, source) is None


def test_a_measurement_of_points_that_coincide_says_nothing(
    make_dx: Callable[..., Path], make_source: MakeSource
) -> None:
    nothing = DrawnMeasurement(MeasurementKind.CARDIOTHORACIC, (Point(5, 5),) * 6)
    source: ResultSource = make_source(make_dx(), result=None, measurements=(nothing,))

    assert obstacle_to(ResultKind.STRUCTURED_REPORT, source) == "it was neither classified nor measured"
