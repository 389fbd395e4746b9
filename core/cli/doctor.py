"""`hilum doctor`: whether everything that Hilum needs is here and works."""

import argparse
import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np

from core.cli.commands import DONE, SOME_FAILED
from core.cli.console import write_line
from core.crash_reports import reports_in
from core.error_wording import describe_error
from core.errors import HilumError
from core.model.classifier import Classifier, load_classifier
from core.model.precision import Precision
from core.model.runtime import DeviceChoice, available_devices, open_runtime
from core.program_version import program_version
from core.registry.registry import user_registry
from core.user_folders import user_folders

NEEDED_PACKAGES = {
    "numpy": "numpy",
    "pydicom": "pydicom",
    "pillow": "PIL",
    "openvino": "core.model.openvino_offline",
    "safetensors": "safetensors",
    "platformdirs": "platformdirs",
    "rich": "rich",
}
"""Package to the module whose import shows that it loads: an installation can be there and lack a library."""
WINDOW_PACKAGES = ("PySide6-Essentials", "pyqtgraph")
OPTIONAL_PACKAGES = ("torch", "torchvision")

DEFAULT_TOLERANCE = 0.03
"""Largest difference of a probability from float32 arithmetic, where the card gives none."""

ACTIVATION_TOLERANCE = 0.05
"""Largest difference between a logit and the mean of its activation map plus bias, in logits; bfloat16 needs it."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        subject: What.
        detail: What was found, or what is wrong and what to do.
        is_fine: Whether it is as it should be.
        is_needed: Whether Hilum cannot do its work without it.
        shared: What may be handed to others instead of the detail, which names folders or what somebody called
            something; None where the detail may be.
    """

    subject: str
    detail: str
    is_fine: bool = True
    is_needed: bool = True
    shared: str | None = None

    @property
    def mark(self) -> str:
        """A word for the first column."""
        if self.is_fine:
            return "ok"
        return "MISSING" if self.is_needed else "none"


def doctor(options: argparse.Namespace) -> int:
    """Look at everything and print what was found.

    Args:
        options: From `core.cli.arguments`.

    Returns:
        Exit status: 0 all that is needed is there, 1 something is missing.
    """
    write_line(f"hilum {program_version()}, Python {platform.python_version()}, {platform.platform()}")
    missing = 0
    for title, findings in _sections(DeviceChoice(options.device)):
        write_line(f"\n{title}")
        for finding in _to_the_end(title.lower(), findings):
            write_line(f"  {finding.mark:<8}{finding.subject}: {finding.detail}")
            missing += finding.is_needed and not finding.is_fine
    write_line("")
    write_line("Everything needed is here." if not missing else f"{missing} needed part(s) missing; see above.")
    return SOME_FAILED if missing else DONE


def lines_to_share() -> Iterator[str]:
    """What is found, as it may be handed to others: without folders, and without what somebody called a model."""
    for title, findings in _sections(DeviceChoice.AUTO):
        yield title
        for finding in _to_the_end(title.lower(), findings):
            detail = finding.detail if finding.shared is None else finding.shared
            yield f"  {finding.mark:<8}{finding.subject}: {detail}".rstrip(": ")


def _sections(device: DeviceChoice) -> tuple[tuple[str, Iterator[Finding]], ...]:
    return (
        ("Versions", _check_packages()),
        ("Devices", _check_devices()),
        ("Decoders", _check_decoders()),
        ("Model", _check_model(device)),
        ("Folders", _check_folders()),
    )


def _to_the_end(subject: str, findings: Iterator[Finding]) -> Iterator[Finding]:
    """A section's findings; what a missing library keeps from being looked at is a finding, too."""
    try:
        yield from findings
    except (ImportError, OSError) as error:
        yield Finding(subject, f"cannot be checked: {error}; install Hilum again", is_fine=False)


def _check_packages() -> Iterator[Finding]:
    for name, module in NEEDED_PACKAGES.items():
        yield _check_needed_package(name, module)
    for names, purpose in (
        (WINDOW_PACKAGES, "needed for the window"),
        (OPTIONAL_PACKAGES, "needed for CUDA only; pip install 'hilum[torch]'"),
    ):
        for name in names:
            try:
                yield Finding(name, version(name))
            except PackageNotFoundError:
                yield Finding(name, f"not installed ({purpose})", is_fine=False, is_needed=False)
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        detail = "none found: the window cannot open here, the command line works"
        yield Finding("display", detail, is_fine=False, is_needed=False)


def _check_needed_package(name: str, module: str) -> Finding:
    try:
        found = version(name)
        import_module(module)
    except PackageNotFoundError:
        return Finding(name, "not installed (needed for everything); install Hilum again", is_fine=False)
    except (ImportError, OSError) as error:
        return Finding(name, f"{found} does not load: {error}; install Hilum again", is_fine=False)
    return Finding(name, found)


def _check_devices() -> Iterator[Finding]:
    devices = available_devices()
    for device in devices:
        yield Finding(device.device.value, f"{device.name}, {device.engine}, {device.precision.value}")
    if not devices:
        yield Finding("devices", "no device can run the network; install Hilum again", is_fine=False)
    for choice in (DeviceChoice.CUDA, DeviceChoice.GPU):
        if choice not in {device.device for device in devices}:
            yield Finding(choice.value, "not found", is_fine=False, is_needed=False)


