"""What goes on with other computers, at a glance: in the status bar, to click on."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from core.language import tr
from core.number_format import capitalised, integer, tr_count
from desktop_app.connection.queue_work import QueueCounts
from desktop_app.connection.receiving_work import ReceivingState
from desktop_app.page_parts import button


class ConnectionStatus(QWidget):
    """Says whether Hilum listens and what came, and what is still to be sent; shows nothing where neither is."""

    receiving_clicked = Signal()
    sending_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.receiving = button("", tr("Show the settings of receiving"), self.receiving_clicked.emit)
        self.sending = button("", tr("Show the sending queue"), self.sending_clicked.emit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for each in (self.receiving, self.sending):
            each.setFlat(True)
            each.hide()
            layout.addWidget(each)

    @Slot(object)
    def show_receiving(self, state: ReceivingState) -> None:
        """Show whether scans come in, and how many came."""
        _show(self.receiving, receiving_text(state))

    @Slot(object)
    def show_sending(self, counts: QueueCounts) -> None:
        """Show what is still to be sent."""
        _show(self.sending, sending_text(counts))


def receiving_text(state: ReceivingState) -> str:
    """Whether scans come in by themselves and how many came; empty where none can."""
    parts = []
    if state.settings is not None:
        counts = state.counts
        place = f"{state.settings.address}:{state.settings.port}"
        parts.append(tr("Receiving at {place}").format(place=place))
        if counts is not None:
            parts.append(tr("{count} received").format(count=integer(counts.received)))
            if counts.refused:
                parts.append(tr("{count} refused").format(count=integer(counts.refused)))
    if state.folders:
        taken = sum(counts.taken for counts in state.folders.values())
        unreachable = sum(not counts.is_reachable for counts in state.folders.values())
        parts.append(
            tr_count(
                "watching {count} folder, {taken} taken in",
                "watching {count} folders, {taken} taken in",
                len(state.folders),
                taken=integer(taken),
            )
        )
        if unreachable:
            parts.append(tr("{count} not reachable").format(count=integer(unreachable)))
    return capitalised(" \N{MIDDLE DOT} ".join(parts))


def sending_text(counts: QueueCounts) -> str:
    """What is still to be sent; empty where nothing is."""
    parts = [tr("{count} waiting").format(count=integer(counts.waiting))] if counts.waiting else []
    parts += [tr("{count} failed").format(count=integer(counts.failed))] if counts.failed else []
    return tr("Sending: {what}").format(what=", ".join(parts)) if parts else ""


def _show(shown: QPushButton, text: str) -> None:
    shown.setText(text)
    shown.setVisible(bool(text))
