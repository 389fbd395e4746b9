"""Scans that dcmtk's storescu sends are on the worklist when it is told that they are; nobody else comes in."""

import hashlib
import socket
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pydicom import dcmread

from core.error_wording import describe_error
from core.errors import InvalidNodeError, ListeningFailedError
from core.interchange.receiving.receiver import Receiver
from core.interchange.receiving.refusals import Reason
from core.interchange.receiving.settings import (
    AllowedCaller,
    ReceiverSettings,
    ReceiverTls,
    read_receiver_settings,
    receiver_settings_problem,
    write_receiver_settings,
)
from core.worklist.entry import EntryState, Origin
from core.worklist.worklist import Worklist
from tests.core.interchange.receiving.conftest import CALLER, Listening, Sent
from tests.dicom_servers import HOST, Certificates, program

Listen = Callable[..., Listening]
Send = Callable[..., Sent]
Make = Callable[..., Path]


def test_a_scan_is_on_the_worklist_and_on_the_disk_when_the_sender_is_told(
    listen: Listen, storescu: Send, make_scan: Make
) -> None:
    listening = listen()
    scan = make_scan(1)

    sent = storescu(listening.port, scan)

    assert (sent.status, sent.acknowledged) == (0, 1)
    (entry,) = listening.entries
    assert (entry.origin, entry.state, entry.is_owned) == (Origin.RECEIVED, EntryState.WAITING, True)
    assert entry.patient_name == "Kept, Private"
    assert entry.sop_instance_uid == "2.25.791"
    assert listening.files == [entry.path]
    assert dcmread(entry.path).PixelData == dcmread(scan).PixelData
    assert listening.receiver.counts.received == 1


def test_names_of_files_come_from_nothing_that_the_sender_wrote_but_its_hash(
    listen: Listen, storescu: Send, make_scan: Make
) -> None:
    listening = listen()

    storescu(listening.port, make_scan(1, PatientID="../../../etc/passwd", PatientName="../../kept"))

    digest = hashlib.sha256(b"2.25.791").hexdigest()
    assert listening.files == [listening.folder / digest[:2] / f"{digest}.dcm"]


@pytest.mark.parametrize(
    ("name", "options"),
    [("RG1_J2KR.dcm", ("-xv",)), ("RG1_J2KI.dcm", ("-xw",)), ("RG1_UNCI.dcm", ("-xi",))],
    ids=["JPEG 2000 lossless", "JPEG 2000", "implicit"],
)
def test_compressed_scans_are_kept_as_they_come(
    listen: Listen, storescu: Send, example_dicom: Callable[[str], Path], name: str, options: tuple[str, ...]
) -> None:
    listening = listen()
    scan = example_dicom(name)

    assert storescu(listening.port, scan, options=options).acknowledged == 1

    (entry,) = listening.entries
    kept = dcmread(entry.path)
    if "J2K" in name:
        assert kept.file_meta.TransferSyntaxUID == dcmread(scan).file_meta.TransferSyntaxUID
        assert kept.PixelData == dcmread(scan).PixelData
    assert kept.pixel_array.shape == (kept.Rows, kept.Columns)


def test_a_scan_sent_again_is_acknowledged_and_is_there_once(listen: Listen, storescu: Send, make_scan: Make) -> None:
    listening = listen()
    scan = make_scan(1)

    first, second = storescu(listening.port, scan), storescu(listening.port, scan)

    assert (first.acknowledged, second.acknowledged) == (1, 1)
    assert len(listening.entries) == len(listening.files) == 1
    assert listening.receiver.counts.repeated == 1


def test_another_scan_under_the_same_uid_is_refused_and_the_first_one_stays(
    listen: Listen, storescu: Send, make_scan: Make
) -> None:
    listening = listen()
    storescu(listening.port, make_scan(1))
    before = listening.files[0].read_bytes()

    sent = storescu(listening.port, make_scan(1, PixelData=dcmread(make_scan(2)).PixelData))

    assert sent.acknowledged == 0
    assert listening.reasons == {Reason.DIFFERENT_OBJECT}
    assert [path.read_bytes() for path in listening.files] == [before]


