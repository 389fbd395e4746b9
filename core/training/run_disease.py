"""Does the model of a run look at the disease? From the run's folder. Imports no torch."""

import numpy as np

from core.training.audit_report import read_audit
from core.training.disease_figures import DiseaseFigures, lungs_probes
from core.training.left_out_sources import read_left_out_sources
from core.training.lungs_probe import read_fold_probe
from core.training.promises import promises_of
from core.training.results import CrossValidationSummary
from core.training.run_folder import RunFolder


def disease_of_run(run: RunFolder, summary: CrossValidationSummary) -> DiseaseFigures:
    """Everything that a run's folder says about it; of a run of an older version that is little.

    Args:
        run: A run whose folds are finished.
        summary: Its cross-validation, at any threshold.

    Raises:
        InvalidRunError: A file is damaged.
    """
    plan = run.plan
    folds = (run.read_folds() or ())[: plan.folds]
    held_out = np.sort(np.concatenate([fold.validation for fold in folds])) if folds else np.empty(0, np.int64)
    predictions = dict(zip(held_out.tolist(), summary.predictions, strict=True))
    found = [probe for fold in folds if (probe := read_fold_probe(run, fold.number)) is not None]
    audit = read_audit(run.audit_path)
    return DiseaseFigures(
        audit=audit.for_card() if audit is not None else None,
        probes=lungs_probes(found, predictions, plan.classes, plan.positive_class, plan.seed),
        left_out=read_left_out_sources(run.path),
        promises=promises_of(summary, plan.seed),
    )
