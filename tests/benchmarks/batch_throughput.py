"""A folder of JPEGs, from file to result, against bare OpenVINO on prepared inputs at the same batch size.

Aim: at least 90% of bare OpenVINO's images per second. Rounds are short and taken in turns, because what else the
machine does hits both; processor time per image, which other programs change less, is printed beside them.
"""

import argparse
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
from measuring import bare_openvino, cpu_classifier, describe_machine, milliseconds, radiograph_jpegs, random_inputs

from core.screening.batch import DEFAULT_BATCH_SIZE, analyse_scans, reader_count
from core.screening.result import ScanResult
from core.screening.screener import Screener


def main() -> None:
    """Measure end to end and bare in turns and print images per second."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder that holds paper_protocol/; default: copies of one scan")
    parser.add_argument("--images", type=int, default=96)
    parser.add_argument("--batch", type=int, default=DEFAULT_BATCH_SIZE)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    classifier = cpu_classifier()
    # The classifier alone, as the reference is: `screening_cost.py` measures what the lung network and the gate add.
    screener = Screener(classifier)
    bare = bare_openvino(classifier.package, classifier.runtime.info.precision, options.batch)
    inputs = random_inputs(options.batch)
    with tempfile.TemporaryDirectory() as folder:
        paths = radiograph_jpegs(options.data, options.images, Path(folder))
        _classify(paths[: 2 * options.batch], screener, options.batch)
        rounds = [
            (_bare_speed(bare, inputs, len(paths)), _hilum_speed(paths, screener, options.batch))
            for _ in range(options.rounds)
        ]
    bare_speeds, hilum_speeds = zip(*rounds, strict=True)
    precision = classifier.runtime.info.precision.value
    print(describe_machine())
    print(f"{len(paths)} JPEGs, batch {options.batch}, {reader_count()} readers, {precision}, {options.rounds} rounds")
    for name, speeds in (("bare OpenVINO", bare_speeds), ("Hilum", hilum_speeds)):
        rate, busy_ms = (statistics.median(values) for values in zip(*speeds, strict=True))
        best = max(rate for rate, _ in speeds)
        print(f"{name:<14} median {rate:6.1f}/s, best {best:6.1f}/s, {busy_ms:5.1f} ms of processor time per image")
    ratios = [hilum[0] / bare_speed[0] for bare_speed, hilum in rounds]
    best_ratio = max(rate for rate, _ in hilum_speeds) / max(rate for rate, _ in bare_speeds)
    print(f"median ratio {statistics.median(ratios):.3f}, best against best {best_ratio:.3f} (aim >= 0.90)")


Speed = tuple[float, float]
"""Images per second, and milliseconds of processor time per image."""


def _bare_speed(bare: Any, inputs: "np.ndarray[Any, np.dtype[np.float32]]", images: int) -> Speed:
    passes = max(1, images // len(inputs))
    return _speed(lambda: [bare.infer([inputs], share_inputs=True) for _ in range(passes)], passes * len(inputs))


def _hilum_speed(paths: list[Path], screener: Screener, batch_size: int) -> Speed:
    return _speed(lambda: _classify(paths, screener, batch_size), len(paths))


def _speed(work: Callable[[], object], images: int) -> Speed:
    busy = process_time()
    elapsed_ms = milliseconds(work)
    return images * 1000.0 / elapsed_ms, (process_time() - busy) * 1000.0 / images


def _classify(paths: list[Path], screener: Screener, batch_size: int) -> None:
    outcomes = analyse_scans(paths, screener, batch_size=batch_size)
    if not all(isinstance(outcome, ScanResult) for outcome in outcomes):
        raise SystemExit("a picture could not be classified")


if __name__ == "__main__":
    main()
