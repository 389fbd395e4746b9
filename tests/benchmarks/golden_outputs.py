"""Does the bundled model answer as its card says, on every engine and precision that this machine has?

    python tests/benchmarks/golden_outputs.py [--data ../shared/data]

Prints the largest difference from the card's known answers, and AUC, sensitivity and specificity over all of
`paper_protocol` (a folder of class subfolders). About a minute per engine on two cores.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.errors import DeviceUnavailableError
from core.imaging.greyscale import render
from core.imaging.reading import read_radiograph
from core.model.card import ModelCard
from core.model.classifier import softmax
from core.model.input import ModelInput, prepare_input
from core.model.openvino_runtime import open_openvino_runtime
from core.model.package import ModelPackage, bundled_package
from core.model.precision import Precision
from core.model.runtime import DeviceChoice, Runtime

BATCH = 16
EXPECTED_AUC, AUC_TOLERANCE = 0.911, 0.004
EXPECTED_SPECIFICITY = 0.997


def main() -> int:
    """Run every engine; 0 where all hold, 1 where one does not, 2 without the data."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = Path(__file__).resolve().parents[3] / "shared" / "data"
    parser.add_argument("--data", type=Path, default=default, help="folder that holds paper_protocol")
    data: Path = parser.parse_args().data
    if not (data / "paper_protocol").is_dir():
        print(f"no folder {data / 'paper_protocol'}")
        return 2
    package = bundled_package()
    card = package.card
    paths = [path for name in card.classes for path in sorted((data / "paper_protocol" / name).iterdir())]
    started = time.perf_counter()
    inputs = np.stack(list(_prepare(paths, card)))
    print(f"{len(paths)} images read and prepared in {time.perf_counter() - started:.1f} s")
    golden = np.stack(list(_prepare([data / name for name in card.golden.probabilities], card)))
    positive = np.array([path.parent.name == card.positive_class for path in paths])
    held = [_report(runtime, card, golden, inputs, positive) for runtime in _runtimes(package)]
    return 0 if all(held) else 1


def _prepare(paths: list[Path], card: ModelCard) -> Iterator[ModelInput]:
    with ThreadPoolExecutor() as threads:
        yield from threads.map(lambda path: prepare_input(render(read_radiograph(path)), card.input), paths)


def _runtimes(package: ModelPackage) -> Iterator[Runtime]:
    def torch_on(device: str) -> Runtime:
        from core.model.torch_runtime import open_torch_runtime

        return open_torch_runtime(package, device)

    openings: dict[str, Callable[[], Runtime]] = {
        "OpenVINO float32": lambda: open_openvino_runtime(package, DeviceChoice.CPU, Precision.FLOAT32),
        "OpenVINO bfloat16": lambda: open_openvino_runtime(package, DeviceChoice.CPU, Precision.BFLOAT16),
        "OpenVINO GPU": lambda: open_openvino_runtime(package, DeviceChoice.GPU),
        "torch CPU": lambda: torch_on("cpu"),
        "torch CUDA": lambda: torch_on("cuda"),
    }
    for name, opening in openings.items():
        try:
            yield opening()
        except (DeviceUnavailableError, ImportError) as error:
            print(f"{name}: not here ({error})")


def _report(
    runtime: Runtime,
    card: ModelCard,
    golden: npt.NDArray[np.float32],
    inputs: npt.NDArray[np.float32],
    positive: npt.NDArray[np.bool_],
) -> bool:
    difference = np.abs(_probabilities(runtime, card, golden) - list(card.golden.probabilities.values())).max()
    tolerance = card.golden.tolerances.get(runtime.info.precision, card.golden.tolerances[Precision.BFLOAT16])
    started = time.perf_counter()
    probabilities = _probabilities(runtime, card, inputs)
    seconds = time.perf_counter() - started
    decided = probabilities >= card.threshold
    auc = area_under_curve(probabilities, positive)
    sensitivity, specificity = decided[positive].mean(), (~decided[~positive]).mean()
    holds = (
        difference <= tolerance
        and abs(auc - EXPECTED_AUC) <= AUC_TOLERANCE
        and round(float(specificity), 3) == EXPECTED_SPECIFICITY
    )
    print(
        f"{runtime.info.engine} {runtime.info.device.value} {runtime.info.precision.value}:"
        f" goldens within {difference:.5f} (tolerance {tolerance}); AUC {auc:.4f}, sensitivity {sensitivity:.3f},"
        f" specificity {specificity:.4f}, accuracy {(decided == positive).mean():.3f};"
        f" {seconds / len(inputs) * 1000:.1f} ms an image; {'holds' if holds else 'DOES NOT HOLD'}",
        flush=True,
    )
    return bool(holds)


def _probabilities(runtime: Runtime, card: ModelCard, inputs: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    batches = [runtime.run(inputs[start : start + BATCH]).logits for start in range(0, len(inputs), BATCH)]
    return softmax(np.concatenate(batches))[:, card.positive_index]


def area_under_curve(scores: npt.NDArray[np.float64], positive: npt.NDArray[np.bool_]) -> float:
    """Share of pairs in which the positive scores higher, ties counted half. Source: Mann and Whitney 1947."""
    above = scores[positive][:, np.newaxis] - scores[~positive][np.newaxis]
    return float((above > 0).mean() + (above == 0).mean() / 2)


if __name__ == "__main__":
    sys.exit(main())
