"""Scans that come in by themselves while the window is open are classified, and everything ends with the window."""

import shutil
import socket
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.error_wording import ErrorMessage
from core.interchange.receiving.refusals import Refusal
from core.interchange.receiving.settings import (
    AllowedCaller,
    ReceiverSettings,
    WatchedFolderSettings,
    write_receiver_settings,
)
from core.record.entry import EntryKind
from core.record.journal import user_journal
from core.worklist import claims
from core.worklist.entry import EntryState, Origin
from core.worklist.identity import ScanIdentity, read_identity
from core.worklist.worklist import Worklist
from desktop_app import jobs
from desktop_app.application import Workstation
from desktop_app.connection.receiving_controller import ReceivingController
from tests.dicom_servers import HOST, free_port, program

Send = Callable[[int, Path], int]


@pytest.fixture
def receiving(workstation: Workstation) -> ReceivingController:
    """The window's own."""
    assert workstation.receiving.controller is not None
    return workstation.receiving.controller


@pytest.fixture
def settings(tmp_path: Path) -> ReceiverSettings:
    """Switched on, at a free port, for one sender."""
    return ReceiverSettings(is_enabled=True, port=free_port(), callers=(AllowedCaller("CT1"),), least_free_bytes=0)


@pytest.fixture
def send() -> Send:
    """Send a file with dcmtk's storescu; its exit status."""
    binary = program("storescu")

    def run(port: int, path: Path, caller: str = "CT1") -> int:
        command = [binary, "-aet", caller, "-aec", "HILUM", HOST, str(port), str(path)]
        return subprocess.run(command, check=False, capture_output=True, timeout=60).returncode

    return run


def is_open(port: int) -> bool:
    """Whether somebody listens there."""
    with socket.socket() as caller:
        return caller.connect_ex((HOST, port)) == 0


def states(worklist: Worklist) -> list[EntryState]:
    """Of everything on the worklist."""
    return [entry.state for entry in worklist.entries(range(1, 50))]


def test_nothing_is_opened_unless_the_site_chose_it(
    qtbot: QtBot, workstation: Workstation, receiving: ReceivingController
) -> None:
    workstation.receiving.begin()

    qtbot.waitUntil(lambda: not jobs.active_jobs())

    assert not receiving.state.is_receiving
    assert receiving.state.text == ""


def test_a_scan_that_is_sent_is_classified_and_told_and_recorded(
    qtbot: QtBot,
    workstation: Workstation,
    receiving: ReceivingController,
    settings: ReceiverSettings,
    chest_dicom: Path,
    send: Send,
) -> None:
    write_receiver_settings(settings)
    changed: list[int] = []
    receiving.entries_changed.connect(changed.extend)
    worklist = workstation.worklist.worklist
    assert worklist is not None
    with qtbot.waitSignal(receiving.state_changed, check_params_cb=lambda state: state.is_receiving):
        workstation.receiving.begin()

    assert send(settings.port, chest_dicom) == 0

    qtbot.waitUntil(lambda: states(worklist) == [EntryState.CLASSIFIED], timeout=20_000)
    qtbot.waitUntil(lambda: changed.count(1) >= 2)
    assert receiving.state.text.endswith(": 1 scan")
    journal = user_journal()
    assert journal is not None
    with journal:
        assert journal.count({EntryKind.RESULT}) == 1

    workstation.window.close()
    qtbot.waitUntil(lambda: not jobs.active_jobs())
    assert not is_open(settings.port)


def test_refused_senders_are_told(
    qtbot: QtBot,
    receiving: ReceivingController,
    settings: ReceiverSettings,
    chest_dicom: Path,
    send: Callable[..., int],
    expected_warnings: set[str],
) -> None:
    expected_warnings.add("core.interchange.receiving.refusals")
    refusals: list[Refusal] = []
    receiving.sender_refused.connect(refusals.append)
    with qtbot.waitSignal(receiving.state_changed, check_params_cb=lambda state: state.is_receiving):
        receiving.apply(settings)

    assert send(settings.port, chest_dicom, "OTHER") != 0

    qtbot.waitUntil(lambda: [refusal.caller for refusal in refusals] == ["OTHER"])
    qtbot.waitUntil(lambda: "1 refused" in receiving.state.text)


