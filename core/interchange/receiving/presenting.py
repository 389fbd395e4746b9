"""As what the receiving node shows itself to others. Importing this module imports pynetdicom."""

import ssl

from pynetdicom.ae import ApplicationEntity

from core.errors import ListeningFailedError, NodeEncryptionError
from core.interchange.archive.encryption import own_port_context
from core.interchange.archive.object_classes import KEPT_SYNTAXES, VERIFICATION
from core.interchange.dicom_network import IMPLEMENTATION_CLASS_UID, implementation_version_name
from core.interchange.receiving.listening import LARGEST_PDU
from core.interchange.receiving.settings import ReceiverSettings

TRANSFER_SYNTAXES = (*KEPT_SYNTAXES, "1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.203")
"""What Hilum can decode; the last two are further kinds of HTJ2K. Objects are kept as they come."""


def application_entity(settings: ReceiverSettings) -> ApplicationEntity:
    """The node with all that it takes.

    Args:
        settings: What the site chose.
    """
    entity = ApplicationEntity(settings.ae_title)
    entity.implementation_class_uid = IMPLEMENTATION_CLASS_UID
    entity.implementation_version_name = implementation_version_name()
    entity.maximum_pdu_size = LARGEST_PDU
    entity.acse_timeout = settings.pdu_timeout_s
    entity.dimse_timeout = settings.idle_timeout_s
    entity.network_timeout = settings.idle_timeout_s
    # The door counts those that were let in; pynetdicom would count everybody who is connected.
    entity.maximum_associations = 10_000
    entity.add_supported_context(VERIFICATION)
    for sop_class in settings.sop_classes:
        entity.add_supported_context(sop_class, list(TRANSFER_SYNTAXES))
    return entity


def encryption_of(settings: ReceiverSettings) -> ssl.SSLContext | None:
    """Encryption of what is sent here, None where associations are not encrypted.

    Args:
        settings: What the site chose.

    Raises:
        ListeningFailedError: A certificate cannot be used.
    """
    tls = settings.tls
    if not tls.is_used or tls.certificate is None:
        return None
    try:
        return own_port_context(tls.certificate, tls.key, tls.ca_file)
    except NodeEncryptionError as error:
        raise ListeningFailedError(settings.port, error.detail) from error
