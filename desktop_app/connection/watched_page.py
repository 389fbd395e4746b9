"""The page of watched folders: where scans appear that are to be taken in."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QFileDialog, QHBoxLayout, QLabel, QListWidget, QWidget

from core.interchange.receiving.settings import ReceiverSettings, WatchedFolderSettings, receiver_settings_problem
from core.language import tr
from desktop_app.connection.fields import clause_sentence, form_layout, note, text_field
from desktop_app.page_parts import button, column

_MOST_SECONDS = 3600.0


class WatchedPage(QWidget):
    """Edits the list of watched folders."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.watched: list[WatchedFolderSettings] = []
        self._is_filling = False
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Watched folders"))
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.add_button = button(
            tr("&Add folder\N{HORIZONTAL ELLIPSIS}"), tr("Watch a folder"), self.choose_folder, "addWatched"
        )
        self.remove_button = button(tr("&Remove"), tr("Watch this folder no more"), self.remove_folder, "removeWatched")
        self.done = text_field(tr("Folder for scans that were taken in"), tr("They stay where they are"))
        self.done.textChanged.connect(self._on_edited)
        self.done_button = button(
            tr("C&hoose\N{HORIZONTAL ELLIPSIS}"), tr("Choose where scans are moved"), self._choose_done
        )
        self.interval = QDoubleSpinBox()
        self.interval.setRange(1, _MOST_SECONDS)
        self.interval.setDecimals(0)
        self.interval.setSuffix(tr(" seconds"))
        self.interval.setAccessibleName(tr("Seconds between two looks"))
        self.interval.valueChanged.connect(self._on_edited)
        self.problem = note(role="warning")
        self._lay_out()
        self.show_folders(())

    @property
    def clause(self) -> str:
        """Why the list cannot be kept as it stands; empty where it can."""
        folders = [watched.folder for watched in self.watched]
        if len(set(folders)) < len(folders):
            return tr("a folder is listed twice")
        problem = receiver_settings_problem(replace(ReceiverSettings(), watched=tuple(self.watched)))
        return tr(problem) if problem else ""

    def show_folders(self, watched: Sequence[WatchedFolderSettings]) -> None:
        """Put folders onto the page."""
        self.watched = list(watched)
        self.list.clear()
        for each in self.watched:
            self.list.addItem(str(each.folder))
        self.list.setCurrentRow(0 if self.watched else -1)
        self._on_row_changed()

    @Slot()
    def choose_folder(self) -> None:
        """Ask for a folder to watch."""
        name = QFileDialog.getExistingDirectory(self, tr("Folder to watch"))
        if name:
            self.add_folder(Path(name))

    def add_folder(self, folder: Path) -> None:
        """Watch a folder, once the connections are saved."""
        self.watched.append(WatchedFolderSettings(folder))
        self.list.addItem(str(folder))
        self.list.setCurrentRow(len(self.watched) - 1)
        self.changed.emit()

    @Slot()
    def remove_folder(self) -> None:
        """Watch the chosen folder no more."""
        row = self.list.currentRow()
        if row >= 0:
            del self.watched[row]
            # It names the next row before the row itself is gone.
            self.list.blockSignals(True)
            self.list.takeItem(row)
            self.list.blockSignals(False)
            self._on_row_changed()
            self.changed.emit()

    @Slot()
    def _choose_done(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Folder for scans that were taken in"), self.done.text())
        if name:
            self.done.setText(name)

    @Slot()
    def _on_row_changed(self) -> None:
        row = self.list.currentRow()
        self._is_filling = True
        chosen = self.watched[row] if 0 <= row < len(self.watched) else None
        self.done.setText(str(chosen.done_folder) if chosen is not None and chosen.done_folder is not None else "")
        self.interval.setValue((chosen or WatchedFolderSettings(Path())).interval_s)
        self._is_filling = False
        for widget in (self.remove_button, self.done, self.done_button, self.interval):
            widget.setEnabled(chosen is not None)
        self._tell()

    @Slot()
    def _on_edited(self) -> None:
        row = self.list.currentRow()
        if self._is_filling or not 0 <= row < len(self.watched):
            return
        text = self.done.text().strip()
        done = Path(text).expanduser() if text else None
        self.watched[row] = replace(self.watched[row], done_folder=done, interval_s=self.interval.value())
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        self.problem.setText(clause_sentence(self.clause))
        self.problem.setVisible(bool(self.problem.text()))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for each in (self.add_button, self.remove_button):
            each.setAutoDefault(False)
            buttons.addWidget(each)
        buttons.addStretch(1)
        self.done_button.setAutoDefault(False)
        done = QHBoxLayout()
        done.addWidget(self.done, 1)
        done.addWidget(self.done_button)
        form = form_layout()
        label = QLabel(tr("&Move scans to"))
        label.setBuddy(self.done)
        form.addRow(label, done)
        form.addRow(tr("&Look every"), self.interval)
        layout = column(self, margin=12, spacing=10)
        layout.addWidget(
            note(
                tr(
                    "New scans in these folders, and in folders in them, are put on the worklist and classified while"
                    " this window is open. A scan is taken in once nothing writes to it any more, and never twice."
                )
            )
        )
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        layout.addLayout(form)
        layout.addWidget(self.problem)
