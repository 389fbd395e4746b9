"""Hilum's own port: open only while something is awaited, and for that alone."""

import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import ListeningFailedError
from core.interchange.archive.arrivals import CANNOT_UNDERSTAND, NOT_ASKED_FOR, STORED, Arrivals
from core.interchange.archive.nodes import ConnectionSettings
from core.interchange.archive.own_port import awaiting_study

from ....dicom_servers import HOST, free_port, program  # noqa: TID252 (the tests' folders have no absolute name)
from .scans import write_scan


@pytest.fixture
def settings() -> ConnectionSettings:
    return ConnectionSettings("HILUM", listen_address=HOST, listen_port=free_port())


def _send(settings: ConnectionSettings, path: Path, called: str = "HILUM") -> str:
    """Send a file with dcmtk; what it said."""
    command = [program("storescu"), "-v", "-aec", called, HOST, str(settings.listen_port), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def _wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def _is_open(settings: ConnectionSettings) -> bool:
    with socket.socket() as client:
        return client.connect_ex((HOST, settings.listen_port)) == 0


def test_it_is_open_only_while_something_is_awaited(settings: ConnectionSettings, tmp_path: Path) -> None:
    one, other = Arrivals(tmp_path, "2.25.1", lambda _: None), Arrivals(tmp_path, "2.25.2", lambda _: None)

    assert not _is_open(settings)
    with awaiting_study(settings, "2.25.1", one):
        with awaiting_study(settings, "2.25.2", other):
            assert _is_open(settings)
        assert _is_open(settings), "the first still waits"
    assert not _is_open(settings)


def test_it_closes_before_somebody_who_says_nothing(settings: ConnectionSettings, tmp_path: Path) -> None:
    before = set(threading.enumerate())
    with socket.socket() as silent:
        with awaiting_study(settings, "2.25.1", Arrivals(tmp_path, "2.25.1", lambda _: None)):
            silent.connect((settings.listen_address, settings.listen_port))
            _wait_until(lambda: any("AcceptorThread" in thread.name for thread in threading.enumerate()))
        silent.settimeout(10)
        assert silent.recv(1) == b""

    _wait_until(lambda: set(threading.enumerate()) <= before)


def test_what_was_not_asked_for_is_refused(settings: ConnectionSettings, tmp_path: Path) -> None:
    asked = write_scan(tmp_path, StudyInstanceUID="2.25.1")
    not_asked = write_scan(tmp_path, StudyInstanceUID="2.25.2")
    arrivals = Arrivals(tmp_path / "came", "2.25.1", lambda _: None)

    with awaiting_study(settings, "2.25.1", arrivals):
        assert "Success" in _send(settings, asked)
        assert "Success" not in _send(settings, not_asked)
        assert "Called AE Title Not Recognized" in _send(settings, asked, called="OTHER")

    assert [path.name for path in arrivals.files] == [asked.name]
    assert [path.name for path in (tmp_path / "came").iterdir()] == [asked.name]


def test_a_port_in_use(settings: ConnectionSettings, tmp_path: Path) -> None:
    arrivals = Arrivals(tmp_path, "2.25.1", lambda _: None)
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with (
            pytest.raises(ListeningFailedError) as caught,
            awaiting_study(replace(settings, listen_port=port), "2.25.1", arrivals),
        ):
            pytest.fail("it opened a port that is in use")
    assert caught.value.port == port


@pytest.fixture
def arrivals(tmp_path: Path) -> Iterator[Arrivals]:
    folder = tmp_path / "deep" / "came"
    yield Arrivals(folder, "2.25.1", lambda _: None)
    outside = [path for path in tmp_path.rglob("*.dcm") if folder not in path.parents and path.parent != tmp_path]
    assert not outside


@pytest.mark.parametrize("uid", ["../../evil", "/etc/evil", "1.2\\..\\3", "CON", ""])
def test_an_identifier_that_is_none_is_no_files_name(arrivals: Arrivals, tmp_path: Path, uid: str) -> None:
    scan = write_scan(tmp_path, StudyInstanceUID="2.25.1")
    content = scan.read_bytes()
    old = scan.stem.encode()
    padded = uid.encode()[: len(old)].ljust(len(old), b"\0")

    assert arrivals.take(content.replace(old, padded)) == CANNOT_UNDERSTAND
    assert not arrivals.files


def test_garbage_and_other_studies_are_refused(arrivals: Arrivals, tmp_path: Path) -> None:
    assert arrivals.take(b"") == CANNOT_UNDERSTAND
    assert arrivals.take(b"\0" * 200) == CANNOT_UNDERSTAND
    assert arrivals.take(write_scan(tmp_path, StudyInstanceUID="2.25.2").read_bytes()) == NOT_ASKED_FOR
    assert arrivals.take(write_scan(tmp_path, StudyInstanceUID="2.25.1").read_bytes()) == STORED
