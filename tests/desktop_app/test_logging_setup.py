"""The log says what happened and to nobody."""

import logging
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

import pytest

from desktop_app.logging_setup import PrivateFormatter, catch_exceptions, path_token, set_up_logging, without_paths


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    path = set_up_logging(tmp_path / "log")
    assert path is not None
    yield path
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.mark.parametrize(
    "text",
    [
        "cannot read /data/SMITH JOHN/scan 1.dcm",
        "cannot read 'C:\\Users\\SMITH\\a.dcm'",
        "cannot read \\\\server\\SMITH\\a.png",
        "file:///home/SMITH/x",
        "opened SMITH^JOHN.dcm",
        "opened ~/SMITH/a",
        "SMITH.JPEG is broken",
    ],
)
def test_paths_and_names_of_files_are_replaced(text: str) -> None:
    assert "SMITH" not in without_paths(text)
    assert "<path " in without_paths(text)


def test_ordinary_sentences_stay() -> None:
    text = "Loaded resnet50_cxr_v1 1.0.0 in 1.2 s, 3/4 done"
    assert without_paths(text) == text


def test_same_path_same_token() -> None:
    assert path_token(Path("/a/b")) == path_token(Path("/a/b")) != path_token(Path("/a/c"))


def test_path_arguments_and_exceptions_are_private(log_file: Path) -> None:
    log = logging.getLogger("desktop_app.test")
    log.info("read %s and %s", Path("/a/SMITH/x y"), PureWindowsPath("C:\\SMITH\\x"))
    try:
        raise ValueError("patient SMITH^JOHN is odd")
    except ValueError:
        log.info("failed", exc_info=True)
    text = log_file.read_text(encoding="utf-8")
    assert "SMITH" not in text
    assert "ValueError" in text
    assert "test_logging_setup.py" in text


def test_log_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert set_up_logging(tmp_path / "file" / "log") is None


@pytest.mark.parametrize("is_there", [True, False])
def test_what_cannot_be_logged_is_not_said_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], is_there: bool
) -> None:
    root = logging.Logger("root")  # noqa: LOG001 -- not the one that the tests write to
    root.manager = logging.Manager(root)
    monkeypatch.setattr(logging, "getLogger", lambda _name=None: root)
    folder = tmp_path / "log"
    if not is_there:
        folder.write_text("", encoding="utf-8")
    path = set_up_logging(folder)
    assert (path is not None) is is_there
    if is_there:
        (handler,) = (found for found in root.handlers if isinstance(found, logging.FileHandler))
        handler.stream.close()
        shutil.rmtree(folder)
        folder.write_text("", encoding="utf-8")
    root.warning("read %s", "SMITH")
    assert "SMITH" not in "".join(capsys.readouterr())


def test_uncaught_exception_is_logged_and_told(
    log_file: Path, monkeypatch: pytest.MonkeyPatch, expected_warnings: set[str]
) -> None:
    expected_warnings.add("desktop_app")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("threading.excepthook", None)
    told: list[tuple[str, str]] = []
    catch_exceptions(lambda kind, trace: told.append((kind, trace)))
    try:
        raise KeyError("SMITH")
    except KeyError as error:
        sys.excepthook(KeyError, error, error.__traceback__)
    assert told[0][0] == "KeyError"
    assert "Traceback" in told[0][1]
    text = log_file.read_text(encoding="utf-8")
    assert "KeyError" in text
    assert "SMITH" not in text


def test_formatter_keeps_level_and_logger() -> None:
    record = logging.LogRecord("desktop_app.x", logging.WARNING, "f.py", 1, "slow by %d ms", (7,), None)
    assert "WARNING desktop_app.x: slow by 7 ms" in PrivateFormatter().format(record)
