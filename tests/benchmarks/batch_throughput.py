"""A folder of JPEGs, from file to result, against bare OpenVINO on prepared inputs at the same batch size.

Aim: at least 90% of bare OpenVINO's images per second.
"""

import argparse
import statistics
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from measuring import bare_openvino, cpu_classifier, describe_machine, milliseconds, radiograph_jpegs, random_inputs

from core.model.classifier import Classifier
from core.screening.batch import DEFAULT_BATCH_SIZE, analyse_scans, reader_count
from core.screening.result import ScanResult


def main() -> None:
    """Measure end to end and bare in turns and print images per second."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder that holds paper_protocol/; default: copies of one scan")
    parser.add_argument("--images", type=int, default=240)
    parser.add_argument("--batch", type=int, default=DEFAULT_BATCH_SIZE)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    classifier = cpu_classifier()
    bare = bare_openvino(classifier.package, classifier.runtime.info.precision, options.batch)
    inputs = random_inputs(options.batch)
    with tempfile.TemporaryDirectory() as folder:
        paths = radiograph_jpegs(options.data, options.images, Path(folder))
        _classify(paths[: 2 * options.batch], classifier, options.batch)
        ratios = []
        for _ in range(options.rounds):
            bare_rate = _bare_rate(bare, inputs, len(paths))
            hilum_rate = len(paths) * 1000.0 / milliseconds(lambda: _classify(paths, classifier, options.batch))
            ratios.append(hilum_rate / bare_rate)
            print(f"bare {bare_rate:6.1f}/s   Hilum {hilum_rate:6.1f}/s   ratio {ratios[-1]:.3f}", flush=True)
    precision = classifier.runtime.info.precision.value
    print(describe_machine())
    print(f"{len(paths)} JPEGs, batch {options.batch}, {reader_count()} readers, {precision}")
    print(f"median ratio {statistics.median(ratios):.3f}, best {max(ratios):.3f} (aim >= 0.90)")


def _bare_rate(bare: Any, inputs: "np.ndarray[Any, np.dtype[np.float32]]", images: int) -> float:
    passes = max(1, images // len(inputs))
    elapsed = milliseconds(lambda: [bare.infer([inputs], share_inputs=True) for _ in range(passes)])
    return passes * len(inputs) * 1000.0 / elapsed


def _classify(paths: list[Path], classifier: Classifier, batch_size: int) -> None:
    outcomes = analyse_scans(paths, classifier, batch_size=batch_size)
    if not all(isinstance(outcome, ScanResult) for outcome in outcomes):
        raise SystemExit("a picture could not be classified")


if __name__ == "__main__":
    main()
