"""The page of the receiving node: whether Hilum listens, for whom, and within which limits."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGroupBox, QSpinBox, QWidget

from core.interchange.archive.nodes import LONGEST_AE_TITLE
from core.interchange.receiving.settings import LOOPBACK, ReceiverSettings, ReceiverTls, receiver_settings_problem
from core.language import mark, tr
from desktop_app.connection.callers_table import CallersTable
from desktop_app.connection.fields import FileField, clause_sentence, form_layout, missing_file, note, text_field
from desktop_app.connection.words import describe_receiving
from desktop_app.page_parts import column, set_role

_EVERY_ADDRESS = "0.0.0.0"  # noqa: S104  # what a person chooses, not what is opened by itself
_ADDRESSES = {LOOPBACK: mark("this computer only"), _EVERY_ADDRESS: mark("every address of this computer")}
_MIB = 2**20
_GIB = 2**30


class ReceivingPage(QWidget):
    """Edits the receiving node's settings."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = ReceiverSettings()
        self.is_enabled = QCheckBox(tr("&Receive scans that other programs and devices send"))
        self.meaning = note()
        self.address = QComboBox()
        self.address.setEditable(True)
        self.address.setAccessibleName(tr("Address to listen at"))
        for address, words in _ADDRESSES.items():
            self.address.addItem(f"{address}  ({tr(words)})", address)
        self.port = _number(tr("Port to listen at"), 1, 65535)
        self.title = text_field(tr("Hilum's AE title as a receiver"), "HILUM", longest=LONGEST_AE_TITLE)
        self.requires_title = QCheckBox(tr("Senders must call Hilum by this title"))
        self.callers = CallersTable()
        self.most_bytes = _number(tr("Largest object"), 1, 8192, " MiB")
        self.most_associations = _number(tr("Senders at the same time"), 1, 100)
        self.objects_per_minute = _number(tr("Objects per minute of a sender"), 1, 1_000_000)
        self.bytes_per_minute = _number(tr("Data per minute of a sender"), 1, 1_000_000, " MiB")
        self.least_free = _number(tr("Room to leave on the disk"), 0, 10_000, " GiB")
        self.is_encrypted = QCheckBox(tr("Encrypted (&TLS) only"))
        self.certificate = FileField(tr("Hilum's certificate"), tr("Needed for encryption"), tr("Certificate (PEM)"))
        self.key = FileField(tr("Its key"), tr("In the certificate's file"), tr("Private key (PEM) without a password"))
        self.ca_file = FileField(
            tr("Authorities of senders"),
            tr("Senders need no certificate"),
            tr("Senders need a certificate of one of these (PEM)"),
        )
        self.problem = note(role="warning")
        self._lay_out()
        self._connect()
        self.show_settings(self._settings)

    @property
    def settings(self) -> ReceiverSettings:
        """The settings as they stand on the page; they need not be ones that can be."""
        return replace(
            self._settings,
            is_enabled=self.is_enabled.isChecked(),
            address=self._chosen_address,
            port=self.port.value(),
            ae_title=self.title.text().strip(),
            callers=self.callers.callers,
            requires_called_title=self.requires_title.isChecked(),
            tls=ReceiverTls(self.is_encrypted.isChecked(), self.certificate.path, self.key.path, self.ca_file.path),
            most_bytes=self.most_bytes.value() * _MIB,
            most_associations=self.most_associations.value(),
            objects_per_minute=self.objects_per_minute.value(),
            bytes_per_minute=self.bytes_per_minute.value() * _MIB,
            least_free_bytes=self.least_free.value() * _GIB,
        )

    @property
    def clause(self) -> str:
        """Why the settings cannot be kept as they stand; empty where they can."""
        settings = self.settings
        reason = receiver_settings_problem(replace(settings, watched=()))
        if not reason and settings.tls.is_used:
            return missing_file(settings.tls.certificate, settings.tls.key, settings.tls.ca_file)
        return tr(reason) if reason else ""

    def show_settings(self, settings: ReceiverSettings) -> None:
        """Put settings onto the page."""
        self._settings = settings
        self.is_enabled.setChecked(settings.is_enabled)
        index = self.address.findData(settings.address)
        if index >= 0:
            self.address.setCurrentIndex(index)
        else:
            self.address.setEditText(settings.address)
        self.port.setValue(settings.port)
        self.title.setText(settings.ae_title)
        self.requires_title.setChecked(settings.requires_called_title)
        self.callers.show_callers(settings.callers)
        self.most_bytes.setValue(settings.most_bytes // _MIB)
        self.most_associations.setValue(settings.most_associations)
        self.objects_per_minute.setValue(settings.objects_per_minute)
        self.bytes_per_minute.setValue(settings.bytes_per_minute // _MIB)
        self.least_free.setValue(settings.least_free_bytes // _GIB)
        self.is_encrypted.setChecked(settings.tls.is_used)
        self.certificate.show_path(settings.tls.certificate)
        self.key.show_path(settings.tls.key)
        self.ca_file.show_path(settings.tls.ca_file)
        self._tell()

    @property
    def _chosen_address(self) -> str:
        text = self.address.currentText().strip()
        index = self.address.findText(self.address.currentText())
        return str(self.address.itemData(index)) if index >= 0 and self.address.itemData(index) else text

    @Slot()
    def _on_edited(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        """Say what these settings mean, and what is amiss with them."""
        settings, clause = self.settings, self.clause
        is_open = settings.is_enabled and not settings.is_for_this_computer_only
        self.meaning.setText(describe_receiving(settings))
        set_role(self.meaning, "warning" if is_open and not settings.tls.is_used else "muted")
        self.problem.setText(clause_sentence(clause))
        self.problem.setVisible(bool(clause))
        for file_field in (self.certificate, self.key, self.ca_file):
            file_field.setEnabled(self.is_encrypted.isChecked())

    def _lay_out(self) -> None:
        where = form_layout()
        where.addRow(tr("Addre&ss"), self.address)
        where.addRow(tr("&Port"), self.port)
        where.addRow(tr("&AE title"), self.title)
        where.addRow("", self.requires_title)
        limits = form_layout()
        limits.addRow(tr("Largest o&bject"), self.most_bytes)
        limits.addRow(tr("Senders at o&nce"), self.most_associations)
        limits.addRow(tr("Objects per m&inute"), self.objects_per_minute)
        limits.addRow(tr("Data per min&ute"), self.bytes_per_minute)
        limits.addRow(tr("&Leave free"), self.least_free)
        encryption = form_layout()
        encryption.addRow("", self.is_encrypted)
        encryption.addRow(tr("&Certificate"), self.certificate)
        encryption.addRow(tr("&Key"), self.key)
        encryption.addRow(tr("Sen&ders of"), self.ca_file)
        layout = column(self, margin=12, spacing=10)
        layout.addWidget(self.is_enabled)
        layout.addWidget(self.meaning)
        layout.addWidget(self.problem)
        layout.addLayout(where)
        senders = QGroupBox(tr("Who is let in"))
        column(senders, margin=10).addWidget(self.callers)
        layout.addWidget(senders)
        for title, form in ((tr("Limits of each sender"), limits), (tr("Encryption"), encryption)):
            group = QGroupBox(title)
            group.setLayout(form)
            layout.addWidget(group)
        layout.addStretch(1)

    def _connect(self) -> None:
        for box in (self.is_enabled, self.requires_title, self.is_encrypted):
            box.toggled.connect(self._on_edited)
        self.address.currentTextChanged.connect(self._on_edited)
        self.title.textChanged.connect(self._on_edited)
        for number in (
            self.port,
            self.most_bytes,
            self.most_associations,
            self.objects_per_minute,
            self.bytes_per_minute,
            self.least_free,
        ):
            number.valueChanged.connect(self._on_edited)
        for file_field in (self.certificate, self.key, self.ca_file):
            file_field.changed.connect(self._on_edited)
        self.callers.changed.connect(self._on_edited)


def _number(name: str, least: int, most: int, unit: str = "") -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setSuffix(unit)
    box.setGroupSeparatorShown(most > 65535)
    box.setAccessibleName(name)
    return box
