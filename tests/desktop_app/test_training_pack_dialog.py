import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from core.training_pack import find_training_pack
from desktop_app.jobs import active_jobs
from desktop_app.training_pack_dialog import TrainingPackDialog
from tests.pseudo_language import untranslated, visible_texts
from tests.training_packs import PlantedPack, write_pack


@pytest.fixture
def dialog(qtbot: QtBot) -> TrainingPackDialog:
    made = TrainingPackDialog()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def pack(tmp_path: Path) -> PlantedPack:
    return write_pack(tmp_path / "pack.zip")


def test_a_pack_is_taken_in_and_removed(
    qtbot: QtBot, dialog: TrainingPackDialog, pack: PlantedPack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    assert not dialog.remove.isEnabled()

    dialog.expected_hash.setText(f"{pack.sha256}  pack.zip")
    dialog.take_in(pack.path)
    qtbot.waitUntil(dialog.remove.isEnabled)

    found = find_training_pack()
    assert found is not None
    assert found.torch == pack.torch
    assert pack.torch in dialog.state.text()
    assert pack.torch in dialog.message_bar.text or "next start" in dialog.message_bar.text

    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: find_training_pack() is None)
    qtbot.waitUntil(lambda: not dialog.remove.isEnabled() and not active_jobs())


def test_another_file_than_the_published_one_is_refused(
    qtbot: QtBot, dialog: TrainingPackDialog, pack: PlantedPack
) -> None:
    dialog.expected_hash.setText("0" * 64)
    dialog.take_in(pack.path)
    qtbot.waitUntil(lambda: bool(dialog.message_bar.text))

    assert find_training_pack() is None


def test_what_is_no_checksum_is_said_before_anything_is_read(
    dialog: TrainingPackDialog, pack: PlantedPack, qtbot: QtBot
) -> None:
    dialog.expected_hash.setText("SHA256SUMS")
    dialog.take_in(pack.path)

    assert "64" in dialog.message_bar.text
    assert dialog.install.isEnabled()


def test_a_file_that_is_no_pack_is_named(qtbot: QtBot, dialog: TrainingPackDialog, tmp_path: Path) -> None:
    other = tmp_path / "holiday.zip"
    other.write_bytes(b"PK\x05\x06" + bytes(18))
    dialog.take_in(other)
    qtbot.waitUntil(lambda: "holiday.zip" in dialog.message_bar.text)


def test_a_window_that_closes_drops_a_pack_that_is_half_taken_in(
    qtbot: QtBot, dialog: TrainingPackDialog, tmp_path: Path
) -> None:
    big = write_pack(tmp_path / "big.zip", {f"site-packages/a/{number}.bin": bytes(200_000) for number in range(300)})
    dialog.take_in(big.path)
    dialog.close()
    qtbot.waitUntil(lambda: not dialog.cancel.isVisible() and not active_jobs())

    assert find_training_pack() is None


def test_torch_that_was_loaded_already_is_replaced_at_the_next_start(
    qtbot: QtBot, dialog: TrainingPackDialog, pack: PlantedPack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "torch", sys.modules["pytest"])
    dialog.take_in(pack.path)
    qtbot.waitUntil(lambda: "next start" in dialog.message_bar.text)


def test_every_string_is_translated(pseudo_language: None, qtbot: QtBot) -> None:
    made = TrainingPackDialog()
    qtbot.addWidget(made)

    assert untranslated(visible_texts(made)) == []
