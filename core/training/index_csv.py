"""A CSV index of labelled images, as spreadsheets and scripts write them."""

import csv
import io
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.errors import InvalidDatasetError
from core.imaging.opening import file_error_of, open_regular_file
from core.language import Worded, mark
from core.training.dataset import LabelledImage

INDEX_NAME = "index.csv"  # untranslated: a file name
"""An index of this name in a folder is what the folder is read by."""

NEEDED_COLUMNS = ("file", "label")
_DELIMITERS = ",;\t"
_LARGEST_INDEX_BYTES = 256 * 2**20


@dataclass(frozen=True)
class IndexContent:
    """What an index says.

    Attributes:
        images: One per row that names a file and a label, in the order of the rows; files may be missing.
        incomplete_rows: Line numbers, from 1, of rows without a file or without a label.
    """

    images: tuple[LabelledImage, ...]
    incomplete_rows: tuple[int, ...]


def read_index(path: Path) -> IndexContent:
    """Read an index: columns `file` and `label`, optionally `patient_id`, `source`, `split` and `set`.

    Files are looked for relative to the index: as written, below a folder of the label's name, below a folder of
    the set's name, and below both (`set/label/file`). Without a column `split`, the set counts as the split.

    Args:
        path: UTF-8 (with or without byte order mark), UTF-16 or Windows-1252; commas, semicolons or tabs.

    Raises:
        InvalidDatasetError: It is no such table; the detail says why.
        FileError: The file cannot be read.
    """
    text = _read_text(path)
    first_line, _, rest = text.partition("\n")
    # Spreadsheet programs write and understand such a line before the header.
    first, table = (1, rest) if first_line.lower().startswith("sep=") else (0, text)
    images: list[LabelledImage] = []
    incomplete: list[int] = []
    find_file = _FileFinder(path.absolute().parent)
    for number, row in _rows(path, table):
        if not any(row.values()):
            continue
        if not row["file"] or not row["label"] or any("\0" in cell for cell in row.values()):
            incomplete.append(first + number)
            continue
        images.append(
            LabelledImage(
                path=find_file(row["file"], row["label"], row.get("set", "")),
                label=row["label"],
                patient_id=row.get("patient_id") or None,
                source=row.get("source") or None,
                split=row.get("split") or row.get("set") or None,
            )
        )
    return IndexContent(tuple(images), tuple(incomplete))


def _read_text(path: Path) -> str:
    with open_regular_file(path) as file:
        try:
            content = file.read(_LARGEST_INDEX_BYTES + 1)
        except OSError as error:
            raise file_error_of(path, error) from error
    if len(content) > _LARGEST_INDEX_BYTES:
        raise InvalidDatasetError(path, mark("larger than any index of images"))
    encodings = ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InvalidDatasetError(path, mark("no text"))


def _rows(path: Path, table: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Line number, from 1, and cells by column name, of each row below the header."""
    delimiter = max(_DELIMITERS, key=table.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(table, newline=""), delimiter=delimiter)
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        missing = [name for name in NEEDED_COLUMNS if name not in header]
        if missing:
            raise InvalidDatasetError(path, _without_columns(missing))
        for cells in reader:
            texts = [cell.strip() for cell in cells] + [""] * (len(header) - len(cells))
            yield reader.line_num, dict(zip(header, texts, strict=False))
    except csv.Error as error:
        raise InvalidDatasetError(
            path, Worded.of(mark("line {number}: {reason}"), number=reader.line_num, reason=error)
        ) from error


def _without_columns(missing: list[str]) -> Worded:
    """What is wrong with a header that lacks columns; only two are needed."""
    if len(missing) == 1:
        return Worded.of(mark("its first line names no column “{name}”"), name=missing[0])
    return Worded.of(
        mark("its first line names no column “{first}” and no column “{second}”"), first=missing[0], second=missing[1]
    )


class _FileFinder:
    """Finds the files that rows name; lists each folder once instead of asking for every file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._listings: dict[Path, frozenset[str]] = {}

    def __call__(self, file: str, label: str, collection: str) -> Path:
        """The file's path; where it is nowhere, the path as written."""
        written = self._folder / file
        spellings = [file] if "\\" not in file or os.name == "nt" else [file, file.replace("\\", "/")]
        for spelling in spellings:
            for parts in ((), (label,), (collection,), (collection, label)):
                candidate = self._folder.joinpath(*parts, spelling)
                if all(parts) and self._exists(candidate):
                    return candidate
        return written

    def _exists(self, path: Path) -> bool:
        if path.parent not in self._listings:
            try:
                self._listings[path.parent] = frozenset(os.listdir(path.parent))  # noqa: PTH208 - names are enough.
            except OSError:
                self._listings[path.parent] = frozenset()
        if path.name in self._listings[path.parent]:
            return True
        try:
            # Names in another case, or normalised otherwise, are the same file on some systems.
            return path.exists()
        except OSError:  # Longer than the system's names, or in a folder that may not be read.
            return False
