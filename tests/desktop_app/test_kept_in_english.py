"""Whatever language the window speaks, it keeps and exports the same; nothing on the disk is in the person's words."""

import contextlib
import difflib
import hashlib
import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pydicom import dcmread
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.imaging.reading import read_radiograph
from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings
from core.interchange.archive.queue_worker import run_queue
from core.interchange.archive.send_queue import SendQueue
from core.interchange.results.source import ResultKind, ResultSource
from core.interchange.results.writing import write_result_objects
from core.jobs import JobContext
from core.language import mark, use_language
from core.record import csv_export as record_csv
from core.record.journal import user_journal
from core.screening.decision import Decision
from core.screening.gate import GateCheck, GateFinding, GateLevel, GateOutcome
from core.screening.gate_checks import ScanFacts, ScanGate
from core.screening.result import ScanResult
from core.screening.screener import Screener
from core.worklist import csv_export as worklist_csv
from core.worklist.entry import EntryState
from core.worklist.query import WorklistQuery
from desktop_app import answer_commands
from desktop_app.application import Workstation, build
from desktop_app.jobs import active_jobs
from desktop_app.settings import SettingsStore

REFUSAL = mark("This does not look like a frontal radiograph of one whole chest; the model knows nothing else.")
_NODE = ArchiveNode("Arşiv", "NOBODY", "127.0.0.1", 9, timeout_s=1.0)
# What differs from one run to the next: moments, identities, what the window looked like.
_CHANGING = (
    (re.compile(r"\b\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?([+-]\d\d:\d\d)?)?"), "TIME"),
    (re.compile(r"\b1\d{9}\.\d+\b"), "TIME"),
    (re.compile(r"\b20\d{6}(\d{6})?\b|'\d{6}(\.\d+)?'"), "TIME"),
    (re.compile(r"\b(?:[0-9a-f]{32}){1,2}\b"), "DIGEST"),
    (re.compile(r"\b2\.25\.\d+|\b1\.2\.826\.0\.1\.3680043\.\d[\d.]+"), "UID"),
    (re.compile(r"Group Length +UL: \d+"), "LENGTH"),
    (re.compile(r"\bwindow_(geometry|layout)=.*"), ""),
)


class SmallRefused(ScanGate):
    """Refuses small pictures."""

    def judge(self, facts: ScanFacts) -> GateOutcome:
        if facts.rows > 500:
            return GateOutcome()
        return GateOutcome((GateFinding(GateCheck.CHEST, GateLevel.REFUSE, REFUSAL),))


def a_day_at_the_window(qtbot: QtBot, screener: Screener, scans: list[Path], home: Path) -> None:
    """Open scans, one of them broken, say an impression, override a refusal, change settings, export and send."""
    workstation = build(SettingsStore(home / "settings.ini"))
    workstation.runner.screener = replace(screener, gate=SmallRefused())
    workstation.runner.model_ready.emit(workstation.runner.screener)
    workstation.window.show()
    chosen = replace(workstation.store.current, person="AB", heat_map_opacity=0.35, records_file_names=True)
    workstation.commands.take_settings(chosen)
    workstation.controller.session.set_sealing(True)
    listed = workstation.worklist.worklist
    assert listed is not None
    for path in scans:
        # One by one, so that they stand in the record in the same order.
        workstation.controller.open_paths([path])
        qtbot.waitUntil(
            lambda path=path: any(
                entry.path == path and entry.state in (EntryState.CLASSIFIED, EntryState.FAILED)
                for entry in listed.find(WorklistQuery())
            ),
            timeout=20_000,
        )
        qtbot.waitUntil(lambda: not active_jobs(), timeout=20_000)
        if path == scans[0]:
            workstation.answers.take_impression(Decision.NEGATIVE)
            qtbot.waitUntil(lambda: not active_jobs(), timeout=20_000)
            answered = workstation.window.shown_result
            workstation.controller.session.set_sealing(False)
    override_the_refusal(qtbot, workstation)
    workstation.window.close()
    qtbot.waitUntil(lambda: not active_jobs(), timeout=20_000)
    workstation.window.deleteLater()
    assert answered is not None
    export_everything(scans[0], answered, workstation, home)


