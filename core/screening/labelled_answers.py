"""What both networks say about many images, as numbers: for fitting rules and for measuring them."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.jobs import JobContext, Progress
from core.model.lung_regions import activation_in_lungs
from core.screening.analysis import PreparedScan, read_and_prepare
from core.screening.screener import Screener

_BATCH = 16
_READERS = 2


@dataclass(frozen=True, eq=False)
class NetworkAnswers:
    """Numbers of both networks, one per image.

    Attributes:
        probability: float64 (n,), of the positive class.
        opacity_extent: float64 (n,), 0..1.
        activation_in_lungs: float64 (n,), 0..1; NaN where nothing speaks for the positive class.
    """

    probability: npt.NDArray[np.float64]
    opacity_extent: npt.NDArray[np.float64]
    activation_in_lungs: npt.NDArray[np.float64]


def ask_networks(
    paths: Sequence[Path], screener: Screener, context: JobContext[Progress] | None = None
) -> NetworkAnswers:
    """Ask classifier and lung network about images, whatever gate and rules would say of them.

    Args:
        paths: The images, each readable.
        screener: Has a lung network.
        context: Told of progress; may ask to stop.

    Raises:
        FileError: An image cannot be read.
        JobCancelledError: The context asked to stop.
    """
    job = context if context is not None else JobContext[Progress]()
    lungs = screener.lungs
    if lungs is None:
        raise ValueError("a lung network is needed")
    index = screener.card.positive_index
    rows: list[tuple[float, float, float]] = []
    for scans in _prepared(paths, screener):
        job.raise_if_cancelled()
        predictions = screener.classifier.predict(np.stack([scan.input for scan in scans]))
        readings = lungs.read(np.stack([scan.lung_input for scan in scans if scan.lung_input is not None]))
        for prediction, reading in zip(predictions, readings, strict=True):
            share = activation_in_lungs(prediction.activations[index], reading.finding)
            extent = reading.finding.opacity_extent
            rows.append((float(prediction.probabilities[index]), extent, np.nan if share is None else share))
        job.report(Progress(len(rows), len(paths)))
    return NetworkAnswers(*np.array(rows, dtype=np.float64).reshape(-1, 3).T)


def _prepared(paths: Sequence[Path], screener: Screener) -> Iterator[list[PreparedScan]]:
    with ThreadPoolExecutor(_READERS, thread_name_prefix="hilum-read") as threads:
        for start in range(0, len(paths), _BATCH):
            part = paths[start : start + _BATCH]
            yield list(threads.map(lambda path: read_and_prepare(path, screener), part))
