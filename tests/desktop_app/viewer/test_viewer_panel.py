from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from core.imaging.radiograph import Radiograph
from core.model.activation import ActivationMap
from core.model.input import FieldOfView
from core.model.lungs import LungFinding
from desktop_app.theme import Theme, colours
from desktop_app.viewer.provenance_dialog import ProvenanceDialog
from desktop_app.viewer.viewer_panel import ViewerPanel
from desktop_app.viewer.viewer_values import ViewerTool

# Qt's offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

MakeRadiograph = Callable[..., Radiograph]


@pytest.fixture
def panel(qtbot: QtBot) -> ViewerPanel:
    widget = ViewerPanel()
    qtbot.addWidget(widget)
    widget.resize(1000, 700)
    widget.set_theme(colours(Theme.DARK))
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


@pytest.mark.parametrize(
    ("key", "tool"),
    [
        (Qt.Key.Key_W, ViewerTool.WINDOW),
        (Qt.Key.Key_Z, ViewerTool.ZOOM),
        (Qt.Key.Key_H, ViewerTool.PAN),
        (Qt.Key.Key_L, ViewerTool.LENGTH),
        (Qt.Key.Key_A, ViewerTool.ANGLE),
        (Qt.Key.Key_C, ViewerTool.CARDIOTHORACIC),
        (Qt.Key.Key_R, ViewerTool.RECTANGLE),
        (Qt.Key.Key_E, ViewerTool.ELLIPSE),
    ],
)
def test_letters_choose_tools(
    panel: ViewerPanel, make_radiograph: MakeRadiograph, key: Qt.Key, tool: ViewerTool
) -> None:
    panel.show_radiograph(make_radiograph())
    panel.image_view.setFocus()
    QTest.keyClick(panel.image_view, key)
    assert panel.image_view.tool is tool


def test_letters_change_the_view_and_reset_undoes_it(panel: ViewerPanel, make_radiograph: MakeRadiograph) -> None:
    panel.show_radiograph(make_radiograph())
    view = panel.image_view
    view.setFocus()
    before = view.geometry_of_view
    for key in (Qt.Key.Key_I, Qt.Key.Key_BracketRight, Qt.Key.Key_X, Qt.Key.Key_Plus):
        QTest.keyClick(view, key)
    assert view.is_inverted
    assert view.geometry_of_view.orientation != before.orientation
    assert view.geometry_of_view.scale > before.scale
    QTest.keyClick(view, Qt.Key.Key_0)
    assert not view.is_inverted
    assert not panel.viewer_actions["invert"].isChecked()
    assert view.geometry_of_view == before


@pytest.mark.parametrize(
    ("right", "left"),
    [
        (
            (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier),
            (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier),
        ),
        (
            (Qt.Key.Key_BracketRight, Qt.KeyboardModifier.NoModifier),
            (Qt.Key.Key_BracketLeft, Qt.KeyboardModifier.NoModifier),
        ),
    ],
)
def test_the_image_turns_by_arrows_and_by_brackets(
    panel: ViewerPanel,
    make_radiograph: MakeRadiograph,
    right: tuple[Qt.Key, Qt.KeyboardModifier],
    left: tuple[Qt.Key, Qt.KeyboardModifier],
) -> None:
    panel.show_radiograph(make_radiograph())
    view = panel.image_view
    view.setFocus()
    upright = view.geometry_of_view
    QTest.keyClick(view, *right)
    assert view.geometry_of_view.orientation.quarter_turns == 1
    QTest.keyClick(view, *left)
    assert view.geometry_of_view == upright


def test_no_tool_or_view_needs_a_key_behind_altgr_on_a_turkish_keyboard(panel: ViewerPanel) -> None:
    shown = [action.shortcut().toString() for group in panel.actions_by_group().values() for action in group]
    assert len([keys for keys in shown if keys]) > 25
    assert [keys for keys in shown if set(keys) & set("[]{}\\|@#$~")] == []


def test_what_a_tool_waits_for_has_the_room_that_an_answer_leaves(
    panel: ViewerPanel, make_radiograph: MakeRadiograph
) -> None:
    panel.show_radiograph(make_radiograph())
    maps = np.full((224, 224), 200, dtype=np.uint8)
    panel.set_lungs(LungFinding(maps, maps, 1.0, 0.5))
    panel._on_prompt_changed("Click the midline.")
    assert panel._prompt.isVisible()
    assert not panel._status.isVisible()
    panel._on_prompt_changed("")
    assert panel._status.isVisible()
    panel.set_lungs(None)
    panel._on_prompt_changed("Click the midline.")
    assert panel._status.isVisible()


def test_the_image_stays_where_it_is_when_an_answer_comes(panel: ViewerPanel, make_radiograph: MakeRadiograph) -> None:
    panel.show_radiograph(make_radiograph())
    QGuiApplication.processEvents()
    before = panel.image_view.geometry()
    maps = np.full((224, 224), 200, dtype=np.uint8)
    panel.set_lungs(LungFinding(maps, maps, 1.0, 0.5))
    QGuiApplication.processEvents()
    assert panel.lungs_button.isVisible()
    assert panel.image_view.geometry() == before


