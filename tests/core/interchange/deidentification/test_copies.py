"""Copies without identity: nothing planted survives, pictures stay, a study stays together."""

import csv
import re
import shutil
import subprocess
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pytest
from pydicom import dcmread
from pydicom.dataset import FileDataset

from core.durable_files import write_durably
from core.errors import (
    CopiesAmongOriginalsError,
    InvalidKeyFileError,
    JobCancelledError,
    MaskOutsideImageError,
    NothingToReadError,
    OutputNotWritableError,
    SecretBesideCopiesError,
    UnsupportedImageError,
)
from core.imaging.pixel_mask import PixelMask
from core.imaging.reading import read_radiograph
from core.interchange.deidentification import copying
from core.interchange.deidentification.copying import deidentify_files
from core.interchange.deidentification.options import DatePolicy, DeidentificationOptions, UidPolicy
from core.interchange.deidentification.report import BurnedInText, DeidentificationReport
from core.interchange.deidentification.wording import summary_sentences
from core.interchange.dicom_network import IMPLEMENTATION_CLASS_UID, implementation_version_name
from core.jobs import CancellationToken, JobContext, Progress

from .planted import STUDY, planted_bytes, planted_pixels, write_planted

EVERYTHING_KEPT = DeidentificationOptions(dates=DatePolicy.KEEP, keeps_characteristics=True)


def run(paths: list[Path], folder: Path, options: DeidentificationOptions | None = None) -> DeidentificationReport:
    return deidentify_files(paths, folder, options or DeidentificationOptions(), JobContext())


def only_copy(report: DeidentificationReport) -> FileDataset:
    (file,) = report.copied
    return dcmread(file.copies[0])


@pytest.mark.parametrize("compressed", [False, True])
def test_nothing_planted_is_anywhere_in_the_bytes(tmp_path: Path, compressed: bool) -> None:
    original = write_planted(tmp_path / "PLANTED_Yamada.dcm", compressed=compressed)
    assert all(text in original.read_bytes() for text in (b"PLANTED", b"1.2.392.77777"))
    report = run([original], tmp_path / "copies")
    for file in (tmp_path / "copies").iterdir():
        content = file.read_bytes()
        assert [text for text in planted_bytes() if text in content] == [], file.name
        assert not [text for text in planted_bytes() if text in file.name.encode()]
    copy = dcmread(report.copied[0].copies[0])
    assert copy.preamble == b"\0" * 128
    assert copy.file_meta.MediaStorageSOPInstanceUID == copy.SOPInstanceUID
    assert [element for element in copy.iterall() if element.tag.is_private] == []


def test_what_is_kept_on_request_is_all_that_is_kept(tmp_path: Path) -> None:
    original = write_planted(tmp_path / "scan.dcm")
    report = run([original], tmp_path / "copies", EVERYTHING_KEPT)
    content = report.copied[0].copies[0].read_bytes()
    left = {text for text in planted_bytes() if text in content}
    # Dates and age were asked for; the date of birth is none of these.
    assert left == {b"20230517", b"101112", b"067Y", b"20230518"}
    copy = dcmread(report.copied[0].copies[0])
    assert copy.LongitudinalTemporalInformationModified == "UNMODIFIED"
    assert [item.CodeValue for item in copy.DeidentificationMethodCodeSequence] == ["113100", "113106", "113108"]


def test_the_copy_shows_the_same_picture(tmp_path: Path, chest_dicom: Path) -> None:
    report = run([chest_dicom], tmp_path / "copies")
    before, after = read_radiograph(chest_dicom), read_radiograph(report.copied[0].copies[0])
    assert np.array_equal(before.stored, after.stored)
    assert after.photometric_interpretation == before.photometric_interpretation
    assert after.bits_stored == before.bits_stored
    assert after.spacing == before.spacing
    assert after.acquisition.view_position == before.acquisition.view_position


@pytest.mark.parametrize("name", ["RG1_J2KR.dcm", "RG1_J2KI.dcm", "SC_rgb_jpeg_dcmtk.dcm", "emri_small_RLE.dcm"])
def test_compressed_pictures_become_plain_ones(tmp_path: Path, example_dicom: Callable[[str], Path], name: str) -> None:
    original = example_dicom(name)
    (copied,) = run([original], tmp_path / "copies").copied
    before, after = read_radiograph(original), read_radiograph(copied.copies[0])
    assert np.array_equal(before.stored, after.stored)
    assert after.acquisition.transfer_syntax == "Explicit VR Little Endian"
    assert after.frame_count == before.frame_count
    if before.acquisition.lossy_compression is not None:
        assert after.acquisition.lossy_compression is not None
        assert after.acquisition.lossy_compression.value == before.acquisition.lossy_compression.value


