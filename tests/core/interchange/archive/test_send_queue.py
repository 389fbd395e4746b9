"""The queue: what was put in is sent once, whatever ends in between."""

import contextlib
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import (
    DamagedSendQueueError,
    JobCancelledError,
    NewerSendQueueError,
    OutputNotWritableError,
    UnrecognisedFileError,
)
from core.interchange.archive import queue_leases
from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings, write_connections
from core.interchange.archive.queue_leases import LONGEST_DELAY_S, MOST_ATTEMPTS, QueueLeases, delay_after
from core.interchange.archive.queue_worker import QueueEvent, run_queue
from core.interchange.archive.queued_object import QueueState, common_state
from core.interchange.archive.send_queue import SendQueue
from core.jobs import CancellationToken, JobContext
from core.worklist.entry import Origin, SendState
from core.worklist.identity import read_identity
from core.worklist.worklist import Worklist

from ....dicom_servers import OrthancServer, RunningServer, free_port  # noqa: TID252 (no absolute name)
from .scans import write_scan

NodeOf = Callable[..., ArchiveNode]
StartReceiver = Callable[..., RunningServer]
_NODE = "Hospital archive"


@pytest.fixture
def queue_path(tmp_path: Path) -> Path:
    return tmp_path / "queue" / "queue.sqlite"


@pytest.fixture
def queue(queue_path: Path) -> Iterator[SendQueue]:
    with SendQueue(queue_path) as opened:
        yield opened


def _run(
    queue: SendQueue, settings: ConnectionSettings, *nodes: ArchiveNode, worklist: Worklist | None = None
) -> list[QueueEvent]:
    """Send what is due; what was reported."""
    events: list[QueueEvent] = []
    known = replace(settings, nodes=nodes)
    run_queue(queue, lambda: known, JobContext(events.append), until_idle=True, worklist=worklist)
    return events


def _let_time_pass(path: Path) -> None:
    """Let every delay and every lease be over."""
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE objects SET next_attempt = 0, lease = min(lease, 1)")


def _copies(path: Path) -> list[Path]:
    return list((path.parent / "objects").iterdir())


@pytest.mark.parametrize("web", [False, True], ids=["C-STORE", "STOW-RS"])
def test_what_was_put_in_is_sent_and_the_copy_goes(
    queue: SendQueue,
    queue_path: Path,
    orthanc: OrthancServer,
    node_of: NodeOf,
    settings: ConnectionSettings,
    tmp_path: Path,
    web: bool,
) -> None:
    paths = [write_scan(tmp_path, seed=number) for number in range(3)]
    uids = sorted(path.stem for path in paths)

    numbers = queue.add(paths, _NODE)
    for path in paths:
        path.unlink()
    assert queue.counts()[QueueState.WAITING] == 3
    events = _run(queue, settings, node_of(orthanc, web=web))

    assert orthanc.instances == uids
    assert [event.state for event in events if event.number == numbers[0]] == [QueueState.SENDING, QueueState.SENT]
    assert queue.counts()[QueueState.SENT] == 3
    assert not _copies(queue_path)
    assert queue.next_due() is None


@pytest.mark.skipif(os.name != "posix", reason="permissions of files are POSIX's")
def test_it_is_for_this_user_only(queue: SendQueue, queue_path: Path) -> None:
    assert stat.S_IMODE(queue_path.stat().st_mode) == 0o600
    assert stat.S_IMODE(queue_path.parent.stat().st_mode) == 0o700


def test_the_same_object_is_sent_once(
    queue: SendQueue, start_receiver: StartReceiver, node_of: NodeOf, settings: ConnectionSettings, tmp_path: Path
) -> None:
    server = start_receiver("-uf")
    path = write_scan(tmp_path)

    first = queue.add([path, path], _NODE)
    _run(queue, settings, node_of(server))
    again = queue.add([path], _NODE)
    _run(queue, settings, node_of(server))

    assert set(first) == set(again)
    assert server.log.read_text().count("Received Store Request") == 1