def test_lungs_are_switched_and_filled_by_letters(panel: ViewerPanel, make_radiograph: MakeRadiograph) -> None:
    panel.show_radiograph(make_radiograph())
    view = panel.image_view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_U)
    assert view.look.shows_lungs, "there is nothing to switch without an answer"
    maps = np.full((224, 224), 200, dtype=np.uint8)
    panel.set_lungs(LungFinding(maps, maps, 1.0, 0.5))
    QTest.keyClick(view, Qt.Key.Key_U, Qt.KeyboardModifier.ShiftModifier)
    assert view.look.fills_lungs
    QTest.keyClick(view, Qt.Key.Key_U)
    assert not view.look.shows_lungs
    assert not panel.lungs_slider.isEnabled()
    assert panel.lungs_button.text() == "Lungs off"
    QTest.keyClick(view, Qt.Key.Key_U)
    panel.lungs_slider.setValue(30)
    assert view.look.lungs_opacity == pytest.approx(0.3)
    panel.show_radiograph(None)
    assert not panel.lungs_button.isVisible()


def test_every_action_can_be_found_and_has_a_name_and_a_tip(panel: ViewerPanel) -> None:
    actions = [action for group in panel.actions_by_group().values() for action in group]
    assert len(actions) == len(set(actions)) >= 25
    shortcuts = [key.toString() for action in actions for key in action.shortcuts()]
    assert len(shortcuts) == len(set(shortcuts))
    for action in actions:
        assert action.text()
        assert action.toolTip()
        assert action.shortcut().toString() in action.toolTip()
    for button in panel.toolbar.findChildren(QToolButton):
        if button.objectName() != "qt_toolbar_ext_button":
            assert button.accessibleName(), button.objectName()


def test_the_empty_viewer_invites_to_open(qtbot: QtBot, panel: ViewerPanel) -> None:
    button = panel.empty_page.open_button
    with qtbot.waitSignal(panel.open_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not panel.viewer_actions["fit"].isEnabled()


def test_presets_list_the_files_windows_and_measured_ones(panel: ViewerPanel, make_radiograph: MakeRadiograph) -> None:
    radiograph = make_radiograph()
    panel.show_radiograph(radiograph)
    panel.fill_preset_menu()
    by_name = {action.text(): action for action in panel._preset_menu.actions() if not action.isSeparator()}
    assert {"Whole", "Narrow", "Full range", "Lungs", "Bones and mediastinum"} <= set(by_name)
    by_name["Narrow"].trigger()
    assert panel.image_view.voi is radiograph.voi_options[1]
    by_name["Full range"].trigger()
    window = panel.image_view.current_window
    assert (window.lower, window.upper) == (0, 31999)


def test_lungs_are_the_dark_end_of_an_inverse_image_too(panel: ViewerPanel, make_radiograph: MakeRadiograph) -> None:
    panel.show_radiograph(make_radiograph(inverse=True))
    panel.fill_preset_menu()
    (lungs,) = (action for action in panel._preset_menu.actions() if action.text() == "Lungs")
    lungs.trigger()
    assert panel.image_view.current_window.lower > 9000
    assert panel.image_view.current_window.upper > 31000


def test_frames_can_be_chosen_only_where_there_are_several(
    qtbot: QtBot, panel: ViewerPanel, make_radiograph: MakeRadiograph
) -> None:
    panel.show_radiograph(make_radiograph())
    assert not panel.frame_chooser.isVisible()
    panel.show_radiograph(make_radiograph(frame_count=4))
    assert panel.frame_chooser.isVisible()
    with qtbot.waitSignal(panel.frame_requested) as asked:
        panel.frame_chooser.setValue(3)
    assert asked.args == [2]


def test_opacity_is_offered_with_a_heat_map_only(panel: ViewerPanel, make_radiograph: MakeRadiograph) -> None:
    panel.show_radiograph(make_radiograph())
    assert not panel.opacity_slider.isVisible()
    panel.set_heat_map(ActivationMap(np.ones((7, 7), np.float32), FieldOfView(0.1, 0.1, 0.9, 0.9)), "title")
    assert panel.opacity_slider.isVisible()
    panel.opacity_slider.setValue(80)
    assert panel.image_view.look.heat_map_opacity == 0.8
    panel.viewer_actions["heat_map"].trigger()
    assert not panel.image_view.look.shows_heat_map


def test_how_the_picture_was_made_can_be_read_and_copied(qtbot: QtBot, panel: ViewerPanel, chest: Radiograph) -> None:
    panel.show_radiograph(chest)
    panel.viewer_actions["provenance"].trigger()
    dialog = panel.findChild(ProvenanceDialog)
    assert dialog is not None
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "inverted once" in copied
    assert "Values of interest" in copied
    dialog.reject()


def test_the_status_line_says_what_is_under_the_pointer(panel: ViewerPanel, make_radiograph: MakeRadiograph) -> None:
    panel.show_radiograph(make_radiograph())
    QTest.mouseMove(panel.image_view, panel.image_view.rect().center())
    assert "stored" in panel._status.text()
