"""What the two methods say, side by side: the classifier's probabilities and the lung network's opacities."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.language import tr
from core.model.class_words import class_word
from core.number_format import percent
from core.screening.answer_words import methods_sentence, prediction_set_sentence
from core.screening.result import ScanResult
from desktop_app.screening.probability_bar import ProbabilityBar
from desktop_app.screening.text_labels import set_text, text_label
from desktop_app.screening.zone_table import ZoneTable
from desktop_app.theme import Theme, ThemeColours, colours


class MethodsView(QWidget):
    """Two columns, and below them whether they agree and which answers remain possible."""

    def __init__(self) -> None:
        super().__init__()
        self._colours = colours(Theme.DARK)
        self._bars: list[ProbabilityBar] = []
        self._bar_column = QVBoxLayout()
        self._bar_column.setSpacing(4)
        self._extent = text_label("heading", wraps=False)
        self._zones = ZoneTable()
        self._lungs = QWidget()
        self._agreement = text_label()
        self._agreement.setObjectName("agreement")
        self._possible = text_label()
        self._possible.setObjectName("possible")
        self._lay_out()

    def _lay_out(self) -> None:
        classifier = text_label("heading", wraps=False)
        classifier.setText(tr("Classifier"))
        self._bar_column.addWidget(classifier)
        self._bar_column.addStretch(1)
        lungs = QVBoxLayout(self._lungs)
        lungs.setContentsMargins(0, 0, 0, 0)
        lungs.setSpacing(4)
        lungs.addWidget(self._extent)
        lungs.addWidget(self._zones)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addLayout(self._bar_column, 1)
        columns.addWidget(self._lungs, 1, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(columns)
        layout.addWidget(self._agreement)
        layout.addWidget(self._possible)

    def show_result(self, result: ScanResult) -> None:
        """Show what both methods say about a scan."""
        pairs = list(zip(result.classes, result.probabilities, strict=True))
        pairs.sort(key=lambda pair: pair[0] != result.positive_class)
        while len(self._bars) < len(pairs):
            self._add_bar()
        for index, bar in enumerate(self._bars):
            bar.setVisible(index < len(pairs))
        for bar, (name, probability) in zip(self._bars, pairs, strict=False):
            is_positive_class = name == result.positive_class
            threshold = result.threshold if is_positive_class else None
            bar.show_probability(class_word(name), probability, threshold, is_positive_class)
        evidence = result.evidence
        self._lungs.setVisible(evidence is not None)
        if evidence is not None:
            set_text(self._extent, tr("Lung opacity {share}").format(share=percent(evidence.finding.opacity_extent, 1)))
            self._zones.show_regions(evidence.regions)
        set_text(self._agreement, methods_sentence(result))
        self._possible.setVisible(not result.is_refused)
        set_text(self._possible, prediction_set_sentence(result.verdict.prediction_set, result.positive_class))

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        self._colours = theme
        self._zones.set_theme(theme)
        for bar in self._bars:
            bar.set_theme(theme)

    def _add_bar(self) -> None:
        bar = ProbabilityBar()
        bar.set_theme(self._colours)
        # Before the stretch at the end.
        self._bar_column.insertWidget(self._bar_column.count() - 1, bar)
        self._bars.append(bar)
