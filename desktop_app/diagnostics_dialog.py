"""Diagnostics before they are written: every file can be read here, and left out."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QCloseEvent, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QProgressBar,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.diagnostics.collecting import Checks, Member, collect_diagnostics, write_diagnostics
from core.jobs import JobContext, Progress
from core.language import tr
from core.number_format import tr_count
from desktop_app.error_messages import MessageBar
from desktop_app.jobs import Job, JobFailure, start_job
from desktop_app.page_parts import sentence

_ALWAYS = 1
"""The first file says what the others are; it is always there."""
_TICKS = """
QListWidget::indicator { width: 11px; height: 11px; border: 1px solid palette(text); border-radius: 3px;
    background: palette(base); }
QListWidget::indicator:checked { background: palette(highlight); }
"""  # untranslated: style sheet


class DiagnosticsDialog(QDialog):
    """Collects in the background, shows what was found, and writes it where the person chooses."""

    def __init__(self, checks: Checks, parent: QWidget | None = None) -> None:
        """Begin to collect.

        Args:
            checks: Looks at the installation; may take some seconds.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Collect diagnostics"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.members: tuple[Member, ...] = ()
        self.message_bar = MessageBar()
        self.progress = QProgressBar()
        self.progress.setAccessibleName(tr("How far the collecting is"))
        self.parts = QListWidget()
        self.parts.setAccessibleName(tr("Files of the diagnostics"))
        self.parts.setSpacing(2)
        self.parts.setStyleSheet(_TICKS)
        self.parts.currentRowChanged.connect(self._on_row_changed)
        self.description = QLabel()
        self.description.setWordWrap(True)
        self.description.setProperty("role", "muted")
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(tr("Text of the chosen file"))
        self._lay_out()
        self._job: Job | None = None
        self._collect(checks)

    @property
    def chosen(self) -> tuple[Member, ...]:
        """The files that the person wants to hand on."""
        rows = range(self.parts.count())
        ticked = [self.parts.item(row).checkState() is Qt.CheckState.Checked or row < _ALWAYS for row in rows]
        return tuple(member for member, is_ticked in zip(self.members, ticked, strict=False) if is_ticked)

    @Slot()
    def choose_file(self) -> None:
        """Ask where to write the zip file, and write it."""
        day = date.today().isoformat()  # noqa: DTZ011 -- the person's day
        start = str(Path.home() / f"hilum-diagnostics-{day}.zip")  # untranslated: a file's name
        name, _ = QFileDialog.getSaveFileName(self, tr("Save diagnostics"), start, tr("Zip file (*.zip)"))
        if name:
            path = Path(name)
            self.write(path if path.suffix else path.with_suffix(".zip"))

    def write(self, path: Path) -> None:
        """Write the ticked files, in the background."""
        members = self.chosen

        def work(_context: JobContext[object]) -> Path:
            write_diagnostics(members, path)
            return path

        job = start_job(work, self)
        job.succeeded.connect(self._on_written)
        job.failed.connect(self._on_failed)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        """Stop collecting."""
        if self._job is not None:
            self._job.cancel()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        beside = QWidget()
        right = QVBoxLayout(beside)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.description)
        right.addWidget(self.text, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.parts)
        both.addWidget(beside)
        both.setStretchFactor(1, 1)
        both.setSizes([250, 560])
        buttons = QDialogButtonBox()
        self.save_button = buttons.addButton(tr("&Save\N{HORIZONTAL ELLIPSIS}"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save_button.setToolTip(tr("Write the ticked files into one zip file"))
        self.save_button.setEnabled(False)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.accepted.connect(self.choose_file)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(
            sentence(
                tr(
                    "This helps a developer to find a fault. No patient, person, file, folder or other computer is"
                    " named in it. It is written where you choose and sent nowhere; look through it and untick what you"
                    " do not want to hand on."
                )
            )
        )
        layout.addWidget(self.message_bar)
        layout.addWidget(self.progress)
        layout.addWidget(both, 1)
        layout.addWidget(buttons)
        self.resize(860, 600)

    def _collect(self, checks: Checks) -> None:
        more = about_the_window()

        def work(context: JobContext[Progress]) -> tuple[Member, ...]:
            return collect_diagnostics(checks, more, context)

        self._job = start_job(work, self, steps_back=False)
        self._job.progressed.connect(self._on_progressed)
        self._job.succeeded.connect(self._on_collected)
        self._job.failed.connect(self._on_failed)
        self._job.finished.connect(self._on_finished)

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        self.progress.setRange(0, progress.total or 0)
        self.progress.setValue(progress.done)

    @Slot(object)
    def _on_collected(self, members: tuple[Member, ...]) -> None:
        self.members = members
        with QSignalBlocker(self.parts):
            self.parts.addItems([member.name for member in members])
            for row in range(_ALWAYS, len(members)):
                item = self.parts.item(row)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked)
                item.setToolTip(tr(members[row].description))
        self.parts.setCurrentRow(0)
        self.save_button.setEnabled(True)
        self.save_button.setDefault(True)

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        self.progress.hide()

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        if 0 <= row < len(self.members):
            self.description.setText(tr(self.members[row].description))
            self.text.setPlainText(self.members[row].text)

    @Slot(object)
    def _on_written(self, path: Path) -> None:
        count = len(self.chosen)
        self.message_bar.show_note(
            tr_count("{count} file is in {name}.", "{count} files are in {name}.", count, name=path.name)
        )

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self.message_bar.show_error(failure.message)


def about_the_window() -> Sequence[str]:
    """Lines about Qt and the screens, for developers."""
    from PySide6 import __version__
    from PySide6.QtCore import qVersion

    return [*_qt_lines(__version__, qVersion()), *_screen_lines()]


def _qt_lines(binding: str, qt: str) -> Iterable[str]:
    platform_name = QGuiApplication.platformName()
    return (f"PySide6: {binding}", f"Qt: {qt}", f"window system: {platform_name}")  # untranslated: technical detail


def _screen_lines() -> Iterable[str]:
    for number, screen in enumerate(QGuiApplication.screens(), start=1):
        size, ratio = screen.size(), screen.devicePixelRatio()
        yield f"screen {number}: {size.width()} x {size.height()} at {ratio:g}"  # untranslated: technical detail
