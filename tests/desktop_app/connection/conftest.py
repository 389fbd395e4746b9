"""Archives that tests of the connections talk to, and scans to find there."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydicom import dcmread
from pydicom.uid import generate_uid

from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings, write_connections

from ...dicom_servers import (  # noqa: TID252 (the tests' folders have no absolute name)
    HOST,
    OrthancServer,
    RunningServer,
    free_port,
    start_orthanc,
    start_storescp,
)

NODE = "Hospital archive"


@pytest.fixture(scope="module")
def running_orthanc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OrthancServer]:
    server = start_orthanc(tmp_path_factory.mktemp("orthanc"), DicomCheckCalledAet=True)
    yield server
    server.stop()


@pytest.fixture
def orthanc(running_orthanc: OrthancServer) -> OrthancServer:
    """Orthanc with nothing in it."""
    running_orthanc.clear()
    return running_orthanc


@pytest.fixture
def storescp(tmp_path: Path) -> Iterator[RunningServer]:
    server = start_storescp(tmp_path / "storescp")
    yield server
    server.stop()


@pytest.fixture
def node(orthanc: OrthancServer) -> ArchiveNode:
    """The archive as a person entered it; it is kept."""
    made = ArchiveNode(NODE, orthanc.ae_title, HOST, orthanc.port, timeout_s=5.0)
    write_connections(ConnectionSettings(nodes=(made,)))
    return made


@pytest.fixture
def silent_node() -> ArchiveNode:
    """An archive at whose port nothing listens; it is kept."""
    made = ArchiveNode("Gone", "GONE", HOST, free_port(), timeout_s=2.0)
    write_connections(ConnectionSettings(nodes=(made,)))
    return made


@pytest.fixture
def make_scan(tmp_path: Path, example_dicom: Callable[[str], Path]) -> Callable[..., Path]:
    """Write a small radiograph of a study of its own."""

    def make(name: str = "Yilmaz^Ayse", date: str = "20261101", modality: str = "DX") -> Path:
        dataset = dcmread(example_dicom("RG3_UNCR.dcm"))
        dataset.PatientName, dataset.PatientID, dataset.StudyDate = name, f"ID-{name[:8]}", date
        dataset.StudyInstanceUID, dataset.SeriesInstanceUID = generate_uid(), generate_uid()
        dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPInstanceUID = generate_uid()
        dataset.Modality = modality
        path = tmp_path / "scans" / f"{dataset.SOPInstanceUID}.dcm"
        path.parent.mkdir(exist_ok=True)
        dataset.save_as(path)
        return path

    return make


@pytest.fixture
def scan(tmp_path: Path, chest_dicom: Path) -> Path:
    """A copy of a chest radiograph."""
    path = tmp_path / "scan.dcm"
    shutil.copy(chest_dicom, path)
    return path
