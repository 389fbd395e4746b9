"""The viewer as the window embeds it: toolbar, image, status line, and the controls of what lies over the image."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.language import tr
from desktop_app.viewer.empty_page import EmptyPage
from desktop_app.viewer.image_view import ImageView
from desktop_app.viewer.problem_page import ProblemPage
from desktop_app.viewer.side_by_side import SideBySide
from desktop_app.viewer.viewer_actions import ViewerActions
from desktop_app.viewer.viewer_values import CursorReadout, ViewerTool
from desktop_app.viewer.window_presets import file_presets, measured_presets

if TYPE_CHECKING:
    from core.error_wording import ErrorMessage
    from core.imaging.drawn_measurement import DrawnMeasurement
    from core.imaging.radiograph import Radiograph
    from core.model.activation import ActivationMap
    from core.model.lungs import LungFinding
    from desktop_app.theme import ThemeColours

ICON_SIDE = 18
OPACITY_SLIDER_WIDTH = 80
TOOLBAR = (
    ("pan", "window", "zoom"),
    ("length", "angle", "cardiothoracic", "rectangle", "ellipse", "mask"),
    ("fit", "actual_pixels", "reset"),
    ("invert", "rotate_counterclockwise", "rotate_clockwise", "flip_horizontally", "flip_vertically"),
    ("magnifier", "annotations", "overlays", "provenance"),
)


class ViewerPanel(QWidget):
    """Image with its tools. `image_view` is the canvas and carries the signals about window, cursor and region."""

    frame_requested = Signal(int)
    """Another frame of the file was chosen, from 0."""
    open_requested = Signal()
    """The Open button of the empty viewer was pressed."""
    retry_requested = Signal()
    """A scan that could not be read is asked for again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image_view = ImageView(self)
        self.viewer_actions = ViewerActions(self, self.image_view)
        self.empty_page = EmptyPage(self)
        self.empty_page.open_requested.connect(self.open_requested)
        self.problem_page = ProblemPage(self)
        self.problem_page.retry_requested.connect(self.retry_requested)
        self._has_heat_map = self._has_lungs = False
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.empty_page)
        switches = {name: self.viewer_actions[name] for name in ("annotations", "identity", "overlays")}
        self.side_by_side = SideBySide(self.image_view, switches, self)
        self._pages.addWidget(self.side_by_side)
        self._pages.addWidget(self.problem_page)
        self.toolbar = self._build_toolbar()
        self._status = QLabel(self)
        self._prompt = QLabel(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.toolbar)
        layout.addWidget(self._pages, 1)
        layout.addLayout(self._build_status_line())
        self._connect()
        self.setFocusProxy(self.image_view)
        self.show_radiograph(None)

    def show_radiograph(self, radiograph: Radiograph | None) -> None:
        """Show another image, or the empty state. An earlier scan beside it belongs to the image before, and goes."""
        self.side_by_side.close_prior()
        self.image_view.show_radiograph(radiograph)
        self.set_heat_map(None)
        self.set_lungs(None)
        self._pages.setCurrentWidget(self.empty_page if radiograph is None else self.side_by_side)
        self.viewer_actions.set_enabled(radiograph is not None)
        for name in ("heat_map", "lungs", "lungs_filled"):
            self.viewer_actions[name].setEnabled(False)
        self.viewer_actions["overlays"].setVisible(radiograph is not None and bool(radiograph.overlays))
        self._show_frames(radiograph)
        self._status.clear()

    def show_nothing_yet(self) -> None:
        """Show an empty, dark image while a scan is being read."""
        self.show_radiograph(None)
        self._pages.setCurrentWidget(self.side_by_side)

    def show_problem(self, message: ErrorMessage) -> None:
        """Say why the selected scan cannot be shown, where its image would be."""
        self.show_radiograph(None)
        self.problem_page.show_message(message)
        self._pages.setCurrentWidget(self.problem_page)

    def set_heat_map(self, heat: ActivationMap | None, title: str = "") -> None:
        """Offer a heat map over the image; `title` names its colour bar ("contribution to COVID-19 logit")."""
        self.image_view.set_heat_map(heat, title)
        self._has_heat_map = heat is not None
        self.viewer_actions["heat_map"].setEnabled(self._has_heat_map)
        self._on_heat_map_toggled(self.viewer_actions["heat_map"].isChecked())
        self._share_status_line()

    def set_lungs(self, finding: LungFinding | None) -> None:
        """Offer lung fields and opacities over the image."""
        self.image_view.set_lungs(finding)
        self._has_lungs = finding is not None
        for name in ("lungs", "lungs_filled"):
            self.viewer_actions[name].setEnabled(self._has_lungs)
        self._on_lungs_toggled(self.viewer_actions["lungs"].isChecked())
        self._share_status_line()

    def set_theme(self, colours: ThemeColours) -> None:
        """Take the theme's colours; icons are tinted with its text colour."""
        text = QColor(colours.text)
        disabled = _mixed(QColor(colours.muted), QColor(colours.background))
        self.viewer_actions.tint(text, disabled)
        self.image_view.set_theme(colours)
        self.side_by_side.set_theme(colours)
        self.empty_page.set_theme(colours)
        self.problem_page.set_theme(colours)
        # As high as its buttons, which come with an answer: the image must not jump then, nor be drawn anew.
        self.lungs_button.ensurePolished()
        self._status.setMinimumHeight(self.lungs_button.sizeHint().height())

    def drawn_measurements(self) -> tuple[DrawnMeasurement, ...]:
        """The finished measurements on the shown image, for reports and results."""
        return self.image_view.measurements.drawn()

    def actions_by_group(self) -> Mapping[str, Sequence[QAction]]:
        """Every action under the heading that menus and the help sheet show it under."""
        return self.viewer_actions.by_group()

    def show_provenance(self) -> None:
        """Say how this picture was made, step by step."""
        view = self.image_view
        if view.radiograph is None:
            return
        from core.imaging.greyscale import describe_pipeline
        from desktop_app.viewer.provenance_dialog import ProvenanceDialog

        steps = describe_pipeline(view.radiograph, view.voi, view.is_inverted)
        dialog = ProvenanceDialog(view.radiograph.name, steps, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _build_toolbar(self) -> QToolBar:
        toolbar = QToolBar(tr("Viewer"), self)
        toolbar.setIconSize(QSize(ICON_SIDE, ICON_SIDE))
        toolbar.setAccessibleName(tr("Viewer tools"))
        # All tools fit beside two panels on a screen 1280 pixels wide.
        toolbar.setStyleSheet("QToolButton { padding: 4px; } QToolBar { spacing: 1px; }")
        self.preset_button = QToolButton(self)
        self.preset_button.setDefaultAction(self.viewer_actions["presets"])
        self.preset_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._preset_menu = QMenu(self.preset_button)
        self.viewer_actions["presets"].setMenu(self._preset_menu)
        for group in TOOLBAR:
            if toolbar.actions():
                toolbar.addSeparator()
            for name in group:
                toolbar.addAction(self.viewer_actions[name])
                if name == "window":
                    toolbar.addWidget(self.preset_button)
        for action in toolbar.actions():
            button = toolbar.widgetForAction(action)
            if isinstance(button, QToolButton):
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.setAccessibleName(action.text() or button.text())
        return toolbar

    def _build_status_line(self) -> QHBoxLayout:
        self._status.setAccessibleName(tr("Values under the pointer"))
        self._status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._prompt.setAccessibleName(tr("What the tool waits for"))
        self._prompt.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._prompt.setWordWrap(True)
        self.frame_label = QLabel(tr("Fram&e"), self)
        self.frame_chooser = QSpinBox(self)
        self.frame_chooser.setKeyboardTracking(False)
        self.frame_chooser.setAccessibleName(tr("Frame"))
        self.frame_chooser.setToolTip(tr("Which frame of the file is shown and classified (. next, , before)"))
        self.frame_label.setBuddy(self.frame_chooser)
        self.opacity_slider = self._opacity_slider(
            tr("Heat map opacity"), tr("How strongly the heat map covers the image")
        )
        self.heat_map_button = self._toggle_button("heat_map", tr("Heat map"))
        self.lungs_slider = self._opacity_slider(
            tr("Lungs opacity"), tr("How strongly lung fields and opacities cover the image")
        )
        self.lungs_button = self._toggle_button("lungs", tr("Lungs"))
        line = QHBoxLayout()
        line.setContentsMargins(8, 3, 8, 3)
        line.setSpacing(8)
        line.addWidget(self._prompt, 3)
        self._prompt.hide()
        line.addWidget(self._status, 4)
        for widget in (
            self.frame_label,
            self.frame_chooser,
            self.lungs_button,
            self.lungs_slider,
            self.heat_map_button,
            self.opacity_slider,
        ):
            line.addWidget(widget)
        return line

    def _opacity_slider(self, name: str, tip: str) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(0, 100)
        slider.setPageStep(10)
        slider.setFixedWidth(OPACITY_SLIDER_WIDTH)
        slider.setAccessibleName(name)
        slider.setToolTip(tip)
        return slider

    def _toggle_button(self, name: str, spoken: str) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(self.viewer_actions[name])
        button.setIconSize(QSize(ICON_SIDE, ICON_SIDE))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAccessibleName(spoken)
        return button

    def _connect(self) -> None:
        view, actions = self.image_view, self.viewer_actions
        view.cursor_moved.connect(self._on_cursor_moved)
        view.prompt_changed.connect(self._on_prompt_changed)
        actions.tool_group.triggered.connect(self._on_tool_triggered)
        actions["provenance"].triggered.connect(self.show_provenance)
        actions["presets"].triggered.connect(self.preset_button.showMenu)
        actions["next_frame"].triggered.connect(self.frame_chooser.stepUp)
        actions["previous_frame"].triggered.connect(self.frame_chooser.stepDown)
        actions["heat_map"].toggled.connect(self._on_heat_map_toggled)
        self.opacity_slider.valueChanged.connect(self._on_opacity_changed)
        actions["lungs"].toggled.connect(self._on_lungs_toggled)
        self.lungs_slider.valueChanged.connect(self._on_lungs_opacity_changed)
        self.lungs_slider.setValue(80)
        self.opacity_slider.setValue(45)
        self.frame_chooser.valueChanged.connect(self._on_frame_chosen)
        self._preset_menu.aboutToShow.connect(self.fill_preset_menu)
        self._preset_menu.triggered.connect(self._on_preset_triggered)

    def _show_frames(self, radiograph: Radiograph | None) -> None:
        count = radiograph.frame_count if radiograph is not None else 1
        index = radiograph.frame_index if radiograph is not None else 0
        self.frame_chooser.blockSignals(True)
        self.frame_chooser.setRange(1, count)
        self.frame_chooser.setSuffix(f" / {count}")
        self.frame_chooser.setValue(index + 1)
        self.frame_chooser.blockSignals(False)
        self.frame_chooser.setVisible(count > 1)
        self.frame_label.setVisible(count > 1)
        for name in ("next_frame", "previous_frame"):
            self.viewer_actions[name].setVisible(count > 1)

    def fill_preset_menu(self) -> None:
        """List the windows that this image offers, the one in force checked."""
        menu, radiograph = self._preset_menu, self.image_view.radiograph
        menu.clear()
        if radiograph is None:
            return
        current = self.image_view.voi or radiograph.voi_options[0]
        _add_heading(menu, tr("From the file"))
        for name, voi in file_presets(radiograph):
            self._add_preset(menu, name, voi, voi is current)
        menu.addSeparator()
        _add_heading(menu, tr("Measured on this image"))
        for name, voi in measured_presets(radiograph):
            self._add_preset(menu, tr(name), voi, getattr(current, "explanation", "") == name)

    def _add_preset(self, menu: QMenu, name: str, voi: object, checked: bool) -> None:
        action = menu.addAction(name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(checked)
        action.setData(voi)

    def _on_preset_triggered(self, action: QAction) -> None:
        self.image_view.set_voi(action.data())

    def _on_tool_triggered(self, action: QAction) -> None:
        # Qt hands a StrEnum back as a plain string.
        self.image_view.set_tool(ViewerTool(action.data()))

    def _on_heat_map_toggled(self, shown: bool) -> None:
        self.opacity_slider.setVisible(self._has_heat_map)
        self.heat_map_button.setVisible(self._has_heat_map)
        self.opacity_slider.setEnabled(shown)
        self.viewer_actions["heat_map"].setIconText(tr("Heat map on") if shown else tr("Heat map off"))

    def _on_lungs_toggled(self, shown: bool) -> None:
        self.lungs_slider.setVisible(self._has_lungs)
        self.lungs_button.setVisible(self._has_lungs)
        self.lungs_slider.setEnabled(shown)
        self.viewer_actions["lungs"].setIconText(tr("Lungs on") if shown else tr("Lungs off"))

    def _on_prompt_changed(self, prompt: str) -> None:
        self._prompt.setText(prompt)
        self._prompt.setVisible(bool(prompt))
        self._share_status_line()

    def _share_status_line(self) -> None:
        """Give what the tool waits for the whole room that the controls of an answer leave: it must be read."""
        self._status.setVisible(not (self._prompt.text() and (self._has_heat_map or self._has_lungs)))

    def _on_opacity_changed(self, percent: int) -> None:
        self.image_view.set_heat_map_opacity(percent / 100)

    def _on_lungs_opacity_changed(self, percent: int) -> None:
        self.image_view.set_lungs_opacity(percent / 100)

    def _on_frame_chosen(self, number: int) -> None:
        self.frame_requested.emit(number - 1)

    def _on_cursor_moved(self, readout: CursorReadout | None) -> None:
        self._status.setText(str(readout) if readout is not None else "")


def _add_heading(menu: QMenu, text: str) -> None:
    """Say what the next actions are. The style sheet draws no title for a section of Qt's."""
    menu.addAction(text).setEnabled(False)


def _mixed(first: QColor, second: QColor) -> QColor:
    """Half of each, opaque."""
    return QColor(
        (first.red() + second.red()) // 2,
        (first.green() + second.green()) // 2,
        (first.blue() + second.blue()) // 2,
    )
