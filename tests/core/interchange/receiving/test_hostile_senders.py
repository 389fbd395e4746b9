"""Senders that mean harm are refused or cut off, leave nothing behind, and others are served all the same."""

import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.interchange.receiving.refusals import Reason, RefusalLog, plain_title
from core.interchange.receiving.settings import ReceiverTls
from tests.core.interchange.receiving.conftest import CALLER, TIMES, TITLE, Listening, Sent
from tests.dicom_servers import HOST, Certificates

Listen = Callable[..., Listening]
Send = Callable[..., Sent]
Make = Callable[..., Path]

CR = "1.2.840.10008.5.1.4.1.1.1"
EXPLICIT = "1.2.840.10008.1.2.1"
PATIENCE_S = 8.0


_connections: list[socket.socket] = []


@pytest.fixture(autouse=True)
def no_connection_is_left() -> Iterator[None]:
    """Close what a test opened."""
    yield
    while _connections:
        _connections.pop().close()


@pytest.fixture(autouse=True)
def no_thread_dies_of_it() -> Iterator[None]:
    """Whatever is sent, no thread ends with an exception that nobody caught."""
    died: list[threading.ExceptHookArgs] = []
    before, threading.excepthook = threading.excepthook, died.append
    yield
    threading.excepthook = before
    assert not [f"{arguments.exc_type}: {arguments.exc_value}" for arguments in died]


def pdu(kind: int, content: bytes, announced: int | None = None) -> bytes:
    """A message of the upper layer (DICOM PS3.8 section 9.3.1)."""
    return struct.pack(">BBL", kind, 0, len(content) if announced is None else announced) + content


def item(kind: int, content: bytes) -> bytes:
    """An item of such a message."""
    return struct.pack(">BBH", kind, 0, len(content)) + content


def request(calling: str = CALLER, called: str = TITLE, syntax: str = EXPLICIT) -> bytes:
    """An A-ASSOCIATE-RQ for computed radiography (DICOM PS3.8 section 9.3.2)."""
    context = item(0x20, b"\x01\0\0\0" + item(0x30, CR.encode()) + item(0x40, syntax.encode()))
    user = item(0x50, item(0x51, struct.pack(">L", 16384)) + item(0x52, b"2.25.1"))
    titles = called.encode("latin-1").ljust(16) + calling.encode("latin-1").ljust(16)
    return pdu(0x01, b"\0\1\0\0" + titles + bytes(32) + item(0x10, b"1.2.840.10008.3.1.1.1") + context + user)


def element(group: int, number: int, value: bytes) -> bytes:
    """An element in implicit VR."""
    return struct.pack("<HHL", group, number, len(value)) + value


def store_command(uid: bytes = b"2.25.5", sop_class: bytes = CR.encode()) -> bytes:
    """A C-STORE-RQ (DICOM PS3.7 section 9.3.1)."""
    even = [value + b"\0" * (len(value) % 2) for value in (sop_class, uid)]
    content = element(0, 2, even[0]) + element(0, 0x100, b"\1\0") + element(0, 0x110, b"\1\0")
    content += element(0, 0x700, b"\0\0") + element(0, 0x800, b"\1\0") + element(0, 0x1000, even[1])
    return element(0, 0, struct.pack("<L", len(content))) + content


def value(control: int, content: bytes, context: int = 1) -> bytes:
    """A P-DATA-TF with one presentation data value."""
    return pdu(0x04, struct.pack(">LBB", len(content) + 2, context, control) + content)


def connect(listening: Listening) -> socket.socket:
    """A plain connection."""
    caller = socket.create_connection((HOST, listening.port), timeout=PATIENCE_S)
    caller.settimeout(PATIENCE_S)
    _connections.append(caller)
    return caller


def associate(listening: Listening) -> socket.socket:
    """A connection on which an association was accepted."""
    caller = connect(listening)
    caller.sendall(request())
    assert caller.recv(65536)[:1] == b"\x02"
    return caller


def is_closed(caller: socket.socket) -> bool:
    """Whether the other side ends the connection within the test's patience."""
    try:
        while caller.recv(65536):
            pass
    except ConnectionError:
        pass
    except TimeoutError:
        return False
    return True


