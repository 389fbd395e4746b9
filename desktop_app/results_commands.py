"""What the window's action about DICOM results does: choose, write in the background, hand on to the archive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog

from core.jobs import JobContext, Progress
from core.language import tr
from core.number_format import tr_count
from desktop_app.jobs import Job, JobFailure, start_job
from desktop_app.main_window import MainWindow
from desktop_app.settings import SettingsStore

if TYPE_CHECKING:
    from core.interchange.results.source import ResultSource
    from desktop_app.results_dialog import ChosenResults

FOLDER_NAME = "Hilum results"  # untranslated: name of a folder
_MESSAGE_MS = 8000

Send = Callable[[Sequence[Path], str, Path], None]
"""Takes files, which it deletes once they are kept to be sent, the name of an archive, and the scan they are about."""


@dataclass(frozen=True)
class WrittenResults:
    """What a job wrote.

    Attributes:
        paths: The files.
        node: The archive that they are for, empty for none.
        scan: The scan's file.
    """

    paths: tuple[Path, ...]
    node: str
    scan: Path


def _no_nodes() -> Sequence[str]:
    return ()


class ResultsCommands(QObject):
    """Makes results of the shown scan.

    Attributes:
        nodes: Says which archives results can be sent to, by name. The connection sets it.
        send_results: Sends files to one of them. The connection sets it.
    """

    def __init__(self, window: MainWindow, store: SettingsStore) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        self.nodes: Callable[[], Sequence[str]] = _no_nodes
        self.send_results: Send | None = None
        window.actions_of_window.dicom_results.triggered.connect(self.choose_results)

    @Slot()
    def choose_results(self) -> None:
        """Ask what to make of the shown scan and make it."""
        source = self.shown_source()
        if source is None:
            self._window.message_bar.show_note(tr("DICOM results are made of a scan that is shown: open a DICOM file."))
            return
        from core.interchange.results.source import ResultKind, obstacle_to
        from desktop_app.results_dialog import ResultsDialog

        obstacles = {kind: obstacle_to(kind, source) for kind in ResultKind}
        nodes = self.nodes() if self.send_results is not None else ()
        folder = Path(self._store.current.last_folder or Path.home()) / FOLDER_NAME
        dialog = ResultsDialog(obstacles, folder, nodes, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.make_results(source, dialog.chosen)
        dialog.deleteLater()

    def shown_source(self) -> ResultSource | None:
        """The shown scan with what may be seen of it; None where no file is shown."""
        from core.interchange.results.source import ResultSource

        radiograph, result = self._window.controller.shown_radiograph, self._window.shown_result
        if radiograph is None or radiograph.path is None:
            return None
        # An answer about another frame says nothing about this one.
        is_its_own = result is not None and result.frame_index == radiograph.frame_index
        view = self._window.viewer.image_view
        return ResultSource(
            path=radiograph.path,
            radiograph=radiograph,
            result=result if is_its_own else None,
            measurements=self._window.viewer.drawn_measurements(),
            window=view.current_window if view.voi is not None else None,
            is_inverted=view.is_inverted,
            person=self._store.current.person,
        )

    def make_results(self, source: ResultSource, chosen: ChosenResults) -> Job:
        """Write results in the background, and hand them to the archive where one was chosen.

        Args:
            source: The scan.
            chosen: What to make of it and where to.
        """

        def work(context: JobContext[Progress]) -> WrittenResults:
            from core.interchange.results.writing import write_result_objects

            folder = chosen.folder if chosen.folder is not None else outgoing_folder()
            commented = replace(source, comment=chosen.comment)
            paths = write_result_objects(commented, chosen.kinds, folder, context=context)
            return WrittenResults(paths, chosen.node, source.path)

        job = start_job(work, self)
        job.succeeded.connect(self._on_written)
        job.failed.connect(self._on_failed)
        return job

    @Slot(object)
    def _on_written(self, written: WrittenResults) -> None:
        count = len(written.paths)
        if written.node and self.send_results is not None:
            self.send_results(written.paths, written.node, written.scan)
            text = tr_count(
                "{count} result handed to the archive {archive}.",
                "{count} results handed to the archive {archive}.",
                count,
                archive=written.node,
            )
        else:
            folder = written.paths[0].parent
            text = tr_count(
                "{count} result written to {folder}.", "{count} results written to {folder}.", count, folder=folder
            )
        self._window.statusBar().showMessage(text, _MESSAGE_MS)

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self._window.message_bar.show_error(failure.message)


def outgoing_folder() -> Path:
    """Where results lie that wait to be sent.

    Raises:
        NoUserFolderError: This user has no home folder.
    """
    from core.errors import NoUserFolderError
    from core.user_folders import user_folders

    folders = user_folders()
    if folders is None:
        raise NoUserFolderError
    return folders.data / "results"
