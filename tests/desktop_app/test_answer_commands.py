"""A refusal can be overridden, and an impression said first; both stand in the record before anything is shown."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from core.errors import DamagedJournalError, JournalNotWritableError
from core.record.entry import Entry, EntryKind
from core.record.journal import Journal, user_journal
from core.screening.decision import Decision, DecisionPolicy
from core.screening.gate import GateCheck, GateFinding, GateLevel, GateOutcome
from core.screening.gate_checks import ScanFacts, ScanGate
from core.screening.result import OVERRIDE_NOTICE
from core.screening.screener import Screener
from desktop_app import answer_commands
from desktop_app.application import Workstation
from desktop_app.jobs import active_jobs
from desktop_app.screening.panel_state import Answered, ImpressionAsked
from desktop_app.screening.scan_session import ScanState

LEFT = Qt.MouseButton.LeftButton
SENTENCE = "This is no chest: the model only knows chests."


class RefusingGate(ScanGate):
    """Lets nothing through."""

    def judge(self, facts: ScanFacts) -> GateOutcome:
        return GateOutcome((GateFinding(GateCheck.CHEST, GateLevel.REFUSE, SENTENCE),))


@pytest.fixture
def refusing(workstation: Workstation) -> Workstation:
    assert workstation.runner.screener is not None
    workstation.runner.screener = replace(workstation.runner.screener, gate=RefusingGate())
    workstation.commands.take_settings(replace(workstation.store.current, person="AB"))
    return workstation


@pytest.fixture
def reading_first(workstation: Workstation) -> Workstation:
    workstation.commands.take_settings(replace(workstation.store.current, reads_first=True, person="AB"))
    return workstation


def open_and_wait(qtbot: QtBot, workstation: Workstation, paths: list[Path]) -> None:
    workstation.controller.open_paths(paths)
    session = workstation.controller.session
    qtbot.waitUntil(
        lambda: (
            len(session) == len(paths)
            and all(entry.state is ScanState.CLASSIFIED for entry in session)
            and not active_jobs()
        ),
        timeout=15_000,
    )


def recorded(kind: EntryKind) -> list[Entry]:
    journal = user_journal()
    assert journal is not None
    with journal:
        return list(journal.entries({kind}))


def press(qtbot: QtBot, workstation: Workstation, name: str) -> None:
    qtbot.mouseClick(workstation.window.result_panel.findChild(QPushButton, name), LEFT)
    qtbot.waitUntil(lambda: not active_jobs())


def answer_question(monkeypatch: pytest.MonkeyPatch, button: int) -> list[str]:
    """Press a button of the next question; returns what it says."""
    asked: list[str] = []

    def press_button(box: QMessageBox) -> int:
        asked.append(f"{box.text()}\n{box.informativeText()}")
        box.buttons()[button].click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press_button)
    return asked


def test_refused_scan_shows_neither_probability_nor_pictures(
    qtbot: QtBot, refusing: Workstation, jpeg_scans: list[Path]
) -> None:
    open_and_wait(qtbot, refusing, jpeg_scans[:1])
    window = refusing.window
    decision = window.result_panel.findChild(QLabel, "decision")
    assert decision.accessibleName() == f"Not judged. This model may not judge this scan: {SENTENCE}"
    assert not window.result_panel.findChild(QLabel, "agreement").isVisible()
    assert not window.viewer.heat_map_button.isVisible()
    assert not window.viewer.lungs_button.isVisible()
    assert not window.actions_of_window.save_heat_map.isEnabled()
    assert next(iter(refusing.controller.session)).summary == "not judged"


def test_override_is_asked_for_recorded_and_marked(
    qtbot: QtBot, refusing: Workstation, jpeg_scans: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_and_wait(qtbot, refusing, jpeg_scans[:1])
    asked = answer_question(monkeypatch, button=0)

    press(qtbot, refusing, "override")

    (question,) = asked
    assert SENTENCE in question
    result = refusing.window.shown_result
    assert result is not None
    assert result.override is not None
    assert result.override.person == "AB"
    panel = refusing.window.result_panel
    assert panel.findChild(QLabel, "agreement").isVisible()
    assert not panel.findChild(QPushButton, "override").isVisible()
    assert OVERRIDE_NOTICE in {label.text() for label in panel.findChildren(QLabel) if label.isVisible()}
    assert refusing.window.viewer.heat_map_button.isVisible()
    (entry,) = recorded(EntryKind.OVERRIDE)
    assert (entry.person, entry.content["input_sha256"]) == ("AB", result.input_sha256)
    assert entry.content["gate_kinds"] == ["chest"]
    assert entry.time == result.override.time
    assert "scan 0" not in str(entry.content)


def test_override_can_be_thought_better_of(
    qtbot: QtBot, refusing: Workstation, jpeg_scans: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_and_wait(qtbot, refusing, jpeg_scans[:1])
    answer_question(monkeypatch, button=1)

    press(qtbot, refusing, "override")

    assert refusing.window.shown_result is not None
    assert refusing.window.shown_result.override is None
    assert recorded(EntryKind.OVERRIDE) == []


def fill_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(journal: Journal, *_arguments: object) -> None:
        raise JournalNotWritableError(journal.path, "no space left on the disk")

    monkeypatch.setattr(Journal, "append_many", refuse)


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    fill_disk(monkeypatch)


@pytest.mark.usefixtures("full_disk")
def test_what_cannot_be_recorded_is_not_overridden(
    qtbot: QtBot, refusing: Workstation, jpeg_scans: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_and_wait(qtbot, refusing, jpeg_scans[:1])
    answer_question(monkeypatch, button=0)

    press(qtbot, refusing, "override")

    assert refusing.window.shown_result is not None
    assert refusing.window.shown_result.override is None
    assert "no space left" in refusing.window.message_bar.text


def test_every_result_is_recorded(qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]) -> None:
    workstation.commands.take_settings(replace(workstation.store.current, person="AB"))
    open_and_wait(qtbot, workstation, jpeg_scans)
    entries = recorded(EntryKind.RESULT)
    results = [entry.result for entry in workstation.controller.session if entry.result is not None]
    assert sorted(entry.content["input_sha256"] for entry in entries) == sorted(each.input_sha256 for each in results)
    assert {entry.person for entry in entries} == {"AB"}
    assert "scan" not in str([entry.content for entry in entries])

    settings = replace(workstation.store.current, records_file_names=True)
    workstation.commands.take_settings(settings)
    press(qtbot, workstation, "classify")
    assert recorded(EntryKind.RESULT)[-1].content["file"] == "scan 0.jpg"


def test_another_error_level_is_recorded_and_answers_given_before_are_outdated(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_and_wait(qtbot, workstation, jpeg_scans[:2])
    screener = workstation.runner.screener
    assert screener is not None

    def load_at_once(*, device: object, error_level: float) -> Screener:
        return replace(screener, policy=DecisionPolicy(error_level))

    monkeypatch.setattr("core.registry.standing.screener_for", load_at_once)
    workstation.commands.take_settings(replace(workstation.store.current, error_level=0.2, person="AB"))
    qtbot.waitUntil(lambda: not active_jobs())

    (entry,) = recorded(EntryKind.SETTINGS_CHANGED)
    assert entry.content == {"setting": "error_level", "before": 0.05, "after": 0.2}
    assert "until they are classified again" in workstation.window.message_bar.text
    results = [scan.result for scan in workstation.controller.session]
    assert {result.error_level for result in results if result is not None} == {0.05}
    workstation.controller.classify_all()
    qtbot.waitUntil(lambda: not active_jobs())
    results = [scan.result for scan in workstation.controller.session]
    assert {result.error_level for result in results if result is not None} == {0.2}


def test_error_level_is_recorded_only_once_a_model_answers_by_it(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path], pretend_screener: Screener
) -> None:
    runner = workstation.runner
    commissioned = replace(pretend_screener, is_commissioned=True)
    runner.screener = commissioned
    open_and_wait(qtbot, workstation, jpeg_scans[:1])

    workstation.commands.take_settings(replace(workstation.store.current, error_level=0.2))
    qtbot.waitUntil(lambda: not active_jobs())

    assert runner.screener is commissioned
    assert recorded(EntryKind.SETTINGS_CHANGED) == []
    assert not workstation.window.message_bar.isVisible()

    runner.screener = replace(pretend_screener, policy=DecisionPolicy(0.2))
    runner.model_ready.emit(runner.screener)
    qtbot.waitUntil(lambda: not active_jobs())
    (entry,) = recorded(EntryKind.SETTINGS_CHANGED)
    assert entry.content == {"setting": "error_level", "before": 0.05, "after": 0.2}


@pytest.mark.usefixtures("full_disk")
def test_results_that_cannot_be_recorded_are_shown_and_that_is_said(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]
) -> None:
    open_and_wait(qtbot, workstation, jpeg_scans)
    assert isinstance(workstation.window.result_panel.state, Answered)
    assert "no space left" in workstation.window.message_bar.text


def test_question_of_the_override_defaults_to_leaving_it(
    qtbot: QtBot, refusing: Workstation, jpeg_scans: list[Path]
) -> None:
    open_and_wait(qtbot, refusing, jpeg_scans[:1])
    result = refusing.window.shown_result
    assert result is not None

    def press_escape() -> None:
        box = refusing.window.findChild(QMessageBox)
        assert isinstance(box, QMessageBox)
        assert "Leave" in box.defaultButton().text()
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    QTimer.singleShot(50, press_escape)
    assert not answer_commands.wants_override(result, refusing.window)


def test_answer_is_kept_back_until_something_was_said(
    qtbot: QtBot, reading_first: Workstation, jpeg_scans: list[Path]
) -> None:
    open_and_wait(qtbot, reading_first, jpeg_scans[:2])
    window, session = reading_first.window, reading_first.controller.session
    assert window.result_panel.state == ImpressionAsked("COVID-19")
    assert window.shown_result is None
    assert not window.viewer.heat_map_button.isVisible()
    assert not window.viewer.lungs_button.isVisible()
    assert not window.actions_of_window.copy_result.isEnabled()
    assert {entry.summary for entry in session} == {"your impression first"}
    window.strip._choice.setCurrentText("Positive")
    assert window.strip.list_view.model().rowCount() == 0

    window.strip._choice.setCurrentText("All")
    press(qtbot, reading_first, "impression_negative")

    assert isinstance(window.result_panel.state, Answered)
    said = window.result_panel.findChild(QLabel, "impression").text()
    assert "finding not present. The model says the opposite." in said
    assert "Agreement so far: 0 of 1 (0%)." in said
    assert window.viewer.heat_map_button.isVisible()
    (entry,) = recorded(EntryKind.IMPRESSION)
    assert window.shown_result is not None
    assert entry.content["input_sha256"] == window.shown_result.input_sha256
    assert (entry.person, entry.content["impression"], entry.content["decision"]) == ("AB", "negative", "positive")
    assert [scan.is_sealed for scan in session] == [False, True]


def test_answer_can_be_seen_without_saying_anything(
    qtbot: QtBot, reading_first: Workstation, jpeg_scans: list[Path]
) -> None:
    open_and_wait(qtbot, reading_first, jpeg_scans[:1])

    press(qtbot, reading_first, "impression_skip")

    assert isinstance(reading_first.window.result_panel.state, Answered)
    assert not reading_first.window.result_panel.findChild(QLabel, "impression").isVisible()
    assert recorded(EntryKind.IMPRESSION) == []


def test_impression_may_come_before_the_scan_is_classified(
    qtbot: QtBot, reading_first: Workstation, jpeg_scans: list[Path]
) -> None:
    reading_first.controller.classifies_automatically = False
    reading_first.controller.open_paths(jpeg_scans[:1])
    qtbot.waitUntil(lambda: reading_first.controller.shown_radiograph is not None and not active_jobs())

    press(qtbot, reading_first, "impression_positive")
    assert recorded(EntryKind.IMPRESSION) == []
    press(qtbot, reading_first, "classify")

    qtbot.waitUntil(lambda: isinstance(reading_first.window.result_panel.state, Answered) and not active_jobs())
    (entry,) = recorded(EntryKind.IMPRESSION)
    assert entry.content["impression"] == "positive"


@pytest.mark.usefixtures("full_disk")
def test_impression_that_cannot_be_recorded_was_not_said(
    qtbot: QtBot, reading_first: Workstation, jpeg_scans: list[Path]
) -> None:
    open_and_wait(qtbot, reading_first, jpeg_scans[:1])

    press(qtbot, reading_first, "impression_positive")

    assert isinstance(reading_first.window.result_panel.state, ImpressionAsked)
    assert "no space left" in reading_first.window.message_bar.text


def test_what_was_seen_already_is_not_asked_about(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]
) -> None:
    open_and_wait(qtbot, workstation, jpeg_scans[:1])
    settings = workstation.store.current
    workstation.commands.take_settings(replace(settings, reads_first=True))
    assert isinstance(workstation.window.result_panel.state, Answered)
    open_and_wait(qtbot, workstation, jpeg_scans[:1])
    workstation.controller.open_paths(jpeg_scans[1:2])
    qtbot.waitUntil(lambda: isinstance(workstation.window.result_panel.state, ImpressionAsked) and not active_jobs())

    workstation.commands.take_settings(replace(settings, reads_first=False))
    assert isinstance(workstation.window.result_panel.state, Answered)


def test_impression_about_one_frame_is_not_held_against_another(
    qtbot: QtBot, reading_first: Workstation, chest_dicom: Path
) -> None:
    open_and_wait(qtbot, reading_first, [chest_dicom.parent / "emri_small.dcm"])
    window, (entry,) = reading_first.window, reading_first.controller.session
    press(qtbot, reading_first, "impression_negative")
    assert isinstance(window.result_panel.state, Answered)

    reading_first.controller.show_frame(2)
    assert (entry.result, entry.impression, entry.agreement, entry.is_sealed) == (None, None, None, True)
    qtbot.waitUntil(lambda: entry.result is not None and not active_jobs())

    assert isinstance(window.result_panel.state, ImpressionAsked)
    assert len(recorded(EntryKind.IMPRESSION)) == 1
    press(qtbot, reading_first, "impression_positive")
    assert isinstance(window.result_panel.state, Answered)
    assert [each.content["impression"] for each in recorded(EntryKind.IMPRESSION)] == ["negative", "positive"]


def test_impression_said_while_the_next_frame_is_read_is_asked_for_anew(
    qtbot: QtBot, reading_first: Workstation, chest_dicom: Path
) -> None:
    open_and_wait(qtbot, reading_first, [chest_dicom.parent / "emri_small.dcm"])
    (entry,) = reading_first.controller.session

    reading_first.controller.show_frame(2)
    press(qtbot, reading_first, "impression_negative")
    qtbot.waitUntil(lambda: entry.result is not None and not active_jobs())

    assert isinstance(reading_first.window.result_panel.state, ImpressionAsked)
    assert (entry.is_sealed, entry.impression) == (True, None)
    assert recorded(EntryKind.IMPRESSION) == []


def test_frame_chosen_while_an_impression_is_written_stays_sealed(
    qtbot: QtBot, reading_first: Workstation, chest_dicom: Path
) -> None:
    open_and_wait(qtbot, reading_first, [chest_dicom.parent / "emri_small.dcm"])
    (entry,) = reading_first.controller.session

    reading_first.window.result_panel.impression_given.emit(Decision.NEGATIVE)
    reading_first.controller.show_frame(2)
    qtbot.waitUntil(lambda: entry.result is not None and not active_jobs())

    assert len(recorded(EntryKind.IMPRESSION)) == 1
    assert isinstance(reading_first.window.result_panel.state, ImpressionAsked)


def test_agreement_goes_with_the_answer_it_counted(
    qtbot: QtBot, reading_first: Workstation, jpeg_scans: list[Path]
) -> None:
    open_and_wait(qtbot, reading_first, jpeg_scans[:1])
    press(qtbot, reading_first, "impression_negative")

    press(qtbot, reading_first, "classify")

    state = reading_first.window.result_panel.state
    assert isinstance(state, Answered)
    assert (state.impression, state.agreement) == (Decision.NEGATIVE, None)


def test_override_that_cannot_be_recorded_leaves_the_recorded_impression(
    qtbot: QtBot, refusing: Workstation, jpeg_scans: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing.commands.take_settings(replace(refusing.store.current, reads_first=True))
    open_and_wait(qtbot, refusing, jpeg_scans[:1])
    press(qtbot, refusing, "impression_negative")
    answer_question(monkeypatch, button=0)
    fill_disk(monkeypatch)

    press(qtbot, refusing, "override")

    assert "no space left" in refusing.window.message_bar.text
    (entry,) = refusing.controller.session
    assert (entry.is_sealed, entry.impression) == (False, Decision.NEGATIVE)


def test_impression_is_recorded_also_where_the_record_cannot_be_read_afterwards(
    qtbot: QtBot, reading_first: Workstation, jpeg_scans: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_and_wait(qtbot, reading_first, jpeg_scans[:1])

    def fail(journal: Journal, *_arguments: object, **_options: object) -> None:
        raise DamagedJournalError(journal.path, "entry 1 cannot be read")

    with monkeypatch.context() as damaged:
        damaged.setattr(Journal, "entries", fail)
        press(qtbot, reading_first, "impression_negative")

    state = reading_first.window.result_panel.state
    assert isinstance(state, Answered)
    assert (state.impression, state.agreement) == (Decision.NEGATIVE, None)
    assert len(recorded(EntryKind.IMPRESSION)) == 1
