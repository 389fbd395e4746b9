"""How long the window does not answer while 200 scans are opened and classified. Aim: never more than 50 ms.

The real window, offscreen. A timer beats every millisecond; a stall is how much later than that a beat comes. Scans are
selected one after the other meanwhile, as a person with the arrow keys would.
"""

import argparse
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from desktop_app.qt_import import import_qt

import_qt()
import numpy as np
from measuring import chest_dicom, describe_machine, radiograph_jpegs
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from desktop_app.application import SWITCH_INTERVAL_S, Workstation, build, collect_between_events
from desktop_app.screening.scan_session import ScanState
from desktop_app.settings import SettingsStore

BEAT_MS = 1
AIM_MS = 50.0
LONGEST_RUN_S = 240.0


class Heartbeat(QObject):
    """Notes how late each beat is."""

    def __init__(self) -> None:
        super().__init__()
        self.late_ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)

    def start(self) -> None:
        """Begin."""
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """End."""
        self._timer.stop()

    @Slot()
    def _on_beat(self) -> None:
        now = time.perf_counter()
        self.late_ms.append(max(0.0, (now - self._last) * 1000 - BEAT_MS))
        self._last = now


def main() -> int:
    """Print p50, p99 and the longest stall, while the model loads and while scans are classified."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=None)
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    app = QApplication(["hilum"])
    with TemporaryDirectory() as folder:
        paths = [chest_dicom(), *radiograph_jpegs(options.data, options.count - 1, Path(folder))]
        workstation = build(SettingsStore(Path(folder) / "settings.ini"))
        collector = collect_between_events()
        workstation.window.show()
        wait(app, 0.5)
        print(describe_machine())
        report("model loading", beats_while(app, lambda: load(app, workstation)))
        started = time.perf_counter()
        late = beats_while(app, lambda: open_and_classify(app, workstation, paths))
        states = [entry.state for entry in workstation.controller.session]
        print(f"{states.count(ScanState.CLASSIFIED)} of {len(paths)} classified, {time.perf_counter() - started:.1f} s")
        report(f"{len(paths)} scans", late)
        workstation.window.close()
        collector.timer.stop()
    return 0


def beats_while(app: QApplication, work: object) -> list[float]:
    """Run work with the heart beating."""
    heart = Heartbeat()
    heart.start()
    work()  # type: ignore[operator]
    heart.stop()
    return heart.late_ms


def load(app: QApplication, workstation: Workstation) -> None:
    """Load the model as the program does at start."""
    workstation.commands.load_model()
    wait_until(app, lambda: workstation.runner.is_idle)


def open_and_classify(app: QApplication, workstation: Workstation, paths: list[Path]) -> None:
    """Open everything at once, then walk through it until all have an answer."""
    session = workstation.controller.session
    workstation.controller.open_paths(paths)
    walk = QTimer(interval=150)
    walk.timeout.connect(workstation.window.strip.select_next)
    walk.start()

    def all_are_answered() -> bool:
        states = {entry.state for entry in session}
        return len(session) == len(paths) and states <= {ScanState.CLASSIFIED, ScanState.FAILED}

    wait_until(app, all_are_answered)
    walk.stop()


def wait_until(app: QApplication, condition: object) -> None:
    """Let the event loop run freely, looking ten times a second; asking more often would be a load of its own."""
    deadline = time.perf_counter() + LONGEST_RUN_S
    look = QTimer(interval=100)

    def on_look() -> None:
        if condition() or time.perf_counter() > deadline:  # type: ignore[operator]
            app.exit()

    look.timeout.connect(on_look)
    look.start()
    app.exec()
    look.stop()


def wait(app: QApplication, seconds: float) -> None:
    """Let the event loop run for a while."""
    QTimer.singleShot(int(seconds * 1000), app.exit)
    app.exec()


def report(name: str, late_ms: list[float]) -> None:
    """Print a distribution."""
    p50, p99, longest = np.percentile(late_ms, [50, 99, 100])
    print(f"{name:15} stalls p50 {p50:6.2f}  p99 {p99:6.2f}  max {longest:6.2f} ms   aim max <= {AIM_MS:.0f}")


if __name__ == "__main__":
    sys.exit(main())
