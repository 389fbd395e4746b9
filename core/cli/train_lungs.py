"""`hilum train-lungs`: make the network again that draws lung fields and opacities."""

import argparse
from contextlib import ExitStack
from typing import TYPE_CHECKING

from core.cli.commands import DONE
from core.cli.console import printable, say, shows_progress
from core.jobs import JobContext, Progress
from core.training.child import require_torch
from core.training.lung_packaging import LungModel, require_empty, write_lung_package
from core.training.wizard_plan import free_name

if TYPE_CHECKING:
    from core.model.input import InputSpec
    from core.training.lung_outlines import Outlines
    from core.training.lung_training import LungFigures, LungSettings, TrainedLungs

_NOTE = (
    "Images were split at random, as it is not known which are of one patient. Dice over all pixels of the held-out"
    " images together."
)


def train_lungs(options: argparse.Namespace) -> int:
    """Read outlines and negatives, train, and write the network's package.

    Args:
        options: From `core.cli.arguments`.

    Returns:
        Exit status 0.

    Raises:
        HilumError: The images cannot be read, training failed, or the package cannot be written.
    """
    require_torch()
    require_empty(options.out)
    from core.model.lungs import bundled_lung_package
    from core.training import lung_training
    from core.training.lung_outlines import read_outlines

    spec = bundled_lung_package().card.input
    settings = lung_training.LungSettings(options.steps, options.batch_size, options.device, options.seed)
    outlines = read_outlines(options.folder, options.negatives, spec, options.seed)
    say(_what_was_read(outlines))
    with ExitStack() as stack:
        context = JobContext[Progress]()
        if shows_progress():
            from core.cli.progress import ProgressDisplay

            context = JobContext(report=stack.enter_context(ProgressDisplay(None, "Training")).show)
        trained = lung_training.train_lungs(outlines, spec, settings, context)
    write_lung_package(options.out, _model(options, spec, outlines, settings, trained))
    for line in _figure_lines(trained.figures):
        say(line)
    say(f"The lung network is in {printable(str(options.out))}.")
    return DONE


def _what_was_read(outlines: "Outlines") -> str:
    negatives = len(outlines.pixels) - outlines.outlined
    text = f"{outlines.outlined:,} outlined images and {negatives:,} normal ones."
    if outlines.one_lung_only:
        text += f" In {outlines.one_lung_only:,} not both lungs are outlined: these count for opacities only."
    return text


def _figure_lines(figures: "LungFigures") -> tuple[str, ...]:
    overlap = (
        f"On {figures.outlined:,} outlined images that it has not learnt from: Dice of the lungs"
        f" {figures.dice_lungs:.3f}, of opacities {figures.dice_opacities:.3f}."
    )
    if not figures.negatives:
        return (overlap,)
    extent = (
        f"In {figures.negatives:,} normal images that it has not learnt from it takes"
        f" {figures.normal_extent:.1%} of the lungs for opaque."
    )
    return overlap, extent


def _model(
    options: argparse.Namespace,
    spec: "InputSpec",
    outlines: "Outlines",
    settings: "LungSettings",
    trained: "TrainedLungs",
) -> LungModel:
    figures = trained.figures
    sources = {options.folder.name or "outlines": trained.training[0]}
    if options.negatives is not None:
        sources[f"{options.negatives.name} (opacity-free negatives)"] = trained.training[1]
    description = (
        f"Binary cross-entropy on outlines, AdamW one-cycle, {settings.steps:,} steps of {settings.batch_size}, a"
        " quarter of each batch opacity-free negatives where there are some; reflection, rotation, scaling, aspect,"
        " shift, crop, gamma, contrast, brightness, blur and noise; every fifth image held out."
        f" {outlines.one_lung_only} outlines that are not of two lungs were used for opacities only."
        f" Seed {settings.seed}. {trained.device}."
    )
    return LungModel(
        name=free_name(options.out.name, ()),
        tensors=trained.tensors,
        input=spec,
        sources=sources,
        description=description,
        metrics={
            "dice_lung": figures.dice_lungs,
            "dice_opacity": figures.dice_opacities,
            "opacity_extent_of_normal_images": figures.normal_extent,
        },
        held_out=figures.outlined + figures.negatives,
        note=_NOTE,
    )
