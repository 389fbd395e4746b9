"""What is typed and clicked to find scans: a search field and chips."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from core.language import mark, tr
from core.number_format import integer, tr_count
from core.screening.decision import Decision
from core.worklist.entry import EntryState, Origin
from core.worklist.query import WorklistQuery

_DECISIONS = {
    Decision.POSITIVE: (mark("+ Positive"), mark("Only scans that the model answered positive")),
    Decision.NEGATIVE: (mark("\N{MINUS SIGN} Negative"), mark("Only scans that the model answered negative")),
    Decision.UNDETERMINED: (mark("? Undetermined"), mark("Only scans without a plain answer")),
    Decision.REFUSED: (mark("\N{MULTIPLICATION SIGN} Not judged"), mark("Only scans that the gate refused")),
}
_STATES = {
    EntryState.WAITING: (mark("Waiting"), mark("Only scans that wait to be classified")),
    EntryState.FAILED: (mark("Failed"), mark("Only scans that could not be read")),
}
_ORIGINS = {Origin.RECEIVED: (mark("Received"), mark("Only scans that another computer sent"))}


class FilterBar(QWidget):
    """Chips of one kind add to each other, those of different kinds narrow each other down."""

    filter_changed = Signal()
    """Something else is to be listed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search_field = QLineEdit()
        self.search_field.setObjectName("field")
        self.search_field.setPlaceholderText(tr("Search patient, ID, accession, study, file"))
        self.search_field.setAccessibleName(tr("Search"))
        self.search_field.setToolTip(tr("Each word must occur somewhere; capitals and accents do not matter"))
        self.search_field.setClearButtonEnabled(True)
        self.search_field.setMinimumWidth(260)
        self.search_field.textChanged.connect(self.filter_changed)
        self._decisions = {key: self._chip(*words) for key, words in _DECISIONS.items()}
        self._states = {key: self._chip(*words) for key, words in _STATES.items()}
        self._origins = {key: self._chip(*words) for key, words in _ORIGINS.items()}
        self.groups = self._chip(mark("Group by study"), mark("Put the scans of a study together"))
        self.count_label = QLabel()
        self.count_label.setProperty("role", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(4)
        row.addWidget(self.search_field, 1)
        for chips in (self._decisions, self._states, self._origins):
            row.addSpacing(8)
            for chip in chips.values():
                row.addWidget(chip)
        row.addSpacing(8)
        row.addWidget(self.groups)
        row.addSpacing(8)
        row.addWidget(self.count_label)

    def query(self, base: WorklistQuery) -> WorklistQuery:
        """The query with what is typed and checked here; its order stays."""
        return replace(
            base,
            text=self.search_field.text(),
            decisions=tuple(key for key, chip in self._decisions.items() if chip.isChecked()),
            states=tuple(key for key, chip in self._states.items() if chip.isChecked()),
            origins=tuple(key for key, chip in self._origins.items() if chip.isChecked()),
            groups_studies=self.groups.isChecked(),
        )

    def chip(self, key: Decision | EntryState | Origin) -> QToolButton:
        """The chip of a restriction."""
        chips: dict[str, QToolButton] = {}
        for group in (self._decisions, self._states, self._origins):
            chips.update({str(kind): chip for kind, chip in group.items()})
        return chips[str(key)]

    @property
    def is_open(self) -> bool:
        """Whether nothing is restricted."""
        chips = (*self._decisions.values(), *self._states.values(), *self._origins.values())
        return not self.search_field.text().strip() and not any(chip.isChecked() for chip in chips)

    @Slot()
    def clear(self) -> None:
        """List everything again."""
        for chip in (*self._decisions.values(), *self._states.values(), *self._origins.values()):
            chip.setChecked(False)
        self.search_field.clear()

    def show_count(self, listed: int, total: int) -> None:
        """Say how many scans are listed."""
        self.count_label.setText(
            tr_count("{count} scan", "{count} scans", listed)
            if listed == total
            else tr("{count} of {total} scans").format(count=integer(listed), total=integer(total))
        )

    def _chip(self, text: str, tip: str) -> QToolButton:
        chip = QToolButton()
        chip.setText(tr(text))
        chip.setToolTip(tr(tip))
        chip.setCheckable(True)
        # A button that stays pressed must look like one before it is.
        chip.setStyleSheet("QToolButton:!checked:!focus { border: 1px solid palette(mid); }")
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.toggled.connect(self.filter_changed)
        return chip
