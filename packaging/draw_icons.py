"""Draw the program's icon in all sizes from its SVG: PNG for Linux, ICO for Windows, ICNS for macOS."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIDES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def draw(renderer: QSvgRenderer, side: int, path: Path) -> None:
    """Draw one size."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    if not image.save(str(path)):
        sys.exit(f"hilum: {path} cannot be written")


def main() -> None:
    """Draw them all: `draw_icons.py SVG FOLDER`."""
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication(["draw_icons"])
    renderer = QSvgRenderer(str(source))
    if not renderer.isValid():
        sys.exit(f"hilum: {source} is no SVG that Qt can draw")
    for side in SIDES:
        draw(renderer, side, folder / f"hilum_{side}.png")
    with Image.open(folder / f"hilum_{SIDES[-1]}.png") as largest:
        largest.save(folder / "hilum.ico", sizes=[(side, side) for side in SIDES if side <= 256])
        largest.save(folder / "hilum.icns")
    application.quit()


if __name__ == "__main__":
    main()
