"""The page where a person says what is copied, where to, and what may stay."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from core.imaging.pixel_mask import PixelMask
from core.interchange.deidentification.options import DatePolicy, DeidentificationOptions, UidPolicy
from core.language import mark, tr
from core.number_format import integer
from desktop_app.deidentification.deidentification_work import OpenScans, own_key_file
from desktop_app.page_parts import button, column, heading, sentence

_SHOWN, _LISTED, _FOLDER = "shown", "listed", "folder"
_DATES = {
    DatePolicy.REMOVE: mark("Remove"),
    DatePolicy.SHIFT: mark("Move all dates of a patient by the same days"),
    DatePolicy.KEEP: mark("Keep"),
}
_UIDS = {
    UidPolicy.REPLACE: mark("Replace, the same in a whole study"),
    UidPolicy.KEEP: mark("Keep: the archive finds the original"),
}
TEXT_NOTICE = mark(
    "Text in the picture itself, such as a name burned in at a border, is not found by Hilum. Look at every picture,"
    " and cover such text with the mask tool of the viewer (K)."
)


class OptionsPage(QWidget):
    """Chooses; `changed` says that something was chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = OpenScans(None, ())
        self._source: Path | None = None
        self._masks: Mapping[Path, tuple[PixelMask, ...]] = {}
        self.scans_chooser = _chooser(tr("Scans to copy"), {}, tr("Which scans are copied"))
        self.source_button = button(
            tr("Choose &folder\N{HORIZONTAL ELLIPSIS}"), tr("Copy every scan in a folder"), self._choose_source
        )
        self.target_field = QLineEdit()
        self.target_field.setObjectName("field")
        self.target_field.setAccessibleName(tr("Folder for the copies"))
        self.target_field.setPlaceholderText(tr("An empty folder, away from the originals"))
        self.target_button = button(
            tr("C&hoose\N{HORIZONTAL ELLIPSIS}"), tr("Choose where the copies go"), self._choose_target
        )
        self.dates_chooser = _chooser(tr("Dates"), _DATES, tr("The date of birth is always removed"))
        self.uids_chooser = _chooser(tr("Identifiers"), _UIDS, tr("Unique identifiers of study, series and image"))
        self.characteristics_box = QCheckBox(tr("&Keep age (up to 90 years), sex, size and weight"))
        self.key_box = QCheckBox(tr("Same &names and identifiers as in earlier copies made here"))
        self.key_box.setToolTip(tr("A secret key in your settings makes a patient's copies fit together over time"))
        self.mapping_box = QCheckBox(tr("&Write a list of who is who\N{HORIZONTAL ELLIPSIS}"))
        self.mapping_box.setToolTip(
            tr("A table of originals and copies; it undoes the de-identification: keep it safe")
        )
        self.mapping_label = sentence(role="muted")
        self.masks_label = sentence()
        self.no_text_box = QCheckBox(tr("I &looked at every picture: outside the masks, no text names a patient"))
        self._lay_out()
        self._connect()

    @property
    def mapping(self) -> Path | None:
        """Where the list of who is who goes, None where it was not asked for."""
        text = self.mapping_label.text()
        return Path(text) if self.mapping_box.isChecked() and text else None

    @property
    def paths(self) -> tuple[Path, ...]:
        """What is copied; empty where nothing is chosen yet."""
        match self.scans_chooser.currentData():
            case "shown" if self._open.shown is not None:
                return (self._open.shown,)
            case "listed":
                return self._open.listed
            case "folder" if self._source is not None:
                return (self._source,)
            case _:
                return ()

    @property
    def target(self) -> Path | None:
        """Where the copies go, None where nothing is chosen yet."""
        text = self.target_field.text().strip()
        return Path(text).expanduser() if text else None

    @property
    def options(self) -> DeidentificationOptions:
        """What the person decided."""
        return DeidentificationOptions(
            dates=DatePolicy(self.dates_chooser.currentData()),
            uids=UidPolicy(self.uids_chooser.currentData()),
            keeps_characteristics=self.characteristics_box.isChecked(),
            masks_of_files=dict(self._masks),
            is_text_free=self.no_text_box.isChecked(),
            key_file=own_key_file() if self.key_box.isChecked() else None,
            mapping=self.mapping,
        )

    def offer(self, scans: OpenScans, masks: Mapping[Path, tuple[PixelMask, ...]]) -> None:
        """Offer the scans that are open now, with the masks on them."""
        self._open, self._masks = scans, masks
        chosen = self.scans_chooser.currentData()
        self.scans_chooser.blockSignals(True)
        self.scans_chooser.clear()
        if scans.shown is not None:
            self.scans_chooser.addItem(tr("The shown scan"), _SHOWN)
        if scans.listed:
            count = len(scans.listed)
            self.scans_chooser.addItem(
                tr("All {count} scans of the list").format(count=integer(count))
                if count > 1
                else tr("The scan of the list"),
                _LISTED,
            )
        self.scans_chooser.addItem(self._folder_text(), _FOLDER)
        self.scans_chooser.setCurrentIndex(max(0, self.scans_chooser.findData(chosen)))
        self.scans_chooser.blockSignals(False)
        self._on_scans_chosen()

    def copy_folder(self, source: Path) -> None:
        """Copy every scan in a folder."""
        self._source = source
        index = self.scans_chooser.findData(_FOLDER)
        self.scans_chooser.setItemText(index, self._folder_text())
        self.scans_chooser.setCurrentIndex(index)
        self._on_scans_chosen()

    def _folder_text(self) -> str:
        if self._source is None:
            return tr("A folder")
        return tr("Folder \N{LEFT DOUBLE QUOTATION MARK}{name}\N{RIGHT DOUBLE QUOTATION MARK}").format(
            name=self._source.name
        )

    @Slot()
    def _on_scans_chosen(self) -> None:
        """What was confirmed was about the scans chosen before."""
        self.no_text_box.setChecked(False)
        self.source_button.setVisible(self.scans_chooser.currentData() == _FOLDER)
        self._tell_masks()
        self.changed.emit()

    def _tell_masks(self) -> None:
        paths = self.paths
        masked = sum(path in self._masks for path in paths)
        if self.scans_chooser.currentData() == _FOLDER:
            self.masks_label.setText(tr("Masks drawn on scans of this folder are applied."))
        elif len(paths) == 1:
            self.masks_label.setText(
                tr("Masks are drawn on this scan.") if masked else tr("No mask is drawn on this scan.")
            )
        else:
            self.masks_label.setText(
                tr("Masks are drawn on {masked} of these {count} scans.").format(
                    masked=integer(masked), count=integer(len(paths))
                )
            )

    @Slot()
    def _choose_source(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Scans to copy"))
        if chosen:
            self.copy_folder(Path(chosen))

    @Slot()
    def _choose_target(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder for the copies"), self.target_field.text())
        if chosen:
            self.target_field.setText(chosen)

    @Slot(bool)
    def _on_mapping_clicked(self, is_wanted: bool) -> None:
        """Ask where the list goes as soon as it is wanted; it must not lie among the copies."""
        chosen = ""
        if is_wanted:
            chosen, _ = QFileDialog.getSaveFileName(
                self,
                tr("List of who is who, away from the copies"),
                "who-is-who.csv",  # untranslated: name of a file
                tr("Tables (*.csv)"),
            )
        self.mapping_label.setText(chosen)
        self.mapping_label.setVisible(bool(chosen))
        self.mapping_box.setChecked(bool(chosen))
        self.changed.emit()

    def _connect(self) -> None:
        self.scans_chooser.currentIndexChanged.connect(self._on_scans_chosen)
        self.target_field.textChanged.connect(self.changed)
        self.mapping_box.clicked.connect(self._on_mapping_clicked)

    def _lay_out(self) -> None:
        layout = column(self, spacing=10)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setVerticalSpacing(8)
        form.addRow(_label(tr("&Scans"), self.scans_chooser), _row(self.scans_chooser, self.source_button))
        form.addRow(_label(tr("&Copies go to"), self.target_field), _row(self.target_field, self.target_button))
        form.addRow(_label(tr("&Dates"), self.dates_chooser), self.dates_chooser)
        form.addRow(_label(tr("&Identifiers"), self.uids_chooser), self.uids_chooser)
        layout.addWidget(
            sentence(
                tr("Copies get another name and another number instead of the patient's. Originals are not changed."),
                "muted",
            )
        )
        layout.addLayout(form)
        for box in (self.characteristics_box, self.key_box, self.mapping_box):
            layout.addWidget(box)
        layout.addWidget(self.mapping_label)
        self.mapping_label.hide()
        layout.addSpacing(6)
        layout.addWidget(heading(tr("Text in the picture")))
        layout.addWidget(sentence(tr(TEXT_NOTICE), "warning"))
        layout.addWidget(self.masks_label)
        layout.addWidget(self.no_text_box)
        layout.addStretch(1)


def _chooser(name: str, choices: Mapping[DatePolicy, str] | Mapping[UidPolicy, str], tip: str) -> QComboBox:
    chooser = QComboBox()
    chooser.setAccessibleName(name)
    chooser.setToolTip(tip)
    for value, text in choices.items():
        chooser.addItem(tr(text), str(value))
    return chooser


def _label(text: str, buddy: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(buddy)
    return label


def _row(field: QWidget, beside: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(field, 1)
    row.addWidget(beside)
    return row