def _check_decoders() -> Iterator[Finding]:
    from core.imaging.decoders import check_decoders

    for check in check_decoders():
        remedy = "" if check.available else f"; install it with: pip install {check.package}"
        yield Finding(check.name, f"{check.detail or check.package}{remedy}", is_fine=check.available)


def _check_model(device: DeviceChoice) -> Iterator[Finding]:
    """Weights against the card's hash, and the chosen arithmetic against float32 on a made-up picture."""
    try:
        active = user_registry().active_version()
        yield Finding("active", f"{active.label} ({active.address}). {active.card.origin}", shared="")
        classifier = load_classifier(active.load(), device)
        card = classifier.package.card
        matches = f"SHA-256 {card.weights_sha256} as its card says"
        yield Finding("package", f"{card.name} {card.version}, {matches}", shared=matches)
        yield _compare_with_float32(classifier)
        yield _compare_activation_with_logit(classifier)
        yield _compare_lungs_with_float32(device)
    except HilumError as error:
        yield Finding("model", describe_error(error).text, is_fine=False, shared=type(error).__name__)


def _compare_with_float32(classifier: Classifier) -> Finding:
    info = classifier.runtime.info
    card = classifier.package.card
    (answer,) = classifier.predict(_made_up_input(classifier))
    exact = Classifier(
        classifier.package,
        open_runtime(classifier.package, DeviceChoice.CPU, Precision.FLOAT32),
        classifier.class_weights,
        classifier.class_biases,
    )
    (reference,) = exact.predict(_made_up_input(classifier))
    difference = float(np.abs(answer.probabilities - reference.probabilities).max())
    tolerance = card.golden.tolerances.get(info.precision, DEFAULT_TOLERANCE)
    detail = f"{info.device.value} in {info.precision.value} is {difference:.4f} from float32, {tolerance:g} allowed"
    return Finding("arithmetic", detail, is_fine=difference <= tolerance)


def _compare_activation_with_logit(classifier: Classifier) -> Finding:
    (answer,) = classifier.predict(_made_up_input(classifier))
    means = np.array([activation.values.mean() for activation in answer.activations])
    difference = float(np.abs(means + classifier.class_biases - answer.logits).max())
    detail = f"the mean of the map is {difference:.4f} from the logit, {ACTIVATION_TOLERANCE:g} allowed"
    return Finding("heat map", detail, is_fine=difference <= ACTIVATION_TOLERANCE)


def _compare_lungs_with_float32(device: DeviceChoice) -> Finding:
    """The lung network: its hash against its card's, and the chosen arithmetic against float32."""
    from core.model.input import prepare_input
    from core.model.lungs import LungNetwork, load_lung_network

    network = load_lung_network(device=device)
    card = network.package.card
    exact = LungNetwork(network.package, open_runtime(network.package, DeviceChoice.CPU, Precision.FLOAT32))
    inputs = prepare_input(_made_up_picture(), card.input)[np.newaxis]
    ((answer,), (reference,)) = (one.read(inputs) for one in (network, exact))
    difference = max(
        abs(answer.finding.lung_fraction - reference.finding.lung_fraction),
        abs(answer.finding.opacity_extent - reference.finding.opacity_extent),
    )
    info = network.runtime.info
    detail = (
        f"{card.name} {card.version}, SHA-256 as its card says; {info.device.value} in {info.precision.value} is"
        f" {difference:.4f} from float32, {card.golden_tolerance:g} allowed"
    )
    return Finding("lungs", detail, is_fine=difference <= card.golden_tolerance)


def _made_up_input(classifier: Classifier) -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
    from core.model.input import prepare_input

    return prepare_input(_made_up_picture(), classifier.package.card.input)[np.newaxis]


def _made_up_picture() -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    """Two dark ovals on a bright ground: the same on every computer."""
    rows, columns = np.mgrid[0:448, 0:448] / 448.0
    ovals = [((rows - 0.5) / 0.3) ** 2 + ((columns - centre) / 0.15) ** 2 for centre in (0.3, 0.7)]
    dark = np.exp(-np.minimum(*ovals))
    picture: np.ndarray[tuple[int, ...], np.dtype[np.uint8]] = (
        (235.0 - 180.0 * dark + 15.0 * np.sin(rows * 60.0)).clip(0, 255).astype(np.uint8)
    )
    return picture


def _check_folders() -> Iterator[Finding]:
    folders = user_folders()
    if folders is None:
        detail = "this user has no home folder, so nothing is kept from one start to the next; set HOME"
        yield Finding("folders", detail, is_fine=False, is_needed=False)
        return
    for subject, folder in (
        ("cache", folders.cache),
        ("settings", folders.settings),
        ("log", folders.log),
        ("data", folders.data),
    ):
        nearest = _nearest_existing(folder)
        writable = nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)
        detail = str(folder) if writable else f"{folder} cannot be written to; check the permissions of {nearest}"
        # Without a cache the network is compiled at each start; without settings the defaults hold.
        shared = "" if writable else "cannot be written to"
        yield Finding(subject, detail, is_fine=writable, is_needed=False, shared=shared)
    reports = reports_in(folders.log)
    if reports:
        detail = f"{len(reports)}, the newest is {reports[0].name}; “hilum diagnostics” puts them together"
        yield Finding("crash reports", detail, is_needed=False)


def _nearest_existing(folder: Path) -> Path:
    return next(candidate for candidate in (folder, *folder.parents) if candidate.exists())
