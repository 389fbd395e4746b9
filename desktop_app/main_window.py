"""The window: image in the middle, scans on the left, answer and histogram on the right."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QByteArray, Qt, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QDockWidget, QGraphicsView, QMainWindow, QVBoxLayout, QWidget

from core.error_wording import ErrorMessage
from core.imaging.radiograph import Radiograph
from core.language import tr
from core.model.class_words import class_word
from core.number_format import integer, tr_count
from core.screening.result import ScanResult
from desktop_app.error_messages import MessageBar
from desktop_app.histogram_controller import HistogramController
from desktop_app.incoming_data import has_openable_data, paths_of
from desktop_app.screening.controller import ScreeningController
from desktop_app.screening.panel_state import Answered, PanelState
from desktop_app.screening.result_panel import ResultPanel
from desktop_app.screening.scan_strip import ScanStrip
from desktop_app.settings import Settings
from desktop_app.theme import ThemeColours
from desktop_app.viewer.histogram_panel import HistogramPanel
from desktop_app.viewer.viewer_panel import ViewerPanel
from desktop_app.window_actions import WindowActions, use_in_whole_window
from desktop_app.window_parts import DropHighlight, ProgressLine, chain_focus, research_use_banner

_LAYOUT_VERSION = 1
_UNMAXIMISED_SHARE = 0.85
_RIGHT_SHARE = 0.2
_NARROWEST_RIGHT = 320


class MainWindow(QMainWindow):
    """Lays out the parts and passes scans, answers and messages between them."""

    closed = Signal()
    data_dropped = Signal(object)
    """Paths of dropped files and folders."""

    def __init__(self, controller: ScreeningController) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Hilum")  # untranslated: its name
        self.setAcceptDrops(True)
        self.setDockOptions(QMainWindow.DockOption.AnimatedDocks | QMainWindow.DockOption.AllowNestedDocks)
        self.controller = controller
        self.viewer = ViewerPanel()
        self.strip = ScanStrip(controller.session)
        self.result_panel = ResultPanel()
        self.histogram_panel = HistogramPanel()
        self.histograms = HistogramController(self.viewer.image_view, self.histogram_panel, self)
        self.message_bar = MessageBar()
        self.progress_line = ProgressLine()
        self.actions_of_window = WindowActions(self)
        self.may_close: Callable[[], bool] = _always
        """Asked before the window closes; a person may want something else to be finished first."""
        self._shows_identity = True
        self._lay_out()
        self._highlight = DropHighlight(self)
        self._connect()

    @property
    def shown_result(self) -> ScanResult | None:
        """The answer about the selected scan, None where there is none."""
        state = self.result_panel.state
        return state.result if isinstance(state, Answered) else None

    def fill_menus(self, recent_source: Callable[[], Sequence[str]]) -> None:
        """Build the menus.

        Args:
            recent_source: Says which paths were opened lately.
        """
        strip = self.strip
        strip_actions = [
            strip.next_action,
            strip.previous_action,
            strip.retry_action,
            strip.remove_action,
            strip.reveal_action,
            strip.copy_path_action,
        ]
        use_in_whole_window([strip.next_action, strip.previous_action, strip.retry_action])
        # Delete closes a scan only where the strip has the focus: elsewhere it may delete a measurement.
        strip.remove_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        strip.addActions(strip_actions)
        panels = [dock.toggleViewAction() for dock in self._docks]
        for number, action in enumerate(panels, start=1):
            action.setShortcut(f"Ctrl+{number}")  # untranslated: keys
        self.actions_of_window.fill_menus(self.viewer.actions_by_group(), strip_actions, panels, recent_source)

    def set_theme(self, colours: ThemeColours) -> None:
        """Hand the theme's colours to every part that paints itself."""
        for part in (self.viewer, self.histogram_panel, self.strip, self.result_panel, self._highlight):
            part.set_theme(colours)

    def restore_layout(self, settings: Settings) -> None:
        """Put the window and its docks where they were; the default where that is unknown or unusable."""
        if not settings.window_geometry or not self.restoreGeometry(QByteArray(settings.window_geometry)):
            self._take_screen()
        if not settings.window_layout or not self.restoreState(QByteArray(settings.window_layout), _LAYOUT_VERSION):
            self.reset_layout()

    @Slot(bool)
    def set_identity_visible(self, is_visible: bool) -> None:
        """Show or hide whose image it is, in the title and over the image."""
        self._shows_identity = is_visible
        self.viewer.viewer_actions["identity"].setChecked(is_visible)
        self._tell_title(self.controller.shown_radiograph)

    def show_choices(self, settings: Settings) -> None:
        """Put what the viewer remembers from last time into its controls."""
        self.set_identity_visible(settings.shows_identity)
        self.viewer.viewer_actions["annotations"].setChecked(settings.shows_annotations)
        self.viewer.viewer_actions["lungs_filled"].setChecked(settings.fills_lungs)
        self.viewer.opacity_slider.setValue(round(settings.heat_map_opacity * 100))
        self.viewer.lungs_slider.setValue(round(settings.lungs_opacity * 100))

    def with_choices(self, settings: Settings) -> Settings:
        """Return the settings with what the viewer's controls say now."""
        return replace(
            settings,
            shows_identity=self.viewer.viewer_actions["identity"].isChecked(),
            shows_annotations=self.viewer.viewer_actions["annotations"].isChecked(),
            heat_map_opacity=self.viewer.opacity_slider.value() / 100,
            lungs_opacity=self.viewer.lungs_slider.value() / 100,
            fills_lungs=self.viewer.viewer_actions["lungs_filled"].isChecked(),
        )

    def with_layout(self, settings: Settings) -> Settings:
        """Return the settings with the window's place and layout in them."""
        return replace(
            settings,
            window_geometry=bytes(self.saveGeometry().data()),
            window_layout=bytes(self.saveState(_LAYOUT_VERSION).data()),
        )

    @Slot()
    def reset_layout(self) -> None:
        """Put every dock back to where it was at first."""
        strip, result, histogram = self._docks
        for dock in self._docks:
            dock.setFloating(False)
            # Added while it is still there, a dock can leave an empty place behind.
            self.removeDockWidget(dock)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, strip)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, result)
        self.splitDockWidget(result, histogram, Qt.Orientation.Vertical)
        for dock in self._docks:
            dock.show()
        right = max(_NARROWEST_RIGHT, round(_RIGHT_SHARE * self.width()))
        self.resizeDocks([strip, result], [176, right], Qt.Orientation.Horizontal)
        # The answer is read on every scan, the histogram on some.
        self.resizeDocks([result, histogram], [1000, 450], Qt.Orientation.Vertical)

    def _take_screen(self) -> None:
        """Fill the screen at the first start; what is left of the window when it is made smaller lies in the middle."""
        available = self.screen().availableGeometry()
        self.resize(available.size() * _UNMAXIMISED_SHARE)
        self.move(available.center() - self.rect().center())
        self.setWindowState(Qt.WindowState.WindowMaximized)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  # Qt's name
        """Say that files may be dropped here."""
        if has_openable_data(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._highlight.show_over_window()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802  # Qt's name
        """Go on saying so."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802  # Qt's name
        """Take the highlight away."""
        self._highlight.hide()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  # Qt's name
        """Open what was dropped. Always a copy: the source must not delete its files."""
        self._highlight.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.data_dropped.emit(paths_of(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        """Say that the window closes, so that jobs are stopped and settings kept."""
        if not self.may_close():
            event.ignore()
            return
        self.closed.emit()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(research_use_banner())
        column.addWidget(self.message_bar)
        column.addWidget(self.viewer, 1)
        self.setCentralWidget(centre)
        self._docks = (
            self._dock(tr("Scans"), "scanStrip", self.strip),
            self._dock(tr("Result"), "resultPanel", self.result_panel),
            self._dock(tr("Histogram"), "histogramPanel", self.histogram_panel),
        )
        self._docks[0].dockLocationChanged.connect(self._on_strip_moved)
        self.statusBar().addPermanentWidget(self.progress_line)
        self.statusBar().setSizeGripEnabled(False)
        # Graphics views take drops for items of theirs; here a drop is always for the window.
        for view in self.findChildren(QGraphicsView):
            view.setAcceptDrops(False)
            view.viewport().setAcceptDrops(False)
        chain_focus(
            [self.strip.list_view, self.viewer.image_view],
            [self.message_bar, self.viewer, self.result_panel, self.histogram_panel],
        )

    def _dock(self, title: str, name: str, content: QWidget) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setWidget(content)
        return dock

    def _connect(self) -> None:
        controller = self.controller
        self.viewer.viewer_actions["identity"].toggled.connect(self.set_identity_visible)
        controller.radiograph_opened.connect(self._on_radiograph_opened)
        controller.scan_awaited.connect(self._on_scan_awaited)
        controller.scan_unreadable.connect(self._on_scan_unreadable)
        controller.panel_state_changed.connect(self._on_panel_state_changed)
        controller.selection_moved.connect(self.strip.show_selected)
        controller.selection_moved.connect(self.message_bar.dismiss)
        controller.problem_met.connect(self.message_bar.show_error)
        controller.runner.progressed.connect(self.progress_line.show_progress)
        controller.runner.batch_ended.connect(self._on_batch_ended)
        self.strip.scan_selected.connect(controller.select)
        self.strip.removal_requested.connect(controller.remove)
        self.strip.retry_requested.connect(controller.retry)
        self.viewer.retry_requested.connect(controller.retry_selected)
        self.viewer.frame_requested.connect(controller.show_frame)
        self.result_panel.classification_requested.connect(controller.classify_selected)
        self.result_panel.cancel_requested.connect(controller.cancel)
        self.progress_line.cancel_requested.connect(controller.cancel)

    @Slot(object)
    def _on_radiograph_opened(self, radiograph: Radiograph | None) -> None:
        if radiograph is not None:
            self.message_bar.dismiss()
        self.viewer.show_radiograph(radiograph)
        self.histograms.show_radiograph(radiograph)
        self._tell_title(radiograph)

    @Slot()
    def _on_scan_awaited(self) -> None:
        """Take the picture before away: the answer beside it is already about another scan."""
        self.message_bar.dismiss()
        self.viewer.show_nothing_yet()
        self.histograms.show_radiograph(None)
        self._tell_title(None)

    @Slot(object)
    def _on_scan_unreadable(self, message: ErrorMessage) -> None:
        self._on_radiograph_opened(None)
        self.message_bar.dismiss()
        self.viewer.show_problem(message)

    def _tell_title(self, radiograph: Radiograph | None) -> None:
        """Name the scan in the title, unless names are to be hidden: files are often called by the patient."""
        name = f"{radiograph.name} \N{EN DASH} " if radiograph is not None and self._shows_identity else ""
        self.setWindowTitle(f"{name}Hilum")  # untranslated: its name

    @Slot(object)
    def _on_panel_state_changed(self, state: PanelState) -> None:
        self.result_panel.show_state(state)
        result = state.result if isinstance(state, Answered) else None
        # Of a refused scan nothing is drawn either, unless a person overrode that.
        drawn = result if result is not None and result.shows_probabilities else None
        self.actions_of_window.save_heat_map.setEnabled(drawn is not None)
        self.actions_of_window.copy_result.setEnabled(result is not None)
        if drawn is not None and self.controller.shown_radiograph is not None:
            self.viewer.set_heat_map(
                drawn.activation, tr("contribution to {name} logit").format(name=class_word(drawn.positive_class))
            )
            self.viewer.set_lungs(drawn.evidence.finding if drawn.evidence is not None else None)
        else:
            self.viewer.set_heat_map(None)
            self.viewer.set_lungs(None)

    @Slot(int, int)
    def _on_batch_ended(self, classified: int, failed: int) -> None:
        if classified + failed > 1:
            self.statusBar().showMessage(_batch_sentence(classified, failed), 15_000)

    @Slot(Qt.DockWidgetArea)
    def _on_strip_moved(self, area: Qt.DockWidgetArea) -> None:
        horizontal = (Qt.DockWidgetArea.TopDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea)
        self.strip.set_horizontal(area in horizontal)


def _batch_sentence(classified: int, failed: int) -> str:
    """What came of classifying several scans."""
    if not failed:
        return tr_count("{count} scan classified.", "{count} scans classified.", classified)
    return tr_count(
        "{count} scan classified, {failed} could not be read.",
        "{count} scans classified, {failed} could not be read.",
        classified,
        failed=integer(failed),
    )


def _always() -> bool:
    return True
