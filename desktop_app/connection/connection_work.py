"""The work behind the pages about archives. Nothing here touches a widget.

Each function returns work for a `Job`: a function of a `JobContext`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import FileError, HilumError, NoUserFolderError
from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings, read_connections, write_connections
from core.interchange.archive.queries import FoundSeries, FoundStudies, FoundStudy, StudyQuery
from core.interchange.receiving.settings import ReceiverSettings, read_receiver_settings, write_receiver_settings
from core.jobs import JobContext, Progress
from core.language import tr
from core.user_folders import user_folders

if TYPE_CHECKING:
    from core.interchange.archive.probe import NodeTestOutcome
    from core.worklist.worklist import Worklist

Context = JobContext[Any]
_FOLDER_NAME_LENGTH = 32


@dataclass(frozen=True)
class SiteConnections:
    """What a site chose about its connections.

    Attributes:
        archives: The archives, and what they know Hilum by.
        receiver: Receiving, and watched folders.
    """

    archives: ConnectionSettings
    receiver: ReceiverSettings


@dataclass(frozen=True)
class Tested:
    """The test of an archive.

    Attributes:
        node: The archive as it was tested.
        settings: With Hilum's own title.
        outcome: What was found.
    """

    node: ArchiveNode
    settings: ConnectionSettings
    outcome: NodeTestOutcome


@dataclass(frozen=True)
class WantedStudy:
    """A study that is to be retrieved.

    Attributes:
        study_uid: Study Instance UID.
        series_uids: Only these series; empty for all that may hold radiographs.
    """

    study_uid: str
    series_uids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Retrieved:
    """What came from an archive.

    Attributes:
        files: The scans, where they lie now.
        numbers: Their entries on the worklist; empty where there is no worklist.
        failed: How many objects the archive could not send.
        studies: How many studies were asked for.
    """

    files: tuple[Path, ...]
    numbers: tuple[int, ...]
    failed: int
    studies: int


def read_site_connections() -> SiteConnections:
    """Read what the site chose: two small files.

    Raises:
        InvalidSiteSettingsError: One of them is damaged.
    """
    return SiteConnections(read_connections(), read_receiver_settings())


def keep_work(before: SiteConnections, chosen: SiteConnections) -> Callable[[Context], SiteConnections]:
    """Keep what was chosen, as far as it is something else than before; returns it."""

    def work(_context: Context) -> SiteConnections:
        if chosen.archives != before.archives:
            write_connections(chosen.archives)
        if chosen.receiver != before.receiver:
            write_receiver_settings(chosen.receiver)
        return chosen

    return work


def probe_work(node: ArchiveNode, settings: ConnectionSettings) -> Callable[[Context], Tested]:
    """Test an archive, which need not be kept yet."""

    def work(context: Context) -> Tested:
        from core.interchange.archive.probe import probe_node

        return Tested(node, settings, probe_node(node, settings.own_ae_title, context))

    return work


def find_work(node: ArchiveNode, query: StudyQuery, settings: ConnectionSettings) -> Callable[[Context], FoundStudies]:
    """Look for studies in an archive."""

    def work(context: Context) -> FoundStudies:
        from core.interchange.archive.find import find_studies

        return find_studies(node, query, settings, context)

    return work


def series_work(
    node: ArchiveNode, study: FoundStudy, settings: ConnectionSettings
) -> Callable[[Context], tuple[FoundStudy, tuple[FoundSeries, ...]]]:
    """List the series of a study; returns the study with them."""

    def work(context: Context) -> tuple[FoundStudy, tuple[FoundSeries, ...]]:
        from core.interchange.archive.find import find_series

        return study, find_series(node, study.study_uid, settings, context)

    return work


def retrieve_work(
    node: ArchiveNode,
    wanted: Sequence[WantedStudy],
    settings: ConnectionSettings,
    worklist: Worklist | None,
    *,
    waits: bool,
) -> Callable[[Context], Retrieved]:
    """Bring studies into Hilum's own folder and put them on the worklist; reports `Progress`.

    Args:
        node: The archive.
        wanted: Which studies.
        settings: With Hilum's own title and port.
        worklist: Where they are noted; None without one.
        waits: Whether they are to be classified from there.
    """

    def work(context: Context) -> Retrieved:
        from core.interchange.archive.retrieve import retrieve

        files: list[Path] = []
        numbers: list[int] = []
        failed = 0
        for study in wanted:
            counting = _counting(context, len(files), len(wanted))
            folder = retrieved_folder(study.study_uid)
            try:
                arrived = retrieve(node, study.study_uid, folder, settings, counting, series_uids=study.series_uids)
            except HilumError:
                # What had come by then stays, and nothing lies here that the worklist does not know.
                for file in sorted(folder.glob("*.dcm")):
                    _listed(file, worklist, waits=waits)
                raise
            failed += arrived.failed
            for file in arrived.files:
                kept, number = _listed(file, worklist, waits=waits)
                files.append(kept)
                numbers += [number] if number is not None else []
        return Retrieved(tuple(files), tuple(numbers), failed, len(wanted))

    return work


def retrieved_folder(study_uid: str) -> Path:
    """Where a study's images lie that were retrieved.

    Args:
        study_uid: Study Instance UID; it does not stand in the folder's name.

    Raises:
        NoUserFolderError: This user has no home folder.
    """
    folders = user_folders()
    if folders is None:
        raise NoUserFolderError
    return folders.data / "retrieved" / hashlib.sha256(study_uid.encode()).hexdigest()[:_FOLDER_NAME_LENGTH]


def _counting(context: Context, already: int, studies: int) -> JobContext[Progress]:
    """Tell of one study as of all of them; how many images later ones have is not known before."""

    def report(progress: Progress) -> None:
        total = progress.total if studies == 1 else None
        context.report(Progress(already + progress.done, total, tr("Retrieving images")))

    return JobContext(report, context.token)


def _listed(file: Path, worklist: Worklist | None, *, waits: bool) -> tuple[Path, int | None]:
    """Put a file that came on the worklist; where the image was there already, its first file stays."""
    from core.worklist.entry import Origin
    from core.worklist.identity import ScanIdentity, read_identity

    if worklist is None:
        return file, None
    try:
        identity = read_identity(file)
    except FileError:
        identity = ScanIdentity()
    number = worklist.add(file, identity, Origin.RECEIVED, is_owned=True, waits=waits)
    entry = worklist.entry(number)
    if entry is not None and entry.path != file.absolute() and entry.path.exists():
        file.unlink(missing_ok=True)
        return entry.path, number
    return file, number
