"""What the benchmarks of receiving share: scans to send, dcmtk's senders, and the receiver as a process of its own."""

import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from measuring import chest_dicom

HOST = "127.0.0.1"
CALLER = "BENCH"
TITLE = "HILUM"
SENDERS = 4
SIDE = 512
"""Rows and columns of the scans, pixels."""
_SENDING = re.compile(r"Sending file: (?P<path>.*)")
_ACKNOWLEDGED = "Received Store Response (Success)"
_PATIENCE_S = 60.0


def needed_program(name: str) -> str:
    """Where a program is; the benchmark ends where it is not installed."""
    found = shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is not installed (Debian: dcmtk)")
    return found


def free_port() -> int:
    """A port that nothing uses at the moment."""
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        return int(listener.getsockname()[1])


def make_scans(count: int, folder: Path) -> list[Path]:
    """Digital radiographs of 512 x 512 pixels, each with UIDs and pixels of its own, in a subfolder for each sender."""
    from pydicom import dcmread

    scan = dcmread(chest_dicom())
    whole = scan.pixel_array
    small = np.ascontiguousarray(
        whole[: SIDE * 3 : 3, : SIDE * 3 : 3] if min(whole.shape) >= SIDE * 3 else whole[:SIDE, :SIDE]
    )
    scan.Rows, scan.Columns = small.shape
    scan.SOPClassUID = scan.file_meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.1.1"
    scan.Modality = "DX"
    random = np.random.default_rng(0)
    paths = []
    for number in range(count):
        scan.SOPInstanceUID = scan.file_meta.MediaStorageSOPInstanceUID = f"2.25.4000{number}"
        scan.SeriesInstanceUID, scan.StudyInstanceUID = f"2.25.5000{number}", f"2.25.6000{number}"
        scan.PatientID = f"P{number:05}"
        scan.PixelData = (small + random.integers(0, 16, small.shape, dtype=small.dtype)).tobytes()
        path = folder / f"sender{number % SENDERS}" / f"{number:05}.dcm"
        path.parent.mkdir(parents=True, exist_ok=True)
        scan.save_as(path, enforce_file_format=True)
        paths.append(path)
    return paths


@dataclass
class Sending:
    """Four storescu at once.

    Attributes:
        acknowledged: The files that the receiver said it has.
        seconds: How long it took.
    """

    acknowledged: set[Path] = field(default_factory=set)
    seconds: float = 0.0


class Senders:
    """Starts dcmtk's senders, and reads what they say they were told."""

    def __init__(self, port: int, folders: Sequence[Path], begin_at: float = 0.0) -> None:
        """Start them.

        Args:
            port: The receiver's.
            folders: What each sends.
            begin_at: With which of its files each begins, as a share of them; those before come last.
        """
        self._started = time.perf_counter()
        self._outputs = [folder / "sender.log" for folder in folders]
        binary = needed_program("storescu")
        self._processes = []
        for folder, log in zip(folders, self._outputs, strict=True):
            command = [binary, "-v", "-nh", "-ta", "30", "-td", "60", "-aet", CALLER, "-aec", TITLE, HOST, str(port)]
            with log.open("wb") as file:
                files = sorted(map(str, folder.glob("*.dcm")))
                first = int(len(files) * begin_at)
                arguments = [*command, *files[first:], *files[:first]]
                self._processes.append(subprocess.Popen(arguments, stdout=file, stderr=subprocess.STDOUT))

    @property
    def is_sending(self) -> bool:
        """Whether one still sends."""
        return any(process.poll() is None for process in self._processes)

    def acknowledged(self) -> set[Path]:
        """What was acknowledged so far."""
        told: set[Path] = set()
        for log in self._outputs:
            current = None
            for line in log.read_text(errors="replace").splitlines():
                if found := _SENDING.search(line):
                    current = Path(found["path"])
                elif _ACKNOWLEDGED in line and current is not None:
                    told.add(current)
        return told

    def wait(self) -> Sending:
        """Wait until all have sent, or given up."""
        for process in self._processes:
            process.wait()
        return Sending(self.acknowledged(), time.perf_counter() - self._started)


