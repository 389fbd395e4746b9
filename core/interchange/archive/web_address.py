"""Where a DICOMweb address leads to on the network."""

from dataclasses import replace
from urllib.parse import urlsplit

from core.interchange.archive.nodes import ArchiveNode

_PORTS = {"http": 80, "https": 443}


def as_tcp_node(node: ArchiveNode) -> ArchiveNode:
    """A node whose host, port and encryption are those of another's DICOMweb address.

    Args:
        node: One that has such an address.
    """
    parts = urlsplit(node.dicomweb_url)
    return replace(
        node,
        host=parts.hostname or "",
        port=parts.port or _PORTS[parts.scheme],
        tls=replace(node.tls, is_used=parts.scheme == "https"),
    )
