"""Every word about commissioning and drift can be translated."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.model.package import bundled_package
from core.registry.registry import user_registry
from core.screening.screener import Screener
from desktop_app import jobs
from desktop_app.commissioning.commissioning_dialog import CommissioningDialog
from desktop_app.commissioning.drift_dialog import DriftDialog
from desktop_app.theme import Theme, colours
from tests.desktop_app.commissioning.test_drift_dialog import record_scans
from tests.pseudo_language import untranslated, visible_texts

# Names of the model, its measures and classes, and the plots' menu, which is switched off.
TERMS = ("resnet50_cxr_v1", "AUC", "Non-COVID-19", "COVID-19", "Other", "Export...", "Export")

pytestmark = pytest.mark.usefixtures("pseudo_language")


def settle(qtbot: QtBot) -> None:
    for _ in range(2):
        qtbot.wait(80)
        qtbot.waitUntil(lambda: not jobs.active_jobs(), timeout=20_000)


def untranslated_in(widget: QWidget, *data: str) -> list[str]:
    measured = bundled_package().card.measured
    return untranslated(visible_texts(widget), (*TERMS, *(figures.data_set for figures in measured), *data))


def test_from_cases_to_figures(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pretend_screener: Screener
) -> None:
    monkeypatch.setattr("core.screening.screener.load_screener", lambda *_: pretend_screener)
    generator = np.random.default_rng(3)
    for name, count in (("COVID-19", 31), ("Other", 33)):
        (tmp_path / "cases" / name).mkdir(parents=True)
        for number in range(count):
            pixels = generator.integers(0, 255, (40, 40), dtype=np.uint8)
            Image.fromarray(pixels).save(tmp_path / "cases" / name / f"{number}.png")
    dialog = CommissioningDialog(user_registry(), lambda: "cpu", lambda: "AB")
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot)
    assert not untranslated_in(dialog)
    dialog.cases_page.take_folder(tmp_path / "cases")
    settle(qtbot)
    dialog.try_model()
    settle(qtbot)
    dialog.figures_page.set_threshold(0.7)
    settle(qtbot)
    assert dialog.figures_page.figures.text()
    assert not untranslated_in(dialog, str(tmp_path))
    dialog.close()
    settle(qtbot)


@pytest.mark.parametrize("scans", [0, 3, 400])
def test_drift(qtbot: QtBot, scans: int) -> None:
    if scans:
        record_scans(0, scans // 2, 0.4)
        record_scans(1000, scans - scans // 2, 0.6)
    dialog = DriftDialog(user_registry(), colours(Theme.DARK))
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot)
    assert dialog.outcome.text()
    assert not untranslated_in(dialog)
    dialog.close()
    settle(qtbot)
