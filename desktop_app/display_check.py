"""Whether a window can be opened here, found out before Qt is loaded: Qt would abort the whole process.

Imports the standard library only: packaging/develop.py uses it before anything is installed.
"""
# untranslated module: read in a terminal, before anything is installed that could translate it

import ctypes
import os
import sys

XCB_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
"""What Qt's xcb platform loads on Linux and wheels do not bring, with the Debian and Ubuntu package of each."""
_ALWAYS_NEEDED = (
    "libEGL.so.1",
    "libGL.so.1",
    "libxkbcommon.so.0",
    "libglib-2.0.so.0",
    "libfontconfig.so.1",
    "libdbus-1.so.3",
)


def why_no_window() -> str:
    """Return one sentence that says why no window can be opened and what to do; empty where one can."""
    if not sys.platform.startswith("linux"):
        return ""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if not platform and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        return "There is no display here, so Hilum does not open its window."
    uses_xcb = platform.startswith("xcb") or (not platform and not os.environ.get("WAYLAND_DISPLAY"))
    packages = missing_packages(tuple(XCB_LIBRARIES) if uses_xcb else _ALWAYS_NEEDED)
    if packages:
        return (
            "Hilum's window needs system libraries that are not installed; on Debian or Ubuntu install them with: "
            f"sudo apt-get install {' '.join(packages)}"
        )
    return ""


def missing_packages(libraries: tuple[str, ...]) -> list[str]:
    """Return the Debian packages of those libraries that cannot be loaded."""
    return [XCB_LIBRARIES[library] for library in libraries if not _can_load(library)]


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
