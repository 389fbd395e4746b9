"""Sending to Orthanc and storescp: what arrives is what was sent, and what is not taken is said."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pydicom import dcmread

from core.error_wording import describe_error
from core.errors import (
    AssociationAbortedError,
    HilumError,
    JobCancelledError,
    NodeError,
    NodeFailureError,
    ObjectNotAcceptedError,
    ServiceNotOfferedError,
    UnsupportedImageError,
)
from core.interchange.archive.commitment import request_commitment
from core.interchange.archive.dicom_object import read_object
from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings, TlsSettings
from core.interchange.archive.send import send_files, storing_problem
from core.jobs import CancellationToken, JobContext, Progress

from ....dicom_servers import (  # noqa: TID252 (the tests' folders have no absolute name)
    HOST,
    Certificates,
    OrthancServer,
    RunningServer,
)
from .scans import CR, make_scan, write_scan

NodeOf = Callable[..., ArchiveNode]
StartReceiver = Callable[..., RunningServer]


class Refusals(list[tuple[Path, HilumError]]):
    def note(self, path: Path, error: HilumError) -> None:
        self.append((path, error))


@pytest.mark.parametrize("web", [False, True], ids=["C-STORE", "STOW-RS"])
def test_objects_arrive_as_they_are(
    orthanc: OrthancServer, node_of: NodeOf, settings: ConnectionSettings, tmp_path: Path, web: bool
) -> None:
    scans = [write_scan(tmp_path, seed=number) for number in range(3)]
    reports: list[Progress] = []

    sent = send_files(node_of(orthanc, web=web), scans, settings, JobContext(reports.append))

    assert sent == 3
    assert orthanc.instances == sorted(path.stem for path in scans)
    assert [report.done for report in reports] == [1, 2, 3]


def test_a_compressed_file_goes_as_it_is_where_that_is_taken(
    start_receiver: StartReceiver,
    node_of: NodeOf,
    settings: ConnectionSettings,
    chest_dicom_lossless: Path,
) -> None:
    server = start_receiver("+xa")

    assert send_files(node_of(server), [chest_dicom_lossless], settings) == 1

    (arrived,) = server.files
    original, came = dcmread(chest_dicom_lossless), dcmread(arrived)
    assert came.file_meta.TransferSyntaxUID == original.file_meta.TransferSyntaxUID
    assert came.PixelData == original.PixelData


@pytest.mark.parametrize("option", ["+xe", "+xi"], ids=["explicit", "implicit only"])
def test_one_is_decompressed_for_an_archive_that_takes_no_other(
    start_receiver: StartReceiver,
    node_of: NodeOf,
    settings: ConnectionSettings,
    chest_dicom_lossless: Path,
    chest_dicom: Path,
    option: str,
) -> None:
    server = start_receiver(option)

    assert send_files(node_of(server), [chest_dicom_lossless], settings) == 1

    (arrived,) = server.files
    came = dcmread(arrived)
    assert not came.file_meta.TransferSyntaxUID.is_compressed
    np.testing.assert_array_equal(came.pixel_array, dcmread(chest_dicom).pixel_array)
    assert came.SOPInstanceUID == dcmread(chest_dicom_lossless).SOPInstanceUID


@pytest.mark.parametrize(
    "name",
    ["SC_rgb_jpeg_dcmtk.dcm", "SC_rgb_rle.dcm", "emri_small_jpeg_2k_lossless.dcm"],
)
def test_colours_and_several_frames_are_decompressed(
    start_receiver: StartReceiver,
    node_of: NodeOf,
    settings: ConnectionSettings,
    example_dicom: Callable[[str], Path],
    name: str,
) -> None:
    server = start_receiver("+xe", "-pm")
    original = dcmread(example_dicom(name))

    assert send_files(node_of(server), [example_dicom(name)], settings) == 1

    (arrived,) = server.files
    came = dcmread(arrived)
    frames = int(getattr(original, "NumberOfFrames", None) or 1)
    size = frames * original.Rows * original.Columns * original.SamplesPerPixel * (original.BitsAllocated // 8)
    assert len(came.PixelData) == size + size % 2
    assert came.pixel_array.std() > 0


def test_a_file_in_the_other_uncompressed_form_is_converted(
    start_receiver: StartReceiver, node_of: NodeOf, settings: ConnectionSettings, tmp_path: Path
) -> None:
    server = start_receiver("+xi")
    path = write_scan(tmp_path)

    assert send_files(node_of(server), [path], settings) == 1

    (arrived,) = server.files
    came = dcmread(arrived)
    assert came.PatientName == "Öztürk^Ayşe"
    assert came.PixelData == dcmread(path).PixelData


def test_a_kind_of_object_that_is_not_taken_is_named(
    start_receiver: StartReceiver, node_of: NodeOf, settings: ConnectionSettings, tmp_path: Path
) -> None:
    refusals = Refusals()
    unknown = write_scan(tmp_path, SOPClassUID="1.2.840.10008.5.1.4.1.1.6.3")
    known = write_scan(tmp_path)

    sent = send_files(node_of(start_receiver()), [unknown, known], settings, on_refused=refusals.note)

    assert sent == 1
    ((path, error),) = refusals
    assert path == unknown
    assert isinstance(error, ObjectNotAcceptedError)
    assert "Photoacoustic Image Storage" in describe_error(error).summary


def test_pictures_are_not_sent(
    start_receiver: StartReceiver, node_of: NodeOf, settings: ConnectionSettings, tmp_path: Path
) -> None:
    from PIL import Image

    refusals = Refusals()
    picture = tmp_path / "scan.png"
    Image.new("L", (8, 8)).save(picture)
    nameless = make_scan()
    del nameless.SOPInstanceUID
    nameless.save_as(tmp_path / "nameless.dcm")

    paths = [picture, tmp_path / "nameless.dcm"]
    assert send_files(node_of(start_receiver()), paths, settings, on_refused=refusals.note) == 0

    assert len(refusals) == 2
    assert isinstance(refusals[1][1], UnsupportedImageError)


def test_a_file_without_the_standard_beginning_is_sent(
    orthanc: OrthancServer, node_of: NodeOf, settings: ConnectionSettings, tmp_path: Path
) -> None:
    scan = make_scan()
    uid = scan.SOPInstanceUID
    del scan.file_meta
    path = tmp_path / "bare.dcm"
    scan.save_as(path, implicit_vr=True, little_endian=True)

    assert send_files(node_of(orthanc), [path], settings) == 1
    assert orthanc.instances == [uid]


@pytest.mark.parametrize("option", ["--abort-after", "--abort-during"])
def test_an_archive_that_breaks_off(
    start_receiver: StartReceiver, node_of: NodeOf, settings: ConnectionSettings, tmp_path: Path, option: str
) -> None:
    with pytest.raises(AssociationAbortedError):
        send_files(node_of(start_receiver(option)), [write_scan(tmp_path)], settings)


def test_an_encrypted_archive(
    start_receiver: StartReceiver,
    node_of: NodeOf,
    settings: ConnectionSettings,
    certificates: Certificates,
    tmp_path: Path,
) -> None:
    keys = ("+tls", str(certificates.server_key), str(certificates.server), "+cf", str(certificates.authority))
    server = start_receiver(*keys)
    tls = TlsSettings(True, certificates.authority, certificates.client, certificates.client_key)

    assert send_files(node_of(server, tls=tls), [write_scan(tmp_path)], settings) == 1
    assert len(server.files) == 1


def test_sending_can_be_stopped(
    start_receiver: StartReceiver, node_of: NodeOf, settings: ConnectionSettings, tmp_path: Path
) -> None:
    token = CancellationToken()
    server = start_receiver()

    with pytest.raises(JobCancelledError):
        send_files(
            node_of(server),
            [write_scan(tmp_path) for _ in range(3)],
            settings,
            JobContext(lambda _: token.cancel(), token),
        )
    assert len(server.files) == 1


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (0x0000, None),
        (0xB000, None),
        (0xB007, None),
        (0x0111, None),
        (0xA700, NodeFailureError),
        (0x0110, NodeFailureError),
        (0x0124, NodeFailureError),
        (0xA900, ObjectNotAcceptedError),
        (0xC123, ObjectNotAcceptedError),
        (0x0122, ObjectNotAcceptedError),
        (0xC122, ObjectNotAcceptedError),
    ],
)
def test_refusals_for_good_are_told_from_those_for_now(
    tmp_path: Path, status: int, kind: type[NodeError] | None
) -> None:
    problem = storing_problem(ArchiveNode("PACS"), status, read_object(write_scan(tmp_path)))

    assert (type(problem) if problem else None) is kind


def test_orthanc_refuses_what_is_no_dicom_by_web(
    orthanc: OrthancServer, node_of: NodeOf, settings: ConnectionSettings, tmp_path: Path
) -> None:
    """A request that holds an object of another study than the archive's own rules allow is answered per object."""
    refusals = Refusals()
    broken = write_scan(tmp_path, PatientID="")
    scan = dcmread(broken)
    del scan.StudyInstanceUID
    scan.save_as(broken)

    sent = send_files(node_of(orthanc, web=True), [broken], settings, on_refused=refusals.note)

    assert sent + len(refusals) == 1