def is_empty_soon(listening: Listening) -> bool:
    """Whether nothing is left of what was not finished."""
    end = time.monotonic() + PATIENCE_S
    while listening.files and time.monotonic() < end:
        time.sleep(0.05)
    return not listening.files


@pytest.mark.parametrize(
    "garbage",
    [
        b"GET / HTTP/1.1\r\nHost: hilum\r\n\r\n",
        b"\0" * 64,
        pdu(0x04, b"\0\0\0\x06\x01\x03ABCD"),
        pdu(0x02, b"\0" * 68),
        pdu(0x01, b"short"),
        pdu(0x01, b"\xff" * 200),
        pdu(0x63, b"what?"),
        request(calling="\xff\xfe\xfd"),
        request(called="\\\\\\\\"),
        request(syntax="9" * 300),
    ],
    ids=["http", "zeros", "data first", "answer first", "short", "noise", "unknown kind", "title", "slashes", "syntax"],
)
def test_garbage_is_cut_off_and_the_next_sender_is_served(
    listen: Listen, storescu: Send, make_scan: Make, garbage: bytes
) -> None:
    listening = listen(**TIMES)
    caller = connect(listening)

    caller.sendall(garbage)

    assert is_closed(caller)
    assert storescu(listening.port, make_scan(1)).acknowledged == 1


@pytest.mark.parametrize(
    "messages",
    [
        [value(3, b"no command at all")],
        [value(3, store_command()[:40])],
        [value(3, b"")],
        [pdu(0x04, b"\0\0\0\x01\x01")],
        [pdu(0x04, struct.pack(">LBB", 2**31, 1, 3) + b"abcd")],
        [value(3, store_command(), context=77)],
        [value(3, store_command()), value(0, b"data", context=3)],
        [value(3, store_command()), value(3, store_command())],
        [value(2, b"data without a command")],
        [value(3, store_command(uid=b"../../etc/passwd"))],
        [value(3, store_command(uid=b"2.25.5\\2.25.6"))],
        [value(3, store_command(uid=b""))],
        [value(3, store_command(sop_class=b"/etc"))],
        [value(3, element(0, 0x100, b"\x77\x77"))],
        [value(1, b"x" * 16000)] * 6,
        [value(0, b"x" * 16000)] * 6,
        [request()],
        [pdu(0x01, b"", announced=2**32 - 1)],
        [pdu(0x04, b"", announced=2**31)],
    ],
)
def test_messages_that_break_the_rules_end_their_association(
    listen: Listen, storescu: Send, make_scan: Make, messages: list[bytes]
) -> None:
    listening = listen(**TIMES)
    caller = associate(listening)

    try:
        for message in messages:
            caller.sendall(message)
    except OSError:
        pass

    assert is_closed(caller)
    assert listening.reasons & {Reason.PROTOCOL_BROKEN, Reason.INVALID_UID, Reason.TOO_SLOW}
    assert is_empty_soon(listening)
    assert storescu(listening.port, make_scan(1)).acknowledged == 1


def test_an_object_above_the_limit_is_cut_off_while_it_comes(listen: Listen, storescu: Send, make_scan: Make) -> None:
    listening = listen(most_bytes=300_000)
    caller = associate(listening)
    caller.sendall(value(3, store_command()))

    sent = 0
    try:
        while sent < 50_000_000:
            caller.sendall(value(0, b"x" * 16_000))
            sent += 16_000
    except OSError:
        pass

    assert sent < 50_000_000
    assert listening.reasons == {Reason.TOO_LARGE}
    assert is_empty_soon(listening)
    assert storescu(listening.port, make_scan(1)).acknowledged == 1


def test_silent_callers_are_cut_off_and_hold_nobody_up(listen: Listen, storescu: Send, make_scan: Make) -> None:
    listening = listen(**TIMES)
    silent = [connect(listening) for _ in range(12)]
    half = connect(listening)
    half.sendall(request()[:20])
    waiting = associate(listening)
    inside = associate(listening)
    inside.sendall(value(3, store_command()) + value(0, b"x" * 1000)[:500])

    assert storescu(listening.port, make_scan(1)).acknowledged == 1

    assert all(is_closed(caller) for caller in (*silent, half, waiting, inside))
    assert Reason.TOO_SLOW in listening.reasons
    assert len(listening.files) == 1


