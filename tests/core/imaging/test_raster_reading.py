import io
import struct
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from core.errors import (
    DamagedFileError,
    EmptyFileError,
    HilumError,
    NoSuchFrameError,
    OversizedImageError,
    UnsupportedImageError,
)
from core.imaging.greyscale import render
from core.imaging.radiograph import ImageFormat, Radiograph, Stage
from core.imaging.raster_headers import count_tiff_pages
from core.imaging.raster_reading import radiograph_from_pixels, read_raster, sniff_raster

RNG = np.random.default_rng(5)
GREY = RNG.integers(0, 256, (48, 64), dtype=np.uint8)
DEEP = RNG.integers(0, 65536, (48, 64), dtype=np.uint16)
COLOUR = RNG.integers(0, 256, (48, 64, 3), dtype=np.uint8)


def read(path: Path, frame_index: int = 0) -> Radiograph:
    image_format = sniff_raster(path.read_bytes()[:4096])
    assert image_format is not None
    return read_raster(path, image_format, frame_index)


def saved(path: Path, pixels: Any, **options: Any) -> Path:
    (pixels if isinstance(pixels, Image.Image) else Image.fromarray(pixels)).save(path, **options)
    return path


def descriptions(radiograph: Radiograph) -> str:
    return "; ".join(step.description for step in radiograph.steps)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("x.png", {}),
        ("x.tif", {}),
        ("x.tif", {"compression": "tiff_lzw"}),
        ("x.tif", {"compression": "tiff_deflate"}),
        ("x.tif", {"big_tiff": True}),
        ("x.bmp", {}),
    ],
)
def test_eight_bit_pictures_are_shown_exactly_as_stored(tmp_path: Path, name: str, options: dict[str, Any]) -> None:
    radiograph = read(saved(tmp_path / name, GREY, **options))

    np.testing.assert_array_equal(radiograph.stored, GREY)
    np.testing.assert_array_equal(render(radiograph), GREY)
    assert (radiograph.bits_stored, radiograph.inverse, radiograph.spacing) == (8, False, None)
    assert radiograph.acquisition.lossy_compression is None
    assert not radiograph.stored.flags.writeable


