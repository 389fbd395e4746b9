"""The page of the shortcut audit."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.model.card import ShortcutVerdict
from core.training.audit_report import AuditReport, HiddenExample, Probe, ProbeResult, Scope, SourceResult, Strength
from core.training.intervals import UNDEFINED
from core.training.results import Estimate
from desktop_app.theme import Theme, colours
from desktop_app.training_wizard.audit_page import AuditPage
from desktop_app.training_wizard.hidden_pictures import hidden_pictures


def result(probe: Probe, strength: Strength, value: float) -> ProbeResult:
    return ProbeResult(probe, Scope.ALL, Estimate(value, value - 0.05, value + 0.02), 0.001, 0.01, strength, ("left",))


REPORT = AuditReport(
    ShortcutVerdict.SUSPECTED,
    "ill",
    5000,
    2000,
    3,
    (
        result(Probe.CORNERS, Strength.SUSPECTED, 0.91),
        result(Probe.NOISE, Strength.TRACE, 0.61),
        result(Probe.NAMES, Strength.INSEPARABLE, 0.98),
    ),
    (
        SourceResult("north", {"ill": 900, "well": 2000}, Estimate(0.9, 0.85, 0.95), 0.005),
        SourceResult("south", {"ill": 0, "well": 2100}, UNDEFINED, float("nan")),
    ),
    999,
    0,
)


@pytest.fixture
def page(qtbot: QtBot) -> AuditPage:
    made = AuditPage()
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    return made


def texts(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def find_button(page: QWidget, word: str) -> QPushButton:
    return next(found for found in page.findChildren(QPushButton) if word in found.text())


def test_verdict_probes_and_sources_are_said(page: AuditPage) -> None:
    page.show_report(REPORT)
    shown = texts(page)
    assert page.verdict.text() == "Shortcut suspected"
    assert page.verdict.property("role") == "warning"
    assert "2,000 images looked at, drawn at random from 5,000; in 3 no lungs were found" in shown
    assert "1 of 2 sources hold images of both classes." in shown
    assert "south: 2,100 well. One class only." in shown
    assert [page.table.item(row, 0).text() for row in range(3)] == [
        "Corners: markers and letters",
        "Sharpness and noise",
        "File names",
    ]
    assert page.table.item(0, 2).text() == "0.910 (0.860 to 0.930)"
    assert "Something in the corners" in shown
    assert "Cut the marks away" in shown


def test_chosen_row_is_explained(page: AuditPage) -> None:
    page.show_report(REPORT)
    page.table.setCurrentCell(2, 0)
    assert "The network never sees them" in texts(page)
    page.table.setCurrentCell(1, 0)
    assert "too little to carry a network" in texts(page)


def test_examples_are_shown_with_the_lungs_hidden(page: AuditPage) -> None:
    pixels = np.full((2, 224, 224), 255, dtype=np.uint8)
    hidden = replace(REPORT.results[0], probe=Probe.LUNGS_HIDDEN)
    box = (0.25, 0.25, 0.75, 0.75)
    report = replace(
        REPORT,
        results=(hidden, *REPORT.results),
        examples=(HiddenExample(0, True, box), HiddenExample(1, False, box)),
    )
    page.show_report(report, pixels)
    assert "with “ill”, below others" in texts(page)
    picture = hidden_pictures(report, pixels)
    assert picture is not None
    image = picture.toImage()
    # Two rows of one picture each.
    assert image.height() > 1.9 * image.width()
    middle = image.width() // 2
    assert image.pixelColor(middle, middle).red() < 200
    assert image.pixelColor(4, middle).red() == image.pixelColor(4, image.height() - middle).red() == 255
    page.table.setCurrentCell(1, 0)
    assert "below others" not in texts(page)
    # Without the pictures, as for a run that was found again, there is nothing to show.
    page.show_report(report)
    assert "below others" not in texts(page)


def test_bars_have_the_colour_of_what_they_amount_to(page: AuditPage, qtbot: QtBot) -> None:
    page.set_theme(colours(Theme.LIGHT))
    page.show_report(REPORT)
    page.table.clearSelection()

    def counted(colour: str, row: int) -> int:
        image: QImage = page.table.viewport().grab(page.table.visualItemRect(page.table.item(row, 1))).toImage()
        wanted = QColor(colour).rgb()
        return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))

    theme = colours(Theme.LIGHT)
    assert counted(theme.warning, 0) > 3 * counted(theme.muted, 1) > 0
    # File names are grey however well they tell.
    assert counted(theme.danger, 2) == 0


@pytest.mark.parametrize("act", ["_cancel", "_again"])
def test_what_a_person_can_ask_for(page: AuditPage, qtbot: QtBot, act: str) -> None:
    page.show_report(REPORT)
    if act == "_cancel":
        page.show_progress(3, 12, "finding the lungs")
        assert not page.verdict.isVisible()
    button, signal = (
        (find_button(page, "Cance"), page.cancel_requested)
        if act == "_cancel"
        else (find_button(page, "again"), page.audit_requested)
    )
    with qtbot.waitSignal(signal):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_progress_is_told(page: AuditPage, qtbot: QtBot) -> None:
    for done in range(1, 300):
        page.show_progress(done, 300, "finding the lungs")
    qtbot.waitUntil(lambda: "finding the lungs, 299 of 300" in texts(page))
    page.show_problem("The audit was stopped.")
    assert "The audit was stopped." in texts(page)
    assert "nothing is known about shortcuts" in texts(page)


@pytest.mark.parametrize("reset", [AuditPage.show_nothing, lambda page: page.show_problem("Gone.")])
def test_report_is_taken_away(page: AuditPage, reset: Callable[[AuditPage], None]) -> None:
    page.show_report(REPORT)
    reset(page)
    assert not page.table.isVisible()
    assert "may look excellent and yet know nothing" in texts(page)
