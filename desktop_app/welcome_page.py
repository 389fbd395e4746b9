"""The welcome: what Hilum does, what it is not, and what it keeps. It lies where the image will be."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.language import LANGUAGES, mark, tr
from desktop_app.page_parts import button, heading, scrolling, sentence
from desktop_app.theme import ThemeColours

_WIDTH = 660
_TITLE_SIZE = 1.7
_PARAGRAPHS = (
    (
        mark("What it does"),
        mark(
            "Hilum opens chest radiographs, measures in them, and says how a model classifies them: how sure it is,"
            " where in the image that comes from, and when it should not be asked. It trains models on your own images,"
            " tests them across hospitals, and writes reports and DICOM results."
        ),
        "muted",
    ),
    (
        mark("What it is not"),
        mark(
            "Hilum is for research use only. It is not a medical device: do not diagnose with it. Models like these can"
            " recognise the hospital instead of the disease, and fail in the next one (DeGrave et al. 2021, Roberts et"
            " al. 2021, both in Nature Machine Intelligence)."
        ),
        "warning",
    ),
    (
        mark("What it keeps"),
        mark(
            "Nothing leaves this computer unless you set up an archive and send to it. Settings, a worklist, a record"
            " of every answer and the models that you train lie in your own user folder; the worklist can be switched"
            " off in the settings."
        ),
        "muted",
    ),
)


class WelcomePage(QWidget):
    """Three paragraphs and what to do next."""

    sample_requested = Signal()
    open_requested = Signal()
    close_requested = Signal()
    language_chosen = Signal(str)
    """Code of a language, empty for the system's."""

    def __init__(self, *, has_sample: bool, language: str = "", parent: QWidget | None = None) -> None:
        """Build the page.

        Args:
            has_sample: Whether there is a sample scan to open.
            language: The one of the settings, empty for the system's.
            parent: The window.
        """
        super().__init__(parent)
        self.setObjectName("welcomePage")
        self.setAccessibleName(tr("Welcome"))
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._title())
        column.addWidget(sentence(tr("A workstation for chest radiographs: look, measure, classify."), "muted"))
        column.addSpacing(8)
        for title, text, role in _PARAGRAPHS:
            column.addWidget(_paragraph(tr(title), tr(text), role))
        column.addSpacing(8)
        column.addLayout(self._buttons(has_sample))
        column.addSpacing(12)
        column.addLayout(self._language_row(language))
        column.addStretch(2)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(content, 20)
        row.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scrolling(middle, tr("Welcome")))
        dismiss = QAction(self)
        dismiss.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        dismiss.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        dismiss.triggered.connect(self.close_requested)
        self.addAction(dismiss)
        self.setFocusProxy(self.sample_button if has_sample else self.open_button)

    def set_theme(self, colours: ThemeColours) -> None:
        """Take the theme's colours."""
        self.setStyleSheet(
            f"QFrame#welcomeParagraph {{ background: {colours.surface}; border: 1px solid {colours.border};"
            " border-radius: 6px; }"
            f"QPushButton#primary {{ background: {colours.accent}; color: {colours.on_accent};"
            f" border-color: {colours.accent}; }}"
            f"QPushButton#primary:focus {{ border: 1px solid {colours.text}; }}"
            f"QPushButton#primary:disabled {{ background: {colours.surface}; color: {colours.muted};"
            f" border-color: {colours.border}; }}"
        )

    def _title(self) -> QLabel:
        title = heading(tr("Welcome to Hilum"))
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * _TITLE_SIZE)
        title.setFont(font)
        return title

    def _buttons(self, has_sample: bool) -> QHBoxLayout:
        self.sample_button = button(
            tr("Op&en the sample scan"),
            tr("Open a real chest radiograph that comes with Hilum")
            if has_sample
            else tr("The sample scan is not installed (package pydicom-data)"),
            self.sample_requested.emit,
            "primary",
        )
        self.sample_button.setEnabled(has_sample)
        self.open_button = button(
            tr("&Open files\N{HORIZONTAL ELLIPSIS}", "on the welcome page"),
            tr("Choose radiographs to open (Ctrl+O)"),
            self.open_requested.emit,
        )
        self.close_button = button(
            tr("Close", "on the welcome page"),
            tr("Close this page (Esc); Help > Welcome shows it again"),
            self.close_requested.emit,
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        for one in (self.sample_button, self.open_button):
            row.addWidget(one)
        row.addStretch(1)
        row.addWidget(self.close_button)
        return row

    def _language_row(self, language: str) -> QHBoxLayout:
        self.language = QComboBox()
        self.language.setAccessibleName(tr("Language"))
        for code, name in {"": tr("As the system"), **LANGUAGES}.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(language)))
        self.language.activated.connect(self._on_language_activated)
        label = QLabel(tr("Lan&guage", "on the welcome page"))
        label.setBuddy(self.language)
        self.language_hint = sentence("", "muted")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.language)
        row.addWidget(self.language_hint, 1)
        return row

    @Slot(int)
    def _on_language_activated(self, _index: int) -> None:
        self.language_hint.setText(tr("The language changes at the next start of Hilum."))
        self.language_chosen.emit(str(self.language.currentData()))


def _paragraph(title: str, text: str, role: str) -> QFrame:
    frame = QFrame()
    frame.setObjectName("welcomeParagraph")
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 12, 16, 14)
    column.setSpacing(4)
    column.addWidget(heading(title))
    column.addWidget(sentence(text, "" if role == "muted" else role))
    return frame
