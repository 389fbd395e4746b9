"""Bringing studies from Orthanc and dcmtk, by every way there is."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pydicom import dcmread
from pynetdicom.fsm import InvalidEventError
from pynetdicom.sop_class import Verification

from core.error_wording import describe_error
from core.errors import (
    CallingTitleUnknownError,
    JobCancelledError,
    ListeningFailedError,
    NodeFailureError,
    OutputNotWritableError,
    ServiceNotOfferedError,
)
from core.imaging.reading import read_radiograph
from core.interchange.archive.association import Offer, association
from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings, Retrieval, TlsSettings
from core.interchange.archive.retrieve import retrieve
from core.jobs import CancellationToken, JobContext, Progress

from ....dicom_servers import (  # noqa: TID252 (the tests' folders have no absolute name)
    HOST,
    Certificates,
    OrthancServer,
    RunningServer,
    free_port,
    program,
    start_orthanc,
)
from .scans import write_scan

NodeOf = Callable[..., ArchiveNode]
_STUDY = "2.25.100"
_REPORT_CLASS = "1.2.840.10008.5.1.4.1.1.88.11"
_WAYS = ["get", "move", "web", "dcmqrscp get", "dcmqrscp move"]


@pytest.fixture
def scans(tmp_path: Path) -> list[Path]:
    """A study of three images in two series, a report, and an image of another study."""
    folder = tmp_path / "scans"
    folder.mkdir()

    def scan(series: int, number: int, study: str = _STUDY, **attributes: object) -> Path:
        uids = {"StudyInstanceUID": study, "SeriesInstanceUID": f"{study}.{series}"}
        return write_scan(folder, seed=number, SOPInstanceUID=f"{study}.{series}.{number}", **(uids | attributes))

    report = scan(3, 1, Modality="SR", SOPClassUID=_REPORT_CLASS)
    return [scan(1, 1), scan(1, 2), scan(2, 1), report, scan(1, 1, study="2.25.200")]


@pytest.fixture(params=_WAYS)
def node(
    request: pytest.FixtureRequest,
    scans: list[Path],
    orthanc: OrthancServer,
    dcmqrscp: RunningServer,
    node_of: NodeOf,
) -> ArchiveNode:
    """Every way to bring images, from an archive that has them."""
    way = request.param.split()[-1]
    if request.param.startswith("dcmqrscp"):
        files = [str(path) for path in scans]
        subprocess.run([program("storescu"), "-aec", "QRSCP", HOST, str(dcmqrscp.port), *files], check=True)
        return node_of(dcmqrscp, retrieval=Retrieval(way))
    for path in scans:
        orthanc.upload(path)
    return node_of(orthanc, web=True) if way == "web" else node_of(orthanc, retrieval=Retrieval(way))


def test_the_images_of_a_study_come_as_they_are_kept(
    node: ArchiveNode, settings: ConnectionSettings, scans: list[Path], tmp_path: Path
) -> None:
    reports: list[Progress] = []

    came = retrieve(node, _STUDY, tmp_path / "new" / "study", settings, JobContext(reports.append))

    assert came.failed == 0
    assert sorted(path.name for path in came.files) == [f"{_STUDY}.1.1.dcm", f"{_STUDY}.1.2.dcm", f"{_STUDY}.2.1.dcm"]
    assert sorted(path.name for path in (tmp_path / "new" / "study").iterdir()) == sorted(p.name for p in came.files)
    for path in came.files:
        original = next(scan for scan in scans if scan.name == path.name)
        assert dcmread(path).PixelData == dcmread(original).PixelData
        assert read_radiograph(path).patient_study.patient_name
    assert [report.done for report in reports] == [1, 2, 3]
    assert {report.total for report in reports} <= {3, None}


def test_results_come_only_where_asked_for(node: ArchiveNode, settings: ConnectionSettings, tmp_path: Path) -> None:
    came = retrieve(node, _STUDY, tmp_path / "all", settings, with_other_objects=True)

    assert len(came.files) == 4


def test_one_series_alone(node: ArchiveNode, settings: ConnectionSettings, tmp_path: Path) -> None:
    came = retrieve(node, _STUDY, tmp_path / "one", settings, series_uids=(f"{_STUDY}.2",))

    assert [path.name for path in came.files] == [f"{_STUDY}.2.1.dcm"]


def test_a_study_that_is_not_there(node: ArchiveNode, settings: ConnectionSettings, tmp_path: Path) -> None:
    with pytest.raises(NodeFailureError) as caught:
        retrieve(node, "2.25.999", tmp_path / "none", settings)

    assert "does not have this study" in describe_error(caught.value).summary


def test_a_folder_that_takes_nothing(node: ArchiveNode, settings: ConnectionSettings, tmp_path: Path) -> None:
    folder = tmp_path / "blocked"
    for series, number in ((1, 1), (1, 2), (2, 1)):
        (folder / f"{_STUDY}.{series}.{number}.dcm.partial").mkdir(parents=True)

    with pytest.raises(OutputNotWritableError):
        retrieve(node, _STUDY, folder, settings)


def test_retrieving_can_be_stopped_and_what_came_stays(
    node: ArchiveNode, settings: ConnectionSettings, tmp_path: Path
) -> None:
    token = CancellationToken()

    with pytest.raises(JobCancelledError):
        retrieve(node, _STUDY, tmp_path / "part", settings, JobContext(lambda _: token.cancel(), token))

    came = list((tmp_path / "part").glob("*.dcm"))
    assert came
    assert all(dcmread(path).PixelData for path in came)


def test_a_message_that_comes_while_an_association_is_aborted_is_dropped(
    orthanc: OrthancServer, node_of: NodeOf, settings: ConnectionSettings
) -> None:
    offers = (Offer(str(Verification)),)
    with association(node_of(orthanc), settings.own_ae_title, offers, service="a test") as opened:
        machine = opened.dul.state_machine
        state, machine.current_state = machine.current_state, "Sta13"
        machine.do_action("Evt9")
        machine.current_state = state

        with pytest.raises(InvalidEventError, match="Evt2"):
            machine.do_action("Evt2")


def test_compressed_images_come_compressed(
    orthanc: OrthancServer,
    node_of: NodeOf,
    settings: ConnectionSettings,
    tmp_path: Path,
    chest_dicom_lossless: Path,
) -> None:
    original = dcmread(chest_dicom_lossless)
    orthanc.upload(chest_dicom_lossless)

    for way, node in {"get": node_of(orthanc), "web": node_of(orthanc, web=True)}.items():
        (path,) = retrieve(node, original.StudyInstanceUID, tmp_path / way, settings).files
        came = dcmread(path)
        assert came.file_meta.TransferSyntaxUID == original.file_meta.TransferSyntaxUID
        assert came.PixelData == original.PixelData


def test_an_archive_that_does_not_know_where_to_send(
    orthanc: OrthancServer, node_of: NodeOf, settings: ConnectionSettings, scans: list[Path], tmp_path: Path
) -> None:
    orthanc.upload(scans[0])
    stranger = replace(settings, own_ae_title="STRANGER")

    with pytest.raises((CallingTitleUnknownError, NodeFailureError)):
        retrieve(node_of(orthanc, retrieval=Retrieval.MOVE), _STUDY, tmp_path / "none", stranger)


def test_dcmtk_says_that_it_does_not_know_the_destination(
    dcmqrscp: RunningServer, node_of: NodeOf, settings: ConnectionSettings, scans: list[Path], tmp_path: Path
) -> None:
    subprocess.run([program("storescu"), "-aec", "QRSCP", HOST, str(dcmqrscp.port), str(scans[0])], check=True)
    stranger = replace(settings, own_ae_title="STRANGER")

    with pytest.raises(CallingTitleUnknownError) as caught:
        retrieve(node_of(dcmqrscp, retrieval=Retrieval.MOVE), _STUDY, tmp_path / "none", stranger)
    assert caught.value.detail == "STRANGER"


def test_an_archive_that_cannot_reach_back(
    orthanc: OrthancServer, node_of: NodeOf, settings: ConnectionSettings, scans: list[Path], tmp_path: Path
) -> None:
    orthanc.upload(scans[0])
    elsewhere = replace(settings, listen_port=free_port())

    with pytest.raises(NodeFailureError) as caught:
        retrieve(node_of(orthanc, retrieval=Retrieval.MOVE), _STUDY, tmp_path / "none", elsewhere)
    assert str(elsewhere.listen_port) in caught.value.detail


def test_own_port_in_use_is_said(
    orthanc: OrthancServer, node_of: NodeOf, settings: ConnectionSettings, scans: list[Path], tmp_path: Path
) -> None:
    orthanc.upload(scans[0])
    taken = replace(settings, listen_port=orthanc.http_port)

    with pytest.raises(ListeningFailedError):
        retrieve(node_of(orthanc, retrieval=Retrieval.MOVE), _STUDY, tmp_path / "none", taken)


def test_an_archive_without_get(
    node_of: NodeOf, settings: ConnectionSettings, scans: list[Path], tmp_path: Path
) -> None:
    from ....dicom_servers import start_dcmqrscp  # noqa: TID252

    server = start_dcmqrscp(tmp_path / "no_get", options=("--disable-get",))
    try:
        subprocess.run([program("storescu"), "-aec", "QRSCP", HOST, str(server.port), str(scans[0])], check=True)
        with pytest.raises(ServiceNotOfferedError) as caught:
            retrieve(node_of(server), _STUDY, tmp_path / "none", settings)
    finally:
        server.stop()

    assert "C-GET" in describe_error(caught.value).summary


def test_everything_is_encrypted_where_asked_for(
    certificates: Certificates, node_of: NodeOf, scans: list[Path], tmp_path: Path
) -> None:
    port = free_port()
    settings = ConnectionSettings(
        "HILUM", (), HOST, port, listen_tls_certificate=certificates.server, listen_tls_key=certificates.server_key
    )
    back = {"AET": "HILUM", "Host": HOST, "Port": port, "UseDicomTls": True}
    server = start_orthanc(tmp_path / "orthanc", modalities={"hilum": back}, certificates=certificates)  # type: ignore[dict-item]
    try:
        server.upload(scans[0])
        tls = TlsSettings(True, certificates.authority, certificates.client, certificates.client_key)
        for way in Retrieval:
            came = retrieve(node_of(server, tls=tls, retrieval=way), _STUDY, tmp_path / way, settings)
            assert len(came.files) == 1
    finally:
        server.stop()
