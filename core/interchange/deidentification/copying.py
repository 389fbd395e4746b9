"""Files and folders in, copies without identity and a report out."""

import contextlib
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

from core.durable_files import make_folder, not_writable, reserve_name, write_durably
from core.errors import (
    CopiesAmongOriginalsError,
    FileError,
    JobCancelledError,
    NothingToReadError,
    OutputNotWritableError,
    UnrecognisedFileError,
)
from core.imaging.finding import find_scans
from core.imaging.opening import read_head
from core.interchange.deidentification.changes import ChangeTally
from core.interchange.deidentification.options import DeidentificationOptions
from core.interchange.deidentification.private_files import (
    refuse_beside_copies,
    reserve_privately,
    write_privately,
)
from core.interchange.deidentification.pseudonyms import Pseudonyms, new_key, read_or_make_key
from core.interchange.deidentification.report import (
    REPORT_STEM,
    BurnedInText,
    CopiedFile,
    DeidentificationReport,
    FailedFile,
    Origin,
    mapping_table,
    write_table,
)
from core.jobs import JobContext, Progress


def deidentify_files(
    paths: Sequence[Path], folder: Path, options: DeidentificationOptions, context: JobContext[Progress]
) -> DeidentificationReport:
    """Write copies of scans without identity into a folder. The originals are not changed.

    Copies are named by identifiers that say nothing. A table of what was left out or replaced is written beside them.
    A file that no copy can be made of does not stop the others. Where the folder takes no more, the run ends with what
    was copied until then.

    Args:
        paths: Files, folders (with all folders in them) and DICOMDIRs.
        folder: Where the copies go; made where it is not there yet.
        options: What the person decided.
        context: Told how many files are done; may stop the run: copies that are finished stay, and are in the table.

    Raises:
        JobCancelledError: The context asked to stop.
        NothingToReadError: There is no scan.
        CopiesAmongOriginalsError: Originals lie in the folder.
        SecretBesideCopiesError: The key or the list of who is who was to lie among the copies.
        InvalidKeyFileError: The key file holds no key.
        OutputNotWritableError: Not even one copy can be written, or not what belongs beside them, or the list of who is
            who exists already.
    """
    for secret in (options.key_file, options.mapping):
        refuse_beside_copies(secret, folder)
    originals = _originals(paths, folder, context)
    pseudonyms = Pseudonyms(read_or_make_key(options.key_file) if options.key_file is not None else new_key())
    make_folder(folder)
    if options.mapping is not None:
        # Before the first copy: without the list, what the copies were made of could not be found out any more.
        reserve_privately(options.mapping)
    copied: list[CopiedFile] = []
    failed: list[FailedFile] = []
    run = _Run(folder, options, pseudonyms)
    try:
        for number, original in enumerate(originals):
            context.raise_if_cancelled()
            context.report(Progress(number, len(originals), "De-identifying"))
            try:
                copied.append(run.copy(original))
            except JobCancelledError:
                raise
            except FileError as error:
                is_folders_fault = isinstance(error, OutputNotWritableError)
                if is_folders_fault and not copied:
                    raise
                failed.append(FailedFile(original, error.with_traceback(None)))
                if is_folders_fault:
                    break
    finally:
        # Also where the run is stopped: copies that are there must be accounted for.
        table = _account_for(copied, folder, options.mapping)
    context.report(Progress(len(originals), len(originals), "De-identifying"))
    not_reached = len(originals) - len(copied) - len(failed)
    return DeidentificationReport(folder, tuple(copied), tuple(failed), table, not_reached)


def _account_for(copied: Sequence[CopiedFile], folder: Path, mapping: Path | None) -> Path | None:
    """Write who is who where that was asked for, and what was changed; the table of changes, None where no copy is."""
    if not copied:
        if mapping is not None:
            with contextlib.suppress(OSError):
                mapping.unlink()
        return None
    try:
        if mapping is not None:
            write_privately(mapping, mapping_table(copied))
    finally:
        try:
            table = reserve_name(folder / f"{REPORT_STEM}.csv")  # untranslated: a file
        except OSError as error:
            raise not_writable(folder, error) from error
        write_table(table, copied)
    return table


class _Run:
    """What the copies of one run share."""

    def __init__(self, folder: Path, options: DeidentificationOptions, pseudonyms: Pseudonyms) -> None:
        self._folder = folder
        self._options = options
        self._pseudonyms = pseudonyms
        self._taken: set[str] = set()

    def copy(self, path: Path) -> CopiedFile:
        """Copy one file."""
        from core.imaging.dicom_sniffing import looks_like_dicom
        from core.imaging.raster_headers import sniff_raster

        head = read_head(path)
        masks = self._options.masks_of(path)
        tally = ChangeTally()
        raster_format = sniff_raster(head)
        if raster_format is not None:
            from core.interchange.deidentification.picture_copy import copy_picture

            picture = copy_picture(path, raster_format, masks, tally)
            uid = self._pseudonyms.uid(picture.digest)
            copies = self._write(uid, picture.suffix, picture.pages)
            return CopiedFile(path, copies, uid, "", tally.changes(), len(masks), self._text(None), Origin())
        if not looks_like_dicom(head):
            raise UnrecognisedFileError(path)
        from core.interchange.deidentification.dicom_copy import copy_dicom

        made = copy_dicom(path, self._options, self._pseudonyms, masks, tally)
        copies = self._write(made.name, ".dcm", (made.content,))
        text = self._text(made.states_text)
        return CopiedFile(path, copies, made.uid, made.patient, tally.changes(), len(masks), text, made.origin)

    def _text(self, is_stated: bool | None) -> BurnedInText:
        if self._options.is_text_free:
            return BurnedInText.CONFIRMED_NONE
        if is_stated is None:
            return BurnedInText.UNKNOWN
        return BurnedInText.STATED if is_stated else BurnedInText.STATED_NONE

    def _write(self, stem: str, suffix: str, contents: Sequence[bytes]) -> tuple[Path, ...]:
        """Write the copies of one original; what an earlier run made of it is replaced."""
        copies: list[Path] = []
        for content in contents:
            number, name = 1, f"{stem}{suffix}"
            while name in self._taken:
                number += 1
                name = f"{stem}-{number}{suffix}"
            self._taken.add(name)
            copy = self._folder / name
            try:
                write_durably(copy, partial(_write, content))
            except OutputNotWritableError:
                # The first pages of an original that does not count as copied would not be accounted for.
                for earlier in copies:
                    earlier.unlink(missing_ok=True)
                raise
            copies.append(copy)
        return tuple(copies)


def _write(content: bytes, file: BinaryIO) -> None:
    file.write(content)


def _originals(paths: Sequence[Path], folder: Path, context: JobContext[Progress]) -> list[Path]:
    """Every scan that is asked for, all found before the first copy is written.

    Raises:
        CopiesAmongOriginalsError: Originals lie in the folder of the copies.
        NothingToReadError: There is none.
    """
    target = folder.resolve()
    if any(path.resolve().is_relative_to(target) for path in paths):
        raise CopiesAmongOriginalsError(folder)
    originals = []
    for path in find_scans(paths, JobContext(token=context.token)):
        if not path.resolve().is_relative_to(target):
            originals.append(path)
        elif not any(folder.glob(f"{REPORT_STEM}*.csv")):  # untranslated: a file
            # With a report they are copies of an earlier run, which are not copied again.
            raise CopiesAmongOriginalsError(folder)
    if not originals:
        raise NothingToReadError(paths[0] if paths else folder)
    return originals
