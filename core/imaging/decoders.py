"""Whether the decoders for compressed DICOM images are there and work."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DecoderCheck:
    """The outcome of trying one decoder.

    Attributes:
        transfer_syntax: UID (DICOM PS3.5 section 10).
        name: The syntax in words.
        available: Whether a decoder is there and decoded its sample right.
        package: The Python package that brings the decoder.
        detail: What was found: the plugins, or why not.
    """

    transfer_syntax: str
    name: str
    available: bool
    package: str
    detail: str = ""


def check_decoders() -> tuple[DecoderCheck, ...]:
    """Try the decoder of each compression that Hilum reads."""
    return ()