def test_other_settings_close_the_old_port_and_open_the_new_one(
    qtbot: QtBot, receiving: ReceivingController, settings: ReceiverSettings
) -> None:
    receiving.apply(settings)
    qtbot.waitUntil(lambda: is_open(settings.port), timeout=10_000)
    moved = replace(settings, port=free_port())

    receiving.apply(moved)
    qtbot.waitUntil(lambda: is_open(moved.port), timeout=10_000)

    assert not is_open(settings.port)
    qtbot.waitUntil(lambda: receiving.state.settings == moved)
    receiving.apply(replace(moved, is_enabled=False))
    qtbot.waitUntil(lambda: not is_open(moved.port))
    qtbot.waitUntil(lambda: not receiving.state.is_receiving)


def test_a_port_that_is_taken_is_said_in_words(
    qtbot: QtBot, receiving: ReceivingController, settings: ReceiverSettings
) -> None:
    with socket.socket() as other:
        other.bind((HOST, settings.port))
        other.listen()
        with qtbot.waitSignal(receiving.problem_met, timeout=10_000) as told:
            receiving.apply(settings)

    assert isinstance(told.args[0], ErrorMessage)
    assert str(settings.port) in told.args[0].summary
    qtbot.waitUntil(lambda: not jobs.active_jobs())


def test_a_watched_folder_is_looked_into_and_what_appears_is_classified(
    qtbot: QtBot, workstation: Workstation, receiving: ReceivingController, chest_dicom: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "watched"
    folder.mkdir()
    worklist = workstation.worklist.worklist
    assert worklist is not None
    receiving.apply(ReceiverSettings(watched=(WatchedFolderSettings(folder, interval_s=0.1),)))

    shutil.copy(chest_dicom, folder / "scan.dcm")

    qtbot.waitUntil(lambda: states(worklist) == [EntryState.CLASSIFIED], timeout=20_000)
    assert receiving.state.text == "Watching 1 folder: 1 scan"
    receiving.stop()
    qtbot.waitUntil(lambda: not jobs.active_jobs())


def test_what_waits_since_the_last_time_is_classified_a_few_at_a_time(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]
) -> None:
    worklist = workstation.worklist.worklist
    assert worklist is not None
    for path in jpeg_scans:
        for copy in range(4):
            made = Path(shutil.copy(path, path.with_name(f"{copy} {path.name}")))
            worklist.add(made, ScanIdentity(), Origin.RECEIVED)

    workstation.receiving.begin()

    qtbot.waitUntil(lambda: states(worklist) == [EntryState.CLASSIFIED] * 20, timeout=30_000)


def test_without_a_model_scans_wait_and_are_classified_when_there_is_one(
    qtbot: QtBot, workstation: Workstation, receiving: ReceivingController, chest_dicom: Path
) -> None:
    worklist = workstation.worklist.worklist
    assert worklist is not None
    screener, workstation.runner.screener = workstation.runner.screener, None
    worklist.add(chest_dicom, read_identity(chest_dicom), Origin.RECEIVED)
    workstation.receiving.begin()
    qtbot.waitUntil(lambda: not jobs.active_jobs())
    assert states(worklist) == [EntryState.WAITING]

    workstation.runner.screener = screener
    workstation.runner.model_ready.emit(screener)

    qtbot.waitUntil(lambda: states(worklist) == [EntryState.CLASSIFIED], timeout=20_000)


def test_scans_of_another_program_that_was_killed_are_classified_when_its_time_is_over(
    qtbot: QtBot,
    workstation: Workstation,
    receiving: ReceivingController,
    chest_dicom: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    worklist = workstation.worklist.worklist
    assert worklist is not None
    worklist.add(chest_dicom, read_identity(chest_dicom), Origin.RECEIVED)
    worklist.claim_waiting("killed", 1)
    looks = receiving._look_after_others
    looks.setInterval(20)
    workstation.receiving.begin()
    qtbot.waitUntil(looks.isActive, timeout=20_000)
    assert states(worklist) == [EntryState.WAITING]

    monkeypatch.setattr(claims, "LEASE_S", -1.0)
    worklist.renew_claims("killed", [1])
    monkeypatch.undo()

    qtbot.waitUntil(lambda: states(worklist) == [EntryState.CLASSIFIED], timeout=20_000)
