"""A scan with an answer that was never computed, and made-up radiographs with names in many scripts."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import DigitalXRayImageStorageForPresentation, ExplicitVRLittleEndian

from core.imaging.drawn_measurement import DrawnMeasurement, MeasurementKind
from core.imaging.measurement import Point
from core.imaging.reading import read_radiograph
from core.interchange.results.source import ResultKind, ResultSource
from core.interchange.results.uids import new_uid
from core.interchange.results.writing import write_result_objects
from core.model.activation import ActivationMap
from core.model.card import ModelIdentity
from core.model.conformal import PredictionSet
from core.model.input import FieldOfView
from core.model.lung_regions import lung_regions
from core.model.lungs import LungFinding
from core.model.precision import Precision
from core.model.runtime import DeviceChoice, RuntimeInfo
from core.screening.decision import Decision, LungEvidence, Verdict
from core.screening.gate import GateCheck, GateFinding, GateLevel, GateOutcome
from core.screening.result import ScanResult, StageTimes

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
MADE = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)
COMMENT = "Left base: follow up “in a week”."
PERSON = "Dr. Ayşe Yılmaz"

MakeSource = Callable[..., ResultSource]
WriteKind = Callable[..., Path]


def example_result(path: Path) -> ScanResult:
    """An answer as a model might give it, with nothing left out."""
    lungs = np.zeros((64, 64), dtype=np.uint8)
    lungs[8:56, 6:28] = lungs[8:56, 36:58] = 255
    opacities = np.zeros((64, 64), dtype=np.uint8)
    opacities[40:56, 36:58] = 255
    finding = LungFinding(lungs, opacities, 0.5, 1 / 6)
    return ScanResult(
        path=path,
        frame_index=0,
        model=ModelIdentity("ward", "3", "ab" * 32),
        runtime=RuntimeInfo("Pretend", "1.0", DeviceChoice.CPU, "Test device", Precision.FLOAT32),
        classes=("COVID-19", "Non-COVID-19"),
        probabilities=(0.875, 0.125),
        positive_class="COVID-19",
        threshold=0.5,
        verdict=Verdict(Decision.POSITIVE, Decision.POSITIVE, (), PredictionSet(0.54, 0.01, 0.05)),
        gate=GateOutcome((GateFinding(GateCheck.VIEW, GateLevel.WARN, "The file does not state the view."),)),
        evidence=LungEvidence(finding, lung_regions(finding), 0.625),
        activation=ActivationMap(np.ones((7, 7), dtype=np.float32), FieldOfView(0.0, 0.0, 1.0, 1.0)),
        notices=(),
        timing=StageTimes(1.0, 1.0, 1.0),
        input_sha256="cd" * 32,
        lung_model=ModelIdentity("lungs", "1", "ef" * 32),
        statements=("Not commissioned here.",),
        limits="Adults only.",
        origin="Made up.",
    )


def refused(result: ScanResult) -> ScanResult:
    """The same answer, kept back by the gate."""
    finding = GateFinding(GateCheck.CHEST, GateLevel.REFUSE, "This does not look like a chest.")
    return replace(result, gate=GateOutcome((finding,)), verdict=replace(result.verdict, decision=Decision.REFUSED))


def drawn(rows: int, columns: int) -> tuple[DrawnMeasurement, ...]:
    """One measurement of each kind, over an image."""

    def at(row: float, column: float) -> Point:
        return Point(row * rows, column * columns)

    return (
        DrawnMeasurement(MeasurementKind.LENGTH, (at(0.1, 0.1), at(0.2, 0.3))),
        DrawnMeasurement(MeasurementKind.ANGLE, (at(0.1, 0.1), at(0.2, 0.3), at(0.4, 0.2))),
        DrawnMeasurement(
            MeasurementKind.CARDIOTHORACIC,
            (at(0.1, 0.5), at(0.9, 0.5), at(0.6, 0.4), at(0.6, 0.7), at(0.7, 0.1), at(0.7, 0.9)),
        ),
        DrawnMeasurement(MeasurementKind.RECTANGLE, (at(0.1, 0.1), at(0.2, 0.3))),
        DrawnMeasurement(MeasurementKind.ELLIPSE, (at(0.5, 0.1), at(0.8, 0.3))),
        DrawnMeasurement(MeasurementKind.LENGTH, (at(0.5, 0.5),)),
    )


@pytest.fixture
def make_source() -> MakeSource:
    """Read a scan and give it an answer, measurements, a comment and a person."""

    def make(path: Path, **changes: Any) -> ResultSource:
        radiograph = read_radiograph(path)
        source = ResultSource(
            path,
            radiograph,
            example_result(path),
            drawn(radiograph.rows, radiograph.columns),
            comment=COMMENT,
            person=PERSON,
        )
        return replace(source, **changes)

    return make


@pytest.fixture
def write_kind(tmp_path: Path) -> WriteKind:
    """Write one kind of result of a scan and give its file."""

    def write(source: ResultSource, kind: ResultKind) -> Path:
        (path,) = write_result_objects(source, [kind], tmp_path / "results", make_pdf=lambda *_: PDF, made=MADE)
        return path

    return write


@pytest.fixture
def make_dx(tmp_path: Path) -> Callable[..., Path]:
    """Write a made-up digital radiograph, with whatever is to be odd about its header."""

    def make(character_set: str | list[str] = "ISO_IR 192", name: str = "dx.dcm", **attributes: Any) -> Path:
        dataset = Dataset()
        dataset.file_meta = FileMetaDataset()
        dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
        dataset.SpecificCharacterSet = character_set
        dataset.SOPClassUID = DigitalXRayImageStorageForPresentation
        dataset.SOPInstanceUID, dataset.SeriesInstanceUID, dataset.StudyInstanceUID = new_uid(), new_uid(), new_uid()
        dataset.Modality, dataset.Manufacturer, dataset.InstitutionName = "DX", "Detector works", "Clinic"
        dataset.PatientName, dataset.PatientID, dataset.PatientBirthDate, dataset.PatientSex = (
            "A^B",
            "7",
            "19700102",
            "F",
        )
        dataset.StudyDate, dataset.StudyTime, dataset.StudyID, dataset.AccessionNumber = "20261101", "101500", "1", "A1"
        dataset.ReferringPhysicianName = "C^D"
        dataset.ImagerPixelSpacing = ["0.2", "0.1"]
        dataset.Rows, dataset.Columns, dataset.SamplesPerPixel = 96, 80, 1
        dataset.PhotometricInterpretation = "MONOCHROME2"
        dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = 16, 12, 11, 0
        dataset.WindowCenter, dataset.WindowWidth = "2000", "3000"
        grey = np.add.outer(np.arange(96) * 20, np.arange(80) * 25).astype(np.uint16)
        dataset.PixelData = grey.tobytes()
        for keyword, value in attributes.items():
            if value is None:
                delattr(dataset, keyword)
            else:
                setattr(dataset, keyword, value)
        path = tmp_path / name
        dataset.save_as(path, enforce_file_format=True)
        return path

    return make


@pytest.fixture(scope="session")
def standard_errors() -> Callable[[Path], list[str]]:
    """Errors that dciodvfy finds in a DICOM file; the test is skipped where it is not installed."""
    if shutil.which("dciodvfy") is None:
        pytest.skip("dciodvfy (dicom3tools) is not installed")

    def find(path: Path) -> list[str]:
        run = subprocess.run(["dciodvfy", str(path)], capture_output=True, text=True, errors="replace", check=False)
        lines = (run.stdout + run.stderr).splitlines()
        assert len(lines) >= 1, "it says at least which IOD it takes the file for"
        return [line for line in lines if line.startswith("Error")]

    return find
