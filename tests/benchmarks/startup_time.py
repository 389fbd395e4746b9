"""Start to usable window, against importing PySide6 and pyqtgraph alone. Aim: 1.5 times at most, torch not imported.

Each run is a fresh process, the two kinds in turns, so that a busy machine is equally unfair to both. Usable means:
the window is painted and its event loop answers.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

AIM = 1.5
HEAVY = ("torch", "openvino", "pydicom", "PIL", "scipy")

_BARE = """
import time; started = time.perf_counter()
import PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets, pyqtgraph
print(time.perf_counter() - started)
"""

_WINDOW = """
import time; started = time.perf_counter()
import gc, json, sys
gc.disable()  # as desktop_app.__main__ does
from desktop_app.qt_import import import_qt
import_qt()
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import desktop_app.application as application
from desktop_app.settings import SettingsStore
app = QApplication(["hilum"])
store = SettingsStore(Path(sys.argv[1])); store.load()
workstation = application.build(store)
collector = application.collect_between_events()
workstation.window.show()
def usable():
    seconds = time.perf_counter() - started
    heavy = [name for name in sys.argv[2:] if name in sys.modules]
    print(json.dumps([seconds, heavy])); app.quit()
QTimer.singleShot(0, usable)
app.exec()
"""


def main() -> int:
    """Print the ratio; exit 1 where something heavy was imported. A busy machine may miss the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    options, _ = parser.parse_known_args()
    bare, window, heavy = [], [], set()
    with TemporaryDirectory() as folder:
        for round_number in range(options.runs + 1):
            bare_s = float(_run(_BARE, [], folder))
            window_s, imported = json.loads(_run(_WINDOW, [str(Path(folder) / "settings.ini"), *HEAVY], folder))
            heavy |= set(imported)
            if round_number:  # the first round fills the disk's cache and compiles to bytecode
                bare.append(bare_s)
                window.append(window_s)
    ratio = statistics.median(window) / statistics.median(bare)
    print(f"imports alone   {statistics.median(bare) * 1000:7.0f} ms (median of {options.runs})")
    print(f"usable window   {statistics.median(window) * 1000:7.0f} ms")
    print(f"ratio           {ratio:7.2f}    aim <= {AIM}")
    print(f"heavy imports   {', '.join(sorted(heavy)) or 'none'}    aim none of {', '.join(HEAVY)}")
    return 1 if heavy else 0


def _run(program: str, arguments: list[str], folder: str) -> str:
    # As an installed program: with bytecode, also where PYTHONDONTWRITEBYTECODE would compile ours at every start.
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(Path(folder) / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
        cwd=Path(__file__).resolve().parents[2],
    )
    return done.stdout.strip().splitlines()[-1]


if __name__ == "__main__":
    sys.exit(main())
