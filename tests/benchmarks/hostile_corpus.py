"""Files made to break a reader: seeded mutations of sound ones, and bombs built by hand."""

import io
import os
import random
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

DICOM_SEEDS = (
    "CT_small.dcm",
    "MR_small_implicit.dcm",
    "MR_small_bigendian.dcm",
    "MR_small_RLE.dcm",
    "MR_small_jp2klossless.dcm",
    "MR_small_jpeg_ls_lossless.dcm",
    "JPEG-lossy.dcm",
    "JPEG-LL.dcm",
    "JPEG2000.dcm",
    "JPGLosslessP14SV1_1s_1f_8b.dcm",
    "JPEGLSNearLossless_16.dcm",
    "693_J2KI.dcm",
    "SC_rgb_jpeg_dcmtk.dcm",
    "SC_rgb_rle_16bit_2frame.dcm",
    "SC_rgb_jls_lossy_line.dcm",
    "SC_ybr_full_422_uncompressed.dcm",
    "image_dfl.dcm",
    "examples_overlay.dcm",
    "examples_palette.dcm",
    "mlut_18.dcm",
    "vlut_04.dcm",
    "no_meta.dcm",
    "liver_1frame.dcm",
    "emri_small_jpeg_2k_lossless.dcm",
    "HTJ2KLossless_08_RGB.dcm",
    "HTJ2K_08_RGB.dcm",
    "test-SR.dcm",
    "nested_priv_SQ.dcm",
)
INFLATED = (0xFFFF, 0x7FFF, 0x4000, 0, 1)


@dataclass(frozen=True)
class HostileFile:
    """One file to read: bytes to write under a name, or a path that is there already."""

    name: str
    content: bytes | None = None
    path: Path | None = None


def dicom_seeds() -> dict[str, bytes]:
    """Sound DICOM files by name; those that are not installed are left out."""
    from pydicom.data import get_testdata_file

    seeds = {}
    for name in DICOM_SEEDS:
        try:
            found = get_testdata_file(name, download=False)
        except (OSError, ValueError):
            continue
        if isinstance(found, str):
            seeds[name] = Path(found).read_bytes()
    return seeds


def raster_seeds() -> dict[str, bytes]:
    """Sound pictures by name, one for each way a format stores pixels."""
    rng = np.random.default_rng(7)
    smooth = np.add.outer(np.arange(120), np.arange(100)).astype(np.uint8)
    grey = Image.fromarray(smooth + rng.integers(0, 9, smooth.shape, dtype=np.uint8))
    deep = Image.fromarray(np.asarray(grey).astype(np.uint16) * 200)
    colour = Image.merge("RGB", (grey, grey.rotate(90).resize(grey.size), grey))
    exif = Image.Exif()
    exif[0x0112] = 6
    variants: tuple[tuple[str, Image.Image, dict[str, object]], ...] = (
        ("grey.png", grey, {"exif": exif}),
        ("deep.png", deep, {}),
        ("alpha.png", colour.convert("RGBA"), {}),
        ("palette.png", colour.quantize(16), {}),
        ("animated.png", grey, {"save_all": True, "append_images": [grey.rotate(5)]}),
        ("grey.jpg", grey, {"exif": exif}),
        ("progressive.jpg", colour, {"progressive": True}),
        ("inks.jpg", colour.convert("CMYK"), {}),
        ("grey.tif", grey, {}),
        ("deep.tif", deep, {}),
        ("lzw.tif", deep, {"compression": "tiff_lzw"}),
        ("deflate.tif", colour, {"compression": "tiff_deflate"}),
        ("jpeg.tif", grey, {"compression": "jpeg"}),
        ("fax.tif", grey.convert("1"), {"compression": "group4"}),
        ("float.tif", grey.convert("F"), {}),
        ("pages.tif", grey, {"save_all": True, "append_images": [grey, grey]}),
        ("big.tif", deep, {"big_tiff": True}),
        ("grey.bmp", grey, {}),
        ("colour.bmp", colour, {}),
        ("lossy.webp", colour, {}),
        ("lossless.webp", colour.convert("RGBA"), {"lossless": True, "exif": exif}),
        ("animated.webp", colour, {"save_all": True, "append_images": [colour.rotate(9)]}),
    )
    seeds = {}
    for name, image, options in variants:
        buffer = io.BytesIO()
        suffix = name.rpartition(".")[2]
        image.save(buffer, {"jpg": "JPEG", "tif": "TIFF"}.get(suffix, suffix.upper()), **options)
        seeds[name] = buffer.getvalue()
    return seeds


def mutations(count: int, seed: int, seeds: dict[str, bytes]) -> Iterator[HostileFile]:
    """`count` damaged files: each seed in turn, one to three damages each, the same for the same seed number."""
    names = sorted(seeds)
    for index in range(count):
        rng = random.Random(seed * 1_000_003 + index)
        name = names[index % len(names)]
        content = bytearray(seeds[name])
        done = []
        for _ in range(rng.choice((1, 1, 2, 3))):
            mutate = rng.choice(_MUTATIONS)
            content = mutate(content, rng)
            done.append(mutate.__name__.strip("_"))
        yield HostileFile(f"{index:05d}-{'+'.join(done)}-{name}", bytes(content))


