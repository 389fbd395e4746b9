"""Moving a scan away without losing it, or another that has its name."""

import contextlib
import errno
import shutil
from pathlib import Path

from core.durable_files import PARTIAL_SUFFIX, reserve_name


def move_whole(path: Path, wanted: Path) -> Path:
    """Move a file, to another drive too, so that it is whole at its new place or still at its old one.

    Args:
        path: The file.
        wanted: Where to; a number is added where something has the name: scans from two machines can both be 1.dcm.

    Returns:
        Where it lies now.

    Raises:
        OSError: It cannot be moved, and lies where it lay.
    """
    wanted.parent.mkdir(parents=True, exist_ok=True)
    target = reserve_name(wanted)
    try:
        try:
            path.replace(target)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            _copy_over(path, target)
    except OSError:
        with contextlib.suppress(OSError):
            if not target.stat().st_size:
                target.unlink()
        raise
    return target


def _copy_over(path: Path, target: Path) -> None:
    partial = target.with_name(f"{target.name}{PARTIAL_SUFFIX}")
    try:
        shutil.copy2(path, partial)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
    try:
        path.unlink()
    except OSError:
        target.unlink()
        raise
