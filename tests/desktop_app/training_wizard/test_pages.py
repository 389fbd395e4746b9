"""The pages by themselves: what they show, and what they ask for."""

import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.error_wording import ErrorMessage
from core.jobs import JobContext
from core.training.card_sentences import limits_of
from core.training.dataset import LabelledDataset, LabelledImage
from core.training.disease_figures import DiseaseFigures, LungsProbes
from core.training.events import FoldFinished, FoldStarted, RunPaused, StepsDone
from core.training.operating_point import operating_point
from core.training.plan import Augmentation, Depth, StartKind, StartPoint, TrainingPlan, Variation
from core.training.results import CrossValidationSummary, Estimate
from core.training.run_state import RunState
from core.training.statements import reservations
from core.training.summary import summarise_folds
from core.training.wizard_flow import RunPhase
from core.training.wizard_plan import FieldProblem
from core.training.wizard_progress import RunProgress
from desktop_app.newest_job import NewestJob
from desktop_app.theme import Theme, colours
from desktop_app.training_wizard.augmentation_panel import AugmentationPanel
from desktop_app.training_wizard.check_page import CheckPage
from desktop_app.training_wizard.folder_page import FolderPage
from desktop_app.training_wizard.look_page import LookPage
from desktop_app.training_wizard.picture_grid import NamedPicture
from desktop_app.training_wizard.plan_page import PlanPage
from desktop_app.training_wizard.result_controller import ResultController
from desktop_app.training_wizard.result_page import ResultPage
from desktop_app.training_wizard.result_work import RunResult, RunRow
from desktop_app.training_wizard.run_page import RunPage
from desktop_app.training_wizard.run_supervisor import RunSupervisor
from desktop_app.training_wizard.runs_window import RunsWindow
from desktop_app.training_wizard.words import share_words
from desktop_app.training_wizard.work import DataPreview
from tests.desktop_app.training_wizard.run_examples import CLASSES, PLAN, STARTED, epoch, run_result, run_summary


def texts(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if not label.isHidden())


def press(page: QWidget, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None
    button.click()


def test_dropped_folder_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    page = FolderPage(lambda: ["/a/b"])
    qtbot.addWidget(page)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    with qtbot.waitSignal(page.path_chosen) as chosen:
        copy, left, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(page, QDragEnterEvent(QPoint(5, 5), copy, data, left, keys))
        QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), copy, data, left, keys))
    assert chosen.args == [tmp_path]


def test_folder_page_names_classes_and_problems(qtbot: QtBot) -> None:
    page = FolderPage(lambda: ["/a/b"])
    qtbot.addWidget(page)
    page.show_preview(DataPreview({"COVID-19": 1200, "Non-COVID-19": 3}, 2))
    assert "1,203 images in 2 classes, from 2 sources" in texts(page)
    assert "1,200  COVID-19" in texts(page)
    page.show_problem(ErrorMessage("It holds no image.", "Choose another."))
    assert "It holds no image. Choose another." in texts(page)
    with qtbot.waitSignal(page.path_chosen) as chosen:
        page.recent.itemActivated.emit(page.recent.item(0))
    assert chosen.args == [Path("/a/b")]


def finding(severity: str, sentence: str, *files: tuple[Path, ...]) -> Any:
    return SimpleNamespace(severity=SimpleNamespace(name=severity), sentence=sentence, remedy="Do so.", files=files)