def test_a_scan_that_lies_there_without_an_entry_gets_one_when_it_is_sent_again(
    listen: Listen, storescu: Send, make_scan: Make
) -> None:
    """As after a kill between naming the file and writing the worklist: the sender was told nothing."""
    listening = listen()
    scan = make_scan(1)
    storescu(listening.port, scan)
    listening.worklist.remove([entry.number for entry in listening.entries])

    assert storescu(listening.port, scan).acknowledged == 1

    assert [entry.path for entry in listening.entries] == listening.files


def test_callers_that_are_not_on_the_list_are_not_let_in(
    listen: Listen, storescu: Send, make_scan: Make, caplog: pytest.LogCaptureFixture
) -> None:
    listening = listen()

    sent = storescu(listening.port, make_scan(1), caller="STRANGER")

    assert sent.status != 0
    assert "Calling AE Title Not Recognized" in sent.output
    assert listening.reasons == {Reason.CALLER_NOT_ALLOWED}
    assert (listening.files, listening.entries) == ([], ())
    assert "STRANGER at 127.0.0.1" in caplog.text
    assert "Kept" not in caplog.text


def test_callers_are_let_in_only_from_where_they_may_call(listen: Listen, storescu: Send, make_scan: Make) -> None:
    listening = listen(callers=(AllowedCaller(CALLER, "192.168.7.0/24"),))

    assert storescu(listening.port, make_scan(1)).acknowledged == 0

    assert listening.reasons == {Reason.CALLER_NOT_ALLOWED}


def test_callers_must_call_hilum_by_its_title_unless_that_is_switched_off(
    listen: Listen, storescu: Send, make_scan: Make
) -> None:
    strict, lax = listen(), listen(requires_called_title=False)

    refused = storescu(strict.port, make_scan(1), called="OTHER")

    assert "Called AE Title Not Recognized" in refused.output
    assert strict.reasons == {Reason.WRONG_CALLED_TITLE}
    assert storescu(lax.port, make_scan(1), called="OTHER").acknowledged == 1


def test_an_empty_list_lets_nobody_in(listen: Listen, storescu: Send, make_scan: Make) -> None:
    assert storescu(listen(callers=()).port, make_scan(1)).acknowledged == 0


def test_callers_can_ask_whether_hilum_is_there(listen: Listen) -> None:
    listening = listen()
    command = [program("echoscu"), "-aet", CALLER, "-aec", "HILUM", HOST, str(listening.port)]

    assert subprocess.run(command, check=False, timeout=30).returncode == 0


def test_encrypted_senders_with_a_trusted_certificate_come_in_and_no_others(
    listen: Listen, storescu: Send, make_scan: Make, certificates: Certificates
) -> None:
    tls = ReceiverTls(True, certificates.server, certificates.server_key, certificates.authority)
    listening = listen(tls=tls)
    trusts = ("+cf", str(certificates.authority))
    own = ("+tls", str(certificates.client_key), str(certificates.client))

    plain = storescu(listening.port, make_scan(1))
    anonymous = storescu(listening.port, make_scan(2), options=("+tla", *trusts))
    known = storescu(listening.port, make_scan(3), options=(*own, *trusts))

    assert [sent.acknowledged for sent in (plain, anonymous, known)] == [0, 0, 1]
    assert Reason.NOT_ENCRYPTED in listening.reasons
    assert [entry.sop_instance_uid for entry in listening.entries] == ["2.25.793"]


def test_what_is_no_image_is_refused(listen: Listen, storescu: Send, make_scan: Make, tmp_path: Path) -> None:
    listening = listen()
    scan = dcmread(make_scan(1))
    del scan.PixelData
    empty = tmp_path / "empty.dcm"
    scan.save_as(empty)

    assert storescu(listening.port, empty).acknowledged == 0

    assert listening.reasons == {Reason.NO_IMAGE}
    assert (listening.files, listening.entries) == ([], ())


def test_kinds_of_objects_that_are_not_taken_are_not_negotiated(
    listen: Listen, storescu: Send, example_dicom: Callable[[str], Path]
) -> None:
    listening = listen()

    sent = storescu(listening.port, example_dicom("CT_small.dcm"))

    assert "No presentation context" in sent.output
    assert (sent.acknowledged, listening.entries) == (0, ())


