"""SOP classes that Hilum deals with at an archive, and the transfer syntaxes that it can keep.

Source: DICOM PS3.4 annexes B.5, C.6.2, J.3 and PS3.6 annex A.
"""

VERIFICATION = "1.2.840.10008.1.1"
STUDY_ROOT_FIND = "1.2.840.10008.5.1.4.1.2.2.1"
STUDY_ROOT_MOVE = "1.2.840.10008.5.1.4.1.2.2.2"
STUDY_ROOT_GET = "1.2.840.10008.5.1.4.1.2.2.3"
STORAGE_COMMITMENT = "1.2.840.10008.1.20.1"
STORAGE_COMMITMENT_INSTANCE = "1.2.840.10008.1.20.1.1"
COMPUTED_RADIOGRAPHY = "1.2.840.10008.5.1.4.1.1.1"

IMAGE_CLASSES = (
    COMPUTED_RADIOGRAPHY,
    "1.2.840.10008.5.1.4.1.1.1.1",  # digital X-ray, for presentation
    "1.2.840.10008.5.1.4.1.1.1.1.1",  # digital X-ray, for processing
    "1.2.840.10008.5.1.4.1.1.7",  # secondary capture
    "1.2.840.10008.5.1.4.1.1.7.2",  # its multi-frame kinds: grey of 8 bits,
    "1.2.840.10008.5.1.4.1.1.7.3",  # grey of more,
    "1.2.840.10008.5.1.4.1.1.7.4",  # and colour
    "1.2.840.10008.5.1.4.1.1.12.1",  # X-ray angiography
    "1.2.840.10008.5.1.4.1.1.12.2",  # X-ray radiofluoroscopy
)
"""Kinds of object that are radiographs, or pictures of some."""
IMAGE_MODALITIES = frozenset({"CR", "DX", "RG", "RF", "XA", "SC", "OT", "IO", "PX"})
"""Modalities of series that may hold radiographs. Source: DICOM PS3.3 C.7.3.1.1.1."""
OTHER_CLASSES = (
    "1.2.840.10008.5.1.4.1.1.11.1",  # greyscale softcopy presentation state
    "1.2.840.10008.5.1.4.1.1.88.11",  # basic text report,
    "1.2.840.10008.5.1.4.1.1.88.22",  # enhanced,
    "1.2.840.10008.5.1.4.1.1.88.33",  # comprehensive,
    "1.2.840.10008.5.1.4.1.1.88.34",  # comprehensive 3D
    "1.2.840.10008.5.1.4.1.1.88.59",  # key object selection
    "1.2.840.10008.5.1.4.1.1.104.1",  # encapsulated PDF
)
"""Kinds of object that are results or reports, and come only where asked for."""

UNCOMPRESSED_SYNTAXES = ("1.2.840.10008.1.2.1", "1.2.840.10008.1.2", "1.2.840.10008.1.2.2")
"""Explicit and implicit little endian, explicit big endian."""
COMPRESSED_SYNTAXES = (
    "1.2.840.10008.1.2.4.90",  # JPEG 2000 without loss
    "1.2.840.10008.1.2.4.70",  # JPEG lossless
    "1.2.840.10008.1.2.4.80",  # JPEG-LS lossless
    "1.2.840.10008.1.2.5",  # RLE
    "1.2.840.10008.1.2.4.91",  # JPEG 2000
    "1.2.840.10008.1.2.4.50",  # JPEG baseline
    "1.2.840.10008.1.2.4.51",  # JPEG of 12 bits
    "1.2.840.10008.1.2.4.57",  # JPEG lossless, any prediction
    "1.2.840.10008.1.2.4.81",  # JPEG-LS near-lossless
    "1.2.840.10008.1.2.4.201",  # HTJ2K without loss
)
"""What an archive may keep images in, the common first."""
KEPT_SYNTAXES = (*COMPRESSED_SYNTAXES, "1.2.840.10008.1.2.1.99", *UNCOMPRESSED_SYNTAXES)
"""All that an archive may send."""
