"""`hilum receive` and `hilum watch`: scans that come in by themselves end up classified, and nobody is named."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from core.worklist.entry import EntryState, Origin
from core.worklist.worklist import Worklist
from tests.dicom_servers import HOST, free_port, program

Hilum = Callable[..., tuple[int, str, str]]
PATIENCE_S = 60.0


def listens(port: int) -> bool:
    """Whether somebody listens there, within the test's patience."""
    import socket

    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        with socket.socket() as caller:
            if caller.connect_ex((HOST, port)) == 0:
                return True
        time.sleep(0.05)
    return False


def test_a_scan_that_is_sent_is_classified_and_the_command_ends(hilum: Hilum, chest_dicom: Path) -> None:
    sender, port = program("storescu"), free_port()
    sent: list[int] = []

    def send() -> None:
        if listens(port):
            command = [sender, "-aet", "CT1", "-aec", "HILUM", HOST, str(port), str(chest_dicom)]
            sent.append(subprocess.run(command, check=False, timeout=60).returncode)

    thread = threading.Thread(target=send)
    thread.start()
    status, out, err = hilum("receive", "--port", port, "--allow", "CT1@127.0.0.0/8", "--once", "--device", "cpu")
    thread.join()

    assert (status, sent, out) == (0, [0], "")
    (entry,) = Worklist().entries([1])
    assert (entry.origin, entry.state, entry.is_owned) == (Origin.RECEIVED, EntryState.CLASSIFIED, True)
    assert entry.decision is not None
    assert "1 received, 0 refused, 1 classified, 0 failed." in err
    assert "this computer only" in err
    assert all(text not in err for text in (entry.patient_name or "Anonymized", entry.path.name))


def test_ctrl_c_and_the_signal_that_ends_services_end_it(tmp_path: Path) -> None:
    port = free_port()
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "core.cli", "receive", "--port", str(port), "--no-classify"]
    for number in (signal.SIGINT, signal.SIGTERM):
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
            assert listens(port)
            process.send_signal(number)
            _, err = process.communicate(timeout=20)

            assert process.returncode == 0
            assert "Stopped as asked." in err
            assert "Nobody is let in" in err


def test_scans_stay_on_the_worklist_only_as_long_as_the_site_chose(hilum: Hilum, scans: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    hilum("classify", scans, "--worklist")
    with Worklist() as worklist:
        assert len(worklist.entries(range(1, 10))) > 1

    assert hilum("worklist", "retention", "--most", "1")[0] == 0
    assert hilum("watch", tmp_path / "empty", "--once", "--no-classify", "--interval", "0.1")[0] == 0

    with Worklist() as worklist:
        assert len(worklist.entries(range(1, 10))) == 1


def test_wrong_choices_are_said_before_anything_is_opened(hilum: Hilum) -> None:
    status, _, err = hilum("receive", "--port", 70000, "--allow", "CT1")

    assert status == 2
    assert "70000 is no port" in err


def test_what_lies_in_a_watched_folder_is_classified_and_moved_where_asked(
    hilum: Hilum, chest_dicom: Path, tmp_path: Path
) -> None:
    folder, done = tmp_path / "in", tmp_path / "done"
    folder.mkdir()
    shutil.copy(chest_dicom, folder / "scan.dcm")
    (folder / "notes.txt").write_text("nothing")

    status, _, err = hilum("watch", folder, "--once", "--interval", "0.1", "--done", done, "--device", "cpu")

    assert status == 0
    (entry,) = Worklist().entries([1])
    assert (entry.path, entry.state) == (done / "scan.dcm", EntryState.CLASSIFIED)
    assert "1 found, 1 no scans, 1 classified, 0 failed." in err
    assert "scan.dcm" not in err


def test_scans_can_be_listed_without_being_classified(hilum: Hilum, chest_dicom: Path, tmp_path: Path) -> None:
    shutil.copy(chest_dicom, tmp_path / "scan.dcm")

    status, _, _ = hilum("watch", tmp_path, "--once", "--interval", "0.1", "--no-classify")

    assert status == 0
    (entry,) = Worklist().waiting(10)
    assert entry.state is EntryState.WAITING


@pytest.mark.parametrize("arguments", [(), ("nowhere",)])
def test_a_folder_that_is_not_there_is_said(hilum: Hilum, arguments: tuple[str, ...]) -> None:
    assert hilum("watch", *arguments)[0] == 2
