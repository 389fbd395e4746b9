"""Drawing variants of an image in a process of its own, so that the window's process never imports torch.

The process is kept while somebody looks at the preview: importing torch takes seconds, drawing a fraction of one.
"""

import multiprocessing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

import numpy as np
import numpy.typing as npt

from core.jobs import JobContext
from core.training.child import run_in_child
from core.training.control import RunControl
from core.training.plan import Augmentation

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


class PreviewProcess:
    """One process: `run` in one thread, then `ask` in others."""

    def __init__(self) -> None:
        self._theirs, self._ours = multiprocessing.get_context("spawn").Pipe(duplex=False)

    def run(self, context: JobContext[Any]) -> None:
        """Keep the process going until it is cancelled.

        Args:
            context: Receives `PreviewReady` once, then a `PreviewDrawn` for each request.

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

    def ask(self, request: PreviewRequest) -> bool:
        """Ask for variants; may block until the process has read it. Only after `PreviewReady`.

        Returns:
            Whether the process is still there to be asked.
        """
        try:
            self._ours.send(request)
        except OSError:
            return False
        return True


def _draw_on_request(
    requests: "Connection[Any, Any]", _control: RunControl, context: JobContext[PreviewReady | PreviewDrawn]
) -> None:
    """What the process does; torch is imported here."""
    from core.model.package import bundled_package
    from core.training.preview import preview_variants

    context.report(PreviewReady())
    spec = bundled_package().card.input
    while True:
        try:
            request: PreviewRequest = requests.recv()
        except EOFError:
            return
        variants = preview_variants(request.pixels, request.augmentation, spec, request.count, request.seed)
        context.report(PreviewDrawn(request.pixels, variants))
