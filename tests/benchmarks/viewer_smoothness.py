"""How long one picture takes while window, zoom and place are changed on a 4000 x 4000 image of 16 bits.

Run: QT_QPA_PLATFORM=offscreen python tests/benchmarks/viewer_smoothness.py
Each step is a real mouse or wheel event followed by the repaint that it causes; what is measured is how long the
event loop is held up.
"""

import os
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from core.imaging.greyscale import IdentityModality, VoiWindow
from core.imaging.radiograph import Acquisition, ImageFormat, PatientStudy, PixelSpacing, Radiograph, SpacingKind
from desktop_app.viewer.image_view import ImageView

SIDE = 4000
STEPS = 150
FRAME_MS = 16


def example_radiograph() -> Radiograph:
    """Noise over a smooth shape: no value is cheaper to draw than another."""
    generator = np.random.default_rng(0)
    across = np.linspace(0, np.pi, SIDE)
    shape = np.sin(across)[:, None] * np.sin(across)[None, :] * 40000
    stored = (shape + generator.integers(0, 4000, (SIDE, SIDE))).astype(np.uint16)
    spacing = PixelSpacing(0.1, 0.1, SpacingKind.AT_DETECTOR, "benchmark")
    return Radiograph(
        path=None,
        format=ImageFormat.DICOM,
        stored=stored,
        bits_stored=16,
        padding=None,
        modality_transform=IdentityModality(),
        voi_options=(VoiWindow(22000, 44000),),
        inverse=False,
        photometric_interpretation="MONOCHROME2",
        spacing=spacing,
        patient_study=PatientStudy(),
        acquisition=Acquisition(),
    )


def mouse(view: ImageView, kind: QEvent.Type, x: float, y: float, button: Qt.MouseButton) -> None:
    """Send a mouse event."""
    place = QPointF(x, y)
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button
    changed = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else button
    event = QMouseEvent(kind, place, view.mapToGlobal(place), changed, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, event)


def drag(view: ImageView, button: Qt.MouseButton) -> Callable[[int], None]:
    """A drag in a circle, one step per call."""

    def step(index: int) -> None:
        x, y = 500 + 200 * np.cos(index / 9), 400 + 150 * np.sin(index / 7)
        if index == 0:
            mouse(view, QEvent.Type.MouseButtonPress, x, y, button)
        mouse(view, QEvent.Type.MouseMove, x, y, button)
        if index == STEPS - 1:
            mouse(view, QEvent.Type.MouseButtonRelease, x, y, button)

    return step


def wheel(view: ImageView) -> Callable[[int], None]:
    """In to actual pixels and beyond, and out again."""

    def step(index: int) -> None:
        delta = 120 if index % 40 < 20 else -120
        place = QPointF(500, 400)
        event = QWheelEvent(
            place,
            view.mapToGlobal(place),
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view, event)

    return step


def measure(name: str, app: QApplication, step: Callable[[int], None]) -> None:
    """Print median, 99th percentile and maximum of the time from the event to the end of its repaint.

    The processor time says what a busy machine hides: how much of the wait is the viewer's own work.
    """
    taken, worked = [], []
    for index in range(STEPS):
        start, start_of_work = time.perf_counter(), time.thread_time()
        step(index)
        app.processEvents()
        taken.append((time.perf_counter() - start) * 1000)
        worked.append((time.thread_time() - start_of_work) * 1000)
        time.sleep(max(0.0, (FRAME_MS - taken[-1]) / 1000))
    for kind, times in (("", taken), ("  its processor time", worked)):
        p50, p99 = np.percentile(times, (50, 99))
        print(f"{kind or name:32} p50 {p50:6.1f} ms   p99 {p99:6.1f} ms   max {max(times):6.1f} ms")


def settle(app: QApplication, milliseconds: float) -> float:
    """Run the event loop for a while; returns the processor time of its longest turn, milliseconds."""
    longest, end = 0.0, time.perf_counter() + milliseconds / 1000
    while time.perf_counter() < end:
        start = time.thread_time()
        app.processEvents()
        longest = max(longest, time.thread_time() - start)
    return longest * 1000


def main() -> int:
    """Run all measurements at two sizes of the window."""
    app = QApplication.instance() or QApplication(sys.argv)
    assert isinstance(app, QApplication)
    radiograph = example_radiograph()
    for width, height in ((1100, 900), (2400, 1600)):
        view = ImageView()
        view.resize(width, height)
        view.show()
        settle(app, 100)
        print(f"{SIDE} x {SIDE} uint16 in {width} x {height}")
        start = time.perf_counter()
        view.show_radiograph(radiograph)
        app.processEvents()
        print(f"{'first picture':32} {(time.perf_counter() - start) * 1000:10.1f} ms")
        print(f"{'refinement, longest turn':32} {settle(app, 1500):10.1f} ms")
        measure("window drag, fitted", app, drag(view, Qt.MouseButton.RightButton))
        measure("zoom", app, wheel(view))
        view.zoom_to_actual_pixels()
        measure("window drag, actual pixels", app, drag(view, Qt.MouseButton.RightButton))
        measure("pan, actual pixels", app, drag(view, Qt.MouseButton.MiddleButton))
        print(f"{'sharpening at rest, longest turn':32} {settle(app, 400):10.1f} ms")
        view.deleteLater()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