def test_an_archive_that_is_down_is_tried_again_later(
    queue: SendQueue,
    queue_path: Path,
    start_receiver: StartReceiver,
    node_of: NodeOf,
    settings: ConnectionSettings,
    tmp_path: Path,
) -> None:
    port = free_port()
    node = ArchiveNode(_NODE, "STORESCP", "127.0.0.1", port, timeout_s=5)
    (number,) = queue.add([write_scan(tmp_path)], _NODE)

    _run(queue, settings, node)

    item = queue.item(number)
    assert item is not None
    assert (item.state, item.attempts, item.is_unclear) == (QueueState.WAITING, 1, False)
    assert "nothing listens" in item.problem
    assert 0 < (queue.next_due() or 0) <= delay_after(1)
    assert not _run(queue, settings, node), "not before its time"

    server = start_receiver(port=port)
    _let_time_pass(queue_path)
    _run(queue, settings, node)
    assert queue.counts()[QueueState.SENT] == 1
    assert len(server.files) == 1


def test_one_archive_that_is_down_does_not_hold_up_another(
    queue: SendQueue, start_receiver: StartReceiver, node_of: NodeOf, settings: ConnectionSettings, tmp_path: Path
) -> None:
    down = ArchiveNode("Down", "DOWN", "127.0.0.1", free_port(), timeout_s=5)
    server = start_receiver()
    queue.add([write_scan(tmp_path)], "Down")
    queue.add([write_scan(tmp_path)], _NODE)

    _run(queue, settings, down, node_of(server))

    assert len(server.files) == 1
    assert queue.counts()[QueueState.WAITING] == 1


def test_delays_grow_and_attempts_end(
    queue: SendQueue, queue_path: Path, settings: ConnectionSettings, tmp_path: Path
) -> None:
    delays = [delay_after(attempt) for attempt in range(1, MOST_ATTEMPTS + 1)]
    assert delays == sorted(delays)
    assert delays[-1] == LONGEST_DELAY_S
    assert 12 * 3600 < sum(delays) < 48 * 3600

    (number,) = queue.add([write_scan(tmp_path)], _NODE)
    with contextlib.closing(sqlite3.connect(queue_path)) as connection, connection:
        connection.execute("UPDATE objects SET attempts = ?", (MOST_ATTEMPTS - 1,))
    node = ArchiveNode(_NODE, "DOWN", "127.0.0.1", free_port(), timeout_s=5)
    _run(queue, settings, node)

    item = queue.item(number)
    assert item is not None
    assert item.state is QueueState.FAILED
    assert item.item.path.exists(), "it can be tried again by hand"
    queue.try_again([number])
    assert queue.counts()[QueueState.WAITING] == 1


def test_what_an_archive_never_takes_is_not_tried_again(
    queue: SendQueue, start_receiver: StartReceiver, node_of: NodeOf, settings: ConnectionSettings, tmp_path: Path
) -> None:
    server = start_receiver()
    unknown = write_scan(tmp_path, SOPClassUID="1.2.840.10008.5.1.4.1.1.6.3")
    numbers = queue.add([unknown, write_scan(tmp_path)], _NODE)

    _run(queue, settings, node_of(server))

    states = [item.state for number in numbers if (item := queue.item(number)) is not None]
    assert states == [QueueState.FAILED, QueueState.SENT]


def test_an_archive_that_was_taken_out_of_the_settings(
    queue: SendQueue, settings: ConnectionSettings, tmp_path: Path
) -> None:
    (number,) = queue.add([write_scan(tmp_path)], "Gone")

    _run(queue, settings)

    item = queue.item(number)
    assert item is not None
    assert item.state is QueueState.FAILED
    assert "Gone" in item.problem


