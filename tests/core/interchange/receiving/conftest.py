"""A receiver on this computer, and scans to send to it."""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from core.interchange.receiving.receiver import Receiver
from core.interchange.receiving.refusals import Reason, Refusal
from core.interchange.receiving.settings import AllowedCaller, ReceiverSettings
from core.worklist.entry import WorklistEntry
from core.worklist.worklist import Worklist
from tests.dicom_servers import HOST, Certificates, free_port, make_certificates, program

CALLER = "STORESCU"
TITLE = "HILUM"
TIMES = {"pdu_timeout_s": 1.0, "idle_timeout_s": 3.0, "object_timeout_s": 3.0}
"""Short enough for tests."""


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    """Keys and certificates of this run."""
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@dataclass
class Listening:
    """A running receiver with what belongs to it."""

    receiver: Receiver
    worklist: Worklist
    folder: Path
    refusals: list[Refusal] = field(default_factory=list)

    @property
    def port(self) -> int:
        """Its port."""
        return self.receiver.settings.port

    @property
    def reasons(self) -> set[Reason]:
        """Why something was refused so far."""
        return {refusal.reason for refusal in self.refusals}

    @property
    def entries(self) -> tuple[WorklistEntry, ...]:
        """What is on the worklist."""
        return self.worklist.waiting(1000)

    @property
    def files(self) -> list[Path]:
        """Everything that lies in its folder."""
        return sorted(path for path in self.folder.rglob("*") if path.is_file())


@pytest.fixture
def listen(tmp_path: Path, expected_warnings: set[str]) -> Iterator[Callable[..., Listening]]:
    """Start a receiver; the keywords are settings."""
    expected_warnings.add("core.interchange.receiving.refusals")
    running: list[Listening] = []

    def start(**changes: object) -> Listening:
        settings = ReceiverSettings(
            is_enabled=True, port=free_port(), ae_title=TITLE, callers=(AllowedCaller(CALLER),), least_free_bytes=0
        )
        worklist = Worklist(tmp_path / "worklist" / "worklist.sqlite")
        refusals: list[Refusal] = []
        folder = tmp_path / "received"
        settings = replace(settings, **changes)  # type: ignore[arg-type]
        receiver = Receiver(settings, worklist, folder, on_refusal=refusals.append)
        running.append(Listening(receiver, worklist, folder, refusals))
        receiver.start()
        return running[-1]

    yield start
    for listening in running:
        listening.receiver.stop()
        listening.worklist.close()


@dataclass(frozen=True)
class Sent:
    """What became of a sending."""

    status: int
    output: str

    @property
    def acknowledged(self) -> int:
        """How many objects the receiver said it has."""
        return self.output.count("Received Store Response (Success)")


@pytest.fixture
def storescu() -> Callable[..., Sent]:
    """Send files with dcmtk's storescu."""
    binary = program("storescu")

    def send(port: int, *paths: Path, options: tuple[str, ...] = (), caller: str = CALLER, called: str = TITLE) -> Sent:
        command = [binary, "-v", "-nh", "-to", "10", "-ta", "10", "-td", "20", "-aet", caller, "-aec", called, *options]
        done = subprocess.run(
            [*command, HOST, str(port), *map(str, paths)], capture_output=True, text=True, timeout=60, check=False
        )
        return Sent(done.returncode, done.stdout + done.stderr)

    return send


@pytest.fixture(scope="session")
def make_scan(tmp_path_factory: pytest.TempPathFactory, chest_dicom: Path) -> Callable[..., Path]:
    """Make a small chest radiograph of its own; the keywords are attributes."""
    from pydicom import dcmread
    from pydicom.dataset import Dataset

    folder = tmp_path_factory.mktemp("scans")
    whole: Dataset = dcmread(chest_dicom)
    small = whole.pixel_array[::8, ::8]

    def make(number: int = 1, **attributes: object) -> Path:
        scan = dcmread(chest_dicom)
        scan.Rows, scan.Columns = small.shape
        scan.PixelData = (small + number).astype(small.dtype).tobytes()
        scan.StudyInstanceUID = f"2.25.77{number}"
        scan.SeriesInstanceUID = f"2.25.78{number}"
        scan.SOPInstanceUID = scan.file_meta.MediaStorageSOPInstanceUID = f"2.25.79{number}"
        scan.PatientName = "Kept^Private"
        for name, value in attributes.items():
            setattr(scan, name, value)
        path = folder / f"{number}-{len(list(folder.iterdir()))}.dcm"
        scan.save_as(path, enforce_file_format=True)
        return path

    return make