def test_orthanc_commits_itself_to_what_it_has(
    orthanc: OrthancServer, node_of: NodeOf, settings: ConnectionSettings, tmp_path: Path
) -> None:
    path = write_scan(tmp_path)
    node = node_of(orthanc)
    send_files(node, [path], settings)

    report = request_commitment(node, [(CR, path.stem), (CR, "2.25.404")], settings)

    assert report is not None
    assert report.committed == {path.stem}
    assert report.refused == {"2.25.404": "it does not have it"}


def test_an_archive_without_commitment(dcmqrscp: RunningServer, node_of: NodeOf, settings: ConnectionSettings) -> None:
    with pytest.raises(ServiceNotOfferedError):
        request_commitment(node_of(dcmqrscp), [(CR, "2.25.1")], settings)


def test_a_commitment_on_the_same_association(settings: ConnectionSettings) -> None:
    from pydicom.dataset import Dataset
    from pynetdicom import AE, evt
    from pynetdicom.sop_class import StorageCommitmentPushModel

    from core.interchange.dicom_network import prepare_network_library

    threads: list[threading.Thread] = []

    def promise(event: object) -> object:
        request = event.action_information  # type: ignore[attr-defined]
        answer = Dataset()
        answer.TransactionUID = request.TransactionUID
        answer.ReferencedSOPSequence = request.ReferencedSOPSequence
        report = (answer, 1, StorageCommitmentPushModel, "1.2.840.10008.1.20.1.1")
        threads.append(threading.Timer(0.3, event.assoc.send_n_event_report, report))  # type: ignore[attr-defined]
        threads[0].start()
        return 0x0000, None

    prepare_network_library()
    entity = AE("PROMISE")
    entity.add_supported_context(StorageCommitmentPushModel)
    server = entity.start_server((HOST, 0), block=False, evt_handlers=[(evt.EVT_N_ACTION, promise)])
    try:
        # Hilum's own port is taken, so that nothing can come there.
        port = server.socket.getsockname()[1]
        node = ArchiveNode("Promise", "PROMISE", HOST, port)
        report = request_commitment(node, [(CR, "2.25.1")], replace(settings, listen_port=port), wait_s=10)
    finally:
        for thread in threads:
            thread.join()
        server.shutdown()

    assert report is not None
    assert report.committed == {"2.25.1"}
