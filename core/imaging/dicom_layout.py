"""How pixels are laid out in a file (Image Pixel module, DICOM PS3.3 C.7.6.3), checked before any is decoded."""

# untranslated module: names of DICOM attributes

from dataclasses import dataclass
from pathlib import Path

from pydicom.dataset import Dataset

from core.errors import DamagedFileError, NoSuchFrameError, OversizedImageError, UnsupportedImageError
from core.imaging.dicom_attributes import integer_of, text_of
from core.imaging.dicom_dataset import DicomFile
from core.imaging.opening import MAXIMUM_FRAME_PIXELS
from core.language import Worded, mark

_FLOAT_BITS = {"FloatPixelData": 32, "DoubleFloatPixelData": 64}


@dataclass(frozen=True)
class PixelLayout:
    """How one frame is stored.

    Attributes:
        rows: Height, pixels, > 0.
        columns: Width, pixels, > 0.
        samples: Values per pixel: 1 grey or palette, 3 colour.
        bits_allocated: Bits a value takes: 1, 8, 16, 32 or 64.
        bits_stored: Bits that carry the value, from `high_bit` downwards.
        high_bit: Its uppermost bit.
        signed: Whether values are two's complement.
        planar: Whether each colour is stored as a plane of its own.
        photometric_interpretation: As in the file, e.g. MONOCHROME1.
        frame_count: How many frames there are.
        is_float: Float or Double Float Pixel Data.
    """

    rows: int
    columns: int
    samples: int
    bits_allocated: int
    bits_stored: int
    high_bit: int
    signed: bool
    planar: bool
    photometric_interpretation: str
    frame_count: int
    is_float: bool

    @property
    def frame_bits(self) -> int:
        """Bits of one uncompressed frame."""
        pixels = self.rows * self.columns
        if self.photometric_interpretation == "YBR_FULL_422":
            return pixels * 2 * self.bits_allocated
        return pixels * self.samples * self.bits_allocated


def read_layout(file: DicomFile, frame_index: int) -> PixelLayout:
    """Read and check the layout.

    Raises:
        UnsupportedImageError: There are no pixels, or of a kind that is no radiograph.
        DamagedFileError: The attributes contradict each other.
        OversizedImageError: More pixels are announced than are decoded.
        NoSuchFrameError: There is no frame `frame_index`.
    """
    dataset, path = file.dataset, file.path
    keyword = file.pixels.keyword if file.pixels is not None else "PixelData"
    is_float = keyword in _FLOAT_BITS
    rows, columns = integer_of(dataset, "Rows"), integer_of(dataset, "Columns")
    allocated = _FLOAT_BITS.get(keyword) or integer_of(dataset, "BitsAllocated")
    if not rows or not columns or not allocated or min(rows, columns) < 1:
        raise DamagedFileError(path, f"Rows {rows}, Columns {columns}, Bits Allocated {allocated}")
    samples = _read_samples(path, dataset)
    if rows * columns * samples > MAXIMUM_FRAME_PIXELS:
        raise OversizedImageError(path, rows, columns, MAXIMUM_FRAME_PIXELS // samples)
    stored, high_bit = _read_stored_bits(path, dataset, allocated, is_float)
    frame_count = max(1, integer_of(dataset, "NumberOfFrames") or 1)
    if not 0 <= frame_index < frame_count:
        raise NoSuchFrameError(path, frame_index, frame_count)
    default = "RGB" if samples == 3 else "MONOCHROME2"
    return PixelLayout(
        rows=rows,
        columns=columns,
        samples=samples,
        bits_allocated=allocated,
        bits_stored=stored,
        high_bit=high_bit,
        signed=not is_float and integer_of(dataset, "PixelRepresentation") == 1,
        planar=samples > 1 and integer_of(dataset, "PlanarConfiguration") == 1,
        photometric_interpretation=text_of(dataset, "PhotometricInterpretation").upper() or default,
        frame_count=frame_count,
        is_float=is_float,
    )


def _read_samples(path: Path, dataset: Dataset) -> int:
    samples = integer_of(dataset, "SamplesPerPixel") or 1
    if samples not in (1, 3):
        raise UnsupportedImageError(path, Worded.of(mark("{count} samples per pixel"), count=samples))
    return samples


def _read_stored_bits(path: Path, dataset: Dataset, allocated: int, is_float: bool) -> tuple[int, int]:
    """Bits stored and high bit; files that leave them out use all bits."""
    if is_float:
        return 0, allocated - 1
    if allocated not in (1, 8, 16, 32):
        raise UnsupportedImageError(path, Worded.of(mark("{count} bits allocated"), count=allocated))
    stored = integer_of(dataset, "BitsStored") or allocated
    if not 1 <= stored <= allocated:
        raise DamagedFileError(path, f"{stored} bits stored in {allocated} bits allocated")
    high_bit = integer_of(dataset, "HighBit")
    if high_bit is None or not stored - 1 <= high_bit < allocated:
        high_bit = stored - 1
    return stored, high_bit
