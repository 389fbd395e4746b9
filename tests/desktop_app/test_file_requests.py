"""What the system asks the running program to open is opened: as macOS does it, by events."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOGETHER = """
from PySide6.QtCore import QCoreApplication, QTimer, QUrl
from PySide6.QtGui import QFileOpenEvent
from desktop_app.file_requests import WorkstationApplication
app = WorkstationApplication(["hilum"])
app.files_requested.connect(lambda paths: print([path.name for path in paths], flush=True))
for what in ("/scans/a b.dcm", QUrl.fromLocalFile("/scans/ğ.dcm"), QUrl("https://localhost/page")):
    app.postEvent(app, QFileOpenEvent(what))
def once_more():
    app.postEvent(app, QFileOpenEvent("/scans/c.dcm"))
    QTimer.singleShot(50, app.quit)
QTimer.singleShot(50, once_more)
app.exec()
"""
PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
import desktop_app.application as program
build = program.build
def build_and_ask(store):
    workstation = build(store)
    window = workstation.window
    def ask():
        app = QApplication.instance()
        for name in sys.argv[1:]:
            app.postEvent(app, QFileOpenEvent(name))
        QTimer.singleShot(100, look)
    def look():
        if window.controller.shown_radiograph is None or len(window.controller.session) < 2:
            return QTimer.singleShot(100, look)
        print([entry.name for entry in window.controller.session], flush=True)
        window.close()
    QTimer.singleShot(200, ask)
    return workstation
program.build = build_and_ask
import desktop_app.__main__ as m
sys.exit(m.main([]))
"""


def output_of(program: str, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program, *arguments],
        check=False,
        cwd=ROOT,
        timeout=100,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout.splitlines()


def test_files_asked_for_together_are_told_together() -> None:
    assert output_of(TOGETHER) == ["['a b.dcm', 'ğ.dcm']", "['c.dcm']"]


def test_a_running_program_opens_what_the_system_asks_for(chest_dicom: Path, tmp_path: Path) -> None:
    second = tmp_path / "second scan.dcm"
    second.write_bytes(chest_dicom.read_bytes())
    assert output_of(PROGRAM, str(chest_dicom), str(second)) == [str([chest_dicom.name, second.name])]
