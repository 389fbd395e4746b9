"""The archives that a site reaches, and how: AE titles, addresses, encryption. Kept as the site settings "connections".

Nothing here connects. A node that a person did not add does not exist, and one that is there is reached when asked for.
"""

import ipaddress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from core.errors import InvalidNodeError, UnknownNodeError
from core.language import Worded, mark
from core.site_settings import read_site_settings, write_site_settings

SUBJECT = "connections"
LONGEST_AE_TITLE = 16
"""Characters of an application entity's title. Source: DICOM PS3.5 section 6.2, value representation AE."""
DICOM_PORT = 104
"""The well-known port. Source: DICOM PS3.8 section 9.1.1."""
DICOM_TLS_PORT = 2762
"""The well-known port for encrypted associations. Source: DICOM PS3.15 annex B.12 (BCP 195)."""
OWN_PORT = 11113
"""Where archives reach Hilum while it retrieves by C-MOVE or awaits a commitment; from 1024 on no rights are needed."""


class Protocol(StrEnum):
    """How one talks to a node: DICOM's own messages (DIMSE), or DICOM over the web."""

    DIMSE = "dimse"
    DICOMWEB = "dicomweb"


class Retrieval(StrEnum):
    """How images come from a node over DIMSE: over the same association, or sent back to Hilum's own port."""

    GET = "get"
    MOVE = "move"


@dataclass(frozen=True)
class TlsSettings:
    """Encryption of a node's associations and web requests.

    Attributes:
        is_used: Whether DIMSE associations are encrypted; web requests are by an address with https.
        ca_file: Certificates (PEM) of the authorities that are trusted, None for those of the computer.
        certificate: Hilum's own certificate (PEM) where the node wants one.
        key: Its private key (PEM, without a password); None where it is in the certificate's file.
        checks_name: Whether the node's certificate must be for its host. Archives' own certificates often are not;
            the authority is checked all the same.
    """

    is_used: bool = False
    ca_file: Path | None = None
    certificate: Path | None = None
    key: Path | None = None
    checks_name: bool = True


@dataclass(frozen=True)
class ArchiveNode:
    """An archive, or anything else that speaks DICOM, which a person entered.

    Attributes:
        name: What the person calls it; told apart without regard to upper and lower case.
        ae_title: Its AE title, the called one. Empty where it is reached by DICOMweb alone.
        host: Its name or address on the network; empty as for `ae_title`.
        port: Its port, 1..65535.
        calling_ae_title: Hilum's title towards this node; empty for the one in `ConnectionSettings`.
        tls: Encryption.
        dicomweb_url: Where its DICOMweb services are (`https://host/dicom-web`), empty where it has none.
        user_name: For DICOMweb (HTTP basic authentication), empty where it asks for none.
        password: Belongs to `user_name`. Kept in the settings' file, which only this user may read.
        preferred: How it is reached where it offers both.
        retrieval: How images come from it over DIMSE.
        asks_commitment: Whether it is asked to commit itself to keeping what was sent to it.
        timeout_s: How long to wait for an answer, in seconds.
    """

    name: str
    ae_title: str = ""
    host: str = ""
    port: int = DICOM_PORT
    calling_ae_title: str = ""
    tls: TlsSettings = field(default_factory=TlsSettings)
    dicomweb_url: str = ""
    user_name: str = ""
    password: str = field(default="", repr=False)
    preferred: Protocol = Protocol.DIMSE
    retrieval: Retrieval = Retrieval.GET
    asks_commitment: bool = False
    timeout_s: float = 15.0

    @property
    def protocols(self) -> tuple[Protocol, ...]:
        """What can be spoken with it, the preferred first."""
        offered = [Protocol.DIMSE] if self.host else []
        if self.dicomweb_url:
            offered.append(Protocol.DICOMWEB)
        return tuple(sorted(offered, key=lambda protocol: protocol is not self.preferred))

    @property
    def protocol(self) -> Protocol:
        """How it is reached."""
        return self.protocols[0]


@dataclass(frozen=True)
class ConnectionSettings:
    """What a site chose about its archives.

    Attributes:
        own_ae_title: Hilum's AE title, by which the archives know it.
        nodes: The archives.
        listen_address: Own address for what archives send back (C-MOVE, commitments); empty for all of the computer's.
        listen_port: Own port for that, 1..65535. It is open only while something is awaited.
        listen_tls_certificate: Certificate (PEM) where archives send back encrypted, else None.
        listen_tls_key: Its private key (PEM).
    """

    own_ae_title: str = "HILUM"
    nodes: tuple[ArchiveNode, ...] = ()
    listen_address: str = ""
    listen_port: int = OWN_PORT
    listen_tls_certificate: Path | None = None
    listen_tls_key: Path | None = None

    def node(self, name: str) -> ArchiveNode:
        """The node of a name.

        Raises:
            UnknownNodeError: There is none.
        """
        for node in self.nodes:
            if _same_name(node.name, name):
                return node
        raise UnknownNodeError(name, tuple(node.name for node in self.nodes))

    def with_node(self, node: ArchiveNode, replacing: str = "") -> "ConnectionSettings":
        """The settings with a node added, or put in the place of another.

        Args:
            node: The node.
            replacing: Name of the node whose place it takes, empty to add one.

        Raises:
            InvalidNodeError: A field holds what cannot be, or another node has this name.
            UnknownNodeError: There is no node to replace.
        """
        check_node(node)
        replaced = self.node(replacing) if replacing else None
        others = [other for other in self.nodes if other is not replaced]
        if any(_same_name(other.name, node.name) for other in others):
            raise InvalidNodeError(node.name, mark("another archive has this name"))
        if replaced is None:
            return replace(self, nodes=(*self.nodes, node))
        return replace(self, nodes=tuple(node if other is replaced else other for other in self.nodes))

    def without_node(self, name: str) -> "ConnectionSettings":
        """The settings without a node.

        Raises:
            UnknownNodeError: There is no such node.
        """
        removed = self.node(name)
        return replace(self, nodes=tuple(node for node in self.nodes if node is not removed))

    def calling_title(self, node: ArchiveNode) -> str:
        """Hilum's AE title towards a node."""
        return node.calling_ae_title or self.own_ae_title


