"""A worklist of made-up scans, and its window."""

import io
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from core.worklist.entry import Origin
from core.worklist.identity import ScanIdentity
from core.worklist.worklist import Worklist
from desktop_app import jobs
from desktop_app.worklist.worklist_window import WorklistWindow


@pytest.fixture
def worklist(tmp_path: Path) -> Iterator[Worklist]:
    with Worklist(tmp_path / "worklist" / "worklist.sqlite") as made:
        yield made


@pytest.fixture
def add_scans(worklist: Worklist, tmp_path: Path) -> Callable[..., list[int]]:
    """Add scans of patients called Yılmaz and Müller in turn; two scans make a study."""

    def add(count: int, first: int = 1) -> list[int]:
        numbers = []
        for number in range(first, first + count):
            identity = ScanIdentity(
                patient_name=f"{'Yılmaz' if number % 2 else 'Müller'}, Number {number}",
                patient_id=f"P{number}",
                study_date=date(2026, 3, 1 + number % 28),
                modality="DX",
                view="PA",
                study_instance_uid=f"1.2.{number // 2}",
            )
            numbers.append(worklist.add(tmp_path / f"scan {number}.dcm", identity, Origin.OPENED, waits=False))
        return numbers

    return add


@pytest.fixture
def picture() -> bytes:
    """A small JPEG file."""
    file = io.BytesIO()
    Image.new("L", (40, 30), 120).save(file, "JPEG")
    return file.getvalue()


@pytest.fixture
def worklist_window(qtbot: QtBot, worklist: Worklist) -> Iterator[WorklistWindow]:
    window = WorklistWindow(worklist)
    qtbot.addWidget(window)
    yield window
    window.stop()
    qtbot.waitUntil(lambda: not jobs.active_jobs(), timeout=10_000)
