"""From a document's content to a PDF file: tagged, archivable, and the same bytes for the same content and date."""

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import datetime
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from core.durable_files import write_durably
from core.report.blocks import Document
from core.report.font_coverage import font_folder, printable
from core.report.pictures import as_svg

STANDARDS: tuple[Literal["a-2a", "ua-1"], ...] = ("a-2a", "ua-1")
"""PDF/A-2a, for archives, and PDF/UA-1, for screen readers: Typst refuses a document that breaks either."""

PRINT_PPI = 300.0
"""Pixels per inch that a printer deserves."""


def compile_document(document: Document, date: datetime) -> bytes:
    """Lay a document out.

    Args:
        document: Its content.
        date: Date of the document, with its time zone.

    Returns:
        A PDF file.
    """
    import typst

    pdf: bytes = typst.compile(
        _files_of(document),
        root=_template_folder(),
        format="pdf",
        font_paths=_fonts(),
        ignore_system_fonts=True,
        pdf_standards=list(STANDARDS),
        timestamp=int(date.timestamp()),
    )
    return pdf


def document_pages(document: Document, date: datetime, ppi: float = PRINT_PPI) -> tuple[bytes, ...]:
    """Draw a document's pages, for a preview or a printer: the same layout as the PDF's.

    Args:
        document: Its content.
        date: Date of the document, with its time zone.
        ppi: Pixels per inch.

    Returns:
        A PNG file per page.
    """
    import typst

    drawn: Any = typst.compile(
        _files_of(document),
        root=_template_folder(),
        format="png",
        ppi=ppi,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        timestamp=int(date.timestamp()),
    )
    return tuple(drawn) if isinstance(drawn, list) else (drawn,)


def write_document(document: Document, path: Path, date: datetime) -> None:
    """Write a document as PDF: at every moment the old file is there, whole, or the new one.

    Args:
        document: Its content.
        path: The file; its folder must exist.
        date: Date of the document, with its time zone.

    Raises:
        OutputNotWritableError: No such folder, no permission, or the disk is full.
    """
    pdf = compile_document(document, date)
    write_durably(path, lambda file: file.write(pdf))


def query_document(document: Document, template: str, label: str) -> Any:
    """Ask a template what it finds out about a document.

    Args:
        document: Its content. What its pictures show does not matter.
        template: Name of the template that takes the place of `main.typ`.
        label: Of the template's only metadata element with that label.

    Returns:
        The element's value.
    """
    import typst

    files = _files_of(document)
    files["main.typ"] = files[template]
    answer = typst.query(
        files,
        f"<{label}>",
        field="value",
        one=True,
        root=_template_folder(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
    )
    # A query keeps all that it laid out; Typst forgets what ten further documents did not use.
    typst.compile(b"", root=_template_folder(), format="pdf", font_paths=_fonts(), ignore_system_fonts=True)
    return json.loads(answer)


def _files_of(document: Document) -> dict[str, bytes]:
    """Templates, content and pictures as Typst's files, in memory: nothing of a scan is put on disk for it."""
    files = {template.name: template.read_bytes() for template in sorted(_template_folder().glob("*.typ"))}
    files["content.json"] = content_json(document).encode()
    pictures = {
        f"pictures/{name}.svg": as_svg(picture)  # untranslated: a file
        for name, picture in document.pictures.items()
    }
    return files | pictures


def _template_folder() -> Path:
    return Path(str(resources.files("resources"))) / "report"


def _fonts() -> Any:
    """Neither the system's fonts nor those inside Typst: the bytes must not depend on the machine."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_folder()])


def content_json(document: Document) -> str:
    """What the templates are given: the document's values, with every text made printable."""
    return json.dumps(_plain(document), ensure_ascii=False, allow_nan=False)


def _plain(value: Any) -> Any:
    """Values as JSON has them; a block names its kind."""
    if isinstance(value, Document):
        return _plain_members(value, leave_out="pictures")
    if is_dataclass(value):
        return _plain_members(value)
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Sequence):
        return [_plain(member) for member in value]
    return value


def _plain_members(value: Any, leave_out: str = "") -> dict[str, Any]:
    names = (field.name for field in fields(value) if field.name != leave_out)
    return {"kind": type(value).__name__, **{name: _plain(getattr(value, name)) for name in names}}
