"""From stored pixels to a picture on the screen, quickly enough to follow the mouse."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from core.imaging.greyscale import display_table, has_display_table, render
from core.imaging.radiograph import DisplayPixels, Radiograph, VoiTransform
from desktop_app.viewer.drawing_pyramid import DrawingLevel, DrawingPyramid
from desktop_app.viewer.view_geometry import ViewGeometry

PIXELS_WHILE_MOVING = 1_600_000
"""Most pixels turned into grey per picture while something moves; the sharper picture follows when it rests."""
CRISP_SCALE = 6.0
"""Device pixels per image pixel from which on pixels are drawn as squares instead of being interpolated."""
BLOCK_PIXELS = 1 << 16


@dataclass(eq=False)
class Patch:
    """A part of the image as a picture.

    Attributes:
        picture: The pixels for Qt, which point into `pixels`.
        pixels: Kept alive for as long as the picture.
        place: What it covers, continuous image coordinates.
        is_sharp: Whether it is as fine as the screen can show.
    """

    picture: QImage
    pixels: npt.NDArray[np.uint32]
    place: QRectF
    is_sharp: bool


class ImageRenderer:
    """Makes the visible part of one radiograph visible.

    Grey values come from `core.imaging.greyscale`; this class only chooses which pixels to ask for.
    """

    def __init__(self, radiograph: Radiograph) -> None:
        self.pyramid = DrawingPyramid(radiograph)
        self._radiograph = radiograph
        self._voi: VoiTransform | None = None
        self._inverted = False
        self._table: npt.NDArray[np.uint32] | None = None

    def set_presentation(self, voi: VoiTransform | None, inverted: bool) -> None:
        """Choose how values become grey."""
        self._voi, self._inverted = voi, inverted
        self._table = None

    def patch(self, geometry: ViewGeometry, moving: bool) -> Patch | None:
        """The part of the image that `geometry` shows; coarser than the screen only while `moving`."""
        finest = level = self.pyramid.level_for(1.0 / geometry.device_scale)
        box = _level_box(level, geometry)
        if box is None:
            return None
        while moving and _area(box) > PIXELS_WHILE_MOVING and self.pyramid.coarser(level) is not level:
            level = self.pyramid.coarser(level)
            box = _level_box(level, geometry) or box
        top, left, bottom, right = box
        pixels = self._colours(level, (slice(top, bottom), slice(left, right)))
        height, width = pixels.shape
        picture = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
        place = QRectF(left * level.step, top * level.step, width * level.step, height * level.step)
        return Patch(picture, pixels, place, level is finest)

    def draw(self, painter: QPainter, geometry: ViewGeometry, moving: bool) -> bool:
        """Draw what `geometry` shows.

        Returns:
            Whether it is as sharp as the screen.
        """
        patch = self.patch(geometry, moving)
        if patch is None:
            return True
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, geometry.device_scale < CRISP_SCALE)
        painter.setTransform(geometry.transform(), True)
        painter.drawImage(patch.place, patch.picture)
        painter.restore()
        return patch.is_sharp

    def _colours(self, level: DrawingLevel, part: tuple[slice, slice]) -> npt.NDArray[np.uint32]:
        stored = np.ascontiguousarray(level.stored[part])
        padding = None if level.padding is None else level.padding[part]
        if not has_display_table(self._radiograph):
            # Floats have no table: the pipeline itself runs, over the few pixels that are drawn.
            reduced = replace(self._radiograph, stored=stored, padding=padding)
            return _grey_to_colour(render(reduced, self._voi or self._radiograph.voi_options[0], self._inverted))
        if self._table is None:
            self._table = self._colour_table()
        colours = np.empty(stored.shape, np.uint32)
        unsigned, flat = stored.view(np.dtype(f"u{stored.dtype.itemsize}")).reshape(-1), colours.reshape(-1)
        for start in range(0, flat.size, BLOCK_PIXELS):
            block = slice(start, start + BLOCK_PIXELS)
            np.take(self._table, unsigned[block], out=flat[block], mode="clip")
        if padding is not None:
            colours[padding] = 0xFF000000
        return colours

    def _colour_table(self) -> npt.NDArray[np.uint32]:
        """Colour of each stored value, seen as unsigned: negative values lie behind the positive ones."""
        table = display_table(self._radiograph, self._voi, self._inverted)
        return _grey_to_colour(np.roll(table.grey, table.first_stored_value))


def _grey_to_colour(grey: DisplayPixels) -> npt.NDArray[np.uint32]:
    return grey.astype(np.uint32) * np.uint32(0x010101) | np.uint32(0xFF000000)


def _level_box(level: DrawingLevel, geometry: ViewGeometry) -> tuple[int, int, int, int] | None:
    """What of `level` is visible, with a border of two pixels for the interpolation; None for nothing."""
    top, left, bottom, right = geometry.visible_pixels()
    rows, columns = level.stored.shape
    first_row, first_column = max(0, top // level.step - 2), max(0, left // level.step - 2)
    end_row, end_column = min(rows, -(-bottom // level.step) + 2), min(columns, -(-right // level.step) + 2)
    if end_row <= first_row or end_column <= first_column or bottom <= top or right <= left:
        return None
    return first_row, first_column, end_row, end_column


def _area(box: tuple[int, int, int, int]) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])
