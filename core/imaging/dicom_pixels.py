"""One frame of a DICOM file as its stored samples: read, decoded, cleared of foreign bits; nothing else applied."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from pydicom.encaps import get_frame
from pydicom.uid import UID, RLELossless

from core.errors import DamagedFileError, HilumError, MissingDecoderError, OversizedImageError, UnsupportedImageError
from core.imaging.dicom_attributes import value_of
from core.imaging.dicom_codecs import CODECS, DECODING_FAILURES, ColourModel, DecodedFrame
from core.imaging.dicom_codestream import read_codestream_header
from core.imaging.dicom_dataset import DicomFile, PixelElement
from core.imaging.dicom_layout import PixelLayout
from core.imaging.dicom_rle import decode_rle
from core.imaging.opening import MAXIMUM_FRAME_PIXELS
from core.language import Worded, mark

Samples = npt.NDArray[Any]

_NATIVE_SYNTAXES = frozenset(
    {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"}
)
_LUMINANCE_FIRST = ("YBR_FULL", "YBR_FULL_422", "YBR_PARTIAL_422", "YBR_PARTIAL_420")
"""Colour stored as luminance and differences. YBR_ICT and YBR_RCT are undone by the JPEG 2000 decoder itself."""


@dataclass(frozen=True, eq=False)
class StoredFrame:
    """One frame as stored.

    Attributes:
        samples: (rows, columns) or (rows, columns, 3); values only, without foreign bits.
        bits_stored: Significant bits, 0 for floats.
        colour_model: RGB, YBR (luminance first) or AS_STATED for grey and palette.
        raw: The same with all allocated bits where these hold something else (embedded overlays), else None.
    """

    samples: Samples
    bits_stored: int
    colour_model: ColourModel
    raw: Samples | None = None


def read_frame(file: DicomFile, layout: PixelLayout, frame_index: int) -> StoredFrame:
    """Read one frame.

    Raises:
        FileError: One of its kinds, saying what is wrong with the file.
    """
    assert file.pixels is not None  # noqa: S101 - read_dicom has checked
    if file.transfer_syntax in _NATIVE_SYNTAXES:
        raw = _read_native(file, file.pixels, layout, frame_index)
        return _without_foreign_bits(raw, layout)
    encoded = _read_encoded(file, file.pixels, layout, frame_index)
    if file.transfer_syntax == RLELossless:
        return _without_foreign_bits(_expand_rle(file, encoded, layout), layout)
    return _conform(_decode(file, encoded, layout), layout)


def _read_native(file: DicomFile, pixels: PixelElement, layout: PixelLayout, frame_index: int) -> Samples:
    """An uncompressed frame, read from its place in the file."""
    first_bit = frame_index * layout.frame_bits
    start, end = first_bit // 8, (first_bit + layout.frame_bits + 7) // 8
    # Bytes stored as big endian words are swapped in pairs (DICOM PS3.5 section 8.1.1 and annex A.3).
    swapped = not file.little_endian and layout.bits_allocated == 8 and pixels.representation == "OW"
    if swapped:
        start, end = start // 2 * 2, (end + 1) // 2 * 2
    if pixels.length is not None and end > pixels.length:
        raise DamagedFileError(file.path, f"{pixels.length} bytes of pixels, {end} announced")
    file.source.seek(pixels.offset + start)
    data = file.source.read(end - start)
    if len(data) < end - start:
        raise DamagedFileError(file.path, f"{len(data)} bytes of the frame, {end - start} announced")
    if layout.bits_allocated == 1:
        bits = np.unpackbits(np.frombuffer(data, np.uint8), bitorder="little")[first_bit % 8 :]
        return bits[: layout.rows * layout.columns].reshape(layout.rows, layout.columns)
    kind = "f" if layout.is_float else "i" if layout.signed else "u"
    order = "<" if file.little_endian else ">"
    values = np.frombuffer(data, dtype=f"{order}{kind}{layout.bits_allocated // 8}")
    if swapped:
        skipped, count = first_bit // 8 - start, layout.frame_bits // 8
        values = values.reshape(-1, 2)[:, ::-1].reshape(-1)[skipped : skipped + count]
    elif not file.little_endian:
        values = values.astype(values.dtype.newbyteorder("="))
    return _shape(values, layout)


def _shape(values: Samples, layout: PixelLayout) -> Samples:
    """A run of values as (rows, columns[, samples])."""
    rows, columns = layout.rows, layout.columns
    if layout.samples == 1:
        return values.reshape(rows, columns)
    if layout.photometric_interpretation == "YBR_FULL_422":
        # Two luminances share one pair of colour differences (PS3.3 C.7.6.3.1.2); grey needs the luminances only.
        luminance = values.reshape(-1, 4)[:, :2].reshape(rows, columns)
        return np.repeat(luminance[:, :, np.newaxis], 3, axis=2)
    if layout.planar:
        return np.moveaxis(values.reshape(layout.samples, rows, columns), 0, -1)
    return values.reshape(rows, columns, layout.samples)


def _read_encoded(file: DicomFile, pixels: PixelElement, layout: PixelLayout, frame_index: int) -> bytes:
    """The compressed bytes of one frame, fragments joined."""
    if pixels.length is not None:
        raise DamagedFileError(file.path, "compressed pixels are not encapsulated")
    file.source.seek(pixels.offset)
    offsets = value_of(file.dataset, "ExtendedOffsetTable")  # untranslated: DICOM
    lengths = value_of(file.dataset, "ExtendedOffsetTableLengths")  # untranslated: DICOM
    extended = (offsets, lengths) if isinstance(offsets, bytes) and isinstance(lengths, bytes) else None
    encoded = get_frame(file.source, frame_index, number_of_frames=layout.frame_count, extended_offsets=extended)
    if not encoded:
        raise DamagedFileError(file.path, "the compressed frame is empty")
    return encoded


def _expand_rle(file: DicomFile, encoded: bytes, layout: PixelLayout) -> Samples:
    width = layout.bits_allocated // 8
    if width not in (1, 2, 4):
        raise UnsupportedImageError(
            file.path, Worded.of(mark("RLE with {count} bits allocated"), count=layout.bits_allocated)
        )
    expanded = decode_rle(encoded, layout.rows, layout.columns, layout.samples, width)
    kind = "i" if layout.signed else "u"
    planes = expanded.view(f"<{kind}{width}")[..., 0]
    return planes[0] if layout.samples == 1 else np.moveaxis(planes, 0, -1)


def _decode(file: DicomFile, encoded: bytes, layout: PixelLayout) -> DecodedFrame:
    """Decode a compressed frame, once its own header agrees with the file's."""
    name = UID(file.transfer_syntax).name
    codec = CODECS.get(file.transfer_syntax)
    if codec is None:
        if "MPEG" in name or "HEVC" in name:
            raise UnsupportedImageError(file.path, Worded.of(mark("video ({name})"), name=name))
        raise MissingDecoderError(file.path, name)
    try:
        header = read_codestream_header(encoded)
        if header.rows * header.columns * header.samples > MAXIMUM_FRAME_PIXELS:
            raise OversizedImageError(file.path, header.rows, header.columns, MAXIMUM_FRAME_PIXELS)
        if (header.rows, header.columns, header.samples) != (layout.rows, layout.columns, layout.samples):
            announced = f"{layout.columns} x {layout.rows} x {layout.samples}"
            found = f"{header.columns} x {header.rows} x {header.samples}"
            raise DamagedFileError(file.path, f"{announced} announced, {found} in the compressed frame")
        frame = codec.decode(encoded, header)
    except ImportError as error:
        raise MissingDecoderError(file.path, name, codec.package) from error
    except (HilumError, MemoryError):
        raise
    except DECODING_FAILURES as error:
        # Decoders' texts speak of codestreams, never of patients.
        raise DamagedFileError(file.path, f"{name}: {error}") from error
    expected = (layout.rows, layout.columns) if layout.samples == 1 else (layout.rows, layout.columns, layout.samples)
    if frame.samples.shape != expected:
        raise DamagedFileError(file.path, f"{name}: decoded to {frame.samples.shape}")
    return frame


