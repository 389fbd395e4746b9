"""Telling a person that something went wrong: one sentence in the window, details to copy, never a pile of dialogs."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from core.error_wording import ErrorMessage
from core.language import tr


class MessageBar(QFrame):
    """A line across the window that says what happened and what to do. It interrupts nothing and can be closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setAccessibleName(tr("Message"))
        self._details_text = ""
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details_button = QPushButton(tr("Details"))
        self._details_button.setToolTip(tr("Show what a technician needs to know"))
        self._details_button.setCheckable(True)
        self._details_button.toggled.connect(self._on_details_toggled)
        self._copy_button = QPushButton(tr("Copy"))
        self._copy_button.setToolTip(tr("Copy the message and its technical details"))
        self._copy_button.clicked.connect(self.copy)
        close_button = QPushButton(tr("Close"))
        close_button.setToolTip(tr("Close this message (Esc while it has the focus)"))
        close_button.clicked.connect(self.dismiss)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setMaximumHeight(140)
        self._details.setAccessibleName(tr("Technical details"))
        self._details.hide()
        line = QHBoxLayout()
        line.addWidget(self._sentence, 1)
        for button in (self._details_button, self._copy_button, close_button):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 8, 6)
        layout.addLayout(line)
        layout.addWidget(self._details)
        dismiss = QAction(self)
        dismiss.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        dismiss.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        dismiss.triggered.connect(self.dismiss)
        self.addAction(dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, empty while the bar is hidden."""
        return self._sentence.text() if not self.isHidden() else ""

    @Slot(object)
    def show_error(self, message: ErrorMessage) -> None:
        """Show what went wrong and what to do."""
        self._show(message, "error")

    def show_warning(self, message: ErrorMessage) -> None:
        """Show that part of something went wrong."""
        self._show(message, "warning")

    def show_note(self, sentence: str) -> None:
        """Show something worth knowing that is no error."""
        self._show(ErrorMessage(sentence, ""), "note")

    @Slot()
    def dismiss(self) -> None:
        """Close the bar."""
        self.hide()

    @Slot()
    def copy(self) -> None:
        """Copy sentence and details to the clipboard."""
        text = f"{self._sentence.text()}\n\n{self._details_text}".strip()
        QGuiApplication.clipboard().setText(text)

    def _show(self, message: ErrorMessage, severity: str) -> None:
        self._details_text = message.details
        self._sentence.setText(message.text)
        self._details.setPlainText(message.details)
        self._details_button.setChecked(False)
        self._details_button.setVisible(bool(message.details))
        self._copy_button.setVisible(severity != "note")
        self.setProperty("severity", severity)
        # A property that a style sheet selects on takes effect when the style is applied again.
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleDescription(message.text)
        self.show()
        self._make_room()

    def _make_room(self) -> None:
        """Let a dialog grow by the bar: a dialog keeps its size, and what is in it would be cut."""
        window = self.window()
        layout = window.layout()
        if layout is None or not isinstance(window, QDialog):
            return
        layout.activate()
        needed = layout.totalHeightForWidth(window.width()) if layout.hasHeightForWidth() else 0
        needed = max(needed, layout.totalMinimumSize().height())
        if needed > window.height():
            window.resize(window.width(), min(needed, window.screen().availableGeometry().height()))

    @Slot(bool)
    def _on_details_toggled(self, is_open: bool) -> None:
        self._details.setVisible(is_open)
        self._make_room()
