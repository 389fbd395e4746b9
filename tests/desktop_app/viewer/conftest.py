from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.imaging.greyscale import IdentityModality, VoiWindow
from core.imaging.radiograph import (
    Acquisition,
    ImageFormat,
    Overlay,
    PatientStudy,
    PixelSpacing,
    Radiograph,
    SpacingKind,
)
from core.imaging.reading import read_radiograph
from desktop_app.viewer.image_view import ImageView
from desktop_app.viewer.viewer_values import CursorReadout

HALF_MM = PixelSpacing(0.5, 0.5, SpacingKind.CALIBRATED_GEOMETRY, "test")
MakeRadiograph = Callable[..., Radiograph]


@pytest.fixture
def make_radiograph() -> MakeRadiograph:
    """A radiograph of made-up pixels: by default every pixel has its own value."""

    def make(
        stored: npt.NDArray[np.generic] | None = None,
        *,
        spacing: PixelSpacing | None = HALF_MM,
        inverse: bool = False,
        overlays: tuple[Overlay, ...] = (),
        padding: npt.NDArray[np.bool_] | None = None,
        frame_count: int = 1,
        modality: object = IdentityModality(),
    ) -> Radiograph:
        pixels = np.arange(200 * 160, dtype=np.uint16).reshape(200, 160) if stored is None else stored
        return Radiograph(
            path=Path("made-up.dcm"),
            format=ImageFormat.DICOM,
            stored=pixels,
            bits_stored=16 if pixels.dtype.kind in "iu" else 0,
            padding=padding,
            modality_transform=modality,  # type: ignore[arg-type]
            voi_options=(VoiWindow(16000, 32000, explanation="Whole"), VoiWindow(8000, 1000, explanation="Narrow")),
            inverse=inverse,
            photometric_interpretation="MONOCHROME2",
            spacing=spacing,
            patient_study=PatientStudy(),
            acquisition=Acquisition(),
            overlays=overlays,
            frame_count=frame_count,
        )

    return make


@pytest.fixture(scope="session")
def chest(chest_dicom: Path) -> Radiograph:
    """A real chest radiograph."""
    return read_radiograph(chest_dicom)


@pytest.fixture
def view(qtbot: QtBot) -> ImageView:
    """An empty canvas of 600 x 600."""
    canvas = ImageView()
    qtbot.addWidget(canvas)
    canvas.resize(600, 600)
    canvas.show()
    return canvas


@pytest.fixture
def readouts(view: ImageView) -> list[CursorReadout | None]:
    """What the canvas says about the cursor."""
    said: list[CursorReadout | None] = []
    view.cursor_moved.connect(said.append)
    return said


@pytest.fixture
def wheel() -> Callable[[ImageView, QPointF, int], None]:
    """Turn the wheel over a place by a number of notches."""

    def turn(view: ImageView, place: QPointF, notches: int) -> None:
        event = QWheelEvent(
            place,
            view.mapToGlobal(place),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view, event)

    return turn
