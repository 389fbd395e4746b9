"""Unique identifiers from the root 2.25, which needs no registration: a UUID as a decimal number (DICOM PS3.5 B.2)."""

# untranslated module: written into DICOM objects

import uuid

_NAMESPACE = uuid.UUID("5f1d3c52-7f0b-4c55-9f0e-6c2a0d9b1f3e")


def new_uid() -> str:
    """Make an identifier that nothing else has."""
    return f"2.25.{uuid.uuid4().int}"


def fixed_uid(name: str) -> str:
    """Make the identifier of something of Hilum's that always has the same one.

    Args:
        name: What it is of, e.g. "coding scheme".
    """
    return f"2.25.{uuid.uuid5(_NAMESPACE, name).int}"


CODING_SCHEME_UID = fixed_uid("coding scheme 99HILUM")