class ReceiverProcess:
    """`hilum receive` in a process of its own, with folders of its own.

    Attributes:
        port: Its port.
        peak_mib: The most memory that it had so far, MiB (resident set).
    """

    def __init__(self, folder: Path, *options: str) -> None:
        self.port = free_port()
        self.peak_mib = 0.0
        self._data = folder / "data"
        environment = {**os.environ, "XDG_DATA_HOME": str(self._data), "XDG_CONFIG_HOME": str(folder / "config")}
        command = [sys.executable, "-m", "core.cli", "receive", "--port", str(self.port), "--allow", CALLER, *options]
        self.log = folder / "receiver.log"
        with self.log.open("ab") as file:
            self._process = subprocess.Popen(command, env=environment, stdout=file, stderr=file)
        wait_for(lambda: _listens(self.port))
        threading.Thread(target=self._watch_memory, daemon=True).start()

    @property
    def worklist_path(self) -> Path:
        """Its worklist."""
        return self._data / "hilum" / "worklist" / "worklist.sqlite"

    @property
    def received_folder(self) -> Path:
        """Where its files lie."""
        return self._data / "hilum" / "received"

    @property
    def memory_mib(self) -> float:
        """Its memory now, MiB."""
        import psutil

        try:
            return float(psutil.Process(self._process.pid).memory_info().rss) / 2**20
        except psutil.Error:
            return 0.0

    def kill(self) -> None:
        """Kill it at once, as the system does when memory runs out."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        """End it as a service is ended."""
        self._process.terminate()
        self._process.wait()

    def _watch_memory(self) -> None:
        while self._process.poll() is None:
            self.peak_mib = max(self.peak_mib, self.memory_mib)
            time.sleep(0.05)


@contextmanager
def storescp(folder: Path) -> Iterator[int]:
    """dcmtk's receiver, which only writes files; its port."""
    port = free_port()
    folder.mkdir(parents=True, exist_ok=True)
    command = [needed_program("storescp"), "--fork", "-aet", TITLE, "-od", str(folder), str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for(lambda: _listens(port))
    yield port
    process.terminate()
    process.wait()


def flood(port: int, most_bytes: int) -> int:
    """Send one object that never ends; how many bytes went through before the receiver cut it off."""
    caller = socket.create_connection((HOST, port), timeout=30)
    caller.sendall(_request())
    caller.recv(65536)
    caller.sendall(_value(3, _store_command()))
    piece = _value(0, b"x" * 65_000)
    sent = 0
    try:
        while sent < most_bytes:
            caller.sendall(piece)
            sent += 65_000
    except OSError:
        pass
    caller.close()
    return sent


def wait_for(condition: object, patience_s: float = _PATIENCE_S) -> bool:
    """Wait until something holds; whether it does."""
    end = time.monotonic() + patience_s
    while not condition():  # type: ignore[operator]
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def _listens(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex((HOST, port)) == 0


def _request() -> bytes:
    context = b"\x01\0\0\0" + _item(0x30, _CR) + _item(0x40, b"1.2.840.10008.1.2.1")
    user = _item(0x51, struct.pack(">L", 16384)) + _item(0x52, b"2.25.1")
    items = _item(0x10, b"1.2.840.10008.3.1.1.1") + _item(0x20, context) + _item(0x50, user)
    return _pdu(1, b"\0\1\0\0" + TITLE.encode().ljust(16) + CALLER.encode().ljust(16) + bytes(32) + items)


_CR = b"1.2.840.10008.5.1.4.1.1.1"


def _store_command() -> bytes:
    values = ((2, _CR + b"\0"), (0x100, b"\1\0"), (0x110, b"\1\0"), (0x700, b"\0\0"), (0x800, b"\1\0"))
    content = b"".join(_element(number, value) for number, value in (*values, (0x1000, b"2.25.123")))
    return _element(0, struct.pack("<L", len(content))) + content


def _element(number: int, value: bytes) -> bytes:
    return struct.pack("<HHL", 0, number, len(value)) + value


def _item(kind: int, content: bytes) -> bytes:
    return struct.pack(">BBH", kind, 0, len(content)) + content


def _pdu(kind: int, content: bytes) -> bytes:
    return struct.pack(">BBL", kind, 0, len(content)) + content


def _value(control: int, content: bytes) -> bytes:
    return _pdu(4, struct.pack(">LBB", len(content) + 2, 1, control) + content)
