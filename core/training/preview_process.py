"""Drawing what training makes of images in a process of its own, so that the window's process never imports torch.

The process is kept while somebody looks at the preview: importing torch takes seconds, drawing a fraction of one.
"""

import multiprocessing
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import Connection
from typing import Any

import numpy as np
import numpy.typing as npt

from core.jobs import JobContext
from core.training.child import run_in_child
from core.training.control import RunControl
from core.training.plan import Augmentation
from core.training.preview import Composites, preview_composites, preview_variants

Picture = npt.NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class PreviewRequest:
    """What is to be drawn.

    Attributes:
        pixels: uint8 (rows, columns), displayed.
        augmentation: What varies.
        count: How many variants, >= 1.
        seed: Of the random numbers.
    """

    pixels: Picture
    augmentation: Augmentation
    count: int
    seed: int


@dataclass(frozen=True, eq=False)
class CompositeRequest:
    """Two images of which composites are to be drawn.

    Attributes:
        own: uint8 (rows, columns), displayed, whose lungs are taken.
        body: The same, that they are put into.
        seed: Of the random numbers.
    """

    own: Picture
    body: Picture
    seed: int


@dataclass(frozen=True)
class PreviewReady:
    """The process is there and takes requests."""


@dataclass(frozen=True, eq=False)
class PreviewDrawn:
    """An image and its variants.

    Attributes:
        original: uint8 (rows, columns).
        variants: uint8 (size, size) each.
    """

    original: Picture
    variants: tuple[Picture, ...]


@dataclass(frozen=True, eq=False)
class CompositesDrawn:
    """Two images and what comes of them.

    Attributes:
        composites: None where one of them has no plausible lungs.
    """

    composites: Composites | None


class PreviewProcess:
    """One process: `run` in one thread, then `ask` in others."""

    def __init__(self) -> None:
        self._theirs, self._ours = multiprocessing.get_context("spawn").Pipe(duplex=False)

    def run(self, context: JobContext[Any]) -> None:
        """Keep the process going until it is cancelled.

        Args:
            context: Receives `PreviewReady` once, then a `PreviewDrawn` or `CompositesDrawn` for each request.

        Raises:
            JobCancelledError: The context asked to stop.
            TrainingProcessError: The process died.
        """

        def report(event: object) -> None:
            if isinstance(event, PreviewReady):
                # The process has its own by now; were this one kept, `ask` would not notice that it is gone.
                self._theirs.close()
            context.report(event)

        try:
            run_in_child(
                _draw_on_request, (self._theirs,), RunControl(), JobContext(report=report, token=context.token)
            )
        finally:
            self._theirs.close()
            self._ours.close()

    def ask(self, request: PreviewRequest | CompositeRequest) -> bool:
        """Ask for pictures; may block until the process has read it. Only after `PreviewReady`.

        Returns:
            Whether the process is still there to be asked.
        """
        try:
            self._ours.send(request)
        except OSError:
            return False
        return True


def _draw_on_request(
    requests: "Connection[Any, Any]",
    _control: RunControl,
    context: JobContext[PreviewReady | PreviewDrawn | CompositesDrawn],
) -> None:
    """What the process does; torch is imported here."""
    from core.model.lungs import load_lung_network
    from core.model.package import bundled_package

    context.report(PreviewReady())
    spec = bundled_package().card.input
    network = cache(load_lung_network)
    while True:
        try:
            request: PreviewRequest | CompositeRequest = requests.recv()
        except EOFError:
            return
        match request:
            case PreviewRequest(pixels, augmentation, count, seed):
                variants = preview_variants(pixels, augmentation, spec, count, seed)
                context.report(PreviewDrawn(pixels, variants))
            case CompositeRequest(own, body, seed):
                context.report(CompositesDrawn(preview_composites(own, body, spec, network(), seed)))