def test_a_study_stays_together_and_says_nothing_of_the_original(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in (1, 2):
        write_planted(tmp_path / "in" / f"{number}.dcm", number)
    report = run([tmp_path / "in"], tmp_path / "copies")
    first, second = (dcmread(file.copies[0]) for file in report.copied)
    assert first.StudyInstanceUID == second.StudyInstanceUID != STUDY
    assert first.SeriesInstanceUID == second.SeriesInstanceUID
    assert first.SOPInstanceUID != second.SOPInstanceUID
    # A reference to the other image leads to its copy.
    assert second.SourceImageSequence[0].ReferencedSOPInstanceUID == first.SOPInstanceUID
    assert first.PatientName == second.PatientName == first.PatientID
    assert report.copied[0].copies[0].name == f"{first.SOPInstanceUID}.dcm"
    assert re.fullmatch(r"2\.25\.[1-9][0-9]*", first.SOPInstanceUID)
    assert len(first.SOPInstanceUID) <= 64
    assert first.PatientIdentityRemoved == "YES"
    assert first.DeidentificationMethodCodeSequence[0].CodeValue == "113100"


def test_two_runs_agree_only_with_the_same_key(tmp_path: Path) -> None:
    original = write_planted(tmp_path / "scan.dcm")
    key = DeidentificationOptions(dates=DatePolicy.SHIFT, key_file=tmp_path / "export.key")
    uids = [
        only_copy(run([original], tmp_path / str(number), options)).SOPInstanceUID
        for number, options in enumerate((key, key, DeidentificationOptions(), DeidentificationOptions()))
    ]
    assert uids[0] == uids[1]
    assert len(set(uids)) == 3
    assert (tmp_path / "export.key").stat().st_mode & 0o077 == 0
    (tmp_path / "export.key").write_text("no key")
    with pytest.raises(InvalidKeyFileError):
        run([original], tmp_path / "again", key)


def test_dates_of_a_patient_move_together(tmp_path: Path) -> None:
    original = write_planted(tmp_path / "scan.dcm")
    copy = only_copy(run([original], tmp_path / "copies", DeidentificationOptions(dates=DatePolicy.SHIFT)))
    assert copy.StudyDate == copy.SeriesDate == copy.AcquisitionDateTime[:8] < "20230517"
    assert copy.ViewCodeSequence[0].ViewModifierCodeSequence[0].StudyDate > copy.StudyDate
    assert copy.AcquisitionDateTime[8:] == "101112.000+0100"
    assert copy.PatientBirthDate == ""
    assert copy.LongitudinalTemporalInformationModified == "MODIFIED"


def test_identifiers_stay_where_that_was_asked_for(tmp_path: Path) -> None:
    original = write_planted(tmp_path / "scan.dcm")
    copy = only_copy(run([original], tmp_path / "copies", DeidentificationOptions(uids=UidPolicy.KEEP)))
    assert copy.StudyInstanceUID == STUDY
    assert "113110" in [item.CodeValue for item in copy.DeidentificationMethodCodeSequence]


@pytest.mark.parametrize(("age", "kept"), [("067Y", "067Y"), ("089Y", "089Y"), ("090Y", "090Y"), ("103Y", "090Y")])
def test_a_very_great_age_is_not_told(tmp_path: Path, age: str, kept: str) -> None:
    original = write_planted(tmp_path / "scan.dcm")
    dataset = dcmread(original)
    dataset.PatientAge = age
    dataset.save_as(original)
    assert only_copy(run([original], tmp_path / "copies", EVERYTHING_KEPT)).PatientAge == kept


@pytest.mark.parametrize("compressed", [False, True])
def test_masks_cover_and_touch_nothing_else(tmp_path: Path, compressed: bool) -> None:
    original = write_planted(tmp_path / "scan.dcm", compressed=compressed)
    options = DeidentificationOptions(
        masks=(PixelMask(-5, 50, 15, 30),), masks_of_files={original: (PixelMask(30, 0, 4, 5),)}
    )
    report = run([original], tmp_path / "copies", options)
    before, after = read_radiograph(original).stored, read_radiograph(report.copied[0].copies[0]).stored
    covered = np.zeros(before.shape, dtype=bool)
    covered[:10, 50:] = covered[30:34, :5] = True
    assert np.array_equal(before[~covered], after[~covered])
    assert np.all(after[covered] == before[~covered].min())
    assert report.copied[0].masks == 2
    copy = dcmread(report.copied[0].copies[0])
    assert copy.ImageType[0] == "DERIVED"
    # Masks alone do not say that all text is under them.
    assert "BurnedInAnnotation" not in copy
    assert report.copied[0].text is BurnedInText.UNKNOWN


def test_a_mask_holds_for_the_file_and_not_for_one_of_its_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    write_planted(tmp_path / "in" / "scan.dcm")
    (tmp_path / "link").symlink_to(tmp_path / "in", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    mask = (PixelMask(0, 0, 5, 5),)
    for number, named in enumerate((tmp_path / "link" / "scan.dcm", Path("in/../in/scan.dcm"))):
        report = run([Path("in")], tmp_path / str(number), DeidentificationOptions(masks_of_files={named: mask}))
        assert [file.masks for file in report.copied] == [1]


def test_a_mask_is_dark_where_large_values_are_dark(tmp_path: Path, chest_dicom: Path) -> None:
    report = run([chest_dicom], tmp_path / "copies", DeidentificationOptions(masks=(PixelMask(0, 0, 100, 200),)))
    stored = read_radiograph(report.copied[0].copies[0]).stored
    assert np.all(stored[:100, :200] == stored.max())


def test_every_frame_is_masked(tmp_path: Path, example_dicom: Callable[[str], Path]) -> None:
    original = example_dicom("emri_small_RLE.dcm")
    report = run([original], tmp_path / "copies", DeidentificationOptions(masks=(PixelMask(2, 3, 20, 30),)))
    for index in range(read_radiograph(original).frame_count):
        assert len(np.unique(read_radiograph(report.copied[0].copies[0], index).stored[2:22, 3:33])) == 1


def test_text_in_the_picture_is_told_until_somebody_says_there_is_none(tmp_path: Path) -> None:
    original = write_planted(tmp_path / "scan.dcm")
    dataset = dcmread(original)
    dataset.BurnedInAnnotation = "YES"
    dataset.save_as(original)
    report = run([original], tmp_path / "copies")
    assert [file.text for file in report.copied] == [BurnedInText.STATED]
    copy = only_copy(report)
    assert (copy.BurnedInAnnotation, copy.PatientIdentityRemoved) == ("YES", "NO")
    confirmed = DeidentificationOptions(masks=(PixelMask(0, 0, 5, 5),), is_text_free=True)
    report = run([original], tmp_path / "confirmed", confirmed)
    copy = only_copy(report)
    assert (copy.BurnedInAnnotation, copy.PatientIdentityRemoved) == ("NO", "YES")
    assert "113101" in [item.CodeValue for item in copy.DeidentificationMethodCodeSequence]
    assert [file.text for file in report.copied] == [BurnedInText.CONFIRMED_NONE]


def test_the_original_is_not_touched(tmp_path: Path) -> None:
    original = write_planted(tmp_path / "scan.dcm")
    before, status = original.read_bytes(), original.stat()
    run([original], tmp_path / "copies", replace(EVERYTHING_KEPT, masks=(PixelMask(0, 0, 5, 5),)))
    assert original.read_bytes() == before
    assert original.stat().st_mtime_ns == status.st_mtime_ns


def test_copies_never_go_among_originals(tmp_path: Path) -> None:
    originals = tmp_path / "in"
    originals.mkdir()
    write_planted(originals / "scan.dcm")
    for paths, folder in (
        ([originals], originals),
        ([originals / "scan.dcm"], originals),
        ([originals], tmp_path),
    ):
        with pytest.raises(CopiesAmongOriginalsError):
            run(paths, folder)
    assert [path.name for path in originals.iterdir()] == ["scan.dcm"]
    # Beneath them they may, and are not copied again.
    for _ in range(2):
        assert len(run([originals], originals / "copies").copied) == 1
    mixed = originals / "mixed"
    mixed.mkdir()
    write_planted(mixed / "other.dcm", 2)
    with pytest.raises(CopiesAmongOriginalsError):
        run([originals], mixed)


def test_the_table_names_attributes_and_never_values(tmp_path: Path) -> None:
    report = run([write_planted(tmp_path / "scan.dcm")], tmp_path / "copies")
    rows = list(csv.DictReader(report.table.read_text(encoding="utf-8").splitlines()))
    by_name = {(row["attribute"], row["change"]): int(row["count"]) for row in rows}
    assert by_name["Patient's Name", "replaced"] == 1
    assert by_name["Patient's Birth Date", "emptied"] == 1
    assert by_name["Station Name", "removed"] == 1
    # Creator and three values, and a creator and a value in a sequence.
    assert sum(int(row["count"]) for row in rows if row["attribute"] == "private attribute") == 6
    assert by_name["bytes before the file's header", "removed"] == 1
    assert {change.name for change in report.totals} == {row["attribute"] for row in rows}


def test_the_list_of_who_is_who_is_written_only_where_asked_for(tmp_path: Path) -> None:
    original = write_planted(tmp_path / "scan.dcm")
    run([original], tmp_path / "copies")
    assert [path.suffix for path in sorted((tmp_path / "copies").iterdir())] == [".dcm", ".csv"]
    mapping = tmp_path / "who.csv"
    report = run([original], tmp_path / "again", DeidentificationOptions(mapping=mapping))
    (row,) = csv.DictReader(mapping.read_text(encoding="utf-8").splitlines())
    assert row["original_id"] == "PLANTED-ID"
    assert row["copy_name_and_id"] == report.copied[0].patient
    assert row["copy"] == report.copied[0].copies[0].name
    assert mapping.stat().st_mode & 0o077 == 0
    # An earlier list is not lost.
    with pytest.raises(OutputNotWritableError):
        run([original], tmp_path / "third", DeidentificationOptions(mapping=mapping))
    for options in (
        DeidentificationOptions(mapping=tmp_path / "copies" / "who2.csv"),
        DeidentificationOptions(key_file=tmp_path / "copies" / "deep" / "key"),
    ):
        with pytest.raises(SecretBesideCopiesError):
            run([original], tmp_path / "copies", options)


@pytest.mark.parametrize("uids", list(UidPolicy))
def test_the_list_names_the_identifier_that_is_in_the_copy(tmp_path: Path, uids: UidPolicy) -> None:
    stated = write_planted(tmp_path / "scan.dcm")
    nameless = write_planted(tmp_path / "nameless.dcm", 1)
    dataset = dcmread(nameless)
    del dataset.SOPInstanceUID
    dataset.save_as(nameless)
    mapping = tmp_path / "who.csv"

    run([stated, nameless], tmp_path / "copies", DeidentificationOptions(uids=uids, mapping=mapping))

    rows = list(csv.DictReader(mapping.read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 2
    for row in rows:
        assert dcmread(tmp_path / "copies" / row["copy"]).SOPInstanceUID == row["copy_sop_instance_uid"]


def test_no_copy_is_made_where_the_list_of_who_is_who_cannot_be(tmp_path: Path) -> None:
    original = write_planted(tmp_path / "scan.dcm")
    with pytest.raises(OutputNotWritableError):
        run([original], tmp_path / "copies", DeidentificationOptions(mapping=tmp_path / "missing" / "who.csv"))
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_list_about_no_copy_is_not_left(tmp_path: Path) -> None:
    words = tmp_path / "words.dcm"
    words.write_text("no scan")
    report = run([words], tmp_path / "copies", DeidentificationOptions(mapping=tmp_path / "who.csv"))
    assert report.table is None
    assert not (tmp_path / "who.csv").exists()
    assert list((tmp_path / "copies").iterdir()) == []


def test_runs_at_the_same_time_lose_nothing_of_each_other(tmp_path: Path) -> None:
    originals = [write_planted(tmp_path / f"{number}.dcm", number) for number in range(3)]
    key = tmp_path / "export.key"
    begun = threading.Barrier(3)
    reports: list[DeidentificationReport] = []
    refused: list[OutputNotWritableError] = []

    def copy(original: Path) -> None:
        begun.wait()
        options = DeidentificationOptions(key_file=key, mapping=tmp_path / "who.csv")
        try:
            reports.append(run([original], tmp_path / "copies", options))
        except OutputNotWritableError as error:
            refused.append(error)
            reports.append(run([original], tmp_path / "copies", replace(options, mapping=None)))

    threads = [threading.Thread(target=copy, args=(original,)) for original in originals]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    # One of them has the list; the others are told.
    assert len(refused) == 2
    assert len({report.table for report in reports}) == 3
    assert len(list((tmp_path / "copies").glob("*.csv"))) == 3
    again = [run([original], tmp_path / "again", DeidentificationOptions(key_file=key)) for original in originals]
    assert {report.copied[0].uid for report in again} == {report.copied[0].uid for report in reports}
    assert not list(tmp_path.glob("export.key.*"))


def test_copies_say_that_hilum_made_them(tmp_path: Path) -> None:
    copy = only_copy(run([write_planted(tmp_path / "scan.dcm")], tmp_path / "copies"))
    assert copy.file_meta.ImplementationClassUID == IMPLEMENTATION_CLASS_UID
    assert copy.file_meta.ImplementationVersionName == implementation_version_name()


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path, example_dicom: Callable[[str], Path]) -> None:
    good = write_planted(tmp_path / "scan.dcm")
    words = tmp_path / "words.dcm"
    words.write_text("no scan")
    report = run([words, example_dicom("rtplan.dcm"), good], tmp_path / "copies")
    assert [file.original for file in report.copied] == [good]
    assert len(report.failed) == 2
    assert any(isinstance(file.error, UnsupportedImageError) for file in report.failed)
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingToReadError):
        run([tmp_path / "empty"], tmp_path / "copies")


def test_a_folder_that_takes_no_more_ends_the_run_with_what_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    originals = [write_planted(tmp_path / f"{number}.dcm", number) for number in range(4)]
    made: list[Path] = []

    def fill_the_disk(path: Path, write: Callable[[BinaryIO], object]) -> None:
        if len(made) == room:
            raise OutputNotWritableError(path, "the disk is full")
        made.append(path)
        write_durably(path, write)

    monkeypatch.setattr(copying, "write_durably", fill_the_disk)
    room = 2
    report = run(originals, tmp_path / "copies", DeidentificationOptions(mapping=tmp_path / "who.csv"))
    assert [copy for file in report.copied for copy in file.copies] == made
    assert [type(file.error) for file in report.failed] == [OutputNotWritableError]
    assert report.not_reached == 1
    assert "1 file was not tried: the folder takes no more." in summary_sentences(report)
    assert len((tmp_path / "who.csv").read_text(encoding="utf-8").splitlines()) == 3
    # Not even one.
    with pytest.raises(OutputNotWritableError):
        run(originals, tmp_path / "more")


def test_a_mask_beside_the_picture_makes_no_copy(tmp_path: Path) -> None:
    original = write_planted(tmp_path / "scan.dcm")
    report = run([original], tmp_path / "copies", DeidentificationOptions(masks=(PixelMask(100, 0, 5, 5),)))
    assert [type(file.error) for file in report.failed] == [MaskOutsideImageError]
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_stopped_run_accounts_for_what_it_wrote(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(3):
        write_planted(tmp_path / "in" / f"{number}.dcm", number)
    token = CancellationToken()

    def stop_at_second(progress: Progress) -> None:
        if progress.done == 1:
            token.cancel()

    with pytest.raises(JobCancelledError):
        deidentify_files(
            [tmp_path / "in"], tmp_path / "copies", DeidentificationOptions(), JobContext(stop_at_second, token)
        )
    copies = {path.name for path in (tmp_path / "copies").glob("*.dcm")}
    table = (tmp_path / "copies" / "deidentification-report.csv").read_text(encoding="utf-8")
    assert 0 < len(copies) < 3
    assert {row["copy"] for row in csv.DictReader(table.splitlines())} == copies


@pytest.mark.parametrize("dates", list(DatePolicy))
@pytest.mark.parametrize("name", ["RG1_UNCR.dcm", "RG3_J2KR.dcm", "CT_small.dcm", "emri_small.dcm", "US1_UNCR.dcm"])
def test_validator_finds_nothing_new(
    tmp_path: Path, example_dicom: Callable[[str], Path], name: str, dates: DatePolicy
) -> None:
    if shutil.which("dciodvfy") is None:
        pytest.skip("dciodvfy is not installed (dicom3tools)")
    original = example_dicom(name)
    options = DeidentificationOptions(dates=dates, masks=(PixelMask(0, 0, 9, 9),))
    (copied,) = run([original], tmp_path / "copies", options).copied
    assert errors_of(copied.copies[0]) - errors_of(original) == set()


def errors_of(path: Path) -> set[str]:
    """What dciodvfy finds wrong; identifiers in its sentences are left out."""
    done = subprocess.run(["dciodvfy", "-new", str(path)], capture_output=True, check=False)
    lines = (done.stdout + done.stderr).decode("utf-8", errors="replace").splitlines()
    return {re.sub(r"<[0-9.]{6,}>", "<UID>", line) for line in lines if line.startswith("Error")}


def test_planted_pixels_are_the_picture(tmp_path: Path) -> None:
    original = write_planted(tmp_path / "scan.dcm")
    report = run([original], tmp_path / "copies")
    assert dcmread(report.copied[0].copies[0]).PixelData == planted_pixels().tobytes()
