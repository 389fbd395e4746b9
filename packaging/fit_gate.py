r"""Fit the input gate of the bundled packages from the project's image collection, and write it into both packages.

    .venv/bin/python packaging/fit_gate.py ../shared/data --parts /tmp/gate

Everything is fitted on `training_pool`, on copies of its pictures and on other pictures
(`core.screening.gate_examples`, `tests/benchmarks/installed_pictures.py`); `paper_protocol` stays unseen, and
`tests/benchmarks/gate.py` reports on it. What the networks say of each set of pictures is kept in the folder of parts,
so that a second run goes on where the first one stopped. The photographs come from scikit-image
(`pip install scikit-image`), which nothing else needs. About ten minutes on two idle cores.
"""

import argparse
import hashlib
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "benchmarks")]

from installed_pictures import FITTED, displayed  # noqa: E402

from core.imaging.greyscale import render  # noqa: E402
from core.imaging.radiograph import DisplayPixels  # noqa: E402
from core.imaging.reading import read_radiograph  # noqa: E402
from core.model.card import FeatureStatistics  # noqa: E402
from core.model.card_writing import write_card  # noqa: E402
from core.model.classifier import load_classifier  # noqa: E402
from core.model.feature_distance import (  # noqa: E402
    STATISTICS_NAME,
    describe_features,
    distribution_tensors,
    left_out_distances,
    limits_from,
)
from core.model.gate_head import GATE_NAME, head_tensors  # noqa: E402
from core.model.input import prepare_input, resize_display  # noqa: E402
from core.model.lung_card import GateClass, LungGate, LungMeasure, write_lung_card  # noqa: E402
from core.model.lungs import bundled_lung_package, load_lung_network  # noqa: E402
from core.model.package import CARD_NAME, bundled_package, read_package_card  # noqa: E402
from core.model.runtime import DeviceChoice  # noqa: E402
from core.screening.gate_examples import (  # noqa: E402
    ALTERED,
    FITTED_DRAWINGS,
    altered,
    broken_chests,
    drawn_pictures,
    jittered,
    pieces,
)
from core.screening.gate_fit import FittedGate, fit_gate, read_pictures  # noqa: E402
from core.training.dataset import LabelledImage  # noqa: E402
from core.training.index_csv import read_index  # noqa: E402

POOL = "training_pool"
COPIED = 1600
"""Chests of which altered copies are made."""
JITTERED = 500
BROKEN = 420
DRAWN = 520
PIECES = 16
"""Of each real picture that is no chest."""
UPSIDE_DOWN = frozenset(
    {"nih_normal_21909.jpg", "crad_covid_12796.jpg", "crad_covid_12486.jpg", "crad_covid_12881.jpg"}
)
"""These stand upside down in the collection; the first fit found them, and they were looked at."""
CLASSIFIER_VERSION = "1.1.0"
_BATCH = 16

Part = dict[str, npt.NDArray[Any]]
_Quarters = dict[GateClass, npt.NDArray[np.float32]]
_Groups = dict[GateClass, npt.NDArray[np.int64]]


def main() -> int:
    """Ask the networks, fit, and write both packages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder with index.csv and training_pool")
    parser.add_argument("--parts", type=Path, required=True, help="folder where finished parts are kept")
    options = parser.parse_args()
    options.parts.mkdir(parents=True, exist_ok=True)
    images = [image for image in read_index(options.data / "index.csv").images if image.split == POOL]
    chosen = np.sort(np.random.default_rng(0).choice(len(images), min(COPIED, len(images)), replace=False))
    upright = _part(options.parts, "upright", lambda: _ask_both(images))
    chests = _Chests([images[number].path for number in chosen])
    parts = {GateClass.UPRIGHT: upright["quarters"]}
    groups = {GateClass.UPRIGHT: np.arange(len(images))}
    for kind in ALTERED:
        made = _part(options.parts, kind, lambda kind=kind: _ask([altered(chest, kind) for chest in chests.all()]))
        parts[kind], groups[kind] = made["quarters"], chosen
    tilted = _part(options.parts, "jittered", lambda: _ask(_tilted(chests.all()[:JITTERED])))
    parts[GateClass.UPRIGHT] = np.concatenate([upright["quarters"], tilted["quarters"]])
    groups[GateClass.UPRIGHT] = np.concatenate([groups[GateClass.UPRIGHT], chosen[:JITTERED]])
    other = _part(options.parts, "no_chest", lambda: _ask(_no_chests(chests.all())))
    parts[GateClass.NO_CHEST] = other["quarters"]
    groups[GateClass.NO_CHEST] = len(images) + np.arange(len(other["quarters"]))
    is_wrong = np.array([image.path.name in UPSIDE_DOWN for image in images])
    measures = np.concatenate([upright["measures"], tilted["measures"]])[~is_wrong[groups[GateClass.UPRIGHT]]]
    _put_right(parts, groups, is_wrong)
    fitted = fit_gate(parts, groups, measures)
    _write_lungs(fitted, {name: len(values) for name, values in parts.items()})
    _write_classifier(images, upright["features"].astype(np.float32))
    return 0


class _Chests:
    """The chests that copies are made of, at the networks' size, read when first needed."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        self._found: list[DisplayPixels] = []

    def all(self) -> list[DisplayPixels]:
        """uint8 (size, size) each."""
        spec = bundled_package().card.input
        if not self._found:
            self._found = [resize_display(render(read_radiograph(path)), spec) for path in self._paths]
        return self._found


