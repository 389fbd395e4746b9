"""The training window: steps on the left, the page in the middle, back and next below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from core.language import mark, tr
from core.number_format import tr_count
from core.screening.result import RESEARCH_USE_NOTICE
from core.training.wizard_flow import RunPhase, Step, WizardState
from desktop_app.error_messages import MessageBar
from desktop_app.jobs import start_job
from desktop_app.page_parts import button, heading, sentence
from desktop_app.training_wizard.audit_page import AuditPage
from desktop_app.training_wizard.check_page import CheckPage
from desktop_app.training_wizard.controller import TrainingController
from desktop_app.training_wizard.folder_page import FolderPage
from desktop_app.training_wizard.look_page import LookPage
from desktop_app.training_wizard.plan_page import PlanPage
from desktop_app.training_wizard.result_controller import ResultController
from desktop_app.training_wizard.result_page import ResultPage
from desktop_app.training_wizard.result_work import versions_work
from desktop_app.training_wizard.run_page import RunPage
from desktop_app.training_wizard.step_list import TITLES, StepList
from desktop_app.training_wizard.words import count_of_folds, depth_words

if TYPE_CHECKING:
    from core.error_wording import ErrorMessage
    from core.training.audit_report import AuditReport
    from core.training.check import DatasetCheck
    from core.training.preview_process import CompositesDrawn, PreviewDrawn
    from core.training.run_folder import RunFolder
    from desktop_app.theme import ThemeColours
    from desktop_app.training_wizard.work import DataPreview

_HEADINGS = {
    Step.FOLDER: mark("Which images shall the model learn from?"),
    Step.CHECK: mark("Are the images fit to learn from?"),
    Step.AUDIT: mark("Does anything but the disease give the answer away?"),
    Step.LOOK: mark("What do they look like?"),
    Step.PLAN: mark("What shall be trained?"),
    Step.RUN: mark("Training"),
    Step.RESULT: mark("How good is it?"),
}


class TrainingWindow(QWidget):
    """Shows the controller's state. Closing it hides it: the training goes on, and the window comes back as it was."""

    files_opened = Signal(object)
    """Paths to show in the viewer."""
    runs_requested = Signal()

    def __init__(
        self, controller: TrainingController, results: ResultController, recent_source: Callable[[], Sequence[str]]
    ) -> None:
        super().__init__()
        self.setObjectName("trainingWindow")
        self.controller = controller
        self.results = results
        self.steps = StepList()
        self.folder_page = FolderPage(recent_source)
        self.check_page = CheckPage()
        self.audit_page = AuditPage()
        self.look_page = LookPage()
        self.plan_page = PlanPage()
        self.run_page = RunPage()
        self.result_page = ResultPage()
        self.message_bar = MessageBar()
        self._heading = heading("")
        self._reason = sentence("", "muted")
        self.back = button(tr("&Back"), tr("Go to the page before"), self.go_back, "back")
        self.next = button(tr("&Next"), tr("Go to the next page"), self.go_next, "next")
        self.stack = QStackedWidget()
        self._pages: dict[Step, QWidget] = {
            Step.FOLDER: self.folder_page,
            Step.CHECK: self.check_page,
            Step.AUDIT: self.audit_page,
            Step.LOOK: self.look_page,
            Step.PLAN: self.plan_page,
            Step.RUN: self.run_page,
            Step.RESULT: self.result_page,
        }
        self._lay_out()
        self._connect()
        self._on_state_changed(controller.state)
        self._take_size()

    def set_theme(self, theme: ThemeColours) -> None:
        """Hand the theme's colours to every page that paints itself."""
        for page in (self.check_page, self.audit_page, self.look_page, self.run_page, self.result_page):
            page.set_theme(theme)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        """Go out of sight only; the controller goes on."""
        event.ignore()
        self.hide()

    def stop(self) -> None:
        """The program ends."""
        self.hide()
        self.controller.stop()
        self.results.stop()

    @Slot()
    def go_back(self) -> None:
        """Go to the nearest page before."""
        step = self.controller.state.previous_step
        if step is not None:
            self.controller.go_to(step)

    @Slot()
    def go_next(self) -> None:
        """Go to the next page; from the plan, start training."""
        state = self.controller.state
        if state.step is Step.PLAN and not state.phase.is_active:
            self.controller.start_run()
        elif state.next_step is not None:
            self.controller.go_to(state.next_step)

    def _take_size(self) -> None:
        """As large as is comfortable, and never larger than the screen."""
        available = self.screen().availableGeometry()
        self.setMinimumSize(min(720, available.width()), min(440, available.height()))
        self.resize(min(1180, round(available.width() * 0.95)), min(780, round(available.height() * 0.9)))

    def _lay_out(self) -> None:
        for page in self._pages.values():
            self.stack.addWidget(page)
        notice = QLabel(tr(RESEARCH_USE_NOTICE))
        notice.setObjectName("researchUseBanner")
        notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        notice.setAccessibleName(tr(RESEARCH_USE_NOTICE))
        footer = QHBoxLayout()
        footer.addWidget(self._reason, 1)
        footer.addWidget(self.back)
        footer.addWidget(self.next)
        right = QVBoxLayout()
        right.addWidget(self._heading)
        right.addWidget(self.stack, 1)
        right.addLayout(footer)
        middle = QHBoxLayout()
        middle.setContentsMargins(10, 6, 12, 10)
        middle.setSpacing(14)
        middle.addWidget(self.steps)
        middle.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(notice)
        layout.addWidget(self.message_bar)
        layout.addLayout(middle, 1)

    def _connect(self) -> None:
        controller, results = self.controller, self.results
        self.steps.step_chosen.connect(self._on_step_chosen)
        controller.state_changed.connect(self._on_state_changed)
        controller.problem_met.connect(self.message_bar.show_error)
        results.problem_met.connect(self.message_bar.show_error)
        results.note_made.connect(self.message_bar.show_note)
        self._connect_data_pages()
        self._connect_run_pages()

    def _connect_data_pages(self) -> None:
        controller = self.controller
        self.folder_page.path_chosen.connect(controller.choose_path)
        self.folder_page.runs_requested.connect(self.runs_requested)
        controller.data_previewed.connect(self._on_data_previewed)
        controller.data_unreadable.connect(self._on_data_unreadable)
        self.check_page.cancel_requested.connect(controller.cancel_check)
        self.check_page.check_requested.connect(controller.start_check)
        self.check_page.file_opened.connect(self.files_opened)
        controller.check_progressed.connect(self.check_page.show_progress)
        controller.check_ended.connect(self._on_check_ended)
        controller.check_failed.connect(self.check_page.show_problem)
        self._connect_audit_page()
        self._connect_look_page()
        self.plan_page.plan_changed.connect(controller.set_plan)
        self.plan_page.estimate_requested.connect(controller.measure)
        controller.estimate_began.connect(self.plan_page.show_measuring)
        controller.estimate_measured.connect(self.plan_page.show_estimate)
        controller.estimate_failed.connect(self.plan_page.show_estimate_problem)
        shortcuts = self.plan_page.shortcuts
        shortcuts.other_images_requested.connect(controller.look.draw_other_composites)
        controller.look.composites_drawn.connect(self._on_composites)
        controller.look.variants_failed.connect(shortcuts.show_problem)

    def _connect_audit_page(self) -> None:
        audit, page = self.controller.audit, self.audit_page
        page.cancel_requested.connect(audit.cancel)
        page.audit_requested.connect(audit.start)
        audit.progressed.connect(page.show_progress)
        audit.ended.connect(self._on_audit_ended)
        audit.failed.connect(page.show_problem)

    def _connect_look_page(self) -> None:
        look, augmentation, page = self.controller.look, self.look_page.augmentation, self.look_page
        page.file_opened.connect(self.files_opened)
        page.other_samples_requested.connect(look.draw_other_samples)
        look.samples_drawn.connect(page.show_samples)
        look.densities_computed.connect(self._on_densities)
        augmentation.augmentation_changed.connect(self.controller.set_augmentation)
        augmentation.redraw_requested.connect(look.draw_other_variants)
        augmentation.other_image_requested.connect(look.draw_other_image)
        look.variants_drawn.connect(self._on_variants)
        look.variants_failed.connect(augmentation.show_problem)

    def _connect_run_pages(self) -> None:
        controller, results, page = self.controller, self.results, self.result_page
        supervisor = controller.supervisor
        self.run_page.pause_requested.connect(supervisor.pause)
        self.run_page.continue_requested.connect(supervisor.go_on)
        self.run_page.stop_requested.connect(supervisor.stop)
        self.run_page.resume_requested.connect(controller.resume_run)
        supervisor.progress_changed.connect(self._on_progress)
        supervisor.failed.connect(self.run_page.show_problem)
        controller.run_opened.connect(self._on_run_opened)
        results.result_ready.connect(page.show_result)
        results.result_missing.connect(page.show_waiting)
        results.figures_ready.connect(page.show_figures)
        results.point_ready.connect(page.show_point)
        results.comparison_ready.connect(page.show_comparison)
        results.busy_changed.connect(page.set_busy)
        page.cases_opened.connect(self.files_opened)
        page.use_requested.connect(results.use_model)
        page.dossier_requested.connect(results.save_dossier)
        page.comparison_requested.connect(results.compare)
        page.folder_requested.connect(results.open_folder)
        page.point_requested.connect(results.work_out_point)

    @Slot(object)
    def _on_step_chosen(self, step: Step) -> None:
        self.controller.go_to(step)
        # Where it could not be entered the mark goes back.
        self.steps.show_state(self.controller.state)

    @Slot(object)
    def _on_state_changed(self, state: WizardState) -> None:
        page = self._pages[state.step]
        if self.stack.currentWidget() is not page:
            self.message_bar.dismiss()
            self.stack.setCurrentWidget(page)
            if state.step is Step.PLAN:
                start_job(versions_work(), self).succeeded.connect(self.plan_page.show_versions)
        self.steps.show_state(state)
        self._heading.setText(tr(_HEADINGS[state.step]))
        self.folder_page.show_path(state.path)
        if state.path is None:
            self.check_page.show_nothing()
        if state.audit is None and not state.is_auditing and not state.audit_problem:
            self.audit_page.show_nothing()
        if state.plan is not None:
            self.plan_page.show_plan(state.plan)
            self.plan_page.show_problems(state.plan_problems)
        self.plan_page.setEnabled(not state.phase.is_active)
        self.run_page.show_phase(state.phase)
        if state.phase is RunPhase.FINISHED and self.controller.run is not None:
            self.results.show_run(self.controller.run)
        self._show_footer(state)
        self._tell_title(state)

    def _show_footer(self, state: WizardState) -> None:
        self.back.setEnabled(state.previous_step is not None)
        step = state.next_step
        starts = state.step is Step.PLAN and not state.phase.is_active
        reason = state.why_not_start if starts else state.why_not(step) if step is not None else ""
        self.next.setVisible(step is not None)
        self.next.setText(tr("&Start training") if starts else tr("&Next"))
        self.next.setToolTip(reason or (tr("Start training") if starts else tr("Go to the next page")))
        self.next.setEnabled(not reason)
        # Of the first page's own emptiness nothing need be said.
        self._reason.setText("" if state.step is Step.FOLDER and state.path is None else reason)

    def _tell_title(self, state: WizardState) -> None:
        run = self.controller.run
        task = tr("Train a model")
        if run is not None and state.phase is not RunPhase.NONE:
            task = tr("Train a model: {name}").format(name=run.plan.name)
        title = tr("{task} \N{EN DASH} {page} \N{EN DASH} Hilum")
        self.setWindowTitle(title.format(task=task, page=tr(TITLES[state.step])))

    @Slot(object)
    def _on_data_previewed(self, preview: DataPreview) -> None:
        self.folder_page.show_preview(preview)

    @Slot(object)
    def _on_data_unreadable(self, message: ErrorMessage) -> None:
        self.folder_page.show_problem(message)

    @Slot(object)
    def _on_check_ended(self, check: DatasetCheck) -> None:
        self.check_page.show_check(check)

    @Slot(object)
    def _on_audit_ended(self, report: AuditReport) -> None:
        check = self.controller.check
        self.audit_page.show_report(report, check.images.pixels if check is not None else None)

    @Slot(object)
    def _on_densities(self, references: object) -> None:
        checked = self.controller.state.checked
        if isinstance(references, tuple):
            self.look_page.show_densities(references, checked.positive_class if checked is not None else "")

    @Slot(object)
    def _on_composites(self, drawn: CompositesDrawn) -> None:
        self.plan_page.shortcuts.show_composites(drawn.composites)

    @Slot(object)
    def _on_variants(self, drawn: PreviewDrawn) -> None:
        self.look_page.show_variants(drawn.original, drawn.variants)

    @Slot(object)
    def _on_progress(self, progress: object) -> None:
        from core.training.wizard_progress import RunProgress

        if isinstance(progress, RunProgress):
            self.run_page.show_progress(progress, self.controller.state.phase)

    @Slot(object)
    def _on_run_opened(self, run: RunFolder) -> None:
        self.run_page.clear()
        plan = run.plan
        folds = tr("one fold of five") if plan.folds == 1 else count_of_folds(plan.folds)
        title = tr_count(
            "{name}: {depth}, {folds}, {count} image",
            "{name}: {depth}, {folds}, {count} images",
            len(run.dataset.images),
            name=plan.name,
            depth=depth_words(plan.depth),
            folds=folds,
        )
        self.run_page.show_title(title)
        self.look_page.augmentation.show_augmentation(plan.augmentation)
