"""Cases are counted, the model is tried on them, and what is chosen holds from then on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.model.package import bundled_package
from core.registry.registry import user_registry
from core.registry.standing import standing_of
from core.screening.screener import Screener
from desktop_app import jobs
from desktop_app.application import Workstation
from desktop_app.commissioning.commissioning_dialog import CommissioningDialog


@pytest.fixture
def cases(tmp_path: Path) -> Callable[[int, int], Path]:
    def make(positives: int, negatives: int) -> Path:
        generator = np.random.default_rng(3)
        for name, count in (("COVID-19", positives), ("Other", negatives)):
            folder = tmp_path / "cases" / name
            folder.mkdir(parents=True)
            for number in range(count):
                Image.fromarray(generator.integers(0, 255, (40, 40), dtype=np.uint8)).save(folder / f"{number}.png")
        return tmp_path / "cases"

    return make


@pytest.fixture
def dialog(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, pretend_screener: Screener) -> Iterator[CommissioningDialog]:
    monkeypatch.setattr("core.screening.screener.load_screener", lambda *_: pretend_screener)
    made = CommissioningDialog(user_registry(), lambda: "cpu", lambda: "A. B.")
    qtbot.addWidget(made)
    made.show()
    settle(qtbot)
    yield made
    made.close()
    settle(qtbot)


def settle(qtbot: QtBot) -> None:
    """Wait until nothing goes on any more, nor is about to."""
    for _ in range(2):
        qtbot.wait(80)
        qtbot.waitUntil(lambda: not jobs.active_jobs(), timeout=20_000)


def click(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot)


def test_it_says_which_model_and_how_it_stands(dialog: CommissioningDialog) -> None:
    card = bundled_package().card
    assert dialog.cases_page.title.text() == f"Commission {card.name} {card.version} here"
    assert "Not commissioned here" in dialog.cases_page.standing.text()
    assert not dialog.try_button.isEnabled()
    assert dialog.commission_button.isHidden()


def test_too_few_cases_cannot_be_tried(
    qtbot: QtBot, dialog: CommissioningDialog, cases: Callable[[int, int], Path]
) -> None:
    dialog.cases_page.take_folder(cases(31, 4))
    settle(qtbot)
    assert "31 scans count as COVID-19" in dialog.cases_page.found.text()
    assert "too few" in dialog.cases_page.found.text()
    assert not dialog.try_button.isEnabled()


def test_a_folder_without_classes_is_said(qtbot: QtBot, dialog: CommissioningDialog, tmp_path: Path) -> None:
    dialog.cases_page.take_folder(tmp_path / "nowhere")
    settle(qtbot)
    assert dialog.message_bar.text
    assert not dialog.try_button.isEnabled()


def test_the_class_with_the_finding_can_be_the_other(
    qtbot: QtBot, dialog: CommissioningDialog, cases: Callable[[int, int], Path]
) -> None:
    dialog.cases_page.take_folder(cases(31, 33))
    settle(qtbot)
    dialog.cases_page.class_chooser.setCurrentText("Other")
    settle(qtbot)
    assert "33 scans count as COVID-19 (“Other”)" in dialog.cases_page.found.text()


def test_from_cases_to_commissioned(
    qtbot: QtBot, dialog: CommissioningDialog, cases: Callable[[int, int], Path]
) -> None:
    dialog.cases_page.take_folder(cases(31, 33))
    settle(qtbot)
    assert "would be known only as" in dialog.cases_page.found.text()
    click(qtbot, dialog.try_button)
    page = dialog.figures_page
    assert dialog.pages.currentWidget() is page
    promises = [label.text() for label in page.findChildren(QLabel) if "on the card" in label.text()]
    assert any(text.startswith("Sensitivity: higher than promised. 100%") for text in promises)
    assert any(text.startswith("Specificity: LOWER than promised. 0%") for text in promises)
    assert "31 of 31" in page.figures.text()
    assert "31 cases with the finding" in page.cases.text()
    assert page.decided["with the finding", "positive"].text() == "31"
    assert page.person_field.text() == "A. B."
    assert page.flattering.isHidden()
    page.set_threshold(1.0)
    settle(qtbot)
    assert "0 of 31" in page.figures.text()
    assert not page.flattering.isHidden()
    assert "miss 50" in page.people.text()
    page.set_threshold(0.61)
    page.level_chooser.setCurrentText("10%")
    page.place_field.setText("Ward 3")
    settle(qtbot)
    assert not standing_of(bundled_package()).is_commissioned
    with qtbot.waitSignal(dialog.commissioned, timeout=20_000):
        qtbot.mouseClick(dialog.commission_button, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert dialog.isHidden()
    made = standing_of(bundled_package()).commissioning
    assert made is not None
    assert (made.threshold, made.error_level, made.chosen_here) == (0.61, 0.1, True)
    assert (made.person, made.place) == ("A. B.", "Ward 3")


def test_going_back_keeps_the_cases(
    qtbot: QtBot, dialog: CommissioningDialog, cases: Callable[[int, int], Path]
) -> None:
    dialog.cases_page.take_folder(cases(30, 30))
    settle(qtbot)
    click(qtbot, dialog.try_button)
    click(qtbot, dialog.back_button)
    assert dialog.pages.currentWidget() is dialog.cases_page
    assert dialog.try_button.isEnabled()


def test_what_cannot_be_kept_is_said_and_the_dialog_stays(
    qtbot: QtBot,
    dialog: CommissioningDialog,
    cases: Callable[[int, int], Path],
    isolated_user_folders: Path,
) -> None:
    dialog.cases_page.take_folder(cases(30, 30))
    settle(qtbot)
    click(qtbot, dialog.try_button)
    data = isolated_user_folders / "data"
    data.mkdir(exist_ok=True)
    (data / "hilum").write_text("in the way")
    click(qtbot, dialog.commission_button)
    assert "could not" in dialog.message_bar.text
    assert dialog.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_the_window_loads_the_model_anew_once_it_is_commissioned(
    qtbot: QtBot, workstation: Workstation, monkeypatch: pytest.MonkeyPatch, cases: Callable[[int, int], Path]
) -> None:
    screener = workstation.runner.screener
    monkeypatch.setattr("core.screening.screener.load_screener", lambda *_: screener)
    loaded: list[bool] = []
    monkeypatch.setattr(workstation.commands, "load_model", lambda: loaded.append(True))
    workstation.window.actions_of_window.commission.trigger()
    settle(qtbot)
    dialog = workstation.commissioning.dialog
    assert dialog.isVisible()
    dialog.cases_page.take_folder(cases(30, 30))
    settle(qtbot)
    click(qtbot, dialog.try_button)
    click(qtbot, dialog.commission_button)
    assert loaded == [True]
    assert "Commissioned here on" in workstation.window.message_bar.text
    assert not dialog.isVisible()
