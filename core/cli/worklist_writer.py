"""What a run of `hilum classify` puts on the worklist."""

import contextlib
from pathlib import Path

from core.errors import FileError, HilumError
from core.screening.result import ScanFailure, ScanResult
from core.worklist.entry import Origin
from core.worklist.identity import ScanIdentity, read_identity
from core.worklist.thumbnails import LONGEST_SIDE, jpeg_of
from core.worklist.worklist import Worklist


class WorklistWriter:
    """Scans and answers onto this user's worklist. Where that fails the run goes on, and says so once at its end."""

    def __init__(self) -> None:
        self._worklist: Worklist | None = Worklist()
        self._failure: HilumError | None = None

    def write(self, outcome: ScanResult | ScanFailure, heat_map: Path | None) -> None:  # noqa: ARG002
        """Put a scan on the worklist, with its answer or with why there is none."""
        if self._worklist is None or outcome.path is None:
            return
        try:
            _put(self._worklist, outcome.path, outcome)
        except HilumError as error:
            self._worklist.close()
            self._worklist, self._failure = None, error

    def finish(self, completed: bool) -> None:  # noqa: ARG002 (what was answered is listed, stopped or not)
        """Close the worklist.

        Raises:
            HilumError: Not everything could be put on it.
        """
        if self._failure is not None:
            raise self._failure
        if self._worklist is not None:
            self._worklist.close()


def _put(worklist: Worklist, path: Path, outcome: ScanResult | ScanFailure) -> None:
    identity, thumbnail = ScanIdentity(), b""
    if isinstance(outcome, ScanResult):
        from core.imaging.reading import read_thumbnail

        # It was read a moment ago; where it is gone by now, the answer is listed without a name and a picture.
        with contextlib.suppress(FileError):
            identity, thumbnail = read_identity(path), jpeg_of(read_thumbnail(path, LONGEST_SIDE))
    number = worklist.add(path, identity, Origin.BATCH, waits=False)
    if isinstance(outcome, ScanFailure):
        worklist.note_failure(number, outcome.error)
        return
    worklist.note_result(number, outcome)
    if thumbnail:
        worklist.set_thumbnail(number, thumbnail)
