"""What the benchmarks share: the machine in words, bare OpenVINO as the reference, and pictures to work on."""

import os
import platform
import statistics
from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import numpy.typing as npt

from core.model.classifier import Classifier
from core.model.openvino_graph import build_graph
from core.model.openvino_runtime import open_openvino_runtime
from core.model.package import ModelPackage, bundled_package
from core.model.precision import Precision
from core.model.runtime import DeviceChoice

OPENVINO_HINTS = {Precision.FLOAT32: "f32", Precision.BFLOAT16: "bf16", Precision.FLOAT16: "f16"}


def describe_machine() -> str:
    """Processor, how many of its cores are ours, and the load that others put on them."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{cpu_name()}, {cores} cores{load}, Python {platform.python_version()}"


def cpu_name() -> str:
    """The processor's own name."""
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def cpu_classifier() -> Classifier:
    """The bundled model on the processor."""
    package = bundled_package()
    weights, biases = package.read_last_layer()
    return Classifier(package, open_openvino_runtime(package, DeviceChoice.CPU), weights, biases)


def bare_openvino(package: ModelPackage, precision: Precision, batch_size: int) -> Any:
    """The same network in OpenVINO and nothing else: fixed batch size, compiled for latency; `.infer([inputs])`."""
    import openvino

    model = build_graph(package.card, package.read_weights(), batch_size)
    options = {"INFERENCE_PRECISION_HINT": OPENVINO_HINTS[precision], "PERFORMANCE_HINT": "LATENCY"}
    return openvino.Core().compile_model(model, "CPU", options).create_infer_request()


def milliseconds(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    started = perf_counter()
    work()
    return (perf_counter() - started) * 1000.0


def interleaved_medians(works: Iterable[Callable[[], object]], rounds: int, warm_up: int = 3) -> tuple[float, ...]:
    """Median wall time of each work, measured in turns so that a busy machine is equally unfair to all.

    Args:
        works: What to measure.
        rounds: How often each is measured.
        warm_up: Rounds before that do not count.
    """
    listed = list(works)
    times: list[list[float]] = [[] for _ in listed]
    for round_number in range(warm_up + rounds):
        for work, collected in zip(listed, times, strict=True):
            elapsed = milliseconds(work)
            if round_number >= warm_up:
                collected.append(elapsed)
    return tuple(statistics.median(collected) for collected in times)


def random_inputs(batch_size: int, size: int = 224) -> npt.NDArray[np.float32]:
    """Standardised noise in the network's shape: speed does not depend on what is in the picture."""
    return np.random.default_rng(0).standard_normal((batch_size, 3, size, size), dtype=np.float32)


def chest_dicom() -> Path:
    """The uncompressed 1955 x 1841 chest radiograph of pydicom-data."""
    from pydicom.data import get_testdata_file

    found = get_testdata_file("RG1_UNCR.dcm", download=False)
    if not isinstance(found, str):
        raise SystemExit("RG1_UNCR.dcm is not installed: pip install pydicom-data")
    return Path(found)


def radiograph_jpegs(data: Path | None, count: int, folder: Path) -> list[Path]:
    """JPEG radiographs: the paper's set where `data` holds it, else copies of one real scan made in `folder`.

    Args:
        data: Folder with `paper_protocol/` in it, None for none.
        count: How many; fewer where there are fewer.
        folder: Where copies are made.
    """
    if data is not None and (data / "paper_protocol").is_dir():
        found = sorted((data / "paper_protocol").rglob("*.jpg"))
        return found[:: max(1, len(found) // count)][:count]
    return made_jpegs(count, folder)


def made_jpegs(count: int, folder: Path) -> list[Path]:
    """Copies of one real scan, 640 pixels wide, each with another gamma."""
    from PIL import Image

    from core.imaging.greyscale import render
    from core.imaging.reading import read_radiograph

    picture = Image.fromarray(render(read_radiograph(chest_dicom()))).resize((603, 640))
    paths = []
    for number in range(count):
        gamma = 0.7 + 0.6 * number / count
        path = folder / f"scan_{number:05}.jpg"
        picture.point([round(255 * (grey / 255) ** gamma) for grey in range(256)]).save(path, quality=90)
        paths.append(path)
    return paths
