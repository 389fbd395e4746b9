"""How long a training run will take, from what its parts took so far.

A run is a list of fits (one per fold, and the refit), each of some epochs. What is still to do is counted in
images learnt from, images looked at, checkpoints and fits; each has a price that is measured as the run goes on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

_NEWEST_SHARE = 0.5
"""Weight of the newest measurement: machines slow down and speed up over the hours of a run."""


class Part(StrEnum):
    """What time is spent on."""

    LEARNING = "learning"
    """One image learnt from."""
    LOOKING = "looking"
    """One held-out image looked at."""
    SAVING = "saving"
    """One checkpoint."""
    PROBING = "probing"
    """One held-out image asked about with the lungs hidden, and alone."""
    STARTING = "starting"
    """One fit: its network built."""


@dataclass(frozen=True)
class FitSize:
    """How much work one fit is.

    Attributes:
        training_images: Images learnt from in each epoch.
        validation_images: Images looked at after each epoch.
        epochs: Epochs.
        probed_images: Images asked about with the lungs hidden, at the end.
    """

    training_images: int
    validation_images: int
    epochs: int
    probed_images: int = 0

    def epochs_of_work(self, epochs: int) -> dict[Part, float]:
        """How much of each part so many epochs are."""
        return {
            Part.LEARNING: float(epochs * self.training_images),
            Part.LOOKING: float(epochs * self.validation_images),
            Part.SAVING: float(epochs),
        }


@dataclass
class TimeLeft:
    """Measures what parts of a run take and says how long the rest will.

    Attributes:
        fits: All fits of the run, in order.
        prices: Seconds per unit of each part, as far as measured.
    """

    fits: Sequence[FitSize]
    prices: dict[Part, float] = field(default_factory=dict)

    def record(self, part: Part, count: int, seconds: float) -> None:
        """Learn what something took.

        Args:
            part: What it was.
            count: How many units of it.
            seconds: How long, without pauses.
        """
        if count <= 0:
            return
        price = seconds / count
        known = self.prices.get(part)
        self.prices[part] = price if known is None else known + _NEWEST_SHARE * (price - known)

    def seconds_left(self, fit: int, epoch: int, images_done: int = 0, price_now: float | None = None) -> float | None:
        """How long the rest of the run will take.

        Args:
            fit: Position of the running fit in `fits`; `len(fits)` at the end.
            epoch: Its epochs that are finished.
            images_done: Images learnt from in its running epoch.
            price_now: Seconds per image learnt from in the running epoch, where the run has no finished one yet.

        Returns:
            Seconds; None while nothing was measured.
        """
        prices = dict(self.prices)
        if price_now is not None:
            prices.setdefault(Part.LEARNING, price_now)
        if Part.LEARNING not in prices:
            return None
        # Looking is the forward pass, a third of learning, until it is measured.
        prices.setdefault(Part.LOOKING, prices[Part.LEARNING] / 3)
        work = dict.fromkeys(Part, 0.0)
        for position, size in enumerate(self.fits[fit:]):
            rest = size.epochs - epoch if position == 0 else size.epochs
            for part, amount in size.epochs_of_work(rest).items():
                work[part] += amount
            work[Part.STARTING] += float(position > 0)
            work[Part.PROBING] += float(size.probed_images)
        work[Part.LEARNING] -= images_done
        return max(0.0, sum(amount * prices.get(part, 0.0) for part, amount in work.items()))
