"""What Hilum is, which versions it is made of, and under which licences."""

from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from core.language import tr
from core.licences import Licence, licences_here
from core.program_version import program_version
from core.screening.result import RESEARCH_USE_NOTICE
from desktop_app.page_parts import RoomyTabBar


class AboutDialog(QDialog):
    """Versions and licences, to read and to copy."""

    def __init__(self, model_sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Hilum"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        licences = licences_here()
        text = QTextBrowser()
        text.setOpenExternalLinks(True)
        text.setHtml(about_as_html(model_sentence, licences))
        self.tabs = QTabWidget()
        self.tabs.setTabBar(RoomyTabBar())
        self.tabs.addTab(text, "Hilum")  # untranslated: its name
        self.licences = LicencesPage(licences)
        self.tabs.addTab(self.licences, tr("Licences"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs)
        layout.addWidget(buttons)
        self.resize(680, 560)


class LicencesPage(QSplitter):
    """Every part on the left, its texts on the right."""

    def __init__(self, licences: tuple[Licence, ...]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._licences = licences
        self.parts = QListWidget()
        self.parts.setAccessibleName(tr("Parts of the program"))
        self.parts.addItems([f"{licence.name} {licence.version}" for licence in licences])
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(tr("Licence of the chosen part"))
        self.addWidget(self.parts)
        self.addWidget(self.text)
        self.setStretchFactor(1, 1)
        self.setSizes([220, 460])
        self.parts.currentRowChanged.connect(self._on_row_changed)
        self.parts.setCurrentRow(0)

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        licence = self._licences[row]
        terms = licence.terms or tr("no name of the licence is given")
        body = licence.text or tr("The part brings no text of its licence; the name above says which it is.")
        self.text.setPlainText(f"{licence.name} {licence.version}: {terms}\n\n{body}")


def about_as_html(model_sentence: str, licences: tuple[Licence, ...]) -> str:
    """Return the first page as HTML."""
    rows = "".join(
        f"<tr><td width='190'>{escape(licence.name)}</td><td width='120'>{escape(licence.version)}</td>"
        f"<td>{escape(licence.terms)}</td></tr>"  # untranslated: markup
        for licence in licences
    )
    what = tr("A workstation for chest radiographs: look, measure, classify. Apache License 2.0.")
    limits = tr("It is not a medical device; no treatment may rest on it.")
    return (
        f"<h2>Hilum {escape(program_version())}</h2>"
        f"<p>{escape(what)}</p>"
        f"<p><b>{escape(tr(RESEARCH_USE_NOTICE))}</b> {escape(limits)}</p>"
        f"<p>{escape(model_sentence)}</p>"
        f"<h3>{escape(tr('Made with'))}</h3><table cellpadding='2'>{rows}</table>"  # untranslated: markup
    )