@pytest.mark.parametrize("web", [False, True], ids=["C-FIND", "QIDO-RS"])
def test_after_an_unclear_end_the_archive_is_asked_before_anything_is_sent_again(
    queue: SendQueue,
    queue_path: Path,
    orthanc: OrthancServer,
    node_of: NodeOf,
    settings: ConnectionSettings,
    tmp_path: Path,
    web: bool,
) -> None:
    there, missing = write_scan(tmp_path), write_scan(tmp_path)
    orthanc.upload(there)
    queue.add([there, missing], _NODE)
    # A program took them and ended.
    assert len(QueueLeases(queue.storage).claim(10)) == 2
    assert not _run(queue, settings, node_of(orthanc, web=web)), "its time is not over"
    _let_time_pass(queue_path)

    before = orthanc.rest("/changes?limit=1000")["Last"]
    _run(queue, settings, node_of(orthanc, web=web))

    changes = orthanc.rest(f"/changes?since={before}&limit=1000")["Changes"]
    assert [change["ChangeType"] for change in changes].count("NewInstance") == 1
    assert orthanc.instances == sorted([there.stem, missing.stem])
    assert queue.counts()[QueueState.SENT] == 2


def test_a_connection_that_breaks_leaves_the_object_unclear(
    queue: SendQueue,
    queue_path: Path,
    start_receiver: StartReceiver,
    node_of: NodeOf,
    settings: ConnectionSettings,
    tmp_path: Path,
) -> None:
    port = free_port()
    broken = start_receiver("--abort-after", port=port)
    numbers = queue.add([write_scan(tmp_path), write_scan(tmp_path)], _NODE)
    _run(queue, settings, node_of(broken))

    items = [queue.item(number) for number in numbers]
    assert [(item.state, item.is_unclear) for item in items if item] == [
        (QueueState.WAITING, True),
        (QueueState.WAITING, False),
    ]

    # It has no search to be asked with, so it gets the object again.
    broken.stop()
    server = start_receiver(port=port)
    _let_time_pass(queue_path)
    _run(queue, settings, node_of(server))
    assert queue.counts()[QueueState.SENT] == 2
    assert len(server.files) == 2


def test_what_was_taken_by_a_program_that_lives_is_left_to_it(queue_path: Path, tmp_path: Path) -> None:
    with SendQueue(queue_path) as one, SendQueue(queue_path) as other:
        one.add([write_scan(tmp_path) for _ in range(4)], _NODE)
        first, second = QueueLeases(one.storage), QueueLeases(other.storage)

        mine, theirs = first.claim(3), second.claim(3)
        assert len(mine) == 3
        assert len(theirs) == 1
        assert not {item.number for item in mine} & {item.number for item in theirs}

        # Its time is over, and the other takes one: what the first says of it then does not count.
        _let_time_pass(queue_path)
        first.renew()
        assert not {item.number for item in second.claim(10)} & {item.number for item in mine}
        _let_time_pass(queue_path)
        (taken, *_) = second.claim(1)
        first.note_failed(taken, "too late")
        found = one.item(taken.number)
        assert found is not None
        assert found.state is QueueState.SENDING


def test_two_programs_send_everything_once(
    queue_path: Path, orthanc: OrthancServer, node_of: NodeOf, settings: ConnectionSettings, tmp_path: Path
) -> None:
    count = 60
    paths = [write_scan(tmp_path, side=8, seed=number) for number in range(count)]
    write_connections(replace(settings, nodes=(node_of(orthanc),)), tmp_path / "settings")
    with SendQueue(queue_path) as queue:
        queue.add(paths, _NODE)
        programs = [_start_program(queue_path, tmp_path / "settings") for _ in range(2)]
        assert [program.wait(60) for program in programs] == [0, 0]
        changes = orthanc.rest("/changes?limit=10000")["Changes"]

        assert queue.counts()[QueueState.SENT] == count
        assert orthanc.instances == sorted(path.stem for path in paths)
        mine = set(orthanc.rest("/instances"))
        assert sum(change["ChangeType"] == "NewInstance" and change["ID"] in mine for change in changes) == count


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")
def test_a_program_killed_in_the_middle_loses_nothing(
    queue_path: Path,
    start_receiver: StartReceiver,
    node_of: NodeOf,
    settings: ConnectionSettings,
    tmp_path: Path,
) -> None:
    server = start_receiver("--sleep-after", "1")
    paths = [write_scan(tmp_path, side=8, seed=number) for number in range(4)]
    write_connections(replace(settings, nodes=(node_of(server),)), tmp_path / "settings")
    with SendQueue(queue_path) as queue:
        queue.add(paths, _NODE)
        program = _start_program(queue_path, tmp_path / "settings")
        end = time.monotonic() + 30
        while queue.counts()[QueueState.SENT] < 1 and time.monotonic() < end:
            time.sleep(0.02)
        program.send_signal(signal.SIGKILL)
        program.wait()
        acknowledged = queue.counts()[QueueState.SENT]
        assert 1 <= acknowledged < 4

        _let_time_pass(queue_path)
        _run(queue, settings, node_of(server))

        assert queue.counts()[QueueState.SENT] == 4
        received = server.log.read_text().count("Received Store Request")
        assert 4 <= received <= 5, "at most the one that was under way came twice, to an archive without a search"
    assert {path.name.split(".", 1)[1] for path in server.files} == {path.stem for path in paths}


