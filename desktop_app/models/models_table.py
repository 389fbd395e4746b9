"""The models as a table."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.language import mark, tr
from core.registry.days import day_text
from core.registry.describing import NOTHING, auc_text, sensitivity_text, specificity_text, trained_on
from core.registry.version import ModelVersion
from desktop_app.models.models_work import AnyVersion, ModelList

Index = QModelIndex | QPersistentModelIndex

HEADINGS = (
    mark("Active"),
    mark("Model"),
    mark("Trained"),
    mark("AUC (95% interval)"),
    mark("Sensitivity"),
    mark("Specificity"),
    mark("Trained on"),
)
_HEADING_TIPS = (
    mark("The model that answers in the window and on the command line"),
    mark("Name and version"),
    mark("Date of training, where the model's card says it"),
    mark("Area under the ROC curve, on the images that the description below names"),
    mark("Share of positive images that it finds, at its threshold"),
    mark("Share of other images that it leaves alone, at its threshold"),
    mark("How many images, from which collections"),
)
_ACTIVE, _TRAINED_ON = 0, len(HEADINGS) - 1


class ModelsTable(QAbstractTableModel):
    """A row per model: the sound ones first, then damaged ones."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._list = ModelList(())
        self._rows: tuple[AnyVersion, ...] = ()

    @property
    def active(self) -> str | None:
        """The active model's address."""
        return self._list.active

    def show_models(self, models: ModelList) -> None:
        """Show another list."""
        self.beginResetModel()
        self._list = models
        self._rows = (*models.versions, *models.damaged)
        self.endResetModel()

    def version_at(self, row: int) -> AnyVersion | None:
        """The model of a row, None where there is no such row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, address: str | None) -> int | None:
        """The row of a model."""
        return next((row for row, version in enumerate(self._rows) if version.address == address), None)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802  # Qt's name
        """Return the number of models."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802  # Qt's name
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(HEADINGS)

    def headerData(  # noqa: N802  # Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Return a column's heading."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tr(HEADINGS[section])
            case Qt.ItemDataRole.ToolTipRole:
                return tr(_HEADING_TIPS[section])
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            case _:
                return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return what a view asks of a cell."""
        version = self.version_at(index.row()) if index.isValid() else None
        if version is None:
            return None
        is_active = version.address == self._list.active
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _cells(version, is_active)[index.column()]
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == _ACTIVE:
                return int(Qt.AlignmentFlag.AlignCenter)
            case Qt.ItemDataRole.ToolTipRole:
                return tr(version.card.origin) if isinstance(version, ModelVersion) else tr(version.reason)
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == _ACTIVE:
                return tr("active") if is_active else tr("not active")
            case _:
                return None


def _cells(version: AnyVersion, is_active: bool) -> tuple[str, ...]:
    sign = "\N{CHECK MARK}" if is_active else ""
    if not isinstance(version, ModelVersion):
        return (sign, version.address, "", tr("damaged"), "", "", "")
    name = tr("{model} (bundled)").format(model=version.label) if version.is_bundled else version.label
    return (
        sign,
        name,
        day_text(version.date) or NOTHING,
        auc_text(version),
        sensitivity_text(version),
        specificity_text(version),
        trained_on(version),
    )
