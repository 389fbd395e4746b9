"""The clinic at the head of reports: what the site chose, kept for the window and the command line alike."""

from dataclasses import dataclass, replace
from pathlib import Path

from core.durable_files import make_folder, write_durably
from core.errors import NoUserFolderError, UnusableLogoError
from core.language import Worded, mark, tr
from core.report.blocks import Paper
from core.report.pictures import as_svg, picture_size
from core.site_settings import (
    read_site_settings,
    refuse_newer_site_settings,
    site_settings_path,
    write_site_settings,
)

CLINIC_SUBJECT = "clinic"
LONGEST_LINE = 200
"""Letters per line of the letterhead."""

_LARGEST_LOGO_BYTES = 4 * 2**20
_LARGEST_LOGO_SIDE = 1000
_MOST_LOGO_PIXELS = 50_000_000


@dataclass(frozen=True)
class Clinic:
    """Who issues reports.

    Attributes:
        name: The clinic's name.
        department: Department or practice.
        address: Address in a line.
        phone: Phone, e-mail, web page: as it is to be printed.
        logo: PNG, JPEG or SVG file, None for none.
        paper: Page size of reports.
    """

    name: str = ""
    department: str = ""
    address: str = ""
    phone: str = ""
    logo: Path | None = None
    paper: Paper = Paper.A4


def read_clinic(folder: Path | None = None) -> Clinic:
    """The clinic that this site chose.

    Args:
        folder: Where the site's settings lie, None for the user's own.

    Raises:
        InvalidSiteSettingsError: The file is damaged.
    """
    return read_site_settings(CLINIC_SUBJECT, Clinic, folder)


def write_clinic(clinic: Clinic, folder: Path | None = None) -> Clinic:
    """Keep the clinic. Its logo is copied beside the settings, so that it is there when its own file is gone.

    Args:
        clinic: What was chosen; lines are cut at `LONGEST_LINE` letters.
        folder: Where the site's settings lie, None for the user's own.

    Returns:
        What was kept.

    Raises:
        UnusableLogoError: The logo is no picture that a report can hold. What was chosen before remains.
        NoUserFolderError: This user has no home folder.
        OutputNotWritableError: No room or no permission.
        NewerSiteSettingsError: A newer Hilum wrote what was chosen before; it remains, with its logo.
    """
    path = site_settings_path(CLINIC_SUBJECT, folder)
    if path is None:
        raise NoUserFolderError
    refuse_newer_site_settings(CLINIC_SUBJECT, folder)
    kept = replace(
        clinic,
        name=_line(clinic.name),
        department=_line(clinic.department),
        address=_line(clinic.address),
        phone=_line(clinic.phone),
    )
    if clinic.logo is not None:
        logo = read_logo(clinic.logo)
        copy = path.with_name("clinic_logo").with_suffix(".svg" if _is_svg(logo) else ".png")
        make_folder(copy.parent)
        write_durably(copy, lambda file: file.write(logo))
        kept = replace(kept, logo=copy)
    write_site_settings(CLINIC_SUBJECT, kept, folder)
    return kept


def read_logo(path: Path) -> bytes:
    """Read a logo and make it fit for a report.

    Args:
        path: PNG, JPEG or SVG file.

    Returns:
        A PNG file of at most 1,000 pixels a side, or the SVG file.

    Raises:
        UnusableLogoError: It cannot be read, is too large, or no such picture.
    """
    try:
        if path.stat().st_size > _LARGEST_LOGO_BYTES:
            raise UnusableLogoError(path, mark("larger than 4 MB"))
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        detail = error.strerror if isinstance(error, OSError) and error.strerror else mark("impossible path")
        raise UnusableLogoError(path, detail[:1].lower() + detail[1:]) from error
    try:
        as_svg(content)
        return _tried_svg(content) if _is_svg(content) else _small_png(content)
    except ValueError as error:
        # As it was raised: a sentence that is worded anew where it is shown.
        raise UnusableLogoError(path, error.args[0]) from error


def _line(text: str) -> str:
    return " ".join(text.split())[:LONGEST_LINE]


def _is_svg(picture: bytes) -> bool:
    return not picture.startswith((b"\x89PNG", b"\xff\xd8"))


def _small_png(content: bytes) -> bytes:
    """The picture in greys or sRGB with its transparency, and no larger than is printed."""
    import io

    from PIL import Image

    columns, rows = picture_size(content)
    if columns * rows > _MOST_LOGO_PIXELS:
        raise ValueError(
            Worded(lambda: tr("{columns} x {rows} pixels are too many").format(columns=columns, rows=rows))
        )
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
            picture = opened.convert("RGBA" if "A" in opened.getbands() or "transparency" in opened.info else "RGB")
    except (OSError, SyntaxError) as error:
        raise ValueError(mark("the picture is damaged")) from error
    picture.thumbnail((_LARGEST_LOGO_SIDE, _LARGEST_LOGO_SIDE), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def _tried_svg(content: bytes) -> bytes:
    """The drawing, once a document could be made with it."""
    from datetime import UTC, datetime

    from core.report.blocks import Document, Picture
    from core.report.document import compile_document

    # Nobody sees this document.
    picture = Picture("logo", "logo", "logo", 0.3)
    document = Document("logo", "logo", (), (picture,), pictures={"logo": content})
    try:
        compile_document(document, datetime(2000, 1, 1, tzinfo=UTC))
    except RuntimeError as error:  # Typst's own kind: nothing but the drawing can be wrong with this document.
        raise ValueError(mark("the drawing is damaged, or of a kind that archives do not take")) from error
    return content
