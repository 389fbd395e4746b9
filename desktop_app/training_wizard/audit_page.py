"""Third page: what gives the class of the images away, other than the disease."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from core.language import mark, tr
from core.number_format import integer, tr_count
from desktop_app.page_parts import button, column, heading, scrolling, sentence, set_role
from desktop_app.theme import Theme, ThemeColours, colours
from desktop_app.training_wizard.audit_bar import BAR_ROLE, AreaBar, AreaBarDelegate
from desktop_app.training_wizard.hidden_pictures import hidden_pictures

if TYPE_CHECKING:
    from core.training.audit_report import AuditReport, Probe, ProbeResult

_REDRAW_MS = 200
_COLUMNS = (mark("What was looked at"), mark("How well"), mark("AUC (95% interval)"), mark("What it amounts to"))
_TIPS = (
    mark("Each of these has nothing to do with a disease of the lungs, or next to nothing"),
    mark("From the left end, chance, to the right end, always right; the thin line is the 95% interval"),
    mark("Chance that an image with the disease is ranked above one without: 0.5 is guessing, 1 is always right"),
    mark("After correction for the number of probes; what could be chance is said to tell nothing"),
)
_AMOUNTS = {
    "inseparable": mark("gives it away"),
    "suspected": mark("hints at it"),
    "trace": mark("hints a little"),
    "nothing": mark("tells nothing"),
}
_ROLES = {"inseparable": "danger", "shortcut_suspected": "warning"}
_EXPLANATION = mark("""\
A network learns whatever tells the classes apart, not only the disease. So the program tries to tell them itself, from
things that have nothing to do with it:

\N{BULLET}  the picture with the lungs hidden, its corners and its edges
\N{BULLET}  grey values, sharpness and noise alone
\N{BULLET}  size, file format, compression, DICOM headers and file names
\N{BULLET}  the source, if it is known, and what is left within one source

