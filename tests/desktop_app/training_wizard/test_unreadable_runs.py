"""Training runs that cannot be read are on the list, and nothing can be done with them but remove them."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from core.jobs import JobContext
from desktop_app.training_wizard.result_work import runs_work
from desktop_app.training_wizard.runs_window import RunsWindow
from tests.pseudo_language import untranslated, visible_texts


def _listed(qtbot: QtBot, folder: Path) -> RunsWindow:
    (folder / "ours").mkdir()
    (folder / "ours" / "state.json").write_text("{", encoding="utf-8")
    window = RunsWindow(folder)
    qtbot.addWidget(window)
    window.show_rows(runs_work(folder)(JobContext()))
    return window


def test_a_run_that_cannot_be_read_is_listed_with_the_reason(qtbot: QtBot, tmp_path: Path) -> None:
    window = _listed(qtbot, tmp_path)
    items = [window.table.item(0, column) for column in range(window.table.columnCount())]
    texts = [item.text() for item in items if item is not None]
    assert texts[:4] == ["ours", "cannot be read", "", ""]
    assert texts[5].startswith("The training run in “state.json” cannot be used")
    assert (window.open.isEnabled(), window.resume.isEnabled(), window.remove.isEnabled()) == (False, False, True)


def test_it_is_said_in_the_persons_language(qtbot: QtBot, tmp_path: Path, pseudo_language: None) -> None:
    window = _listed(qtbot, tmp_path)
    technical = "cannot be read: Expecting property name"
    found = untranslated(visible_texts(window), allowed=["ours", str(tmp_path)])
    assert [text for text in found if technical not in text] == []
