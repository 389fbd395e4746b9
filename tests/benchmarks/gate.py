"""What the input gate makes of pictures: of chests that it must pass, and of everything else that it must not.

It was fitted on `training_pool` and on other pictures (packaging/fit_gate.py); here it is shown `paper_protocol`,
`lung_outlines`, altered copies of them, and pictures of other files and other seeds, some of them of kinds that it was
not fitted on. Aims: passes at least 98% of upright frontal chests; warns of or refuses at least 98% of all else. What a
file's header says is left out, so that only the picture speaks; then some whole DICOM files, with their headers.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import numpy as np
from installed_pictures import LIMB, REPORTED, SCAN, displayed, installed
from measuring import describe_machine, milliseconds

from core.imaging.greyscale import render
from core.imaging.radiograph import DisplayPixels
from core.imaging.reading import read_radiograph
from core.model.input import prepare_input, resize_display
from core.model.lung_regions import lung_regions
from core.model.package import bundled_package
from core.model.runtime import DeviceChoice
from core.screening.analysis import analyse_scan
from core.screening.gate import GateLevel, GateOutcome
from core.screening.gate_checks import ScanFacts
from core.screening.gate_examples import (
    ALTERED,
    FITTED_DRAWINGS,
    SIDE,
    UNSEEN_DRAWINGS,
    altered,
    broken_chests,
    drawn_pictures,
)
from core.screening.notices import notices_of_picture
from core.screening.screener import Screener, load_screener
from core.training.index_csv import read_index

BATCH = 16
SEED = 20_000
"""Another one than what the gate was fitted on."""
ALTERED_CHESTS = 250
DRAWINGS = 240
BROKEN = 150
AIM = 0.98

Named = tuple[str, DisplayPixels]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[3] / "shared" / "data")
    parser.add_argument("--pool", action="store_true", help="training_pool too, which the gate was fitted on")
    options = parser.parse_args()
    screener = load_screener(device=DeviceChoice.CPU)
    print(describe_machine())
    chests = list(chest_files(options.data, with_pool=options.pool))
    print(f"upright frontal chests, header left out (aim: {AIM:.0%} pass)")
    table(judge_all(((name, displayed_file(path)) for name, path in chests), screener))
    print(f"anything else, header left out (aim: {AIM:.0%} warned of or refused)")
    table(judge_all(not_chests([path for _, path in chests]), screener))
    whole_files(screener)
    cost(screener)


def chest_files(data: Path, *, with_pool: bool) -> Iterator[tuple[str, Path]]:
    """Set and source, and the file, of every upright chest radiograph."""
    if not (data / "index.csv").is_file():
        print(f"no radiographs: {data} is not here")
        return
    for image in read_index(data / "index.csv").images:
        if image.split == "paper_protocol" or (with_pool and image.split == "training_pool"):
            yield f"{image.split}: {image.source}", image.path
    for path in sorted((data / "lung_outlines" / "images").iterdir()):
        yield "lung_outlines", path


def not_chests(chests: list[Path]) -> Iterator[Named]:
    """Kind and picture of everything that the gate must not pass."""
    random = np.random.default_rng(SEED)
    spec = bundled_package().card.input
    if chests:
        chosen = random.choice(len(chests), min(ALTERED_CHESTS, len(chests)), replace=False)
        pictures = [resize_display(displayed_file(chests[number]), spec) for number in chosen]
        for kind in ALTERED:
            for picture in pictures:
                yield f"chest, {kind.value.replace('_', ' ')}", altered(picture, kind)
        for picture in pictures:
            yield "chest, turned left and inverted", np.ascontiguousarray(np.rot90(255 - picture))
        # Enlarged: they are to be known for what they show, not for the few pixels of what they were cut from.
        yield from ((name, enlarged(part)) for name, part in islice(broken_chests(pictures, random), BROKEN))
    yield from islice(drawn_pictures(random, {**FITTED_DRAWINGS, **UNSEEN_DRAWINGS}), DRAWINGS)
    yield from displayed(REPORTED)


def enlarged(picture: DisplayPixels) -> DisplayPixels:
    """A picture at the size of a drawn one."""
    from PIL import Image

    return np.asarray(Image.fromarray(picture).resize((SIDE, SIDE), Image.Resampling.LANCZOS))


def displayed_file(path: Path) -> DisplayPixels:
    """A file's picture as displayed."""
    return render(read_radiograph(path))


def judge_all(named: Iterable[Named], screener: Screener) -> dict[str, list[GateOutcome]]:
    """The gate's outcome for each picture, by kind."""
    found: dict[str, list[GateOutcome]] = defaultdict(list)
    pictures = iter(named)
    while part := list(islice(pictures, BATCH)):
        for (name, _), facts in zip(part, facts_of([picture for _, picture in part], screener), strict=True):
            found[name].append(screener.gate.judge(facts))
    return found


def facts_of(pictures: list[DisplayPixels], screener: Screener) -> list[ScanFacts]:
    """What the gate knows of pictures without a header."""
    if screener.lungs is None:
        raise SystemExit("no lung network")
    lung_spec = screener.lungs.package.card.input
    predictions = screener.classifier.predict(np.stack([prepare_input(p, screener.card.input) for p in pictures]))
    readings = screener.lungs.read(np.stack([prepare_input(p, lung_spec) for p in pictures]))
    return [
        ScanFacts(
            notices_of_picture(picture),
            *picture.shape,
            None,
            prediction.features,
            reading.features,
            lung_regions(reading.finding),
        )
        for picture, prediction, reading in zip(pictures, predictions, readings, strict=True)
    ]


def table(outcomes: dict[str, list[GateOutcome]]) -> None:
    """One line per kind, and one for all."""
    lines = {**outcomes, "all": [outcome for of_kind in outcomes.values() for outcome in of_kind]}
    for name, found in lines.items():
        levels = Counter(outcome.level for outcome in found)
        checks = Counter(outcome.findings[0].check.value for outcome in found if outcome.findings)
        count = max(1, len(found))
        shares = (levels[level] / count for level in GateLevel)
        said = ", ".join(f"{check} {number}" for check, number in checks.most_common())
        words = " ".join(f"{level.value} {share:6.1%}" for level, share in zip(GateLevel, shares, strict=True))
        print(f"{name[:62]:<62} {len(found):5}: {words}  {said}")


def whole_files(screener: Screener) -> None:
    """DICOM files as they are: the leg is refused, the chest passes, and so on."""
    print("whole DICOM files, header and picture")
    from pydicom.data import get_testdata_file

    chests = [Path(str(get_testdata_file(f"RG1_{kind}.dcm", download=False))) for kind in ("UNCR", "UNCI", "J2KR")]
    other = [path for kind, path in installed(REPORTED) if kind in (LIMB, SCAN) and path.suffix == ".dcm"]
    for path in (*chests, *other):
        gate = analyse_scan(path, screener).gate
        print(f"{path.name:<36} {gate.level.value:<7} {gate.findings[0].sentence if gate.findings else ''}")


def cost(screener: Screener) -> None:
    """What judging one scan takes."""
    picture = next(displayed(REPORTED))[1]
    (facts,) = facts_of([picture], screener)
    times = sorted(milliseconds(lambda: screener.gate.judge(facts)) for _ in range(200))
    print(f"judging one scan: {times[100]:.2f} ms median, {times[190]:.2f} ms for 95% (aim < 2 ms)")


if __name__ == "__main__":
    main()
