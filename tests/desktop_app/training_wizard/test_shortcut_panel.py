"""Training against shortcuts in the wizard: the switches and the pictures of what it makes of two images."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.training.plan import TrainingPlan
from core.training.preview import Composites
from core.training.preview_process import CompositeRequest, CompositesDrawn
from desktop_app.training_wizard.look_controller import LookController
from desktop_app.training_wizard.plan_page import PlanPage
from desktop_app.training_wizard.preview_painter import PreviewPainter
from desktop_app.training_wizard.shortcut_panel import ShortcutPanel

PLAN = TrainingPlan("ours", ("COVID-19", "Non-COVID-19"), "COVID-19")


def picture(grey: int) -> Any:
    return np.full((8, 8), grey, dtype=np.uint8)


@pytest.fixture
def panel(qtbot: QtBot) -> ShortcutPanel:
    panel = ShortcutPanel()
    qtbot.addWidget(panel)
    return panel


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_a_plan_is_shown_without_saying_so_and_the_examples_only_while_it_is_on(
    qtbot: QtBot, panel: ShortcutPanel
) -> None:
    with qtbot.assertNotEmitted(panel.changed):
        panel.show_plan(replace(PLAN, against_shortcuts=True, leaves_out_invisible=True))
    assert panel.switch.isChecked()
    assert panel.leave_out.isChecked()
    assert panel.grid.isVisibleTo(panel)
    panel.show_plan(PLAN)
    assert not panel.grid.isVisibleTo(panel)
    assert "usually a little worse here" in texts(panel)


def test_composites_are_shown_side_by_side(panel: ShortcutPanel) -> None:
    panel.show_plan(replace(PLAN, against_shortcuts=True))
    assert "Drawing examples" in texts(panel)
    panel.show_composites(Composites(picture(10), picture(20), picture(30), picture(40)))
    names = [panel.grid.item(row).text() for row in range(panel.grid.count())]
    assert names == ["the image", "another body", "its lungs in that body", "spectrum mixed as well"]
    assert "The label stays that of the first image" in texts(panel)
    panel.show_composites(None)
    assert not panel.grid.count()
    assert "No two lung fields were found" in texts(panel)


def test_the_plan_page_takes_the_switches_into_the_plan(qtbot: QtBot) -> None:
    page = PlanPage()
    qtbot.addWidget(page)
    page.show_plan(PLAN)
    with qtbot.waitSignal(page.plan_changed) as changed:
        page.shortcuts.switch.click()
    assert changed.args == [replace(PLAN, against_shortcuts=True)]
    with qtbot.waitSignal(page.plan_changed) as changed:
        page.shortcuts.leave_out.click()
    assert changed.args == [replace(PLAN, against_shortcuts=True, leaves_out_invisible=True)]


def test_examples_are_of_two_classes_and_others_on_request(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[CompositeRequest] = []
    monkeypatch.setattr(PreviewPainter, "draw", lambda _painter, request: asked.append(request))
    owner = QWidget()
    qtbot.addWidget(owner)
    look = LookController(owner)
    look.draw_composites()
    assert not asked, "there are no images yet"
    labels = np.array([0, 0, 0, 1, 1, 1])
    pixels = np.stack([picture(10 * number) for number in range(6)])
    check: Any = SimpleNamespace(images=SimpleNamespace(pixels=pixels), dataset=SimpleNamespace(labels=labels))
    look._check = check
    look.draw_composites()
    for _ in range(8):
        look.draw_other_composites()
    shown = [(int(request.own[0, 0]) // 10, int(request.body[0, 0]) // 10) for request in asked]
    assert all(labels[own] != labels[body] for own, body in shown)
    assert len(set(shown)) > 2


def test_the_process_draws_composites(qtbot: QtBot) -> None:
    """The real process; pictures without lungs are enough to see that it answers."""
    pytest.importorskip("torch", reason="torch is not installed")
    owner = QWidget()
    qtbot.addWidget(owner)
    painter = PreviewPainter(owner)
    drawn: list[CompositesDrawn] = []
    painter.composites_drawn.connect(drawn.append)
    flat = np.full((224, 224), 90, dtype=np.uint8)
    painter.draw(CompositeRequest(flat, flat, 0))
    qtbot.waitUntil(lambda: bool(drawn), timeout=60_000)
    assert drawn[0].composites is None
    painter.stop()
    qtbot.waitUntil(lambda: painter._job is None, timeout=20_000)
