"""Every word of the training windows can be translated."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.model.package import bundled_package
from core.training.dataset import LabelledDataset, LabelledImage
from core.training.disease_figures import DiseaseFigures, LungsProbes
from core.training.estimate import RunEstimate
from core.training.events import FoldStarted, StepsDone
from core.training.operating_point import operating_point
from core.training.plan import Depth, StartKind, StartPoint
from core.training.preview import Composites
from core.training.results import Estimate
from core.training.run_state import RunState
from core.training.wizard_flow import RunPhase, Step
from core.training.wizard_plan import plan_problems
from core.training.wizard_progress import RunProgress
from desktop_app.training_wizard.audit_page import AuditPage
from desktop_app.training_wizard.check_page import CheckPage
from desktop_app.training_wizard.controller import TrainingController
from desktop_app.training_wizard.folder_page import FolderPage
from desktop_app.training_wizard.look_page import LookPage
from desktop_app.training_wizard.picture_grid import NamedPicture
from desktop_app.training_wizard.plan_page import PlanPage
from desktop_app.training_wizard.result_controller import ResultController
from desktop_app.training_wizard.result_page import ResultPage
from desktop_app.training_wizard.result_work import RunRow
from desktop_app.training_wizard.run_page import RunPage
from desktop_app.training_wizard.runs_window import RunsWindow
from desktop_app.training_wizard.start_chooser import KeptVersion
from desktop_app.training_wizard.window import TrainingWindow
from desktop_app.training_wizard.work import DataPreview
from tests.desktop_app.training_wizard.run_examples import (
    CLASSES,
    PLAN,
    STARTED,
    epoch,
    run_result,
    run_summary,
)
from tests.desktop_app.training_wizard.test_audit_page import REPORT
from tests.pseudo_language import untranslated, visible_texts

# Names of data, devices and measures, what Qt itself says and translates, and the plots' menu, which is switched off.
TERMS = (
    *CLASSES,
    "north",
    "south",
    "ours",
    "ill",
    "well",
    "CPU",
    "float32",
    "AUC",
    "Scroll Left",
    "Scroll Right",
    "Export...",
    "Export",
)

pytestmark = pytest.mark.usefixtures("pseudo_language")


def untranslated_in(widget: QWidget, *data: str) -> list[str]:
    return untranslated(visible_texts(widget), allowed=(*TERMS, *data))


def test_the_folder(qtbot: QtBot) -> None:
    page = FolderPage(lambda: ["/films"])
    qtbot.addWidget(page)
    page.show_preview(DataPreview({"COVID-19": 1200, "Non-COVID-19": 3}, 2))
    assert not untranslated_in(page, "/films")
    page.show_path(None)
    page.show_reading()
    assert not untranslated_in(page, "/films")


def test_the_check(qtbot: QtBot) -> None:
    page = CheckPage()
    qtbot.addWidget(page)
    page.show_progress(3, 40)
    page._on_redraw_due()
    assert not untranslated_in(page)
    files = tuple((Path(f"/x/COVID-19/{number}.png"), Path(f"/x/COVID-19/{number}.dcm")) for number in range(1200))
    images = tuple(LabelledImage(group[0], "COVID-19", source=("north", None)[n % 2]) for n, group in enumerate(files))
    severities = ("BLOCKING", "WARNING", "INFO")
    findings: Any = tuple(
        SimpleNamespace(severity=SimpleNamespace(name=severity), sentence="north", remedy="south", files=files)
        for severity in severities
    )
    check: Any = SimpleNamespace(
        dataset=LabelledDataset(Path("/x"), CLASSES, images),
        findings=findings,
        duplicate_groups=((0, 1),),
        can_train=False,
    )
    page.show_check(check)
    assert not untranslated_in(page, "/x", "png", "dcm")
    page.show_check(SimpleNamespace(**{**vars(check), "findings": (), "can_train": True}))
    assert not untranslated_in(page, "/x", "png", "dcm")


def test_the_audit(qtbot: QtBot) -> None:
    page = AuditPage()
    qtbot.addWidget(page)
    page.show_progress(3, 40, "north")
    page._on_redraw_due()
    page.show_problem("north")
    assert not untranslated_in(page)
    page.show_report(REPORT)
    for row in range(len(REPORT.results)):
        page.table.setCurrentCell(row, 0)
        assert not untranslated_in(page)


def test_the_looks(qtbot: QtBot) -> None:
    page = LookPage()
    qtbot.addWidget(page)
    pixels = np.zeros((8, 8), dtype=np.uint8)
    pictures = (NamedPicture(pixels, "a.png", Path("/x/a.png")),)
    page.show_samples(dict.fromkeys(CLASSES, pictures), {"COVID-19": 7, "Non-COVID-19": 9})
    page.show_variants(pixels, [pixels] * 3)
    page.show_densities(bundled_package().card.reference_densities, "COVID-19")
    assert not untranslated_in(page, "a.png", "/x/")


def test_the_plan(qtbot: QtBot) -> None:
    page = PlanPage()
    qtbot.addWidget(page)
    page.show_versions((KeptVersion("ours 1", Path("/models/ours")),))
    page.show_plan(replace(PLAN, start=StartPoint(StartKind.PACKAGE, Path("/elsewhere")), against_shortcuts=True))
    wrong = replace(PLAN, name="", folds=40, batch_size=1, learning_rate=0.0, weight_decay=-1.0, positive_class="?")
    page.show_problems(plan_problems(wrong, 10, ()))
    page.show_estimate(RunEstimate({Depth.QUICK: 40.0, Depth.FULL: 9000.0}, Depth.QUICK))
    page.shortcuts.show_composites(Composites(*(np.zeros((8, 8), dtype=np.uint8) for _ in range(4))))
    assert not untranslated_in(page, "ours 1", "elsewhere")
    page.forget_estimate()
    page.shortcuts.show_composites(None)
    assert not untranslated_in(page, "ours 1", "elsewhere")


@pytest.mark.parametrize("phase", RunPhase)
def test_the_run(qtbot: QtBot, phase: RunPhase) -> None:
    page = RunPage()
    qtbot.addWidget(page)
    progress = RunProgress()
    started = replace(STARTED, device="CPU, 4 threads")
    for event in (started, FoldStarted(0, 20, 20), epoch(0, 0, 0.7), epoch(None, 1), StepsDone(0, 1, 5, 20, 8.0, 30)):
        progress = progress.after(event)
    page.show_phase(phase)
    page.show_progress(progress, phase)
    assert not untranslated_in(page)


def test_the_result(qtbot: QtBot, tmp_path: Path) -> None:
    page = ResultPage()
    qtbot.addWidget(page)
    result = run_result(run_summary(), tmp_path)
    hidden, whole = Estimate(0.93, 0.9, 0.95), Estimate(0.98, 0.96, 0.99)
    probes = LungsProbes(3, 60, 0, whole, hidden, Estimate(0.8, 0.7, 0.9), ())
    page.show_result(replace(result, disease=DiseaseFigures(probes=probes)))
    page.show_point(operating_point(result.summary, 0.3, 0.1))
    assert not untranslated_in(page)
    page.show_result(replace(result, model_threshold=0.3))
    assert not untranslated_in(page)


def test_the_list_of_runs(qtbot: QtBot, tmp_path: Path) -> None:
    window = RunsWindow(tmp_path)
    qtbot.addWidget(window)
    folder = tmp_path / "run"
    window.show_rows(tuple(RunRow(folder, "ours", state, "2026-01-01 10:00", 44, "", "", "") for state in RunState))
    assert not untranslated_in(window, str(folder), str(tmp_path))


def test_the_window_and_its_steps(qtbot: QtBot, tmp_path: Path) -> None:
    controller = TrainingController(tmp_path, None)
    window = TrainingWindow(controller, ResultController(), list)
    qtbot.addWidget(window)
    assert not untranslated_in(window)
    images = tuple(LabelledImage(Path(f"/x/{number}.png"), "COVID-19") for number in range(12))
    run: Any = SimpleNamespace(path=tmp_path, plan=PLAN, dataset=LabelledDataset(Path("/x"), CLASSES, images))
    controller.open_run(run, RunPhase.STOPPED)
    assert controller.state.step is Step.RUN
    assert "ours" in window.windowTitle()
    assert not untranslated_in(window)
    controller.stop()


def test_classes_are_called_as_their_folders_are(qtbot: QtBot, turkish: None) -> None:
    page = LookPage()
    qtbot.addWidget(page)
    page.show_densities(bundled_package().card.reference_densities, "COVID-19")
    names = [label.text for _, label in page.densities._legend.items]
    assert names
    assert {name.partition(" (")[0] for name in names} == {"COVID-19", "Non-COVID-19"}
