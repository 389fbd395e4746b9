"""What the result panel says of an answer."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.screening.decision import Decision, Reason, ReasonKind, Verdict
from core.screening.gate import GateCheck, GateFinding, GateLevel, GateOutcome
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


def refused(result: ScanResult) -> ScanResult:
    """The same answer about a scan that the gate refuses."""
    sentence = "A lateral view: this model judges frontal views only."
    gate = GateOutcome((GateFinding(GateCheck.VIEW, GateLevel.REFUSE, sentence),))
    reasons = (Reason(ReasonKind.REFUSED_BY_GATE, sentence),)
    return replace(result, gate=gate, verdict=Verdict(Decision.REFUSED, Decision.POSITIVE, reasons))


def test_refused_scan_says_why_instead_of_an_answer(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]
) -> None:
    result = answer(qtbot, workstation, jpeg_scans[0])
    panel = ResultPanel()
    qtbot.addWidget(panel)
    panel.show_state(Answered(result))
    decision = panel.findChild(QLabel, "decision")
    assert "lateral" not in decision.accessibleName()
    panel.show_state(Answered(refused(result)))
    assert "lateral" in decision.accessibleName()


def test_limits_and_model_are_seen_without_scrolling(qtbot: QtBot, workstation: Workstation, chest_dicom: Path) -> None:
    workstation.window.showNormal()
    workstation.window.resize(1600, 950)
    workstation.window.reset_layout()
    answer(qtbot, workstation, chest_dicom)
    scroll = workstation.window.result_panel._scroll
    qtbot.waitUntil(lambda: workstation.window.result_panel.findChild(QLabel, "limits") is not None)
    qtbot.waitUntil(lambda: scroll.widget().sizeHint().height() <= scroll.viewport().height())
