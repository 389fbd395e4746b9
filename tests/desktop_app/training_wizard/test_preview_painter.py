"""Live variants: one request at a time, the newest first, and a process that is started when it is needed."""

import queue
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.errors import TrainingProcessError
from core.jobs import JobContext
from core.training.plan import Augmentation
from core.training.preview_process import PreviewDrawn, PreviewReady, PreviewRequest
from desktop_app.training_wizard import preview_painter
from desktop_app.training_wizard.preview_painter import PreviewPainter


class PretendProcess:
    """Draws black pictures at once, in the thread of the job."""

    def __init__(self) -> None:
        self._requests: queue.Queue[PreviewRequest] = queue.Queue()

    def run(self, context: JobContext[Any]) -> None:
        context.report(PreviewReady())
        while True:
            context.raise_if_cancelled()
            try:
                request = self._requests.get(timeout=0.02)
            except queue.Empty:
                continue
            variants = (request.pixels,) * request.count
            context.report(PreviewDrawn(np.full_like(request.pixels, request.seed), variants))

    def ask(self, request: PreviewRequest) -> bool:
        self._requests.put(request)
        return True


def request(seed: int) -> PreviewRequest:
    return PreviewRequest(np.zeros((4, 4), dtype=np.uint8), Augmentation(), 3, seed)


def test_newest_request_is_drawn_and_the_process_ends(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview_painter, "PreviewProcess", PretendProcess)
    owner = QWidget()
    qtbot.addWidget(owner)
    painter = PreviewPainter(owner)
    drawn: list[int] = []
    painter.drawn.connect(lambda event: drawn.append(int(event.original[0, 0])))
    for seed in range(1, 30):
        painter.draw(request(seed))
    qtbot.waitUntil(lambda: bool(drawn) and drawn[-1] == 29)
    assert len(drawn) <= 2
    painter.draw(request(40))
    qtbot.waitUntil(lambda: drawn[-1] == 40)
    painter.stop()
    painter.draw(request(50))
    qtbot.waitUntil(lambda: drawn[-1] == 50)
    painter.stop()
    qtbot.waitUntil(lambda: painter._job is None)


def test_process_that_cannot_start_is_told_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(PretendProcess):
        def run(self, context: JobContext[Any]) -> None:
            raise TrainingProcessError("exit status 1", "")

    monkeypatch.setattr(preview_painter, "PreviewProcess", Broken)
    owner = QWidget()
    qtbot.addWidget(owner)
    painter = PreviewPainter(owner)
    told: list[str] = []
    painter.failed.connect(told.append)
    painter.draw(request(1))
    qtbot.waitUntil(lambda: painter._job is None)
    qtbot.wait(80)
    assert len(told) == 1
    assert painter._job is None
