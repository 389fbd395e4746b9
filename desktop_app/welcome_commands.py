"""When the welcome is shown, and what its buttons do."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from core.imaging.radiograph import Radiograph
from desktop_app.main_window import MainWindow
from desktop_app.sample_scan import sample_path
from desktop_app.settings import SettingsStore
from desktop_app.theme import ThemeColours
from desktop_app.welcome_page import WelcomePage
from desktop_app.window_commands import WindowCommands


class WelcomeCommands(QObject):
    """Shows the welcome in the viewer's place, where files can be dropped as ever; an opened scan takes it away."""

    def __init__(self, window: MainWindow, commands: WindowCommands, store: SettingsStore) -> None:
        super().__init__(window)
        self._window = window
        self._commands = commands
        self._store = store
        self._sample: Path | None = None
        self.page: WelcomePage | None = None
        window.actions_of_window.welcome.triggered.connect(self.show_welcome)
        commands.theme_changed.connect(self._on_theme_changed)
        window.controller.radiograph_opened.connect(self._on_radiograph_opened)
        window.controller.scan_awaited.connect(self.close_welcome)
        window.controller.scan_unreadable.connect(self._on_scan_unreadable)

    def show_at_first_start(self) -> None:
        """Show it to who has not seen it yet."""
        if not self._store.current.was_welcomed:
            self.show_welcome()

    @Slot()
    def show_welcome(self) -> None:
        """Show it, whatever is open; closing it gives the image back."""
        if self.page is None:
            self._sample = sample_path()
            self.page = WelcomePage(
                has_sample=self._sample is not None, language=self._store.current.language, parent=self._window
            )
            self.page.set_theme(self._commands.colours)
            self.page.sample_requested.connect(self.open_sample)
            self.page.open_requested.connect(self._commands.choose_files)
            self.page.language_chosen.connect(self.choose_language)
            self.page.close_requested.connect(self.close_welcome)
            self._put_in_place_of_viewer(self.page)
        self.page.setFocus()
        # Written with the settings when the window closes: the start waits for no disk.
        self._store.current = replace(self._store.current, was_welcomed=True)

    @Slot()
    def open_sample(self) -> None:
        """Open the sample scan."""
        if self._sample is not None:
            self._window.controller.open_paths([self._sample])

    @Slot(str)
    def choose_language(self, language: str) -> None:
        """Keep the language for the next start."""
        self._commands.take_settings(replace(self._window.with_choices(self._store.current), language=language))

    @Slot()
    def close_welcome(self) -> None:
        """Give the viewer its place back."""
        if self.page is None:
            return
        page, self.page = self.page, None
        had_focus = self._window.focusWidget() in page.findChildren(QWidget)
        page.hide()
        page.deleteLater()
        self._window.viewer.show()
        if had_focus:
            self._window.viewer.setFocus()

    def _put_in_place_of_viewer(self, page: QWidget) -> None:
        viewer = self._window.viewer
        centre = self._window.centralWidget()
        column = centre.layout() if centre is not None else None
        if isinstance(column, QBoxLayout):
            column.insertWidget(column.indexOf(viewer), page, 1)
        viewer.hide()
        page.show()

    @Slot(object)
    def _on_theme_changed(self, colours: ThemeColours) -> None:
        if self.page is not None:
            self.page.set_theme(colours)

    @Slot(object)
    def _on_radiograph_opened(self, radiograph: Radiograph | None) -> None:
        if radiograph is not None:
            self.close_welcome()

    @Slot(object)
    def _on_scan_unreadable(self, _message: object) -> None:
        self.close_welcome()
