"""Live curves of a run: loss, area under the ROC curve and accuracy, one line per fold."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.language import tr
from core.number_format import with_small_initial
from core.training.events import EpochFinished
from core.training.wizard_progress import fold_name
from desktop_app.plot_style import make_plot_widget, style_plot
from desktop_app.theme import Theme, ThemeColours, colours

_STYLES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)

Value = Callable[[EpochFinished], float | None]


def fold_colour(theme: ThemeColours, fold: int | None) -> str:
    """Colour of a fold; None is the refit. Folds also differ in their line, for eyes that see colours differently."""
    if fold is None:
        return theme.text
    wheel = (theme.accent, theme.positive, theme.warning, theme.danger, theme.muted)
    return wheel[fold % len(wheel)]


def fold_pen(theme: ThemeColours, fold: int | None, width: float = 1.6) -> Any:
    """Pen of a fold; None is the refit."""
    import pyqtgraph as pg

    style = _STYLES[0] if fold is None else _STYLES[(fold // 5 + fold) % len(_STYLES)]
    return pg.mkPen(fold_colour(theme, fold), width=width, style=style)


def _loss(epoch: EpochFinished) -> float:
    return epoch.validation_loss if epoch.validation_loss is not None else epoch.training_loss


class CurvesView(QWidget):
    """Three plots side by side. Lines are kept and only given new points, so that an update costs little."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours(Theme.DARK)
        self._values: tuple[tuple[str, Value], ...] = (
            (tr("loss"), _loss),
            (tr("AUC, held out"), lambda epoch: epoch.validation_auc),
            (tr("accuracy, held out"), lambda epoch: epoch.validation_accuracy),
        )
        self.plots: list[Any] = []
        self.lines: list[dict[int | None, Any]] = []
        self._drawn: list[dict[int | None, int]] = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for title, _ in self._values:
            plot = make_plot_widget(tr("{curve} after each epoch, one line per fold").format(curve=title))
            plot.setLabel("left", title)
            plot.setLabel("bottom", tr("epoch"))
            plot.setMinimumHeight(150)
            # Half a line of text: else the highest number of the axis is cut.
            plot.getPlotItem().layout.setContentsMargins(2, 8, 8, 2)
            self.plots.append(plot)
            self.lines.append({})
            layout.addWidget(plot, 1)
        self._legend = self.plots[0].addLegend(offset=(-4, 2), labelTextSize="8pt", verSpacing=-4)
        self.set_theme(self._colours)

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        self._colours = theme
        for plot, lines in zip(self.plots, self.lines, strict=True):
            style_plot(plot, theme)
            for fold, line in lines.items():
                line.setPen(fold_pen(theme, fold))
                line.setSymbolBrush(fold_colour(theme, fold))
        self._legend.setLabelTextColor(theme.text)

    def clear(self) -> None:
        """Take every line away; another run begins."""
        for plot, lines in zip(self.plots, self.lines, strict=True):
            for line in lines.values():
                plot.removeItem(line)
            lines.clear()

    def show_epochs(self, epochs: Mapping[int | None, Sequence[EpochFinished]]) -> None:
        """Draw what is known of each fold."""
        for (_, value), plot, lines in zip(self._values, self.plots, self.lines, strict=True):
            for fold, points in epochs.items():
                known = [(point.epoch + 1, number) for point in points if (number := value(point)) is not None]
                if not known:
                    continue
                if fold not in lines:
                    lines[fold] = self._line(plot, fold)
                lines[fold].setData([x for x, _ in known], [y for _, y in known])

    def _line(self, plot: Any, fold: int | None) -> Any:
        colour = fold_colour(self._colours, fold)
        return plot.plot(
            pen=fold_pen(self._colours, fold),
            symbol="o",
            symbolSize=5,
            symbolBrush=colour,
            symbolPen=None,
            name=with_small_initial(fold_name(fold)),
        )
