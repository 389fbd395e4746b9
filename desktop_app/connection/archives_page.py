"""The page of the archives that a site reaches: a list, the fields of one of them, and its test."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from core.errors import InvalidNodeError
from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings, ae_title_problem, check_node
from core.language import tr
from desktop_app.connection.connection_work import Tested, probe_work
from desktop_app.connection.fields import clause_sentence, missing_file, note
from desktop_app.connection.node_form import NodeForm
from desktop_app.connection.words import describe_node, describe_outcome
from desktop_app.jobs import Job, JobFailure, start_job
from desktop_app.page_parts import button, scrolling, sentence, set_role

_LIST_WIDTH = 200
_OUTCOME_HEIGHT = 150
_SPACING = 12


class ArchivesPage(QWidget):
    """Edits archives; `nodes` are as they stand on the page."""

    changed = Signal()

    def __init__(self, settings: Callable[[], ConnectionSettings], parent: QWidget | None = None) -> None:
        """Make the page.

        Args:
            settings: What the dialog says of Hilum itself, for tests.
            parent: The dialog.
        """
        super().__init__(parent)
        self.nodes: list[ArchiveNode] = []
        self._settings = settings
        self._job: Job | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Archives"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.form = NodeForm()
        self.problem = note(role="warning")
        self.outcome = sentence()
        self.empty_note = note(
            tr("No archive is entered. Hilum connects to nothing before you add one here and ask for something.")
        )
        self._make_buttons()
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.form.changed.connect(self._on_node_edited)
        self.show_nodes(())

    @property
    def clause(self) -> str:
        """Why the archives cannot be kept as they stand; empty where they can."""
        for row, node in enumerate(self.nodes):
            reason = self._problem_of(row)
            if reason:
                return f"{node.name or tr('an archive')}: {reason}"
        return ""

    def show_nodes(self, nodes: Sequence[ArchiveNode]) -> None:
        """Put archives onto the page."""
        self.nodes = list(nodes)
        self.list.clear()
        for row in range(len(self.nodes)):
            self.list.addItem(QListWidgetItem())
            self._tell_item(row)
        self.list.setCurrentRow(0 if self.nodes else -1)
        self._on_row_changed()

    @Slot()
    def add_node(self) -> None:
        """Add an archive, and go to its fields."""
        names = {node.name.casefold() for node in self.nodes}
        first, number = tr("Archive"), 1
        name = first
        while name.casefold() in names:
            number += 1
            name = f"{first} {number}"
        self.nodes.append(ArchiveNode(name))
        self.list.addItem(QListWidgetItem())
        self._tell_item(len(self.nodes) - 1)
        self.list.setCurrentRow(len(self.nodes) - 1)
        self.form.name.setFocus()
        self.form.name.selectAll()
        self.changed.emit()

    @Slot()
    def remove_node(self) -> None:
        """Take the chosen archive away; it is gone once the connections are saved."""
        row = self.list.currentRow()
        if row >= 0:
            del self.nodes[row]
            # It names the next row before the row itself is gone.
            self.list.blockSignals(True)
            self.list.takeItem(row)
            self.list.blockSignals(False)
            self._on_row_changed()
            self.changed.emit()

    @Slot()
    def test(self) -> None:
        """Test the chosen archive as its fields stand, or stop the test."""
        if self._job is not None:
            self._job.cancel()
            return
        self._tell_outcome(tr("Asking the archive\N{HORIZONTAL ELLIPSIS}"), "muted")
        # A person waits for this.
        self._job = job = start_job(probe_work(self.form.node, self._settings()), self, steps_back=False)
        job.succeeded.connect(self._on_tested)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.finished.connect(self._on_finished)
        self.tell()

    @Slot()
    def stop(self) -> None:
        """Stop a test."""
        if self._job is not None:
            self._job.cancel()

    @Slot()
    def tell(self) -> None:
        """Say what is amiss with the chosen archive, and offer what can be done."""
        row = self.list.currentRow()
        has_node = row >= 0
        reason = self._problem_of(row) if has_node else ""
        self.problem.setText(clause_sentence(reason))
        self.problem.setVisible(bool(reason))
        self._form_area.setVisible(has_node)
        self.empty_note.setVisible(not has_node)
        self.remove_button.setEnabled(has_node)
        self.test_button.setVisible(has_node)
        self.test_button.setText(tr("S&top") if self._job is not None else tr("&Test"))
        is_named = not ae_title_problem(self._settings().own_ae_title)
        self.test_button.setEnabled(self._job is not None or (is_named and not reason))

    @Slot(object)
    def _on_tested(self, tested: Tested) -> None:
        if tested.node == self.form.node:
            text = describe_outcome(tested.outcome, tested.node, tested.settings)
            self._tell_outcome(text, "" if tested.outcome.is_reached else "danger")
        else:
            self._tell_outcome(tr("The fields were changed meanwhile: test once more."), "muted")

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self._tell_outcome(failure.message.text, "danger")

    @Slot()
    def _on_cancelled(self) -> None:
        self._tell_outcome("", "muted")

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        self.tell()

    @Slot()
    def _on_row_changed(self) -> None:
        row = self.list.currentRow()
        self.stop()
        self._tell_outcome("", "muted")
        if row >= 0:
            self.form.show_node(self.nodes[row])
        self.tell()

    @Slot()
    def _on_node_edited(self) -> None:
        row = self.list.currentRow()
        if row < 0:
            return
        self.nodes[row] = self.form.node
        self._tell_item(row)
        if self._job is None:
            self._tell_outcome("", "muted")
        self.tell()
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Make room for what a test found."""
        super().resizeEvent(event)
        self._fit_outcome()

    def _problem_of(self, row: int) -> str:
        node = self.nodes[row]
        try:
            check_node(node)
        except InvalidNodeError as error:
            return tr(error.reason)
        others = {other.name.casefold() for index, other in enumerate(self.nodes) if index != row}
        if node.name.casefold() in others:
            return tr("another archive has this name")
        is_encrypted = node.tls.is_used or node.dicomweb_url.startswith("https")
        return missing_file(node.tls.ca_file, node.tls.certificate, node.tls.key) if is_encrypted else ""

    def _tell_outcome(self, text: str, role: str) -> None:
        self.outcome.setText(text)
        set_role(self.outcome, role)
        self._outcome_area.setVisible(bool(text))
        self._fit_outcome()

    def _fit_outcome(self) -> None:
        """Make room for all that a test found, as far as the fields can spare it."""
        width = self._form_area.width() - self.test_button.sizeHint().width() - 2 * _SPACING
        needed = self.outcome.heightForWidth(width - self._outcome_area.verticalScrollBar().sizeHint().width())
        self._outcome_area.setFixedHeight(min(_OUTCOME_HEIGHT, max(needed, self.test_button.sizeHint().height())))

    def _tell_item(self, row: int) -> None:
        item, node = self.list.item(row), self.nodes[row]
        item.setText(node.name or tr("(no name)"))
        item.setToolTip(describe_node(node) if node.protocols else "")

    def _make_buttons(self) -> None:
        self.add_button = button(tr("&Add"), tr("Add an archive"), self.add_node, "addNode")
        self.remove_button = button(tr("&Remove"), tr("Take this archive away"), self.remove_node, "removeNode")
        self.test_button = button(
            tr("&Test"),
            tr("Ask the archive whether it is there and what it offers; nothing is sent"),
            self.test,
            "testNode",
        )
        for each in (self.add_button, self.remove_button, self.test_button):
            each.setAutoDefault(False)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addWidget(self.remove_button)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addLayout(row)
        self._form_area = scrolling(self.form, tr("The chosen archive"))
        self._outcome_area = scrolling(self.outcome, tr("What the test found"))
        self.outcome.setAlignment(Qt.AlignmentFlag.AlignTop)
        test_row = QHBoxLayout()
        test_row.addWidget(self.test_button, 0, Qt.AlignmentFlag.AlignTop)
        test_row.addWidget(self._outcome_area, 1)
        test_row.addStretch(0)
        right = QVBoxLayout()
        right.addWidget(self.empty_note, 0, Qt.AlignmentFlag.AlignTop)
        right.addWidget(self._form_area, 1)
        right.addWidget(self.problem)
        right.addLayout(test_row)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(_SPACING)
        layout.addLayout(left)
        layout.addLayout(right, 1)
