"""Every kind of entry has a content that is read back as written, a line for a person, and cells for a table."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from core.errors import JobCancelledError, OutputNotWritableError
from core.jobs import CancellationToken, JobContext
from core.record import contents
from core.record.csv_export import harmless_cell
from core.record.describing import KIND_NAMES, describe_content, describe_entry, describe_time, describe_verification
from core.record.entry import Draft, EntryKind, Head, digest_of
from core.record.journal import Journal
from core.record.verification import Verification

from .entry_examples import result

MODEL = {"model": "ward", "model_version": "2", "weights_sha256": "ab" * 32}
INPUT = "cd" * 32

EXAMPLES: dict[EntryKind, tuple[Mapping[str, Any], str]] = {
    EntryKind.RESULT: (result(100).content, "positive, P(COVID-19) 20.0%, by ward 2, not commissioned here"),
    EntryKind.OVERRIDE: (
        contents.override_content(input_sha256=INPUT, gate_kinds=["view", "lungs"], file="a.dcm", **MODEL),
        "answer of ward 2 shown although the gate refused the scan (view, lungs) (a.dcm)",
    ),
    EntryKind.ACTIVATION: (
        contents.activation_content(before="ward 1", rolled_back=False, **MODEL),
        "ward 2 answers from then on, before that ward 1",
    ),
    EntryKind.COMMISSIONING: (
        contents.commissioning_content(
            data_sha256=INPUT,
            cases={"COVID-19": 30, "other": 40},
            figures={"auc": (0.912, 0.85, 0.96)},
            promised={"auc": 0.93},
            threshold=0.4,
            error_level=0.1,
            **MODEL,
        ),
        "ward 2 on 30 COVID-19 and 40 other: AUC 0.91 (0.85 to 0.96); threshold 0.4, error level 0.1",
    ),
    EntryKind.IMPRESSION: (
        contents.impression_content(input_sha256=INPUT, impression="negative", decision="positive", **MODEL),
        "negative to the person, positive to ward 2",
    ),
    EntryKind.MODEL_ADDED: (contents.model_content(**MODEL), "ward 2 is kept from then on"),
    EntryKind.MODEL_REMOVED: (contents.model_content(**MODEL), "ward 2 was deleted"),
    EntryKind.SETTINGS_CHANGED: (
        contents.settings_content(setting="error level", before=0.05, after=0.1),
        "error level: 0.05 became 0.1",
    ),
}


@pytest.mark.parametrize("kind", EntryKind)
def test_every_kind_has_a_content_and_a_line_for_a_person(journal: Journal, kind: EntryKind) -> None:
    content, line = EXAMPLES[kind]

    entry = journal.append(kind, content)

    assert list(journal.entries()) == [entry]
    assert entry.content.keys() == content.keys()
    assert describe_entry(entry) == line
    assert kind in KIND_NAMES


def test_a_refused_scan_has_no_probability_and_says_what_the_gate_found(journal: Journal) -> None:
    refused = {**result(decision="refused").content, "gate": "refuse", "gate_kinds": ["orientation"]}

    entry = journal.append(EntryKind.RESULT, refused)

    assert entry.content["probability"] is None
    assert describe_entry(entry) == "refused, by ward 2, not commissioned here, gate: orientation"


def test_no_name_is_kept_unless_it_was_chosen() -> None:
    assert not {"file", "patient"} & result().content.keys()
    chosen = contents.override_content(input_sha256=INPUT, gate_kinds=[], file="a.dcm", patient="X", **MODEL)
    assert (chosen["file"], chosen["patient"]) == ("a.dcm", "X")


def test_an_unexpected_content_is_shown_as_it_stands(journal: Journal) -> None:
    for content in ({"decision": 1}, {**result().content, "probability": "high"}):
        line = describe_entry(journal.append(EntryKind.RESULT, content))
        assert line.startswith("{")
        assert '"decision":' in line


def test_the_whole_of_an_entry_is_a_line_per_name(journal: Journal) -> None:
    entry = journal.append(EntryKind.RESULT, result(decision="refused").content)

    lines = describe_content(entry).splitlines()

    for line in ("decision: refused", "probability: not known", "commissioned: no", "gate kinds: none"):
        assert line in lines
    assert f"digest: {entry.digest}" in lines
    assert f"digest before it: {entry.previous}" in lines


def test_times_are_shown_in_this_place_s_time() -> None:
    assert describe_time("2026-11-24T19:24:49.406558+00:00")[:8] == "2026-11-"
    assert describe_time("no time") == "no time"


def test_verifications_are_sentences() -> None:
    assert describe_verification(Verification(True, 0, Head())).startswith("The record is empty")
    assert "one entry" in describe_verification(Verification(True, 1, Head(1, "a")))
    assert "all 1,234 entries" in describe_verification(Verification(True, 1234, Head(1234, "a")))
    broken = describe_verification(Verification(False, 6, Head(6, "a"), 7, "Entry 7 is missing."))
    assert broken == "The record is broken. Entry 7 is missing. Up to entry 6 the record is unbroken."


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_exported_table_has_a_column_per_name_and_proves_the_chain(journal: Journal, tmp_path: Path) -> None:
    drafts = [Draft(kind, content, "Dr Ä. Müller") for kind, (content, _) in EXAMPLES.items()]
    written = journal.append_many([*drafts, result(decision="refused")])
    target = tmp_path / "record.csv"

    assert journal.export_csv(target) == len(written)

    rows = rows_of(target)
    assert [row["decision"] for row in rows] == ["positive", "", "", "", "positive", "", "", "", "refused"]
    assert [row["probability"] for row in rows][::8] == ["0.2", ""]
    assert rows[1]["gate_kinds"] == "view; lungs"
    assert rows[3]["cases"] == '{"COVID-19":30,"other":40}'
    previous = "0" * 64
    for row in rows:
        fields = (int(row["sequence"]), row["time"], row["kind"], row["person"], row["content"], row["previous"])
        assert row["previous"] == previous
        assert digest_of(*fields) == row["digest"]
        previous = row["digest"]
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["record.csv"]


def test_one_kind_can_be_exported(filled: Journal, tmp_path: Path) -> None:
    filled.append(EntryKind.OVERRIDE, EXAMPLES[EntryKind.OVERRIDE][0])

    assert filled.export_csv(tmp_path / "overrides.csv", [EntryKind.OVERRIDE]) == 1
    assert [row["sequence"] for row in rows_of(tmp_path / "overrides.csv")] == ["21"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_no_cell_is_a_formula(journal: Journal, tmp_path: Path, text: str) -> None:
    journal.append(EntryKind.SETTINGS_CHANGED, {text: text, "kind": text}, text)
    journal.export_csv(tmp_path / "record.csv")

    with (tmp_path / "record.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")]
    assert cells.count(harmless_cell(text)) == 4
    assert "content.kind" in cells


def test_the_record_is_not_exported_over_itself(filled: Journal) -> None:
    before = filled.path.read_bytes()

    for name in ("journal.sqlite3", "journal.sqlite3.head", "new.csv"):
        with pytest.raises(OutputNotWritableError, match="record's own"):
            filled.export_csv(filled.path.with_name(name))
    assert filled.path.read_bytes() == before


def test_a_table_that_cannot_be_written_leaves_the_old_one(filled: Journal, tmp_path: Path) -> None:
    with pytest.raises(OutputNotWritableError):
        filled.export_csv(tmp_path / "no folder" / "record.csv")
    target = tmp_path / "record.csv"
    target.mkdir()
    with pytest.raises(OutputNotWritableError):
        filled.export_csv(target)
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".partial")] == []


def test_a_stopped_export_leaves_the_old_table(filled: Journal, tmp_path: Path) -> None:
    target = tmp_path / "record.csv"
    target.write_text("old")
    token = CancellationToken()
    context = JobContext(report=lambda _: token.cancel(), token=token)

    with pytest.raises(JobCancelledError):
        filled.export_csv(target, context=context)

    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["record.csv"]


def test_a_changed_setting_is_named_and_numbered_in_the_persons_language(journal: Journal, turkish: None) -> None:
    content = contents.settings_content(setting="error_level", before=0.05, after=0.1)

    entry = journal.append(EntryKind.SETTINGS_CHANGED, content)

    assert describe_entry(entry) == "hata düzeyi: 0,05 yerine 0,1"