def test_stopping_puts_back_what_was_not_sent(
    queue: SendQueue, start_receiver: StartReceiver, node_of: NodeOf, settings: ConnectionSettings, tmp_path: Path
) -> None:
    server = start_receiver()
    known = replace(settings, nodes=(node_of(server),))
    queue.add([write_scan(tmp_path) for _ in range(3)], _NODE)
    token = CancellationToken()

    def stop_at_the_first(event: QueueEvent) -> None:
        if event.state is QueueState.SENT:
            token.cancel()

    with pytest.raises(JobCancelledError):
        run_queue(queue, lambda: known, JobContext(stop_at_the_first, token))

    counts = queue.counts()
    assert (counts[QueueState.SENT], counts[QueueState.WAITING]) == (1, 2)
    assert all(item.attempts == 0 for item in queue.items([QueueState.WAITING]))


def test_waiting_for_something_to_do_can_be_stopped(queue: SendQueue, settings: ConnectionSettings) -> None:
    token = CancellationToken()
    context: JobContext[QueueEvent] = JobContext(token=token)
    asked = 0

    def settings_now() -> ConnectionSettings:
        nonlocal asked
        asked += 1
        if asked == 2:
            token.cancel()
        return settings

    with pytest.raises(JobCancelledError):
        run_queue(queue, settings_now, context)


def test_commitment_ends_what_is_kept(
    queue: SendQueue,
    queue_path: Path,
    orthanc: OrthancServer,
    node_of: NodeOf,
    settings: ConnectionSettings,
    tmp_path: Path,
) -> None:
    queue.add([write_scan(tmp_path)], _NODE, asks_commitment=True)

    events = _run(queue, settings, node_of(orthanc))

    assert [event.state for event in events] == [QueueState.SENDING, QueueState.SENT, QueueState.COMMITTED]
    assert not _copies(queue_path)
    assert queue.next_due() is None


def test_what_the_archive_lost_is_sent_again(
    queue: SendQueue,
    queue_path: Path,
    orthanc: OrthancServer,
    node_of: NodeOf,
    settings: ConnectionSettings,
    tmp_path: Path,
) -> None:
    path = write_scan(tmp_path)
    (number,) = queue.add([path], _NODE, asks_commitment=True)
    leases = QueueLeases(queue.storage)
    (taken,) = leases.claim(1)
    leases.note_sent(taken)
    assert _copies(queue_path), "until the archive has promised to keep it"

    _run(queue, settings, node_of(orthanc))

    item = queue.item(number)
    assert item is not None
    assert item.state is QueueState.COMMITTED
    assert orthanc.instances == [path.stem]


def test_an_archive_that_does_not_commit_itself(
    queue: SendQueue,
    queue_path: Path,
    start_receiver: StartReceiver,
    node_of: NodeOf,
    settings: ConnectionSettings,
    tmp_path: Path,
) -> None:
    (number,) = queue.add([write_scan(tmp_path)], _NODE, asks_commitment=True)

    _run(queue, settings, node_of(start_receiver()))

    item = queue.item(number)
    assert item is not None
    assert item.state is QueueState.SENT
    assert "storage commitment" in item.problem
    assert not _copies(queue_path)


