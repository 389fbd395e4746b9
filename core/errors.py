"""What can go wrong, as kinds of error that carry data.

Each kind states facts (which file, how large, which decoder); `core.error_wording` turns them into
sentences for a person. Code that raises does not write prose for users.
"""

# untranslated module: technical details, to be copied

from pathlib import Path


class HilumError(Exception):
    """Anything Hilum expects to go wrong. Every other exception is a defect of the program."""


class JobCancelledError(HilumError):
    """The person, or the closing program, asked for the job to stop."""


class FileError(HilumError):
    """A problem with one file or folder.

    Attributes:
        path: The file or folder the problem is about.
        detail: Technical particulars for the "details to copy", empty where there are none.
    """

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(f"{type(self).__name__}: {path}: {detail}" if detail else f"{type(self).__name__}: {path}")
        self.path = path
        self.detail = detail


class MissingFileError(FileError):
    """The path does not exist, or is a symbolic link that leads nowhere or in a circle."""


class InaccessibleFileError(FileError):
    """The system refuses to open or read the path (permissions, a lost network drive)."""


class NotRegularFileError(FileError):
    """The path is a device, socket or pipe, which can block for ever and is never read."""


class EmptyFileError(FileError):
    """The file has no bytes."""


class UnrecognisedFileError(FileError):
    """The content is none of the formats that Hilum reads."""


class DamagedFileError(FileError):
    """The format is known but the content is cut short or contradicts itself."""


class UnsupportedImageError(FileError):
    """A sound file whose kind of content Hilum does not show. `detail` names it in the user's terms."""


class OversizedImageError(FileError):
    """The image announces more pixels than Hilum will decode (decompression bombs, absurd headers).

    Attributes:
        rows: Announced height in pixels.
        columns: Announced width in pixels.
        pixel_limit: The most pixels that are decoded.
    """

    def __init__(self, path: Path, rows: int, columns: int, pixel_limit: int) -> None:
        super().__init__(path, f"{columns} x {rows} pixels, limit {pixel_limit}")
        self.rows = rows
        self.columns = columns
        self.pixel_limit = pixel_limit


class InsufficientMemoryError(FileError):
    """The computer has no memory left for this image, which may be perfectly sound."""


class MissingDecoderError(FileError):
    """No installed decoder reads this compression.

    Attributes:
        transfer_syntax: DICOM name of the transfer syntax (PS3.5 section 10).
        package: The package that brings the decoder, empty where none is known.
    """

    def __init__(self, path: Path, transfer_syntax: str, package: str = "") -> None:
        super().__init__(path, transfer_syntax)
        self.transfer_syntax = transfer_syntax
        self.package = package


class NoSuchFrameError(FileError):
    """A frame was asked for that the image does not have.

    Attributes:
        frame_index: The frame asked for, from 0.
        frame_count: How many frames there are.
    """

    def __init__(self, path: Path, frame_index: int, frame_count: int) -> None:
        super().__init__(path, f"frame {frame_index} of {frame_count}")
        self.frame_index = frame_index
        self.frame_count = frame_count


class NothingToReadError(FileError):
    """A folder, or a selection, holds no file at all."""


class OutputNotWritableError(FileError):
    """A result could not be written (no permission, a full disk, a missing folder)."""


class JournalNotWritableError(OutputNotWritableError):
    """The record could not take an entry (a full disk, no permission). Nothing that was in it is lost."""


class DamagedJournalError(FileError):
    """The record cannot be read, or entries are gone from it. It is left as it is. `detail` says what was found."""


class NewerJournalError(FileError):
    """The record was written by a newer Hilum, in a form that this one does not know."""


class WorklistNotWritableError(OutputNotWritableError):
    """The worklist could not take a change (a full disk, no permission). Nothing that was on it is lost."""


class DamagedWorklistError(FileError):
    """The worklist cannot be read. It is left as it is. `detail` says what was found."""


