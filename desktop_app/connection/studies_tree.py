"""The studies that an archive has, with their series below them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from core.interchange.archive.queries import FoundSeries, FoundStudy
from core.language import mark, tr
from core.number_format import day, integer
from desktop_app.connection.connection_work import WantedStudy

_COLUMNS = (
    mark("Patient"),
    mark("Patient ID"),
    mark("Born"),
    mark("Study"),
    mark("Modality"),
    mark("Description"),
    mark("Accession no."),
    mark("Images"),
)
_WIDTHS = (210, 110, 90, 130, 76, 200, 110, 60)
_FOUND_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class StudiesTree(QTreeWidget):
    """Lists studies; the series of one are asked for when it is opened."""

    series_wanted = Signal(object)
    """FoundStudy whose series are not known yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderLabels([tr(heading) for heading in _COLUMNS])
        self.setAccessibleName(tr("Studies that were found"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        for column, width in enumerate(_WIDTHS):
            # Headings are longer in some languages.
            self.setColumnWidth(column, max(width, self.header().sectionSizeHint(column)))
        self.itemExpanded.connect(self._on_expanded)

    @property
    def wanted(self) -> tuple[WantedStudy, ...]:
        """What is selected: whole studies, and of others single series."""
        whole: dict[str, None] = {}
        series: dict[str, list[str]] = {}
        for item in self.selectedItems():
            match item.data(0, _FOUND_ROLE):
                case FoundStudy() as study:
                    whole[study.study_uid] = None
                case FoundSeries() as found:
                    series.setdefault(found.study_uid, []).append(found.series_uid)
        parts = [WantedStudy(uid, tuple(chosen)) for uid, chosen in series.items() if uid not in whole]
        return (*(WantedStudy(uid) for uid in whole), *parts)

    def show_studies(self, studies: Sequence[FoundStudy]) -> None:
        """List studies, in their order."""
        self.clear()
        items = []
        for study in studies:
            item = QTreeWidgetItem([*_study_texts(study)])
            item.setData(0, _FOUND_ROLE, study)
            item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
            items.append(item)
        self.addTopLevelItems(items)
        if items:
            self.setCurrentItem(items[0])

    def show_series(self, study: FoundStudy, found: Sequence[FoundSeries]) -> None:
        """List the series of a study below it."""
        item = self._item_of(study)
        if item is None:
            return
        item.takeChildren()
        for series in found:
            child = QTreeWidgetItem([*_series_texts(series)])
            child.setData(0, _FOUND_ROLE, series)
            item.addChild(child)
        if not found:
            item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.DontShowIndicator)

    def close_study(self, study: FoundStudy) -> None:
        """Close a study whose series could not be listed, so that it can be opened again."""
        item = self._item_of(study)
        if item is not None and item.childCount() == 0:
            item.setExpanded(False)

    @Slot(QTreeWidgetItem)
    def _on_expanded(self, item: QTreeWidgetItem) -> None:
        found: Any = item.data(0, _FOUND_ROLE)
        if isinstance(found, FoundStudy) and item.childCount() == 0:
            self.series_wanted.emit(found)

    def _item_of(self, study: FoundStudy) -> QTreeWidgetItem | None:
        for row in range(self.topLevelItemCount()):
            item = self.topLevelItem(row)
            if item is not None and item.data(0, _FOUND_ROLE) == study:
                return item
        return None


def _study_texts(study: FoundStudy) -> tuple[str, ...]:
    when = f"{_day(study.study_date)} {study.study_time}".strip()
    return (
        study.patient_name,
        study.patient_id,
        _day(study.birth_date),
        when,
        ", ".join(study.modalities),
        study.description,
        study.accession_number,
        _count(study.image_count),
    )


def _series_texts(series: FoundSeries) -> tuple[str, ...]:
    name = tr("Series {number}").format(number=series.number) if series.number is not None else tr("Series")
    return (name, "", "", series.body_part, series.modality, series.description, "", _count(series.image_count))


def _day(value: date | None) -> str:
    return "" if value is None else day(value)


def _count(count: int | None) -> str:
    return "" if count is None else integer(count)