@pytest.mark.parametrize("name", ["x.png", "x.tif"])
def test_sixteen_bit_pictures_keep_all_bits_and_say_where_their_window_is_from(tmp_path: Path, name: str) -> None:
    radiograph = read(saved(tmp_path / name, DEEP // 4 + 100))

    np.testing.assert_array_equal(radiograph.stored, DEEP // 4 + 100)
    assert (radiograph.stored.dtype, radiograph.bits_stored) == (np.uint16, 16)
    assert "names no window" in radiograph.voi_options[0].explanation
    shown = render(radiograph)
    assert (shown.min(), shown.max()) == (0, 255)


def test_big_endian_tiff_comes_in_native_order(tmp_path: Path) -> None:
    image = Image.frombytes("I;16B", (64, 48), DEEP.astype(">u2").tobytes())
    path = saved(tmp_path / "x.tif", image)
    assert path.read_bytes()[:2] == b"MM"

    radiograph = read(path)

    assert radiograph.stored.dtype.isnative
    np.testing.assert_array_equal(radiograph.stored, DEEP)


def with_tiff_tag(path: Path, tag: int, value: int) -> Path:
    """Change a SHORT in the first directory."""
    data = bytearray(path.read_bytes())
    order = "<" if data[:2] == b"II" else ">"
    (offset,) = struct.unpack_from(order + "I", data, 4)
    (count,) = struct.unpack_from(order + "H", data, offset)
    for entry in range(offset + 2, offset + 2 + 12 * count, 12):
        if struct.unpack_from(order + "H", data, entry)[0] == tag:
            struct.pack_into(order + "H", data, entry + 8, value)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("mode", ["1", "L", "I;16", "I;16B"])
@pytest.mark.parametrize("compression", [None, "tiff_lzw"])
def test_min_is_white_is_inverted_exactly_once(tmp_path: Path, mode: str, compression: str | None) -> None:
    if mode == "I;16B":
        image = Image.frombytes(mode, (64, 48), DEEP.astype(">u2").tobytes())
    else:
        image = Image.fromarray(DEEP) if mode == "I;16" else Image.fromarray(GREY).convert(mode)
    path = saved(tmp_path / "x.tif", image, **({"compression": compression} if compression else {}))
    dark = read(path)

    bright = read(with_tiff_tag(path, 262, 0))

    assert (bright.inverse, bright.photometric_interpretation) == (True, "MONOCHROME1")
    np.testing.assert_array_equal(bright.stored, dark.stored)
    np.testing.assert_array_equal(render(bright), 255 - render(dark))


def test_float_tiff_keeps_its_values_and_counts_missing_ones_as_padding(tmp_path: Path) -> None:
    values = RNG.normal(0, 1000, (20, 30)).astype(np.float32)
    values[3, 4], values[5, 6] = np.nan, np.inf

    radiograph = read(saved(tmp_path / "x.tif", values))

    assert radiograph.padding is not None
    assert np.argwhere(radiograph.padding).tolist() == [[3, 4], [5, 6]]
    np.testing.assert_array_equal(radiograph.stored[~radiograph.padding], values[np.isfinite(values)])
    assert (radiograph.bits_stored, radiograph.stored.dtype) == (0, np.float32)
    assert render(radiograph).max() == 255


@pytest.mark.parametrize("bits", [1, 2, 4])
def test_png_of_few_bits_spans_black_to_white(tmp_path: Path, bits: int) -> None:
    levels = 2**bits - 1
    row = bytes([0]) + (0b00011011 if bits == 2 else 0x0F).to_bytes(1, "big") * 4
    columns = 32 // bits
    path = tmp_path / "x.png"
    header = struct.pack(">IIBBBBB", columns, 3, bits, 0, 0, 0, 0)
    path.write_bytes(png_of(header, zlib.compress(row * 3)))

    radiograph = read(path)

    assert set(np.unique(radiograph.stored).tolist()) <= {255 * level // levels for level in range(levels + 1)}
    assert (radiograph.stored.min(), radiograph.stored.max()) == (0, 255)
    assert "0 " in descriptions(radiograph)


def png_of(header: bytes, idat: bytes, *extra: tuple[bytes, bytes]) -> bytes:
    chunks = [(b"IHDR", header), *extra, (b"IDAT", idat), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def test_sixteen_bit_colour_says_that_bits_were_lost(tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    rows = b"".join(b"\0" + RNG.integers(0, 65536, 12, dtype=np.uint16).tobytes() for _ in range(4))
    path.write_bytes(png_of(struct.pack(">IIBBBBB", 4, 4, 16, 2, 0, 0, 0), zlib.compress(rows)))

    assert "16 bits per channel cut to their upper 8" in descriptions(read(path))


@pytest.mark.parametrize("mode", ["LA", "RGBA"])
def test_transparent_pictures_stand_on_black(tmp_path: Path, mode: str) -> None:
    alpha = np.full(GREY.shape, 255, np.uint8)
    alpha[:, :10], alpha[:, 10:20] = 0, 128
    image = Image.fromarray(GREY).convert(mode)
    image.putalpha(Image.fromarray(alpha))

    radiograph = read(saved(tmp_path / "x.png", image))

    assert not radiograph.stored[:, :10].any()
    np.testing.assert_array_equal(radiograph.stored[:, 10:20], np.rint(GREY[:, 10:20] * (128 / 255)))
    np.testing.assert_array_equal(radiograph.stored[:, 20:], GREY[:, 20:])
    assert "on black" in descriptions(radiograph)


def test_palette_pictures_and_their_transparent_colour(tmp_path: Path) -> None:
    image = Image.fromarray(COLOUR).quantize(8)

    opaque = read(saved(tmp_path / "opaque.png", image))
    clear = read(saved(tmp_path / "clear.png", image, transparency=0))

    np.testing.assert_array_equal(opaque.stored, np.asarray(image.convert("L")))
    assert opaque.photometric_interpretation == "PALETTE COLOR"
    indices = np.asarray(image)
    assert not clear.stored[indices == 0].any()


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("progressive", [False, True])
def test_jpeg_pixels_are_pillows_own(tmp_path: Path, mode: str, progressive: bool) -> None:
    image = Image.fromarray(COLOUR).convert(mode)
    path = saved(tmp_path / "x.jpg", image, quality=80, progressive=progressive)

    radiograph = read(path)

    with Image.open(path) as opened:
        np.testing.assert_array_equal(radiograph.stored, np.asarray(opened.convert("L")))
    lossy = radiograph.acquisition.lossy_compression
    assert lossy is not None
    assert lossy.value


def test_grey_saved_as_colour_is_told_from_colour(tmp_path: Path) -> None:
    grey = read(saved(tmp_path / "g.png", np.stack([GREY] * 3, axis=2)))
    colour = read(saved(tmp_path / "c.png", COLOUR))

    palette = read(saved(tmp_path / "p.png", Image.fromarray(GREY).convert("P")))
    transparent = read(saved(tmp_path / "a.png", Image.fromarray(GREY).convert("RGBA")))

    assert "equal channels" in descriptions(grey)
    assert "luminance" in descriptions(colour)
    for picture in (grey, palette, transparent):
        assert not any(step.loses_colour for step in picture.steps)
    assert any(step.loses_colour for step in colour.steps)
    np.testing.assert_array_equal(grey.stored, GREY)


@pytest.mark.parametrize("lossless", [True, False])
def test_webp_says_whether_it_is_lossy(tmp_path: Path, lossless: bool) -> None:
    radiograph = read(saved(tmp_path / "x.webp", COLOUR, lossless=lossless))

    stated = radiograph.acquisition.lossy_compression
    assert stated is not None
    assert stated.value is not lossless


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("name", ["x.jpg", "x.png", "x.tif", "deep.tif", "deep.png", "lzw.tif", "x.webp"])
def test_pictures_are_turned_as_exif_asks(tmp_path: Path, name: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"compression": "tiff_lzw"} if name == "lzw.tif" else {}
    pixels = DEEP if name.startswith("deep") else GREY
    as_stored = Image.fromarray(read(saved(tmp_path / name, pixels, **options)).stored)
    as_stored.getexif()[0x0112] = orientation

    radiograph = read(saved(tmp_path / name, pixels, exif=exif, **options))

    np.testing.assert_array_equal(radiograph.stored, np.asarray(ImageOps.exif_transpose(as_stored)))
    assert radiograph.stored.shape == ((64, 48) if orientation >= 5 else (48, 64))
    assert any(step.stage is Stage.ORIENT for step in radiograph.steps) is (orientation != 1)


def test_resolution_is_never_taken_for_physical_size(tmp_path: Path) -> None:
    for name in ("x.png", "x.jpg", "x.tif"):
        assert read(saved(tmp_path / name, GREY, dpi=(300, 300))).spacing is None


@pytest.mark.parametrize("name", ["x.tif", "x.png", "x.webp"])
def test_frames_are_counted_and_chosen(tmp_path: Path, name: str) -> None:
    pages = [Image.fromarray(np.full((20, 20), value, np.uint8)).convert("RGB") for value in (10, 100, 200)]
    options = {"lossless": True} if name == "x.webp" else {}
    path = saved(tmp_path / name, pages[0], save_all=True, append_images=pages[1:], **options)

    for index, value in enumerate((10, 100, 200)):
        radiograph = read(path, index)
        assert (radiograph.frame_count, radiograph.frame_index) == (3, index)
        assert set(radiograph.stored.ravel().tolist()) == {value}
    for index in (3, -1):
        with pytest.raises(NoSuchFrameError):
            read(path, index)


def test_tiff_chains_in_a_circle_or_without_end_are_bounded() -> None:
    circle = io.BytesIO(b"II*\0" + struct.pack("<IHI", 8, 0, 8))
    endless = io.BytesIO(
        b"II*\0" + struct.pack("<I", 8) + b"".join(struct.pack("<HI", 0, 8 + 6 * (i + 1)) for i in range(20_000))
    )

    assert count_tiff_pages(circle) == 1
    assert count_tiff_pages(endless) == 10_000


@pytest.mark.parametrize(("suffix", "mode"), [("png", "L"), ("jpg", "L"), ("tif", "L"), ("bmp", "L"), ("webp", "RGB")])
def test_truncated_files_are_damaged(tmp_path: Path, suffix: str, mode: str) -> None:
    path = saved(tmp_path / f"x.{suffix}", Image.fromarray(GREY).convert(mode))
    whole = path.read_bytes()

    for share in (0.3, 0.6, 0.9):
        path.write_bytes(whole[: int(len(whole) * share)])
        with pytest.raises(DamagedFileError) as caught:
            read(path)
        assert caught.value.path == path


def test_absurd_sizes_are_refused_before_decoding(tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(png_of(struct.pack(">IIBBBBB", 65535, 65535, 8, 0, 0, 0, 0), b""))
    with pytest.raises(OversizedImageError) as caught:
        read(path)
    assert (caught.value.rows, caught.value.columns) == (65535, 65535)

    path.write_bytes(b"RIFF\x40\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0" + (16383).to_bytes(3, "little") * 2 + bytes(60))
    with pytest.raises(OversizedImageError):
        read(path)

    saved(tmp_path / "x.tif", GREY)
    data = bytearray((tmp_path / "x.tif").read_bytes())
    for tag in (0x100, 0x101):
        position = data.find(struct.pack("<HHI", tag, 4, 1))
        data[position + 8 : position + 12] = struct.pack("<I", 65535)
    path.write_bytes(data)
    with pytest.raises(OversizedImageError):
        read(path)


def test_text_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    text = (b"zTXt", b"Comment\0\0" + zlib.compress(bytes(1 << 25)))
    path.write_bytes(png_of(struct.pack(">IIBBBBB", 4, 4, 8, 0, 0, 0, 0), zlib.compress(bytes(20)), text))

    with pytest.raises(DamagedFileError):
        read(path)


def test_progressive_scans_without_end_are_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "x.jpg", Image.new("L", (4000, 4000)), progressive=True)
    data = path.read_bytes()
    last_scan = data[data.rfind(b"\xff\xda") : -2]
    path.write_bytes(data[:-2] + last_scan * 500 + b"\xff\xd9")

    with pytest.raises(UnsupportedImageError):
        read(path)


def test_empty_file_is_named_as_such(tmp_path: Path) -> None:
    (tmp_path / "x.png").touch()

    with pytest.raises(EmptyFileError):
        read_raster(tmp_path / "x.png", ImageFormat.PNG)


def test_formats_are_told_by_content() -> None:
    assert sniff_raster(b"BM are the first letters of this text") is None
    assert sniff_raster(b"GIF89a" + bytes(200)) is None
    assert sniff_raster(b"II*\0" + bytes(124) + b"DICM") is None
    assert sniff_raster(b"") is None


@pytest.mark.parametrize("channels", [None, 3, 4])
def test_pasted_pixels_become_a_radiograph(channels: int | None) -> None:
    pixels = GREY if channels is None else np.stack([GREY] * 3 + [np.full_like(GREY, 255)] * (channels - 3), axis=2)

    radiograph = radiograph_from_pixels(pixels, ImageFormat.CLIPBOARD)

    assert (radiograph.path, radiograph.format, radiograph.name) == (None, ImageFormat.CLIPBOARD, "Pasted picture")
    np.testing.assert_array_equal(render(radiograph), GREY)


@pytest.mark.parametrize(
    "pixels", [np.zeros((0, 4), np.uint8), np.zeros((4, 4), np.uint16), np.zeros((4, 4, 2), np.uint8)]
)
def test_what_is_no_picture_is_refused(pixels: np.ndarray) -> None:
    with pytest.raises(ValueError, match="not a picture"):
        radiograph_from_pixels(pixels, ImageFormat.CLIPBOARD)


def sound_files() -> list[bytes]:
    image, files = Image.fromarray(GREY[:16, :16]), []
    exif = Image.Exif()
    exif[0x0112] = 6
    for image_format, options in (
        ("PNG", {"exif": exif}),
        ("JPEG", {"exif": exif}),
        ("TIFF", {}),
        ("TIFF", {"compression": "tiff_lzw", "exif": exif}),
        ("BMP", {}),
        ("WEBP", {"exif": exif}),
    ):
        buffer = io.BytesIO()
        image.save(buffer, image_format, **options)
        files.append(buffer.getvalue())
    return files


@given(
    st.sampled_from(sound_files()),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=12),
    st.floats(0.02, 1.0),
)
@settings(max_examples=300, deadline=None)
def test_damage_is_never_more_than_a_hilum_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, changes: list[tuple[float, int]], share: float
) -> None:
    data = bytearray(content)
    for position, value in changes:
        data[int(position * len(data))] = value
    path = tmp_path_factory.getbasetemp() / "mutated"
    path.write_bytes(data[: max(1, int(len(data) * share))])

    image_format = sniff_raster(path.read_bytes())
    if image_format is not None:
        with suppress(HilumError):
            render(read_raster(path, image_format))
