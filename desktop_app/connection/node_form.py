"""What is known of one archive, in fields."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QGroupBox, QLineEdit, QSpinBox, QWidget

from core.interchange.archive.nodes import (
    DICOM_PORT,
    DICOM_TLS_PORT,
    LONGEST_AE_TITLE,
    ArchiveNode,
    Protocol,
    Retrieval,
    TlsSettings,
)
from core.language import mark, tr
from desktop_app.connection.fields import FileField, form_layout, text_field
from desktop_app.connection.words import PROTOCOL_WORDS
from desktop_app.page_parts import column

_RETRIEVALS = {
    Retrieval.GET: mark("Over the same connection (C-GET)"),
    Retrieval.MOVE: mark("The archive sends them to this computer (C-MOVE)"),
}
_LONGEST_WAIT_S = 300.0


class NodeForm(QWidget):
    """Edits an archive; `changed` tells of each change that a person makes."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_filling = False
        self.name = text_field(tr("Name of the archive"), tr("What you call it"), longest=64)
        self.ae_title = text_field(
            tr("AE title of the archive"), tr("Such as PACS"), tr("The called AE title, as at the archive")
        )
        self.host = text_field(
            tr("Host"), tr("pacs.hospital.example or 192.168.1.20"), tr("Its name or address on the network")
        )
        self.port = _port_box(tr("Port"), DICOM_PORT, tr("Often {port}, 4242 or 11112").format(port=DICOM_PORT))
        self.retrieval = _chooser(tr("How images come"), _RETRIEVALS)
        self.asks_commitment = QCheckBox(tr("Ask it to promise that it keeps what is sent (storage commitment)"))
        self.calling_title = text_field(
            tr("Hilum's AE title towards this archive"),
            tr("As above"),
            tr("Where this archive knows Hilum by a title of its own"),
        )
        self.timeout = QDoubleSpinBox()
        self.timeout.setRange(1, _LONGEST_WAIT_S)
        self.timeout.setDecimals(0)
        self.timeout.setSuffix(tr(" seconds"))
        self.timeout.setAccessibleName(tr("How long to wait for an answer"))
        self.is_encrypted = QCheckBox(tr("Encr&ypted (TLS)"))
        self.is_encrypted.setToolTip(
            tr("The archive must have a port for it, often {port}").format(port=DICOM_TLS_PORT)
        )
        self.ca_file = FileField(
            tr("Trusted authorities"), tr("Those of this computer"), tr("Certificates (PEM) that are trusted")
        )
        self.certificate = FileField(
            tr("Hilum's certificate"), tr("None", "no file is chosen"), tr("Where the archive wants to see one (PEM)")
        )
        self.key = FileField(
            tr("Hilum's key"), tr("In the certificate's file"), tr("Private key (PEM) without a password")
        )
        self.checks_name = QCheckBox(tr("Its certificate must be for this host"))
        address = "https://pacs.hospital.example/dicom-web"  # untranslated: an address
        self.dicomweb_url = text_field(tr("DICOMweb address"), address)
        self.user_name = text_field(tr("User name"), tr("Where the web service asks for one"))
        self.password = text_field(tr("Password"), tip=tr("Kept in a file that only you may read"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.preferred = _chooser(tr("Which way is used"), PROTOCOL_WORDS)
        self._lay_out()
        self._connect()
        self.show_node(ArchiveNode(""))

    @property
    def node(self) -> ArchiveNode:
        """The archive as it stands in the fields; it need not be one that can be."""
        return ArchiveNode(
            name=self.name.text().strip(),
            ae_title=self.ae_title.text().strip(),
            host=self.host.text().strip(),
            port=self.port.value(),
            calling_ae_title=self.calling_title.text().strip(),
            tls=TlsSettings(
                self.is_encrypted.isChecked(),
                self.ca_file.path,
                self.certificate.path,
                self.key.path,
                self.checks_name.isChecked(),
            ),
            dicomweb_url=self.dicomweb_url.text().strip(),
            user_name=self.user_name.text().strip(),
            password=self.password.text(),
            preferred=Protocol(self.preferred.currentData()),
            retrieval=Retrieval(self.retrieval.currentData()),
            asks_commitment=self.asks_commitment.isChecked(),
            timeout_s=self.timeout.value(),
        )

    def show_node(self, node: ArchiveNode) -> None:
        """Put an archive into the fields."""
        self._is_filling = True
        self.name.setText(node.name)
        self.ae_title.setText(node.ae_title)
        self.host.setText(node.host)
        self.port.setValue(node.port)
        self.calling_title.setText(node.calling_ae_title)
        self.is_encrypted.setChecked(node.tls.is_used)
        self.ca_file.show_path(node.tls.ca_file)
        self.certificate.show_path(node.tls.certificate)
        self.key.show_path(node.tls.key)
        self.checks_name.setChecked(node.tls.checks_name)
        self.dicomweb_url.setText(node.dicomweb_url)
        self.user_name.setText(node.user_name)
        self.password.setText(node.password)
        self.preferred.setCurrentIndex(self.preferred.findData(str(node.preferred)))
        self.retrieval.setCurrentIndex(self.retrieval.findData(str(node.retrieval)))
        self.asks_commitment.setChecked(node.asks_commitment)
        self.timeout.setValue(node.timeout_s)
        self._is_filling = False
        self._offer()

    @Slot()
    def _on_edited(self) -> None:
        self._offer()
        if not self._is_filling:
            self.changed.emit()

    def _offer(self) -> None:
        """Offer what matters with what is entered."""
        has_host, has_web = bool(self.host.text().strip()), bool(self.dicomweb_url.text().strip())
        by_host: tuple[QWidget, ...] = (self.retrieval, self.asks_commitment, self.is_encrypted)
        for widget in by_host:
            widget.setEnabled(has_host)
        is_encrypted = (has_host and self.is_encrypted.isChecked()) or self.dicomweb_url.text().startswith("https")
        by_encryption: tuple[QWidget, ...] = (self.ca_file, self.certificate, self.key, self.checks_name)
        for widget in by_encryption:
            widget.setEnabled(is_encrypted)
        self.user_name.setEnabled(has_web)
        self.password.setEnabled(has_web)
        self.preferred.setEnabled(has_host and has_web)

    def _lay_out(self) -> None:
        self.ae_title.setMaxLength(LONGEST_AE_TITLE)
        self.calling_title.setMaxLength(LONGEST_AE_TITLE)
        top = form_layout()
        top.addRow(tr("&Name"), self.name)
        dicom = form_layout()
        dicom.addRow(tr("A&E title"), self.ae_title)
        dicom.addRow(tr("&Host"), self.host)
        dicom.addRow(tr("&Port"), self.port)
        dicom.addRow(tr("&Images come"), self.retrieval)
        dicom.addRow("", self.asks_commitment)
        dicom.addRow(tr("Hilum is ca&lled"), self.calling_title)
        web = form_layout()
        web.addRow(tr("A&ddress"), self.dicomweb_url)
        web.addRow(tr("&User name"), self.user_name)
        web.addRow(tr("Pass&word"), self.password)
        web.addRow(tr("Reach it &by"), self.preferred)
        encryption = form_layout()
        encryption.addRow("", self.is_encrypted)
        encryption.addRow(tr("Authoritie&s"), self.ca_file)
        encryption.addRow(tr("Own &certificate"), self.certificate)
        encryption.addRow(tr("Own &key"), self.key)
        encryption.addRow("", self.checks_name)
        waiting = form_layout()
        waiting.addRow(tr("Wait at &most"), self.timeout)
        layout = column(self, margin=4, spacing=10)
        layout.addLayout(top)
        for title, form in (("DICOM", dicom), (tr("Encryption"), encryption), (tr("DICOMweb, where it has that"), web)):
            group = QGroupBox(title)
            group.setLayout(form)
            layout.addWidget(group)
        layout.addLayout(waiting)

    def _connect(self) -> None:
        for field in (
            self.name,
            self.ae_title,
            self.host,
            self.calling_title,
            self.dicomweb_url,
            self.user_name,
            self.password,
        ):
            field.textChanged.connect(self._on_edited)
        for file_field in (self.ca_file, self.certificate, self.key):
            file_field.changed.connect(self._on_edited)
        for box in (self.asks_commitment, self.is_encrypted, self.checks_name):
            box.toggled.connect(self._on_edited)
        for chooser in (self.retrieval, self.preferred):
            chooser.currentIndexChanged.connect(self._on_edited)
        self.port.valueChanged.connect(self._on_edited)
        self.timeout.valueChanged.connect(self._on_edited)


def _chooser(name: str, choices: dict[Retrieval, str] | dict[Protocol, str]) -> QComboBox:
    chooser = QComboBox()
    chooser.setAccessibleName(name)
    for value, words in choices.items():
        chooser.addItem(tr(words), str(value))
    return chooser


def _port_box(name: str, value: int, tip: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(1, 65535)
    box.setValue(value)
    box.setAccessibleName(name)
    box.setToolTip(tip)
    return box
