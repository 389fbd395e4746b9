r"""Fit what the bundled classifier's card says about evidence and calibration, from the project's image collection.

    .venv/bin/python packaging/calibrate_bundled.py ../shared/data

The rule of evidence is fitted on `training_pool` and reported on `paper_protocol`; the scores that prediction sets are
made from are those of `paper_protocol`, which the network had not learnt from. Writes the card and
`conformal.safetensors` into `resources/models/resnet50_cxr_v1`. About five minutes on two cores.
"""

import argparse
import hashlib
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from core.jobs import JobContext, Progress  # noqa: E402
from core.model.card import ConformalCalibration, EvidenceRule, ModelCard  # noqa: E402
from core.model.card_writing import write_card  # noqa: E402
from core.model.conformal import CONFORMAL_NAME, calibration_scores, conformal_tensors  # noqa: E402
from core.model.package import CARD_NAME, bundled_package  # noqa: E402
from core.model.runtime import DeviceChoice  # noqa: E402
from core.screening.evidence_fit import EvidenceCases, apply_evidence_rule, fit_evidence_rule  # noqa: E402
from core.screening.labelled_answers import NetworkAnswers, ask_networks  # noqa: E402
from core.screening.screener import load_screener  # noqa: E402
from core.training.dataset import LabelledImage  # noqa: E402
from core.training.index_csv import read_index  # noqa: E402

FITTED, REPORTED = "training_pool", "paper_protocol"


def main() -> int:
    """Compute, fit, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder with index.csv, training_pool and paper_protocol")
    options = parser.parse_args()
    images = [image for image in read_index(options.data / "index.csv").images if image.split in (FITTED, REPORTED)]
    screener = load_screener(device=DeviceChoice.CPU)
    answers = ask_networks([image.path for image in images], screener, JobContext(report=_tell))
    sys.stdout.write("\n")
    package = bundled_package()
    card = package.card
    cases = _cases(images, answers, card)
    fitted = np.array([image.split == FITTED for image in images])
    rule = _rule(cases, fitted)
    reported = ~fitted
    content = save(conformal_tensors(calibration_scores(answers.probability[reported], cases.is_positive[reported])))
    counts = {
        "positive": int((reported & cases.is_positive).sum()),
        "negative": int((reported & ~cases.is_positive).sum()),
    }
    conformal = ConformalCalibration(
        CONFORMAL_NAME,
        hashlib.sha256(content).hexdigest(),
        f"The {counts['positive'] + counts['negative']:,} images of {REPORTED}, which the network had not learnt from:"
        f" {counts['positive']:,} {card.positive_class} of adults, {counts['negative']:,} others, all of children. The"
        " promise holds for scans like these.",
        counts,
    )
    (package.directory / CONFORMAL_NAME).write_bytes(content)
    changed = replace(card, evidence=rule, conformal=conformal)
    (package.directory / CARD_NAME).write_text(write_card(changed), encoding="utf-8")
    return 0


def _tell(progress: Progress) -> None:
    sys.stdout.write(f"\r{progress.done:,} of {progress.total:,}")
    sys.stdout.flush()


def _cases(images: list[LabelledImage], answers: NetworkAnswers, card: ModelCard) -> EvidenceCases:
    is_positive = np.array([image.label == card.positive_class for image in images])
    has_pneumonia = np.array(["pneumonia" in (image.source or "").casefold() for image in images])
    return EvidenceCases(
        is_positive,
        ~is_positive & ~has_pneumonia,
        answers.probability >= card.threshold,
        answers.opacity_extent,
        answers.activation_in_lungs,
    )


def _rule(cases: EvidenceCases, fitted: npt.NDArray[np.bool_]) -> EvidenceRule:
    part = EvidenceCases(*(values[fitted] for values in vars(cases).values()))
    on = (
        f"{int(part.is_normal.sum()):,} normal and {int((part.is_positive & part.leans_positive).sum()):,} recognised"
        f" positive scans of {FITTED}, from which the classifier had learnt."
    )
    rule = fit_evidence_rule(part, on, "-")
    sentences = []
    for name, chosen in (("positive", cases.is_positive), ("other", ~cases.is_positive)):
        outcome = apply_evidence_rule(cases, rule, chosen & ~fitted)
        sentences.append(
            f"of {outcome.images:,} {name} scans {outcome.positive:,} stayed positive, {outcome.negative:,} stayed"
            f" negative and {outcome.undetermined:,} became undetermined"
        )
    words = f"{REPORTED}: {'; '.join(sentences)}."
    sys.stdout.write(f"{rule.explanation}\n{words}\n")
    return replace(rule, reported_on=words)


if __name__ == "__main__":
    sys.exit(main())
