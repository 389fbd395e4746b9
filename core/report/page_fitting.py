"""How small pictures and type of a scan's page must be for all of it to stay on one page."""

from dataclasses import replace

from core.report.blocks import Document, Paper
from core.report.document import query_document
from core.report.scan_blocks import Letterhead, ScanPage

_STAND_IN = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
"""Pictures have the size that the page gives them, whatever they show."""


def fitted(page: ScanPage, letterhead: Letterhead, paper: Paper) -> ScanPage:
    """Make a page as small as it takes, and no smaller.

    Args:
        page: The page.
        letterhead: The clinic at its head.
        paper: Page size.
    """
    names = [picture.file for picture in page.pictures]
    if letterhead.logo:
        names.append(letterhead.logo)
    document = Document(
        title=page.title,
        subtitle="",
        facts=(),
        blocks=(page,),
        paper=paper,
        pictures=dict.fromkeys(names, _STAND_IN),
        letterhead=letterhead,
    )
    attempt = query_document(document, "fitting.typ", "attempt")  # untranslated: a file
    return replace(page, attempt=int(attempt))