@pytest.mark.parametrize("piece", ["bytes", "messages"])
def test_callers_that_trickle_are_cut_off_in_time(listen: Listen, piece: str) -> None:
    """A byte now and then keeps a message open; a small message now and then keeps an object open."""
    listening = listen(**TIMES)
    caller = associate(listening)
    caller.sendall(value(3, store_command()))
    message = value(0, b"x" * 1000)
    drops = iter(lambda: message, None) if piece == "messages" else (bytes([byte]) for byte in message)

    began = time.monotonic()
    try:
        for drop in drops:
            caller.sendall(drop)
            time.sleep(0.2)
            assert time.monotonic() - began < PATIENCE_S
    except OSError:
        pass

    assert is_closed(caller)
    assert listening.reasons == {Reason.TOO_SLOW}
    assert is_empty_soon(listening)


def test_a_caller_that_keeps_silent_before_encryption_holds_nobody_up(
    listen: Listen, storescu: Send, make_scan: Make, certificates: Certificates
) -> None:
    tls = ReceiverTls(True, certificates.server, certificates.server_key)
    listening = listen(tls=tls, **TIMES)
    silent = connect(listening)

    sent = storescu(listening.port, make_scan(1), options=("+tla", "+cf", str(certificates.authority)))

    assert sent.acknowledged == 1
    assert is_closed(silent)


def test_a_caller_that_falls_silent_within_encryption_is_cut_off(listen: Listen, certificates: Certificates) -> None:
    listening = listen(tls=ReceiverTls(True, certificates.server, certificates.server_key), **TIMES)
    context = ssl.create_default_context(cafile=str(certificates.authority))
    with connect(listening) as plain, context.wrap_socket(plain, server_hostname=HOST) as caller:
        caller.sendall(request()[:10])

        assert is_closed(caller)

    assert listening.reasons == {Reason.TOO_SLOW}


def test_more_senders_than_may_are_told_to_come_later(listen: Listen, storescu: Send, make_scan: Make) -> None:
    listening = listen(most_associations=1)
    busy = associate(listening)

    refused = storescu(listening.port, make_scan(1))
    busy.close()
    end = time.monotonic() + PATIENCE_S
    while listening.receiver.counts.senders and time.monotonic() < end:
        time.sleep(0.05)

    assert "Local Limit Exceeded" in refused.output
    assert listening.reasons == {Reason.TOO_MANY_SENDERS}
    assert storescu(listening.port, make_scan(1)).acknowledged == 1


def test_more_connections_than_may_are_closed_at_once(listen: Listen) -> None:
    listening = listen(**TIMES)
    callers = [connect(listening) for _ in range(40)]

    assert all(is_closed(caller) for caller in callers)

    assert Reason.TOO_MANY_SENDERS in listening.reasons


def test_fast_senders_are_slowed_down_and_lose_nothing(listen: Listen, storescu: Send, make_scan: Make) -> None:
    listening = listen(objects_per_minute=60)
    listening.receiver._rate.charge(CALLER, 0, 0.0)
    for _ in range(59):
        listening.receiver._rate.charge(CALLER, 0, 0.0)

    began = time.monotonic()
    sent = storescu(listening.port, make_scan(1), make_scan(2))

    assert sent.acknowledged == 2
    assert time.monotonic() - began > 1.0


def test_floods_are_refused_and_nothing_of_them_is_kept(listen: Listen, storescu: Send, make_scan: Make) -> None:
    listening = listen(bytes_per_minute=1000)

    assert storescu(listening.port, make_scan(1)).acknowledged == 0

    assert listening.reasons == {Reason.TOO_FAST}
    assert listening.files == []


def test_an_object_that_is_not_the_announced_one_is_refused(listen: Listen, make_scan: Make) -> None:
    from pydicom import dcmread

    listening = listen()
    whole = make_scan(1).read_bytes()
    start = whole.index(b"\x08\0\x05\0CS") if b"\x08\0\x05\0CS" in whole else whole.index(b"\x08\0\x08\0CS")
    assert dcmread(make_scan(1)).file_meta.TransferSyntaxUID == EXPLICIT
    caller = associate(listening)

    caller.sendall(value(3, store_command(uid=b"2.25.999")) + b"".join(pieces(whole[start:])))

    assert caller.recv(65536)[:1] == b"\x04"
    assert listening.reasons == {Reason.OTHER_OBJECT}
    assert is_empty_soon(listening)
    caller.close()