class NewerWorklistError(FileError):
    """The worklist was written by a newer Hilum, in a form that this one does not know."""


class InvalidModelPackageError(FileError):
    """A model package lacks a part, or its card contradicts the weights. `detail` says which."""


class NewerModelError(InvalidModelPackageError):
    """A model, or the list of active ones, was written by a newer Hilum, in a form that this one does not know."""


class ModelHashMismatchError(FileError):
    """The weights are not the ones the card was written for.

    Attributes:
        expected: SHA-256 in the card, hexadecimal.
        actual: SHA-256 of the file found.
    """

    def __init__(self, path: Path, expected: str, actual: str) -> None:
        super().__init__(path, f"expected SHA-256 {expected}, found {actual}")
        self.expected = expected
        self.actual = actual


class InvalidDatasetError(FileError):
    """A folder or file is no set of labelled images. `detail` says why, in the user's terms."""


class UnusableLogoError(FileError):
    """A clinic's logo cannot be put into a report. `detail` says why."""


class InvalidSiteSettingsError(FileError):
    """What the site chose (connections, clinic) cannot be read. `detail` says why. It is left as it is."""


class NewerSiteSettingsError(InvalidSiteSettingsError):
    """What the site chose was written by a newer Hilum, in a form that this one does not know."""


class NoStudyToJoinError(FileError):
    """A scan's results cannot be written as DICOM objects: there is no study to file them in. `detail` says why."""


class ResultNotPossibleError(FileError):
    """A kind of DICOM result cannot be made of a scan. `detail` says which, and why."""


class InvalidKeyFileError(FileError):
    """A file does not hold the key that replacements in copies without identity follow from. `detail` says why."""


class MaskOutsideImageError(FileError):
    """A rectangle that was to be blacked out lies beside the picture, so that it would cover nothing."""


class CopiesAmongOriginalsError(FileError):
    """Copies without identity were to be written into a folder that an original lies in."""


class SecretBesideCopiesError(FileError):
    """The key, or the list of who is who, was to lie in the folder of the copies that it gives away."""


class UnknownModelError(HilumError):
    """No model of this name is kept here.

    Attributes:
        name: What was asked for.
        known: What there is, as it can be asked for.
    """

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"UnknownModelError: {name}")
        self.name = name
        self.known = known


class ModelNotRemovableError(HilumError):
    """A model cannot be removed: it is the active one, or part of the installation.

    Attributes:
        name: The model, with its version.
        reason: Why not, as a clause that a sentence can hold.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"ModelNotRemovableError: {name}: {reason}")
        self.name = name
        self.reason = reason


class NothingToRollBackError(HilumError):
    """No model was active before the one that is."""


class NoUserFolderError(HilumError):
    """This user has no home folder, so there is no place to keep a model."""


class ModelsInUseError(HilumError):
    """Another copy of the program is changing the models kept here, for longer than one waits."""


class InvalidModelFileError(FileError):
    """A file is no exported model, or not one that may be taken in. `detail` says why."""


class IncomparableModelsError(HilumError):
    """Two models cannot be compared on these images.

    Attributes:
        reason: Why not, as a clause that a sentence can hold.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"IncomparableModelsError: {reason}")
        self.reason = reason


class TooFewCasesError(HilumError):
    """Too few different cases of a class to commission a model on.

    Attributes:
        positives: Different cases of the model's positive class that it can judge.
        negatives: Different other cases.
        needed: How many it takes of each.
        low: Lower end of the 95% interval that so few would give for a share of 90%, 0..1.
        high: Its upper end.
    """

    def __init__(self, positives: int, negatives: int, needed: int, low: float, high: float) -> None:
        super().__init__(f"TooFewCasesError: {positives} and {negatives}, needed {needed}")
        self.positives = positives
        self.negatives = negatives
        self.needed = needed
        self.low = low
        self.high = high


