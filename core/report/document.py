"""From a document's content to a PDF file: tagged, archivable, and the same bytes for the same content and date."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import datetime
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from core.durable_files import write_durably
from core.report.blocks import Document
from core.report.font_coverage import font_folder, printable

STANDARDS: tuple[Literal["a-2a", "ua-1"], ...] = ("a-2a", "ua-1")
"""PDF/A-2a, for archives, and PDF/UA-1, for screen readers: Typst refuses a document that breaks either."""


def compile_document(document: Document, date: datetime) -> bytes:
    """Lay a document out.

    Args:
        document: Its content.
        date: Date of the document, with its time zone.

    Returns:
        A PDF file.
    """
    import typst

    folder = Path(str(resources.files("resources"))) / "report"
    # Neither the system's fonts nor those inside Typst: the bytes must not depend on the machine.
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_folder()])
    return typst.compile(
        folder / "main.typ",
        root=folder,
        format="pdf",
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"content": content_json(document)},
        pdf_standards=list(STANDARDS),
        timestamp=int(date.timestamp()),
    )


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


def content_json(document: Document) -> str:
    """What the templates are given: the document's values, with every text made printable."""
    return json.dumps(_plain(document), ensure_ascii=False, allow_nan=False)


def _plain(value: Any) -> Any:
    """Values as JSON has them; a block names its kind."""
    if is_dataclass(value):
        members = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {"kind": type(value).__name__, **members}
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, bytes):
        # Typst is given text only; nothing of a scan is put on disk for it.
        return list(value)
    if isinstance(value, Mapping):
        return {key: _plain(member) for key, member in value.items()}
    if isinstance(value, Sequence):
        return [_plain(member) for member in value]
    return value
