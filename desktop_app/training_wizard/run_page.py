"""Fifth page: the training as it goes on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QProgressBar, QWidget

from core.error_wording import ErrorMessage
from core.language import mark, tr
from core.number_format import decimal, percent
from core.training.device_words import device_in_words
from core.training.wizard_flow import RunPhase
from core.training.wizard_progress import RunProgress, describe_duration
from desktop_app.page_parts import button, column, heading, sentence, set_role
from desktop_app.theme import ThemeColours
from desktop_app.training_wizard.curves_view import CurvesView

_FULL = 1000
_SENTENCES = {
    RunPhase.NONE: mark("No training has been started yet."),
    RunPhase.PREPARING: mark("Writing the run to disk."),
    RunPhase.STOPPING: mark("Stopping."),
    RunPhase.STOPPED: mark("Stopped. It can be resumed from the last epoch that was finished."),
    RunPhase.FAILED: mark(
        "The training stopped with an error. It can be resumed from the last epoch that was finished."
    ),
    RunPhase.FINISHED: mark("Finished."),
}
_PAUSING = mark("Pausing after the current step.")


class RunPage(QWidget):
    """Shows a `RunProgress` and a `RunPhase`; emits what its buttons ask for."""

    pause_requested = Signal()
    continue_requested = Signal()
    stop_requested = Signal()
    resume_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown_lines: tuple[str, ...] = ()
        self._phase = RunPhase.NONE
        self._progress = RunProgress()
        self.title = sentence("", "heading")
        self.state = sentence()
        self.bar = QProgressBar()
        self.bar.setRange(0, _FULL)
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(14)
        self.bar.setAccessibleName(tr("Progress of the training"))
        self.facts = sentence("", "muted")
        self.curves = CurvesView()
        self._awaiting = sentence(tr("Curves of loss, AUC and accuracy are drawn here after the first epoch."), "muted")
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setAccessibleName(tr("What has happened"))
        self.log.setMaximumBlockCount(5000)
        self.pause = button(
            tr("&Pause"),
            tr("Stand still after the current step; the computer is free meanwhile"),
            self.pause_requested.emit,
            "pause",
        )
        self.go_on = button(tr("C&ontinue"), tr("Go on training"), self.continue_requested.emit, "continue")
        self.stop = button(
            tr("&Stop"),
            tr("Stop now; the run can be resumed from its last finished epoch"),
            self.stop_requested.emit,
            "stop",
        )
        self.resume = button(
            tr("&Resume"),
            tr("Take the run up again from its last finished epoch"),
            self.resume_requested.emit,
            "resume",
        )
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        for widget in (self.pause, self.go_on, self.stop, self.resume):
            row.addWidget(widget)
        layout = column(self)
        layout.addWidget(self.title)
        layout.addWidget(self.state)
        layout.addLayout(row)
        layout.addWidget(self.facts)
        layout.addWidget(self._awaiting)
        layout.addWidget(self.curves, 3)
        layout.addWidget(heading(tr("Log")))
        layout.addWidget(self.log, 2)
        self._show_curves(False)
        self.show_phase(RunPhase.NONE)

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        self.curves.set_theme(theme)

    def show_title(self, title: str) -> None:
        """Name the run."""
        self.title.setText(title)

    def show_phase(self, phase: RunPhase) -> None:
        """Offer what can be done now."""
        self.pause.setVisible(phase is RunPhase.RUNNING)
        self.go_on.setVisible(phase is RunPhase.PAUSED)
        self.stop.setVisible(phase in (RunPhase.RUNNING, RunPhase.PAUSED))
        self.resume.setVisible(phase.can_resume)
        if phase in _SENTENCES:
            self._say(tr(_SENTENCES[phase]), "danger" if phase is RunPhase.FAILED else "")
        elif phase is RunPhase.PAUSED and self._phase is not phase:
            # Said at once: the run itself says nothing before its current step is over.
            self._say(tr(_PAUSING))
        self._phase = phase
        if phase is RunPhase.FINISHED:
            self.bar.setValue(_FULL)
            self.facts.setText(_facts(self._progress, goes_on=False))
        if not phase.is_active and phase is not RunPhase.FINISHED:
            self.facts.setText("")

    def show_progress(self, progress: RunProgress, phase: RunPhase) -> None:
        """Show how far the run is. Called a few times a second at most."""
        self._progress = progress
        if phase is RunPhase.PAUSED and not progress.is_paused:
            self._say(tr(_PAUSING))
        elif phase in (RunPhase.RUNNING, RunPhase.PAUSED):
            self._say(progress.sentence)
        if phase is not RunPhase.FINISHED:
            self.bar.setValue(round(_FULL * progress.share))
        self.facts.setText(_facts(progress, goes_on=phase.is_active))
        self.curves.show_epochs(progress.epochs)
        self._show_curves(bool(progress.epochs))
        self._show_log(progress.log)

    def show_problem(self, message: ErrorMessage) -> None:
        """Say why the run failed."""
        self._say(message.text, "danger")

    def clear(self) -> None:
        """Forget what was drawn: another run is shown from now on."""
        self.curves.clear()
        self._show_curves(False)
        self.log.clear()
        self._shown_lines = ()
        self._progress = RunProgress()
        self.bar.setValue(0)
        self.facts.setText("")

    def _show_curves(self, are_there: bool) -> None:
        self.curves.setVisible(are_there)
        self._awaiting.setVisible(not are_there)

    def _say(self, text: str, role: str = "") -> None:
        set_role(self.state, role)
        self.state.setText(text)

    def _show_log(self, lines: tuple[str, ...]) -> None:
        """Add the new lines; all of them again where the log is another one."""
        known = len(self._shown_lines)
        if lines[:known] != self._shown_lines:
            self.log.clear()
            known = 0
        for line in lines[known:]:
            self.log.appendPlainText(line)
        self._shown_lines = lines


def _facts(progress: RunProgress, *, goes_on: bool) -> str:
    """Device and precision, and while it goes on also speed and time left, in a line."""
    parts = [percent(progress.share)] if goes_on else []
    if progress.started is not None:
        started = progress.started
        device = device_in_words(started.device)
        parts.append(tr("on {device}, {precision}").format(device=device, precision=started.precision))
    if goes_on and progress.images_per_second:
        parts.append(tr("{images} images a second").format(images=decimal(progress.images_per_second, 0, grouped=True)))
    if goes_on and progress.seconds_left is not None:
        parts.append(tr("about {duration} left").format(duration=describe_duration(progress.seconds_left)))
    return " \N{MIDDLE DOT} ".join(parts)