class InvalidWeightsFileError(FileError):
    """A file that training was to start from does not hold the weights of Hilum's network. `detail` says why."""


class DownloadNotAllowedError(HilumError):
    """Something would have to be downloaded that nobody agreed to.

    Attributes:
        name: What it is, in words.
        address: Where it would come from.
    """

    def __init__(self, name: str, address: str) -> None:
        super().__init__(f"DownloadNotAllowedError: {name}, {address}")
        self.name = name
        self.address = address


class DownloadFailedError(HilumError):
    """Something could not be downloaded.

    Attributes:
        name: What it is, in words.
        address: Where it was to come from.
        detail: Why it failed.
    """

    def __init__(self, name: str, address: str, detail: str) -> None:
        super().__init__(f"DownloadFailedError: {name}, {address}: {detail}")
        self.name = name
        self.address = address
        self.detail = detail


class NothingToCountError(HilumError):
    """The region holds no pixel of the image, or every pixel in it is padding."""


class DeviceUnavailableError(HilumError):
    """The device asked for cannot run the network here.

    Attributes:
        device: What was asked for: `cpu`, `gpu`, `cuda`.
        detail: Why not.
    """

    def __init__(self, device: str, detail: str) -> None:
        super().__init__(f"DeviceUnavailableError: {device}: {detail}")
        self.device = device
        self.detail = detail


class DeviceOutOfMemoryError(HilumError):
    """The device ran out of memory while running the network.

    Attributes:
        device: The device's name.
        batch_size: How many images were in the batch.
    """

    def __init__(self, device: str, batch_size: int) -> None:
        super().__init__(f"DeviceOutOfMemoryError: {device}, batch of {batch_size}")
        self.device = device
        self.batch_size = batch_size


class InvalidPlanError(HilumError):
    """A training plan that cannot be carried out with these images.

    Attributes:
        reason: Why not, as a clause that a sentence can hold: "5 folds need images of at least 5 patients".
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"InvalidPlanError: {reason}")
        self.reason = reason


class InvalidRunError(FileError):
    """A folder is no training run, or a file of it is damaged. `detail` says which."""


class NewerRunError(InvalidRunError):
    """A training run, or what came of one, was written by a newer Hilum, in a form that this one does not know."""


class RunInUseError(FileError):
    """Another process trains in this run's folder. `detail` names it."""


class RunNotWritableError(OutputNotWritableError):
    """A training run could not write to its folder (a full disk, no permission). Its last checkpoint is whole."""


class ImagesChangedError(FileError):
    """An image is not the one any more that the training run was prepared with."""


class TrainingDivergedError(HilumError):
    """The loss is not a number any more: the weights are lost.

    Attributes:
        epoch: In which epoch, from 0.
    """

    def __init__(self, epoch: int) -> None:
        super().__init__(f"TrainingDivergedError: epoch {epoch + 1}")
        self.epoch = epoch


class InvalidTrainingPackError(FileError):
    """A file is no training pack that this program can use. `detail` says why, as a sentence without its full stop."""


class TrainingPackHashMismatchError(FileError):
    """A training pack is not the file whose hash is known.

    Attributes:
        expected: SHA-256 that it should have, hexadecimal.
        actual: SHA-256 of the file found.
    """

    def __init__(self, path: Path, expected: str, actual: str) -> None:
        super().__init__(path, f"expected SHA-256 {expected}, found {actual}")
        self.expected = expected
        self.actual = actual


class TrainingUnavailableError(HilumError):
    """This installation cannot train: a package that only training needs is missing.

    Attributes:
        package: Its name.
    """

    def __init__(self, package: str) -> None:
        super().__init__(f"TrainingUnavailableError: {package} is not installed")
        self.package = package


