"""A file dropped on the window to the answer on the screen, warm, against one bare forward pass of the classifier.

Aim: 3 at most for the classifier alone; what lung network, gate and decision add is printed beside it, and has an aim
of its own in `screening_cost.py`.

A real drop event of the uncompressed 1955 x 1841 DICOM on the real window, offscreen; the clock stops when the result
panel shows the answer. Every round closes the scan and drops it again.
"""

import argparse
import os
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from desktop_app.qt_import import import_qt

import_qt()
from measuring import bare_openvino, chest_dicom, describe_machine, milliseconds, random_inputs
from PySide6.QtCore import QEventLoop, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from core.screening.result import StageTimes
from core.screening.screener import Screener
from desktop_app.application import SWITCH_INTERVAL_S, Workstation, build, collect_between_events
from desktop_app.jobs import active_jobs
from desktop_app.settings import SettingsStore

AIM = 3.0


def main() -> int:
    """Print the median and its ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    app = QApplication(["hilum"])
    with TemporaryDirectory() as folder:
        workstation = build(SettingsStore(Path(folder) / "settings.ini"))
        collector = collect_between_events()
        workstation.window.show()
        workstation.commands.load_model()
        spin(app, lambda: workstation.runner.is_idle)
        whole = workstation.runner.screener
        assert whole is not None
        classifier = whole.classifier
        bare = bare_openvino(classifier.package, classifier.runtime.info.precision, batch_size=1)
        inputs = random_inputs(1)
        passes: list[float] = []
        screeners = {"classifier alone": Screener(classifier), "with lungs and gate": whole}
        drops: dict[str, list[float]] = {name: [] for name in screeners}
        stages: dict[str, StageTimes] = {}
        for _ in range(options.rounds + 2):
            passes.append(milliseconds(lambda: bare.infer([inputs], share_inputs=True)))
            # In turns, so that a busy machine is equally unfair to both.
            for name, screener in screeners.items():
                workstation.runner.screener = screener
                drops[name].append(drop_once(app, workstation, chest_dicom()))
                result = workstation.window.shown_result
                assert result is not None
                stages[name] = result.timing
                clear(app, workstation)
        workstation.window.close()
        collector.timer.stop()
    pass_ms = statistics.median(passes[2:])
    print(describe_machine())
    print(f"bare forward pass {pass_ms:7.2f} ms, {classifier.runtime.info.precision.value}")
    for name, times in drops.items():
        drop_ms, last = statistics.median(times[2:]), stages[name]
        aim = f" (aim <= {AIM:.0f})" if screeners[name].lungs is None else ""
        print(f"drop to result, {name:20} {drop_ms:7.2f} ms   ratio {drop_ms / pass_ms:.2f}{aim}")
        print(
            f"  of it: read {last.read_ms:.1f}, prepare {last.prepare_ms:.1f}, classifier {last.inference_ms:.1f},"
            f" lungs, gate and decision {last.evidence_ms:.1f} ms"
        )
    return 0


def drop_once(app: QApplication, workstation: Workstation, path: Path) -> float:
    """Drop a file and return the milliseconds until its answer is shown."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window = workstation.window
    centre, copy = window.rect().center(), Qt.DropAction.CopyAction
    button, no_keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    app.sendEvent(window, QDragEnterEvent(centre, copy, data, button, no_keys))
    event = QDropEvent(QPointF(centre), copy, data, button, no_keys)
    # A real event loop, as in the program: it sleeps without holding the interpreter, where polling would slow the job.
    loop = QEventLoop()

    def stop_when_answered(_state: object) -> None:
        if window.shown_result is not None:
            loop.quit()

    workstation.controller.panel_state_changed.connect(stop_when_answered)
    started = time.perf_counter()
    app.sendEvent(window, event)
    loop.exec()
    took_ms = (time.perf_counter() - started) * 1000
    workstation.controller.panel_state_changed.disconnect(stop_when_answered)
    return took_ms


def clear(app: QApplication, workstation: Workstation) -> None:
    """Close every scan and let everything come to rest."""
    spin(app, lambda: not active_jobs())
    workstation.controller.remove([entry.number for entry in workstation.controller.session])
    rest = time.perf_counter() + 0.4
    spin(app, lambda: time.perf_counter() > rest and not active_jobs())


def spin(app: QApplication, condition: object) -> None:
    """Process events until a condition holds."""
    deadline = time.perf_counter() + 20
    while not condition():  # type: ignore[operator]
        app.processEvents()
        # processEvents returns at once where nothing waits; without a pause this thread would starve the others.
        time.sleep(0.0005)
        if time.perf_counter() > deadline:
            raise TimeoutError


if __name__ == "__main__":
    sys.exit(main())