Where that works, a model trained on these images may look excellent and yet know nothing of the disease.""")


class AuditPage(QWidget):
    """The verdict on top, every probe below it, and what the chosen one means."""

    cancel_requested = Signal()
    audit_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: AuditReport | None = None
        self._progress = (0, 0, "")
        self._redraw = QTimer(self, singleShot=True, interval=_REDRAW_MS)
        self._redraw.timeout.connect(self._on_redraw_due)
        self._summary = sentence()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(14)
        self._bar.setAccessibleName(tr("Progress of the audit"))
        self._cancel = button(tr("Cance&l"), tr("Stop looking for shortcuts"), self.cancel_requested.emit)
        self._again = button(
            tr("A&udit again"), tr("Look for shortcuts in the checked images again"), self.audit_requested.emit
        )
        self._explanation = sentence(tr(_EXPLANATION), "muted")
        self.verdict = sentence("", "heading")
        self.verdict.setObjectName("auditVerdict")
        font = QFont(self.verdict.font())
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.4)
        self.verdict.setFont(font)
        self._meaning_of_verdict = sentence()
        self._delegate = AreaBarDelegate(colours(Theme.DARK), self)
        self.table = self._made_table()
        self._title = heading("")
        self._pictures = QLabel()
        self._pictures_caption = sentence("", "muted")
        self._hidden: QPixmap | None = None
        self._meaning = sentence()
        self._remedy = sentence()
        self._sources = sentence("", "muted")
        self._outcome = QWidget()
        self._lay_out()
        self.show_nothing()

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        self._delegate.set_theme(theme)
        self.table.viewport().update()

    def show_nothing(self) -> None:
        """Before the first audit."""
        self._report = self._hidden = None
        self._set_auditing(False)
        self._again.setEnabled(False)
        set_role(self._summary, "")
        self._summary.setText(tr("The images have not been audited yet."))
        self._show_outcome(False)

    def show_progress(self, done: int, total: int, label: str) -> None:
        """Say how far the audit is; drawn a few times a second."""
        self._progress = (done, total, label)
        self._set_auditing(True)
        if not self._redraw.isActive():
            self._redraw.start()

    def show_problem(self, text: str) -> None:
        """Say why there is no audit."""
        self._report = None
        self._set_auditing(False)
        set_role(self._summary, "danger")
        go_on = tr("{problem} Training can go on without it; then nothing is known about shortcuts.")
        self._summary.setText(go_on.format(problem=text))
        self._show_outcome(False)

    def show_report(self, report: AuditReport, pixels: npt.NDArray[np.uint8] | None = None) -> None:
        """Show what was found, the worst first.

        Args:
            report: The audit.
            pixels: uint8 (images, size, size), the pictures that were audited, None where they are not at hand.
        """
        from core.training.audit_wording import (
            describe_source,
            sources_summary,
            verdict_explanation,
            verdict_headline,
        )

        self._report = report
        self._hidden = hidden_pictures(report, pixels) if pixels is not None else None
        self._set_auditing(False)
        set_role(self._summary, "")
        self._summary.setText(_looked_at(report))
        self.verdict.setText(verdict_headline(report.verdict))
        set_role(self.verdict, _ROLES.get(report.verdict, "heading"))
        self._meaning_of_verdict.setText(verdict_explanation(report))
        sources = [describe_source(source, report) for source in report.sources if source.name]
        self._sources.setText("\n".join([sources_summary(report), *(f"\N{BULLET}  {text}" for text in sources)]))
        self._fill_table(report)
        self._show_outcome(True)

    def _made_table(self) -> QTableWidget:
        table = QTableWidget(0, len(_COLUMNS))
        table.setAccessibleName(tr("What tells the class, the worst first"))
        for number, (name, tip) in enumerate(zip(map(tr, _COLUMNS), map(tr, _TIPS), strict=True)):
            header = QTableWidgetItem(name)
            header.setToolTip(tip)
            table.setHorizontalHeaderItem(number, header)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setItemDelegateForColumn(1, self._delegate)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        sizes = table.horizontalHeader()
        sizes.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        sizes.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.currentCellChanged.connect(self._on_row_changed)
        return table

    def _fill_table(self, report: AuditReport) -> None:
        from core.training.audit_wording import describe_result

        self.table.setRowCount(len(report.results))
        for row, result in enumerate(report.results):
            title = describe_result(result, report).title
            for number, text in enumerate((title, "", _area(result), _amount(result))):
                self.table.setItem(row, number, QTableWidgetItem(text))
            bar = AreaBar(result.auc.value, result.auc.low, result.auc.high, _shown_strength(result))
            item = self.table.item(row, 1)
            if item is not None and math.isfinite(bar.value):
                item.setData(BAR_ROLE, bar)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, _area(result))
        self.table.setCurrentCell(0, 0)
        self._on_row_changed(0 if report.results else -1)

    @Slot(int, int, int, int)
    def _on_row_changed(self, row: int, *_others: int) -> None:
        from core.training.audit_wording import describe_result

        report = self._report
        if report is None or not 0 <= row < len(report.results):
            return
        words = describe_result(report.results[row], report)
        for label, text in ((self._title, words.title), (self._meaning, words.meaning), (self._remedy, words.remedy)):
            label.setText(text)
            label.setVisible(bool(text))
        self._show_pictures(report, report.results[row].probe)

    def _show_pictures(self, report: AuditReport, probe: Probe) -> None:
        """Examples of what the probe with the lungs hidden looked at."""
        has_pictures = self._hidden is not None and probe == "lungs_hidden"
        for label in (self._pictures, self._pictures_caption):
            label.setVisible(has_pictures)
        if self._hidden is not None:
            self._pictures.setPixmap(self._hidden)
            name = tr("What it saw: above images with “{positive}”, below others")
            caption = tr("What it saw: above images with “{positive}”, below others, drawn at random.")
            self._pictures_caption.setText(caption.format(positive=report.positive_class))
            self._pictures.setAccessibleName(name.format(positive=report.positive_class))

    @Slot()
    def _on_redraw_due(self) -> None:
        done, total, label = self._progress
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if not self._bar.isHidden():
            set_role(self._summary, "")
            text = tr("Looking for shortcuts. You can go on to the next pages meanwhile.")
            if label:
                text = tr(
                    "Looking for shortcuts: {what}, {done} of {total}. You can go on to the next pages meanwhile."
                )
            self._summary.setText(text.format(what=label, done=integer(done), total=integer(total)))

    def _set_auditing(self, is_auditing: bool) -> None:
        self._bar.setVisible(is_auditing)
        self._cancel.setVisible(is_auditing)
        self._again.setVisible(not is_auditing)
        self._again.setEnabled(True)
        if is_auditing:
            self._show_outcome(False)

    def _show_outcome(self, is_there: bool) -> None:
        self._outcome.setVisible(is_there)
        self._explanation.setVisible(not is_there)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._summary, 1)
        for part in (self._bar, self._cancel, self._again):
            top.addWidget(part)
        details = QWidget()
        about = column(details)
        for label in (self._title, self._meaning, self._remedy, self._pictures_caption, self._pictures):
            about.addWidget(label)
        about.addWidget(heading(tr("Sources")))
        about.addWidget(self._sources)
        about.addStretch()
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(scrolling(details, tr("About the chosen row, and the sources")))
        splitter.setSizes([270, 270])
        outcome = column(self._outcome)
        outcome.addWidget(self.verdict)
        outcome.addWidget(self._meaning_of_verdict)
        outcome.addWidget(splitter, 1)
        layout = column(self)
        layout.addLayout(top)
        layout.addWidget(self._explanation)
        layout.addWidget(self._outcome, 1)
        layout.addStretch()


def _looked_at(report: AuditReport) -> str:
    looked_at = tr_count("{count} image looked at", "{count} images looked at", report.images_looked_at)
    if report.images_looked_at < report.images:
        looked_at = tr_count(
            "{count} image looked at, drawn at random from {all}",
            "{count} images looked at, drawn at random from {all}",
            report.images_looked_at,
            all=integer(report.images),
        )
    if report.images_without_lungs:
        hidden = tr("{looked_at}; in {count} no lungs were found, and nearly all was hidden")
        looked_at = hidden.format(looked_at=looked_at, count=integer(report.images_without_lungs))
    whole = tr("{looked_at}. “{positive}” was told from everything else.")
    return whole.format(looked_at=looked_at, positive=report.positive_class)


def _area(result: ProbeResult) -> str:
    from core.training.audit_wording import figure

    return figure(result.auc) if math.isfinite(result.auc.value) else tr("too few images")


def _amount(result: ProbeResult) -> str:
    return tr(_AMOUNTS[result.strength]) if result.probe.is_seen_by_network else tr("not seen by a network")


def _shown_strength(result: ProbeResult) -> str:
    """File names are told apart in grey: no network sees them."""
    return result.strength.value if result.probe.is_seen_by_network else "trace"
