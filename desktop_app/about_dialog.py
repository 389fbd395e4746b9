"""What Hilum is, which versions it is made of, and under which licences."""

from html import escape
from importlib import metadata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from core.screening.result import RESEARCH_USE_NOTICE

_PARTS = (
    ("PySide6-Essentials", "Qt for Python, LGPL-3.0"),
    ("pyqtgraph", "MIT"),
    ("numpy", "BSD-3-Clause"),
    ("pydicom", "MIT"),
    ("pillow", "MIT-CMU"),
    ("openvino", "Apache-2.0"),
    ("safetensors", "Apache-2.0"),
    ("python-gdcm", "BSD-3-Clause"),
    ("pyjpegls", "MIT"),
    ("pylibjpeg-openjpeg", "MIT; OpenJPEG BSD-2-Clause"),
    ("platformdirs", "MIT"),
    ("rich", "MIT"),
    ("torch", "BSD-3-Clause"),
)


class AboutDialog(QDialog):
    """Versions and licences, to read and to copy."""

    def __init__(self, model_sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Hilum")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = QTextBrowser()
        text.setOpenExternalLinks(True)
        text.setHtml(about_as_html(model_sentence))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addWidget(buttons)
        self.resize(520, 520)


def about_as_html(model_sentence: str) -> str:
    """Return the page as HTML."""
    rows = "".join(
        f"<tr><td width='170'>{escape(name)}</td><td width='90'>{escape(version)}</td><td>{escape(licence)}</td></tr>"
        for name, licence in _PARTS
        if (version := installed_version(name))
    )
    return (
        f"<h2>Hilum {escape(installed_version('hilum') or 'from source')}</h2>"
        "<p>A workstation for chest radiographs: look, measure, classify. Apache License 2.0.</p>"
        f"<p><b>{escape(RESEARCH_USE_NOTICE)}</b> It is not a medical device; no treatment may rest on it.</p>"
        f"<p>{escape(model_sentence)}</p>"
        f"<h3>Made with</h3><table cellpadding='2'>{rows}</table>"
    )


def installed_version(distribution: str) -> str:
    """Return the version of an installed package, empty where it is not installed."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return ""
