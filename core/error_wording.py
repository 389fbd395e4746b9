"""The one place where errors become sentences for a person.

The command line and the window both show what `describe_error` returns, so a problem reads the same in both.
A sentence names the file, what is wrong and what to do. Details are technical and meant to be copied.

The sentences are templates filled with the error's own data, so that they can be listed and translated.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import (
    AssociationAbortedError,
    AssociationRejectedError,
    CalledTitleUnknownError,
    CallingTitleUnknownError,
    ConnectionRefusedByHostError,
    CopiesAmongOriginalsError,
    DamagedFileError,
    DamagedJournalError,
    DamagedSendQueueError,
    DamagedWorklistError,
    DeviceOutOfMemoryError,
    DeviceUnavailableError,
    DownloadFailedError,
    DownloadNotAllowedError,
    EmptyFileError,
    FileError,
    HilumError,
    HostUnknownError,
    ImagesChangedError,
    InaccessibleFileError,
    IncomparableModelsError,
    InsufficientMemoryError,
    InvalidDatasetError,
    InvalidKeyFileError,
    InvalidModelFileError,
    InvalidModelPackageError,
    InvalidNodeError,
    InvalidPlanError,
    InvalidQueryError,
    InvalidRunError,
    InvalidSiteSettingsError,
    InvalidTrainingPackError,
    InvalidWeightsFileError,
    JobCancelledError,
    JournalNotWritableError,
    ListeningFailedError,
    LoginRefusedError,
    MaskOutsideImageError,
    MissingDecoderError,
    MissingFileError,
    ModelHashMismatchError,
    ModelNotRemovableError,
    ModelsInUseError,
    NewerJournalError,
    NewerModelError,
    NewerRunError,
    NewerSendQueueError,
    NewerSiteSettingsError,
    NewerWorklistError,
    NodeEncryptionError,
    NodeError,
    NodeFailureError,
    NodeSilentError,
    NodeUnreachableError,
    NoStudyToJoinError,
    NoSuchFrameError,
    NotDicomWebError,
    NothingToCountError,
    NothingToReadError,
    NothingToRollBackError,
    NotRegularFileError,
    NoUserFolderError,
    ObjectNotAcceptedError,
    OutputNotWritableError,
    OversizedImageError,
    ResultNotPossibleError,
    RunInUseError,
    RunNotWritableError,
    SecretBesideCopiesError,
    ServiceNotOfferedError,
    TooFewCasesError,
    TrainingDivergedError,
    TrainingPackHashMismatchError,
    TrainingProcessError,
    TrainingProcessKilledError,
    TrainingUnavailableError,
    UnknownModelError,
    UnknownNodeError,
    UnrecognisedFileError,
    UnsupportedImageError,
    UnusableLogoError,
    WorklistNotWritableError,
)
from core.language import Worded, in_source_language, mark, tr
from core.number_format import decimal, percent
from core.program_version import is_frozen

_LONGEST_NAME = 80


@dataclass(frozen=True)
class ErrorMessage:
    """An error as a person reads it.

    Attributes:
        summary: One sentence: what happened, to which file.
        remedy: One sentence: what to do now; empty where there is nothing to do.
        details: Technical particulars to copy into a report; may be empty.
        source_text: Summary and remedy in English, for what is kept; `core.kept_sentences` shows it again.
    """

    summary: str
    remedy: str
    details: str = ""
    source_text: str = field(default="", compare=False)

    @property
    def text(self) -> str:
        """Summary and remedy in one line, for a table cell."""
        return f"{self.summary} {self.remedy}".strip()


# Summary and remedy per kind. {name} is the file's quoted name, {because} its detail in brackets if there is one.
_WORDINGS: dict[type[HilumError], tuple[str, str]] = {
    HilumError: (
        mark("Something went wrong that Hilum has no sentence for."),
        mark("Copy the details and report them."),
    ),
    JobCancelledError: (mark("Stopped as asked."), ""),
    FileError: (mark("{name} could not be used."), mark("Copy the details and report them.")),
    MissingFileError: (
        mark("{name} is not there: it was moved, renamed or deleted, or its drive is not connected."),
        mark("Check where it is and open it again."),
    ),
    InaccessibleFileError: (
        mark("{name} may not be read by this user, or its drive does not answer."),
        mark("Check the permissions of the file and of its folder, or copy it to your own documents."),
    ),
    NotRegularFileError: (
        mark("{name} is not a file with an image in it{because}."),
        mark("Choose an image file or a folder of images."),
    ),
    EmptyFileError: (mark("{name} is empty: it has no bytes."), mark("Copy or export it again from where it came.")),
    UnrecognisedFileError: (
        mark("{name} is not an image that Hilum knows."),
        mark("Export it as DICOM, PNG, JPEG, TIFF, BMP or WebP and open that."),
    ),
    DamagedFileError: (
        mark("{name} is damaged: it is cut short or its content contradicts itself."),
        mark("Copy or export it again from where it came."),
    ),
    UnsupportedImageError: (
        mark("{name} holds something that Hilum does not show{because}."),
        mark("Open a radiograph (CR, DX, RF or a secondary capture) instead."),
    ),
    OversizedImageError: (
        mark(
            "{name} says that it is {columns} x {rows} pixels, more than the {megapixels} megapixels that Hilum opens."
        ),
        mark("The file is probably damaged; export it again, or at a smaller size."),
    ),
    InsufficientMemoryError: (
        mark("{name} needs more memory than this computer has free."),
        mark("Close other programs and open it again."),
    ),
    MissingDecoderError: (
        mark("{name} is compressed as {transfer_syntax}, which this installation cannot decode."),
        mark("Install Hilum again{with_package}, or export the image uncompressed and open that."),
    ),
    NoSuchFrameError: (
        mark("{name} has no frame {frame_number}; its last is frame {frame_count}."),
        mark("Choose a frame from 1 to {frame_count}."),
    ),
    NothingToReadError: (
        mark("{name} holds no image."),
        mark("Choose a folder with DICOM, PNG, JPEG, TIFF, BMP or WebP files."),
    ),
    InvalidDatasetError: (
        mark("{name} is no set of labelled images{because}."),
        mark("Choose a folder with one subfolder of images per class, or a CSV index with the columns file and label."),
    ),
    UnknownModelError: (
        mark("There is no model “{name}” here."),
        mark("Choose one of these: {known_names}; or the folder of a model package."),
    ),
    ModelNotRemovableError: (
        mark("The model {name} was not removed: {reason}."),
        mark("Only versions that are not active, and not part of the installation, can be removed."),
    ),
    NothingToRollBackError: (
        mark("There is nothing to roll back to: no other model was active before this one."),
        mark("Choose a model and activate it."),
    ),
    NoUserFolderError: (
        mark("Nothing can be kept here, because this user has no home folder."),
        mark("Set HOME, or name a folder that you may write to; the bundled model works all the same."),
    ),
    UnusableLogoError: (
        mark("The logo {name} cannot be put into a report{because}."),
        mark("Choose a PNG, JPEG or SVG file of at most 4 MB, or go without a logo."),
    ),
    InvalidSiteSettingsError: (
        mark("The site's settings in {name} cannot be read."),
        mark("Mend the file, or delete it to begin anew; until then nothing is done that it decides about."),
    ),
    NoStudyToJoinError: (
        mark("Results of {name} cannot be filed with its study{because}."),
        mark("Use the scan as the archive sends it."),
    ),
    ResultNotPossibleError: (
        mark("Not every result that was asked for can be made of {name}{because}."),
        mark("Leave this kind of result out."),
    ),
    InvalidKeyFileError: (
        mark("{name} is no key of an earlier export{because}."),
        mark("Name the key's own file, or one that is not there yet: a new key is made in it."),
    ),
    MaskOutsideImageError: (
        mark("No copy was made of {name}: a mask lies beside the picture and would cover nothing."),
        mark("Draw the mask on the picture, or give its place in this picture's own pixels."),
    ),
    CopiesAmongOriginalsError: (
        mark("Copies cannot go into {name}: originals lie there."),
        mark("Choose another folder, best an empty one."),
    ),
    SecretBesideCopiesError: (
        mark("{name} says who is who and must not lie in the folder of the copies."),
        mark("Choose a place for it that you do not hand on."),
    ),
    ModelsInUseError: (
        mark("Another copy of Hilum is changing the models kept here."),
        mark("Wait until it has finished, and try again."),
    ),
    InvalidModelFileError: (
        mark("{name} is no model that can be taken in{because}."),
        mark("Export it again where it came from, and copy it whole."),
    ),
    IncomparableModelsError: (
        mark("These models cannot be compared: {reason}."),
        mark("Choose a folder with one subfolder per class that both models know."),
    ),
    TooFewCasesError: (
        mark(
            "It takes {needed} usable scans with the finding and {needed} without; here are {positives} and"
            " {negatives}."
        ),
        mark("Add scans: with so few, a share of {share} would be known to lie between {low} and {high} only."),
    ),
    NothingToCountError: (
        mark("There is no pixel to count: the region lies outside the image, or on nothing but padding."),
        mark("Draw the region over the image."),
    ),
    OutputNotWritableError: (
        mark("{name} could not be written{because}."),
        mark(
            "Check that the folder exists, that you may write there and that the disk is not full, or choose another."
        ),
    ),
    JournalNotWritableError: (
        mark("The record {name} could not take this entry{because}; what was in it before is safe."),
        mark("Make room on the disk and check that you may write to {path.parent}, then do it again."),
    ),
    DamagedJournalError: (
        mark("The record {name} is damaged{because}; it was left as it is."),
        mark(
            "Move the whole folder {path.parent} to another place and keep it; a new record begins then, with entry 1."
        ),
    ),
    NewerJournalError: (
        mark("The record {name} was written by a newer version of Hilum; it was left as it is."),
        mark("Use that version, or a later one."),
    ),
    NewerModelError: (
        mark("{name}, of the models kept here, was written by a newer version of Hilum; it was left as it is."),
        mark("Use that version, or a later one."),
    ),
    NewerSiteSettingsError: (
        mark("The site's settings in {name} were written by a newer version of Hilum; they were left as they are."),
        mark("Use that version, or a later one; until then nothing is done that they decide about."),
    ),
    NewerRunError: (
        mark(
            "What training or commissioning put into {name} was written by a newer version of Hilum; it was left as it"
            " is."
        ),
        mark("Use that version, or a later one."),
    ),
    WorklistNotWritableError: (
        mark("The worklist {name} could not take this change{because}; what was on it before is safe."),
        mark("Make room on the disk and check that you may write to {path.parent}, then do it again."),
    ),
    DamagedWorklistError: (
        mark("The worklist {name} is damaged{because}; it was left as it is."),
        mark("Move the whole folder {path.parent} to another place and keep it; an empty worklist begins then."),
    ),
    NewerWorklistError: (
        mark("The worklist {name} was written by a newer version of Hilum; it was left as it is."),
        mark("Use that version, or a later one."),
    ),
    InvalidModelPackageError: (
        mark("The model in {name} cannot be used{because}."),
        mark("Activate another model (Tools > Models, or “hilum models”), or install Hilum again."),
    ),
    ModelHashMismatchError: (
        mark("The model's weights in {name} are not the ones its card was written for, so they are not used."),
        mark("Activate another model, or install Hilum again; if nobody changed the file, have the disk checked."),
    ),
    InvalidWeightsFileError: (
        mark("{name} does not hold weights of a ResNet-50 that training can start from{because}."),
        mark(
            "Choose a safetensors file with torchvision's tensor names, or start from the model that comes with Hilum."
        ),
    ),
    DownloadNotAllowedError: (
        mark("{name} are not on this computer and would have to be downloaded from {address}."),
        mark("Agree to the download, or start from the model that comes with Hilum."),
    ),
    DownloadFailedError: (
        mark("{name} could not be downloaded from {address}{because}."),
        mark("Check the network and try again, or start from the model that comes with Hilum."),
    ),
    DeviceUnavailableError: (
        mark("The network cannot run on the device “{device}” here{because}."),
        mark("Choose the device “auto” or “cpu”; “hilum doctor” says what is missing."),
    ),
    DeviceOutOfMemoryError: (
        mark("The device {device} ran out of memory with a batch of {batch_size}."),
        mark("Close other programs that use it, choose a smaller batch, or run on the CPU."),
    ),
    InvalidPlanError: (
        mark("This training cannot be done: {reason}."),
        mark("Change the plan, or add images, and start again."),
    ),
    InvalidRunError: (
        mark("The training run in {name} cannot be used{because}."),
        mark("Choose the folder of another run, or start the training anew."),
    ),
    RunInUseError: (
        mark("The training run in {name} is under way already{because}."),
        mark("Wait until it ends, or stop it where it was started."),
    ),
    RunNotWritableError: (
        mark("The training run cannot write {name}{because}; its last checkpoint is whole."),
        mark(
            "Make room on the disk, check that you may write there, and resume: it goes on from the last finished"
            " epoch."
        ),
    ),
    ImagesChangedError: (
        mark("{name} is not the image any more that this training run was prepared with."),
        mark("Put the image back as it was, or check the folder again and start the training anew."),
    ),
    TrainingDivergedError: (
        mark("The training went astray: from epoch {epoch_number} on its loss is not a number."),
        mark("Start it anew with a smaller learning rate."),
    ),
    TrainingUnavailableError: (
        mark("This installation cannot train: {package} is not installed."),
        mark(
            "Take the training pack in (Tools > Training pack, or hilum training-pack), or where pip installed Hilum: "
            "pip install 'hilum[torch]'."
        ),
    ),
    InvalidTrainingPackError: (
        mark("{name} cannot be used as a training pack{because}."),
        mark("Take the pack that belongs to this version of Hilum and to this system, and copy it whole."),
    ),
    TrainingPackHashMismatchError: (
        mark("{name} is not the training pack that it should be: its SHA-256 differs."),
        mark("It was damaged or changed on its way. Get it again from where Hilum comes from."),
    ),
    TrainingProcessError: (
        mark("Training stopped: its process ended unexpectedly ({cause})."),
        mark(
            "Continue the run: it goes on after the last finished epoch. The details hold what the process said last."
        ),
    ),
    TrainingProcessKilledError: (
        mark("Training stopped: memory ran out, or something else ended its process ({cause})."),
        mark("Close other programs or choose a smaller batch, then continue the run: it goes on from its last epoch."),
    ),
    InvalidNodeError: (mark("“{node}” cannot be kept as it was entered: {reason}."), mark("Correct it and try again.")),
    UnknownNodeError: (
        mark("No archive is called “{name}”."),
        mark("Enter one in the settings of connections, or choose one of those that there are: {known_names}."),
    ),
    NodeError: (
        mark("Something went wrong with “{node}”{because}."),
        mark("Try again, and if it happens again ask whoever looks after the archive."),
    ),
    HostUnknownError: (
        mark("The network knows no computer called {detail}, where “{node}” should be."),
        mark("Check how its host is spelt, and that this computer is in the hospital's network."),
    ),
    ConnectionRefusedByHostError: (
        mark("“{node}” was not reached: the computer is there, but nothing listens at {detail}."),
        mark("Check the port, and that the archive's program runs."),
    ),
    NodeUnreachableError: (
        mark("There is no way through the network to “{node}”{because}."),
        mark("Check host, cable or wireless network, and whether a VPN is needed."),
    ),
    NodeSilentError: (
        mark("“{node}” did not answer in time{because}."),
        mark("Check host and port; most often a firewall is in between: ask for this computer to be let through."),
    ),
    NodeEncryptionError: (
        mark("The encrypted connection to “{node}” did not come about: {detail}."),
        mark("Check its encryption and certificates in the settings of connections."),
    ),
    CalledTitleUnknownError: (
        mark("“{node}” does not go by the AE title {detail}."),
        mark(
            "Correct its AE title (the called one): it must be spelt as at the archive, upper and lower case as well."
        ),
    ),
    CallingTitleUnknownError: (
        mark("“{node}” does not know Hilum by the AE title {detail}."),
        mark("Have this title, with this computer's address and port, entered at the archive, or correct it here."),
    ),
    AssociationRejectedError: (
        mark("“{node}” does not let Hilum in{because}."),
        mark("Try again later, and if it goes on ask whoever looks after the archive."),
    ),
    AssociationAbortedError: (
        mark("“{node}” broke off the connection{because}."),
        mark("Check that its port is the one for DICOM and whether it wants encryption, and try again."),
    ),
    ServiceNotOfferedError: (
        mark("“{node}” does not offer this to Hilum: {detail}."),
        mark("Ask whoever looks after the archive to allow it, or choose another way in the settings of connections."),
    ),
    NodeFailureError: (
        mark("“{node}” could not do what it was asked{because}."),
        mark("Try again later, and if it happens again ask whoever looks after the archive."),
    ),
    LoginRefusedError: (
        mark("“{node}” does not accept the user name and password{because}."),
        mark("Correct them in the settings of connections."),
    ),
    NotDicomWebError: (
        mark("What answers at the web address of “{node}” is no DICOMweb service{because}."),
        mark("Check the address; it often ends in /dicom-web or /rs."),
    ),
    ObjectNotAcceptedError: (
        mark("“{node}” does not take this object: {detail}."),
        mark("Send it to another archive, or have this kind of object allowed there; trying again will not help."),
    ),
    InvalidQueryError: (mark("This cannot be looked for: {reason}."), mark("Correct it and search again.")),
    ListeningFailedError: (
        mark("Hilum could not open its own port {port}: {detail}."),
        mark("Mend that, or choose another port here and at those who send to it."),
    ),
    DamagedSendQueueError: (
        mark("The list of what is to be sent, {name}, is damaged{because}; nothing in it was changed."),
        mark("Move it away and send again what is missing at the archive."),
    ),
    NewerSendQueueError: (
        mark("The list of what is to be sent, {name}, was written by a newer Hilum{because}."),
        mark("Use the newer Hilum."),
    ),
}


def describe_error(error: HilumError) -> ErrorMessage:
    """Word an error for a person.

    Args:
        error: Any kind of `HilumError`; a kind without a wording of its own gets its nearest parent's.

    Returns:
        Summary, remedy and details.
    """
    summary, remedy = _sentences(error)
    with in_source_language():
        source = _sentences(error)
    return ErrorMessage(summary, remedy, str(error), " ".join(source).strip())


def error_templates() -> tuple[tuple[str, ...], ...]:
    """Summary and remedy of each kind, in English, not filled in; where there is no remedy the summary alone."""
    return tuple(tuple(filter(None, wording)) for wording in _WORDINGS.values())


def _sentences(error: HilumError) -> tuple[str, str]:
    kind = next(kind for kind in type(error).__mro__ if kind in _WORDINGS)
    summary, remedy = _WORDINGS[kind]
    data = _template_data(error)
    return tr(summary).format_map(data), tr(remedy).format_map(data) if remedy else ""


def describe_defect(error_type: str) -> ErrorMessage:
    """Word an exception that Hilum did not expect, which is a defect of the program.

    Args:
        error_type: Name of the exception's class.
    """
    if error_type == "MemoryError":
        return ErrorMessage(
            tr("The computer ran out of memory."),
            tr("Close other programs or open fewer, smaller images, then try again."),
        )
    summary = tr("Hilum met an error it did not expect ({error_type}); your files were not changed.")
    return ErrorMessage(
        summary.format(error_type=error_type),
        tr("Try again, and if it happens again copy the details and report them."),
    )


def describe_missing_decoders(compressions: Sequence[str], packages: Sequence[str]) -> ErrorMessage:
    """Word what the self-test at start found missing.

    Args:
        compressions: Names of the compressions that cannot be read here, at least one.
        packages: The packages that bring their decoders.
    """
    summary = tr("This installation cannot read images compressed as {compressions}.")
    remedy = tr("Install Hilum again.")
    if packages and not is_frozen():
        remedy = tr("Install Hilum again (or the decoders, with: pip install {packages}).")
    names = sorted({name for package in packages for name in package.split()})
    return ErrorMessage(summary.format(compressions=", ".join(compressions)), remedy.format(packages=" ".join(names)))


def _template_data(error: HilumError) -> dict[str, object]:
    """Collect the error's data under the names that the templates use."""
    data: dict[str, object] = dict(vars(error))
    for name, kept in data.items():
        if isinstance(kept, Worded) or (name in ("detail", "reason", "cause") and isinstance(kept, str) and kept):
            data[name] = tr(kept)
    data["because"] = f" ({data['detail']})" if data.get("detail") else ""
    match error:
        case OversizedImageError():
            data["megapixels"] = decimal(error.pixel_limit / 1e6, 0)
        case MissingDecoderError():
            with_package = tr(" (or its decoder, with: pip install {package})").format(package=error.package)
            data["with_package"] = with_package if error.package and not is_frozen() else ""
        case NoSuchFrameError():
            data["frame_number"] = error.frame_index + 1
        case UnknownModelError():
            data["known_names"] = ", ".join(error.known)
        case UnknownNodeError():
            data["known_names"] = ", ".join(error.known) or tr("none yet")
        case TooFewCasesError():
            data |= {"share": percent(0.9), "low": percent(error.low), "high": percent(error.high)}
        case TrainingDivergedError():
            data["epoch_number"] = error.epoch + 1
        case _:
            pass
    if isinstance(error, FileError):
        data["name"] = quoted_name(error.path)
    return data


def quoted_name(path: Path) -> str:
    """Quote a file's name for a sentence: printable, and never endless.

    Args:
        path: The file; of its folders nothing is said, they can hold names of patients.
    """
    name = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in path.name or str(path))
    if len(name) > _LONGEST_NAME:
        half = _LONGEST_NAME // 2 - 1
        name = f"{name[:half]}\N{HORIZONTAL ELLIPSIS}{name[-half:]}"
    return f"\N{LEFT DOUBLE QUOTATION MARK}{name}\N{RIGHT DOUBLE QUOTATION MARK}"
