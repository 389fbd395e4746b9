"""The list of models does what its buttons say, in the background, and the window answers with the activated one."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from core.model.classifier import Classifier
from core.record.entry import EntryKind
from core.record.journal import Journal
from core.registry.registry import ModelRegistry, user_registry
from core.registry.version import ModelVersion
from core.training.out_of_fold import OUT_OF_FOLD_NAME, OutOfFoldAnswer, out_of_fold_json
from desktop_app import jobs
from desktop_app.application import Workstation
from desktop_app.models.comparison_dialog import ComparisonDialog
from desktop_app.models.models_dialog import ModelsDialog

MakePackage = Callable[..., Path]


@pytest.fixture
def registry(tmp_path: Path, make_package: MakePackage) -> ModelRegistry:
    """The bundled model and `ward 1`, which is active."""
    made = ModelRegistry(tmp_path / "models")
    made.activate(made.add(make_package()))
    return made


@pytest.fixture
def dialog(qtbot: QtBot, registry: ModelRegistry) -> Iterator[ModelsDialog]:
    made = ModelsDialog(registry, lambda: "cpu")
    qtbot.addWidget(made)
    made.show()
    settle(qtbot, made)
    yield made
    made.close()
    qtbot.waitUntil(lambda: not jobs.active_jobs(), timeout=10_000)


def settle(qtbot: QtBot, dialog: ModelsDialog) -> None:
    """Wait until nothing goes on any more, nor is about to."""
    qtbot.wait(10)
    qtbot.waitUntil(lambda: dialog.roll_back_button.isEnabled() and not jobs.active_jobs(), timeout=10_000)
    qtbot.wait(10)
    qtbot.waitUntil(lambda: dialog.roll_back_button.isEnabled() and not jobs.active_jobs(), timeout=10_000)


def select(dialog: ModelsDialog, address: str) -> None:
    row = dialog.table_model.row_of(address)
    assert row is not None
    dialog.table.selectRow(row)


def shown(dialog: ModelsDialog, row: int) -> list[str]:
    model = dialog.table_model
    return [str(model.data(model.index(row, column))) for column in range(model.columnCount())]


def test_models_are_listed_and_the_active_one_is_selected(dialog: ModelsDialog) -> None:
    assert isinstance(dialog.selected, ModelVersion)
    assert dialog.selected.address == "ward@1"
    assert shown(dialog, 0)[1] == "resnet50_cxr_v1 1.1.0 (bundled)"
    assert shown(dialog, 1)[:4] == ["\N{CHECK MARK}", "ward 1", "2026-11-23", "0.911"]
    assert "Trained on 15,292 images" in dialog.description.text()
    assert not dialog.activate_button.isEnabled()
    assert not dialog.remove_button.isEnabled()
    assert not dialog.dossier_button.isEnabled()


def test_activating_and_rolling_back(qtbot: QtBot, dialog: ModelsDialog, registry: ModelRegistry) -> None:
    select(dialog, "bundled")
    with qtbot.waitSignal(dialog.model_activated, timeout=10_000) as told:
        qtbot.mouseClick(dialog.activate_button, Qt.MouseButton.LeftButton)
    settle(qtbot, dialog)
    assert told.args[0].is_bundled
    assert registry.active_version().is_bundled
    assert "answers from now on" in dialog.message_bar.text

    with qtbot.waitSignal(dialog.model_activated, timeout=10_000):
        qtbot.mouseClick(dialog.roll_back_button, Qt.MouseButton.LeftButton)
    settle(qtbot, dialog)
    assert registry.active_version().address == "ward@1"
    assert shown(dialog, 1)[0] == "\N{CHECK MARK}"


def test_a_model_is_exported_removed_and_imported(
    qtbot: QtBot, dialog: ModelsDialog, registry: ModelRegistry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry.activate(registry.bundled)
    dialog.refresh()
    settle(qtbot, dialog)
    select(dialog, "ward@1")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "carried"), ""))
    dialog.choose_export_file()
    settle(qtbot, dialog)
    assert (tmp_path / "carried.hilum-model").is_file()

    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
    dialog.ask_to_remove()
    assert len(registry.versions()) == 2
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    dialog.ask_to_remove()
    settle(qtbot, dialog)
    assert len(registry.versions()) == 1
    assert dialog.table_model.rowCount() == 1

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "carried.hilum-model"), ""))
    dialog.choose_import_file()
    settle(qtbot, dialog)
    assert isinstance(dialog.selected, ModelVersion)
    assert dialog.selected.address == "ward@1"
    assert registry.active_version().is_bundled


def test_a_file_that_is_no_model_is_a_sentence(
    qtbot: QtBot, dialog: ModelsDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "strange").write_bytes(b"strange")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "strange"), ""))
    dialog.choose_import_file()
    settle(qtbot, dialog)

    assert "no model that can be taken in" in dialog.message_bar.text
    assert dialog.table_model.rowCount() == 2


def test_comparing_uses_what_both_kept_or_asks_for_images(
    qtbot: QtBot,
    dialog: ModelsDialog,
    registry: ModelRegistry,
    make_package: MakePackage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: asked.append(True) or "")
    select(dialog, "bundled")
    dialog.compare()
    settle(qtbot, dialog)
    assert asked == [True]

    classes = ("Non-COVID-19", "COVID-19")
    answers = [OutOfFoldAnswer(f"{n:064x}", classes[n % 2], n, (0.0, 2.0 * (n % 2) - 1)) for n in range(8)]
    other = make_package(run="run-2")
    for folder in (other, registry.active_version().directory):
        (folder / OUT_OF_FOLD_NAME).write_text(out_of_fold_json(classes, answers), encoding="utf-8")
    registry.add(other)
    dialog.refresh()
    settle(qtbot, dialog)
    select(dialog, "ward@2")
    dialog.compare()
    settle(qtbot, dialog)
    (found,) = dialog.findChildren(ComparisonDialog)
    assert "8 images in 8 independent groups" in found.text
    assert asked == [True]
    found.close()


def test_a_damaged_active_model_is_said(qtbot: QtBot, dialog: ModelsDialog, registry: ModelRegistry) -> None:
    (registry.active_version().directory / "card.json").write_text("{", encoding="utf-8")
    dialog.refresh()
    settle(qtbot, dialog)

    assert "cannot be used" in dialog.message_bar.text
    assert shown(dialog, 1)[1:4] == ["ward@1", "", "damaged"]
    select(dialog, "bundled")
    assert dialog.activate_button.isEnabled(), "there is a way out"


def test_every_button_says_what_it_does_and_works_by_keyboard(dialog: ModelsDialog) -> None:
    mnemonics = set()
    buttons = (
        dialog.activate_button,
        dialog.roll_back_button,
        dialog.compare_button,
        dialog.dossier_button,
        dialog.export_button,
        dialog.import_button,
        dialog.remove_button,
    )
    for button in buttons:
        assert isinstance(button, QPushButton)
        assert button.toolTip()
        mnemonics.add(button.text().partition("&")[2][:1].lower())
    assert len(mnemonics) == len(buttons)
    assert dialog.table.accessibleName() == "Models"


def test_the_window_answers_with_the_activated_model(
    qtbot: QtBot,
    workstation: Workstation,
    make_package: MakePackage,
    jpeg_scans: list[Path],
    pretend_classifier: Classifier,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "core.screening.screener.load_classifier", lambda package, _device: replace(pretend_classifier, package=package)
    )
    controller, runner = workstation.controller, workstation.runner
    controller.open_paths(jpeg_scans[:2])
    qtbot.waitUntil(lambda: all(entry.result for entry in controller.session) and len(controller.session) == 2)
    registry = user_registry()
    version = registry.add(make_package())
    registry.activate(version)

    with qtbot.waitSignal(runner.model_ready, timeout=10_000):
        workstation.models.dialog.model_activated.emit(version)

    assert runner.screener is not None
    assert runner.screener.classifier.package.identity.version == "1"
    shown_result = workstation.window.shown_result
    assert shown_result is not None
    assert shown_result.model.name == "resnet50_cxr_v1", "the answer stays that of the model it is from"
    assert "until they are classified again" in workstation.window.message_bar.text
    controller.classify_all()
    qtbot.waitUntil(
        lambda: all(entry.result is not None and entry.result.model.name == "ward" for entry in controller.session),
        timeout=10_000,
    )


def test_who_changes_models_is_recorded(qtbot: QtBot, tmp_path: Path, make_package: MakePackage) -> None:
    journal = Journal(tmp_path / "record" / "journal.sqlite3")
    registry = ModelRegistry(tmp_path / "models", journal)
    registry.activate(registry.add(make_package()))
    dialog = ModelsDialog(registry, lambda: "cpu")
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot, dialog)
    dialog.set_person("AB")
    dialog.roll_back_button.click()
    settle(qtbot, dialog)
    entry = journal.last(EntryKind.ACTIVATION)
    assert entry is not None
    assert (entry.person, entry.content["rolled_back"]) == ("AB", True)
    dialog.close()
    qtbot.waitUntil(lambda: not jobs.active_jobs(), timeout=10_000)