def test_findings_are_listed_worst_first_and_open_their_files(qtbot: QtBot) -> None:
    page = CheckPage()
    qtbot.addWidget(page)
    a, b = Path("/x/COVID-19/a.png"), Path("/x/COVID-19/b.png")
    images = (LabelledImage(a, "COVID-19", source="north"), LabelledImage(b, "COVID-19", source="south"))
    check: Any = SimpleNamespace(
        dataset=LabelledDataset(Path("/x"), CLASSES, images),
        findings=(finding("INFO", "No patients."), finding("BLOCKING", "Duplicates.", (a, b))),
        duplicate_groups=((0, 1),),
        can_train=False,
    )
    page.show_check(check)
    assert page.findings_list.item(0).text() == "Must be mended: Duplicates."
    assert "1 finding must be mended" in texts(page)
    assert "Do so." in texts(page)
    assert [page.counts.item(0, column).text() for column in range(4)] == ["COVID-19", "1", "1", "2"]
    group = page.files.topLevelItem(0)
    with qtbot.waitSignal(page.file_opened) as opened:
        page.files.itemActivated.emit(group, 0)
    assert opened.args == [[a, b]]
    with qtbot.waitSignal(page.file_opened) as opened:
        page.files.itemActivated.emit(group.child(1), 0)
    assert opened.args == [[b]]


def test_check_page_shows_progress_and_can_be_cancelled(qtbot: QtBot) -> None:
    page = CheckPage()
    qtbot.addWidget(page)
    for done in range(1, 500):
        page.show_progress(done, 500)
    cancel = next(found for found in page.findChildren(QPushButton) if "Cance" in found.text())
    assert not cancel.isHidden()
    with qtbot.waitSignal(page.cancel_requested):
        cancel.click()
    page.show_problem("The check was stopped.")
    assert cancel.isHidden()
    assert "The check was stopped." in texts(page)


def test_sliders_and_numbers_make_the_augmentation(qtbot: QtBot) -> None:
    panel = AugmentationPanel()
    qtbot.addWidget(panel)
    assert panel.augmentation == Augmentation()
    changes: list[Augmentation] = []
    panel.augmentation_changed.connect(changes.append)
    panel.rows["rotation"].slider.setValue(25)
    assert changes[-1].rotation == Variation(True, 25.0)
    panel.rows["noise"].switch.setChecked(False)
    assert not changes[-1].noise.enabled
    panel.rows["gamma"].number.setValue(0.4)
    assert panel.rows["gamma"].slider.value() == 8
    panel.switch_all_off()
    assert not any(variation.enabled for variation in vars(changes[-1]).values())
    panel.reset()
    assert changes[-1] == Augmentation()


def test_look_page_shows_samples_variants_and_opens_files(qtbot: QtBot) -> None:
    page = LookPage()
    qtbot.addWidget(page)
    page.set_theme(colours(Theme.LIGHT))
    pixels = np.zeros((8, 8), dtype=np.uint8)
    pictures = (NamedPicture(pixels, "a.png", Path("/x/a.png")),)
    page.show_samples(dict.fromkeys(CLASSES, pictures), {"COVID-19": 7, "Non-COVID-19": 9})
    assert "COVID-19 (7 images)" in texts(page)
    with qtbot.waitSignal(page.file_opened) as opened:
        grid = page.grids["COVID-19"]
        grid.itemActivated.emit(grid.item(0))
    assert opened.args == [[Path("/x/a.png")]]
    page.show_variants(pixels, [pixels] * 5)
    assert page.augmentation.grid.count() == 6
    page.show_variants(pixels, [pixels] * 3)
    assert page.augmentation.grid.count() == 4


def test_plan_page_edits_every_field(qtbot: QtBot) -> None:
    page = PlanPage()
    qtbot.addWidget(page)
    page.show_plan(PLAN)
    plans: list[TrainingPlan] = []
    page.plan_changed.connect(plans.append)
    page.name.setText("ward-3")
    page.positive.setCurrentText("Non-COVID-19")
    page.depths[Depth.FULL].setChecked(True)
    page.folds.setValue(4)
    page.epochs.setValue(7)
    page.batch.setValue(16)
    page.rate.setText("0,001")
    page.seed.setValue(5)
    page.device.setCurrentIndex(1)
    page.refits.setChecked(False)
    assert plans[-1] == replace(
        PLAN, name="ward-3", positive_class="Non-COVID-19", depth=Depth.FULL, folds=4, epochs=7, batch_size=16,
        learning_rate=0.001, seed=5, device="cpu", refits=False,
    )  # fmt: skip
    page.rate.setText("fast")
    assert np.isnan(plans[-1].learning_rate)


