"""Making what a person wants to send, and putting it into the queue. Nothing here touches a widget.

Each function returns work for a `Job`: a function of a `JobContext`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from core.error_wording import describe_error
from core.errors import HilumError, JobCancelledError, NoUserFolderError, ResultNotPossibleError
from core.interchange.archive.nodes import ArchiveNode
from core.interchange.archive.queued_object import QueueState, common_state
from core.interchange.results.source import ResultKind, ResultSource, obstacle_to
from core.jobs import JobContext, Progress
from core.language import Worded, tr
from core.user_folders import user_folders
from core.worklist.entry import SendState
from desktop_app.connection.queue_work import ACKNOWLEDGED, open_queue

if TYPE_CHECKING:
    from core.imaging.drawn_measurement import DrawnMeasurement
    from core.imaging.greyscale import VoiWindow
    from core.imaging.radiograph import Radiograph
    from core.interchange.archive.send_queue import SendQueue
    from core.screening.recording import ResultRecorder
    from core.screening.result import ScanResult
    from core.screening.screener import Screener
    from core.worklist.worklist import Worklist

SCANS_AT_ONCE = 4
"""Scans that are classified anew in one turn with the model; one that a person opens goes next."""

Context = JobContext[Any]
_NOTED = {QueueState.SENT: SendState.SENT, QueueState.COMMITTED: SendState.COMMITTED}


@dataclass(frozen=True, eq=False)
class ScanToSend:
    """A scan that is sent, or whose results are.

    Attributes:
        path: Its file.
        frame_index: The frame that its results are about, from 0.
        radiograph: Its pixels, where they are in memory; None reads the file.
        result: The answer that may be seen, where it is in memory; None has the model answer where results are made.
        measurements: What was drawn on it.
        window: As it is shown, None for as the file asks for.
        is_inverted: Whether black and white were turned by hand.
        is_held_back: Whether a person is still to say what they see: then its answer goes nowhere.
    """

    path: Path
    frame_index: int = 0
    radiograph: Radiograph | None = None
    result: ScanResult | None = None
    measurements: tuple[DrawnMeasurement, ...] = ()
    window: VoiWindow | None = None
    is_inverted: bool = False
    is_held_back: bool = False


@dataclass(frozen=True, eq=False)
class SendRequest:
    """What is to be sent.

    Attributes:
        scans: Of these scans, at least one.
        node: The archive.
        kinds: Which results.
        with_image: Whether the scans themselves are sent.
        comment: For the reports.
        person: Who sends; may be empty.
    """

    scans: tuple[ScanToSend, ...]
    node: ArchiveNode
    kinds: tuple[ResultKind, ...] = ()
    with_image: bool = False
    comment: str = ""
    person: str = ""

    @property
    def needs_model(self) -> bool:
        """Whether the model has to answer about one of the scans."""
        return bool(self.kinds) and any(scan.result is None and not scan.is_held_back for scan in self.scans)

    def parts(self) -> list[SendRequest]:
        """The request in pieces that each take one turn with the model."""
        if not self.needs_model:
            return [self]
        starts = range(0, len(self.scans), SCANS_AT_ONCE)
        return [replace(self, scans=self.scans[start : start + SCANS_AT_ONCE]) for start in starts]


@dataclass(frozen=True)
class Enqueued:
    """What was put into the queue.

    Attributes:
        node: The archive's name.
        count: Objects that are going to be sent.
        already: Objects that the archive had acknowledged before.
        held_back: Scans whose results wait for a person's impression.
        problems: Why something was left out, a sentence each.
    """

    node: str
    count: int = 0
    already: int = 0
    held_back: int = 0
    problems: tuple[str, ...] = ()

    def __add__(self, other: Enqueued) -> Enqueued:
        return Enqueued(
            other.node,
            self.count + other.count,
            self.already + other.already,
            self.held_back + other.held_back,
            self.problems + other.problems,
        )


@dataclass
class ResultsMaker:
    """What results are made with.

    Attributes:
        screener_source: The model that the window has loaded, None while there is none.
        make_recorder: The record of results as it is chosen to be written now.
        worklist: Where results are noted, None without one.
    """

    screener_source: Callable[[], Screener | None]
    make_recorder: Callable[[], ResultRecorder]
    worklist: Worklist | None = None


@dataclass
class _Tally:
    """How it goes."""

    count: int = 0
    already: int = 0
    held_back: int = 0
    problems: dict[str, None] = field(default_factory=dict)


def enqueue_work(request: SendRequest, maker: ResultsMaker) -> Callable[[Context], Enqueued]:
    """Make what is to be sent, and put it into the queue; reports `Progress`, returns `Enqueued`."""

    def work(context: Context) -> Enqueued:
        tally = _Tally()
        with open_queue() as queue:
            for done, scan in enumerate(request.scans):
                context.raise_if_cancelled()
                context.report(Progress(done, len(request.scans), tr("Making results")))
                _enqueue_scan(scan, request, maker, queue, tally)
        return Enqueued(request.node.name, tally.count, tally.already, tally.held_back, tuple(tally.problems))

    return work


def enqueue_files_work(
    paths: Sequence[Path], node: ArchiveNode, scan: Path, worklist: Worklist | None
) -> Callable[[Context], Enqueued]:
    """Put results that were written for this into the queue, and delete them: it has copies of its own.

    Args:
        paths: The results.
        node: The archive.
        scan: The file of the scan that they are about.
        worklist: Where the scan's send state is noted.
    """

    def work(_context: Context) -> Enqueued:
        tally = _Tally()
        with open_queue() as queue:
            _add(queue, paths, node, entry_number(scan, worklist), worklist, tally)
        for path in paths:
            path.unlink(missing_ok=True)
        return Enqueued(node.name, tally.count, tally.already)

    return work


def entry_number(path: Path, worklist: Worklist | None) -> int | None:
    """The number of a file on the worklist, None where it is not on it."""
    entry = worklist.entry_of_path(path) if worklist is not None else None
    return entry.number if entry is not None else None


def _enqueue_scan(scan: ScanToSend, request: SendRequest, maker: ResultsMaker, queue: SendQueue, tally: _Tally) -> None:
    """One scan with its results; why something of it was left out is noted, and the next one has its turn."""
    entry = entry_number(scan.path, maker.worklist)
    try:
        if request.with_image:
            _add(queue, [scan.path], request.node, entry, maker.worklist, tally)
        if request.kinds and scan.is_held_back:
            tally.held_back += 1
        elif request.kinds:
            with TemporaryDirectory(prefix="results-", dir=_outgoing_folder(), ignore_cleanup_errors=True) as folder:
                files = _write_results(scan, request, maker, Path(folder), tally)
                _add(queue, files, request.node, entry, maker.worklist, tally)
    except JobCancelledError:
        raise
    except HilumError as error:
        tally.problems[describe_error(error).text] = None


def _write_results(
    scan: ScanToSend, request: SendRequest, maker: ResultsMaker, folder: Path, tally: _Tally
) -> tuple[Path, ...]:
    from core.imaging.reading import read_radiograph
    from core.interchange.results.writing import write_result_objects

    radiograph = scan.radiograph if scan.radiograph is not None else read_radiograph(scan.path, scan.frame_index)
    source = ResultSource(
        path=scan.path,
        radiograph=radiograph,
        result=scan.result if scan.result is not None else _answer(radiograph, maker),
        measurements=scan.measurements,
        window=scan.window,
        is_inverted=scan.is_inverted,
        comment=request.comment,
        person=request.person,
    )
    obstacles = {kind: obstacle_to(kind, source) for kind in request.kinds}
    possible = [kind for kind, obstacle in obstacles.items() if obstacle is None]
    for kind, obstacle in obstacles.items():
        if obstacle is not None:
            problem = ResultNotPossibleError(scan.path, _why_none(kind, obstacle))
            tally.problems[describe_error(problem).text] = None
    return write_result_objects(source, possible, folder) if possible else ()


def _why_none(kind: ResultKind, obstacle: str) -> str:
    return Worded(lambda: tr("no {result}, because {reason}").format(result=tr(kind.words), reason=tr(obstacle)))


def _answer(radiograph: Radiograph, maker: ResultsMaker) -> ScanResult | None:
    """Have the model answer, on the record first; None while no model is loaded."""
    from core.screening.analysis import analyse_radiograph

    screener = maker.screener_source()
    if screener is None:
        return None
    result = analyse_radiograph(radiograph, screener)
    recorder = maker.make_recorder()
    recorder.add(result)
    recorder.write()
    if maker.worklist is not None and radiograph.path is not None:
        number = entry_number(radiograph.path, maker.worklist)
        if number is not None:
            maker.worklist.note_result(number, result)
    return result


def _add(
    queue: SendQueue,
    paths: Sequence[Path],
    node: ArchiveNode,
    entry: int | None,
    worklist: Worklist | None,
    tally: _Tally,
) -> None:
    if not paths:
        return
    before = worklist.entry(entry) if worklist is not None and entry is not None else None
    if worklist is not None and before is not None:
        # First, because what is in the queue may be sent, and noted as sent, at once.
        worklist.note_sent(before.number, SendState.WAITING, node.name)
    try:
        numbers = queue.add(paths, node.name, entry=entry, asks_commitment=node.asks_commitment)
    except HilumError:
        if worklist is not None and before is not None and queue.entry_state(before.number, node.name) is None:
            worklist.note_sent(before.number, before.send_state, before.send_node)
        raise
    found = [item for number in numbers if (item := queue.item(number)) is not None]
    acknowledged = [item for item in found if item.state in ACKNOWLEDGED]
    tally.already += len(acknowledged)
    tally.count += len(numbers) - len(acknowledged)
    if worklist is not None and before is not None and len(acknowledged) == len(numbers):
        # Nothing is left to do that would note it.
        state = queue.entry_state(before.number, node.name) or common_state([item.state for item in acknowledged])
        if state in ACKNOWLEDGED:
            worklist.note_sent(before.number, _NOTED[state], node.name)


def _outgoing_folder() -> Path:
    """Where results lie for the moment until the queue has copies; nowhere that others look into."""
    from core.durable_files import make_folder

    folders = user_folders()
    if folders is None:
        raise NoUserFolderError
    folder = folders.data / "results"
    make_folder(folder)
    return folder
