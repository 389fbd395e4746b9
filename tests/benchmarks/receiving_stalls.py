"""How long the window does not answer while scans are sent to it and classified. Aim: p99 of stalls at most 50 ms.

The real window, offscreen, with its receiving node on. Four storescu send meanwhile, and scans are selected one after
the other, as a person with the arrow keys would. The reference is the same walk without anything being sent.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from desktop_app.qt_import import import_qt

import_qt()
import numpy as np
from event_loop_stalls import beats_while, load, report, wait, wait_until
from measuring import chest_dicom, describe_machine, made_jpegs
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from receiving_scans import CALLER, SENDERS, Senders, free_port, make_scans

from core.interchange.receiving.settings import AllowedCaller, ReceiverSettings
from core.worklist.entry import EntryState
from desktop_app.application import SWITCH_INTERVAL_S, Workstation, build, collect_between_events
from desktop_app.settings import SettingsStore

AIM_P99_MS = 50.0
OPENED = 20


def main() -> int:
    """Print the stalls without and with receiving, and whether every scan arrived and was classified."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    with TemporaryDirectory() as name:
        folder = Path(name)
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            os.environ[variable] = str(folder / "user")
        make_scans(options.count, folder / "scans")
        folders = [folder / "scans" / f"sender{number}" for number in range(SENDERS)]
        app = QApplication(["hilum"])
        workstation = build(SettingsStore(folder / "settings.ini"))
        collector = collect_between_events()
        workstation.window.show()
        print(describe_machine())
        wait(app, 0.5)
        load(app, workstation)
        workstation.controller.open_paths([chest_dicom(), *made_jpegs(OPENED - 1, folder)])
        wait_until(app, lambda: workstation.runner.is_idle and len(workstation.controller.session) == OPENED)
        walk = QTimer(interval=150)
        walk.timeout.connect(workstation.window.strip.select_next)
        walk.start()
        quiet = beats_while(app, lambda: wait(app, 8))
        report("nothing is sent", quiet)
        reference = float(np.percentile(quiet, 99))
        for label, phase in receiving_phases(app, workstation, folders, options.count):
            late = beats_while(app, phase)
            report(label, late)
            p99 = float(np.percentile(late, 99))
            print(f"p99 {p99:.2f} ms, {p99 / max(reference, 0.01):.1f} x without receiving, aim <= {AIM_P99_MS:.0f} ms")
        walk.stop()
        workstation.window.close()
        wait(app, 1)
        collector.timer.stop()
    return 0


def receiving_phases(
    app: QApplication, workstation: Workstation, folders: list[Path], count: int
) -> Iterator[tuple[str, Callable[[], None]]]:
    """Switch the node on; then what is to be measured: while four senders send, and until everything is classified."""
    controller, worklist = workstation.receiving.controller, workstation.worklist.worklist
    if controller is None or worklist is None:
        raise SystemExit("this user has no home folder")
    settings = ReceiverSettings(is_enabled=True, port=free_port(), callers=(AllowedCaller(CALLER),))
    controller.apply(replace(settings, least_free_bytes=0))
    wait_until(app, lambda: controller.state.is_receiving)
    started = time.perf_counter()
    senders = Senders(settings.port, folders)
    yield "while receiving", lambda: wait_until(app, lambda: not senders.is_sending)
    sent_s = time.perf_counter() - started
    yield "classifying", lambda: wait_until(app, lambda: not worklist.waiting(1))
    states = [entry.state for entry in worklist.entries(range(1, count + OPENED + 100)) if entry.is_owned]
    print(
        f"{len(senders.acknowledged())} of {count} acknowledged in {sent_s:.1f} s,"
        f" {states.count(EntryState.CLASSIFIED)} classified after {time.perf_counter() - started:.1f} s"
    )


if __name__ == "__main__":
    sys.exit(main())
