"""Colours and style sheet: a dark theme for the reading room and a light one for the office.

Greys are neutral, without a tint, so that the eye's judgement of a greyscale image is not shifted by what surrounds
it; in the dark theme nothing large is brighter than the image. Every text colour reaches WCAG 2.2 AA (4.5 : 1) on
the background and the surface it is written on.
"""

import sys
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication


class Theme(StrEnum):
    """Which colours the window is painted in."""

    DARK = "dark"
    LIGHT = "light"
    SYSTEM = "system"


@dataclass(frozen=True)
class ThemeColours:
    """The colours of a theme, by what they are for. Each is `#rrggbb`.

    Attributes:
        background: Behind everything.
        surface: Panels, buttons and fields that lie on the background.
        raised: Hovered or selected surface.
        border: Lines between areas; also the outline of fields.
        text: Ordinary text.
        muted: Secondary text, still readable.
        accent: Focus, selection, links and running progress.
        on_accent: Text written on the accent.
        warning: Something to know before trusting a result.
        danger: Something failed.
        positive: The model's positive class. Says nothing about good or bad.
        negative: The model's negative class. Never green: a negative answer is not a healthy person.
        undetermined: An answer that is neither.
        image_background: Around the radiograph.
        annotation: Text and graphics drawn over the radiograph.
    """

    background: str
    surface: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    warning: str
    danger: str
    positive: str
    negative: str
    undetermined: str
    image_background: str
    annotation: str


_DARK = ThemeColours(
    background="#121212",
    surface="#1c1c1c",
    raised="#2b2b2b",
    border="#3a3a3a",
    text="#d6d6d6",
    muted="#9a9a9a",
    accent="#7fa8d1",
    on_accent="#101010",
    warning="#e0b050",
    danger="#ee8277",
    positive="#e39a5b",
    negative="#86a9cc",
    undetermined="#c5a8e0",
    image_background="#000000",
    annotation="#e8d27a",
)

_LIGHT = ThemeColours(
    background="#f1f1f1",
    surface="#ffffff",
    raised="#e2e6ea",
    border="#b8b8b8",
    text="#1b1b1b",
    muted="#575757",
    accent="#1f5f99",
    on_accent="#ffffff",
    warning="#7d5200",
    danger="#a8201a",
    positive="#9a4a08",
    negative="#2b5c8a",
    undetermined="#6a3f96",
    image_background="#000000",
    annotation="#f0dc82",
)


def resolve_theme(theme: Theme) -> Theme:
    """Return DARK or LIGHT; SYSTEM becomes what the desktop asks for, dark where it does not say."""
    if theme is not Theme.SYSTEM:
        return theme
    if QGuiApplication.instance() is None:
        return Theme.DARK
    is_light = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Light
    return Theme.LIGHT if is_light else Theme.DARK


def colours(theme: Theme) -> ThemeColours:
    """Return the colours of a theme."""
    return _LIGHT if resolve_theme(theme) is Theme.LIGHT else _DARK


def apply_theme(app: QApplication, theme: Theme) -> ThemeColours:
    """Paint the whole program in a theme.

    Returns:
        The colours, for widgets that paint themselves.
    """
    chosen = colours(theme)
    app.setStyle("Fusion")  # untranslated: a name of Qt's
    app.setPalette(_palette(chosen))
    app.setStyleSheet(_style_sheet(chosen))
    return chosen


def _palette(theme: ThemeColours) -> QPalette:
    """Return the palette that Fusion paints with."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.background,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.background,
        QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.danger,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Light: theme.raised,
        QPalette.ColorRole.Mid: theme.border,
        QPalette.ColorRole.Dark: theme.border,
        QPalette.ColorRole.Shadow: theme.background,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted).darker(115))
    return palette


def _style_sheet(theme: ThemeColours) -> str:
    """Return what the palette cannot say."""
    # On macOS the native focus ring is drawn outside the widget and the sheet would hide it.
    # Without a least height, Fusion cuts the tails of letters in fields for numbers.
    focus = "" if sys.platform == "darwin" else f"border: 1px solid {theme.accent};"  # untranslated: style sheet
    return f"""
