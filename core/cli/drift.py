"""`hilum drift`: are the last scans like those that the model was commissioned on?"""

import argparse
import json
from contextlib import ExitStack
from typing import Any

from core.cli.commands import DONE, SOME_FAILED
from core.cli.console import STANDARD_OUTPUT, printable, say, write_line
from core.cli.outputs import OutputFile
from core.registry.choosing import choose_package
from core.registry.drift import DriftLevel, DriftReport
from core.registry.drift_watching import watch_model
from core.registry.drift_words import (
    LEVEL_WORDS,
    describe_drift,
    describe_measures,
    describe_notices,
    describe_quantity,
    quantity_name,
)
from core.registry.registry import user_registry
from core.registry.standing import Standing, standing_of
from core.typed_json import to_plain


def drift(options: argparse.Namespace) -> int:
    """Hold the last scans of the record against earlier ones.

    Args:
        options: From `core.cli.arguments`.

    Returns:
        Exit status: 0 as before, or too early to say; 1 something differs.

    Raises:
        HilumError: The record or the model cannot be read, or the output cannot be written.
    """
    package = choose_package(options.model, user_registry())
    standing = standing_of(package)
    output = OutputFile(options.json) if options.json is not None else None
    with ExitStack() as stack:
        if output is not None:
            stack.callback(output.abandon)
        report = watch_model(standing, options.last)
        if output is not None:
            output.write(json.dumps(_as_json(standing, report), ensure_ascii=False, indent=1) + "\n")
            output.close()
    tell = say if str(options.json) == STANDARD_OUTPUT else write_line
    for line in _lines(standing, report):
        tell(printable(line))
    return SOME_FAILED if report.level in (DriftLevel.LOOK, DriftLevel.CHANGED) else DONE


def _lines(standing: Standing, report: DriftReport) -> list[str]:
    lines = [describe_drift(report), *describe_notices(report), standing.sentence]
    for found in report.quantities:
        lines += [
            "",
            f"{quantity_name(found.quantity)}: {LEVEL_WORDS[found.level]}. {describe_quantity(found)}",
            f"  {describe_measures(found)}",
        ]
    return lines


def _as_json(standing: Standing, report: DriftReport) -> dict[str, Any]:
    return {
        "model": to_plain(standing.model),
        "commissioned": standing.is_commissioned,
        "sentence": describe_drift(report),
        "notices": list(describe_notices(report)),
        **to_plain(report),
    }
