"""The lung network's known answers, and how often both networks disagree, by source and class.

Prints the largest difference from the card's goldens on every engine that this machine has; then, over
`training_pool` and `paper_protocol`: how often the classifier's lean is doubted by what the lungs show, and the share
of its evidence for COVID-19 that lies within the lungs. About six minutes on two cores.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from measuring import describe_machine

from core.errors import DeviceUnavailableError
from core.imaging.greyscale import render
from core.imaging.reading import read_radiograph
from core.model.input import prepare_input
from core.model.lungs import LungNetwork, bundled_lung_package
from core.model.openvino_runtime import open_openvino_runtime
from core.model.precision import Precision
from core.model.runtime import DeviceChoice, Runtime
from core.screening.evidence_fit import EvidenceCases, apply_evidence_rule
from core.screening.labelled_answers import NetworkAnswers, ask_networks
from core.screening.screener import load_screener
from core.training.dataset import LabelledImage
from core.training.index_csv import read_index


def main() -> int:
    """Print goldens, then disagreement by source; 1 where a golden does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[3] / "shared" / "data")
    data = parser.parse_args().data
    if not (data / "index.csv").is_file():
        print(f"skipped: {data} is not here")
        return 0
    print(describe_machine())
    held = [golden(runtime, data) for runtime in runtimes()]
    by_source(*answers_of(data, ("training_pool", "paper_protocol")))
    return 0 if all(held) else 1


def runtimes() -> Iterator[Runtime]:
    """The lung network on every engine that this machine has."""
    package = bundled_lung_package()
    for precision in (Precision.FLOAT32, Precision.BFLOAT16):
        try:
            yield open_openvino_runtime(package, DeviceChoice.CPU, precision)
        except DeviceUnavailableError as error:
            print(f"OpenVINO {precision.value}: not here ({error})")
    try:
        from core.model.torch_runtime import open_torch_runtime
    except ImportError:
        print("torch: not here")
        return
    for device in ("cpu", "cuda"):
        try:
            yield open_torch_runtime(package, device)
        except DeviceUnavailableError as error:
            print(f"torch {device}: not here ({error})")


def golden(runtime: Runtime, data: Path) -> bool:
    """Compare with the card's known answers."""
    package = bundled_lung_package()
    card = package.card
    inputs = np.stack([prepare_input(render(read_radiograph(data / name)), card.input) for name in card.golden])
    readings = LungNetwork(package, runtime).read(inputs)
    fraction = max(
        abs(r.finding.lung_fraction - g.lung_fraction) for r, g in zip(readings, card.golden.values(), strict=True)
    )
    extent = max(
        abs(r.finding.opacity_extent - g.opacity_extent) for r, g in zip(readings, card.golden.values(), strict=True)
    )
    holds = max(fraction, extent) <= card.golden_tolerance
    info = runtime.info
    print(
        f"{info.engine} {info.device.value} {info.precision.value}: lung fraction within {fraction:.5f}, opacity extent"
        f" within {extent:.5f} (tolerance {card.golden_tolerance}): {'holds' if holds else 'DOES NOT HOLD'}"
    )
    return holds


def answers_of(data: Path, sets: tuple[str, ...]) -> tuple[tuple[LabelledImage, ...], NetworkAnswers]:
    """Ask both networks about every image of some sets."""
    images = tuple(image for image in read_index(data / "index.csv").images if image.split in sets)
    return images, ask_networks([image.path for image in images], load_screener(device=DeviceChoice.CPU))


def by_source(images: tuple[LabelledImage, ...], found: NetworkAnswers) -> None:
    """Print disagreement and activation within the lungs, by set, source and class."""
    screener = load_screener(device=DeviceChoice.CPU)
    rule, threshold = screener.rule, screener.card.threshold
    if rule is None:
        sys.exit("the bundled card has no rule")
    print(rule.explanation)
    is_positive = np.array([image.label == screener.card.positive_class for image in images])
    leans = found.probability >= threshold
    cases = EvidenceCases(is_positive, ~is_positive, leans, found.opacity_extent, found.activation_in_lungs)
    keys = [(image.split or "", image.source or "", image.label) for image in images]
    for key in sorted(set(keys)):
        chosen = np.array([other == key for other in keys])
        outcome = apply_evidence_rule(cases, rule, chosen)
        shares = found.activation_in_lungs[chosen & np.isfinite(found.activation_in_lungs)]
        recognised = found.activation_in_lungs[chosen & leans & np.isfinite(found.activation_in_lungs)]
        words = f"{np.median(recognised):.2f} where called positive" if recognised.size else "none called positive"
        print(
            f"{key[0]:<14} {key[1][:44]:<44} {key[2]:<12} {outcome.images:5}: disagree {outcome.undetermined:4}"
            f" ({outcome.undetermined / outcome.images:.1%}), stay positive {outcome.positive:4}, negative"
            f" {outcome.negative:4}; evidence in lungs, median {np.median(shares):.2f} ({words})"
        )


if __name__ == "__main__":
    sys.exit(main())
