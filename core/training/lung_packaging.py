"""A trained lung network as a package that `core.model.lungs.load_lung_package` accepts. Imports no torch."""

# untranslated module: a card is English, as every program reads it

import hashlib
import math
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.errors import RunNotWritableError
from core.language import mark
from core.model.card import (
    AgeGroup,
    Architecture,
    Limits,
    MeasuredFigures,
    TrainingSource,
    TrainingStage,
    TrainingSummary,
    WeightsFile,
)
from core.model.input import InputSpec
from core.model.lung_card import LungCard, write_lung_card
from core.model.lungs import LungPackage, load_lung_package
from core.model.package import CARD_NAME
from core.model.precision import Precision
from core.training.durable_files import make_folder, not_writable, write_durably

WEIGHTS_NAME = "weights.safetensors"
_TOLERANCE = 0.01


@dataclass(frozen=True, eq=False)
class LungModel:
    """What a lung network's package is made of.

    Attributes:
        name: Machine-friendly name.
        tensors: float16 arrays by name.
        input: What is done to a picture first.
        sources: Names of the folders of outlines and of negatives, with the images learnt from.
        description: What was done, for a reader who would repeat it.
        metrics: Figures on held-out images, by name; those that are not finite are left out.
        held_out: How many images these are from.
        note: What must be known to read them.
    """

    name: str
    tensors: Mapping[str, npt.NDArray[np.float16]]
    input: InputSpec
    sources: Mapping[str, int]
    description: str
    metrics: Mapping[str, float]
    held_out: int
    note: str


def write_lung_package(folder: Path, model: LungModel) -> LungPackage:
    """Write a package, whole or not at all, and check it.

    Args:
        folder: Where; must not exist, or be empty.
        model: What it is made of.

    Raises:
        RunNotWritableError: No room or no permission, or there is something in the folder.
        InvalidModelPackageError: The tensors are not those of the network.
    """
    from safetensors.numpy import save

    content = save({name: np.ascontiguousarray(values) for name, values in model.tensors.items()})
    weights = WeightsFile(WEIGHTS_NAME, hashlib.sha256(content).hexdigest(), Precision.FLOAT16)
    partial = folder.with_name(f".{folder.name}.partial")
    try:
        shutil.rmtree(partial, ignore_errors=True)
        make_folder(partial)
        write_durably(partial / WEIGHTS_NAME, lambda file: file.write(content))
        text = write_lung_card(_card(model, weights)).encode()
        write_durably(partial / CARD_NAME, lambda file: file.write(text))
        # Checked before it takes the name: a package that is in place can be loaded.
        load_lung_package(partial).read_weights()
        _put_in_place(partial, folder)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return load_lung_package(folder)


def require_empty(folder: Path) -> None:
    """Refuse, before hours of training, a folder that a package cannot be put into.

    Raises:
        RunNotWritableError: There is something in it.
    """
    try:
        is_taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise not_writable(folder, error) from error
    if is_taken:
        raise RunNotWritableError(folder, mark("the folder is not empty"))


def _put_in_place(partial: Path, folder: Path) -> None:
    require_empty(folder)
    try:
        if folder.exists():
            folder.rmdir()
        partial.rename(folder)
    except OSError as error:
        raise not_writable(folder, error) from error


def _card(model: LungModel, weights: WeightsFile) -> LungCard:
    metrics = {name: float(value) for name, value in model.metrics.items() if math.isfinite(value)}
    held_out = f"{model.held_out:,} held-out images of its own training collection"
    return LungCard(
        name=model.name,
        version="1",
        title="U-Net for lung fields and opacities on frontal chest radiographs",
        architecture=Architecture.UNET,
        weights=weights,
        input=model.input,
        training=TrainingSummary(
            initialisation="random",
            date=datetime.now(UTC).date().isoformat(),
            images=sum(model.sources.values()),
            age_group=AgeGroup.UNKNOWN,
            age_note="",
            sources=tuple(TrainingSource(name, {"images": count}) for name, count in model.sources.items()),
            stages=(TrainingStage("training", model.description),),
        ),
        measured=(MeasuredFigures(held_out, model.held_out, metrics, model.note),),
        limits=Limits(
            f"On {held_out} this network was compared with drawn outlines; in other hospitals it may draw worse,"
            " and no opacity drawn excludes nothing.",
            ("Research use only; not for diagnosis.", "It does not tell COVID-19 from other pneumonias."),
        ),
        golden={},
        golden_tolerance=_TOLERANCE,
    )