def test_a_full_disk_is_said_to_the_sender_and_leaves_nothing_behind(
    listen: Listen, storescu: Send, make_scan: Make
) -> None:
    listening = listen(least_free_bytes=2**62)

    sent = storescu(listening.port, make_scan(1))

    assert "OutOfResources" in sent.output or "0xa700" in sent.output.lower()
    assert listening.reasons == {Reason.NO_ROOM}
    assert (listening.files, listening.entries) == ([], ())


def test_a_worklist_that_takes_nothing_is_never_answered_with_success(
    listen: Listen, storescu: Send, make_scan: Make
) -> None:
    listening = listen()
    listening.worklist.path.parent.mkdir(parents=True, exist_ok=True)
    listening.worklist.path.write_bytes(b"this is no database, whatever it is called" * 200)

    assert storescu(listening.port, make_scan(1)).acknowledged == 0

    assert listening.reasons == {Reason.WORKLIST_CLOSED}


def test_a_port_that_is_taken_is_said(listen: Listen, tmp_path: Path) -> None:
    taken = listen()
    receiver = Receiver(taken.receiver.settings, taken.worklist, tmp_path / "other")

    with pytest.raises(ListeningFailedError, match="another program uses it"):
        receiver.start()

    assert not receiver.is_running


def test_why_a_port_cannot_be_encrypted_is_said_without_the_librarys_words(listen: Listen, tmp_path: Path) -> None:
    taken = listen()
    words = tmp_path / "words.pem"
    words.write_text("no certificate")
    for certificate, detail in (
        (words, "in words.pem is no valid PEM file"),
        (tmp_path / "gone.pem", "cannot be read"),
    ):
        settings = replace(taken.receiver.settings, tls=ReceiverTls(True, certificate))
        with pytest.raises(ListeningFailedError, match=detail) as caught:
            Receiver(settings, taken.worklist, tmp_path / "other").start()
        assert "ssl" not in describe_error(caught.value).text.lower()


def test_an_address_of_another_computer_is_said(listen: Listen, tmp_path: Path) -> None:
    taken = listen()
    # Of a range that belongs to nobody (RFC 5737).
    settings = replace(taken.receiver.settings, address="192.0.2.1")
    with pytest.raises(ListeningFailedError, match=r"192\.0\.2\.1 is no address of this computer"):
        Receiver(settings, taken.worklist, tmp_path / "other").start()


def test_stopping_closes_the_port_and_it_can_be_opened_again(listen: Listen, storescu: Send, make_scan: Make) -> None:
    listening = listen()
    listening.receiver.stop()
    with socket.socket() as caller:
        assert caller.connect_ex((HOST, listening.port)) != 0

    listening.receiver.start()

    assert storescu(listening.port, make_scan(1)).acknowledged == 1


def test_settings_are_off_and_for_this_computer_until_chosen_and_survive_writing(tmp_path: Path) -> None:
    assert read_receiver_settings(tmp_path) == ReceiverSettings()
    assert not ReceiverSettings().is_enabled
    assert ReceiverSettings().is_for_this_computer_only

    chosen = ReceiverSettings(is_enabled=True, address="0.0.0.0", callers=(AllowedCaller("CT1", "10.0.0.0/8"),))  # noqa: S104
    write_receiver_settings(chosen, tmp_path)

    assert read_receiver_settings(tmp_path) == chosen
    assert not chosen.is_for_this_computer_only


@pytest.mark.parametrize(
    "wrong",
    [
        ReceiverSettings(port=0),
        ReceiverSettings(ae_title="A TITLE THAT IS TOO LONG"),
        ReceiverSettings(address="everywhere"),
        ReceiverSettings(callers=(AllowedCaller("BACK\\SLASH"),)),
        ReceiverSettings(callers=(AllowedCaller("CT1", "10.0.0.0/99"),)),
        ReceiverSettings(tls=ReceiverTls(is_used=True)),
        ReceiverSettings(most_bytes=0),
    ],
)
def test_settings_that_cannot_be_are_refused_with_a_reason(wrong: ReceiverSettings, tmp_path: Path) -> None:
    assert receiver_settings_problem(wrong)
    with pytest.raises(InvalidNodeError):
        write_receiver_settings(wrong, tmp_path)
    with pytest.raises(InvalidNodeError):
        Receiver(wrong, Worklist(tmp_path / "worklist.sqlite"), tmp_path)
