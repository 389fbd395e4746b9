"""What a site chose about receiving: off, and for this computer alone, until somebody says otherwise.

Kept as the site settings "receiver". An empty list of senders lets nobody in.
"""

import ipaddress
from dataclasses import dataclass
from pathlib import Path

from core.errors import InvalidNodeError
from core.interchange.archive.nodes import ae_title_problem, port_problem
from core.language import Worded, mark
from core.site_settings import read_site_settings, write_site_settings

SUBJECT = "receiver"
RECEIVING_PORT = 11112
"""Registered for DICOM beside 104, which only administrators may open. Source: DICOM PS3.8 section 9.1.1."""
LOOPBACK = "127.0.0.1"
_NAME_IN_ERRORS = mark("Receiving")

CHEST_IMAGE_CLASSES = (
    "1.2.840.10008.5.1.4.1.1.1",
    "1.2.840.10008.5.1.4.1.1.1.1",
    "1.2.840.10008.5.1.4.1.1.1.1.1",
    "1.2.840.10008.5.1.4.1.1.7",
)
"""Computed Radiography, Digital X-Ray for presentation and for processing, Secondary Capture. Source: DICOM PS3.4
annex B.5."""


@dataclass(frozen=True)
class AllowedCaller:
    """Somebody who may send.

    Attributes:
        ae_title: Its AE title, the calling one.
        network: Where it may call from: an address (`192.168.1.20`), a network (`192.168.1.0/24`), empty for anywhere.
    """

    ae_title: str
    network: str = ""

    def allows(self, ae_title: str, address: str) -> bool:
        """Whether a caller is this one.

        Args:
            ae_title: What it calls itself.
            address: Where it calls from.
        """
        if ae_title.strip() != self.ae_title:
            return False
        if not self.network:
            return True
        try:
            return _plain_address(address) in ipaddress.ip_network(self.network, strict=False)
        except ValueError:
            return False


@dataclass(frozen=True)
class ReceiverTls:
    """Encryption of what is sent here.

    Attributes:
        is_used: Whether only encrypted associations are accepted.
        certificate: Hilum's own certificate (PEM).
        key: Its private key (PEM, without a password); None where it is in the certificate's file.
        ca_file: Certificates (PEM) of the authorities whose senders are let in; None asks senders for no certificate.
    """

    is_used: bool = False
    certificate: Path | None = None
    key: Path | None = None
    ca_file: Path | None = None


@dataclass(frozen=True)
class WatchedFolderSettings:
    """A folder whose new scans are taken in.

    Attributes:
        folder: The folder; folders in it are watched as well.
        done_folder: Where a scan is moved when it is on the worklist, None to leave it where it is.
        interval_s: Seconds between two looks.
    """

    folder: Path
    done_folder: Path | None = None
    interval_s: float = 5.0


@dataclass(frozen=True)
class ReceiverSettings:
    """What a site chose about receiving.

    Attributes:
        is_enabled: Whether the window opens the port; the command line opens it when asked.
        address: Own address that is listened at; the default is reached from this computer only.
        port: Own port, 1..65535.
        ae_title: Hilum's AE title as a receiver.
        callers: Who may send. Nobody else is let in.
        requires_called_title: Whether senders must call Hilum by its AE title.
        tls: Encryption.
        sop_classes: Kinds of images that are taken, as SOP class UIDs.
        most_bytes: Size of the largest object that is taken, bytes.
        most_associations: How many may send at the same time.
        objects_per_minute: How many objects a caller may send in a minute; what comes faster is slowed down.
        bytes_per_minute: How many bytes, likewise.
        pdu_timeout_s: How long one message of the network may take to arrive, seconds.
        idle_timeout_s: How long a caller may be silent, seconds.
        object_timeout_s: In which time a caller must get an object through, seconds, however it keeps the line busy.
        least_free_bytes: What is left free on the disk; less is answered with “out of resources”.
        watched: Folders whose new scans are taken in.
    """

    is_enabled: bool = False
    address: str = LOOPBACK
    port: int = RECEIVING_PORT
    ae_title: str = "HILUM"
    callers: tuple[AllowedCaller, ...] = ()
    requires_called_title: bool = True
    tls: ReceiverTls = ReceiverTls()
    sop_classes: tuple[str, ...] = CHEST_IMAGE_CLASSES
    most_bytes: int = 512 * 2**20
    most_associations: int = 8
    objects_per_minute: int = 6000
    bytes_per_minute: int = 16 * 2**30
    pdu_timeout_s: float = 20.0
    idle_timeout_s: float = 60.0
    object_timeout_s: float = 300.0
    least_free_bytes: int = 2 * 2**30
    watched: tuple[WatchedFolderSettings, ...] = ()

    @property
    def is_for_this_computer_only(self) -> bool:
        """Whether no other computer can reach the port."""
        try:
            return ipaddress.ip_address(self.address).is_loopback
        except ValueError:
            return False

    def allows(self, ae_title: str, address: str) -> bool:
        """Whether a caller may send.

        Args:
            ae_title: What it calls itself.
            address: Where it calls from.
        """
        return any(caller.allows(ae_title, address) for caller in self.callers)