def read_connections(folder: Path | None = None) -> ConnectionSettings:
    """Read what the site chose; without archives where nothing was.

    Args:
        folder: Where the file lies, None for the user's settings folder.

    Raises:
        InvalidSiteSettingsError: The file is damaged.
    """
    return read_site_settings(SUBJECT, ConnectionSettings, folder)


def write_connections(settings: ConnectionSettings, folder: Path | None = None) -> None:
    """Keep what the site chose, in a file that only this user may read.

    Args:
        settings: The connections; each is checked first.
        folder: Where the file lies, None for the user's settings folder.

    Raises:
        InvalidNodeError: A field holds what cannot be; nothing was written.
        OutputNotWritableError: No room or no permission; what was chosen before remains.
    """
    check_own(settings)
    for node in settings.nodes:
        check_node(node)
    write_site_settings(SUBJECT, settings, folder, is_private=True)


def check_node(node: ArchiveNode) -> None:
    """Make sure that a node's fields can be.

    Raises:
        InvalidNodeError: The first that cannot; its reason can stand in a sentence.
    """
    reason = _reason_against(node)
    if reason:
        raise InvalidNodeError(node.name, reason)


def check_own(settings: ConnectionSettings) -> None:
    """Make sure that what the settings say of Hilum itself can be.

    Raises:
        InvalidNodeError: It cannot.
    """
    reason = ae_title_problem(settings.own_ae_title) or port_problem(settings.listen_port)
    if not reason and settings.listen_address and not _is_address(settings.listen_address):
        reason = Worded.of(
            mark("{address} is no address of a computer, such as 192.168.1.20"), address=settings.listen_address
        )
    if reason:
        raise InvalidNodeError("Hilum", reason)


def ae_title_problem(title: str) -> str:
    """Why a text cannot be an AE title, as a clause that `tr` shows; empty where it can.

    Source: DICOM PS3.5 section 6.2, AE: 1 to 16 characters of the default repertoire, without backslash and control
    characters, not only spaces.
    """
    if not title.strip():
        return mark("the AE title is missing")
    if len(title) > LONGEST_AE_TITLE:
        return Worded.of(
            mark("the AE title has {count} characters, and may have {most}"), count=len(title), most=LONGEST_AE_TITLE
        )
    if any(not " " <= letter <= "~" or letter == "\\" for letter in title):
        return mark("an AE title holds plain letters, digits and signs only, and no backslash")
    if title != title.strip():
        return mark("the AE title begins or ends with a space")
    return ""


def port_problem(port: int) -> str:
    """Why a number cannot be a port, as a clause that `tr` shows; empty where it can."""
    if 1 <= port <= 65535:
        return ""
    return Worded.of(mark("{port} is no port: ports go from 1 to 65535"), port=port)


def _reason_against(node: ArchiveNode) -> str:
    if not node.name.strip() or not node.name.isprintable():
        return mark("it has no name")
    if not node.host and not node.dicomweb_url:
        return mark("it has neither a host nor a DICOMweb address")
    if node.timeout_s <= 0:
        return mark("the time to wait must be longer than nothing")
    if node.host:
        reason = _host_problem(node.host) or ae_title_problem(node.ae_title) or port_problem(node.port)
        if reason:
            return reason
    if node.calling_ae_title and ae_title_problem(node.calling_ae_title):
        return ae_title_problem(node.calling_ae_title)
    return _web_problem(node)


def _host_problem(host: str) -> str:
    if _is_address(host):
        return ""
    if len(host) > 253 or any(letter.isspace() or letter in "/\\:@?#" or not letter.isprintable() for letter in host):
        return mark("the host must be a name or an address alone, such as pacs.hospital.example or 192.168.1.20")
    return ""


def _web_problem(node: ArchiveNode) -> str:
    if not node.dicomweb_url:
        return mark("a user name needs a DICOMweb address") if node.user_name else ""
    try:
        parts = urlsplit(node.dicomweb_url)
        has_host = bool(parts.hostname) and (parts.port is None or 1 <= parts.port <= 65535)
    except ValueError:
        has_host = False
    if not has_host or parts.scheme not in ("http", "https"):
        return mark("the DICOMweb address must begin with https:// or http:// and name a host")
    if parts.username is not None or parts.query or parts.fragment:
        return mark("the DICOMweb address must hold no user name and nothing behind the path")
    if node.password and not node.user_name:
        return mark("a password needs a user name")
    return ""


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def _same_name(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
