"""Labelled images on disk: a folder with one subfolder per class, or a CSV index."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from core.errors import FileError, InvalidDatasetError, MissingFileError, NothingToReadError
from core.imaging.finding import IMAGE_SUFFIXES, find_scans
from core.imaging.opening import file_error_of, read_head
from core.jobs import JobContext
from core.language import mark
from core.training.dataset import LabelledDataset, LabelledImage
from core.training.index_csv import INDEX_NAME, read_index

_NO_IDENTITIES = frozenset(
    {"anon", "anonymous", "anonymized", "anonymised", "deidentified", "de-identified", "removed", "unknown"}
    | {"none", "null", "nan", "na", "n/a", "-", "?"}
)
"""What stands in headers and indexes instead of a patient; as an identity it would make all images one patient's."""
_NO_IDENTITIES_IN_HEADERS = re.compile(r"0+|x+", re.IGNORECASE)
"""The same, where an index would mean a patient of that number."""

_INDEX_SUFFIXES = frozenset({".csv", ".tsv", ".txt"})


_ABSENCE = re.compile(r"(?i:non|neg|normal|healthy|control|without|absent)|[Nn]ot?(?![a-z])|NOT?(?![A-Za-z])")
"""How names of classes begin that mean that something is not there: Non-COVID-19, NORMAL, no finding."""


@dataclass(frozen=True)
class DataReading:
    """A data set with what was left out of it.

    Attributes:
        dataset: All images named, readable or not, there or not; its classes include empty folders.
        files_without_class: Images that lie beside the class folders instead of in one.
        incomplete_rows: Line numbers of the index, from 1, that lack a file or a label.
        repeated_files: Files that the index names several times with the same label; they count once.
    """

    dataset: LabelledDataset
    files_without_class: tuple[Path, ...] = ()
    incomplete_rows: tuple[int, ...] = ()
    repeated_files: tuple[Path, ...] = ()


def read_labelled_data(path: Path, context: JobContext[Any] | None = None) -> LabelledDataset:
    """Read which images there are and what they are called; their pixels are not looked at.

    Args:
        path: A folder with one subfolder per class (images may lie in folders below), a folder with an
            `index.csv`, or a CSV index (`core.training.index_csv.read_index`).
        context: May ask to stop.

    Returns:
        The images, there or not. DICOM headers fill in patient and institution where an index does not.

    Raises:
        InvalidDatasetError: Neither of these.
        NothingToReadError: The folder is empty.
        FileError: The folder or index cannot be read.
        JobCancelledError: The context asked to stop.
    """
    return read_data(path, context).dataset


def read_data(path: Path, context: JobContext[Any] | None = None) -> DataReading:
    """As `read_labelled_data`, with what was left out."""
    job = context if context is not None else JobContext[Any]()
    root = path.absolute()
    try:
        is_folder = root.is_dir()
        index = root / INDEX_NAME if is_folder else root
        has_index = index.is_file()
    except (OSError, ValueError) as error:
        raise file_error_of(path, error) from error
    if has_index and (is_folder or root.suffix.lower() in _INDEX_SUFFIXES):
        return _from_index(index, job)
    if is_folder:
        return _from_folder(root, job)
    if has_index:
        raise InvalidDatasetError(path, mark("it is one file, and no CSV index"))
    raise MissingFileError(path)


def default_positive_class(classes: Sequence[str]) -> str:
    """The class that decisions are probably about: the first whose name does not say that something is absent.

    Args:
        classes: At least one name.
    """
    return next((name for name in classes if _ABSENCE.match(name.strip()) is None), classes[0])


def _from_index(index: Path, job: JobContext[Any]) -> DataReading:
    content = read_index(index)
    if not content.images:
        raise InvalidDatasetError(index, mark("no row names a file and a label"))
    images: dict[tuple[Path, str], LabelledImage] = {}
    repeated: dict[Path, None] = {}
    for image in content.images:
        if images.setdefault((image.path, image.label), image) is not image:
            repeated[image.path] = None
    classes = tuple(sorted({image.label for image in images.values()}))
    dataset = _dataset(index.parent, classes, images.values(), job, index)
    return DataReading(dataset, (), content.incomplete_rows, tuple(repeated))


def _from_folder(root: Path, job: JobContext[Any]) -> DataReading:
    try:
        children = sorted(child for child in root.iterdir() if not child.name.startswith("."))
    except OSError as error:
        raise file_error_of(root, error) from error
    folders = [child for child in children if child.is_dir()]
    loose = tuple(child for child in children if child.suffix.lower() in IMAGE_SUFFIXES and child.is_file())
    if not folders:
        if loose:
            raise InvalidDatasetError(root, mark("its images lie in no subfolder that names their class"))
        raise NothingToReadError(root)
    images = [LabelledImage(path, folder.name) for folder in folders for path in find_scans([folder], job)]
    if not images:
        raise NothingToReadError(root)
    return DataReading(_dataset(root, tuple(folder.name for folder in folders), images, job), loose)


def _dataset(
    root: Path,
    classes: tuple[str, ...],
    images: Iterable[LabelledImage],
    job: JobContext[Any],
    index: Path | None = None,
) -> LabelledDataset:
    # As text, which sorts the same on every system.
    ordered = sorted(images, key=lambda image: (image.path.as_posix(), image.label))
    return LabelledDataset(root, tuple(sorted(classes)), tuple(_with_identity(ordered, job)), index)


def _with_identity(images: list[LabelledImage], job: JobContext[Any]) -> Iterator[LabelledImage]:
    """Patient and institution from the headers of DICOM files, where nothing else names them."""
    for image in images:
        job.raise_if_cancelled()
        patient_id, source = _known_identity(image.patient_id), image.source
        if patient_id is None or source is None:
            stated, institution = _dicom_identity(image.path)
            patient_id, source = patient_id or stated, source or institution
        yield replace(image, patient_id=patient_id, source=source)


def _known_identity(text: str | None) -> str | None:
    return None if text is None or text.strip().casefold() in _NO_IDENTITIES else text


def _dicom_identity(path: Path) -> tuple[str | None, str | None]:
    """Patient ID and institution of a DICOM file; of other files, and of unreadable ones, nothing is known."""
    from core.imaging.dicom_sniffing import looks_like_dicom
    from core.imaging.raster_headers import sniff_raster

    try:
        head = read_head(path)
        if sniff_raster(head) is not None or not looks_like_dicom(head):
            return None, None
        from core.imaging.dicom_dataset import open_dicom, parsing
        from core.imaging.dicom_identity import read_patient_study

        with open_dicom(path) as file, parsing(path):
            study = read_patient_study(file.dataset)
    except FileError:
        # Decoding the pixels will say what is wrong with it.
        return None, None
    patient_id = _known_identity(study.patient_id.value) if study.patient_id is not None else None
    if patient_id is not None and _NO_IDENTITIES_IN_HEADERS.fullmatch(patient_id):
        patient_id = None
    return patient_id, study.institution.value if study.institution is not None else None
