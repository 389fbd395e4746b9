"""One scan from file to result, as one straight line."""

from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from core.errors import InsufficientMemoryError
from core.imaging.greyscale import render
from core.imaging.radiograph import Radiograph
from core.imaging.reading import read_radiograph
from core.jobs import JobContext, Progress
from core.model.card import ModelCard
from core.model.classifier import Classifier, Prediction
from core.model.input import InputSpec, ModelInput, prepare_input
from core.screening.notices import Notice, notices_of, notices_of_picture
from core.screening.result import Decision, ScanResult, StageTimes


@dataclass(frozen=True, eq=False)
class PreparedScan:
    """A scan reduced to what the network and the result need; the picture itself is gone.

    Attributes:
        path: The file, None for a pasted picture.
        frame_index: Which frame of it, from 0.
        input: What the network sees.
        notices: What to know about the scan.
        read_ms: Time taken to read the file.
        prepare_ms: Time taken to make the network's input.
    """

    path: Path | None
    frame_index: int
    input: ModelInput
    notices: tuple[Notice, ...]
    read_ms: float
    prepare_ms: float


def analyse_scan(
    path: Path, classifier: Classifier, context: JobContext[Progress] | None = None, frame_index: int = 0
) -> ScanResult:
    """Classify one file.

    Args:
        path: The file.
        classifier: The model, ready to answer.
        context: Told of progress; may ask to stop between the stages.
        frame_index: Which frame of a file that has several, from 0.

    Raises:
        FileError: The file cannot be read; its kind says why.
        JobCancelledError: The context asked to stop.
        DeviceOutOfMemoryError: Not even one image fits on the device.
    """
    job = context if context is not None else JobContext[Progress]()
    job.raise_if_cancelled()
    started = perf_counter()
    radiograph = read_radiograph(path, frame_index)
    read_ms = _milliseconds_since(started)
    job.raise_if_cancelled()
    result = analyse_radiograph(radiograph, classifier, read_ms)
    job.report(Progress(1, 1))
    return result


def analyse_radiograph(radiograph: Radiograph, classifier: Classifier, read_ms: float = 0.0) -> ScanResult:
    """Classify a radiograph that is already in memory.

    The network always sees the picture as the file itself asks for it to be shown, never the viewer's current
    window or inversion: the same file gets the same answer, whatever somebody did on the screen.

    Args:
        radiograph: The scan.
        classifier: The model, ready to answer.
        read_ms: Time it took to read, to be told with the result.

    Raises:
        DeviceOutOfMemoryError: Not even one image fits on the device.
    """
    prepared = prepare_scan(radiograph, classifier.package.card.input, read_ms)
    started = perf_counter()
    (prediction,) = classifier.predict(prepared.input[None])
    return conclude(prepared, prediction, classifier, inference_ms=_milliseconds_since(started))


def prepare_scan(radiograph: Radiograph, spec: InputSpec, read_ms: float = 0.0) -> PreparedScan:
    """Reduce a radiograph to the network's input and its notices, by the file's own default window.

    Args:
        radiograph: The scan.
        spec: The model's input.
        read_ms: Time it took to read.
    """
    started = perf_counter()
    display = render(radiograph)
    model_input = prepare_input(display, spec)
    notices = notices_of_picture(display) + notices_of(radiograph)
    prepare_ms = _milliseconds_since(started)
    return PreparedScan(radiograph.path, radiograph.frame_index, model_input, notices, read_ms, prepare_ms)


def read_and_prepare(path: Path, spec: InputSpec) -> PreparedScan:
    """Read a file's first frame and reduce it to the network's input.

    Raises:
        FileError: The file cannot be read, or there is no memory for its picture; its kind says why.
    """
    started = perf_counter()
    radiograph = read_radiograph(path)
    try:
        return prepare_scan(radiograph, spec, read_ms=_milliseconds_since(started))
    except MemoryError as error:
        # One image too many for this computer must not end a batch of thousands.
        raise InsufficientMemoryError(path) from error


def conclude(prepared: PreparedScan, prediction: Prediction, classifier: Classifier, inference_ms: float) -> ScanResult:
    """Turn what the network said into a result.

    Args:
        prepared: The scan.
        prediction: The network's answer about it.
        classifier: The model that answered.
        inference_ms: The scan's share of the time in the network.
    """
    card = classifier.package.card
    probabilities = tuple(float(probability) for probability in prediction.probabilities)
    return ScanResult(
        path=prepared.path,
        frame_index=prepared.frame_index,
        model=classifier.package.identity,
        runtime=classifier.runtime.info,
        classes=card.classes,
        probabilities=probabilities,
        positive_class=card.positive_class,
        threshold=card.threshold,
        decision=decide(probabilities, card),
        activation=prediction.activations[card.positive_index],
        notices=prepared.notices,
        timing=StageTimes(prepared.read_ms, prepared.prepare_ms, inference_ms),
        limits=card.limits.sentence,
        origin=card.origin,
    )


def decide(probabilities: tuple[float, ...], card: ModelCard) -> Decision:
    """Hold the positive class's probability against the package's threshold; reaching it is positive."""
    reached = probabilities[card.positive_index] >= card.threshold
    return Decision.POSITIVE if reached else Decision.NEGATIVE


def _milliseconds_since(started: float) -> float:
    return (perf_counter() - started) * 1000.0
