"""Do prediction sets keep their promise on images that they were not calibrated on?

Each class's share of scans that keep their true answer, and the share left undetermined, on held-out folds of
`paper_protocol`: calibrated on four folds, judged on the fifth, no group of copies divided. The network had not learnt
from any of these images. A share whose 95% interval holds the promise keeps it.
"""

import argparse
from pathlib import Path

import numpy as np
import numpy.typing as npt
from evidence import answers_of
from measuring import describe_machine

from core.model.conformal import ERROR_LEVELS, calibration_scores
from core.training.folds import split_by_group
from core.training.intervals import wilson_interval

FOLDS = 5


def main() -> None:
    """Print coverage and undetermined share per class and error level."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[3] / "shared" / "data")
    data = parser.parse_args().data
    if not (data / "index.csv").is_file():
        print(f"skipped: {data} is not here")
        return
    print(describe_machine())
    images, found = answers_of(data, ("paper_protocol",))
    is_positive = np.array([image.label == "COVID-19" for image in images])
    print(f"paper_protocol, {len(images):,} images, {FOLDS} folds, calibrated on the others")
    for level in ERROR_LEVELS:
        report(found.probability, is_positive, level)


def report(probability: npt.NDArray[np.float64], is_positive: npt.NDArray[np.bool_], level: float) -> None:
    """One line per class."""
    allows = np.zeros((len(is_positive), 2), dtype=np.bool_)
    labels = is_positive.astype(np.int64)
    for fold in split_by_group(labels, np.arange(len(labels)), FOLDS, seed=0):
        scores = calibration_scores(probability[fold.training], is_positive[fold.training])
        for number in fold.validation:
            possible = scores.predict(float(probability[number]), level)
            allows[number] = possible.allows_negative, possible.allows_positive
    undetermined = allows[:, 0] == allows[:, 1]
    for name, of_class in (("COVID-19", is_positive), ("Non-COVID-19", ~is_positive)):
        kept = int(allows[of_class, int(name == "COVID-19")].sum())
        share = wilson_interval(kept, int(of_class.sum()))
        holds = "keeps" if share.high >= 1 - level else "BREAKS"
        print(
            f"error level {level:4.0%}  {name:<13} true answer kept {share.value:6.1%} ({share.low:.1%} to"
            f" {share.high:.1%}) {holds} the promise of {1 - level:.0%};"
            f" undetermined {undetermined[of_class].mean():.1%}"
        )


if __name__ == "__main__":
    main()
