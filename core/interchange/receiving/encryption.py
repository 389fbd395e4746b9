"""Encryption of what is sent here, as a site chose it."""

import ssl

from core.interchange.receiving.settings import ReceiverTls


def server_encryption(tls: ReceiverTls) -> ssl.SSLContext | None:
    """The server's side of it, None where associations are not encrypted.

    Args:
        tls: What the site chose.

    Raises:
        OSError: A certificate cannot be read, or does not go with its key.
    """
    if not tls.is_used or tls.certificate is None:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    # DICOM PS3.15 annex B.12 (BCP 195): TLS 1.2 or newer.
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(tls.certificate, tls.key, password=_no_password)
    if tls.ca_file is not None:
        context.load_verify_locations(tls.ca_file)
        context.verify_mode = ssl.CERT_REQUIRED
    return context


def _no_password() -> bytes:
    """Instead of asking at the terminal, which would hold the program up for ever."""
    return b""
