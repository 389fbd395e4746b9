"""Pictures as the typesetter takes them."""
# untranslated module: code of SVG files; reasons are marked

import base64
import io
from xml.sax.saxutils import quoteattr

from core.language import mark


def as_svg(picture: bytes) -> bytes:
    """Put a PNG or JPEG picture into an SVG around it; an SVG stays as it is.

    Typst's Python interface takes files in memory only as text. The picture inside is passed on to the PDF as it is,
    neither decoded nor compressed again, so that a report of hundreds of scans takes no more memory than its pictures.

    Args:
        picture: A PNG, JPEG or SVG file.

    Raises:
        ValueError: It is none of these.
    """
    kind = _kind_of(picture)
    if kind == "svg":
        return picture
    columns, rows = picture_size(picture)
    data = base64.b64encode(picture).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{columns}" height="{rows}" viewBox="0 0 {columns} {rows}">'
        f'<image width="{columns}" height="{rows}" href={quoteattr(f"data:image/{kind};base64,{data}")}/></svg>'
    ).encode("ascii")


def picture_size(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG picture, pixels.

    Raises:
        ValueError: It is neither.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(picture), formats=("PNG", "JPEG")) as opened:
            return opened.size
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise ValueError(mark("neither PNG nor JPEG")) from error


def _kind_of(picture: bytes) -> str:
    if picture.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if picture.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if b"<svg" in picture[:4096]:
        return "svg"
    raise ValueError(mark("neither PNG, JPEG nor SVG"))
