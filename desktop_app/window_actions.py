"""The window's own actions and the menus they hang in."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from core.language import mark, tr
from desktop_app.theme import Theme
from desktop_app.viewer.viewer_actions import MEASURE_GROUP, TOOLS_GROUP

_TOOL_GROUPS = (TOOLS_GROUP, MEASURE_GROUP)
FILE = mark("File")
CLASSIFY = mark("Classify")
ARCHIVE = mark("Archive")
TRAINING = mark("Training")
WINDOW = mark("Window")
HELP = mark("Help")
SCANS = mark("Scans")
PANELS = mark("Panels")


class WindowActions(QObject):
    """Makes the actions once; `groups` is what the help sheet lists, by headings that `group_title` words."""

    theme_chosen = Signal(object)
    recent_chosen = Signal(object)
    """Path."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.groups: dict[str, list[QAction]] = {}
        add = self._add
        self.open_files = add(FILE, tr("&Open files\N{HORIZONTAL ELLIPSIS}"), QKeySequence.StandardKey.Open)
        self.open_folder = add(FILE, tr("Open &folder\N{HORIZONTAL ELLIPSIS}"), "Ctrl+Shift+O")
        self.paste = add(FILE, tr("&Paste picture or files"), QKeySequence.StandardKey.Paste)
        self.save_heat_map = add(FILE, tr("&Save heat map\N{HORIZONTAL ELLIPSIS}"), QKeySequence.StandardKey.Save)
        self.report = add(FILE, tr("Repor&t (PDF)\N{HORIZONTAL ELLIPSIS}"), QKeySequence.StandardKey.Print)
        self.dicom_results = add(FILE, tr("&DICOM results\N{HORIZONTAL ELLIPSIS}"), "Ctrl+Shift+D")
        self.deidentify = add(FILE, tr("De-&identified copies\N{HORIZONTAL ELLIPSIS}"), "Ctrl+Shift+E")
        self.quit = add(FILE, tr("&Quit"), "Ctrl+Q")
        self.classify = add(CLASSIFY, tr("&Classify shown scan"), "Ctrl+R")
        self.classify_all = add(CLASSIFY, tr("Classify &all scans"), "Ctrl+Shift+R")
        self.cancel = add(CLASSIFY, tr("S&top classifying"), "Ctrl+.")
        self.copy_result = add(CLASSIFY, tr("Copy result as te&xt"), "Ctrl+Shift+C")
        self.compare_prior = add(CLASSIFY, tr("Compare with pri&or"), "Ctrl+B")
        self.models = add(CLASSIFY, tr("&Models\N{HORIZONTAL ELLIPSIS}"), "Ctrl+M")
        self.commission = add(CLASSIFY, tr("Commission this model &here\N{HORIZONTAL ELLIPSIS}"), "Ctrl+Shift+M")
        self.drift = add(CLASSIFY, tr("Dr&ift watch\N{HORIZONTAL ELLIPSIS}"), "Ctrl+D")
        self.worklist = add(CLASSIFY, tr("&Worklist\N{HORIZONTAL ELLIPSIS}"), "Ctrl+L")
        self.record = add(CLASSIFY, tr("Recor&d\N{HORIZONTAL ELLIPSIS}"), "Ctrl+J")
        self.find_studies = add(ARCHIVE, tr("&Find studies\N{HORIZONTAL ELLIPSIS}"), "Ctrl+F")
        self.send = add(ARCHIVE, tr("&Send\N{HORIZONTAL ELLIPSIS}"), "Ctrl+Shift+S")
        self.sending_queue = add(ARCHIVE, tr("Sending &queue\N{HORIZONTAL ELLIPSIS}"), "Ctrl+Shift+Q")
        self.connections = add(ARCHIVE, tr("&Connections\N{HORIZONTAL ELLIPSIS}"), "Ctrl+Shift+N")
        self.train = add(TRAINING, tr("Train a mod&el\N{HORIZONTAL ELLIPSIS}"), "Ctrl+T")
        self.training_runs = add(TRAINING, tr("Training &runs\N{HORIZONTAL ELLIPSIS}"), "Ctrl+Shift+T")
        self.training_pack = add(TRAINING, tr("Training &pack\N{HORIZONTAL ELLIPSIS}"), "")
        self.settings = add(WINDOW, tr("&Settings\N{HORIZONTAL ELLIPSIS}"), "Ctrl+,")
        self.full_screen = add(WINDOW, tr("&Full screen"), "F11")
        self.full_screen.setCheckable(True)
        self.reset_layout = add(WINDOW, tr("&Reset layout"), "Ctrl+Shift+L")
        self.help_sheet = add(HELP, tr("&Keyboard and mouse"), "F1")
        self.welcome = add(HELP, tr("&Welcome\N{HORIZONTAL ELLIPSIS}"), "")
        self.open_data_folder = add(HELP, tr("Open &data folder"), "")
        self.open_log_folder = add(HELP, tr("Open &log folder"), "")
        self.diagnostics = add(HELP, tr("&Collect diagnostics\N{HORIZONTAL ELLIPSIS}"), "")
        self.about = add(HELP, tr("&About Hilum"), "")
        self.themes = self._theme_actions()
        self._recent = QMenu(tr("Open &recent"), window)
        self._recent_source: Callable[[], Sequence[str]] = tuple
        self._recent.aboutToShow.connect(self._on_recent_about_to_show)
        self._recent.triggered.connect(self._on_recent_triggered)
        self.clear_recent = QAction(tr("&Clear this list"), self)

    def fill_menus(
        self,
        viewer_groups: Mapping[str, Sequence[QAction]],
        strip_actions: Sequence[QAction],
        panels: Sequence[QAction],
        recent_source: Callable[[], Sequence[str]],
    ) -> None:
        """Build the menu bar from the window's own actions and its parts'."""
        self._recent_source = recent_source
        bar = self._window.menuBar()
        file_menu = bar.addMenu(tr("&File"))
        file_menu.addActions([self.open_files, self.open_folder])
        file_menu.addMenu(self._recent)
        file_menu.addAction(self.paste)
        file_menu.addSeparator()
        file_menu.addActions([self.save_heat_map, self.report, self.dicom_results, self.deidentify])
        file_menu.addSeparator()
        file_menu.addActions(list(strip_actions))
        file_menu.addSeparator()
        file_menu.addAction(self.quit)
        view_menu = bar.addMenu(tr("&View"))
        tools_menu = bar.addMenu(tr("&Tools"))
        for name, actions in viewer_groups.items():
            target = tools_menu if name in _TOOL_GROUPS else view_menu
            # A line, not a section: the style sheet draws no title for one, only a line, also above the first.
            if target.actions():
                target.addSeparator()
            target.addActions(list(actions))
            self.groups[name] = list(actions)
        tools_menu.addSeparator()
        tools_menu.addActions([self.classify, self.classify_all, self.cancel, self.copy_result])
        tools_menu.addActions(
            [self.worklist, self.compare_prior, self.models, self.commission, self.drift, self.record]
        )
        tools_menu.addSeparator()
        tools_menu.addActions([self.train, self.training_runs, self.training_pack])
        archive_menu = bar.addMenu(tr("&Archive"))
        archive_menu.addActions([self.find_studies, self.send, self.sending_queue])
        archive_menu.addSeparator()
        archive_menu.addAction(self.connections)
        window_menu = bar.addMenu(tr("&Window"))
        window_menu.addActions(list(panels))
        window_menu.addSeparator()
        theme_menu = window_menu.addMenu(tr("&Theme"))
        theme_menu.addActions(list(self.themes.values()))
        window_menu.addActions([self.full_screen, self.reset_layout, self.settings])
        help_menu = bar.addMenu(tr("&Help"))
        help_menu.addActions([self.help_sheet, self.welcome])
        help_menu.addSeparator()
        help_menu.addActions([self.open_data_folder, self.open_log_folder, self.diagnostics])
        help_menu.addSeparator()
        help_menu.addAction(self.about)
        self.groups[SCANS] = list(strip_actions)
        self.groups[PANELS] = list(panels)

    def _add(self, group: str, text: str, shortcut: QKeySequence.StandardKey | str) -> QAction:
        action = QAction(text, self)
        if isinstance(shortcut, str):
            action.setShortcut(QKeySequence(shortcut))
        else:
            action.setShortcuts(shortcut)
        self.groups.setdefault(group, []).append(action)
        # A shortcut of an action that only hangs in a menu is dead while the menu bar is hidden.
        self._window.addAction(action)
        return action

    def _theme_actions(self) -> dict[Theme, QAction]:
        group = QActionGroup(self)
        group.triggered.connect(self._on_theme_triggered)
        names = {Theme.DARK: tr("&Dark"), Theme.LIGHT: tr("&Light"), Theme.SYSTEM: tr("&As the desktop")}
        actions = {}
        for theme, name in names.items():
            action = QAction(name, self, checkable=True)
            action.setData(str(theme))
            group.addAction(action)
            actions[theme] = action
        return actions

    @Slot(QAction)
    def _on_theme_triggered(self, action: QAction) -> None:
        self.theme_chosen.emit(Theme(action.data()))

    @Slot()
    def _on_recent_about_to_show(self) -> None:
        self._recent.clear()
        for path in self._recent_source():
            action = self._recent.addAction(_elided(path).replace("&", "&&"))
            action.setData(path)
        if not self._recent.actions():
            self._recent.addAction(tr("Nothing opened yet")).setEnabled(False)
            return
        self._recent.addSeparator()
        self._recent.addAction(self.clear_recent)

    @Slot(QAction)
    def _on_recent_triggered(self, action: QAction) -> None:
        if isinstance(action.data(), str):
            self.recent_chosen.emit(Path(action.data()))


def use_in_whole_window(actions: Sequence[QAction]) -> None:
    """Let shortcuts work wherever the keyboard focus is in the window."""
    for action in actions:
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)


def _elided(path: str) -> str:
    longest = 70
    return path if len(path) <= longest else f"\N{HORIZONTAL ELLIPSIS}{path[-longest:]}"
