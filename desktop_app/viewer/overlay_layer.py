"""Graphics stored with the image (DICOM PS3.3 C.9.2), drawn over it."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from core.imaging.radiograph import Overlay, Radiograph
from desktop_app.viewer.view_geometry import ViewGeometry


class OverlayLayer:
    """The embedded overlays of one image."""

    def __init__(self, radiograph: Radiograph) -> None:
        self._overlays = radiograph.overlays
        self._pictures: dict[tuple[int, int, str], tuple[QImage, npt.NDArray[np.uint32]]] = {}

    def draw(self, painter: QPainter, geometry: ViewGeometry, colour: QColor) -> None:
        """Draw all overlays."""
        step = 1
        while step * 2 <= 1.0 / geometry.device_scale:
            step *= 2
        painter.save()
        painter.setTransform(geometry.transform(), True)
        for index, overlay in enumerate(self._overlays):
            picture = self._picture(index, overlay, step, colour)
            place = QRectF(overlay.origin_column, overlay.origin_row, picture.width() * step, picture.height() * step)
            painter.drawImage(place, picture)
        painter.restore()

    def _picture(self, index: int, overlay: Overlay, step: int, colour: QColor) -> QImage:
        key = (index, step, colour.name())
        if key not in self._pictures:
            pixels = np.where(_reduced(overlay.bitmap, step), np.uint32(colour.rgba()), np.uint32(0))
            height, width = pixels.shape
            picture = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
            # Only the current size is kept: a picture per zoom step would add up.
            self._pictures = {held: value for held, value in self._pictures.items() if held[1] == step}
            self._pictures[key] = (picture, pixels)
        return self._pictures[key][0]


def _reduced(bitmap: npt.NDArray[np.bool_], step: int) -> npt.NDArray[np.bool_]:
    """Smaller by `step`; a pixel is set where any of its pixels is, so that thin lines survive."""
    rows, columns = -(-bitmap.shape[0] // step), -(-bitmap.shape[1] // step)
    padded = np.zeros((rows * step, columns * step), dtype=np.bool_)
    padded[: bitmap.shape[0], : bitmap.shape[1]] = bitmap
    blocks = padded.reshape(rows, step, columns, step)
    return np.asarray(blocks.any(axis=(1, 3)), dtype=np.bool_)
