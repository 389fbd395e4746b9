"""The lungs of a run's images, where its plan needs them, and whether they are enough. Imports torch."""

from typing import TYPE_CHECKING

import numpy as np
import torch

from core.errors import InvalidPlanError
from core.jobs import JobContext
from core.model.lungs import LungNetwork, load_lung_network
from core.model.runtime import DeviceChoice
from core.training.child_words import TOO_FEW_LUNGS, TOO_FEW_VISIBLE
from core.training.control import RunControl, stand_by
from core.training.distributed import Team
from core.training.events import TrainingEvent
from core.training.image_cache import TrainingImages
from core.training.lung_maps import LUNG_FOLDER, LungMaps, kept_lungs
from core.training.run_folder import RunFolder

if TYPE_CHECKING:
    from core.training.session import Session

LEAST_PLAUSIBLE_SHARE = 0.5
"""Share of the images in which two lung fields must be found; with fewer these are no chest radiographs."""
_LEAST_POSITIVES = 2


def lungs_of_run(
    run: RunFolder,
    images: TrainingImages,
    device: torch.device,
    team: Team,
    control: RunControl,
    context: JobContext[TrainingEvent],
) -> LungMaps | None:
    """The lungs of all images: kept in the run's folder, or found and kept there. None where the plan needs none.

    Raises:
        JobCancelledError: Asked to stop.
        RunNotWritableError: They cannot be kept.
        HilumError: The lung network cannot be had.
    """
    if not run.plan.needs_lungs:
        return None

    def open_network() -> LungNetwork:
        return load_lung_network(device=DeviceChoice.CUDA if device.type == "cuda" else DeviceChoice.CPU)

    def between() -> None:
        stand_by(control, context)

    given = (run.path / LUNG_FOLDER, images.pixels, images.sha256, open_network, context, between)
    found = kept_lungs(*given) if team.is_first else None
    # The others read what the first has found.
    team.wait()
    return found if found is not None else kept_lungs(*given)


def check_lungs(session: "Session") -> None:
    """Make sure that the plan's wishes can be met with these lungs.

    Raises:
        InvalidPlanError: Lungs are found in too few images, or no positive image is left to learn from.
    """
    plan, lungs = session.plan, session.lungs
    if lungs is None:
        return
    found, count = int(np.count_nonzero(lungs.is_plausible)), len(lungs.is_plausible)
    if plan.against_shortcuts and found < LEAST_PLAUSIBLE_SHARE * count:
        raise InvalidPlanError(TOO_FEW_LUNGS.format(number=f"{found:,}", total=f"{count:,}"))
    if not plan.leaves_out_invisible:
        return
    positive = plan.classes.index(plan.positive_class)
    left = min(int(np.count_nonzero(session.labels[task.training] == positive)) for task in session.tasks)
    if left < _LEAST_POSITIVES:
        raise InvalidPlanError(TOO_FEW_VISIBLE.format(number=left, positive_class=plan.positive_class))