def override_the_refusal(qtbot: QtBot, workstation: Workstation) -> None:
    shown = workstation.window.shown_result
    assert shown is not None
    assert not shown.shows_probabilities
    workstation.window.result_panel.findChild(QPushButton, "override").click()
    qtbot.waitUntil(lambda: not active_jobs(), timeout=20_000)
    overridden = workstation.window.shown_result
    assert overridden is not None
    assert overridden.override is not None


def export_everything(path: Path, result: ScanResult, workstation: Workstation, home: Path) -> None:
    listed = workstation.worklist.worklist
    assert listed is not None
    worklist_csv.export_csv(listed, sorted(listed.numbers(WorklistQuery())), home / "worklist.csv", with_identity=True)
    journal = user_journal()
    assert journal is not None
    with journal:
        record_csv.export_csv(journal, home / "record.csv", None, JobContext())
    source = ResultSource(path, read_radiograph(path), result, comment="Ok", person="AB")
    written = write_result_objects(source, tuple(ResultKind), home / "results", make_pdf=lambda *_: b"%PDF-1.7 ")
    with SendQueue(home / "queue" / "queue.sqlite") as queue:
        queue.add(written[:1], _NODE.name)
        run_queue(queue, lambda: ConnectionSettings(nodes=(_NODE,)), JobContext(), until_idle=True)
        assert [item.problem for item in queue.items()] != [""]


def everything_kept(home: Path) -> list[str]:
    """What lies in the files of a folder, line by line, without what changes from run to run."""
    lines: list[str] = []
    for path in sorted(home.rglob("*")):
        if path.is_dir() or path.name.endswith(("lock", "-wal", "-shm")):
            continue
        if path.suffix == ".dcm":
            dataset = dcmread(path)
            dataset.pop("PixelData", None)
            # Named after their UIDs, which are new each time.
            lines += [f"results {dataset.Modality}: {line}" for line in str(dataset).splitlines()]
            continue
        name = path.relative_to(home)
        lines += [f"{name}: {line}" for line in _lines(path)]
    for pattern, instead in _CHANGING:
        lines = [pattern.sub(instead, line.replace(str(home), "HOME")) for line in lines]
    return sorted(lines)


def _lines(path: Path) -> list[str]:
    if not path.read_bytes().startswith(b"SQLite format 3"):
        return path.read_text(encoding="utf-8").splitlines()
    with contextlib.closing(sqlite3.connect(path)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return [
            f"{table} {[hashlib.md5(cell).hexdigest() if isinstance(cell, bytes) else cell for cell in row]}"  # noqa: S324
            for table in tables
            for row in database.execute(f"SELECT * FROM {table}")  # noqa: S608 -- the program's own tables
        ]


def test_a_day_in_turkish_leaves_what_a_day_in_english_does(
    qtbot: QtBot,
    pretend_screener: Screener,
    chest_dicom: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    broken, small = tmp_path / "bozuk.png", tmp_path / "küçük.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 60)
    Image.fromarray(np.random.default_rng(7).integers(0, 255, (260, 300), dtype=np.uint8)).save(small)
    monkeypatch.setattr(answer_commands, "wants_override", lambda *_: True)
    kept: dict[str, list[str]] = {}
    logs: dict[str, list[str]] = {}
    before = QLocale()
    for language in ("en", "tr"):
        home = tmp_path / language
        for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA"):
            monkeypatch.setenv(variable, str(home / variable))
        use_language(language)
        QLocale.setDefault(QLocale(language))
        caplog.clear()
        a_day_at_the_window(qtbot, pretend_screener, [chest_dicom, broken, small], home)
        kept[language], logs[language] = everything_kept(home), sorted(caplog.messages)
    QLocale.setDefault(before)

    difference = "\n".join(difflib.unified_diff(kept["en"], kept["tr"], lineterm="", n=0))
    assert not difference, difference
    assert logs["en"] == logs["tr"]
    whole = "\n".join(kept["en"])
    for word in ("override", "impression", "bozuk.png", "heat_map_opacity=0.35", "worklist.csv", "results SR"):
        assert word in whole
