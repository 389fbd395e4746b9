"""Files, folders and pictures that come in by drag and drop or from the clipboard."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage


def has_openable_data(data: QMimeData) -> bool:
    """Return whether a drop could be opened; cheap, asked on every move of the pointer."""
    return data.hasImage() or any(url.isLocalFile() for url in data.urls())


def paths_of(data: QMimeData) -> list[Path]:
    """Return the local files and folders in a drop or on the clipboard, in their order."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def image_of(data: QMimeData) -> QImage | None:
    """Return the picture on the clipboard, None where there is none."""
    if not data.hasImage():
        return None
    image = QImage(data.imageData())
    return None if image.isNull() else image


def pixels_of(image: QImage) -> npt.NDArray[np.uint8]:
    """Return a picture's pixels: (rows, columns) for a grey one, else (rows, columns, 3 or 4)."""
    if image.isGrayscale():
        target, channels = QImage.Format.Format_Grayscale8, 1
    elif image.hasAlphaChannel():
        target, channels = QImage.Format.Format_RGBA8888, 4
    else:
        target, channels = QImage.Format.Format_RGB888, 3
    converted = image.convertToFormat(target)
    rows, columns = converted.height(), converted.width()
    # Qt pads each row to a multiple of four bytes.
    padded = np.frombuffer(converted.constBits(), dtype=np.uint8).reshape(rows, converted.bytesPerLine())
    pixels = padded[:, : columns * channels].copy()
    return pixels if channels == 1 else pixels.reshape(rows, columns, channels)
