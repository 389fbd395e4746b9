"""Every kind of error has its own sentence, and the sentence says what is needed."""

import inspect
import sys
from pathlib import Path

import pytest

import core.errors
from core.error_wording import describe_defect, describe_error, describe_missing_decoders
from core.errors import (
    DeviceOutOfMemoryError,
    DeviceUnavailableError,
    DownloadFailedError,
    DownloadNotAllowedError,
    FileError,
    HilumError,
    IncomparableModelsError,
    InvalidNodeError,
    InvalidPlanError,
    InvalidQueryError,
    JobCancelledError,
    ListeningFailedError,
    MissingDecoderError,
    ModelHashMismatchError,
    ModelNotRemovableError,
    ModelsInUseError,
    NodeError,
    NoSuchFrameError,
    NothingToCountError,
    NothingToRollBackError,
    NoUserFolderError,
    OversizedImageError,
    TooFewCasesError,
    TrainingDivergedError,
    TrainingPackHashMismatchError,
    TrainingProcessError,
    TrainingProcessKilledError,
    TrainingUnavailableError,
    UnknownModelError,
    UnknownNodeError,
)

_PATH = Path("/clinic/kept private/scan 7.dcm")


def _example(kind: type[HilumError]) -> HilumError:
    examples: dict[type[HilumError], HilumError] = {
        JobCancelledError: JobCancelledError(),
        NothingToCountError: NothingToCountError(),
        OversizedImageError: OversizedImageError(_PATH, 65535, 65535, 200_000_000),
        MissingDecoderError: MissingDecoderError(_PATH, "JPEG 2000", "pylibjpeg-openjpeg"),
        NoSuchFrameError: NoSuchFrameError(_PATH, 3, 2),
        ModelHashMismatchError: ModelHashMismatchError(_PATH, "ab" * 32, "cd" * 32),
        DeviceUnavailableError: DeviceUnavailableError("cuda", "PyTorch is not installed"),
        DeviceOutOfMemoryError: DeviceOutOfMemoryError("cuda:0", 32),
        InvalidPlanError: InvalidPlanError("5 folds need images of at least 5 patients"),
        TrainingDivergedError: TrainingDivergedError(2),
        TrainingPackHashMismatchError: TrainingPackHashMismatchError(_PATH, "a" * 64, "b" * 64),
        TrainingUnavailableError: TrainingUnavailableError("torch"),
        TrainingProcessError: TrainingProcessError("exit status 3", "last words"),
        TrainingProcessKilledError: TrainingProcessKilledError("SIGKILL", ""),
        UnknownModelError: UnknownModelError("clinic", ("bundled", "ward@2")),
        ModelNotRemovableError: ModelNotRemovableError("ward 2", "it is the active one"),
        NothingToRollBackError: NothingToRollBackError(),
        ModelsInUseError: ModelsInUseError(),
        NoUserFolderError: NoUserFolderError(),
        DownloadNotAllowedError: DownloadNotAllowedError("ImageNet weights", "https://example.org/weights"),
        DownloadFailedError: DownloadFailedError("ImageNet weights", "https://example.org/weights", "no network"),
        TooFewCasesError: TooFewCasesError(34, 12, 30, 0.6, 0.98),
        IncomparableModelsError: IncomparableModelsError("they answer different questions"),
        InvalidNodeError: InvalidNodeError("Hospital archive", "70000 is no port: ports go from 1 to 65535"),
        UnknownNodeError: UnknownNodeError("Clinic", ("Hospital archive",)),
        InvalidQueryError: InvalidQueryError("the first day is after the last"),
        ListeningFailedError: ListeningFailedError(11113, "another program uses it"),
    }
    if kind in examples:
        return examples[kind]
    if issubclass(kind, NodeError):
        return kind("Hospital archive", "particulars")
    assert issubclass(kind, FileError)
    return kind(_PATH, "particulars")


_KINDS = [
    kind
    for _, kind in inspect.getmembers(core.errors, inspect.isclass)
    if issubclass(kind, HilumError) and kind not in (HilumError, FileError)
]


@pytest.mark.parametrize("kind", _KINDS, ids=lambda kind: kind.__name__)
def test_each_kind_says_what_happened_and_what_to_do(kind: type[HilumError]) -> None:
    error = _example(kind)

    message = describe_error(error)

    assert message.summary.endswith(".")
    assert "no sentence for" not in message.summary
    if kind is not JobCancelledError:
        assert message.remedy.endswith(".")
        assert "report" not in message.remedy, "a kind of its own needs a remedy of its own"
    if isinstance(error, FileError):
        assert "scan 7.dcm" in message.summary
        assert "kept private" not in message.summary, "the folder belongs into the details"
        assert str(_PATH) in message.details


def test_sentences_differ_between_kinds() -> None:
    summaries = [describe_error(_example(kind)).summary for kind in _KINDS]

    assert len(set(summaries)) == len(summaries)


def test_a_new_kind_falls_back_to_its_parents_wording() -> None:
    class RottenFileError(core.errors.DamagedFileError):
        pass

    assert "damaged" in describe_error(RottenFileError(_PATH)).summary


def test_control_characters_and_endless_names_do_not_reach_the_sentence() -> None:
    message = describe_error(core.errors.EmptyFileError(Path("/a/" + "x" * 200 + "\x1b[31m\n.png")))

    assert message.summary.isprintable()
    assert len(message.summary) < 160


def test_frames_are_counted_from_one_for_a_person() -> None:
    message = describe_error(NoSuchFrameError(_PATH, 3, 2))

    assert "no frame 4" in message.summary
    assert "1 to 2" in message.remedy


def test_a_defect_names_its_type_and_says_files_are_untouched() -> None:
    assert "KeyError" in describe_defect("KeyError").summary
    assert "not changed" in describe_defect("KeyError").summary
    assert "memory" in describe_defect("MemoryError").summary


def test_nobody_is_told_to_run_pip_for_an_installed_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    error = MissingDecoderError(tmp_path / "a.dcm", "JPEG Lossless", "python-gdcm")
    from_source = (
        describe_error(error).remedy + describe_missing_decoders(["RLE", "JPEG"], ["pillow", "a b", "b"]).remedy
    )

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    installed = describe_error(error).remedy + describe_missing_decoders(["RLE", "JPEG"], ["pillow", "a b", "b"]).remedy

    assert "pip install python-gdcm" in from_source
    assert "pip install a b pillow)" in from_source
    assert "pip" not in installed
