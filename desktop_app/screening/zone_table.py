"""How much of each lung and of its zones is opaque, as a small table."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.language import mark, tr
from core.model.lung_regions import LungField, LungRegions, Side, Zone
from core.number_format import percent
from desktop_app.theme import Theme, ThemeColours, colours

_LABEL_SHARE = 0.4
_ROW_GAP = 2
_STRONGEST = 0.6
"""How strongly a wholly opaque zone is coloured: its number stays readable."""
_NOT_FOUND = "\N{EN DASH}"
_SIDES = {Side.RIGHT: mark("Right"), Side.LEFT: mark("Left")}
_ZONES = {Zone.UPPER: mark("Upper"), Zone.MIDDLE: mark("Middle"), Zone.LOWER: mark("Lower")}
_SPOKEN = {
    Side.RIGHT: mark("right lung {share} opaque: upper {upper}, middle {middle}, lower {lower}"),
    Side.LEFT: mark("left lung {share} opaque: upper {upper}, middle {middle}, lower {lower}"),
}
_NOT_FOUND_SPOKEN = {Side.RIGHT: mark("right lung not found"), Side.LEFT: mark("left lung not found")}


class ZoneTable(QWidget):
    """Right and left lung side by side, as in the picture; below each other the whole lung and its thirds.

    One widget that paints its cells: fifteen labels would take longer to lay out than the rest of the answer.
    """

    def __init__(self) -> None:
        super().__init__()
        self._colours = colours(Theme.DARK)
        self._columns: tuple[tuple[str, tuple[float | None, ...]], ...] = ()
        self._row = self.fontMetrics().height() + _ROW_GAP
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self._row * (len(Zone) + 2))
        self.setToolTip(
            tr(
                "Share of each lung and of its thirds that is opaque, according to the lung network."
                "\nRight and left are the patient's, unless the picture is mirrored."
            )
        )

    def show_regions(self, regions: LungRegions) -> None:
        """Show the lungs of another scan."""
        self._columns = tuple((tr(_SIDES[side]), _extents(regions.field(side))) for side in Side)
        self.setAccessibleName(_spoken(regions))
        self.update()

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        self._colours = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw headings, row names and cells."""
        painter = QPainter(self)
        label = self.width() * _LABEL_SHARE
        cell = (self.width() - label) / len(Side)
        painter.setPen(QColor(self._colours.muted))
        for row, name in enumerate(("", tr("Whole", "a lung"), *(tr(_ZONES[zone]) for zone in Zone))):
            painter.drawText(QRectF(0, row * self._row, label, self._row), _LEFT, name)
        for column, (side, extents) in enumerate(self._columns):
            place = QRectF(label + column * cell, 0, cell - _ROW_GAP, self._row - _ROW_GAP)
            painter.setPen(QColor(self._colours.muted))
            painter.drawText(place, _CENTRE, side)
            for extent in extents:
                place.translate(0, self._row)
                self._paint_cell(painter, place, extent)

    def _paint_cell(self, painter: QPainter, place: QRectF, extent: float | None) -> None:
        painter.fillRect(place, QColor(self._colours.raised))
        if extent:
            tint = QColor(self._colours.positive)
            tint.setAlphaF(_STRONGEST * min(extent, 1.0))
            painter.fillRect(place, tint)
        painter.setPen(QColor(self._colours.text))
        painter.drawText(place, _CENTRE, _NOT_FOUND if extent is None else percent(extent))


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


def _extents(field: LungField | None) -> tuple[float | None, ...]:
    if field is None:
        return (None,) * (len(Zone) + 1)
    return (field.opacity_extent, *(field.zone_extents[zone] for zone in Zone))


def _spoken(regions: LungRegions) -> str:
    parts = []
    for side in Side:
        field = regions.field(side)
        if field is None:
            parts.append(tr(_NOT_FOUND_SPOKEN[side]))
            continue
        zones = {zone.value: percent(field.zone_extents[zone]) for zone in Zone}
        parts.append(tr(_SPOKEN[side]).format(share=percent(field.opacity_extent), **zones))
    return "; ".join(parts)
