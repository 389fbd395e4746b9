"""One scan from file to result, as one straight line."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from core.errors import InsufficientMemoryError
from core.imaging.greyscale import render
from core.imaging.radiograph import Radiograph
from core.imaging.reading import read_radiograph
from core.jobs import JobContext, Progress
from core.model.classifier import Prediction
from core.model.input import InputSpec, ModelInput, prepare_input, resize_display
from core.model.lung_regions import activation_in_lungs, lung_regions
from core.model.lungs import LungReading
from core.screening.decision import LungEvidence, decide
from core.screening.gate_checks import ScanFacts
from core.screening.measurements import PictureMeasurements, ScanMeasurements, measure_picture
from core.screening.notices import Notice, notices_of, notices_of_picture
from core.screening.result import ScanResult, StageTimes
from core.screening.screener import Screener


@dataclass(frozen=True, eq=False)
class PreparedScan:
    """A scan reduced to what the networks and the result need; the picture itself is gone.

    Attributes:
        path: The file, None for a pasted picture.
        frame_index: Which frame of it, from 0.
        input: What the classifier sees.
        lung_input: What the lung network sees, None where it is not asked.
        rows: Height of the picture, pixels.
        columns: Width of the picture, pixels.
        age_years: The patient's age, None where it is not known.
        notices: What to know about the scan.
        measurements: What the picture is like.
        read_ms: Time taken to read the file.
        prepare_ms: Time taken to make the networks' inputs.
    """

    path: Path | None
    frame_index: int
    input: ModelInput
    lung_input: ModelInput | None
    rows: int
    columns: int
    age_years: float | None
    notices: tuple[Notice, ...]
    measurements: PictureMeasurements
    read_ms: float
    prepare_ms: float


def analyse_scan(
    path: Path, screener: Screener, context: JobContext[Progress] | None = None, frame_index: int = 0
) -> ScanResult:
    """Classify one file.

    Args:
        path: The file.
        screener: The model with all that keeps its answers honest.
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
    result = analyse_radiograph(radiograph, screener, read_ms)
    job.report(Progress(1, 1))
    return result


def analyse_radiograph(radiograph: Radiograph, screener: Screener, read_ms: float = 0.0) -> ScanResult:
    """Classify a radiograph that is already in memory.

    The networks always see the picture as the file itself asks for it to be shown, never the viewer's current
    window or inversion: the same file gets the same answer, whatever somebody did on the screen.

    Args:
        radiograph: The scan.
        screener: The model with all that keeps its answers honest.
        read_ms: Time it took to read, to be told with the result.

    Raises:
        DeviceOutOfMemoryError: Not even one image fits on the device.
    """
    prepared = prepare_scan(radiograph, screener, read_ms)
    started = perf_counter()
    (prediction,) = screener.classifier.predict(prepared.input[None])
    inference_ms = _milliseconds_since(started)
    started = perf_counter()
    reading = None
    if screener.lungs is not None and prepared.lung_input is not None:
        (reading,) = screener.lungs.read(prepared.lung_input[None])
    return conclude(prepared, prediction, reading, screener, inference_ms, _milliseconds_since(started))


def prepare_scan(radiograph: Radiograph, screener: Screener, read_ms: float = 0.0) -> PreparedScan:
    """Reduce a radiograph to the networks' inputs and its notices, by the file's own default window.

    Args:
        radiograph: The scan.
        screener: Says what its networks see.
        read_ms: Time it took to read.
    """
    started = perf_counter()
    display = render(radiograph)
    spec = screener.card.input
    # Brought to the network's size once: at that size already, resizing changes nothing.
    small = resize_display(display, spec)
    lung_spec = screener.lungs.package.card.input if screener.lungs is not None else None
    lung_input = None
    if lung_spec is not None:
        lung_input = prepare_input(small if _starts_alike(lung_spec, spec) else display, lung_spec)
    age = radiograph.patient_study.age_years
    notices = notices_of_picture(display) + notices_of(radiograph)
    return PreparedScan(
        path=radiograph.path,
        frame_index=radiograph.frame_index,
        input=prepare_input(small, spec),
        lung_input=lung_input,
        rows=radiograph.rows,
        columns=radiograph.columns,
        age_years=age.value if age is not None else None,
        notices=notices,
        measurements=measure_picture(small, radiograph),
        read_ms=read_ms,
        prepare_ms=_milliseconds_since(started),
    )


