"""How long the quick depth takes, from a folder of images to a model package, and what it reaches.

The reference is the promise: 150 s for 1,200 images and 5 folds on 2 cores, everything included but the start of
Python. A ratio of 1 or more keeps it. On a busy machine the processor time says more than the wall's.
"""

import argparse
import tempfile
import time
from pathlib import Path

from measuring import describe_machine

from core.jobs import JobContext
from core.model.package import bundled_package
from core.training.check import check_dataset
from core.training.control import RunControl
from core.training.dataset import LabelledDataset
from core.training.plan import Depth, TrainingPlan
from core.training.reading import default_positive_class
from core.training.run_folder import prepare_run
from core.training.run_predictions import summarise_run
from core.training.training_job import run_training

HERE = Path(__file__).resolve().parent
DEFAULT_DATA = HERE.parents[2] / "shared" / "data"
PROMISED_S = 150.0
PROMISED_IMAGES = 1200


def main() -> None:
    """Check, train, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, help="folder that holds paper_protocol/")
    images = parser.parse_args().data / "paper_protocol"
    if not images.is_dir():
        print(f"skipped: {images} is not here")
        return
    print(describe_machine())
    with tempfile.TemporaryDirectory() as folder:
        measure(images, Path(folder))


def measure(images: Path, folder: Path) -> None:
    """Carry out a whole run in `folder` and print what it took."""
    began, processor = time.perf_counter(), time.process_time()
    check = check_dataset(images, bundled_package().card.input, folder / "pictures")
    checked = time.perf_counter()
    run = prepare_run(folder / "run", plan_for(check.dataset), check)
    run_training(run, RunControl(), JobContext())
    seconds, busy = time.perf_counter() - began, time.process_time() - processor
    summary = summarise_run(run)
    figures = summary.pooled
    promised = PROMISED_S * figures.count / PROMISED_IMAGES
    print(f"{figures.count} images, 5 folds: {seconds:.0f} s, of which the check {checked - began:.0f} s")
    print(f"processor time {busy:.0f} s")
    print(f"promised / taken: {promised / seconds:.2f} (at least 1.00)")
    print(f"AUC {figures.auc.value:.4f} ({figures.auc.low:.4f} to {figures.auc.high:.4f})")
    print(f"wrong at 0.5: {figures.false_positive + figures.false_negative} of {figures.count}")


def plan_for(dataset: LabelledDataset) -> TrainingPlan:
    """The wizard's defaults."""
    return TrainingPlan("quick", dataset.classes, default_positive_class(dataset.classes), Depth.QUICK)


if __name__ == "__main__":
    main()
