"""The program says that it did not end properly last time, and only then."""

import logging
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.crash_reports import NOT_ENDED, reports_in, write_report
from core.diagnostics.log_lines import PathNumbers, lines_to_share
from core.jobs import JobContext
from desktop_app.application import Workstation
from desktop_app.jobs import active_jobs, start_job
from desktop_app.last_session import LastSessionNews
from desktop_app.logging_setup import PrivateFormatter, catch_exceptions
from tests.pseudo_language import untranslated

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
app = QApplication(["hilum"])
def look():
    window = next(w for w in app.topLevelWidgets() if w.objectName() == "mainWindow")
    print("BAR", window.message_bar.text, flush=True)
    if sys.argv[1] == "close":
        window.close()
    elif sys.argv[1] == "crash":
        import faulthandler
        faulthandler._sigsegv()
QTimer.singleShot(200, look)
import desktop_app.__main__ as m
sys.exit(m.main([]))
"""


class Program:
    """Another copy of the whole program."""

    def __init__(self, what: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, what],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            cwd=ROOT,
            env={**os.environ, "HILUM_LANGUAGE": "en"},
        )
        assert self.process.stdout is not None
        guard = threading.Timer(120, self.process.kill)
        guard.start()
        self.bar = ""
        for line in self.process.stdout:
            if line.startswith("BAR"):
                self.bar = line.removeprefix("BAR").strip()
                break
        guard.cancel()

    def end(self) -> None:
        self.process.communicate(timeout=60)


@pytest.fixture
def log_folder(isolated_user_folders: Path) -> Path:
    from core.user_folders import user_folders

    folders = user_folders()
    assert folders is not None
    return folders.log


@pytest.mark.skipif(sys.platform == "win32", reason="about signals")
def test_killed_crashed_and_asked_to_end(log_folder: Path) -> None:
    killed = Program("wait")
    assert killed.bar == ""
    beside = Program("close")
    beside.end()
    assert beside.bar == "", "a copy that runs was taken for one that crashed"
    killed.process.kill()
    killed.end()

    crashed = Program("crash")
    assert crashed.bar.startswith("Hilum did not end properly last time.")
    crashed.end()
    assert crashed.process.returncode == -signal.SIGSEGV

    asked = Program("wait")
    assert asked.bar.startswith("Hilum did not end properly last time.")
    newest = reports_in(log_folder)[0].read_text(encoding="utf-8")
    assert "The program crashed." in newest
    assert "Fatal Python error: Segmentation fault" in newest
    assert str(ROOT) not in newest
    asked.process.send_signal(signal.SIGTERM)
    asked.end()
    assert asked.process.returncode == -signal.SIGTERM

    left_alone = Program("wait")
    left_alone.process.send_signal(signal.SIGHUP)
    left_alone.end()
    assert left_alone.process.returncode == -signal.SIGHUP

    last = Program("close")
    last.end()
    assert last.bar == ""
    assert last.process.returncode == 0
    assert len(reports_in(log_folder)) == 2
    assert (log_folder / "hilum.log").exists()
    assert (log_folder / "hilum-2.log").exists()


def test_it_is_said_in_the_message_bar_with_the_report(workstation: Workstation, tmp_path: Path) -> None:
    report = write_report(tmp_path, NOT_ENDED, [])
    assert report is not None
    LastSessionNews(workstation.window, [report], "The settings are new.")
    text = workstation.window.message_bar.text
    assert text.startswith("The settings are new. Hilum did not end properly last time.")
    assert report.name in text
    assert "sent nowhere" in text


def test_it_waits_for_a_scan_that_is_being_opened(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path], tmp_path: Path
) -> None:
    report = write_report(tmp_path, NOT_ENDED, [])
    assert report is not None
    LastSessionNews(workstation.window, [report], waits_for_scan=True)
    assert workstation.window.message_bar.text == ""
    workstation.controller.open_paths(jpeg_scans[:1])
    qtbot.waitUntil(lambda: report.name in workstation.window.message_bar.text, timeout=15_000)
    qtbot.waitUntil(lambda: not active_jobs(), timeout=15_000)


def test_nothing_is_said_where_nothing_happened(workstation: Workstation) -> None:
    LastSessionNews(workstation.window, [])
    assert workstation.window.message_bar.text == ""


def test_it_can_be_translated(workstation: Workstation, tmp_path: Path, pseudo_language: None) -> None:
    report = write_report(tmp_path, NOT_ENDED, [])
    assert report is not None
    LastSessionNews(workstation.window, [report])
    assert untranslated([workstation.window.message_bar.text], allowed=[report.name]) == []


def test_where_a_job_met_an_error_is_in_the_log_and_may_be_shared(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def work(_context: JobContext[object]) -> None:
        raise ValueError("SMITH^JOHN")

    caplog.set_level(logging.INFO)
    job = start_job(work)
    with qtbot.waitSignal(job.finished):
        pass
    (record,) = (found for found in caplog.records if found.name == "desktop_app.jobs")
    lines = PrivateFormatter().format(record).splitlines()
    assert list(lines_to_share(lines, PathNumbers())) == lines
    assert "SMITH" not in "".join(lines)
    assert lines[-1] == "  ValueError"
    assert any(line.startswith("  test_last_session.py:") for line in lines)


def test_an_error_that_nobody_caught_is_reported_a_few_times_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_warnings: set[str]
) -> None:
    expected_warnings.add("desktop_app")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    told: list[str] = []
    catch_exceptions(lambda kind, _trace: told.append(kind), tmp_path)
    for _ in range(8):
        try:
            raise KeyError("SMITH^JOHN")
        except KeyError as error:
            sys.excepthook(KeyError, error, error.__traceback__)
    reports = reports_in(tmp_path)
    assert len(told) == 8
    assert 1 <= len(reports) <= 5
    text = reports[0].read_text(encoding="utf-8")
    assert "SMITH" not in text
    assert "test_last_session.py:" in text
    assert "KeyError" in text


def test_what_qt_says_after_python_has_ended_is_no_crash(
    isolated_user_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_LOGGING_RULES", "*.debug=true")
    program = Program("close")
    program.end()
    assert program.process.returncode == 0
