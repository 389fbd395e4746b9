"""What came out of a training run, for a person and as JSON."""

import json
import math
from typing import Any

from core.cli.console import printable, say
from core.report.disease_rows import disease_rows
from core.report.words import threshold_words
from core.training.card_sentences import CHOSEN_THRESHOLD
from core.training.disease_figures import DiseaseFigures
from core.training.disease_wording import QUESTION
from core.training.results import DEFAULT_THRESHOLD, CrossValidationSummary, DecisionFigures, Estimate
from core.training.run_disease import disease_of_run
from core.training.run_folder import RunFolder
from core.typed_json import to_plain

_ESTIMATES = (
    "accuracy",
    "sensitivity",
    "specificity",
    "positive_predictive_value",
    "negative_predictive_value",
    "f1",
    "auc",
)


def say_summary(run: RunFolder, summary: CrossValidationSummary, version: str) -> None:
    """Say the figures of a finished run.

    Args:
        run: Its folder.
        summary: Its cross-validation.
        version: The model's version, empty where none was kept.
    """
    pooled = summary.pooled
    wrong = pooled.false_positive + pooled.false_negative
    positive, threshold = printable(summary.positive_class), threshold_words(pooled.threshold)
    say(f"{pooled.count:,} held-out images, {wrong:,} wrong about “{positive}” at the threshold {threshold}:")
    say(f"  {pooled.false_negative:,} missed, {pooled.false_positive:,} falsely found")
    for name in _ESTIMATES:
        say(f"  {name.replace('_', ' '):<26}{_in_words(getattr(pooled, name), is_share=name != 'auc')}")
    if pooled.threshold != DEFAULT_THRESHOLD:
        say(CHOSEN_THRESHOLD)
    if not any(image.patient_id for image in run.dataset.images):
        say("No image says whose it is: images of one patient may lie on both sides of a fold, which flatters figures.")
    _say_disease(disease_of_run(run, summary), summary)
    say(f"Everything lies in {printable(str(run.path))}.")
    if version:
        say(f"The model is kept as {printable(version)}; `hilum models` lists and activates models.")


def summary_json(run: RunFolder, summary: CrossValidationSummary, version: str, seconds: float) -> str:
    """The same as JSON; figures that are not defined are null.

    Args:
        run: Its folder.
        summary: Its cross-validation.
        version: The model's version, empty where none was kept.
        seconds: How long this start of the run took.
    """
    plan = run.plan
    document: dict[str, Any] = {
        "run": str(run.path),
        "name": plan.name,
        "state": run.state.value,
        "depth": plan.depth.value,
        "recipe": plan.recipe.value,
        "seed": plan.seed,
        "classes": list(summary.classes),
        "positive_class": summary.positive_class,
        "images": len(run.dataset.images),
        "figures": _figures(summary.pooled),
        "parts": [{"kind": part.kind, "name": part.name, **_figures(part.figures)} for part in summary.parts],
        "confusion": summary.confusion.tolist(),
        "temperature": summary.temperature,
        "expected_calibration_error": _number(summary.calibration.expected_calibration_error),
        "disease": to_plain(disease_of_run(run, summary)),
        "folds": [{"fold": fold.number + 1, "validation": len(fold.validation)} for fold in run.read_folds() or ()],
        "package": str(run.model_folder) if run.model_folder.is_dir() else None,
        "version": version or None,
        "seconds": round(seconds, 1),
    }
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)


def _say_disease(disease: DiseaseFigures, summary: CrossValidationSummary) -> None:
    """Say what speaks for and against its looking at the disease; sentences only for what speaks against it."""
    say(QUESTION)
    for row in disease_rows(disease, summary):
        say(printable(f"  {row.name:<32}  {row.figure or row.meaning}"))
        if row.is_bad:
            say(printable(f"    {row.meaning}"))


def _figures(figures: DecisionFigures) -> dict[str, Any]:
    counts = ("true_positive", "false_positive", "true_negative", "false_negative")
    return {
        "threshold": figures.threshold,
        **{name: getattr(figures, name) for name in counts},
        **{name: _estimate(getattr(figures, name)) for name in _ESTIMATES},
    }


def _estimate(estimate: Estimate) -> dict[str, float | None]:
    return {name: _number(getattr(estimate, name)) for name in ("value", "low", "high")}


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value


def _in_words(estimate: Estimate, is_share: bool) -> str:
    if math.isnan(estimate.value):
        return "not defined"
    value, low, high = (
        f"{number:.1%}" if is_share else f"{number:.4f}" for number in (estimate.value, estimate.low, estimate.high)
    )
    interval = "" if math.isnan(estimate.low) else f"  (95% interval {low} to {high})"
    return f"{value}{interval}"
