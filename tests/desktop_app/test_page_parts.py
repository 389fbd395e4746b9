"""Parts of pages follow the person's language and screen."""

from PySide6.QtWidgets import QDialog, QDoubleSpinBox
from pytestqt.qtbot import QtBot

from core.language import TranslationFile, use_catalogue
from desktop_app.page_parts import resize_within_screen, write_in_percent


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


def test_a_window_is_as_large_as_is_comfortable_and_no_larger_than_its_screen(qtbot: QtBot) -> None:
    window = QDialog()
    qtbot.addWidget(window)
    available = window.screen().availableGeometry()
    resize_within_screen(window, 300, 200)
    assert (window.width(), window.height()) == (300, 200)
    resize_within_screen(window, 2 * available.width(), 2 * available.height())
    assert window.width() < available.width()
    assert window.height() < available.height()
