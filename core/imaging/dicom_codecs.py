"""One compressed frame to its samples, each compression by the library that reads all of it.

The libraries are called directly rather than through pydicom's plug-ins: GDCM's codec reports damage that its image
class hides (it returns uninitialised memory there), and reads 12-bit JPEG that pydicom's plug-in refuses.
"""

# untranslated module: names of packages and codecs

import io
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from core.imaging.dicom_codestream import CodestreamHeader, read_codestream_header

Samples = npt.NDArray[Any]

DECODING_FAILURES = (ArithmeticError, EOFError, LookupError, MemoryError, OSError, RuntimeError, TypeError, ValueError)
"""What the libraries raise for a damaged frame."""

_END_OF_IMAGE = b"\xff\xd9"
_LOSSLESS_FRAME = 0xC3
"""Start-of-frame marker of lossless JPEG, the only one of DICOM's (ITU-T T.81 table B.1)."""


class ColourModel(StrEnum):
    """What the three samples of a colour pixel mean once decoded."""

    AS_STATED = "as stated"
    RGB = "RGB"
    YBR = "YBR"


@dataclass(frozen=True, eq=False)
class DecodedFrame:
    """A decoded frame.

    Attributes:
        samples: (rows, columns) or (rows, columns, 3), the smallest integer type that holds the precision.
        precision: Bits per value.
        colour_model: What colour samples mean.
    """

    samples: Samples
    precision: int
    colour_model: ColourModel = ColourModel.AS_STATED


@dataclass(frozen=True)
class Codec:
    """How one family of compressions is read.

    Attributes:
        package: The Python packages that must be installed, with spaces between them.
        decode: Codestream and its header to a frame; raises ImportError where the package is missing.
    """

    package: str
    decode: Callable[[bytes, CodestreamHeader], DecodedFrame]


def decode_jpeg(data: bytes, header: CodestreamHeader) -> DecodedFrame:
    """JPEG baseline and extended of 8 bits by libjpeg-turbo, everything else of JPEG by GDCM."""
    frame_marker = _frame_marker(data)
    if header.precision == 8 and frame_marker in (0xC0, 0xC1, 0xC2):
        return _decode_with_pillow(data, header)
    return _decode_with_gdcm(data, header, is_lossless=frame_marker == _LOSSLESS_FRAME)


def decode_jpeg_ls(data: bytes, header: CodestreamHeader) -> DecodedFrame:
    """JPEG-LS, lossless and near-lossless, by CharLS."""
    import jpeg_ls

    # CharLS searches a stream that is cut short for seconds; behind an end marker it says at once what is missing.
    buffer, info = jpeg_ls.decode_pixel_data(data + _END_OF_IMAGE)
    samples = np.frombuffer(buffer, dtype="<u2" if header.precision > 8 else "u1")
    if header.samples == 1:
        return DecodedFrame(samples.reshape(header.rows, header.columns), header.precision)
    if info.get("interleave_mode") == 0:
        planes = samples.reshape(header.samples, header.rows, header.columns)
        return DecodedFrame(np.moveaxis(planes, 0, -1), header.precision)
    return DecodedFrame(samples.reshape(header.rows, header.columns, header.samples), header.precision)


def decode_jpeg2000(data: bytes, header: CodestreamHeader) -> DecodedFrame:
    """JPEG 2000 and High-Throughput JPEG 2000, by OpenJPEG."""
    import openjpeg

    samples = openjpeg.decode(data)
    # OpenJPEG undoes the colour transformation that the codestream names; YBR_ICT and YBR_RCT come out as RGB.
    return DecodedFrame(np.asarray(samples), header.precision, ColourModel.AS_STATED)


def _decode_with_pillow(data: bytes, header: CodestreamHeader) -> DecodedFrame:
    from PIL import Image, ImageFile

    with Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
        if ImageFile.LOAD_TRUNCATED_IMAGES:
            raise ValueError("truncated pictures would pass unnoticed")
        if header.samples == 3 and "adobe_transform" not in image.info:
            # Without Adobe's marker libjpeg guesses; the DICOM header knows, so no transformation here.
            image.draft("YCbCr", image.size)
        samples = np.asarray(image)
        mode = image.mode
    if mode == "YCbCr":
        return DecodedFrame(samples, 8, ColourModel.YBR if _is_ybr(data) else ColourModel.AS_STATED)
    return DecodedFrame(samples, 8, ColourModel.RGB if mode == "RGB" else ColourModel.AS_STATED)