def test_imagenet_asks_before_it_downloads(qtbot: QtBot) -> None:
    page = PlanPage()
    qtbot.addWidget(page)
    page.show_plan(PLAN)
    plans: list[TrainingPlan] = []
    page.plan_changed.connect(plans.append)
    page.start.combo.setCurrentText(next(t for r in range(9) if "ImageNet" in (t := page.start.combo.itemText(r))))
    assert plans[-1].start == StartPoint(StartKind.IMAGENET, None, may_download=False)
    assert not page.start.agreement.isHidden()
    page.start.agreement.setChecked(True)
    assert plans[-1].start.may_download


def test_wrong_entries_are_named_at_their_field(qtbot: QtBot) -> None:
    page = PlanPage()
    qtbot.addWidget(page)
    page.show_plan(PLAN)
    page.show_problems([FieldProblem("name", "Give it a name."), FieldProblem("seed", "A whole number.")])
    problem = page.findChild(QLabel, "problem_name")
    assert (problem.text(), problem.isHidden()) == ("Give it a name.", False)
    assert page.advanced.isChecked()
    page.show_problems([])
    assert problem.isHidden()


def test_curves_follow_the_events(qtbot: QtBot) -> None:
    page = RunPage()
    qtbot.addWidget(page)
    progress = RunProgress()
    for event in (STARTED, FoldStarted(0, 20, 20), epoch(0, 0, 0.7), epoch(0, 1, 0.8), StepsDone(0, 1, 5, 20, 8.0, 30)):
        progress = progress.after(event)
    page.show_progress(progress, RunPhase.RUNNING)
    loss, auc, accuracy = page.curves.lines
    assert list(auc[0].getData()[1]) == [0.7, 0.8]
    assert list(accuracy[0].getData()[0]) == [1, 2]
    assert 0 in loss
    assert "on CPU, float32" in page.facts.text()
    assert "30 s left" in page.facts.text()
    assert page.log.toPlainText().count("\n") == 3
    for event in (FoldFinished(0), FoldStarted(None, 40, 0), epoch(None, 0)):
        progress = progress.after(event)
    page.show_progress(progress, RunPhase.RUNNING)
    assert None in loss
    assert None not in auc
    assert page.log.toPlainText().count("\n") == 6
    page.clear()
    assert not auc
    assert not page.log.toPlainText()


def test_buttons_offer_what_can_be_done(qtbot: QtBot) -> None:
    page = RunPage()
    qtbot.addWidget(page)
    offered = {
        RunPhase.RUNNING: {"pause", "stop"},
        RunPhase.PAUSED: {"continue", "stop"},
        RunPhase.STOPPED: {"resume"},
        RunPhase.FAILED: {"resume"},
        RunPhase.STOPPING: set(),
        RunPhase.FINISHED: set(),
    }
    for phase, names in offered.items():
        page.show_phase(phase)
        assert {found.objectName() for found in page.findChildren(QPushButton) if not found.isHidden()} == names
    page.show_progress(RunProgress().after(STARTED), RunPhase.PAUSED)
    assert page.state.text() == "Pausing after the current step."
    page.show_progress(RunProgress().after(STARTED).after(RunPaused()), RunPhase.PAUSED)
    assert page.state.text() == "Paused."


def test_pages_hear_of_progress_a_few_times_a_second(qtbot: QtBot) -> None:
    supervisor = RunSupervisor()
    told: list[RunProgress] = []
    supervisor.progress_changed.connect(told.append)
    for step in range(300):
        supervisor.take_event(StepsDone(0, 0, step, 300, 10.0, None))
    assert not told
    qtbot.waitUntil(lambda: bool(told), timeout=2000)
    assert len(told) == 1


@pytest.fixture(scope="module")
def summary() -> CrossValidationSummary:
    return run_summary()


@pytest.fixture
def result(summary: CrossValidationSummary, tmp_path: Path) -> RunResult:
    return run_result(summary, tmp_path)