def test_the_worklist_is_told(
    queue: SendQueue, start_receiver: StartReceiver, node_of: NodeOf, settings: ConnectionSettings, tmp_path: Path
) -> None:
    scan = write_scan(tmp_path)
    worklist = Worklist(tmp_path / "worklist" / "worklist.sqlite")
    try:
        entry = worklist.add(scan, read_identity(scan), Origin.OPENED)
        queue.add([write_scan(tmp_path), write_scan(tmp_path)], _NODE, entry=entry)
        _run(queue, settings, node_of(start_receiver()), worklist=worklist)
        found = worklist.entry(entry)
        assert found is not None
        assert (found.send_state, found.send_node) == (SendState.SENT, _NODE)
    finally:
        worklist.close()


def test_several_objects_are_as_far_as_the_least() -> None:
    assert common_state([QueueState.COMMITTED, QueueState.SENT]) is QueueState.SENT
    assert common_state([QueueState.SENT, QueueState.WAITING]) is QueueState.WAITING
    assert common_state([QueueState.FAILED, QueueState.SENT]) is QueueState.FAILED


def test_what_is_no_dicom_is_not_taken_in(queue: SendQueue, queue_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("nothing to send " * 20)

    with pytest.raises(UnrecognisedFileError):
        queue.add([path], _NODE)
    assert not _copies(queue_path)


def test_objects_can_be_taken_out(queue: SendQueue, queue_path: Path, tmp_path: Path) -> None:
    numbers = queue.add([write_scan(tmp_path), write_scan(tmp_path)], _NODE)

    queue.remove(numbers[:1])

    assert [item.number for item in queue.items()] == [numbers[1]]
    assert len(_copies(queue_path)) == 1


def test_copies_that_nothing_needs_go_after_an_hour(queue_path: Path, tmp_path: Path) -> None:
    with SendQueue(queue_path) as queue:
        queue.add([write_scan(tmp_path)], _NODE)
    old, young = queue_path.parent / "objects" / "old.dcm", queue_path.parent / "objects" / "young.dcm"
    for path in (old, young):
        path.write_bytes(b"left behind")
    long_ago = time.time() - 2 * 3600
    for path in _copies(queue_path):
        if path != young:
            os.utime(path, (long_ago, long_ago))

    with SendQueue(queue_path) as queue:
        assert queue.counts()[QueueState.WAITING] == 1

    assert not old.exists()
    assert len(_copies(queue_path)) == 2


def test_what_is_no_queue_is_left_as_it_is(queue_path: Path) -> None:
    queue_path.parent.mkdir()
    queue_path.write_bytes(b"something else entirely" * 100)
    with pytest.raises(DamagedSendQueueError):
        SendQueue(queue_path)
    assert queue_path.read_bytes().startswith(b"something else")


def test_a_newer_queue_is_not_touched(queue_path: Path) -> None:
    SendQueue(queue_path).close()
    with contextlib.closing(sqlite3.connect(queue_path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerSendQueueError):
        SendQueue(queue_path)


def test_a_place_that_takes_no_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputNotWritableError):
        SendQueue(tmp_path / "file" / "queue.sqlite")


def test_the_lease_is_longer_than_its_renewal() -> None:
    assert queue_leases.LEASE_S > 30


def _start_program(queue_path: Path, settings: Path) -> "subprocess.Popen[bytes]":
    """Another program that sends what is in the queue."""
    code = (
        "import sys; from pathlib import Path;"
        "from core.interchange.archive.nodes import read_connections;"
        "from core.interchange.archive.queue_worker import run_queue;"
        "from core.interchange.archive.send_queue import SendQueue;"
        "run_queue(SendQueue(Path(sys.argv[1])), lambda: read_connections(Path(sys.argv[2])), until_idle=True)"
    )
    root = Path(__file__).parents[4]
    return subprocess.Popen([sys.executable, "-c", code, str(queue_path), str(settings)], cwd=root)
