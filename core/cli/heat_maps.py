"""Scans with their heat maps as PNG files."""

import contextlib
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from core.cli.outputs import output_error
from core.errors import FileError, OutputNotWritableError
from core.screening.result import ScanResult

SUFFIX = ".heatmap.png"


class HeatMapFolder:
    """A folder that heat maps are saved to, one per scan, without ever replacing a file of another scan."""

    def __init__(self, folder: Path, inputs: Iterable[Path]) -> None:
        """Make the folder, with those it lies in.

        Args:
            folder: The folder.
            inputs: What is going to be read.

        Raises:
            OutputNotWritableError: It cannot be made or written to, or it is itself being read.
        """
        self._folder = folder
        self._real_folder = os.path.realpath(folder)
        if any(os.path.realpath(path) == self._real_folder for path in inputs):
            raise OutputNotWritableError(folder, "scans are read from it; heat maps need a folder of their own")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise output_error(folder, error) from error
        if not os.access(folder, os.W_OK | os.X_OK):
            raise OutputNotWritableError(folder, "permission denied")

    def holds(self, path: Path) -> bool:
        """Whether a path lies in this folder."""
        return os.path.realpath(path).startswith(self._real_folder + os.sep)

    def save(self, result: ScanResult) -> Path | None:
        """Save one scan with its heat map.

        Args:
            result: The scan's result.

        Returns:
            The file, None where the scan was refused or has meanwhile become unreadable.

        Raises:
            OutputNotWritableError: The disk is full, or the folder is gone.
        """
        from core.screening.heat_map_picture import heat_map_png

        if result.path is None or not result.shows_probabilities:
            return None
        try:
            png = heat_map_png(result)
        except FileError:
            return None  # Moved or changed since it was classified; its row says what was found then.
        return self._write(result.path, png)

    def _write(self, path: Path, png: bytes) -> Path:
        """Write under the scan's own name, or with a mark of its path where that name is taken."""
        mark = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:8]
        plain, marked = self._folder / f"{path.stem}{SUFFIX}", self._folder / f"{path.stem}-{mark}{SUFFIX}"
        target = plain
        try:
            if not _create(plain):
                target = marked  # Only an earlier heat map of this very scan can have that name.
            target.write_bytes(png)
        except OSError as error:
            _remove(target)  # Half a picture would pass for a whole one.
            raise output_error(self._folder, error) from error
        return target


def _create(path: Path) -> bool:
    """Take a name for a new file; whether it was still free."""
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
