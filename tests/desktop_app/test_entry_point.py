"""`hilum` with and without a display."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import __main__ as entry
from desktop_app import display_check

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Record what is handed to the command line instead of running it."""
    seen: list[list[str]] = []

    def run(arguments: list[str]) -> int:
        seen.append(arguments)
        return 7

    monkeypatch.setattr(entry, "_run_command", run)
    return seen


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.mark.parametrize("arguments", [["classify", "a"], ["info", "x"], ["doctor"], ["--version"], ["--help"], ["-h"]])
def test_commands_go_to_the_command_line(commands: list[list[str]], arguments: list[str]) -> None:
    assert entry.main(arguments) == 7
    assert commands == [arguments]


def test_commands_do_not_import_qt() -> None:
    program = (
        "import sys; import desktop_app.__main__ as m\n"
        "try: m.main(['--version'])\n"
        "except SystemExit: pass\n"
        "assert not any(n.startswith(('PySide6', 'numpy')) for n in sys.modules), 'heavy'"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT, timeout=60, capture_output=True)


def test_without_display_files_are_classified(
    commands: list[list[str]], no_display: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert entry.main(["a.dcm", "folder"]) == 7
    assert commands == [["classify", "--", "a.dcm", "folder"]]
    assert "no display" in capsys.readouterr().err


def test_without_display_and_files(
    commands: list[list[str]], no_display: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert entry.main([]) == 2
    assert commands == []
    assert "no display" in capsys.readouterr().err


def test_sample_is_the_real_radiograph(chest_dicom: Path, commands: list[list[str]], no_display: None) -> None:
    assert entry.main(["--sample"]) == 7
    assert commands[0][2] == str(chest_dicom)


def test_missing_sample_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(entry, "sample_path", lambda: None)
    assert entry.main(["--sample"]) == 2
    assert "pydicom-data" in capsys.readouterr().err


def test_unknown_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert entry.main(["--frobnicate"]) == 2
    assert "--frobnicate" in capsys.readouterr().err


def test_missing_libraries_are_named_with_their_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(display_check, "_can_load", lambda library: "cursor" not in library)
    reason = display_check.why_no_window()
    assert reason.endswith("apt-get install libxcb-cursor0")


def test_offscreen_needs_no_display(monkeypatch: pytest.MonkeyPatch, no_display: None) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(display_check, "_can_load", lambda library: "xcb" not in library)
    assert display_check.why_no_window() == ""


def test_window_opens_with_a_file_and_closes(chest_dicom: Path, tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication(['hilum'])\n"
        "def look():\n"
        "    window = next(w for w in app.topLevelWidgets() if w.objectName() == 'mainWindow')\n"
        "    if window.controller.shown_radiograph is None: return QTimer.singleShot(100, look)\n"
        "    assert 'torch' not in sys.modules\n"
        "    window.close()\n"
        "QTimer.singleShot(300, look)\n"
        "import desktop_app.__main__ as m\n"
        "sys.exit(m.main(sys.argv[1:]))\n"
    )
    command = [sys.executable, "-c", program, str(chest_dicom)]
    done = subprocess.run(command, check=False, cwd=ROOT, timeout=100, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "QThread" not in done.stderr
