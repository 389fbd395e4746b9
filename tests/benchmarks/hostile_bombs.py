"""Small files that announce or unpack to something enormous."""

import io
import struct
import zlib
from collections.abc import Iterator

import numpy as np
from hostile_corpus import HostileFile, deflate_zeros
from PIL import Image

MIB = 1 << 20


def raster_bombs(seeds: dict[str, bytes]) -> Iterator[HostileFile]:
    """PNG, JPEG, TIFF, BMP and WebP, one after the other: some are large, so none is kept."""
    yield from _png_bombs()
    yield from _jpeg_bombs(seeds)
    yield from _tiff_bombs()
    yield from _bmp_and_webp_bombs()


def png(columns: int, rows: int, bits: int, colour: int, idat: bytes, extra: bytes = b"") -> bytes:
    """A PNG file out of its parts."""
    header = struct.pack(">IIBBBBB", columns, rows, bits, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + extra + _chunk(b"IDAT", idat) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png_bombs() -> Iterator[HostileFile]:
    yield HostileFile("bomb-65535.png", png(65535, 65535, 8, 0, deflate_zeros(64 * MIB)))
    yield HostileFile("bomb-31bit.png", png(2**31 - 1, 2**31 - 1, 16, 6, b""))
    yield HostileFile("bomb-20000.png", png(20000, 20000, 8, 0, deflate_zeros(20000 * 20001)))
    # The largest that are decoded: what the limits themselves cost.
    side = 8192
    for name, rows, bits, colour, pixel_bytes in (
        ("grey", side, 8, 0, 1),
        ("grey16", side, 16, 0, 2),
        ("rgb", 5400, 8, 2, 3),
        ("rgba", side // 2, 8, 6, 4),
        ("rgba16", side // 4, 16, 6, 8),
    ):
        idat = deflate_zeros(rows * (pixel_bytes * side + 1))
        yield HostileFile(f"limit-{name}.png", png(side, rows, bits, colour, idat))
    small = zlib.compress(bytes(10 * 11))
    text = deflate_zeros(512 * MIB)
    for kind, data in (
        (b"zTXt", b"Comment\0\0" + text),
        (b"iTXt", b"Comment\0\1\0\0\0" + text),
        (b"iCCP", b"profile\0\0" + text),
    ):
        yield HostileFile(f"bomb-{kind.decode()}.png", png(10, 10, 8, 0, small, _chunk(kind, data)))
        yield HostileFile(f"bomb-many-{kind.decode()}.png", png(10, 10, 8, 0, small, _chunk(kind, data) * 40))
    many_frames = _chunk(b"acTL", struct.pack(">II", 2**31 - 1, 0))
    yield HostileFile("bomb-frames.png", png(10, 10, 8, 0, small, many_frames))
    yield HostileFile("bomb-overlong-data.png", png(10, 10, 8, 0, deflate_zeros(1024 * MIB)))
    yield HostileFile("bomb-chunks.png", png(10, 10, 8, 0, small, _chunk(b"tEXt", b"a\0b") * 400_000))


def _jpeg_bombs(seeds: dict[str, bytes]) -> Iterator[HostileFile]:
    buffer = io.BytesIO()
    Image.new("RGB", (6600, 6600)).save(buffer, "JPEG", progressive=True)
    progressive = buffer.getvalue()
    yield HostileFile("limit-progressive.jpg", progressive)
    first = progressive.find(b"\xff\xda")
    second = progressive.find(b"\xff\xda", first + 2)
    scan = progressive[progressive.rfind(b"\xff\xda") : -2]
    yield HostileFile("bomb-scans.jpg", progressive[:second] + scan * 2000 + b"\xff\xd9")
    for name in ("grey.jpg", "progressive.jpg", "inks.jpg"):
        data = bytearray(seeds[name])
        frame = max(data.find(b"\xff\xc0\x00"), data.find(b"\xff\xc2\x00"))
        for rows, columns in ((65535, 65535), (65500, 1000), (8192, 8192)):
            data[frame + 5 : frame + 9] = struct.pack(">HH", rows, columns)
            yield HostileFile(f"bomb-{columns}x{rows}-{name}", bytes(data))
    yield HostileFile(
        "bomb-segments.jpg", b"\xff\xd8" + (b"\xff\xe1\xff\xff" + bytes(65533)) * 500 + seeds["grey.jpg"][2:]
    )


def tiff(tags: dict[int, tuple[int, int, int]], data: bytes = b"", next_ifd: int = 0) -> bytes:
    """A little-endian TIFF with one directory at 8: tag -> (type, count, value or offset); data follows it."""
    entries = b"".join(struct.pack("<HHII", tag, *tags[tag]) for tag in sorted(tags))
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + struct.pack("<I", next_ifd) + data


def _tiff_bombs() -> Iterator[HostileFile]:
    short, long = 3, 4

    def tags(
        columns: int, rows: int, compression: int = 1, **changed: tuple[int, int, int]
    ) -> dict[int, tuple[int, int, int]]:
        base = {
            256: (long, 1, columns),
            257: (long, 1, rows),
            258: (short, 1, 8),
            259: (short, 1, compression),
            262: (short, 1, 1),
            273: (long, 1, 200),
            277: (short, 1, 1),
            278: (long, 1, 2**32 - 1),
            279: (long, 1, 2**32 - 1),
        }
        return base | {int(tag[1:]): value for tag, value in changed.items()}

    tail = bytes(4000)
    for compression in (1, 5, 7, 8, 4, 32773, 34925, 50000, 50001):
        for columns, rows in ((65535, 65535), (2**32 - 1, 2**32 - 1), (8192, 8192), (60_000_000, 1), (1, 60_000_000)):
            yield HostileFile(f"bomb-{compression}-{columns}x{rows}.tif", tiff(tags(columns, rows, compression), tail))
        tiled = tags(
            64, 64, compression, t322=(long, 1, 65536), t323=(long, 1, 65536), t324=(long, 1, 200), t325=(long, 1, 64)
        )
        yield HostileFile(f"bomb-tiles-{compression}.tif", tiff(tiled, tail))
        limit = tags(
            64, 64, compression, t322=(long, 1, 8192), t323=(long, 1, 8192), t324=(long, 1, 200), t325=(long, 1, 64)
        )
        yield HostileFile(f"limit-tiles-{compression}.tif", tiff(limit, tail))
        rows_per_strip = tags(8000, 64, compression, t278=(long, 1, 2_000_000_000))
        yield HostileFile(f"bomb-strip-{compression}.tif", tiff(rows_per_strip, tail))
    yield HostileFile("bomb-samples.tif", tiff(tags(64, 64, t277=(short, 1, 65535)), tail))
    yield HostileFile("bomb-tag-count.tif", tiff(tags(64, 64, t270=(2, 2**32 - 1, 8)), tail))
    yield HostileFile("bomb-circle.tif", tiff(tags(8, 8), tail, next_ifd=8))
    chain = b"".join(struct.pack("<HI", 0, 8 + 6 * (index + 1)) for index in range(500_000))
    yield HostileFile("bomb-pages.tif", b"II*\0" + struct.pack("<I", 8) + chain)
    strips = np.full(3_000_000, 200, dtype="<u4").tobytes()
    many = tags(8, 8, t273=(long, 3_000_000, 200), t279=(long, 3_000_000, 200))
    yield HostileFile("bomb-strips.tif", tiff(many, bytes(100) + strips))
    packed = deflate_zeros(1024 * MIB)
    deflated = tags(64, 64, 8, t279=(long, 1, len(packed)), t273=(long, 1, 8 + 2 + 9 * 12 + 4))
    yield HostileFile("bomb-deflated.tif", tiff(deflated, packed))


def _bmp_and_webp_bombs() -> Iterator[HostileFile]:
    for columns, rows, bits, compression in (
        (65535, 65535, 24, 0),
        (2**31 - 1, -(2**31), 8, 0),
        (8192, 8192, 8, 1),
        (8192, 8192, 4, 2),
        (8192, -8192, 32, 0),
    ):
        header = struct.pack("<IiiHHIIiiII", 40, columns, rows, 1, bits, compression, 0, 0, 0, 2**31 - 1, 0)
        data = header + bytes(1024) + b"\x01\x00" * 200_000
        yield HostileFile(
            f"bomb-{columns}-{bits}-{compression}.bmp", b"BM" + struct.pack("<IHHI", 0, 0, 0, 1078) + data
        )
    buffer = io.BytesIO()
    Image.new("RGBA", (8191, 4096)).save(buffer, "WEBP", lossless=True, method=0, quality=0)
    yield HostileFile("limit.webp", buffer.getvalue())
    canvas = (16383).to_bytes(3, "little") * 2
    yield HostileFile("bomb-canvas.webp", b"RIFF\x40\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0" + canvas + bytes(60))


def dicom_bombs(seeds: dict[str, bytes]) -> Iterator[HostileFile]:
    """DICOM files that unpack, nest or announce too much."""
    deflated = seeds.get("image_dfl.dcm", b"")
    if deflated:
        group_length = struct.unpack_from("<I", deflated, 140)[0]
        meta = deflated[: 144 + group_length]
        yield HostileFile("bomb-deflated.dcm", meta + deflate_zeros(1536 * MIB, raw=True))
        head = struct.pack("<HH2sHI", 0x7FE0, 0x0010, b"OB", 0, 1536 * MIB)
        body = zlib.compressobj(9, zlib.DEFLATED, -15)
        parts = [body.compress(head)] + [body.compress(bytes(MIB)) for _ in range(1536)] + [body.flush()]
        yield HostileFile("bomb-deflated-pixels.dcm", meta + b"".join(parts))
    seed = seeds["CT_small.dcm"]
    item = struct.pack("<HHI", 0xFFFE, 0xE000, 0xFFFFFFFF)
    sequence = struct.pack("<HH2sHI", 0x0008, 0x1140, b"SQ", 0, 0xFFFFFFFF)
    pixel_data = seed.rfind(b"\xe0\x7f\x10\x00OW")
    for depth in (500, 5_000, 100_000):
        yield HostileFile(f"bomb-nested-{depth}.dcm", seed[: 132 + 200] + (sequence + item) * depth)
        yield HostileFile(
            f"bomb-nested-late-{depth}.dcm",
            seed[:pixel_data] + (b"\x88\x00\x00\x02SQ\0\0\xff\xff\xff\xff" + item) * depth,
        )
    yield HostileFile("bomb-length.dcm", seed[: pixel_data + 8] + struct.pack("<I", 0xFFFFFFFE) + bytes(64))
    elements = b"".join(struct.pack("<HH2sH2s", 0x0009, 0x1000 + i % 60000, b"LO", 2, b"ab") for i in range(400_000))
    yield HostileFile("bomb-elements.dcm", seed[:pixel_data] + elements)
    frames = struct.pack("<HH2sH", 0x0028, 0x0008, b"IS", 10) + b"2147483647"
    rows = seed.find(b"\x28\x00\x10\x00US")
    yield HostileFile("bomb-frames.dcm", seed[:rows] + frames + seed[rows:])
    for name in ("MR_small_RLE.dcm", "JPEG2000.dcm", "MR_small_jpeg_ls_lossless.dcm", "JPEG-lossy.dcm", "JPEG-LL.dcm"):
        if name in seeds:
            for size in (65535, 14000, 8192):
                data = bytearray(seeds[name])
                for tag in (b"\x28\x00\x10\x00US\x02\x00", b"\x28\x00\x11\x00US\x02\x00"):
                    position = data.find(tag)
                    data[position + 8 : position + 10] = struct.pack("<H", size)
                yield HostileFile(f"bomb-announced-{size}-{name}", bytes(data))
    yield from _codestream_bombs(seeds)


def _codestream_bombs(seeds: dict[str, bytes]) -> Iterator[HostileFile]:
    """DICOM files whose codestream announces another size than the data set."""
    for name in ("JPEG2000.dcm", "MR_small_jp2klossless.dcm", "693_J2KI.dcm"):
        for size in (0x7FFFFFFF, 65535, 20000):
            data = bytearray(seeds.get(name, b""))
            siz = data.find(b"\xff\x4f\xff\x51")
            if siz < 0:
                continue
            data[siz + 8 : siz + 16] = struct.pack(">II", size, size)
            yield HostileFile(f"bomb-siz-{size}-{name}", bytes(data))
            # One tile as large as the image, then a million tiny tiles.
            data[siz + 24 : siz + 32] = struct.pack(">II", size, size)
            yield HostileFile(f"bomb-siz-tile-{size}-{name}", bytes(data))
            data[siz + 24 : siz + 32] = struct.pack(">II", 1, 1)
            yield HostileFile(f"bomb-siz-tiny-{size}-{name}", bytes(data))
    for name, marker in (
        ("MR_small_jpeg_ls_lossless.dcm", b"\xff\xf7\x00"),
        ("JPEG-lossy.dcm", b"\xff\xc1\x00"),
        ("JPEG-LL.dcm", b"\xff\xc3\x00"),
    ):
        data = bytearray(seeds.get(name, b""))
        position = data.find(marker)
        if position >= 0:
            data[position + 5 : position + 9] = struct.pack(">HH", 65535, 65535)
            yield HostileFile(f"bomb-codestream-{name}", bytes(data))
