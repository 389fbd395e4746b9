"""OpenVINO without its telemetry. The only place that imports it.

`import openvino` runs `openvino.tools.ovc`, which reports "general_import" to Google Analytics from a thread of its
own wherever the package `openvino_telemetry` (a dependency of OpenVINO) is found and the person never opted out.
Hilum tells nobody anything; without that package OpenVINO falls back on its own empty stand-in.
"""

# untranslated module: names of files

import ctypes
import sys
from importlib.util import find_spec
from pathlib import Path


def _load_libraries() -> None:
    """Load OpenVINO's shared libraries one by one before Python's import loads all of them at once.

    The interpreter's lock is held while the system's loader works, which stopped the window for up to 40 ms; between
    the libraries the window gets its turn. Only a head start: where it fails, the import says what is wrong.
    """
    package = find_spec("openvino")
    if sys.platform != "linux" or package is None or package.origin is None:
        return
    folder = Path(package.origin).parent / "libs"
    for path in [*folder.glob("libtbb.so*"), *folder.glob("libopenvino.so*")]:
        try:
            ctypes.CDLL(str(path))
        except OSError:
            return


_load_libraries()
# None makes an import of that name raise ImportError, which OpenVINO expects.
sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]

import openvino  # noqa: E402 (the lines above must come first)

__all__ = ["openvino"]
