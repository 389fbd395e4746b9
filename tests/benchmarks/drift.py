"""Is the drift watch quiet where nothing changed, and how soon does it tell a changed scanner or other patients?

Home is the COVID-19 Radiography Database with its normal scans. Cases of a commissioning and later scans are drawn from
it, never the same image, the later ones with another share of the finding. Changed are copies with another grey curve,
less contrast, or cut edges, and scans of other hospitals. Shares of rounds in which the watch says so.
"""

import argparse
import random
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from measuring import describe_machine
from PIL import Image

from core.model.runtime import DeviceChoice
from core.registry.commissioned import CaseCounts, Commissioning, SiteReference
from core.registry.drift import DriftLevel, watch_drift
from core.registry.scan_history import ScanHistory
from core.registry.scan_numbers import ScanNumbers, scan_numbers, together
from core.screening.batch import analyse_scans
from core.screening.result import ScanResult
from core.screening.screener import Screener, load_screener
from core.training.dataset import LabelledImage
from core.training.index_csv import read_index
from core.training.results import Estimate

HOME = "COVID-19 Radiography Database"
POSITIVE = "COVID-19"
PER_CLASS, ELSEWHERE = 450, 250
ROUNDS = 100

Grey = npt.NDArray[np.uint8]
Numbers = Sequence[ScanNumbers]

CHANGES: dict[str, Callable[[Grey], Grey]] = {
    "grey curve, gamma 0.8": lambda grey: (255 * (grey / 255.0) ** 0.8).astype(np.uint8),
    "grey curve, gamma 0.9": lambda grey: (255 * (grey / 255.0) ** 0.9).astype(np.uint8),
    "contrast down to 75%": lambda grey: (grey * 0.75 + 32).astype(np.uint8),
    "edges cut by 8%": lambda grey: grey[int(0.08 * len(grey)) : int(0.92 * len(grey)), int(0.08 * grey.shape[1]) :],
}


def main() -> None:
    """Print how often the watch says what."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[3] / "shared" / "data")
    data = parser.parse_args().data
    if not (data / "index.csv").is_file():
        print(f"skipped: {data} is not here")
        return
    print(describe_machine())
    screener = load_screener(device=DeviceChoice.CPU)
    images = list(read_index(data / "index.csv").images)
    random.Random(0).shuffle(images)
    at_home = [image for image in images if (image.source or "").startswith(HOME)]
    ill, well = (
        [image for image in at_home if (image.label == POSITIVE) is wanted][:PER_CLASS] for wanted in (True, False)
    )
    ill_numbers, well_numbers = numbers_of(paths(ill), screener), numbers_of(paths(well), screener)
    for cases in (30, 60, 150):
        for share in (0.02, 0.1, 0.5):
            say(f"nothing changed, {share:.0%} have the finding", cases, ill_numbers, well_numbers, share)
    for name, change in CHANGES.items():
        with tempfile.TemporaryDirectory() as folder:
            changed = numbers_of(changed_copies(paths(well)[:ELSEWHERE], change, Path(folder)), screener)
        for cases in (30, 60, 150):
            say(name, cases, ill_numbers, well_numbers[ELSEWHERE:], 0.0, changed)
    for source in sorted({image.source or "" for image in images if image.label != POSITIVE}):
        if source.startswith(HOME):
            continue
        others = [image for image in images if image.source == source and image.label != POSITIVE][:ELSEWHERE]
        elsewhere = numbers_of(paths(others), screener)
        for cases in (30, 150):
            say(source, cases, ill_numbers, well_numbers, 0.0, elsewhere)


def say(name: str, cases: int, ill: Numbers, well: Numbers, share: float, others: Numbers | None = None) -> None:
    """Draw cases and later scans many times, and print what the watch says.

    Args:
        name: What is different.
        cases: Of either class, at commissioning.
        ill: Scans with the finding.
        well: Scans without.
        share: Of the finding among later scans.
        others: Later scans, None for those of home that were no cases.
    """
    levels = []
    for seed in range(ROUNDS):
        draw = random.Random(seed)
        mixed_ill, mixed_well = draw.sample(list(ill), len(ill)), draw.sample(list(well), len(well))
        commissioning = commissioned_on(mixed_ill[:cases], mixed_well[:cases])
        if others is None:
            found = round(200 * share)
            later = [*mixed_ill[cases : cases + found], *mixed_well[cases : cases + 200 - found]]
        else:
            later = draw.sample(list(others), min(200, len(others)))
        nothing = together([])
        levels.append(watch_drift(ScanHistory(together(later), nothing), commissioning).level)
    shares = {level: levels.count(level) / ROUNDS for level in (DriftLevel.LOOK, DriftLevel.CHANGED)}
    print(
        f"{name[:58]:<58} {cases:3} + {cases:3} cases: worth a look {shares[DriftLevel.LOOK]:4.0%}, changed"
        f" {shares[DriftLevel.CHANGED]:4.0%}",
        flush=True,
    )


def commissioned_on(ill: Numbers, well: Numbers) -> Commissioning:
    """A commissioning on some cases; what was set does not matter here."""
    unknown = Estimate(0.5, 0.0, 1.0)
    judged = [[case for case in part if not case.is_refused] for part in (ill, well)]
    refused = len(ill) + len(well) - len(judged[0]) - len(judged[1])
    return Commissioning(
        model="",
        version="",
        weights_sha256="",
        temperature=1.0,
        positive_class=POSITIVE,
        date="",
        person="",
        place="",
        data_sha256="",
        cases=CaseCounts(len(judged[0]), len(judged[1]), refused),
        threshold=0.5,
        chosen_here=False,
        error_level=0.05,
        sensitivity=unknown,
        specificity=unknown,
        auc=unknown,
        undetermined=unknown,
        promises=(),
        promised_on="",
        reference=SiteReference(together(judged[0]), together(judged[1]), unknown),
    )


def numbers_of(files: Sequence[Path], screener: Screener) -> Numbers:
    """What the watch keeps of each file."""
    return [scan_numbers(found) for found in analyse_scans(files, screener) if isinstance(found, ScanResult)]


def changed_copies(files: Sequence[Path], change: Callable[[Grey], Grey], folder: Path) -> list[Path]:
    """Copies of pictures with something done to their grey values."""
    copies = []
    for number, path in enumerate(files):
        with Image.open(path) as picture:
            grey = np.asarray(picture.convert("L"))
        copies.append(folder / f"{number}.png")
        Image.fromarray(np.ascontiguousarray(change(grey))).save(copies[-1])
    return copies


def paths(images: Sequence[LabelledImage]) -> list[Path]:
    """The files."""
    return [image.path for image in images]


if __name__ == "__main__":
    main()