def _decode_with_gdcm(data: bytes, header: CodestreamHeader, is_lossless: bool) -> DecodedFrame:
    import gdcm

    _silence_gdcm()
    fragment = gdcm.Fragment()
    fragment.SetByteStringValue(data)
    fragments = gdcm.SequenceOfFragments.New()
    fragments.AddFragment(fragment)
    encoded = gdcm.DataElement(gdcm.Tag(0x7FE0, 0x0010))
    encoded.SetValue(fragments.__ref__())
    decoded = gdcm.DataElement(gdcm.Tag(0x7FE0, 0x0010))
    # The bare codec says when it fails, where GDCM's image class returns uninitialised memory.
    if not _gdcm_codec(header, is_lossless).Decode(encoded, decoded) or decoded.GetByteValue() is None:
        raise ValueError("GDCM cannot decode the JPEG frame")
    # GDCM hands bytes over as text with surrogates.
    buffer = decoded.GetByteValue().GetBuffer().encode("utf-8", "surrogateescape")
    samples = np.frombuffer(buffer, dtype="<u2" if header.precision > 8 else "u1")
    shape = (header.rows, header.columns) if header.samples == 1 else (header.rows, header.columns, header.samples)
    return DecodedFrame(samples.reshape(shape), header.precision)


def _gdcm_codec(header: CodestreamHeader, is_lossless: bool) -> Any:
    """GDCM's JPEG codec, told what to expect."""
    import gdcm

    model = gdcm.PhotometricInterpretation
    codec = gdcm.JPEGCodec()
    codec.SetNumberOfDimensions(2)
    codec.SetDimensions((header.columns, header.rows, 1))
    # Before the pixel format, which copies it: without a colour model GDCM ends the process.
    codec.SetPhotometricInterpretation(model(model.RGB if header.samples == 3 else model.MONOCHROME2))
    codec.SetPlanarConfiguration(0)
    # GDCM chooses among its three libraries by the bits allocated: the one for 16 bits reads lossless frames only,
    # and complains on the console before GDCM tries the one for 12.
    allocated = 8 if header.precision <= 8 else 16 if is_lossless else 12
    codec.SetPixelFormat(gdcm.PixelFormat(header.samples, allocated, header.precision, header.precision - 1, 0))
    return codec


def _silence_gdcm() -> None:
    """Keep GDCM's remarks off the console."""
    import gdcm

    gdcm.Trace.WarningOff()
    gdcm.Trace.ErrorOff()
    gdcm.Trace.DebugOff()


def _frame_marker(data: bytes) -> int:
    """The start-of-frame marker: 0xC0 baseline, 0xC1 extended, 0xC3 lossless."""
    position = 2
    while position + 4 <= len(data):
        marker = data[position + 1]
        if data[position] == 0xFF and 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return marker
        if marker == 0xFF:
            position += 1
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:
            position += 2
        else:
            position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    return 0


def _is_ybr(data: bytes) -> bool:
    """Whether a JFIF marker says that the samples are luminance and colour differences."""
    return b"JFIF\x00" in data[:64]


_JPEG = Codec("pillow python-gdcm", decode_jpeg)
_JPEG_LS = Codec("pyjpegls", decode_jpeg_ls)
_JPEG_2000 = Codec("pylibjpeg-openjpeg", decode_jpeg2000)

CODECS = {
    "1.2.840.10008.1.2.4.50": Codec("pillow", decode_jpeg),
    "1.2.840.10008.1.2.4.51": _JPEG,
    "1.2.840.10008.1.2.4.57": Codec("python-gdcm", decode_jpeg),
    "1.2.840.10008.1.2.4.70": Codec("python-gdcm", decode_jpeg),
    "1.2.840.10008.1.2.4.80": _JPEG_LS,
    "1.2.840.10008.1.2.4.81": _JPEG_LS,
    "1.2.840.10008.1.2.4.90": _JPEG_2000,
    "1.2.840.10008.1.2.4.91": _JPEG_2000,
    "1.2.840.10008.1.2.4.201": _JPEG_2000,
    "1.2.840.10008.1.2.4.202": _JPEG_2000,
    "1.2.840.10008.1.2.4.203": _JPEG_2000,
}
"""Transfer syntax UID to what reads it (DICOM PS3.5 section 10)."""


def decode_codestream(transfer_syntax: str, data: bytes) -> DecodedFrame:
    """Decode one frame of a syntax in `CODECS`.

    Raises:
        ImportError: The library is not installed.
        ValueError: The frame is damaged; other exceptions of the libraries pass through.
    """
    return CODECS[transfer_syntax].decode(data, read_codestream_header(data))
