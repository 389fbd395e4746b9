"""Encryption of what goes to a node, and what it means in words where it does not come about."""

import ssl
from pathlib import Path

from core.errors import NodeEncryptionError
from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings
from core.language import Worded, mark

_NOT_YET_VALID = 9
_EXPIRED = 10
_WRONG_NAMES = frozenset({62, 64})
"""Numbers of OpenSSL's X509_V_ERR_*: host name mismatch, IP address mismatch."""
_NO_TLS_REASONS = frozenset({"WRONG_VERSION_NUMBER", "UNKNOWN_PROTOCOL", "HTTP_REQUEST", "RECORD_LAYER_FAILURE"})
_WANTS_CERTIFICATE = mark("it wants a certificate of Hilum's, or does not accept the one it was shown")
PROBABLY_PLAIN = mark("it does not answer to encryption; it is probably not used at this port")


def client_context(node: ArchiveNode) -> ssl.SSLContext:
    """Encryption towards a node, by what its settings say. Nothing older than TLS 1.2.

    Source: DICOM PS3.15 annex B.12, the BCP 195 TLS profile.

    Raises:
        NodeEncryptionError: A file of certificates or the key cannot be used.
    """
    tls = node.tls
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = tls.checks_name
    try:
        if tls.ca_file is not None:
            context.load_verify_locations(cafile=tls.ca_file)
        else:
            context.load_default_certs()
    except (OSError, ssl.SSLError) as error:
        problem = _authority_problem(tls.ca_file, error)
        raise NodeEncryptionError(node.name, problem) from error
    if tls.certificate is not None:
        _load_own(context, tls.certificate, tls.key, node.name)
    return context


def server_context(settings: ConnectionSettings) -> ssl.SSLContext | None:
    """Encryption of Hilum's own port, None where it has no certificate.

    Raises:
        NodeEncryptionError: Certificate or key cannot be used.
    """
    if settings.listen_tls_certificate is None:
        return None
    return own_port_context(settings.listen_tls_certificate, settings.listen_tls_key)


def own_port_context(certificate: Path, key: Path | None, ca_file: Path | None = None) -> ssl.SSLContext:
    """Encryption of a port of Hilum's. Nothing older than TLS 1.2.

    Args:
        certificate: Hilum's own one (PEM).
        key: Its private key (PEM, without a password), None where it is in the certificate's file.
        ca_file: Certificates (PEM) of the authorities whose callers are let in; None asks callers for no certificate.

    Raises:
        NodeEncryptionError: A file cannot be used; its detail says which, as a clause.

    Source: DICOM PS3.15 annex B.12, the BCP 195 TLS profile.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    _load_own(context, certificate, key, "Hilum")  # untranslated: a name
    if ca_file is not None:
        try:
            context.load_verify_locations(ca_file)
        except OSError as error:
            raise NodeEncryptionError("Hilum", _authority_problem(ca_file, error)) from error
        context.verify_mode = ssl.CERT_REQUIRED
    return context


def encryption_problem(error: ssl.SSLError) -> str:
    """What a failed handshake means, as a clause that a sentence can hold."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return _certificate_problem(error.verify_code, error.verify_message)
    reason = error.reason or ""
    if isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return mark("it broke off while encryption was agreed on; perhaps it is not used at this port")
    if reason in _NO_TLS_REASONS:
        return PROBABLY_PLAIN
    if "ALERT" in reason:
        if "VERSION" in reason:
            return mark("it only knows an encryption that is too old to be safe")
        return _WANTS_CERTIFICATE
    return reason.replace("_", " ").lower() or mark("the two could not agree on an encryption")


def _certificate_problem(code: int, message: str) -> str:
    if code == _EXPIRED:
        return mark("its certificate has expired")
    if code == _NOT_YET_VALID:
        return mark("its certificate is not valid yet; perhaps this computer's clock is wrong")
    if code in _WRONG_NAMES:
        return mark("its certificate is for another host")
    if "self" in message or "issuer" in message or "chain" in message:
        return mark("its certificate comes from an authority that is not trusted here")
    return Worded.of(mark("its certificate is not accepted ({reason})"), reason=message)


def _load_own(context: ssl.SSLContext, certificate: Path, key: Path | None, node: str) -> None:
    def refuse_password() -> str:
        # Without it OpenSSL would ask on the terminal, and wait there.
        raise NodeEncryptionError(
            node, Worded.of(mark("the key in {name} has a password; give one without"), name=(key or certificate).name)
        )

    try:
        context.load_cert_chain(certificate, key, password=refuse_password)
    except (OSError, ssl.SSLError) as error:
        raise NodeEncryptionError(node, _own_problem(certificate, error)) from error


def _authority_problem(path: Path | None, error: OSError) -> str:
    if path is None:
        return mark("the authorities that this computer trusts cannot be read")
    text = mark("the authority's certificate in {name} cannot be read")
    if isinstance(error, ssl.SSLError):
        text = mark(
            "the authority's certificate in {name} is no valid PEM file, or key and certificate do not belong together"
        )
    return Worded.of(text, name=path.name)


def _own_problem(path: Path, error: OSError) -> str:
    text = mark("Hilum's own certificate or key in {name} cannot be read")
    if isinstance(error, ssl.SSLError):
        text = mark(
            "Hilum's own certificate or key in {name} is no valid PEM file, or key and certificate do not belong"
            " together"
        )
    return Worded.of(text, name=path.name)
