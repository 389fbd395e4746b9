"""Readable in both themes, and never a colour that judges."""

import colorsys

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QSpinBox, QStyle
from pytestqt.qtbot import QtBot

from desktop_app.theme import Theme, ThemeColours, apply_theme, colours

AA_TEXT = 4.5
AA_GRAPHICS = 3.0
THEMES = [Theme.DARK, Theme.LIGHT]


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_buttons_of_dialogs_have_no_icons_of_the_platform(qapp: QApplication, theme: Theme) -> None:
    # The platform draws them for its own colours: dark ones on a dark button.
    apply_theme(qapp, theme)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close | QDialogButtonBox.StandardButton.Ok)
    assert not box.style().styleHint(QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons, None, box)
    assert all(button.icon().isNull() for button in box.buttons())


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    "text", ["text", "muted", "warning", "danger", "positive", "negative", "undetermined", "accent"]
)
@pytest.mark.parametrize("ground", ["background", "surface", "raised"])
def test_text_reaches_wcag_aa(theme: Theme, text: str, ground: str) -> None:
    chosen = colours(theme)
    assert contrast(getattr(chosen, text), getattr(chosen, ground)) >= AA_TEXT


@pytest.mark.parametrize("theme", THEMES)
def test_text_over_image_and_accent(theme: Theme) -> None:
    chosen = colours(theme)
    assert contrast(chosen.annotation, chosen.image_background) >= AA_TEXT
    assert contrast(chosen.on_accent, chosen.accent) >= AA_TEXT


@pytest.mark.parametrize("theme", THEMES)
def test_large_areas_are_neutral(theme: Theme) -> None:
    chosen = colours(theme)
    for ground in (chosen.background, chosen.surface, chosen.image_background):
        assert len({ground[1:3], ground[3:5], ground[5:7]}) == 1


@pytest.mark.parametrize("theme", THEMES)
def test_negative_is_not_green(theme: Theme) -> None:
    def hue(colour: str) -> float:
        return colorsys.rgb_to_hsv(*(int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)))[0] * 360

    for colour in (colours(theme).negative, colours(theme).positive, colours(theme).undetermined):
        assert not 75 < hue(colour) < 170


def test_dark_theme_is_darker_than_the_image() -> None:
    assert luminance(colours(Theme.DARK).background) < 0.01


@pytest.mark.parametrize("theme", [*THEMES, Theme.SYSTEM])
def test_applying_sets_palette_and_sheet(qapp: QApplication, theme: Theme) -> None:
    chosen = apply_theme(qapp, theme)
    assert isinstance(chosen, ThemeColours)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == chosen.background
    assert chosen.accent in qapp.styleSheet()


def test_fields_for_numbers_have_room_for_the_tails_of_letters(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, Theme.DARK)
    field = QSpinBox()
    qtbot.addWidget(field)
    field.show()
    assert field.lineEdit().height() >= field.fontMetrics().height()
