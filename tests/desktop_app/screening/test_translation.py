"""Every word of the answer beside a scan, and of the strip below it, can be translated."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.error_wording import ErrorMessage
from core.model.lung_regions import LungField, LungRegions, Side, Zone
from core.screening.decision import Decision
from desktop_app.screening.classification import ClassificationRunner
from desktop_app.screening.entry_state import panel_state_of
from desktop_app.screening.panel_state import (
    Answered,
    ImpressionAsked,
    NotClassified,
    NothingOpen,
    PanelState,
    Waiting,
)
from desktop_app.screening.probability_bar import ProbabilityBar
from desktop_app.screening.result_panel import ResultPanel
from desktop_app.screening.scan_session import ScanSession, ScanState, answer_in_brief
from desktop_app.screening.scan_strip import ScanStrip
from desktop_app.screening.zone_table import ZoneTable
from tests.core.worklist.worklist_examples import scan_result
from tests.pseudo_language import untranslated, visible_texts

# Names of the model, its classes and its runtime, and of the files.
DATA = ("COVID-19", "normal", "ward", "SHA-256", "abababababab", "cpu", "Test device", "Pretend", "float32", "a.png")

pytestmark = pytest.mark.usefixtures("pseudo_language")


@pytest.fixture
def strip(qtbot: QtBot) -> ScanStrip:
    session = ScanSession()
    made = ScanStrip(session)
    # They go together, in Qt's order.
    session.setParent(made)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    "state",
    [NothingOpen(), NotClassified(), ImpressionAsked(""), ImpressionAsked("COVID-19")],
    ids=lambda state: type(state).__name__,
)
def test_the_panel_without_an_answer(qtbot: QtBot, state: PanelState) -> None:
    panel = ResultPanel()
    qtbot.addWidget(panel)
    panel.show_state(state)
    assert untranslated(visible_texts(panel), DATA) == []


@pytest.mark.parametrize("decision", Decision)
def test_the_panel_with_an_answer(qtbot: QtBot, decision: Decision) -> None:
    panel = ResultPanel()
    qtbot.addWidget(panel)
    panel.show_state(Answered(scan_result(decision, frame_index=1), Decision.POSITIVE))
    texts = visible_texts(panel)
    # The gate's sentence of the example is made up.
    assert untranslated(texts, (*DATA, "It shows no chest.")) == []
    assert any("About frame" in text for text in texts)


def test_what_is_waited_for(qtbot: QtBot) -> None:
    runner, session = ClassificationRunner(), ScanSession()
    (entry,) = session.add_paths([Path("a.png")])
    entry.state = ScanState.WAITING
    said = [panel_state_of(entry, runner)]
    entry.result, entry.is_sealed, entry.impression = scan_result(), True, Decision.POSITIVE
    said.append(panel_state_of(entry, runner))
    sentences = [state.sentence for state in said if isinstance(state, Waiting)]
    assert len(sentences) == 2
    assert untranslated(sentences) == []


def test_the_strip(strip: ScanStrip) -> None:
    session = strip._session
    count = strip.findChildren(QLabel)[-1]
    said = [count.text()]
    entries = session.add_paths([Path(name) for name in ("a.png", "b.png", "c.png", "d.png", "e.png", "f.png")])
    for entry, decision in zip(entries, Decision, strict=False):
        session.set_result(entry.number, scan_result(decision, frame_index=1))
    said.append(count.text())
    session.set_failure(entries[-1].number, ErrorMessage("", ""))
    said.append(count.text())
    strip.list_view.selectAll()
    assert len(set(said)) == 3
    assert untranslated(said) == []
    names = (*DATA, *(entry.name for entry in entries))
    spoken = [session.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(len(session))]
    assert untranslated(spoken, names) == []
    assert untranslated([answer_in_brief(scan_result(decision)) for decision in Decision], names) == []
    menu = strip.menu_for_selection()
    assert untranslated([*visible_texts(strip), *(action.text() for action in menu.actions())], names) == []


def test_every_scan_of_the_strip_can_be_asked_for_by_its_state(strip: ScanStrip) -> None:
    session = strip._session
    first, second = session.add_paths([Path("a.png"), Path("b.png")])
    session.set_result(first.number, scan_result(Decision.NEGATIVE))
    session.set_result(second.number, scan_result(Decision.POSITIVE))
    strip._choice.setCurrentIndex(2)
    assert "Negative" in strip._choice.currentText()
    assert strip.list_view.model().rowCount() == 1
    assert strip.list_view.model().index(0, 0).data() == "a.png"


def test_a_probability(qtbot: QtBot) -> None:
    bar = ProbabilityBar()
    qtbot.addWidget(bar)
    for threshold in (None, 0.5):
        bar.show_probability("COVID-19", 0.875, threshold, True)
        assert untranslated(visible_texts(bar), DATA) == []


def test_the_lungs(qtbot: QtBot) -> None:
    table = ZoneTable()
    qtbot.addWidget(table)
    right = LungField(Side.RIGHT, 0.2, 0.5, 0.3, 0.1, 0.9, 0.1, 0.4, 0.25, dict.fromkeys(Zone, 0.25))
    for fields in ((right,), (right, replace(right, side=Side.LEFT)), ()):
        table.show_regions(LungRegions(fields, 0.0))
        assert untranslated(visible_texts(table)) == []
        # What is painted.
        assert untranslated([name for name, _ in table._columns]) == []
