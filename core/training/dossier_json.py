"""A validation dossier as JSON, and back.

Schema version 1. The objects have the fields of `Dossier` and of what it holds, by the same names, but for:

- `predictions` stand at the top, one object per image, with its path below the data's folder, the probabilities made
  of its logits (before temperature) and the file's SHA-256. Patients' identifiers are left out: `group` says which
  images belong together.
- A figure that is not defined is null. So is the first threshold of a ROC curve, which is infinite.
- `disease` is absent from files of older versions, which are read as if nobody had looked.
- Of paths on this computer only the last name is written.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from core.data_forms import DocumentForm
from core.errors import InvalidRunError, NewerRunError
from core.model.card import Limits
from core.training.checklists import ChecklistItem
from core.training.dataset import LabelledDataset, LabelledImage
from core.training.disease_figures import NO_FIGURES, DiseaseFigures
from core.training.dossier import Dossier
from core.training.durable_files import read_json, write_durably
from core.training.metrics import probabilities_of
from core.training.plan_file import plan_from_json, plan_to_json
from core.training.provenance import RunProvenance
from core.training.results import CrossValidationSummary, OutOfFoldPrediction, RocCurve
from core.typed_json import from_plain, to_plain

FORM = DocumentForm(NewerRunError)
"""What was released is never changed, only followed by a step."""
KIND = "hilum validation dossier"  # untranslated: machine-readable

_NUMBER_LIST = re.compile(r"\[\n\s*(?P<numbers>(?:[-+0-9.eE]+|null)(?:,\s*(?:[-+0-9.eE]+|null))*)\s*\]")


def dossier_json(dossier: Dossier) -> str:
    """The JSON text of a dossier: the same for the same dossier, and plain ASCII.

    Args:
        dossier: From `build_dossier`.
    """
    summary, provenance = dossier.summary, dossier.provenance
    content = {
        "schema_version": FORM.version,
        "kind": KIND,
        "statements": list(dossier.statements),
        "limits": to_plain(dossier.limits),
        "disease": to_plain(dossier.disease),
        "summary": to_plain(summary, leave_out=("predictions",)),
        "provenance": {
            **to_plain(provenance, leave_out=("plan", "dataset")),
            "plan": _plan_without_folders(plan_to_json(provenance.plan)),
            "dataset": to_plain(provenance.dataset, leave_out=("root",)),
        },
        "predictions": _predictions_to_json(summary, provenance.dataset.root, provenance.dataset.sha256),
        "checklist": [{**to_plain(item), "state": item.state.value} for item in dossier.checklist],
    }
    text = json.dumps(content, allow_nan=False, indent=1)
    # A curve's numbers on one line: the file is read by people, too.
    return _NUMBER_LIST.sub(lambda found: f"[{' '.join(found['numbers'].split())}]", text) + "\n"


def write_dossier_json(dossier: Dossier, path: Path) -> None:
    """Write a dossier's JSON file, whole or not at all.

    Raises:
        RunNotWritableError: The disk is full, or the folder cannot be written.
    """
    write_durably(path, lambda file: file.write(dossier_json(dossier).encode("ascii")))


def read_dossier(path: Path, root: Path) -> Dossier:
    """Read a dossier that `dossier_json` wrote.

    Everything comes back as it was, to the last bit, except for patients' identifiers and the folders that a plan
    named.

    Args:
        path: The JSON file.
        root: Folder of the images, which the file does not name.

    Raises:
        InvalidRunError: It is gone, damaged, no dossier, or one of a newer program.
    """
    content = read_json(path)
    try:
        content = FORM.brought_up(content, path)
        if content["kind"] != KIND or content["schema_version"] != FORM.version:
            raise InvalidRunError(path, f"not a dossier of version {FORM.version}")
        provenance = dict(content["provenance"])
        plan = plan_from_json(provenance["plan"], path)
        provenance["dataset"] = {**provenance["dataset"], "root": str(root)}
        predictions = tuple(_prediction_from_json(values, root) for values in content["predictions"])
        summary = from_plain(CrossValidationSummary, content["summary"], predictions=predictions)
        return Dossier(
            summary=replace(summary, roc=tuple(_with_infinity(curve) for curve in summary.roc)),
            provenance=from_plain(RunProvenance, provenance, plan=plan),
            statements=tuple(str(sentence) for sentence in content["statements"]),
            limits=from_plain(Limits, content["limits"]),
            checklist=tuple(from_plain(ChecklistItem, item) for item in content["checklist"]),
            disease=from_plain(DiseaseFigures, content["disease"]) if "disease" in content else NO_FIGURES,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InvalidRunError(path, f"not a dossier: {error!r}") from error


def _predictions_to_json(summary: CrossValidationSummary, root: Path, sha256: Mapping[str, str]) -> list[Any]:
    name_of = LabelledDataset(root, summary.classes, ()).name_of
    probabilities = probabilities_of([prediction.logits for prediction in summary.predictions])
    return [
        {
            "image": name_of(prediction.image),
            "sha256": sha256.get(name_of(prediction.image)),
            "label": prediction.image.label,
            "source": prediction.image.source,
            "split": prediction.image.split,
            "fold": prediction.fold,
            "group": prediction.group,
            "logits": list(prediction.logits),
            "probabilities": row,
        }
        for prediction, row in zip(summary.predictions, probabilities.tolist(), strict=True)
    ]


def _prediction_from_json(values: Any, root: Path) -> OutOfFoldPrediction:
    image = LabelledImage(
        root / str(values["image"]), str(values["label"]), source=values["source"], split=values["split"]
    )
    logits = tuple(float(logit) for logit in values["logits"])
    return OutOfFoldPrediction(image, int(values["fold"]), logits, int(values["group"]))


def _plan_without_folders(plan: dict[str, Any]) -> dict[str, Any]:
    path = plan["start"]["path"]
    return {**plan, "start": {**plan["start"], "path": Path(path).name if path is not None else None}}


def _with_infinity(curve: RocCurve) -> RocCurve:
    return replace(curve, thresholds=np.where(np.isnan(curve.thresholds), np.inf, curve.thresholds))