def _part(folder: Path, name: str, work: Callable[[], Part]) -> Part:
    path = folder / f"{name}.npz"
    if not path.exists():
        np.savez(path, **work())
    sys.stdout.write(f"{name}\n")
    sys.stdout.flush()
    with np.load(path) as stored:
        return dict(stored)


def _ask(pictures: Sequence[DisplayPixels]) -> Part:
    return vars(read_pictures(pictures, load_lung_network(device=DeviceChoice.CPU)))


def _ask_both(images: Sequence[LabelledImage]) -> Part:
    """The classifier's features and the lung network's readings of all images."""
    classifier = load_classifier(device=DeviceChoice.CPU)
    spec = classifier.package.card.input
    found: list[Part] = []
    for start in range(0, len(images), _BATCH):
        part = [render(read_radiograph(image.path)) for image in images[start : start + _BATCH]]
        predictions = classifier.predict(np.stack([prepare_input(picture, spec) for picture in part]))
        found.append({**_ask(part), "features": np.stack([prediction.features for prediction in predictions])})
    return {name: np.concatenate([part[name] for part in found]) for name in found[0]}


def _put_right(parts: _Quarters, groups: _Groups, is_upside_down: npt.NDArray[np.bool_]) -> None:
    """Move pictures that stand upside down in the collection, and their copies, to where they belong."""
    moved = {kind: is_upside_down[groups[kind]] for kind in (GateClass.UPRIGHT, GateClass.UPSIDE_DOWN)}
    swapped = dict(zip(moved, reversed(moved), strict=True))
    for of_both in (parts, groups):
        both = {kind: (of_both[kind][~moved[kind]], of_both[other][moved[other]]) for kind, other in swapped.items()}
        of_both |= {kind: np.concatenate(halves) for kind, halves in both.items()}
    for kind in ALTERED.keys() - {GateClass.UPSIDE_DOWN}:
        wrong = is_upside_down[groups[kind]]
        parts[kind], groups[kind] = parts[kind][~wrong], groups[kind][~wrong]


def _tilted(chests: Sequence[DisplayPixels]) -> list[DisplayPixels]:
    random = np.random.default_rng(1)
    return [jittered(chest, random) for chest in chests]


def _no_chests(chests: Sequence[DisplayPixels]) -> list[DisplayPixels]:
    random = np.random.default_rng(2)
    broken = [picture for _, picture in islice(broken_chests(chests, random), BROKEN)]
    drawn = [picture for _, picture in islice(drawn_pictures(random, FITTED_DRAWINGS), DRAWN)]
    real = [picture for _, picture in displayed(FITTED)]
    return broken + drawn + real + [pieces(picture, random) for picture in real for _ in range(PIECES)]


def _write_lungs(fitted: FittedGate, counts: dict[GateClass, int]) -> None:
    package = bundled_lung_package()
    content = save({name: np.ascontiguousarray(values) for name, values in head_tensors(fitted.head).items()})
    images = ", ".join(f"{count:,} {name.value.replace('_', ' ')}" for name, count in counts.items())
    gate = LungGate(
        GATE_NAME,
        hashlib.sha256(content).hexdigest(),
        fitted.head.classes,
        fitted.thresholds,
        fitted.lung_limits,
        f"Fitted by packaging/fit_gate.py on {images}: chests from {POOL} and copies of them, pieces and collages of"
        " them, drawings, and pictures that come with programs. Each class warns beyond what 99.9% of upright chests"
        " reach that it was not fitted on, and refuses only beyond what all of them reach, by another 10 to 1. The"
        f" limits of the lung fields leave out 0.05% of the upright chests of {POOL} on each side.",
    )
    (package.directory / GATE_NAME).write_bytes(content)
    (package.directory / CARD_NAME).write_text(write_lung_card(replace(package.card, gate=gate)), encoding="utf-8")
    for name, limits in fitted.thresholds.items():
        sys.stdout.write(f"{name}: warns above {limits.warn_above}, refuses above {limits.refuse_above}\n")
    for measure in LungMeasure:
        sys.stdout.write(f"{measure}: {fitted.lung_limits[measure]}\n")


def _write_classifier(images: Sequence[LabelledImage], features: npt.NDArray[np.float32]) -> None:
    directory = bundled_package().directory
    distribution = describe_features(features)
    names, groups = np.unique([image.source or "" for image in images], return_inverse=True)
    distances = left_out_distances(features, groups.astype(np.int64))
    limits = limits_from(
        distances,
        f"{len(images):,} of the training images ({POOL}), each held against those of the {len(names) - 1} other"
        " collections, as a new hospital's would be: above 99% of them a scan is unlike the training images, beyond 1.5"
        " times what 99.9% of them reach the model may not judge it.",
    )
    content = save(
        {
            **distribution_tensors(distribution),
            "distances": np.sort(distribution.distances(features)).astype(np.float32),
        }
    )
    # Read anew: other programs write other fields of the same card.
    card = replace(
        read_package_card(directory),
        version=CLASSIFIER_VERSION,
        feature_statistics=FeatureStatistics(STATISTICS_NAME, hashlib.sha256(content).hexdigest()),
        feature_limits=limits,
    )
    (directory / STATISTICS_NAME).write_bytes(content)
    (directory / CARD_NAME).write_text(write_card(card), encoding="utf-8")
    sys.stdout.write(f"distance: warns above {limits.warn_above}, refuses above {limits.refuse_above}\n")


if __name__ == "__main__":
    sys.exit(main())
