"""What the program checks about its own installation once the window is there."""

from PySide6.QtCore import QObject, Slot

from core.error_wording import describe_missing_decoders
from core.imaging.decoders import DecoderCheck, check_decoders
from core.jobs import JobContext
from desktop_app.error_messages import MessageBar
from desktop_app.jobs import start_job
from desktop_app.screening.classification import ClassificationRunner


class StartChecks(QObject):
    """Tries every decoder in the background, once, and names those that are missing before a scan needs them."""

    def __init__(self, runner: ClassificationRunner, message_bar: MessageBar) -> None:
        super().__init__(message_bar)
        self._message_bar = message_bar
        self._has_started = False
        # After the model, so that the two do not keep each other from the first scan.
        runner.model_ready.connect(self._on_model_ready)

    @Slot(object)
    def _on_model_ready(self, _screener: object) -> None:
        if not self._has_started:
            self._has_started = True
            start_job(_try_decoders, self).succeeded.connect(self._on_decoders_tried)

    @Slot(object)
    def _on_decoders_tried(self, checks: tuple[DecoderCheck, ...]) -> None:
        missing = [check for check in checks if not check.available]
        if missing:
            message = describe_missing_decoders(
                [check.name for check in missing], sorted({check.package for check in missing if check.package})
            )
            self._message_bar.show_warning(message)


def _try_decoders(_context: JobContext[object]) -> tuple[DecoderCheck, ...]:
    return check_decoders()
