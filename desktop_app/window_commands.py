"""What the window's actions do: open, paste, save, copy, choose settings, help."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from core.jobs import JobContext
from core.language import mark, tr
from core.number_format import percent
from desktop_app.incoming_data import image_of, paths_of, pixels_of
from desktop_app.jobs import JobFailure, start_job
from desktop_app.main_window import MainWindow
from desktop_app.settings import Settings, SettingsStore
from desktop_app.theme import Theme, ThemeColours, apply_theme, colours

if TYPE_CHECKING:
    from core.registry.version import ModelVersion

_FILE_FILTER = mark("Every file (*)")


class WindowCommands(QObject):
    """Connects the actions of a window to what they do, and keeps the settings."""

    theme_changed = Signal(object)
    """ThemeColours, for windows beside this one."""
    settings_applied = Signal(object)
    """Settings that hold from now on."""

    def __init__(self, window: MainWindow, store: SettingsStore) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        self._controller = window.controller
        self.colours: ThemeColours = colours(store.current.theme)
        actions = window.actions_of_window
        for action, slot in (
            (actions.open_files, self.choose_files),
            (actions.open_folder, self.choose_folder),
            (actions.paste, self.paste),
            (actions.save_heat_map, self.choose_heat_map_file),
            (actions.quit, window.close),
            (actions.classify, self._controller.classify_selected),
            (actions.classify_all, self._controller.classify_all),
            (actions.cancel, self._controller.cancel),
            (actions.copy_result, self.copy_result),
            (actions.settings, self.edit_settings),
            (actions.reset_layout, window.reset_layout),
            (actions.help_sheet, self.show_help),
            (actions.about, self.show_about),
            (actions.clear_recent, self.clear_recent),
        ):
            action.triggered.connect(slot)
        actions.full_screen.toggled.connect(self.set_full_screen)
        actions.theme_chosen.connect(self.choose_theme)
        actions.recent_chosen.connect(self.open_recent)
        window.viewer.open_requested.connect(self.choose_files)
        window.data_dropped.connect(self._controller.open_paths)
        window.result_panel.copy_requested.connect(self.copy_result)
        window.result_panel.heat_map_export_requested.connect(self.choose_heat_map_file)
        self._controller.opening_succeeded.connect(self.remember)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_desktop_colours_changed)
        window.fill_menus(self.recent_files)
        self._apply(store.current)

    @Slot()
    def load_model(self) -> None:
        """Load the model for device and error level that the settings name."""
        settings = self._store.current
        self._controller.runner.load_model(settings.device, settings.error_level)

    @Slot(object)
    def use_model(self, version: "ModelVersion") -> None:
        """Load the model that answers from now on. Answers that are there stay, and name the model they are from."""
        self.load_model()
        self._say_of_open_scans(
            tr("{model} answers from now on.").format(model=version.label),
            tr(
                "Scans that are open keep the answers of the model before until they are classified again (Ctrl+R, all"
                " of them Ctrl+Shift+R)."
            ),
        )

    def recent_files(self) -> tuple[str, ...]:
        """Return what was opened lately, newest first."""
        return self._store.current.recent_files

    @Slot()
    def choose_files(self) -> None:
        """Ask for files and open them."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, tr("Open scans", "title of a dialog"), self._store.current.last_folder, tr(_FILE_FILTER)
        )
        self._open_chosen([Path(name) for name in names])

    @Slot()
    def choose_folder(self) -> None:
        """Ask for a folder and open what is in it."""
        name = QFileDialog.getExistingDirectory(self._window, tr("Open folder"), self._store.current.last_folder)
        self._open_chosen([Path(name)] if name else [])

    @Slot()
    def paste(self) -> None:
        """Open what is on the clipboard: files that were copied, or a picture."""
        data: QMimeData = QGuiApplication.clipboard().mimeData()
        paths = paths_of(data)
        if paths:
            self._controller.open_paths(paths)
            return
        image = image_of(data)
        if image is None:
            self._window.message_bar.show_note(tr("There is neither a picture nor a file on the clipboard."))
            return
        from core.imaging.reading import radiograph_from_pixels

        self._controller.open_pasted(radiograph_from_pixels(pixels_of(image)))

    @Slot(object)
    def open_recent(self, path: Path) -> None:
        """Open a file or folder of the recent list."""
        self._controller.open_paths([path])

    @Slot(object)
    def remember(self, path: Path) -> None:
        """Put an opened file on the recent list."""
        self._store.current = self._store.current.with_recent(path)

    @Slot()
    def clear_recent(self) -> None:
        """Forget what was opened lately."""
        self._keep(replace(self._store.current, recent_files=()))

    @Slot()
    def copy_result(self) -> None:
        """Copy the answer as text."""
        result = self._window.shown_result
        if result is None:
            return
        from core.screening.description import describe_scan

        QGuiApplication.clipboard().setText(describe_scan(result))
        self._window.statusBar().showMessage(tr("Result copied."), 4000)

    @Slot()
    def choose_heat_map_file(self) -> None:
        """Ask where to save the heat map and save it."""
        result = self._window.shown_result
        if result is None:
            return
        stem = result.path.stem if result.path is not None else "pasted"
        start = str(Path(self._store.current.last_folder) / f"{stem}_heat_map.png")  # untranslated: a file name
        name, _ = QFileDialog.getSaveFileName(self._window, tr("Save heat map"), start, tr("PNG picture (*.png)"))
        if name:
            self.save_heat_map(Path(name))

    def save_heat_map(self, path: Path) -> None:
        """Save picture and heat map as a PNG file, in the background."""
        result, radiograph = self._window.shown_result, self._controller.shown_radiograph
        if result is None or radiograph is None:
            return
        target = path if path.suffix else path.with_suffix(".png")

        def work(_context: JobContext[object]) -> Path:
            from core.errors import OutputNotWritableError
            from core.screening.heat_map_picture import heat_map_png

            png = heat_map_png(result, radiograph)
            try:
                target.write_bytes(png)
            except OSError as error:
                raise OutputNotWritableError(target, error.strerror or "") from error
            return target

        job = start_job(work, self)
        job.succeeded.connect(self._on_heat_map_saved)
        job.failed.connect(self._on_job_failed)

    @Slot()
    def edit_settings(self) -> None:
        """Show the settings page."""
        from desktop_app.settings_dialog import SettingsDialog

        screener = self._controller.runner.screener
        dialog = SettingsDialog(self._window.with_choices(self._store.current), screener, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.take_settings(dialog.chosen)

    def take_settings(self, settings: Settings) -> None:
        """Apply and keep new settings."""
        before = self._store.current
        self._keep(settings)
        self._apply(settings)
        screener = self._controller.runner.screener
        # A commissioned model answers by the error level of its commissioning, whatever is chosen.
        goes_by_choice = screener is None or not screener.is_commissioned
        has_other_level = goes_by_choice and settings.error_level != before.error_level
        if settings.device != before.device or has_other_level:
            self.load_model()
        if has_other_level:
            self._say_of_open_scans(
                tr("The error level chosen is {level} from now on.").format(level=percent(settings.error_level)),
                tr(
                    "Scans that are open keep the answers given before until they are classified again (Ctrl+R, all of"
                    " them Ctrl+Shift+R)."
                ),
            )

    @Slot(object)
    def choose_theme(self, theme: Theme) -> None:
        """Change the window's colours."""
        self.take_settings(replace(self._window.with_choices(self._store.current), theme=theme))

    @Slot(bool)
    def set_full_screen(self, is_full: bool) -> None:
        """Fill the screen, or return."""
        full = Qt.WindowState.WindowFullScreen
        # A window that was maximised is so again afterwards.
        self._window.setWindowState(
            self._window.windowState() | full if is_full else self._window.windowState() & ~full
        )

    @Slot()
    def show_help(self) -> None:
        """Show every shortcut."""
        from desktop_app.help_sheet import HelpSheet

        HelpSheet(self._window.actions_of_window.groups, self._window).show()

    @Slot()
    def show_about(self) -> None:
        """Show versions and licences."""
        from desktop_app.about_dialog import AboutDialog

        AboutDialog(self._model_sentence(), self._window).show()

    def keep_layout(self) -> None:
        """Save the settings with the window as it stands; the last thing before it closes."""
        self._keep(self._window.with_layout(self._window.with_choices(self._store.current)))

    def _open_chosen(self, paths: list[Path]) -> None:
        if paths:
            folder = paths[0] if paths[0].is_dir() else paths[0].parent
            self._store.current = replace(self._store.current, last_folder=str(folder))
            self._controller.open_paths(paths)

    def _keep(self, settings: Settings) -> None:
        if not self._store.save(settings):
            self._window.statusBar().showMessage(tr(self._store.note), 10_000)

    def _apply(self, settings: Settings) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.colours = apply_theme(app, settings.theme)
            self._window.set_theme(self.colours)
            self.theme_changed.emit(self.colours)
        self._window.actions_of_window.themes[settings.theme].setChecked(True)
        self._controller.classifies_automatically = settings.classifies_automatically
        self._window.show_choices(settings)
        self.settings_applied.emit(settings)

    def _say_of_open_scans(self, change: str, kept: str) -> None:
        """Say what is not done about scans that have an answer already, where there are any."""
        if len(self._controller.session):
            self._window.message_bar.show_note(f"{change} {kept}")

    def _model_sentence(self) -> str:
        screener = self._controller.runner.screener
        if screener is None:
            return tr("The model is not loaded.")
        card = screener.card
        return tr("Model: {title}, {name} {version}. {origin} {limits}").format(
            title=tr(card.title),
            name=card.name,
            version=card.version,
            origin=tr(card.origin),
            limits=tr(card.limits.sentence),
        )

    @Slot(object)
    def _on_heat_map_saved(self, path: Path) -> None:
        self._window.statusBar().showMessage(tr("Heat map saved as {name}.").format(name=path.name), 6000)

    @Slot(object)
    def _on_job_failed(self, failure: JobFailure) -> None:
        self._window.message_bar.show_error(failure.message)

    @Slot()
    def _on_desktop_colours_changed(self) -> None:
        if self._store.current.theme is Theme.SYSTEM:
            self._apply(self._store.current)
