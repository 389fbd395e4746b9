"""What of a result goes into the record, and that nothing of the patient does."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import JournalNotWritableError
from core.imaging.radiograph import Radiograph
from core.record.entry import EntryKind
from core.record.journal import Journal
from core.screening.analysis import analyse_radiograph, analyse_scan
from core.screening.decision import DecisionPolicy
from core.screening.gate import GateCheck, GateFinding, GateLevel, gate_outcome
from core.screening.recording import DRAFTS_AT_ONCE, ResultRecorder, override_draft, result_draft
from core.screening.screener import Screener


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "record" / "journal.sqlite3")


def test_a_result_is_recorded_with_model_input_and_settings(radiograph: Radiograph, screener: Screener) -> None:
    chosen = replace(screener, policy=DecisionPolicy(0.1, 0.4), is_commissioned=True)
    result = analyse_radiograph(radiograph, chosen)
    draft = result_draft(result, "AB")
    assert draft.kind is EntryKind.RESULT
    assert draft.person == "AB"
    content = dict(draft.content)
    assert content["input_sha256"] == result.input_sha256
    assert content["weights_sha256"] == screener.card.weights_sha256
    assert content["decision"] == result.decision.value
    assert content["probability"] == result.positive_probability
    assert (content["threshold"], content["error_level"], content["commissioned"]) == (0.4, 0.1, True)
    assert "file" not in content
    assert "patient" not in content
    assert result_draft(result, keeps_file_name=True).content["file"] == "scan.dcm"


def test_a_refused_scan_is_recorded_without_probability(radiograph: Radiograph, screener: Screener) -> None:
    result = analyse_radiograph(radiograph, screener)
    refusal = GateFinding(GateCheck.CHEST, GateLevel.REFUSE, "No chest.")
    refused = replace(result, gate=gate_outcome((refusal,)))
    assert result_draft(refused).content["probability"] is None
    draft = override_draft(refused, "AB")
    assert draft.kind is EntryKind.OVERRIDE
    assert draft.content["gate_kinds"] == ["chest"]


def test_many_results_share_one_writing(
    pictures: Callable[[int], list[Path]], screener: Screener, journal: Journal
) -> None:
    result = analyse_scan(pictures(1)[0], screener)
    recorder = ResultRecorder(journal)
    for _ in range(DRAFTS_AT_ONCE - 1):
        recorder.add(result)
    assert journal.count() == 0
    recorder.add(result)
    assert journal.count() == DRAFTS_AT_ONCE
    recorder.add(result)
    recorder.write()
    recorder.write()
    assert journal.count() == DRAFTS_AT_ONCE + 1
    assert journal.verify().ok


def test_without_a_home_folder_nothing_is_recorded(radiograph: Radiograph, screener: Screener) -> None:
    recorder = ResultRecorder(None)
    recorder.add(analyse_radiograph(radiograph, screener))
    recorder.write()


def test_a_record_that_cannot_be_written_says_so(radiograph: Radiograph, screener: Screener, tmp_path: Path) -> None:
    (tmp_path / "record").write_bytes(b"a file where the folder should be")
    recorder = ResultRecorder(Journal(tmp_path / "record" / "journal.sqlite3"))
    recorder.add(analyse_radiograph(radiograph, screener))
    with pytest.raises(JournalNotWritableError):
        recorder.write()
