"""Second page: what the check of the images found, and what to do about it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from core.language import mark, tr
from core.number_format import integer, tr_count
from desktop_app.page_parts import button, column, heading, sentence, set_role
from desktop_app.theme import Theme, ThemeColours, colours
from desktop_app.training_wizard.sentence_delegate import SentenceDelegate

if TYPE_CHECKING:
    from core.training.check import DatasetCheck, Finding

_MOST_FILES_LISTED = 2000
_REDRAW_MS = 200
_MARKS = {"blocking": mark("Must be mended"), "warning": mark("Look at this"), "info": mark("For your information")}
_ROLES = {"blocking": "danger", "warning": "warning", "info": "muted"}
_EXPLANATION = mark("""\
This is looked at before anything is trained:

\N{BULLET}  files that cannot be read, and very small or odd images
\N{BULLET}  how many images each class and source has
\N{BULLET}  the same image in two classes
\N{BULLET}  duplicates, also resized, compressed again, brighter or darker, cropped or mirrored
\N{BULLET}  patients in several classes, and images whose patient is not known

Duplicates and images of one patient are kept together: a model is never tested on what it has learnt from.""")
_PATH_ROLE = Qt.ItemDataRole.UserRole


class CheckPage(QWidget):
    """Findings by severity on the left, the files of the chosen one on the right."""

    cancel_requested = Signal()
    check_requested = Signal()
    file_opened = Signal(object)
    """Paths to show in the viewer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()
        self._colours = colours(Theme.DARK)
        self._done, self._total = 0, 0
        self._redraw = QTimer(self, singleShot=True, interval=_REDRAW_MS)
        self._redraw.timeout.connect(self._on_redraw_due)
        self._summary = sentence()
        self._explanation = sentence(tr(_EXPLANATION), "muted")
        self._bar = QProgressBar()
        # A dark number on the dark part of the bar cannot be read; the sentence beside it counts.
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(14)
        self._bar.setAccessibleName(tr("Images checked"))
        self._cancel = button(tr("Cance&l"), tr("Stop checking"), self.cancel_requested.emit)
        self._again = button(
            tr("Check a&gain"), tr("Read the images again, after you have changed some"), self.check_requested.emit
        )
        self.findings_list = QListWidget()
        self.findings_list.setAccessibleName(tr("Findings"))
        self.findings_list.setWordWrap(True)
        SentenceDelegate(self.findings_list)
        self.findings_list.setSpacing(2)
        self.findings_list.currentRowChanged.connect(self._on_finding_selected)
        self.counts = QTableWidget()
        self.counts.setAccessibleName(tr("Images of each class and source"))
        self.counts.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.counts.verticalHeader().hide()
        self._title = sentence("", "heading")
        self._severity = sentence()
        self._remedy = sentence()
        self.files = QTreeWidget()
        self.files.setAccessibleName(tr("Files of this finding"))
        self.files.setToolTip(tr("Double click or Enter shows an image in the viewer"))
        self.files.setHeaderHidden(True)
        self.files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.files.itemActivated.connect(self._on_file_activated)
        self._splitter = QSplitter()
        self._lay_out()
        self.show_nothing()

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        self._colours = theme
        self._fill_findings()

    def show_nothing(self) -> None:
        """Before the first check."""
        self._set_checking(False)
        self._summary.setText(tr("The images have not been checked yet."))
        self._findings = ()
        self._fill_findings()
        self._show_outcome(False)

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the check is; drawn a few times a second."""
        self._done, self._total = done, total
        self._set_checking(True)
        if not self._redraw.isActive():
            self._redraw.start()

    def show_problem(self, text: str) -> None:
        """Say why the check could not be finished."""
        self.show_nothing()
        set_role(self._summary, "danger")
        self._summary.setText(text)

    def show_check(self, check: DatasetCheck) -> None:
        """List what was found, the worst first."""
        self._set_checking(False)
        order = {name: number for number, name in enumerate(_MARKS)}
        self._findings = tuple(sorted(check.findings, key=lambda finding: order[_severity(finding)]))
        counted = Counter(_severity(finding) for finding in self._findings)
        sentences = [_found(len(check.dataset.images), len(check.duplicate_groups))]
        set_role(self._summary, "danger" if counted["blocking"] else "")
        if counted["blocking"]:
            sentences.append(
                tr_count(
                    "{count} finding must be mended before anything can be trained.",
                    "{count} findings must be mended before anything can be trained.",
                    counted["blocking"],
                )
            )
        elif check.can_train:
            sentences.append(tr("Training can begin."))
        self._summary.setText(" ".join(sentences))
        self._fill_counts(check)
        self._fill_findings()
        self._show_outcome(True)

    def _show_outcome(self, is_there: bool) -> None:
        self._splitter.setVisible(is_there)
        self._explanation.setVisible(not is_there)

    def _set_checking(self, is_checking: bool) -> None:
        self._bar.setVisible(is_checking)
        self._cancel.setVisible(is_checking)
        self._again.setVisible(not is_checking)
        if is_checking:
            self._show_outcome(False)
            set_role(self._summary, "")
            self._summary.setText(tr("Checking the images: reading each, looking for duplicates."))

    def _fill_findings(self) -> None:
        self.findings_list.clear()
        tints = {"blocking": self._colours.danger, "warning": self._colours.warning, "info": self._colours.muted}
        for finding in self._findings:
            severity = _severity(finding)
            item = QListWidgetItem(f"{tr(_MARKS[severity])}: {finding.sentence}")
            item.setForeground(QColor(tints[severity]))
            self.findings_list.addItem(item)
        if self._findings:
            self.findings_list.setCurrentRow(0)
        else:
            self._on_finding_selected(-1)

    def _fill_counts(self, check: DatasetCheck) -> None:
        """One row per class, one column per source."""
        cells = Counter((image.label, image.source or "") for image in check.dataset.images)
        sources = sorted({source for _, source in cells})
        names = [source or (tr("source not named") if len(sources) > 1 else tr("images")) for source in sources]
        has_total = len(sources) > 1
        header = [tr("class"), *names, *([tr("all")] if has_total else [])]
        self.counts.setColumnCount(len(header))
        self.counts.setHorizontalHeaderLabels(header)
        self.counts.setRowCount(len(check.dataset.classes))
        for row, label in enumerate(check.dataset.classes):
            numbers = [cells[label, source] for source in sources]
            texts = [label, *(integer(number) for number in numbers), *([integer(sum(numbers))] if has_total else [])]
            for number, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if number:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.counts.setItem(row, number, item)
        self.counts.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    @Slot(int)
    def _on_finding_selected(self, row: int) -> None:
        self.files.clear()
        has_finding = 0 <= row < len(self._findings)
        self.files.setVisible(has_finding and bool(self._findings[row].files))
        if not has_finding:
            for label in (self._title, self._severity, self._remedy):
                label.setText("")
            if self.counts.rowCount() and not self._findings:
                self._title.setText(tr("Nothing to complain about."))
            return
        finding = self._findings[row]
        severity = _severity(finding)
        self._title.setText(finding.sentence)
        self._severity.setText(tr(_MARKS[severity]))
        set_role(self._severity, _ROLES[severity])
        self._remedy.setText(finding.remedy)
        self._fill_files(finding)

    def _fill_files(self, finding: Finding) -> None:
        left = _MOST_FILES_LISTED
        for number, group in enumerate(finding.files, start=1):
            if left <= 0:
                more = tr("and {count} more").format(count=integer(len(finding.files) - number + 1))
                self.files.addTopLevelItem(QTreeWidgetItem([more]))
                break
            parent: QTreeWidget | QTreeWidgetItem = self.files
            if len(group) > 1:
                title = tr("Group {number}: {files} files").format(number=number, files=integer(len(group)))
                parent = QTreeWidgetItem(self.files, [title])
            for path in group[:left]:
                item = QTreeWidgetItem(parent, [f"{path.parent.name}/{path.name}"])
                item.setData(0, _PATH_ROLE, str(path))
                item.setToolTip(0, str(path))
            left -= len(group)
        self.files.expandAll()

    @Slot(QTreeWidgetItem)
    def _on_file_activated(self, item: QTreeWidgetItem) -> None:
        """Show one file, or all of a group to compare them."""
        children = (item.child(number) for number in range(item.childCount()))
        texts = [entry.data(0, _PATH_ROLE) for entry in (item, *children) if entry is not None]
        paths = [Path(text) for text in texts if text]
        if paths:
            self.file_opened.emit(paths)

    @Slot()
    def _on_redraw_due(self) -> None:
        self._bar.setRange(0, self._total)
        self._bar.setValue(self._done)
        if self._total and not self._bar.isHidden():
            text = tr("Checking the images, and looking for duplicates: {done} of {total}.")
            self._summary.setText(text.format(done=integer(self._done), total=integer(self._total)))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._summary, 1)
        for part in (self._bar, self._cancel, self._again):
            top.addWidget(part)
        left = QWidget()
        left_column = column(left)
        left_column.addWidget(heading(tr("Findings")))
        left_column.addWidget(self.findings_list, 3)
        left_column.addWidget(heading(tr("Images")))
        left_column.addWidget(self.counts, 1)
        right = QWidget()
        right_column = column(right)
        for widget in (self._severity, self._title, self._remedy):
            right_column.addWidget(widget)
        right_column.addWidget(self.files, 1)
        right_column.addStretch()
        splitter = self._splitter
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([480, 420])
        layout = column(self)
        layout.addLayout(top)
        layout.addWidget(self._explanation)
        layout.addWidget(splitter, 1)
        layout.addStretch()


def _found(images: int, groups: int) -> str:
    readable = tr_count("{count} readable image", "{count} readable images", images)
    copies = tr_count("{count} group of duplicates", "{count} groups of duplicates", groups)
    return f"{readable}; {copies}."


def _severity(finding: Finding) -> str:
    return str(finding.severity.name).lower()
