"""What archives, senders and copies come to is told in the person's language, and kept in English."""

from pathlib import Path
from typing import Any

import pytest

from core.errors import HilumError, InvalidNodeError, UnsupportedImageError
from core.interchange.archive.encryption import own_port_context
from core.interchange.archive.nodes import ArchiveNode, ae_title_problem, check_node, port_problem
from core.interchange.deidentification.changes import Change, ChangeTally
from core.interchange.deidentification.report import (
    BurnedInText,
    CopiedFile,
    DeidentificationReport,
    FailedFile,
    Origin,
)
from core.interchange.deidentification.wording import summary_sentences, text_warnings
from core.interchange.receiving.refusals import Reason, Refusal
from core.interchange.receiving.settings import ReceiverSettings, receiver_settings_problem
from core.language import tr
from core.worklist.entry import EntryState
from core.worklist.entry import Origin as ScanOrigin
from core.worklist.identity import ScanIdentity
from core.worklist.worklist import Worklist
from tests.pseudo_language import untranslated


def copied(number: int, text: BurnedInText) -> CopiedFile:
    path = Path(f"{number}.dcm")
    return CopiedFile(path, (path,), "1.2", "ANON", (), 1, text, Origin())


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_run_of_deidentification_is_told_in_the_persons_language(count: int, pseudo_language: None) -> None:
    files = [copied(number, text) for text in (BurnedInText.STATED, BurnedInText.UNKNOWN) for number in range(count)]
    failed = [FailedFile(Path("b.dcm"), UnsupportedImageError(Path("b.dcm")))] * count
    report = DeidentificationReport(Path("copies"), tuple(files), tuple(failed), Path("table.csv"), count)

    assert untranslated([*summary_sentences(report), *text_warnings(report)], ["copies", "table.csv"]) == []


def test_changes_are_english_in_the_table_and_shown_in_the_persons_language(pseudo_language: None) -> None:
    tally = ChangeTally()
    tally.note(0x00091001, Change.REMOVED)
    tally.note_other("JPEG comment", Change.REPLACED)

    texts = [text for change in tally.changes() for text in (change.name, str(change.change))]

    assert texts == ["private attribute", "removed", "JPEG comment", "replaced"]
    assert untranslated([tr(text) for text in texts]) == []


@pytest.mark.parametrize("reason", Reason)
def test_a_refusal_is_english_in_the_log(reason: Reason, pseudo_language: None) -> None:
    for refusal in (Refusal(reason, "SENDER", "10.0.0.7"), Refusal(reason, "", "10.0.0.7")):
        assert reason.value in refusal.text
        assert "〚" not in refusal.text
        assert untranslated([tr(refusal.text)]) == []


@pytest.mark.parametrize(
    "changes",
    [{"name": ""}, {"host": ""}, {"ae_title": ""}, {"ae_title": "A" * 17}, {"port": 0}, {"timeout_s": 0.0}],
    ids=str,
)
def test_why_an_archive_cannot_be_entered_is_told(changes: dict[str, Any], pseudo_language: None) -> None:
    node = {"name": "Archive", "host": "10.0.0.7", "ae_title": "PACS", "port": 104, **changes}

    with pytest.raises(InvalidNodeError) as refused:
        check_node(ArchiveNode(**node))

    assert "〚" not in refused.value.reason
    assert untranslated([tr(refused.value.reason)]) == []


def test_clauses_about_settings_are_translated_when_shown(tmp_path: Path, pseudo_language: None) -> None:
    clauses = [ae_title_problem("A\\B"), port_problem(70000), receiver_settings_problem(ReceiverSettings(address="x"))]
    broken = tmp_path / "broken.pem"
    broken.write_text("no certificate")
    with pytest.raises(HilumError) as refused:
        own_port_context(broken, None)

    assert all(clauses)
    assert untranslated([tr(clause) for clause in (*clauses, refused.value.detail)], ["broken.pem"]) == []


def test_the_worklist_keeps_a_failure_in_english(tmp_path: Path, pseudo_language: None) -> None:
    path = tmp_path / "scan.dcm"
    path.write_bytes(b"")
    worklist = Worklist(tmp_path / "list" / "worklist.sqlite")
    number = worklist.add(path, ScanIdentity(), ScanOrigin.OPENED)

    worklist.note_failure(number, UnsupportedImageError(path))

    entry = worklist.entry(number)
    assert entry is not None
    assert entry.state is EntryState.FAILED
    assert entry.failure.startswith("“scan.dcm” holds something that Hilum does not show.")
