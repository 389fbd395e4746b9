"""The clinic at the head of reports: name, address, logo, paper."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from core.language import mark, tr
from core.report.blocks import Paper
from core.report.clinic import LONGEST_LINE, Clinic
from desktop_app.error_messages import MessageBar
from desktop_app.jobs import JobFailure, start_job
from desktop_app.page_parts import button, sentence
from desktop_app.report.report_work import keep_clinic_work

_PICTURES = mark("Pictures (*.png *.jpg *.jpeg *.svg);;Every file (*)")
_NARROWEST = 460


class ClinicDialog(QDialog):
    """Edits a snapshot of the clinic, and closes once what was chosen is kept."""

    clinic_kept = Signal(object)
    """Clinic that holds from now on."""

    def __init__(self, clinic: Clinic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Clinic"))
        self._clinic = clinic
        self._logo = clinic.logo
        self.message_bar = MessageBar()
        self.name = _field(clinic.name, tr("Name of the clinic"))
        self.department = _field(clinic.department, tr("Department or practice"))
        self.address = _field(clinic.address, tr("Street, postcode, town"))
        self.phone = _field(clinic.phone, tr("Phone, e-mail, web page"))
        self.logo = QLabel()
        self.paper = QComboBox()
        for paper in Paper:
            self.paper.addItem(paper_name(paper), str(paper))
        self.paper.setCurrentIndex(self.paper.findData(str(clinic.paper)))
        self.no_logo = button(tr("&No logo"), tr("Make reports without a logo"), self.remove_logo, "noLogo")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.keep)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._tell_logo()
        self.setMinimumWidth(_NARROWEST)

    @property
    def chosen(self) -> Clinic:
        """The clinic as it stands in the dialog."""
        return replace(
            self._clinic,
            name=self.name.text(),
            department=self.department.text(),
            address=self.address.text(),
            phone=self.phone.text(),
            logo=self._logo,
            paper=Paper(self.paper.currentData()),
        )

    @Slot()
    def choose_logo(self) -> None:
        """Ask for a picture."""
        name, _ = QFileDialog.getOpenFileName(self, tr("Logo of the clinic"), "", tr(_PICTURES))
        if name:
            self.take_logo(Path(name))

    def take_logo(self, path: Path) -> None:
        """Use a picture as logo; whether it can be used is said when it is kept."""
        self._logo = path
        self._tell_logo()

    @Slot()
    def remove_logo(self) -> None:
        """Make reports without a logo."""
        self._logo = None
        self._tell_logo()

    @Slot()
    def keep(self) -> None:
        """Keep what was chosen, in the background: a logo is read and tried."""
        self.message_bar.dismiss()
        self._buttons.setEnabled(False)
        job = start_job(keep_clinic_work(self.chosen), self, steps_back=False)
        job.succeeded.connect(self._on_kept)
        job.failed.connect(self._on_failed)

    def _lay_out(self) -> None:
        choose = button(
            tr("&Choose\N{HORIZONTAL ELLIPSIS}"), tr("A PNG, JPEG or SVG file"), self.choose_logo, "chooseLogo"
        )
        line = QHBoxLayout()
        line.addWidget(self.logo, 1)
        line.addWidget(choose)
        line.addWidget(self.no_logo)
        form = QFormLayout()
        form.addRow(tr("N&ame"), self.name)
        form.addRow(tr("&Department"), self.department)
        form.addRow(tr("Add&ress"), self.address)
        form.addRow(tr("P&hone"), self.phone)
        form.addRow(tr("Logo"), line)
        form.addRow(tr("&Paper"), self.paper)
        layout = QVBoxLayout(self)
        layout.addWidget(self.message_bar)
        layout.addLayout(form)
        layout.addWidget(
            sentence(tr("Stands at the head of every report made on this computer, on the command line too."), "muted")
        )
        layout.addWidget(self._buttons)

    def _tell_logo(self) -> None:
        self.logo.setText(self._logo.name if self._logo is not None else tr("none", "no logo"))
        self.no_logo.setEnabled(self._logo is not None)

    @Slot(object)
    def _on_kept(self, clinic: Clinic) -> None:
        self.clinic_kept.emit(clinic)
        self.accept()

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self._buttons.setEnabled(True)
        self.message_bar.show_error(failure.message)


def paper_name(paper: Paper) -> str:
    """What a size of paper is called."""
    match paper:
        case Paper.A4:
            return tr("A4", "a size of paper")
        case Paper.LETTER:
            return tr("Letter", "a size of paper")


def _field(text: str, hint: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setObjectName("field")
    field.setMaxLength(LONGEST_LINE)
    field.setPlaceholderText(hint)
    return field