def test_cells_of_the_confusion_matrix_open_their_cases(qtbot: QtBot, result: RunResult) -> None:
    page = ResultPage()
    qtbot.addWidget(page)
    page.set_theme(colours(Theme.DARK))
    page.show_result(result)
    for (row, column), cell in page.confusion.cells.items():
        count = int(result.summary.confusion[row, column])
        assert cell.text() == str(count)
        if not count:
            continue
        with qtbot.waitSignal(page.cases_opened) as opened:
            cell.click()
        names = {prediction.image.path: prediction.image.label for prediction in result.summary.predictions}
        assert len(opened.args[0]) == count
        assert {names[path] for path in opened.args[0]} == {CLASSES[row]}


def test_limits_stand_above_the_figures(qtbot: QtBot, result: RunResult) -> None:
    page = ResultPage()
    qtbot.addWidget(page)
    page.show_result(result)
    assert page.limits.text() == result.limits.sentence
    assert "of 60 images right when held out" in page.headline.text()
    rows = [page.table.item(row, 0).text() for row in range(page.table.rowCount())]
    assert rows[0] == "all images"
    assert {"fold 1", "fold 2", "fold 3", "source north", "source south"} <= set(rows)
    assert len(page.plots.roc.getPlotItem().listDataItems()) == 5  # chance, three folds, pooled


def test_what_speaks_against_the_model_stands_out(qtbot: QtBot, result: RunResult) -> None:
    hidden, whole = Estimate(0.93, 0.9, 0.95), Estimate(0.98, 0.96, 0.99)
    probes = LungsProbes(3, 60, 0, whole, hidden, Estimate(0.8, 0.7, 0.9), ())
    page = ResultPage()
    qtbot.addWidget(page)
    page.show_result(replace(result, disease=DiseaseFigures(probes=probes)))
    page.set_theme(colours(Theme.LIGHT))
    rows = {page.disease.item(row, 0).text(): row for row in range(page.disease.rowCount())}
    row = rows["Lungs hidden"]
    assert page.disease.item(row, 1).text() == "AUC 0.930 (0.900 to 0.950)"
    assert page.disease.item(row, 1).font().bold()
    assert page.disease.item(row, 2).foreground().color().name() == colours(Theme.LIGHT).warning
    assert not page.disease.item(rows["Picture as it is"], 1).font().bold()
    page.show_result(result)
    assert "older version" in page.disease.item(1, 2).text()


def test_threshold_tells_its_consequences(qtbot: QtBot, result: RunResult) -> None:
    page = ResultPage()
    qtbot.addWidget(page)
    asked: list[tuple[float, float]] = []
    page.point_requested.connect(lambda threshold, prevalence: asked.append((threshold, prevalence)))
    page.show_result(result)
    assert asked == [(0.5, 0.05)]
    page.threshold.slider.setValue(300)
    page.threshold.prevalence.setValue(10)
    assert asked[-2:] == [(0.3, 0.05), (0.3, 0.1)]
    page.show_point(operating_point(result.summary, 0.3, 0.1))
    found, missed = page.threshold.people["found"].text(), page.threshold.people["missed"].text()
    assert float(found.split()[0]) + float(missed.split()[0]) == pytest.approx(100)
    page.threshold.best_requested.emit()
    assert asked[-1] == (0.41237, 0.1), "exactly, though the number shows fewer decimals"


def test_the_chosen_threshold_is_what_the_buttons_ask_for(
    qtbot: QtBot, result: RunResult, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ResultPage()
    qtbot.addWidget(page)
    page.show_result(result)
    assert "“COVID-19” from a probability of 0.50 on" in page.decides.text()
    assert "That is the default" in page.decides.text()
    page.threshold.best_requested.emit()
    assert page.decides.text().startswith("Judging the images at 0.412")
    with qtbot.waitSignal(page.use_requested) as used:
        page.use.click()
    assert used.args == [0.41237]
    with qtbot.waitSignal(page.comparison_requested) as compared:
        page.compare.click()
    assert compared.args == [0.41237]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "d"), ""))
    with qtbot.waitSignal(page.dossier_requested) as saved:
        page.save.click()
    assert saved.args == [tmp_path / "d.pdf", 0.41237]


