"""The validation dossier as a PDF file."""

import hashlib
from datetime import datetime
from pathlib import Path

from core.report.blocks import Paper
from core.report.document import write_document
from core.report.dossier_content import dossier_document
from core.training.dossier import Dossier


def write_dossier_pdf(
    dossier: Dossier,
    path: Path,
    date: datetime,
    paper: Paper = Paper.A4,
    model_version: str = "",
    kept: Dossier | None = None,
) -> None:
    """Write a validation dossier as PDF: the same bytes for the same dossier and date.

    It names the JSON file of the same name beside it, with the hash of what `write_dossier_json` writes there.

    Args:
        dossier: From `build_dossier`.
        path: The PDF file; its folder must exist.
        date: Date of the document, with its time zone.
        paper: Page size.
        model_version: Name and version of the model that was made, empty where it has none: then the plan's name.
        kept: The dossier that the JSON file holds, in the source's language; None where it is this one.

    Raises:
        OutputNotWritableError: No such folder, no permission, or the disk is full. What was there remains.
    """
    from core.training.dossier_json import dossier_json

    digest = hashlib.sha256(dossier_json(kept or dossier).encode("ascii")).hexdigest()
    document = dossier_document(dossier, date, path.with_suffix(".json").name, digest, paper, model_version)
    write_document(document, path, date)
