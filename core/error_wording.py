"""The one place where errors become sentences for a person.

The command line and the window both show what `describe_error` returns, so a problem reads the same in both.
A sentence names the file, what is wrong and what to do. Details are technical and meant to be copied.

The sentences are templates filled with the error's own data, so that they can be listed and translated.
"""

from collections.abc import Sequence
from dataclasses import dataclass
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

_LONGEST_NAME = 80


@dataclass(frozen=True)
class ErrorMessage:
    """An error as a person reads it.

    Attributes:
        summary: One sentence: what happened, to which file.
        remedy: One sentence: what to do now; empty where there is nothing to do.
        details: Technical particulars to copy into a report; may be empty.
    """

    summary: str
    remedy: str
    details: str = ""

    @property
    def text(self) -> str:
        """Summary and remedy in one line, for a table cell."""
        return f"{self.summary} {self.remedy}".strip()


# Summary and remedy per kind. {name} is the file's quoted name, {because} its detail in brackets if there is one.
_WORDINGS: dict[type[HilumError], tuple[str, str]] = {
    HilumError: (
        "Something went wrong that Hilum has no sentence for.",
        "Copy the details and report them.",
    ),
    JobCancelledError: ("Stopped as asked.", ""),
    FileError: ("{name} could not be used.", "Copy the details and report them."),
    MissingFileError: (
        "{name} is not there: it was moved, renamed or deleted, or its drive is not connected.",
        "Check where it is and open it again.",
    ),
    InaccessibleFileError: (
        "{name} may not be read by this user, or its drive does not answer.",
        "Check the permissions of the file and of its folder, or copy it to your own documents.",
    ),
    NotRegularFileError: (
        "{name} is not a file with an image in it{because}.",
        "Choose an image file or a folder of images.",
    ),
    EmptyFileError: ("{name} is empty: it has no bytes.", "Copy or export it again from where it came."),
    UnrecognisedFileError: (
        "{name} is not an image that Hilum knows.",
        "Export it as DICOM, PNG, JPEG, TIFF, BMP or WebP and open that.",
    ),
    DamagedFileError: (
        "{name} is damaged: it is cut short or its content contradicts itself.",
        "Copy or export it again from where it came.",
    ),
    UnsupportedImageError: (
        "{name} holds something that Hilum does not show{because}.",
        "Open a radiograph (CR, DX, RF or a secondary capture) instead.",
    ),
    OversizedImageError: (
        "{name} says that it is {columns} x {rows} pixels, more than the {megapixels} megapixels that Hilum opens.",
        "The file is probably damaged; export it again, or at a smaller size.",
    ),
    InsufficientMemoryError: (
        "{name} needs more memory than this computer has free.",
        "Close other programs and open it again.",
    ),
    MissingDecoderError: (
        "{name} is compressed as {transfer_syntax}, which this installation cannot decode.",
        "Install Hilum again{with_package}, or export the image uncompressed and open that.",
    ),
    NoSuchFrameError: (
        "{name} has no frame {frame_number}; its last is frame {frame_count}.",
        "Choose a frame from 1 to {frame_count}.",
    ),
    NothingToReadError: (
        "{name} holds no image.",
        "Choose a folder with DICOM, PNG, JPEG, TIFF, BMP or WebP files.",
    ),
    InvalidDatasetError: (
        "{name} is no set of labelled images{because}.",
        "Choose a folder with one subfolder of images per class, or a CSV index with the columns file and label.",
    ),
    UnknownModelError: (
        "There is no model “{name}” here.",
        "Choose one of these: {known_names}; or the folder of a model package.",
    ),
    ModelNotRemovableError: (
        "The model {name} was not removed: {reason}.",
        "Only versions that are not active, and not part of the installation, can be removed.",
    ),
    NothingToRollBackError: (
        "There is nothing to roll back to: no other model was active before this one.",
        "Choose a model and activate it.",
    ),
    NoUserFolderError: (
        "Nothing can be kept here, because this user has no home folder.",
        "Set HOME, or name a folder that you may write to; the bundled model works all the same.",
    ),
    UnusableLogoError: (
        "The logo {name} cannot be put into a report{because}.",
        "Choose a PNG, JPEG or SVG file of at most 4 MB, or go without a logo.",
    ),
    InvalidSiteSettingsError: (
        "The site's settings in {name} cannot be read.",
        "Mend the file, or delete it to begin anew; until then nothing is done that it decides about.",
    ),
    NoStudyToJoinError: (
        "Results of {name} cannot be filed with its study{because}.",
        "Use the scan as the archive sends it.",
    ),
    ResultNotPossibleError: (
        "Not every result that was asked for can be made of {name}{because}.",
        "Leave this kind of result out.",
    ),
    InvalidKeyFileError: (
        "{name} is no key of an earlier export{because}.",
        "Name the key's own file, or one that is not there yet: a new key is made in it.",
    ),
    MaskOutsideImageError: (
        "No copy was made of {name}: a mask lies beside the picture and would cover nothing.",
        "Draw the mask on the picture, or give its place in this picture's own pixels.",
    ),
    CopiesAmongOriginalsError: (
        "Copies cannot go into {name}: originals lie there.",
        "Choose another folder, best an empty one.",
    ),
    SecretBesideCopiesError: (
        "{name} says who is who and must not lie in the folder of the copies.",
        "Choose a place for it that you do not hand on.",
    ),
    ModelsInUseError: (
        "Another copy of Hilum is changing the models kept here.",
        "Wait until it has finished, and try again.",
    ),
    InvalidModelFileError: (
        "{name} is no model that can be taken in{because}.",
        "Export it again where it came from, and copy it whole.",
    ),
    IncomparableModelsError: (
        "These models cannot be compared: {reason}.",
        "Choose a folder with one subfolder per class that both models know.",
    ),
    TooFewCasesError: (
        "It takes {needed} usable scans with the finding and {needed} without; here are {positives} and {negatives}.",
        "Add scans: with so few, a share of 90% would be known to lie between {low:.0%} and {high:.0%} only.",
    ),
    NothingToCountError: (
        "There is no pixel to count: the region lies outside the image, or on nothing but padding.",
        "Draw the region over the image.",
    ),
    OutputNotWritableError: (
        "{name} could not be written{because}.",
        "Check that the folder exists, that you may write there and that the disk is not full, or choose another.",
    ),
    JournalNotWritableError: (
        "The record {name} could not take this entry{because}; what was in it before is safe.",
        "Make room on the disk and check that you may write to {path.parent}, then do it again.",
    ),
    DamagedJournalError: (
        "The record {name} is damaged{because}; it was left as it is.",
        "Move the whole folder {path.parent} to another place and keep it; a new record begins then, with entry 1.",
    ),
    NewerJournalError: (
        "The record {name} was written by a newer version of Hilum; it was left as it is.",
        "Use that version, or a later one.",
    ),
    NewerModelError: (
        "{name}, of the models kept here, was written by a newer version of Hilum; it was left as it is.",
        "Use that version, or a later one.",
    ),
    NewerSiteSettingsError: (
        "The site's settings in {name} were written by a newer version of Hilum; they were left as they are.",
        "Use that version, or a later one; until then nothing is done that they decide about.",
    ),
    NewerRunError: (
        "What training or commissioning put into {name} was written by a newer version of Hilum; it was left as it is.",
        "Use that version, or a later one.",
    ),
    WorklistNotWritableError: (
        "The worklist {name} could not take this change{because}; what was on it before is safe.",
        "Make room on the disk and check that you may write to {path.parent}, then do it again.",
    ),
    DamagedWorklistError: (
        "The worklist {name} is damaged{because}; it was left as it is.",
        "Move the whole folder {path.parent} to another place and keep it; an empty worklist begins then.",
    ),
    NewerWorklistError: (
        "The worklist {name} was written by a newer version of Hilum; it was left as it is.",
        "Use that version, or a later one.",
    ),
    InvalidModelPackageError: (
        "The model in {name} cannot be used{because}.",
        "Activate another model (Tools > Models, or “hilum models”), or install Hilum again.",
    ),
    ModelHashMismatchError: (
        "The model's weights in {name} are not the ones its card was written for, so they are not used.",
        "Activate another model, or install Hilum again; if nobody changed the file, have the disk checked.",
    ),
    InvalidWeightsFileError: (
        "{name} does not hold weights of a ResNet-50 that training can start from{because}.",
        "Choose a safetensors file with torchvision's tensor names, or start from the model that comes with Hilum.",
    ),
    DownloadNotAllowedError: (
        "{name} are not on this computer and would have to be downloaded from {address}.",
        "Agree to the download, or start from the model that comes with Hilum.",
    ),
    DownloadFailedError: (
        "{name} could not be downloaded from {address}{because}.",
        "Check the network and try again, or start from the model that comes with Hilum.",
    ),
    DeviceUnavailableError: (
        "The network cannot run on the device “{device}” here{because}.",
        "Choose the device “auto” or “cpu”; “hilum doctor” says what is missing.",
    ),
    DeviceOutOfMemoryError: (
        "The device {device} ran out of memory with a batch of {batch_size}.",
        "Close other programs that use it, choose a smaller batch, or run on the CPU.",
    ),
    InvalidPlanError: ("This training cannot be done: {reason}.", "Change the plan, or add images, and start again."),
    InvalidRunError: (
        "The training run in {name} cannot be used{because}.",
        "Choose the folder of another run, or start the training anew.",
    ),
    RunInUseError: (
        "The training run in {name} is under way already{because}.",
        "Wait until it ends, or stop it where it was started.",
    ),
    RunNotWritableError: (
        "The training run cannot write {name}{because}; its last checkpoint is whole.",
        "Make room on the disk, check that you may write there, and resume: it goes on from the last finished epoch.",
    ),
    ImagesChangedError: (
        "{name} is not the image any more that this training run was prepared with.",
        "Put the image back as it was, or check the folder again and start the training anew.",
    ),
    TrainingDivergedError: (
        "The training went astray: from epoch {epoch_number} on its loss is not a number.",
        "Start it anew with a smaller learning rate.",
    ),
    TrainingUnavailableError: (
        "This installation cannot train: {package} is not installed.",
        "Take the training pack in (hilum training-pack), or where pip installed Hilum: pip install 'hilum[torch]'.",
    ),
    InvalidTrainingPackError: (
        "{name} cannot be used as a training pack{because}.",
        "Take the pack that belongs to this version of Hilum and to this system, and copy it whole.",
    ),
    TrainingPackHashMismatchError: (
        "{name} is not the training pack that it should be: its SHA-256 differs.",
        "It was damaged or changed on its way. Get it again from where Hilum comes from.",
    ),
    TrainingProcessError: (
        "Training stopped: its process ended unexpectedly ({cause}).",
        "Continue the run: it goes on after the last finished epoch. The details hold what the process said last.",
    ),
    TrainingProcessKilledError: (
        "Training stopped: memory ran out, or something else ended its process ({cause}).",
        "Close other programs or choose a smaller batch, then continue the run: it goes on from its last epoch.",
    ),
    InvalidNodeError: ("“{node}” cannot be kept as it was entered: {reason}.", "Correct it and try again."),
    UnknownNodeError: (
        "No archive is called “{name}”.",
        "Enter one in the settings of connections, or choose one of those that there are: {known_names}.",
    ),
    NodeError: (
        "Something went wrong with “{node}”{because}.",
        "Try again, and if it happens again ask whoever looks after the archive.",
    ),
    HostUnknownError: (
        "The network knows no computer called {detail}, where “{node}” should be.",
        "Check how its host is spelt, and that this computer is in the hospital's network.",
    ),
    ConnectionRefusedByHostError: (
        "“{node}” was not reached: the computer is there, but nothing listens at {detail}.",
        "Check the port, and that the archive's program runs.",
    ),
    NodeUnreachableError: (
        "There is no way through the network to “{node}”{because}.",
        "Check host, cable or wireless network, and whether a VPN is needed.",
    ),
    NodeSilentError: (
        "“{node}” did not answer in time{because}.",
        "Check host and port; most often a firewall is in between: ask for this computer to be let through.",
    ),
    NodeEncryptionError: (
        "The encrypted connection to “{node}” did not come about: {detail}.",
        "Check its encryption and certificates in the settings of connections.",
    ),
    CalledTitleUnknownError: (
        "“{node}” does not go by the AE title {detail}.",
        "Correct its AE title (the called one): it must be spelt as at the archive, upper and lower case as well.",
    ),
    CallingTitleUnknownError: (
        "“{node}” does not know Hilum by the AE title {detail}.",
        "Have this title, with this computer's address and port, entered at the archive, or correct it here.",
    ),
    AssociationRejectedError: (
        "“{node}” does not let Hilum in{because}.",
        "Try again later, and if it goes on ask whoever looks after the archive.",
    ),
    AssociationAbortedError: (
        "“{node}” broke off the connection{because}.",
        "Check that its port is the one for DICOM and whether it wants encryption, and try again.",
    ),
    ServiceNotOfferedError: (
        "“{node}” does not offer this to Hilum: {detail}.",
        "Ask whoever looks after the archive to allow it, or choose another way in the settings of connections.",
    ),
    NodeFailureError: (
        "“{node}” could not do what it was asked{because}.",
        "Try again later, and if it happens again ask whoever looks after the archive.",
    ),
    LoginRefusedError: (
        "“{node}” does not accept the user name and password{because}.",
        "Correct them in the settings of connections.",
    ),
    NotDicomWebError: (
        "What answers at the web address of “{node}” is no DICOMweb service{because}.",
        "Check the address; it often ends in /dicom-web or /rs.",
    ),
    ObjectNotAcceptedError: (
        "“{node}” does not take this object: {detail}.",
        "Send it to another archive, or have this kind of object allowed there; trying again will not help.",
    ),
    InvalidQueryError: ("This cannot be looked for: {reason}.", "Correct it and search again."),
    ListeningFailedError: (
        "Hilum could not open its own port {port}: {detail}.",
        "Mend that, or choose another port here and at those who send to it.",
    ),
    DamagedSendQueueError: (
        "The list of what is to be sent, {name}, is damaged{because}; nothing in it was changed.",
        "Move it away and send again what is missing at the archive.",
    ),
    NewerSendQueueError: (
        "The list of what is to be sent, {name}, was written by a newer Hilum{because}.",
        "Use the newer Hilum.",
    ),
}


