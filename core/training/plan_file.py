"""A training plan as JSON, and back."""

from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from core.errors import InvalidRunError
from core.training.plan import Augmentation, Depth, Recipe, StartKind, StartPoint, TrainingPlan, Variation


def plan_to_json(plan: TrainingPlan) -> dict[str, Any]:
    """A plan as values of JSON; paths become text."""
    content = asdict(plan)
    start = plan.start
    content["start"]["path"] = str(start.path) if start.path is not None else None
    return content


def plan_from_json(content: Any, source: Path) -> TrainingPlan:
    """Read a plan that `plan_to_json` wrote.

    Args:
        content: What the JSON holds.
        source: Where it was read, named by errors.

    Raises:
        InvalidRunError: A field is missing, unknown or of the wrong kind.
    """
    try:
        values = dict(content)
        values["classes"] = tuple(values["classes"])
        values["depth"] = Depth(values["depth"])
        values["recipe"] = Recipe(values["recipe"])
        values["start"] = _start(values["start"])
        values["augmentation"] = _augmentation(values["augmentation"])
        for switch in ("against_shortcuts", "leaves_out_invisible"):
            # Plans from before there was such a switch have it off.
            if not isinstance(values.setdefault(switch, False), bool):
                raise ValueError(f"{switch} is neither true nor false")
        return TrainingPlan(**values)
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidRunError(source, f"not a training plan: {error}") from error


def _start(content: dict[str, Any]) -> StartPoint:
    path = Path(content["path"]) if content["path"] is not None else None
    return StartPoint(StartKind(content["kind"]), path, bool(content["may_download"]))


def _augmentation(content: dict[str, Any]) -> Augmentation:
    return Augmentation(
        **{
            field.name: Variation(bool(content[field.name]["enabled"]), float(content[field.name]["amount"]))
            for field in fields(Augmentation)
        }
    )
