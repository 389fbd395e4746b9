"""What is looked for in an archive, in fields."""

from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from core.interchange.archive.queries import StudyQuery
from core.language import mark, tr
from desktop_app.connection.fields import text_field


class Period(StrEnum):
    """When a study was."""

    TODAY = mark("Today")
    LAST_7_DAYS = mark("Last 7 days")
    ANY = mark("Any day")
    BETWEEN = mark("From \N{HORIZONTAL ELLIPSIS} to \N{HORIZONTAL ELLIPSIS}")


_CHEST_MODALITIES = ("CR", "DX")
_WEEK = timedelta(days=6)


class QueryForm(QWidget):
    """Says which studies are looked for; `entered` is emitted where Enter is pressed in a field."""

    entered = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        wildcards = tr("* stands for any letters, ? for one")
        self.name = text_field(
            tr("Patient's name"),
            tr("Family name, given name"),
            tr("Names that begin so; {wildcards}").format(wildcards=wildcards),
        )
        exactly = tr("Exactly as at the archive; {wildcards}").format(wildcards=wildcards)
        self.patient_id = text_field(tr("Patient ID"), tr("Exactly"), exactly)
        self.accession = text_field(tr("Accession number"), tr("Exactly"), exactly)
        self.period = QComboBox()
        self.period.setAccessibleName(tr("When the study was"))
        for period in Period:
            self.period.addItem(tr(period.value), period)
        today = QDate.currentDate()
        self.first = _date_field(tr("From", "a date"), today.addDays(-_WEEK.days))
        self.last = _date_field(tr("To", "a date"), today)
        self.modalities = {modality: QCheckBox(modality) for modality in _CHEST_MODALITIES}
        for modality, box in self.modalities.items():
            box.setChecked(True)
            box.setToolTip(
                tr("Studies with {modality}; without a check mark at either, studies of every kind").format(
                    modality=modality
                )
            )
            box.toggled.connect(self.changed)
        self._lay_out()
        for field in self._lines:
            field.returnPressed.connect(self.entered)
            field.textChanged.connect(self.changed)
        self.period.currentIndexChanged.connect(self._on_period_chosen)
        for day in (self.first, self.last):
            day.dateChanged.connect(self.changed)
        self._on_period_chosen()

    @property
    def query(self) -> StudyQuery:
        """What is looked for."""
        first, last = self._days()
        return StudyQuery(
            patient_name=self.name.text().strip(),
            patient_id=self.patient_id.text().strip(),
            accession_number=self.accession.text().strip(),
            first_date=first,
            last_date=last,
            modalities=tuple(modality for modality, box in self.modalities.items() if box.isChecked()),
        )

    @property
    def _lines(self) -> tuple[QLineEdit, ...]:
        return self.name, self.patient_id, self.accession

    def _days(self) -> tuple[date | None, date | None]:
        today = date.today()  # noqa: DTZ011  # the archive's days are those of its clocks, and so of this computer's
        match Period(self.period.currentData()):
            case Period.TODAY:
                return today, today
            case Period.LAST_7_DAYS:
                return today - _WEEK, today
            case Period.ANY:
                return None, None
            case Period.BETWEEN:
                return _day_of(self.first), _day_of(self.last)

    @Slot()
    def _on_period_chosen(self) -> None:
        is_free = Period(self.period.currentData()) is Period.BETWEEN
        for widget in (self.first, self.last, self._to):
            widget.setVisible(is_free)
        self.changed.emit()

    def _lay_out(self) -> None:
        self._to = QLabel(tr("to", "between two dates"))
        days = QHBoxLayout()
        days.setSpacing(8)
        for widget in (self.period, self.first, self._to, self.last):
            days.addWidget(widget)
        days.addStretch(1)
        kinds = QHBoxLayout()
        kinds.setSpacing(14)
        for box in self.modalities.values():
            kinds.addWidget(box)
        kinds.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        for place, (text, field) in enumerate(
            ((tr("&Patient"), self.name), (tr("Patient &ID"), self.patient_id), (tr("Accessi&on no."), self.accession))
        ):
            label = QLabel(text)
            label.setBuddy(field)
            grid.addWidget(label, 0, 2 * place)
            grid.addWidget(field, 0, 2 * place + 1)
            grid.setColumnStretch(2 * place + 1, 1)
        when = QLabel(tr("&When"))
        when.setBuddy(self.period)
        grid.addWidget(when, 1, 0)
        grid.addLayout(days, 1, 1, 1, 3)
        grid.addWidget(QLabel(tr("Modality")), 1, 4)
        grid.addLayout(kinds, 1, 5)


def _date_field(name: str, day: QDate) -> QDateEdit:
    field = QDateEdit(day)
    field.setCalendarPopup(True)
    field.setDisplayFormat(tr("yyyy-MM-dd", "a pattern of Qt's QDateTime"))
    field.setAccessibleName(name)
    return field


def _day_of(field: QDateEdit) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