def read_and_prepare(path: Path, screener: Screener) -> PreparedScan:
    """Read a file's first frame and reduce it to the networks' inputs.

    Raises:
        FileError: The file cannot be read, or there is no memory for its picture; its kind says why.
    """
    started = perf_counter()
    radiograph = read_radiograph(path)
    try:
        return prepare_scan(radiograph, screener, read_ms=_milliseconds_since(started))
    except MemoryError as error:
        # One image too many for this computer must not end a batch of thousands.
        raise InsufficientMemoryError(path) from error


def conclude(
    prepared: PreparedScan,
    prediction: Prediction,
    reading: LungReading | None,
    screener: Screener,
    inference_ms: float,
    evidence_ms: float,
) -> ScanResult:
    """Turn what the networks said into a result.

    Args:
        prepared: The scan.
        prediction: The classifier's answer about it.
        reading: What the lung network draws in it, None where it was not asked.
        screener: What answered.
        inference_ms: The scan's share of the time in the classifier.
        evidence_ms: The scan's share of the time in the lung network.
    """
    started = perf_counter()
    card, classifier = screener.card, screener.classifier
    probabilities = tuple(float(probability) for probability in prediction.probabilities)
    activation = prediction.activations[card.positive_index]
    evidence = None
    if reading is not None:
        share = activation_in_lungs(activation, reading.finding)
        evidence = LungEvidence(reading.finding, lung_regions(reading.finding), share)
    gate = screener.gate.judge(
        ScanFacts(
            notices=prepared.notices,
            rows=prepared.rows,
            columns=prepared.columns,
            age_years=prepared.age_years,
            features=prediction.features,
            lung_features=reading.features if reading is not None else None,
            lung_regions=evidence.regions if evidence is not None else None,
        )
    )
    probability = probabilities[card.positive_index]
    possible = None
    if screener.calibration is not None:
        possible = screener.calibration.predict(probability, screener.policy.error_level)
    verdict = decide(probability, screener.threshold, card.positive_class, gate, possible, evidence, screener.rule)
    return ScanResult(
        path=prepared.path,
        frame_index=prepared.frame_index,
        model=classifier.package.identity,
        runtime=classifier.runtime.info,
        classes=card.classes,
        probabilities=probabilities,
        positive_class=card.positive_class,
        threshold=screener.threshold,
        verdict=verdict,
        gate=gate,
        evidence=evidence,
        activation=activation,
        notices=prepared.notices,
        timing=StageTimes(
            prepared.read_ms, prepared.prepare_ms, inference_ms, evidence_ms + _milliseconds_since(started)
        ),
        input_sha256=hashlib.sha256(prepared.input.tobytes()).hexdigest(),
        lung_model=screener.lungs.package.identity if screener.lungs is not None else None,
        error_level=screener.policy.error_level,
        is_commissioned=screener.is_commissioned,
        statements=screener.statements,
        measurements=ScanMeasurements(prepared.measurements, screener.gate.distance(prediction.features)),
        limits=card.limits.sentence,
        origin=card.origin,
    )


def _starts_alike(one: InputSpec, other: InputSpec) -> bool:
    """Whether two networks' inputs begin with the same resized picture."""
    return (one.size, one.resize_filter) == (other.size, other.resize_filter)


def _milliseconds_since(started: float) -> float:
    return (perf_counter() - started) * 1000.0