class TrainingProcessError(HilumError):
    """The process that trains ended, or broke, before its work was done. What it had saved can be resumed.

    Attributes:
        cause: How it ended: `exit status 3`, `SIGSEGV`, the name of an exception's class.
        last_words: The end of what it printed, without names of files; may be empty.
    """

    def __init__(self, cause: str, last_words: str) -> None:
        super().__init__(f"{type(self).__name__}: {cause}\n{last_words}".strip())
        self.cause = cause
        self.last_words = last_words


class TrainingProcessKilledError(TrainingProcessError):
    """The process that trains had no memory left, or was killed from outside, which looks the same."""


class InvalidNodeError(HilumError):
    """What was entered about an archive cannot be.

    Attributes:
        node: The archive's name.
        reason: Why not, as a clause that a sentence can hold.
    """

    def __init__(self, node: str, reason: str) -> None:
        super().__init__(f"InvalidNodeError: {node}: {reason}")
        self.node = node
        self.reason = reason


class UnknownNodeError(HilumError):
    """No archive of this name was entered.

    Attributes:
        name: What was asked for.
        known: The names that there are.
    """

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"UnknownNodeError: {name}")
        self.name = name
        self.known = known


class NodeError(HilumError):
    """Something between Hilum and an archive.

    Attributes:
        node: The archive's name.
        detail: Technical particulars, without patients; empty where there are none.
    """

    def __init__(self, node: str, detail: str = "") -> None:
        super().__init__(f"{type(self).__name__}: {node}: {detail}" if detail else f"{type(self).__name__}: {node}")
        self.node = node
        self.detail = detail


class HostUnknownError(NodeError):
    """No computer of this name is known to the network. `detail` is the host."""


class ConnectionRefusedByHostError(NodeError):
    """The computer is there, and nothing listens at this port. `detail` is host and port."""


class NodeUnreachableError(NodeError):
    """There is no way to the computer: no network, another network, switched off. `detail` says what was found."""


class NodeSilentError(NodeError):
    """No answer came in time: a firewall drops what is sent, or the archive is overloaded. `detail` says to what."""


class NodeEncryptionError(NodeError):
    """Encryption did not come about. `detail` says why, as a clause that a sentence can hold."""


class CalledTitleUnknownError(NodeError):
    """The archive does not go by this AE title. `detail` is the title."""


class CallingTitleUnknownError(NodeError):
    """The archive does not know Hilum's AE title. `detail` is the title."""


class AssociationRejectedError(NodeError):
    """The archive refuses an association for another reason than titles. `detail` is the reason."""


class AssociationAbortedError(NodeError):
    """The archive broke off, or what answers does not speak DICOM. `detail` says when."""


class ServiceNotOfferedError(NodeError):
    """The archive does not offer a service to Hilum. `detail` names the service."""


class NodeFailureError(NodeError):
    """The archive answered that it could not do what it was asked. `detail` is the status in words."""


class LoginRefusedError(NodeError):
    """The archive's web service does not accept user name and password, or the lack of them."""


class NotDicomWebError(NodeError):
    """What answers at the address is no DICOMweb service. `detail` says what came."""


class ObjectNotAcceptedError(NodeError):
    """The archive does not take this object, and would not at another time either. `detail` says why."""


class InvalidQueryError(HilumError):
    """What is looked for in an archive cannot be.

    Attributes:
        reason: Why not, as a clause that a sentence can hold.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"InvalidQueryError: {reason}")
        self.reason = reason


class ListeningFailedError(HilumError):
    """Hilum's own port could not be opened.

    Attributes:
        port: The port.
        detail: Why not.
    """

    def __init__(self, port: int, detail: str) -> None:
        super().__init__(f"ListeningFailedError: {port}: {detail}")
        self.port = port
        self.detail = detail


class DamagedSendQueueError(FileError):
    """The queue of what is to be sent cannot be read. It is left as it is. `detail` says what was found."""


class NewerSendQueueError(FileError):
    """The queue of what is to be sent was written by a newer Hilum, in a form that this one does not know."""