def test_figures_follow_the_chosen_threshold(qtbot: QtBot, result: RunResult) -> None:
    page, controller = ResultPage(), ResultController()
    qtbot.addWidget(page)
    page.point_requested.connect(controller.work_out_point)
    controller.figures_ready.connect(page.show_figures)
    controller.result = result
    page.show_result(result)
    with qtbot.waitSignal(controller.figures_ready):
        page.threshold.slider.setValue(200)
    chosen = summarise_folds(result.summary.predictions, CLASSES, "COVID-19", 0.2)
    assert (chosen.confusion != result.summary.confusion).any()
    assert [[int(page.confusion.cells[row, column].text()) for column in (0, 1)] for row in (0, 1)] == (
        chosen.confusion.tolist()
    )
    assert page.table.item(0, 4).text().replace("\n", " ") == share_words(chosen.pooled.sensitivity)
    assert page.limits.text() == limits_of(chosen, result.run.dataset).sentence
    assert "from a probability of 0.20 on" in page.decides.text()
    assert "flatters" in page.decides.text()
    assert "The threshold was chosen on these same images" in page.limit_list.text()
    with qtbot.waitSignal(controller.figures_ready):
        page.threshold.slider.setValue(500)
    assert "That is the default" in page.decides.text()


def test_limits_page_says_every_statement_once(qtbot: QtBot, result: RunResult) -> None:
    images = tuple(
        replace(image, source=f"clinic of the {image.label}") for image in (p.image for p in result.summary.predictions)
    )
    predictions = [
        replace(prediction, image=image) for prediction, image in zip(result.summary.predictions, images, strict=True)
    ]
    dataset = LabelledDataset(Path("/x"), CLASSES, images)
    summary = summarise_folds(predictions, CLASSES, "COVID-19")
    page = ResultPage()
    qtbot.addWidget(page)
    page.show_result(replace(result, statements=reservations(summary, result.provenance, dataset)))
    sentences = page.limit_list.text().split("\n\n")
    assert len(sentences) == len(set(sentences))
    assert page.limit_list.text().count("class and source are confounded") == 1
    assert page.limit_list.text().count("No source holds more than one class") == 1


def test_run_without_model_cannot_be_used(qtbot: QtBot, result: RunResult) -> None:
    page = ResultPage()
    qtbot.addWidget(page)
    shutil.rmtree(result.run.model_folder)
    page.show_result(result)
    assert not page.use.isEnabled()
    assert page.save.isEnabled()
    page.set_busy(True)
    assert not page.save.isEnabled()
    page.set_busy(False)
    assert not page.use.isEnabled()


def test_runs_can_be_opened_resumed_and_removed(qtbot: QtBot, tmp_path: Path) -> None:
    window = RunsWindow(tmp_path)
    qtbot.addWidget(window)
    rows = tuple(
        RunRow(tmp_path / state, state, RunState(state), "2026-01-01 10:00", 44, "quick, 5 folds", "", "")
        for state in ("finished", "stopped", "running", "prepared")
    )
    window.show_rows(rows)
    offered = []
    for number in range(4):
        window.table.selectRow(number)
        offered.append((window.open.isEnabled(), window.resume.isEnabled(), window.remove.isEnabled()))
    assert offered == [(True, False, True), (True, True, True), (True, False, False), (False, True, True)]
    window.table.selectRow(1)
    with qtbot.waitSignal(window.resume_requested) as resumed:
        press(window, "resume")
    assert resumed.args == [tmp_path / "stopped"]


def test_only_the_newest_work_is_told(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    newest = NewestJob(owner, 5)
    results: list[object] = []
    newest.succeeded.connect(results.append)

    def work(number: int) -> Any:
        def compute(context: JobContext[Any]) -> int:
            context.raise_if_cancelled()
            return number

        return compute

    for number in range(20):
        newest.request(work(number))
    with qtbot.waitSignal(newest.finished):
        pass
    assert results == [19]
    assert not newest.is_busy
