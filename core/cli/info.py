"""`hilum info`: what a file is and how its picture is made."""

import argparse
import json
from dataclasses import fields
from enum import Enum
from typing import Any

from core.cli.commands import DONE
from core.cli.console import printable, write_line
from core.imaging.greyscale import describe_pipeline, render
from core.imaging.radiograph import Acquisition, PatientStudy, Radiograph, Stated
from core.imaging.reading import read_radiograph
from core.screening.notices import notices_of, notices_of_picture

NOT_STATED = "not stated"
HIDDEN = "hidden; --identity shows it"

Facts = dict[str, dict[str, str]]
"""Name of a fact to its `value` and where it was read, `provenance`."""


def info(options: argparse.Namespace) -> int:
    """Say what a file is.

    Args:
        options: From `core.cli.arguments`.

    Returns:
        Exit status 0.

    Raises:
        FileError: The file cannot be read.
    """
    radiograph = read_radiograph(options.file, options.frame - 1)
    description = describe_file(radiograph, identity=options.identity)
    if options.json:
        text = json.dumps(description, ensure_ascii=False, indent=1)
        write_line(text.encode("utf-8", errors="backslashreplace").decode("utf-8"))
    else:
        for line in _lines(description):
            write_line(printable(line))
    return DONE


def describe_file(radiograph: Radiograph, *, identity: bool) -> dict[str, Any]:
    """Everything known about a file, as values that JSON can hold.

    Args:
        radiograph: The image.
        identity: Whether to tell whose image it is.
    """
    spacing = radiograph.spacing
    return {
        "file": str(radiograph.path),
        "format": radiograph.format.value,
        "image": {
            "rows": radiograph.rows,
            "columns": radiograph.columns,
            "stored as": f"{radiograph.stored.dtype}, {radiograph.bits_stored or 'all'} bits used",
            "photometric interpretation": radiograph.photometric_interpretation,
            "frame": f"{radiograph.frame_index + 1} of {radiograph.frame_count}",
            "overlays": len(radiograph.overlays),
        },
        "pixel size": None
        if spacing is None
        else {
            "rows_mm": spacing.row_mm,
            "columns_mm": spacing.column_mm,
            "meaning": spacing.kind.value,
            "magnification": spacing.magnification,
            "provenance": spacing.provenance,
        },
        "acquisition": _acquisition_facts(radiograph.acquisition),
        "patient": _stated_facts(radiograph.patient_study) if identity else HIDDEN,
        "ways to show it": [voi.explanation or "unnamed" for voi in radiograph.voi_options],
        "how this picture is made": [
            {"stage": step.stage.value, "description": step.description, "provenance": step.provenance}
            for step in describe_pipeline(radiograph)
        ],
        "notices": [
            {"kind": notice.kind.value, "severity": notice.severity.value, "sentence": notice.sentence}
            for notice in notices_of_picture(render(radiograph)) + notices_of(radiograph)
        ],
    }


def _acquisition_facts(acquisition: Acquisition) -> Facts:
    facts = _stated_facts(acquisition)
    if acquisition.lossy_compression_ratio is not None:
        facts["lossy compression ratio"] = {"value": f"{acquisition.lossy_compression_ratio:g}", "provenance": ""}
    if acquisition.transfer_syntax:
        facts["transfer syntax"] = {"value": acquisition.transfer_syntax, "provenance": "file meta information"}
    return facts


def _stated_facts(group: Acquisition | PatientStudy) -> Facts:
    facts: Facts = {}
    for field in fields(group):
        value = getattr(group, field.name)
        name = field.name.replace("_", " ")
        if isinstance(value, Stated):
            facts[name] = {"value": _text(value.value), "provenance": value.provenance}
        elif value is None and field.name != "lossy_compression_ratio":
            facts[name] = {"value": NOT_STATED, "provenance": ""}
    return facts


def _text(value: object) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _lines(description: dict[str, Any]) -> list[str]:
    lines = []
    for title, content in description.items():
        match content:
            case None:
                lines.append(f"{title}: {NOT_STATED}")
            case dict():
                lines += [f"{title}:", *(_fact_line(name, fact) for name, fact in content.items())]
            case list():
                lines += [f"{title}:", *(f"  {number}. {_item(item)}" for number, item in enumerate(content, start=1))]
            case _:
                lines.append(f"{title}: {content}")
    return lines


def _fact_line(name: str, fact: object) -> str:
    if not isinstance(fact, dict):
        return f"  {name}: {NOT_STATED if fact is None else fact}"
    source = f"  [{fact['provenance']}]" if fact["provenance"] else ""
    return f"  {name}: {fact['value']}{source}"


def _item(item: object) -> str:
    if not isinstance(item, dict):
        return str(item)
    if "sentence" in item:
        return f"{item['severity']}: {item['sentence']}"
    source = f"  [{item['provenance']}]" if item["provenance"] else ""
    return f"{item['stage']}: {item['description']}{source}"
