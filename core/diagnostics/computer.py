"""What the program and the computer are; not whose they are, nor how they are called in a network."""

# untranslated module: diagnostics are for developers

import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from core.language import current_language
from core.program_version import is_frozen, program_version

_PACKAGES = (
    "numpy",
    "pydicom",
    "pillow",
    "python-gdcm",
    "pyjpegls",
    "pylibjpeg-openjpeg",
    "openvino",
    "safetensors",
    "platformdirs",
    "PySide6-Essentials",
    "pyqtgraph",
    "rich",
    "dicom-anonymizer",
    "dicomweb-client",
    "highdicom",
    "pynetdicom",
    "typst",
    "torch",
    "torchvision",
    "scikit-learn",
)


def program_lines() -> list[str]:
    """Versions of the program, of Python and of the libraries."""
    kind = "installed program" if is_frozen() else "from source or a package"
    lines = [
        f"Hilum: {program_version()}, {kind}",
        f"Python: {platform.python_version()}, {platform.python_implementation()}, {platform.python_compiler()}",
        f"language: {current_language()}",
    ]
    for name in _PACKAGES:
        try:
            lines.append(f"{name}: {version(name)}")
        except PackageNotFoundError:
            lines.append(f"{name}: not installed")
    return lines


def computer_lines() -> list[str]:
    """System and hardware, without the computer's name."""
    return [
        f"system: {platform.system()} {platform.release()}",
        *_distribution(),
        f"machine: {platform.machine()}",
        f"processor: {_processor()}",
        f"processors: {os.cpu_count()}",
        f"memory: {_memory()}",
    ]


def _distribution() -> Iterator[str]:
    if sys.platform.startswith("linux"):
        try:
            release = platform.freedesktop_os_release()
        except OSError:
            return
        yield f"distribution: {release.get('ID', '?')} {release.get('VERSION_ID', '')}".rstrip()
    else:
        yield f"version: {platform.version()}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or "unknown")


def _memory() -> str:
    size = _memory_bytes()
    return f"{size / 2**30:.1f} GiB" if size else "unknown"


if sys.platform == "win32":
    import ctypes

    class _MemoryStatus(ctypes.Structure):
        """MEMORYSTATUSEX of the Windows API."""

        _fields_ = (
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            ("total", ctypes.c_ulonglong),
            ("rest", ctypes.c_ulonglong * 6),
        )

    def _memory_bytes() -> int:
        status = _MemoryStatus()
        status.length = ctypes.sizeof(_MemoryStatus)
        return int(status.total) if ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)) else 0

else:

    def _memory_bytes() -> int:
        try:
            return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        except (ValueError, OSError):
            return 0
