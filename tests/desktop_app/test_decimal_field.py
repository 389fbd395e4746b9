"""Numbers with decimals are typed with either sign, whatever the person's language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.decimal_field import DecimalField
from desktop_app.page_parts import write_in_percent


@pytest.fixture(params=["en", "tr"])
def signs(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield str(request.param)
    QLocale.setDefault(before)


def a_field(qtbot: QtBot, largest: float) -> DecimalField:
    field = DecimalField()
    qtbot.addWidget(field)
    field.setDecimals(2)
    field.setRange(0, largest)
    return field


@pytest.mark.parametrize("largest", [100, 50_000])
@pytest.mark.parametrize("typed", ["1.5", "1,5"])
@pytest.mark.parametrize("is_pasted", [False, True])
def test_either_sign_means_the_same(qtbot: QtBot, signs: str, typed: str, largest: float, is_pasted: bool) -> None:
    field = a_field(qtbot, largest)
    field.lineEdit().selectAll()
    if is_pasted:
        QApplication.clipboard().setText(typed)
        field.lineEdit().paste()
    else:
        qtbot.keyClicks(field.lineEdit(), typed)
    assert field.text() == {"en": "1.5", "tr": "1,5"}[signs]
    field.interpretText()
    assert field.value() == 1.5


def test_the_sign_of_percent_stays_where_it_is(qtbot: QtBot, turkish: None) -> None:
    field = a_field(qtbot, 100)
    write_in_percent(field)
    field.lineEdit().setSelection(1, len(field.text()))
    qtbot.keyClicks(field.lineEdit(), "12.25")
    field.interpretText()
    assert field.text().startswith("%")
    assert field.value() == 12.25


def test_what_is_too_large_is_not_taken(qtbot: QtBot, signs: str) -> None:
    field = a_field(qtbot, 1)
    field.lineEdit().selectAll()
    qtbot.keyClicks(field.lineEdit(), "1.5")
    field.interpretText()
    assert field.value() == 1
