"""Every word about kept models can be translated."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.registry.comparing import compare_out_of_fold
from core.registry.registry import ModelRegistry
from core.training.out_of_fold import OUT_OF_FOLD_NAME, OutOfFoldAnswer, out_of_fold_json
from desktop_app import jobs
from desktop_app.models.comparison_dialog import ComparisonDialog
from desktop_app.models.models_dialog import ModelsDialog
from desktop_app.models.models_table import ModelsTable
from desktop_app.models.models_work import ModelList
from tests.pseudo_language import QT_WORDS, untranslated, visible_texts

MakePackage = Callable[..., Path]
CLASSES = ("Non-COVID-19", "COVID-19")
TERMS = (*CLASSES, *QT_WORDS, "AUC", "resnet50_cxr_v1", "ward")

pytestmark = pytest.mark.usefixtures("pseudo_language")


def test_the_list_with_a_damaged_model(qtbot: QtBot, tmp_path: Path, make_package: MakePackage) -> None:
    registry = ModelRegistry(tmp_path / "models")
    registry.activate(registry.add(make_package()))
    damaged = registry.add(make_package(run="run-2"))
    (damaged.directory / "card.json").write_text("{", encoding="utf-8")
    dialog = ModelsDialog(registry, lambda: "cpu")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.table_model.rowCount() == 3 and not jobs.active_jobs(), timeout=10_000)
    for row in range(3):
        dialog.table.selectRow(row)
        assert not untranslated(visible_texts(dialog), TERMS)
    dialog.close()


def test_a_comparison(qtbot: QtBot, make_package: MakePackage) -> None:
    answers = [OutOfFoldAnswer(f"{n:064x}", CLASSES[n % 2], n, (0.0, 2.0 * (n % 2) - 1)) for n in range(8)]
    folders = [make_package(run=run) for run in ("run-1", "run-2")]
    for folder in folders:
        (folder / OUT_OF_FOLD_NAME).write_text(out_of_fold_json(CLASSES, answers), encoding="utf-8")
    registry = ModelRegistry(folders[0].parent / "models")
    first, second = (registry.add(folder).load() for folder in folders)
    comparison = compare_out_of_fold(first, second)
    assert comparison is not None
    dialog = ComparisonDialog(comparison)
    qtbot.addWidget(dialog)
    assert not untranslated([*visible_texts(dialog), dialog.text], TERMS)


def test_days_are_written_as_the_person_writes_them(tmp_path: Path, make_package: MakePackage, turkish: None) -> None:
    version = ModelRegistry(tmp_path / "models").add(make_package())
    table = ModelsTable()
    table.show_models(ModelList((version,)))
    assert "23.11.2026" in [table.data(table.index(0, column)) for column in range(table.columnCount())]
