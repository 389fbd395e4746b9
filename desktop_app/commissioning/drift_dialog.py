"""The drift watch: are the last scans like those that the model was commissioned on?"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.language import tr
from core.registry.drift import DriftLevel, DriftReport, QuantityDrift
from core.registry.drift_words import (
    LEVEL_WORDS,
    describe_drift,
    describe_measures,
    describe_notices,
    describe_quantity,
    is_share,
    quantity_name,
)
from core.registry.registry import ModelRegistry
from desktop_app.commissioning.commissioning_work import Watched, watch_work
from desktop_app.error_messages import MessageBar
from desktop_app.jobs import JobFailure
from desktop_app.newest_job import NewestJob
from desktop_app.page_parts import button, column, heading, scrolling, sentence, set_role
from desktop_app.plot_style import make_plot_widget, style_plot, translucent
from desktop_app.theme import ThemeColours

_COLUMNS = 2
_PLOT_HEIGHT = 150
_ROLES = {
    DriftLevel.UNKNOWN: "muted",
    DriftLevel.STEADY: "",
    DriftLevel.LOOK: "warning",
    DriftLevel.CHANGED: "danger",
}
_SIGNS = {
    DriftLevel.UNKNOWN: "?",
    DriftLevel.STEADY: "\N{CHECK MARK}",
    DriftLevel.LOOK: "!",
    DriftLevel.CHANGED: "\N{MULTIPLICATION X}",
}
"""Beside the words: a colour alone says nothing to an eye that cannot tell it."""


class DriftDialog(QDialog):
    """The outcome in a sentence on top; below it each quantity, then and now."""

    commissioning_asked = Signal()

    def __init__(self, registry: ModelRegistry, theme: ThemeColours, parent: QWidget | None = None) -> None:
        """Make the dialog; the record is read when it is shown.

        Args:
            registry: Where models are kept.
            theme: The colours of the plots.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Drift watch"))
        self._registry = registry
        self._colours = theme
        self._report: DriftReport | None = None
        self._job = NewestJob(self)
        self.message_bar = MessageBar()
        self.title = _bold(heading(tr("Drift watch")))
        self.outcome = sentence()
        self.notices = sentence("", "muted")
        self.standing = sentence("", "muted")
        self.tiles: list[QuantityTile] = []
        self._grid = QGridLayout()
        self._lay_out()
        self._job.succeeded.connect(self._on_watched)
        self._job.failed.connect(self._on_failed)
        self.resize(900, 720)

    @Slot()
    def refresh(self) -> None:
        """Read the record again."""
        self.message_bar.dismiss()
        if self._report is None:
            self.outcome.setText(tr("Reading the record\N{HORIZONTAL ELLIPSIS}"))
        self._job.request(watch_work(self._registry))

    def set_colours(self, theme: ThemeColours) -> None:
        """Paint the plots in a theme's colours."""
        self._colours = theme
        for tile in self.tiles:
            tile.paint(theme)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """Read the record whenever the dialog comes up."""
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's name
        """Stop reading: nobody waits for it any more."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._job.cancel()

    def show_report(self, watched: Watched) -> None:
        """Show what the watch says."""
        report = watched.report
        self._report = report
        level = tr(LEVEL_WORDS[report.level])
        self.title.setText(f"{_SIGNS[report.level]}  {level}: {watched.here.label}")
        set_role(self.title, _ROLES[report.level] or "heading")
        self.outcome.setText(describe_drift(report))
        self.notices.setText("\n".join(describe_notices(report)))
        self.notices.setVisible(bool(self.notices.text()))
        self.standing.setText(tr(watched.here.standing.sentence))
        for tile in self.tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = [QuantityTile(drift, self._colours) for drift in report.quantities]
        for number, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, number // _COLUMNS, number % _COLUMNS)

    @Slot(object)
    def _on_watched(self, watched: Watched) -> None:
        self.show_report(watched)

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self.outcome.setText("")
        self.message_bar.show_error(failure.message)

    def _lay_out(self) -> None:
        content = QWidget()
        inside = column(content, margin=4, spacing=8)
        for widget in (self.title, self.outcome, self.notices, self.standing):
            inside.addWidget(widget)
        self._grid.setSpacing(10)
        for number in range(_COLUMNS):
            self._grid.setColumnStretch(number, 1)
        inside.addLayout(self._grid)
        inside.addStretch(1)
        again = button(tr("&Read again"), tr("Look at the record once more"), self.refresh)
        commission = button(
            tr("&Commission here\N{HORIZONTAL ELLIPSIS}"),
            tr("Try the model on scans of this site with known answers"),
            self.commissioning_asked.emit,
        )
        close = button(tr("Close"), tr("Close the drift watch"), self.close)
        bottom = QHBoxLayout()
        bottom.addWidget(again)
        bottom.addWidget(commission)
        bottom.addStretch(1)
        bottom.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.addWidget(self.message_bar)
        layout.addWidget(scrolling(content, tr("Drift watch")), 1)
        layout.addLayout(bottom)


class QuantityTile(QFrame):
    """One quantity: its name, what became of it, and both distributions."""

    def __init__(self, drift: QuantityDrift, theme: ThemeColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drift = drift
        name = quantity_name(drift.quantity)
        self.setToolTip(describe_measures(drift))
        self.level = _bold(QLabel(f"{_SIGNS[drift.level]}  {tr(LEVEL_WORDS[drift.level])}"))
        set_role(self.level, _ROLES[drift.level] or "heading")
        self.plot = make_plot_widget(
            tr("{quantity}, then and now: {change}").format(quantity=name, change=describe_quantity(drift))
        )
        self.plot.setFixedHeight(_PLOT_HEIGHT)
        self._legend = self.plot.addLegend(offset=(-6, 2), labelTextSize="8pt", verSpacing=-4)
        top = QHBoxLayout()
        top.addWidget(heading(name))
        top.addStretch(1)
        top.addWidget(self.level)
        layout = column(self, margin=6, spacing=4)
        layout.addLayout(top)
        layout.addWidget(self.plot)
        layout.addWidget(sentence(describe_quantity(drift), "muted"))
        # The plots of a row begin at one height, whatever is said below them.
        layout.addStretch(1)
        self.paint(theme)

    def paint(self, theme: ThemeColours) -> None:
        """Draw in a theme's colours."""
        import pyqtgraph as pg

        style_plot(self.plot, theme)
        item = self.plot.getPlotItem()
        item.clear()
        self._legend.clear()
        self._legend.setLabelTextColor(theme.text)
        item.getAxis("left").setStyle(showValues=False, tickLength=0)
        if is_share(self._drift.quantity):
            item.getAxis("bottom").setScale(100)
            item.setLabel("bottom", tr("percent"))
        comparison = self._drift.comparison
        curves: tuple[tuple[str, Any, Any], ...] = (
            (tr("then"), comparison.then, {"pen": pg.mkPen(theme.muted, width=1.4), "fillLevel": 0}),
            (tr("now"), comparison.now, {"pen": pg.mkPen(theme.accent, width=2.4)}),
        )
        for label, shares, look in curves:
            brush = {"brush": translucent(theme.muted, 70)} if "fillLevel" in look else {}
            item.plot(comparison.edges, shares, stepMode="center", name=label, **look, **brush)


def _bold(label: QLabel) -> QLabel:
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
