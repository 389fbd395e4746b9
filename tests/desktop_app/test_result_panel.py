"""What the result panel says of an answer."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.model.conformal import PredictionSet
from core.screening.agreement import Agreement
from core.screening.answer_words import (
    information_sentences,
    methods_sentence,
    prediction_set_sentence,
    warning_sentences,
)
from core.screening.decision import Decision, Reason, ReasonKind, Verdict
from core.screening.gate import GateCheck, GateFinding, GateLevel, GateOutcome
from core.screening.notices import Notice, NoticeKind, NoticeSeverity
from core.screening.result import ScanResult
from desktop_app.application import Workstation
from desktop_app.screening.panel_state import Answered
from desktop_app.screening.result_panel import ResultPanel
from desktop_app.screening.zone_table import ZoneTable


@pytest.fixture
def panel(qtbot: QtBot) -> ResultPanel:
    made = ResultPanel()
    qtbot.addWidget(made)
    made.resize(320, 900)
    made.show()
    return made


@pytest.fixture
def result(qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]) -> ScanResult:
    """A positive answer that both methods bear out."""
    return answer(qtbot, workstation, jpeg_scans[0])


def answer(qtbot: QtBot, workstation: Workstation, path: Path) -> ScanResult:
    workstation.controller.open_paths([path])
    qtbot.waitUntil(lambda: workstation.window.shown_result is not None, timeout=15_000)
    result = workstation.window.shown_result
    assert result is not None
    return result


def undetermined(result: ScanResult, kind: ReasonKind, sentence: str) -> ScanResult:
    return replace(result, verdict=Verdict(Decision.UNDETERMINED, Decision.POSITIVE, (Reason(kind, sentence),)))


def said(panel: ResultPanel, name: str) -> str:
    label = panel.findChild(QLabel, name)
    assert label.isVisible()
    return label.text()


def test_plain_answer_names_pattern_and_threshold(panel: ResultPanel, result: ScanResult) -> None:
    panel.show_state(Answered(result))
    assert "COVID-19 pattern" in said(panel, "decision")
    assert "at or above its threshold" in said(panel, "decision")
    panel.show_state(Answered(replace(result, verdict=Verdict(Decision.NEGATIVE, Decision.NEGATIVE))))
    assert "No COVID-19 pattern" in said(panel, "decision")


def test_undetermined_says_why_before_anything_else(panel: ResultPanel, result: ScanResult) -> None:
    sentence = "The two methods disagree: the lung network finds no opacity."
    panel.show_state(Answered(undetermined(result, ReasonKind.NO_OPACITY, sentence)))
    assert ">Undetermined<" in said(panel, "decision")
    assert panel.findChild(QLabel, "decision").accessibleName().startswith("Undetermined.")
    assert sentence in panel.findChild(QLabel, "decision").accessibleName()
    assert "The two methods disagree." in said(panel, "agreement")
    panel.show_state(Answered(result))
    assert sentence not in {label.text() for label in panel.findChildren(QLabel) if label.isVisible()}
    assert "The two methods agree." in said(panel, "agreement")


def test_both_methods_stand_side_by_side(panel: ResultPanel, result: ScanResult) -> None:
    panel.show_state(Answered(result))
    zones = panel.findChild(ZoneTable)
    assert zones.isVisible()
    # As the pretended network draws it: a block across the border of the left middle and lower zone.
    assert "right lung 0% opaque" in zones.accessibleName()
    assert "left lung 9% opaque: upper 0%, middle 6%, lower 22%" in zones.accessibleName()
    assert "of what speaks for COVID-19 lies within the lungs" in said(panel, "agreement")


def test_statements_are_seen_with_every_answer(panel: ResultPanel, result: ScanResult) -> None:
    panel.resize(320, 300)
    panel.show_state(Answered(replace(result, statements=("Not commissioned here.", "A shortcut is suspected."))))
    label = panel.findChild(QLabel, "statements")
    assert label.text() == "Not commissioned here.\nA shortcut is suspected."
    assert panel.rect().contains(label.geometry())
    panel.show_state(Answered(replace(result, statements=())))
    assert not label.isVisible()


def test_warnings_are_said_once_and_before_mere_information(result: ScanResult) -> None:
    twice = "A lateral view."
    gate = GateOutcome((GateFinding(GateCheck.VIEW, GateLevel.WARN, twice),))
    notices = (
        Notice(NoticeKind.VIEW_NOT_FRONTAL, NoticeSeverity.WARNING, twice),
        Notice(NoticeKind.LOSSY_COMPRESSION, NoticeSeverity.INFO, "Compressed with loss."),
    )
    warned = replace(result, gate=gate, notices=notices)
    assert warning_sentences(warned) == (twice,)
    assert information_sentences(warned) == ("Compressed with loss.",)
    reason = undetermined(warned, ReasonKind.BOTH_POSSIBLE, twice)
    assert warning_sentences(reason) == ()


@pytest.mark.parametrize(
    ("positive_p", "negative_p", "words"),
    [
        (0.5, 0.5, "both answers remain possible"),
        (0.5, 0.01, "only “COVID-19” remains possible"),
        (0.01, 0.5, "only “not COVID-19” remains possible"),
        (0.01, 0.01, "neither answer fits"),
    ],
)
def test_prediction_set_in_words(positive_p: float, negative_p: float, words: str) -> None:
    sentence = prediction_set_sentence(PredictionSet(positive_p, negative_p, 0.05), "COVID-19")
    assert sentence == f"At an error level of 5%: {words}."


def test_without_a_lung_network_the_classifier_stands_alone(panel: ResultPanel, result: ScanResult) -> None:
    alone = replace(result, evidence=None)
    panel.show_state(Answered(alone))
    assert not panel.findChild(ZoneTable).isVisible()
    assert methods_sentence(alone) == "The lung network could not be asked."


def test_impression_is_compared_with_the_answer(panel: ResultPanel, result: ScanResult) -> None:
    agreement = Agreement(3, 4, 3, 4, 4)
    panel.show_state(Answered(result, Decision.POSITIVE, agreement))
    expected = "Your impression: finding present. The model says the same. Agreement so far: 3 of 4 (75%)."
    assert said(panel, "impression") == expected
    panel.show_state(Answered(result, Decision.UNDETERMINED, agreement))
    assert "unsure. There is no plain pair to compare." in said(panel, "impression")


def test_decision_and_reasons_are_seen_on_a_small_screen(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]
) -> None:
    workstation.window.showNormal()
    workstation.window.resize(1366, 768)
    workstation.window.reset_layout()
    result = answer(qtbot, workstation, jpeg_scans[0])
    sentences = [
        f"The two methods disagree for reason {number}, which takes about two lines of text." for number in (1, 2)
    ]
    reasons = tuple(Reason(ReasonKind.MUCH_OPACITY, sentence) for sentence in sentences)
    verdict = Verdict(Decision.UNDETERMINED, Decision.NEGATIVE, reasons)
    panel = workstation.window.result_panel
    panel.show_state(Answered(replace(result, verdict=verdict, statements=("Not commissioned here.",))))

    def is_seen(label: QLabel) -> bool:
        viewport = panel._scroll.viewport()
        top = label.mapTo(viewport, label.rect().topLeft()).y()
        return top >= 0 and top + label.height() <= viewport.height()

    labels = [
        panel.findChild(QLabel, "decision"),
        *(each for each in panel.findChildren(QLabel) if each.text() in sentences),
    ]
    assert len(labels) == 3
    qtbot.waitUntil(lambda: all(is_seen(label) for label in labels))


def test_limits_and_model_are_seen_without_scrolling(qtbot: QtBot, workstation: Workstation, chest_dicom: Path) -> None:
    workstation.window.showNormal()
    workstation.window.resize(1600, 950)
    workstation.window.reset_layout()
    answer(qtbot, workstation, chest_dicom)
    scroll = workstation.window.result_panel._scroll
    qtbot.waitUntil(lambda: workstation.window.result_panel.findChild(QLabel, "limits") is not None)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() == 0)
