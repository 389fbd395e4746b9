"""Find studies in an archive and bring them here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings
from core.interchange.archive.queries import FoundSeries, FoundStudies, FoundStudy
from core.jobs import Progress
from core.language import tr
from core.number_format import integer, tr_count
from core.worklist.worklist import Worklist
from desktop_app.connection.connection_work import Retrieved, find_work, retrieve_work, series_work
from desktop_app.connection.query_form import QueryForm
from desktop_app.connection.studies_tree import StudiesTree
from desktop_app.error_messages import MessageBar
from desktop_app.jobs import Job, JobFailure, Work, start_job
from desktop_app.page_parts import button, resize_within_screen, sentence


class QueryDialog(QDialog):
    """Searches, and retrieves what is selected; one thing at a time, in the background."""

    studies_retrieved = Signal(object, bool)
    """Retrieved, and whether the images are to be shown."""
    connections_asked = Signal()

    def __init__(self, worklist: Worklist | None, parent: QWidget | None = None) -> None:
        """Make the dialog; `offer` says which archives there are.

        Args:
            worklist: Where what is retrieved is noted; None without one.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Find studies"))
        self._worklist = worklist
        self._settings = ConnectionSettings()
        self._job: Job | None = None
        self._is_retrieving = False
        self._series_job: tuple[Job, FoundStudy] | None = None
        self._searched: ArchiveNode | None = None
        self.message_bar = MessageBar()
        self.node = QComboBox()
        self.node.setAccessibleName(tr("Archive"))
        # The archives come later, and others after that.
        self.node.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.form = QueryForm()
        self.tree = StudiesTree()
        self.summary = sentence(role="muted")
        self.opens = QCheckBox(tr("S&how them when they are here"))
        self.opens.setChecked(True)
        self._make_buttons()
        self._lay_out()
        self.form.entered.connect(self.search)
        self.tree.series_wanted.connect(self.list_series)
        self.tree.itemSelectionChanged.connect(self._show_state)
        self.tree.itemDoubleClicked.connect(self.retrieve)
        self.offer(self._settings)
        resize_within_screen(self, 1080, 640)

    def offer(self, settings: ConnectionSettings) -> None:
        """Offer the archives that there are now."""
        self._settings = settings
        chosen = self.node.currentText()
        self.node.clear()
        for node in settings.nodes:
            self.node.addItem(node.name)
        self.node.setCurrentIndex(max(0, self.node.findText(chosen)) if settings.nodes else -1)
        if not settings.nodes:
            self.summary.setText(tr("No archive is entered yet: add one under Connections."))
        elif self.tree.topLevelItemCount() == 0:
            self.summary.setText("")
        self._show_state()

    @Slot()
    def search(self) -> None:
        """Look for studies."""
        node = self._chosen_node
        if self._job is not None or node is None:
            return
        self._searched = node
        self.tree.clear()
        self._leave_series()
        self._is_retrieving = False
        job = self._run(
            find_work(node, self.form.query, self._settings), tr("Searching {archive}").format(archive=node.name)
        )
        job.succeeded.connect(self._on_found)

    @Slot()
    def retrieve(self) -> None:
        """Bring what is selected into Hilum's own folder and onto the worklist."""
        wanted = self.tree.wanted
        if self._job is not None or self._searched is None or not wanted:
            return
        # What is shown is classified by the window.
        work = retrieve_work(self._searched, wanted, self._settings, self._worklist, waits=not self.opens.isChecked())
        self._is_retrieving = True
        self._run(work, tr("Retrieving images")).succeeded.connect(self._on_retrieved)

    @Slot(object)
    def list_series(self, study: FoundStudy) -> None:
        """Look for the series of a study, instead of those of another that were looked for."""
        if self._searched is None:
            return
        self._leave_series()
        job = start_job(series_work(self._searched, study, self._settings), self, steps_back=False)
        self._series_job = (job, study)
        job.succeeded.connect(self._on_series_found)
        job.failed.connect(self._on_series_failed)

    @Slot()
    def stop(self) -> None:
        """Stop; images that came stay."""
        if self._job is not None:
            self._job.cancel()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's name
        """Stop a search that nobody waits for any more; retrieving goes on."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._leave_series()
            if not self._is_retrieving:
                self.stop()

    @property
    def _chosen_node(self) -> ArchiveNode | None:
        row = self.node.currentIndex()
        return self._settings.nodes[row] if 0 <= row < len(self._settings.nodes) else None

    def _run(self, work: Work, label: str) -> Job:
        self.message_bar.dismiss()
        # A person waits for this.
        self._job = job = start_job(work, self, steps_back=False)
        job.progressed.connect(self._on_progressed)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.finished.connect(self._on_finished)
        self._progress_label.setText(label)
        self._progress.setRange(0, 0)
        self.summary.setText("")
        self._show_state()
        return job

    @Slot(object)
    def _on_found(self, found: FoundStudies) -> None:
        self.tree.show_studies(found.studies)
        count = len(found.studies)
        if not count:
            text = tr("The archive has no study that fits.")
        elif found.is_cut:
            text = tr("More than {limit} studies fit. Some are listed: narrow the search to see the rest.").format(
                limit=self.form.query.limit
            )
        else:
            text = tr_count("{count} study fits.", "{count} studies fit.", count)
        self.summary.setText(text)
        if count:
            self.tree.setFocus()

    @Slot(object)
    def _on_series_found(self, found: tuple[FoundStudy, Sequence[FoundSeries]]) -> None:
        self._series_job = None
        self.tree.show_series(*found)

    @Slot(object)
    def _on_series_failed(self, failure: JobFailure) -> None:
        if self._series_job is not None:
            self.tree.close_study(self._series_job[1])
            self._series_job = None
        self.message_bar.show_error(failure.message)

    @Slot(object)
    def _on_retrieved(self, retrieved: Retrieved) -> None:
        self.summary.setText(_retrieved_sentence(retrieved))
        if retrieved.files:
            self.studies_retrieved.emit(retrieved, self.opens.isChecked())

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        self._progress.setRange(0, progress.total or 0)
        self._progress.setValue(progress.done)
        if progress.done and not progress.total:
            self._progress_label.setText(tr("Retrieving images: {count}").format(count=integer(progress.done)))

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self.message_bar.show_error(failure.message)

    @Slot()
    def _on_cancelled(self) -> None:
        self.summary.setText(tr("Stopped."))

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        self._show_state()

    def _leave_series(self) -> None:
        if self._series_job is not None:
            job, study = self._series_job
            self._series_job = None
            job.cancel()
            self.tree.close_study(study)

    @Slot()
    def _show_state(self) -> None:
        """Offer what can be done now."""
        idle = self._job is None
        self.search_button.setEnabled(idle and self._chosen_node is not None)
        self.retrieve_button.setEnabled(idle and bool(self.tree.selectedItems()))
        self.tree.setEnabled(idle)
        self.node.setEnabled(idle)
        for widget in (self._progress, self._progress_label, self.stop_button):
            widget.setVisible(not idle)

    def _make_buttons(self) -> None:
        self.search_button = button(tr("&Search"), tr("Look for studies (Enter)"), self.search, "search")
        self.retrieve_button = button(
            tr("&Retrieve"),
            tr("Bring the selected studies or series here, onto the worklist"),
            self.retrieve,
            "retrieve",
        )
        self.stop_button = button(tr("S&top"), tr("Stop; images that came stay"), self.stop)
        self.connections_button = button(
            tr("Co&nnections\N{HORIZONTAL ELLIPSIS}"), tr("Add or change archives"), self.connections_asked.emit
        )
        self.close_button = button(tr("Close"), tr("Close this window"), self.close)
        for each in (
            self.search_button,
            self.retrieve_button,
            self.stop_button,
            self.connections_button,
            self.close_button,
        ):
            each.setAutoDefault(False)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(tr("Progress"))
        self._progress.setMaximumWidth(220)
        self._progress_label = QLabel()

    def _lay_out(self) -> None:
        label = QLabel(tr("Archi&ve"))
        label.setBuddy(self.node)
        top = QHBoxLayout()
        top.addWidget(label)
        top.addWidget(self.node)
        top.addWidget(self.connections_button)
        top.addStretch(1)
        top.addWidget(self.search_button)
        middle = QHBoxLayout()
        middle.addWidget(self.summary, 1)
        for widget in (self._progress_label, self._progress, self.stop_button):
            middle.addWidget(widget)
        bottom = QHBoxLayout()
        bottom.addWidget(self.retrieve_button)
        bottom.addWidget(self.opens)
        bottom.addStretch(1)
        bottom.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(10)
        layout.addWidget(self.message_bar)
        layout.addLayout(top)
        layout.addWidget(self.form)
        layout.addWidget(self.tree, 1)
        layout.addLayout(middle)
        layout.addLayout(bottom)


def _retrieved_sentence(retrieved: Retrieved) -> str:
    count = len(retrieved.files)
    if not count and not retrieved.failed:
        return tr("There is no radiograph in what was chosen.")
    if retrieved.failed:
        return tr_count(
            "{count} image is here; {failed} could not be sent by the archive. Try again, or ask who looks after it.",
            "{count} images are here; {failed} could not be sent by the archive. Try again, or ask who looks after it.",
            count,
            failed=integer(retrieved.failed),
        )
    if retrieved.numbers:
        return tr_count("{count} image is here, on the worklist.", "{count} images are here, on the worklist.", count)
    return tr_count("{count} image is here.", "{count} images are here.", count)