def _conform(frame: DecodedFrame, layout: PixelLayout) -> StoredFrame:
    """Decoded samples in the signedness that the file announces.

    Codestreams often leave the sign to the file: their unsigned values are two's complement of their precision
    (DICOM PS3.5 section 8.2.4 note). Likewise the other way round.
    """
    samples = frame.samples
    bits = frame.precision
    is_signed = samples.dtype.kind == "i"
    width = samples.dtype.itemsize * 8
    if layout.signed and not is_signed:
        shift = width - bits
        samples = (samples << shift).view(f"i{width // 8}") >> shift
    elif not layout.signed and is_signed:
        samples = samples.view(f"u{width // 8}") & ((1 << bits) - 1)
    stated = _colour_model(layout)
    model = stated if frame.colour_model is ColourModel.AS_STATED else frame.colour_model
    # Codestreams are often wider than what they carry; lossy ones may really overshoot the stated bits.
    fits = layout.bits_stored < bits and _holds(samples, layout.bits_stored, layout.signed)
    return StoredFrame(samples, layout.bits_stored if fits else bits, model)


def _without_foreign_bits(raw: Samples, layout: PixelLayout) -> StoredFrame:
    """Values only: bits above or below them are cleared, where there are any."""
    model = _colour_model(layout)
    if layout.is_float or layout.bits_allocated == 1:
        return StoredFrame(raw, 0 if layout.is_float else 1, model)
    allocated, stored = layout.bits_allocated, layout.bits_stored
    below, above = layout.high_bit + 1 - stored, allocated - 1 - layout.high_bit
    if below == 0 and (above == 0 or _holds(raw, stored, layout.signed)):
        return StoredFrame(raw, stored, model)
    # Shifting up drops what is above, shifting down (with the sign) what is below.
    return StoredFrame((raw << above) >> (allocated - stored), stored, model, raw)


def _holds(samples: Samples, bits: int, signed: bool) -> bool:
    """Whether every sample fits into so many bits."""
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
    return bool(samples.min() >= low and samples.max() <= high)


def _colour_model(layout: PixelLayout) -> ColourModel:
    if layout.samples == 1:
        return ColourModel.AS_STATED
    if layout.photometric_interpretation in _LUMINANCE_FIRST:
        return ColourModel.YBR
    return ColourModel.RGB