QToolTip {{ color: {theme.text}; background: {theme.raised}; border: 1px solid {theme.border}; padding: 4px; }}
QMainWindow::separator {{ background: {theme.border}; width: 3px; height: 3px; }}
QMainWindow::separator:hover {{ background: {theme.accent}; }}
QDockWidget {{ color: {theme.muted}; }}
QDockWidget::title {{ background: {theme.background}; padding: 4px 8px 0 8px;
    border-bottom: 1px solid {theme.border}; }}
QMenuBar, QStatusBar {{ background: {theme.background}; color: {theme.text}; }}
QMenuBar::item {{ padding: 4px 9px; background: transparent; }}
QMenuBar::item:selected, QMenu::item:selected {{ background: {theme.raised}; color: {theme.text}; }}
QMenu {{ background: {theme.surface}; border: 1px solid {theme.border}; padding: 4px; }}
QMenu::item {{ padding: 5px 26px 5px 22px; }}
QMenu::item:disabled {{ color: {theme.muted}; }}
QMenu::separator {{ height: 1px; background: {theme.border}; margin: 4px 8px; }}
QToolBar {{ background: {theme.background}; border: none; border-bottom: 1px solid {theme.border};
    spacing: 2px; padding: 2px; }}
QToolButton {{ padding: 4px 6px; border: 1px solid transparent; border-radius: 4px; color: {theme.text}; }}
QToolButton:hover {{ background: {theme.raised}; }}
QToolButton:checked {{ background: {theme.raised}; border: 1px solid {theme.accent}; color: {theme.accent}; }}
QToolButton:focus, QPushButton:focus {{ {focus} }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton {{ background: {theme.surface}; border: 1px solid {theme.border}; border-radius: 4px; padding: 5px 12px; }}
QPushButton:hover {{ background: {theme.raised}; }}
QPushButton:pressed {{ background: {theme.border}; }}
QPushButton:disabled {{ color: {theme.muted}; border-color: {theme.raised}; }}
QCheckBox::indicator {{ width: 13px; height: 13px; border: 1px solid {theme.muted}; border-radius: 3px;
    background: {theme.surface}; }}
QCheckBox::indicator:checked {{ background: {theme.accent}; border-color: {theme.accent}; }}
QCheckBox::indicator:focus {{ border: 1px solid {theme.text}; }}
QRadioButton::indicator {{ width: 12px; height: 12px; border: 1px solid {theme.muted}; border-radius: 7px;
    background: {theme.surface}; }}
QRadioButton::indicator:checked {{ background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
    stop: 0 {theme.accent}, stop: 0.6 {theme.accent}, stop: 0.7 {theme.surface}); }}
QRadioButton::indicator:focus {{ border: 1px solid {theme.text}; }}
QListView {{ background: {theme.background}; border: none; outline: 0; }}
QScrollArea {{ background: transparent; border: none; }}
QProgressBar {{ background: {theme.raised}; border: none; border-radius: 3px; text-align: center;
    color: {theme.text}; }}
QProgressBar::chunk {{ background: {theme.accent}; border-radius: 3px; }}
QScrollBar {{ background: {theme.background}; border: none; }}
QScrollBar:vertical {{ width: 11px; }}
QScrollBar:horizontal {{ height: 11px; }}
QScrollBar::handle {{ background: {theme.border}; border-radius: 5px; min-height: 26px; min-width: 26px; }}
QScrollBar::handle:hover {{ background: {theme.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QLabel[role="muted"] {{ color: {theme.muted}; }}
QLabel[role="warning"] {{ color: {theme.warning}; }}
QLabel[role="danger"] {{ color: {theme.danger}; }}
QLabel[role="heading"] {{ font-weight: 600; }}
QLabel#researchUseBanner {{ color: {theme.warning}; font-weight: 600; padding: 1px 10px; }}
QFrame#dropFrame {{ border: 1px dashed {theme.muted}; border-radius: 6px; }}
QLineEdit#field {{ border: 1px solid {theme.border}; border-radius: 3px; padding: 3px 5px;
    background: {theme.surface}; }}
QAbstractSpinBox {{ min-height: 1.2em; }}
QLineEdit#field:focus {{ border: 1px solid {theme.accent}; }}
QFrame#messageBar {{ background: {theme.surface}; border: 1px solid {theme.border};
    border-left: 4px solid {theme.danger}; }}
QFrame#messageBar[severity="note"] {{ border-left: 4px solid {theme.accent}; }}
QFrame#messageBar[severity="warning"] {{ border-left: 4px solid {theme.warning}; }}
"""  # untranslated: style sheet