def read_receiver_settings(folder: Path | None = None) -> ReceiverSettings:
    """Read what the site chose; receiving is off where nothing was.

    Args:
        folder: Where the file lies, None for the user's settings folder.

    Raises:
        InvalidSiteSettingsError: The file is damaged.
    """
    return read_site_settings(SUBJECT, ReceiverSettings, folder)


def write_receiver_settings(settings: ReceiverSettings, folder: Path | None = None) -> None:
    """Keep what the site chose.

    Args:
        settings: Checked first.
        folder: Where the file lies, None for the user's settings folder.

    Raises:
        InvalidNodeError: A field holds what cannot be; nothing was written.
        OutputNotWritableError: No room or no permission; what was chosen before remains.
    """
    check_receiver_settings(settings)
    write_site_settings(SUBJECT, settings, folder)


def check_receiver_settings(settings: ReceiverSettings) -> None:
    """Make sure that the fields can be.

    Raises:
        InvalidNodeError: The first that cannot; its reason can stand in a sentence.
    """
    reason = receiver_settings_problem(settings)
    if reason:
        raise InvalidNodeError(Worded.of(_NAME_IN_ERRORS), reason)


def receiver_settings_problem(settings: ReceiverSettings) -> str:
    """Why settings cannot be, as a clause; empty where they can."""
    problems = (
        ae_title_problem(settings.ae_title),
        port_problem(settings.port),
        _address_problem(settings.address),
        *(caller_problem(caller) for caller in settings.callers),
        _tls_problem(settings.tls),
        _limits_problem(settings),
        *(_watched_problem(watched) for watched in settings.watched),
    )
    return next((problem for problem in problems if problem), "")


def caller_problem(caller: AllowedCaller) -> str:
    """Why somebody cannot be allowed like this, as a clause; empty where they can."""
    problem = ae_title_problem(caller.ae_title)
    if problem:
        return problem
    if caller.network:
        try:
            ipaddress.ip_network(caller.network, strict=False)
        except ValueError:
            text = mark("{network} is neither an address nor a network, such as 192.168.1.20 or 192.168.1.0/24")
            return Worded.of(text, network=caller.network)
    return ""


def _address_problem(address: str) -> str:
    try:
        ipaddress.ip_address(address)
    except ValueError:
        text = mark("{address} is no address of this computer, such as {example} or 0.0.0.0")
        if not address:
            text = mark("nothing is no address of this computer, such as {example} or 0.0.0.0")
        return Worded.of(text, address=address, example=LOOPBACK)
    return ""


def _tls_problem(tls: ReceiverTls) -> str:
    return mark("encryption needs a certificate") if tls.is_used and tls.certificate is None else ""


def _limits_problem(settings: ReceiverSettings) -> str:
    limits = (
        settings.most_bytes,
        settings.most_associations,
        settings.objects_per_minute,
        settings.bytes_per_minute,
        settings.pdu_timeout_s,
        settings.idle_timeout_s,
        settings.object_timeout_s,
    )
    if any(limit <= 0 for limit in limits) or settings.least_free_bytes < 0:
        return mark("limits and times must be larger than nothing")
    return "" if settings.sop_classes else mark("no kind of image is taken")


def _watched_problem(watched: WatchedFolderSettings) -> str:
    if watched.interval_s <= 0:
        return mark("the time between two looks at a folder must be longer than nothing")
    done = watched.done_folder
    if done is not None and (done == watched.folder or watched.folder in done.parents):
        return mark("the folder for what is done must not lie in the watched one")
    return ""


def _plain_address(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """An address without its zone; those of IPv4 that come by way of IPv6 as IPv4."""
    found = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(found, "ipv4_mapped", None)
    return mapped if mapped is not None else found