def _flip_bits(data: bytearray, rng: random.Random) -> bytearray:
    for _ in range(rng.choice((1, 4, 32, 200))):
        if data:
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return data


def _flip_header_bits(data: bytearray, rng: random.Random) -> bytearray:
    for _ in range(rng.choice((1, 2, 8))):
        if data:
            data[rng.randrange(min(len(data), 1200))] ^= 1 << rng.randrange(8)
    return data


def _truncate(data: bytearray, rng: random.Random) -> bytearray:
    return data[: rng.randrange(len(data) + 1)]


def _insert_garbage(data: bytearray, rng: random.Random) -> bytearray:
    position = rng.randrange(len(data) + 1)
    return data[:position] + bytearray(rng.randbytes(rng.choice((1, 2, 17, 4096)))) + data[position:]


def _overwrite_run(data: bytearray, rng: random.Random) -> bytearray:
    position, length = rng.randrange(len(data) + 1), rng.choice((2, 4, 8, 64))
    data[position : position + length] = bytes([rng.choice((0, 0xFF, 0x7F))]) * length
    return data


def _move_block(data: bytearray, rng: random.Random) -> bytearray:
    start, length, target = rng.randrange(len(data) + 1), rng.randrange(1, 600), rng.randrange(len(data) + 1)
    block = data[start : start + length]
    return data[:target] + block + data[target:]


def _inflate_sizes(data: bytearray, rng: random.Random) -> bytearray:
    """Announce absurd sizes wherever the format keeps them: DICOM elements, codestreams, picture headers."""
    value = rng.choice(INFLATED)
    for prefix, encoding, step in _SIZE_FIELDS:
        start = 0
        while (start := data.find(prefix, start)) >= 0:
            start += len(prefix)
            if rng.random() < 0.7:
                packed = struct.pack(
                    encoding, *[value] * (len(struct.unpack(encoding, bytes(struct.calcsize(encoding)))))
                )
                data[start + step : start + step + len(packed)] = packed
    return data


_SIZE_FIELDS: tuple[tuple[bytes, str, int], ...] = (
    (b"\x28\x00\x10\x00US\x02\x00", "<H", 0),
    (b"\x28\x00\x11\x00US\x02\x00", "<H", 0),
    (b"\x28\x00\x10\x00\x02\x00\x00\x00", "<H", 0),
    (b"\x00\x28\x00\x10US\x00\x02", ">H", 0),
    (b"\xff\x4f\xff\x51", ">II", 4),  # JPEG 2000 SIZ: image size
    (b"\xff\xc0\x00", ">HH", 2),
    (b"\xff\xc1\x00", ">HH", 2),
    (b"\xff\xc3\x00", ">HH", 2),
    (b"\xff\xf7\x00", ">HH", 2),  # JPEG-LS SOF55
    (b"\xff\xc2\x00", ">HH", 2),
    (b"IHDR", ">II", 0),
    (b"acTL", ">I", 0),
    (b"VP8X", "<II", 8),
    (b"BM", "<II", 16),
    (b"\x00\x01\x03\x00\x01\x00\x00\x00", "<I", 0),  # TIFF ImageWidth, SHORT
    (b"\x01\x01\x03\x00\x01\x00\x00\x00", "<I", 0),
    (b"\x16\x01\x03\x00\x01\x00\x00\x00", "<I", 0),
)

_MUTATIONS: tuple[Callable[[bytearray, random.Random], bytearray], ...] = (
    _flip_bits,
    _flip_header_bits,
    _truncate,
    _insert_garbage,
    _overwrite_run,
    _move_block,
    _inflate_sizes,
)


def special_paths(folder: Path) -> Iterator[HostileFile]:
    """Paths that are no files with content: folders, devices, pipes, links in circles."""
    empty, directory, pipe = folder / "empty.png", folder / "directory.dcm", folder / "pipe.dcm"
    empty.touch()
    directory.mkdir()
    yield HostileFile("empty", path=empty)
    yield HostileFile("directory", path=directory)
    yield HostileFile("missing", path=folder / "missing.dcm")
    yield HostileFile("long name", path=folder / ("x" * 300))
    if os.name == "posix":
        os.mkfifo(pipe)
        yield HostileFile("pipe", path=pipe)
        loop, dangling = folder / "loop.dcm", folder / "dangling.dcm"
        loop.symlink_to(loop)
        dangling.symlink_to(folder / "nowhere")
        yield HostileFile("link to itself", path=loop)
        yield HostileFile("dangling link", path=dangling)
        for device in ("/dev/zero", "/dev/null", "/dev/random", "/dev/tty", "/proc/self/mem", "/proc/self/environ"):
            yield HostileFile(device, path=Path(device))
    inside = directory / "circle"
    if os.name == "posix":
        inside.symlink_to(directory)
        yield HostileFile("link circle of folders", path=inside)


def deflate_zeros(size: int, raw: bool = False) -> bytes:
    """`size` zero bytes, deflated: a thousandth of it, made without holding it."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15 if raw else 15)
    block = bytes(1 << 20)
    parts = [compressor.compress(block) for _ in range(size >> 20)]
    return b"".join((*parts, compressor.compress(bytes(size & 0xFFFFF)), compressor.flush()))