def test_a_data_set_in_another_encoding_than_agreed_is_refused(listen: Listen) -> None:
    listening = listen()
    caller = associate(listening)

    caller.sendall(value(3, store_command()) + value(2, element(8, 0x16, CR.encode() + b"\0") * 3))

    assert caller.recv(65536)[:1] == b"\x04"
    assert listening.reasons <= {Reason.NO_IMAGE, Reason.OTHER_OBJECT}
    assert is_empty_soon(listening)
    caller.close()


def test_a_half_sent_object_leaves_nothing_when_its_sender_goes_away(listen: Listen) -> None:
    listening = listen()
    caller = associate(listening)
    caller.sendall(value(3, store_command()) + value(0, b"x" * 1000))
    end = time.monotonic() + PATIENCE_S
    while not listening.files and time.monotonic() < end:
        time.sleep(0.02)
    assert listening.files

    caller.close()

    assert is_empty_soon(listening)


def pieces(content: bytes) -> list[bytes]:
    """A data set in messages."""
    parts = [content[start : start + 16000] for start in range(0, len(content), 16000)]
    return [value(2 if part is parts[-1] else 0, part) for part in parts]


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One receiver for all examples."""
    from core.interchange.receiving.receiver import Receiver
    from core.interchange.receiving.settings import AllowedCaller, ReceiverSettings
    from core.worklist.worklist import Worklist
    from tests.dicom_servers import free_port

    folder = tmp_path_factory.mktemp("fuzzed")
    worklist = Worklist(folder / "worklist" / "worklist.sqlite")
    settings_ = ReceiverSettings(
        port=free_port(),
        callers=(AllowedCaller(CALLER),),
        pdu_timeout_s=0.2,
        idle_timeout_s=0.4,
        object_timeout_s=1.0,
        least_free_bytes=0,
    )
    receiver = Receiver(settings_, worklist, folder / "received")
    receiver.start()
    yield Listening(receiver, worklist, folder / "received")
    receiver.stop()
    worklist.close()


_CHANGES = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), min_size=1, max_size=6)


@given(changes=_CHANGES, part=st.integers(0, 2))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_bytes_are_changed_in_a_conversation_it_ends_and_nothing_is_left(
    fuzzed: Listening, expected_warnings: set[str], changes: list[tuple[int, int]], part: int
) -> None:
    expected_warnings.add("core.interchange.receiving.refusals")
    conversation = [request(), value(3, store_command()), value(2, element(8, 0x16, CR.encode() + b"\0"))]
    damaged = bytearray(conversation[part])
    for place, byte in changes:
        damaged[place % len(damaged)] = byte
    conversation[part] = bytes(damaged)

    caller = connect(fuzzed)
    try:
        for message in conversation:
            caller.sendall(message)
            time.sleep(0.005)
        caller.shutdown(socket.SHUT_WR)
    except OSError:
        pass

    assert is_closed(caller)
    caller.close()
    assert is_empty_soon(fuzzed)
    assert fuzzed.receiver.is_running


def test_a_flood_of_refusals_is_said_once_in_a_while(expected_warnings: set[str]) -> None:
    expected_warnings.add("core.interchange.receiving.refusals")
    now = [0.0]
    said: list[Any] = []
    log = RefusalLog(said.append, lambda: now[0])

    for _ in range(1000):
        log.note(Reason.PROTOCOL_BROKEN, "A", "10.0.0.1")
        now[0] += 0.01
    log.note(Reason.PROTOCOL_BROKEN, "A", "10.0.0.2")
    now[0] += 60
    log.note(Reason.PROTOCOL_BROKEN, "A", "10.0.0.1")

    assert log.count == 1002
    assert [refusal.address for refusal in said] == ["10.0.0.1", "10.0.0.2", "10.0.0.1"]


@given(st.text())
def test_titles_from_the_network_are_shown_without_what_no_title_holds(title: str) -> None:
    shown = plain_title(title)

    assert len(shown) <= 16
    assert shown.isprintable()
    assert "\n" not in shown
