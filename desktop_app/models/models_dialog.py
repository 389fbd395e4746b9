"""The models that are kept: their figures side by side, which one answers, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.jobs import Progress
from core.language import mark, tr
from core.registry.describing import describe_version
from core.registry.exchange import MODEL_SUFFIX
from core.registry.registry import ModelRegistry
from core.registry.version import ModelVersion
from desktop_app.error_messages import MessageBar
from desktop_app.jobs import Job, JobFailure, Lane, Work, start_job
from desktop_app.models.models_table import ModelsTable
from desktop_app.models.models_work import (
    AnyVersion,
    ModelList,
    activate_work,
    compare_work,
    export_work,
    import_work,
    list_work,
    remove_work,
    roll_back_work,
)

if TYPE_CHECKING:
    from core.registry.comparing import VersionComparison

_FILE_FILTER = mark("Hilum models (*{suffix})")
_EVERY_FILE = mark("Every file (*)")


class ModelsDialog(QDialog):
    """Lists models and does with them what its buttons say, one thing at a time, in the background."""

    model_activated = Signal(object)
    """ModelVersion that answers from now on."""

    def __init__(self, registry: ModelRegistry, device: Callable[[], str], parent: QWidget | None = None) -> None:
        """Make the dialog; the list is read when it is shown.

        Args:
            registry: Where models are kept.
            device: Says where networks run, as the settings do.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Models"))
        self._registry = registry
        self._device = device
        self._job: Job | None = None
        self._can_stop = False
        self._to_select: str | None = None
        self._note = ""
        self.message_bar = MessageBar()
        self.table_model = ModelsTable(self)
        self.table = self._table_view()
        self.description = QLabel()
        self.description.setWordWrap(True)
        self.description.setTextFormat(Qt.TextFormat.PlainText)
        self.description.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.description.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._buttons()
        self._progress = QProgressBar()
        self._progress.setAccessibleName(tr("Progress"))
        self._progress_label = QLabel()
        self._stop_button = QPushButton(tr("S&top"))
        self._stop_button.setToolTip(tr("Stop what is being done; nothing half done is kept"))
        self._stop_button.clicked.connect(self.stop)
        self._lay_out()
        self._show_selection()
        self.resize(1020, 560)

    def set_person(self, person: str) -> None:
        """Name who changes models from now on, for the record; may be empty."""
        self._registry = replace(self._registry, person=person)

    @property
    def selected(self) -> AnyVersion | None:
        """The model of the selected row."""
        rows = self.table.selectionModel().selectedRows()
        return self.table_model.version_at(rows[0].row()) if rows else None

    @Slot()
    def refresh(self) -> None:
        """Read the list again."""
        self._run(list_work(self._registry), self._on_listed)

    @Slot()
    def activate(self) -> None:
        """Let the selected model answer from now on."""
        if isinstance(version := self.selected, ModelVersion):
            self._run(activate_work(self._registry, version), self._on_activated)

    @Slot()
    def roll_back(self) -> None:
        """Let the model answer that was active before."""
        self._run(roll_back_work(self._registry), self._on_activated)

    @Slot()
    def choose_export_file(self) -> None:
        """Ask where to, and write the selected model into one file."""
        if not isinstance(version := self.selected, ModelVersion):
            return
        name = f"{version.card.name}-{version.card.version}{MODEL_SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Export model"), name, _file_filter())
        if chosen:
            target = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(MODEL_SUFFIX)
            self._run(export_work(self._registry, version, target), self._on_exported)

    @Slot()
    def choose_import_file(self) -> None:
        """Ask for a file and take in the model in it."""
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Import model"), "", f"{_file_filter()};;{tr(_EVERY_FILE)}")
        if chosen:
            self._run(import_work(self._registry, Path(chosen)), self._on_imported)

    @Slot()
    def ask_to_remove(self) -> None:
        """Ask once more, and delete the selected model."""
        version = self.selected
        if version is None:
            return
        question = tr("Delete {model} for good? Export it first if it may be needed again.").format(
            model=version.address
        )
        if QMessageBox.question(self, tr("Remove model"), question) == QMessageBox.StandardButton.Yes:
            self._run(remove_work(self._registry, version), self._on_removed)

    @Slot()
    def compare(self) -> None:
        """Compare the selected model with the active one, on images that both were cross-validated on if there are."""
        if isinstance(version := self.selected, ModelVersion):
            self._run(compare_work(self._registry, version, None, self._device()), self._on_compared)

    @Slot()
    def open_dossier(self) -> None:
        """Show the selected model's dossier in the program for PDF files."""
        version = self.selected
        if isinstance(version, ModelVersion) and version.dossier is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(version.dossier)))

    @Slot()
    def stop(self) -> None:
        """Stop what is being done."""
        if self._job is not None:
            self._job.cancel()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """Read the list whenever the dialog comes up: another copy of the program may have changed it."""
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's name
        """Stop comparing, which nobody waits for any more; what changes something goes on to its end."""
        super().hideEvent(event)
        if not event.spontaneous() and self._can_stop:
            self.stop()

    def _run(self, work: Work, on_success: Callable[[Any], None], lane: Lane | None = None) -> None:
        """Start work where nothing else goes on; the outcome is told to a slot. What has a lane can be stopped."""
        if self._job is not None:
            return
        self.message_bar.dismiss()
        self._can_stop = lane is not None
        self._job = job = start_job(work, self, lane)
        job.progressed.connect(self._on_progressed)
        job.succeeded.connect(on_success)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self._progress_label.setText("")
        self._progress.setRange(0, 0)
        self._show_selection()

    @Slot(object)
    def _on_listed(self, models: ModelList) -> None:
        selected = self.selected
        wanted = self._to_select or (selected.address if selected is not None else models.active)
        self._to_select = None
        self.table_model.show_models(models)
        row = self.table_model.row_of(wanted)
        self.table.selectRow(row if row is not None else 0)
        for column in range(self.table_model.columnCount() - 1):
            self.table.resizeColumnToContents(column)
        note, self._note = self._note, ""
        if models.problem is not None:
            self.message_bar.show_error(models.problem)
        elif note:
            self.message_bar.show_note(note)

    @Slot(object)
    def _on_activated(self, version: ModelVersion) -> None:
        self.model_activated.emit(version)
        self._read_again(version.address, tr("{model} answers from now on.").format(model=version.label))

    @Slot(object)
    def _on_imported(self, version: ModelVersion) -> None:
        note = tr("{model} is kept now. It does not answer until it is activated.")
        self._read_again(version.address, note.format(model=version.label))

    @Slot(object)
    def _on_removed(self, version: AnyVersion) -> None:
        self._read_again(None, tr("{model} was removed.").format(model=version.address))

    @Slot(object)
    def _on_exported(self, path: Path) -> None:
        self.message_bar.show_note(tr("Exported as {file}.").format(file=path.name))

    @Slot(object)
    def _on_compared(self, comparison: VersionComparison | None) -> None:
        if comparison is not None:
            from desktop_app.models.comparison_dialog import ComparisonDialog

            ComparisonDialog(comparison, self).show()
            return
        # Asked from the event loop: the job that says so is not over yet.
        QTimer.singleShot(0, self, self._ask_for_images)

    @Slot()
    def _ask_for_images(self) -> None:
        text = tr("Folder of labelled images, one subfolder per class, to compare on")
        chosen = QFileDialog.getExistingDirectory(self, text)
        if chosen and isinstance(version := self.selected, ModelVersion):
            work = compare_work(self._registry, version, Path(chosen), self._device())
            self._run(work, self._on_compared, Lane.INFERENCE)

    def _read_again(self, address: str | None, note: str) -> None:
        """Read the list again once the job is over that changed it, and say what happened."""
        self._to_select, self._note = address, note
        QTimer.singleShot(0, self, self.refresh)

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        self._progress_label.setText(tr(progress.label))
        self._progress.setRange(0, progress.total or 0)
        self._progress.setValue(progress.done)

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self.message_bar.show_error(failure.message)

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        self._show_selection()

    @Slot()
    def _show_selection(self) -> None:
        """Describe the selected model, and offer what can be done with it now."""
        version = self.selected
        sound = version if isinstance(version, ModelVersion) else None
        idle = self._job is None
        is_active = version is not None and version.address == self.table_model.active
        self.description.setText("\n\n".join(describe_version(sound.card)) if sound is not None else "")
        self.activate_button.setEnabled(idle and sound is not None and not is_active)
        self.roll_back_button.setEnabled(idle)
        self.compare_button.setEnabled(idle and sound is not None and not is_active)
        self.dossier_button.setEnabled(sound is not None and sound.dossier is not None)
        self.export_button.setEnabled(idle and sound is not None)
        self.import_button.setEnabled(idle)
        removable = version is not None and not is_active and not (sound is not None and sound.is_bundled)
        self.remove_button.setEnabled(idle and removable)
        for widget in (self._progress, self._progress_label):
            widget.setVisible(not idle)
        self._stop_button.setVisible(not idle and self._can_stop)

    @Slot(QModelIndex)
    def _on_double_clicked(self, _index: QModelIndex) -> None:
        if self.activate_button.isEnabled():
            self.activate()

    def _table_view(self) -> QTableView:
        table = QTableView()
        table.setModel(self.table_model)
        table.setAccessibleName(tr("Models"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.selectionModel().selectionChanged.connect(self._show_selection)
        table.doubleClicked.connect(self._on_double_clicked)
        return table

    def _buttons(self) -> None:
        self.activate_button = _button(tr("&Activate"), tr("Let this model answer from now on"), self.activate)
        self.roll_back_button = _button(
            tr("Roll &back"), tr("Let the model answer that was active before"), self.roll_back
        )
        self.compare_button = _button(
            tr("Compare with acti&ve\N{HORIZONTAL ELLIPSIS}"),
            tr("Both models on the same images, with tests of whether they differ by more than chance"),
            self.compare,
        )
        self.dossier_button = _button(
            tr("Open do&ssier"), tr("Show the PDF with everything about its training"), self.open_dossier
        )
        self.export_button = _button(
            tr("&Export\N{HORIZONTAL ELLIPSIS}"),
            tr("Write this model into one file. Its dossier, which names images, stays here."),
            self.choose_export_file,
        )
        self.import_button = _button(
            tr("&Import\N{HORIZONTAL ELLIPSIS}"),
            tr("Take in a model that was exported elsewhere"),
            self.choose_import_file,
        )
        self.remove_button = _button(
            tr("&Remove\N{HORIZONTAL ELLIPSIS}"), tr("Delete this version for good"), self.ask_to_remove
        )

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setWidget(self.description)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(tr("About the selected model"))
        actions = QGridLayout()
        buttons = (
            self.activate_button,
            self.roll_back_button,
            self.compare_button,
            self.dossier_button,
            self.export_button,
            self.import_button,
            self.remove_button,
        )
        for column, button in enumerate(buttons):
            actions.addWidget(button, 0, column)
        bottom = QHBoxLayout()
        for widget in (self._progress_label, self._progress, self._stop_button):
            bottom.addWidget(widget)
        bottom.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.close)
        bottom.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.table, 2)
        layout.addWidget(scroll, 1)
        layout.addLayout(actions)
        layout.addLayout(bottom)


def _file_filter() -> str:
    return tr(_FILE_FILTER).format(suffix=MODEL_SUFFIX)


def _button(text: str, tip: str, slot: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    button.clicked.connect(slot)
    return button
