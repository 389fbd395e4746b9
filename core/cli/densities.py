"""`hilum densities`: how the pixels of labelled images are distributed, for a model's card."""

import argparse
from contextlib import ExitStack
from pathlib import Path

from core.cli.commands import DONE
from core.cli.console import STANDARD_OUTPUT, say, shows_progress
from core.cli.outputs import OutputFile
from core.errors import MissingFileError, NothingToReadError
from core.jobs import JobContext, Progress
from core.model.density import compute_reference_densities, densities_to_json
from core.registry.choosing import choose_package
from core.registry.registry import user_registry


def densities(options: argparse.Namespace) -> int:
    """Compute the distributions of a labelled folder.

    Args:
        options: From `core.cli.arguments`.

    Returns:
        Exit status 0.

    Raises:
        FileError: There is no such folder, or a class in it holds no readable image.
        OutputNotWritableError: The result cannot be written.
    """
    folder: Path = options.folder
    if not folder.exists():
        raise MissingFileError(folder)
    if not folder.is_dir():
        raise NothingToReadError(folder)
    package = choose_package(options.model, user_registry())
    output = OutputFile(options.json if options.json is not None else Path(STANDARD_OUTPUT))
    with ExitStack() as stack:
        context = JobContext[Progress]()
        if shows_progress():
            from core.cli.progress import ProgressDisplay

            context = JobContext(report=stack.enter_context(ProgressDisplay(None, "Counting")).show)
        references = compute_reference_densities(folder, package.card.input, context)
    output.write(densities_to_json(references) + "\n")
    output.close()
    for name, count in references[0].image_counts.items():
        say(f"{name}: {count:,} images")
    return DONE
