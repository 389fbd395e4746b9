from pytestqt.qtbot import QtBot

from desktop_app.about_dialog import AboutDialog


def test_every_part_shows_its_licence(qtbot: QtBot) -> None:
    dialog = AboutDialog("The active model is a test.")
    qtbot.addWidget(dialog)
    names = [dialog.licences.parts.item(row).text() for row in range(dialog.licences.parts.count())]

    row = next(number for number, name in enumerate(names) if name.startswith("pydicom "))
    dialog.tabs.setCurrentIndex(1)
    dialog.licences.parts.setCurrentRow(row)

    assert "Permission is hereby granted" in dialog.licences.text.toPlainText()
    assert dialog.licences.text.isReadOnly()
