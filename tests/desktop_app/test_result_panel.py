"""What the result panel says of an answer."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.screening.notices import Notice, NoticeKind, NoticeSeverity
from core.screening.result import ScanResult
from desktop_app.application import Workstation
from desktop_app.screening.panel_state import Answered
from desktop_app.screening.result_panel import ResultPanel


def answer(qtbot: QtBot, workstation: Workstation, path: Path) -> ScanResult:
    workstation.controller.open_paths([path])
    qtbot.waitUntil(lambda: workstation.window.shown_result is not None, timeout=15_000)
    result = workstation.window.shown_result
    assert result is not None
    return result


def test_answer_about_another_kind_of_picture_is_called_meaningless(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]
) -> None:
    result = answer(qtbot, workstation, jpeg_scans[0])
    panel = ResultPanel()
    qtbot.addWidget(panel)
    panel.show_state(Answered(replace(result, notices=())))
    assert "means nothing" not in panel.findChild(QLabel, "decision").text()
    lateral = Notice(NoticeKind.VIEW_NOT_FRONTAL, NoticeSeverity.WARNING, "A lateral view.")
    panel.show_state(Answered(replace(result, notices=(lateral,))))
    decision = panel.findChild(QLabel, "decision")
    assert "means nothing" in decision.text()
    assert "means nothing" in decision.accessibleName()


def test_limits_and_model_are_seen_without_scrolling(qtbot: QtBot, workstation: Workstation, chest_dicom: Path) -> None:
    workstation.window.showNormal()
    workstation.window.resize(1600, 950)
    workstation.window.reset_layout()
    answer(qtbot, workstation, chest_dicom)
    scroll = workstation.window.result_panel._scroll
    qtbot.waitUntil(lambda: workstation.window.result_panel.findChild(QLabel, "limits") is not None)
    qtbot.waitUntil(lambda: scroll.widget().sizeHint().height() <= scroll.viewport().height())
