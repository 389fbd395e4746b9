"""`hilum clinic`: who stands at the head of reports."""

import argparse
import json
from dataclasses import replace
from typing import Any

from core.cli.commands import DONE
from core.cli.console import write_line
from core.cli.report_arguments import PAPERS
from core.report.blocks import Paper
from core.report.clinic import Clinic, read_clinic, write_clinic
from core.typed_json import to_plain


def clinic(options: argparse.Namespace) -> int:
    """Show or change the clinic.

    Args:
        options: From `core.cli.arguments`.

    Returns:
        Exit status: 0.

    Raises:
        HilumError: It cannot be read or kept, or the logo is of no use.
    """
    current = read_clinic()
    changes = _changes(options)
    if changes:
        current = write_clinic(replace(current, **changes))
    if options.json:
        write_line(json.dumps(to_plain(current), ensure_ascii=False))
    else:
        for line in _lines(current):
            write_line(line)
    return DONE


def _changes(options: argparse.Namespace) -> dict[str, Any]:
    """What was named on the command line."""
    lines = ("name", "department", "address", "phone", "logo")
    changes = {name: getattr(options, name) for name in lines if getattr(options, name) is not None}
    if options.no_logo:
        changes["logo"] = None
    if options.paper is not None:
        changes["paper"] = Paper(PAPERS[options.paper])
    return changes


def _lines(current: Clinic) -> list[str]:
    paper = next(name for name, value in PAPERS.items() if value == current.paper)
    facts = (
        ("Name", current.name),
        ("Department", current.department),
        ("Address", current.address),
        ("Phone", current.phone),
        ("Logo", str(current.logo) if current.logo is not None else ""),
        ("Paper", paper),
    )
    return [f"{name + ':':<12}{value or 'none'}" for name, value in facts]
