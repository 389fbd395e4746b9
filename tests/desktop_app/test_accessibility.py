"""What a person without a mouse, or without sight, needs of the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from desktop_app.application import Workstation


def takes_focus(widget: QWidget) -> bool:
    return widget.isVisible() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name)) if interface is not None else ""


def test_whatever_takes_the_focus_has_a_name(workstation: Workstation) -> None:
    workstation.window.viewer.frame_chooser.show()
    widgets = [widget for widget in workstation.window.findChildren(QWidget) if takes_focus(widget)]
    assert len(widgets) > 20
    unnamed = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in widgets
        if not spoken_name(widget) and not widget.objectName().startswith("qt_") and not isinstance(widget, QLabel)
    ]
    assert not unnamed


def test_every_button_says_what_it_does(workstation: Workstation) -> None:
    buttons = workstation.window.findChildren(QAbstractButton)
    ours = [button for button in buttons if not button.objectName().startswith(("qt_", "Scroll"))]
    assert not [button.text() for button in ours if not button.toolTip() and button.text()]


def test_tab_leads_from_the_scans_over_the_image_to_the_answer(workstation: Workstation) -> None:
    window = workstation.window
    order, widget = [], window.strip.list_view.nextInFocusChain()
    while widget is not window.strip.list_view:
        order.append(widget)
        widget = widget.nextInFocusChain()
    classify = window.result_panel.findChild(QAbstractButton, "classify")
    assert order.index(window.viewer.image_view) < order.index(classify)


def test_menus_show_what_is_switched_on(workstation: Workstation) -> None:
    actions = [action for group in workstation.window.viewer.actions_by_group().values() for action in group]
    # An icon would be drawn where the check mark belongs.
    assert not [action.text() for action in actions if action.isIconVisibleInMenu()]
    assert workstation.window.viewer.viewer_actions["presets"] in actions
