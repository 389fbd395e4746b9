"""Files that results are written to: checked before any work begins, and never an image."""

import contextlib
import os
from pathlib import Path
from typing import TextIO

from core.cli.console import STANDARD_OUTPUT, write_text
from core.errors import FileError, OutputNotWritableError


class OutputFile:
    """A text file, or standard output, written piece by piece. Each piece is on its way to disk when written.

    What exists is replaced, but not if it is an image by its content: a slip like `--csv scan.png` costs no scan.
    """

    def __init__(self, target: Path) -> None:
        """Open the target.

        Args:
            target: The file, `-` for standard output.

        Raises:
            OutputNotWritableError: No such folder, no permission, or the target is an image.
        """
        self._target = target
        self._file: TextIO | None = None
        self._failure: OutputNotWritableError | None = None
        if str(target) != STANDARD_OUTPUT:
            refuse_image(target)
            try:
                # File names may hold bytes that are no UTF-8: shown as escapes, and the file stays valid UTF-8.
                self._file = target.open("w", encoding="utf-8", errors="backslashreplace", newline="")
            except (OSError, ValueError) as error:
                raise output_error(target, error) from error

    @property
    def real_path(self) -> str | None:
        """Where it is, links resolved; None for standard output."""
        return os.path.realpath(self._target) if self._file is not None else None

    def write(self, text: str) -> None:
        """Write a piece and hand it to the system.

        Raises:
            OutputNotWritableError: The disk is full, or the drive is gone, now or at an earlier piece.
        """
        if self._failure is not None:
            raise self._failure
        if self._file is None:
            write_text(text)
            return
        try:
            self._file.write(text)
            self._file.flush()
        except OSError as error:
            self.abandon()
            self._failure = output_error(self._target, error)
            raise self._failure from error

    def abandon(self) -> None:
        """Close the file without minding what could not be written; a second time does nothing."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()

    def close(self) -> None:
        """Close the file; standard output stays open.

        Raises:
            OutputNotWritableError: The system could not keep what was written.
        """
        if self._file is None:
            return
        try:
            self._file.close()
        except OSError as error:
            raise output_error(self._target, error) from error


def refuse_image(target: Path) -> None:
    """Make sure that writing to a path would not destroy a scan.

    Raises:
        OutputNotWritableError: What is there is an image by its content.
    """
    from core.imaging.dicom_sniffing import looks_like_dicom
    from core.imaging.opening import read_head
    from core.imaging.raster_headers import sniff_raster

    try:
        head = read_head(target)
    except FileError:
        return
    if sniff_raster(head) is not None or looks_like_dicom(head):
        raise OutputNotWritableError(target, "it is an image, and images are never overwritten")


def output_error(target: Path, error: OSError | ValueError) -> OutputNotWritableError:
    """What the system's refusal means for a person."""
    detail = error.strerror if isinstance(error, OSError) and error.strerror else "impossible path"
    return OutputNotWritableError(target, detail[:1].lower() + detail[1:])
