"""Sentences in a list are whole at every width."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from desktop_app.training_wizard.sentence_delegate import SentenceDelegate

SENTENCE = "Look at this: the class has 32 images only: figures about it will be vague."


def test_items_are_as_high_as_their_sentence_at_every_width(qtbot: QtBot) -> None:
    view = QListWidget()
    qtbot.addWidget(view)
    view.setWordWrap(True)
    SentenceDelegate(view)
    # More than fit: the scroll bar is there.
    view.addItems([SENTENCE] * 60)
    view.show()
    metrics, flags = view.fontMetrics(), int(Qt.TextFlag.TextWordWrap)
    lines = set()
    for width in range(260, 700, 7):
        view.resize(width, 200)
        QApplication.processEvents()
        view.doItemsLayout()
        rect = view.visualItemRect(view.item(0))
        assert rect.right() <= view.viewport().width()
        needed = metrics.boundingRect(QRect(0, 0, rect.width() - 6, 1000), flags, SENTENCE).height()
        assert rect.height() >= needed
        lines.add(rect.height() // metrics.height())
    assert len(lines) > 1