def describe_error(error: HilumError) -> ErrorMessage:
    """Word an error for a person.

    Args:
        error: Any kind of `HilumError`; a kind without a wording of its own gets its nearest parent's.

    Returns:
        Summary, remedy and details.
    """
    kind = next(kind for kind in type(error).__mro__ if kind in _WORDINGS)
    summary, remedy = _WORDINGS[kind]
    data = _template_data(error)
    return ErrorMessage(summary.format_map(data), remedy.format_map(data), str(error))


def describe_defect(error_type: str) -> ErrorMessage:
    """Word an exception that Hilum did not expect, which is a defect of the program.

    Args:
        error_type: Name of the exception's class.
    """
    if error_type == "MemoryError":
        return ErrorMessage(
            "The computer ran out of memory.", "Close other programs or open fewer, smaller images, then try again."
        )
    return ErrorMessage(
        f"Hilum met an error it did not expect ({error_type}); your files were not changed.",
        "Try again, and if it happens again copy the details and report them.",
    )


def describe_missing_decoders(compressions: Sequence[str], packages: Sequence[str]) -> ErrorMessage:
    """Word what the self-test at start found missing.

    Args:
        compressions: Names of the compressions that cannot be read here, at least one.
        packages: The packages that bring their decoders.
    """
    with_packages = f" (or the decoders, with: pip install {' '.join(packages)})" if packages else ""
    return ErrorMessage(
        f"This installation cannot read images compressed as {', '.join(compressions)}.",
        f"Install Hilum again{with_packages}.",
    )


def _template_data(error: HilumError) -> dict[str, object]:
    """Collect the error's data under the names that the templates use."""
    data: dict[str, object] = dict(vars(error))
    data["because"] = f" ({data['detail']})" if data.get("detail") else ""
    match error:
        case OversizedImageError():
            data["megapixels"] = f"{error.pixel_limit / 1e6:.0f}"
        case MissingDecoderError():
            data["with_package"] = f" (or its decoder, with: pip install {error.package})" if error.package else ""
        case NoSuchFrameError():
            data["frame_number"] = error.frame_index + 1
        case UnknownModelError():
            data["known_names"] = ", ".join(error.known)
        case UnknownNodeError():
            data["known_names"] = ", ".join(error.known) or "none yet"
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
