"""The viewer's actions, each with name, shortcut, tooltip and icon, declared once for toolbar, menus and help."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QColor, QKeySequence
from PySide6.QtWidgets import QWidget

from core.language import mark, tr
from desktop_app.viewer.icons import viewer_icon
from desktop_app.viewer.image_view import ImageView
from desktop_app.viewer.viewer_values import ViewerTool


@dataclass(frozen=True)
class ActionSpec:
    """One action.

    Attributes:
        name: Its icon, and its object name.
        text: As in a menu.
        keys: Shortcuts, the first of which is shown.
        tip: One sentence on what it does.
        meaning: What tells the text from the same word in another sense.
    """

    name: str
    text: str
    keys: tuple[str, ...]
    tip: str
    meaning: str = ""


TOOLS: Mapping[ViewerTool, ActionSpec] = {
    ViewerTool.PAN: ActionSpec("pan", mark("Move"), ("H",), mark("Drag to move the image")),
    ViewerTool.WINDOW: ActionSpec(
        "window",
        mark("Window"),
        ("W",),
        mark("Drag to change contrast (sideways) and brightness (up); right-drag always does"),
    ),
    ViewerTool.ZOOM: ActionSpec(
        "zoom", mark("Zoom"), ("Z",), mark("Drag up to enlarge; the wheel always zooms at the pointer")
    ),
    ViewerTool.LENGTH: ActionSpec(
        "length", mark("Length", "a distance"), ("L",), mark("Measure a distance"), "a distance"
    ),
    ViewerTool.ANGLE: ActionSpec("angle", mark("Angle"), ("A",), mark("Measure an angle: end, vertex, end")),
    ViewerTool.CARDIOTHORACIC: ActionSpec(
        "cardiothoracic",
        mark("Cardiothoracic ratio"),
        ("C",),
        mark("Heart width over chest width, guided in six clicks"),
    ),
    ViewerTool.RECTANGLE: ActionSpec("rectangle", mark("Rectangle"), ("R",), mark("Histogram of a rectangle")),
    ViewerTool.ELLIPSE: ActionSpec("ellipse", mark("Ellipse"), ("E",), mark("Histogram of an ellipse")),
    ViewerTool.MASK: ActionSpec(
        "mask", mark("Mask text"), ("K",), mark("Black out text in the picture, in de-identified copies of it only")
    ),
}

VIEW = (
    ActionSpec("fit", mark("Fit to window"), ("F",), mark("Show the whole image")),
    ActionSpec("actual_pixels", mark("Actual pixels"), ("1",), mark("One image pixel on one pixel of the screen")),
    ActionSpec("zoom_in", mark("Zoom in"), ("+", "="), mark("Enlarge")),
    ActionSpec("zoom_out", mark("Zoom out"), ("-",), mark("Reduce")),
    # On a Turkish keyboard the brackets lie behind AltGr, so that they are no single keys there; arrows are everywhere.
    ActionSpec(
        "rotate_counterclockwise", mark("Rotate left"), ("Ctrl+Left", "["), mark("Turn a quarter counterclockwise")
    ),
    ActionSpec("rotate_clockwise", mark("Rotate right"), ("Ctrl+Right", "]"), mark("Turn a quarter clockwise")),
    ActionSpec("flip_horizontally", mark("Flip left and right"), ("X",), mark("Exchange left and right")),
    ActionSpec(
        "flip_vertically",
        mark("Flip top and bottom"),
        ("Shift+X",),
        mark("Exchange top and bottom"),
    ),
    ActionSpec(
        "reset",
        mark("Reset view"),
        ("0",),
        mark("The file's own window, upright, fitted; measurements stay. Space on the image does it too"),
    ),
)
TOGGLES = (
    ActionSpec("invert", mark("Invert"), ("I",), mark("Turn black and white")),
    ActionSpec("magnifier", mark("Magnifier"), ("M",), mark("A lens at the pointer")),
    ActionSpec("heat_map", mark("Heat map"), ("O",), mark("Show the model's heat map over the image")),
    ActionSpec(
        "lungs",
        mark("Lungs and opacities"),
        ("U",),
        mark("Show lung fields and opacities, as the lung network draws them"),
    ),
    ActionSpec(
        "lungs_filled",
        mark("Fill lungs and opacities"),
        ("Shift+U",),
        mark("Fill lung fields and opacities, or outline them only"),
    ),
    ActionSpec("annotations", mark("Annotations"), ("T",), mark("Show the text over the image and the scale bar")),
    ActionSpec(
        "identity",
        mark("Patient identity"),
        ("Shift+T",),
        mark("Show what names the patient in the annotations"),
    ),
    ActionSpec("overlays", mark("Embedded graphics"), ("G",), mark("Show graphics stored with the image")),
)
OTHER = (
    ActionSpec(
        "delete",
        mark("Delete measurement"),
        ("Delete",),  # untranslated: a key
        mark("Delete the selected measurement, or with its tool mask, else the latest"),
    ),
    ActionSpec(
        "delete_all",
        mark("Delete all measurements"),
        ("Shift+Delete",),
        mark("Delete every measurement of this image, or with its tool every mask"),
    ),
    ActionSpec("presets", mark("Window presets"), ("V",), mark("Windows of the file, and measured on this image")),
    ActionSpec("next_frame", mark("Next frame"), (".",), mark("Show the next frame of this file")),
    ActionSpec("previous_frame", mark("Previous frame"), (",",), mark("Show the frame before")),
    ActionSpec(
        "provenance", mark("How was this picture made?"), ("P",), mark("Every step from the file to the screen")
    ),
)
TOOLS_GROUP = mark("Tools")
MEASURE_GROUP = mark("Measure")
VIEW_GROUP = mark("View", "menu")
SHOW_GROUP = mark("Show")
WITHOUT_ICON = frozenset({"zoom_in", "zoom_out", "delete_all", "next_frame", "previous_frame"})


def group_title(group: str) -> str:
    """A heading of `ViewerActions.by_group`, or of other actions, as a person reads it.

    Args:
        group: The heading, as `tr` takes it.
    """
    return tr("View", "menu") if group == VIEW_GROUP else tr(group)


class ViewerActions:
    """All actions of one viewer, connected to its image."""

    def __init__(self, owner: QWidget, view: ImageView) -> None:
        self._owner = owner
        self._view = view
        self._by_name: dict[str, QAction] = {}
        self._tools: dict[ViewerTool, QAction] = {}
        self.tool_group = QActionGroup(owner)
        for tool, spec in TOOLS.items():
            action = self._tools[tool] = self._added(spec, checkable=True)
            action.setData(tool)
            self.tool_group.addAction(action)
        self._tools[ViewerTool.PAN].setChecked(True)
        for spec in (*VIEW, *OTHER):
            self._added(spec, checkable=False)
        for spec in TOGGLES:
            self._added(spec, checkable=True)
        for name in ("heat_map", "lungs", "annotations", "identity", "overlays"):
            self._by_name[name].setChecked(True)
        self._connect()

    def __getitem__(self, name: str) -> QAction:
        """The action of this name."""
        return self._by_name[name]

    def by_group(self) -> Mapping[str, Sequence[QAction]]:
        """Every action under the heading that menus and the help sheet show it under: one that `group_title` words."""
        hand = (ViewerTool.PAN, ViewerTool.WINDOW, ViewerTool.ZOOM, ViewerTool.MASK)
        shown = ("heat_map", "lungs", "lungs_filled", "magnifier", "annotations", "identity", "overlays", "provenance")
        measures = [action for tool, action in self._tools.items() if tool not in hand]
        return {
            TOOLS_GROUP: [self._tools[tool] for tool in hand],
            MEASURE_GROUP: [*measures, self["delete"], self["delete_all"]],
            VIEW_GROUP: [self[spec.name] for spec in VIEW]
            + [self["invert"], self["presets"], self["next_frame"], self["previous_frame"]],
            SHOW_GROUP: [self[name] for name in shown],
        }

    def tint(self, colour: QColor, disabled: QColor) -> None:
        """Draw all icons in the theme's colours."""
        for name, action in self._by_name.items():
            if name not in WITHOUT_ICON:
                action.setIcon(viewer_icon(name, colour, disabled))

    def set_enabled(self, enabled: bool) -> None:
        """Whether there is an image to act on."""
        for action in self._by_name.values():
            action.setEnabled(enabled)

    def _added(self, spec: ActionSpec, checkable: bool) -> QAction:
        text, tip = tr(spec.text, spec.meaning), tr(spec.tip)
        action = QAction(text, self._owner)
        action.setObjectName(spec.name)
        action.setCheckable(checkable)
        # In a menu an icon would take the place of the check mark.
        action.setIconVisibleInMenu(False)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        # Letters work wherever the focus is in the window: fields that are typed into keep their letters by themselves.
        # Delete means something else in the list of scans.
        context = Qt.ShortcutContext.WindowShortcut
        if any("Delete" in key for key in spec.keys):
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        action.setShortcutContext(context)
        action.setToolTip(f"{text} ({QKeySequence(spec.keys[0]).toString(_NATIVE)})\n{tip}")
        action.setStatusTip(tip)
        self._owner.addAction(action)
        self._by_name[spec.name] = action
        return action

    def _connect(self) -> None:
        view = self._view
        slots: Mapping[str, Callable[[], None]] = {
            "fit": view.fit,
            "actual_pixels": view.zoom_to_actual_pixels,
            "zoom_in": view.zoom_in,
            "zoom_out": view.zoom_out,
            "rotate_clockwise": view.rotate_clockwise,
            "rotate_counterclockwise": view.rotate_counterclockwise,
            "flip_horizontally": view.flip_horizontally,
            "flip_vertically": view.flip_vertically,
            "reset": view.reset_view,
            "delete": view.delete_selected_measurement,
            "delete_all": view.delete_all_measurements,
        }
        for name, slot in slots.items():
            self[name].triggered.connect(slot)
        self["invert"].toggled.connect(view.set_inverted)
        view.inverted_changed.connect(self["invert"].setChecked)
        self["magnifier"].toggled.connect(view.set_magnifier)
        self["heat_map"].toggled.connect(view.set_heat_map_visible)
        self["lungs"].toggled.connect(view.set_lungs_visible)
        self["lungs_filled"].toggled.connect(view.set_lungs_filled)
        self["annotations"].toggled.connect(view.set_annotations_visible)
        self["identity"].toggled.connect(view.set_identity_visible)
        self["overlays"].toggled.connect(view.set_overlays_visible)


_NATIVE = QKeySequence.SequenceFormat.NativeText
