"""Parts of pages follow the person's language."""

from PySide6.QtWidgets import QDoubleSpinBox
from pytestqt.qtbot import QtBot

from core.language import TranslationFile, use_catalogue
from desktop_app.page_parts import write_in_percent


def test_the_sign_of_percent_stands_where_the_language_has_it(qtbot: QtBot) -> None:
    field = QDoubleSpinBox()
    qtbot.addWidget(field)
    field.setDecimals(0)
    field.setValue(5)
    write_in_percent(field)
    assert field.text() == "5 %"
    use_catalogue(TranslationFile({("{number} %", "a number in a field, in percent"): "%{number}"}))
    write_in_percent(field)
    assert field.text() == "%5"
