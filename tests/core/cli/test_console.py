"""A reader that has gone is told from a disk that is full, as each system says it."""

import errno
import io
import sys

import pytest

from core.cli import console
from core.errors import OutputNotWritableError


class Refusing(io.TextIOWrapper):
    """A stream that refuses."""

    def __init__(self, number: int) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8")
        self._number = number

    def write(self, text: str) -> int:
        raise OSError(self._number, "refused")


@pytest.mark.parametrize("number", [errno.EPIPE, errno.EINVAL])
def test_a_reader_that_has_gone_on_windows(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "_NOBODY_READS", {errno.EPIPE, errno.EINVAL})
    monkeypatch.setattr(sys, "stdout", Refusing(number))
    with pytest.raises(console.OutputClosedError):
        console.write_line("answer")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says the same of a reader that has gone")
def test_elsewhere_an_invalid_argument_is_no_reader_that_has_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Refusing(errno.EINVAL))
    with pytest.raises(OutputNotWritableError):
        console.write_line("answer")


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Refusing(errno.ENOSPC))
    with pytest.raises(OutputNotWritableError):
        console.write_line("answer")
