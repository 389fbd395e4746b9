"""The page of what archives know Hilum by: its title, and where they reach it."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGroupBox, QSpinBox, QWidget

from core.errors import InvalidNodeError
from core.interchange.archive.nodes import LONGEST_AE_TITLE, ConnectionSettings, check_own
from core.language import tr
from desktop_app.connection.fields import FileField, clause_sentence, form_layout, missing_file, note, text_field
from desktop_app.page_parts import column


class OwnPage(QWidget):
    """Edits what the connections say of Hilum itself."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = text_field(
            tr("Hilum's AE title"), "HILUM", tr("By this title archives know Hilum"), LONGEST_AE_TITLE
        )
        self.address = text_field(tr("Own address"), tr("Every address of this computer"), tr("Such as 192.168.1.20"))
        self.port = QSpinBox()
        self.port.setRange(1, 65535)
        self.port.setAccessibleName(tr("Own port"))
        self.certificate = FileField(
            tr("Hilum's certificate"), tr("Not encrypted"), tr("Where archives come encrypted (PEM)")
        )
        self.key = FileField(tr("Its key"), tr("In the certificate's file"), tr("Private key (PEM) without a password"))
        self.problem = note(role="warning")
        self._lay_out()
        for field in (self.title, self.address):
            field.textChanged.connect(self._on_edited)
        for file_field in (self.certificate, self.key):
            file_field.changed.connect(self._on_edited)
        self.port.valueChanged.connect(self._on_edited)
        self.show_settings(ConnectionSettings())

    def with_own(self, settings: ConnectionSettings) -> ConnectionSettings:
        """Return the connections with what stands on this page."""
        return replace(
            settings,
            own_ae_title=self.title.text().strip(),
            listen_address=self.address.text().strip(),
            listen_port=self.port.value(),
            listen_tls_certificate=self.certificate.path,
            listen_tls_key=self.key.path,
        )

    @property
    def clause(self) -> str:
        """Why it cannot be kept as it stands; empty where it can."""
        settings = self.with_own(ConnectionSettings())
        try:
            check_own(settings)
        except InvalidNodeError as error:
            return tr(error.reason)
        return missing_file(settings.listen_tls_certificate, settings.listen_tls_key)

    def show_settings(self, settings: ConnectionSettings) -> None:
        """Put connections onto the page."""
        self.title.setText(settings.own_ae_title)
        self.address.setText(settings.listen_address)
        self.port.setValue(settings.listen_port)
        self.certificate.show_path(settings.listen_tls_certificate)
        self.key.show_path(settings.listen_tls_key)

    @Slot()
    def _on_edited(self) -> None:
        self.problem.setText(clause_sentence(self.clause))
        self.problem.setVisible(bool(self.problem.text()))
        self.changed.emit()

    def _lay_out(self) -> None:
        own = form_layout()
        own.addRow(tr("Hilum's &AE title"), self.title)
        back = form_layout()
        back.addRow(tr("A&ddress"), self.address)
        back.addRow(tr("&Port"), self.port)
        back.addRow(tr("&Certificate"), self.certificate)
        back.addRow(tr("&Key"), self.key)
        group = QGroupBox(tr("Where archives send back"))
        inside = column(group, margin=10)
        inside.addWidget(
            note(
                tr(
                    "Some archives send images and promises (storage commitment) back over a connection of their own."
                    " Hilum listens here only while it waits for one that it asked for. Tell whoever looks after the"
                    " archive: AE title, this computer's address, and this port."
                )
            )
        )
        inside.addLayout(back)
        layout = column(self, margin=12, spacing=12)
        layout.addWidget(
            note(tr("Archives let in whom they know: have this AE title entered at each of them, with this computer."))
        )
        layout.addLayout(own)
        layout.addWidget(group)
        layout.addWidget(self.problem)
        layout.addStretch(1)
