"""One process's part of a step that a team takes together. Importing this module imports torch."""

from typing import Any

import torch

from core.errors import DeviceOutOfMemoryError
from core.imaging.radiograph import DisplayPixels
from core.training.devices import describe_device
from core.training.distributed import Team, sum_gradients
from core.training.step import Labels, TrainingStep


class TeamStep(TrainingStep):
    """A step of which this process computes its slice of the batch.

    Random changes are drawn for the whole batch, from the same generator everywhere, and the slice's are used; losses
    are divided by the whole batch, so that the gradients' sum over the team is that of one process.

    Memory that is not enough ends the run: a process that repeats its part with smaller ones would leave the others
    waiting for statistics that never come.
    """

    def __init__(self, team: Team, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._team = team
        self._part_of_batch = 1.0

    @torch.no_grad()  # type: ignore[untyped-decorator, unused-ignore] # torch is not typed here
    def _varied(self, grey: DisplayPixels, labels: Labels) -> tuple[Any, Any]:
        """Network input and labels of this process's slice, on the device."""
        share = self._team.share_of(len(labels))
        self._part_of_batch = (share.stop - share.start) / len(labels)
        whole = torch.as_tensor(grey)[:, None].to(self._device, non_blocking=True).float() / 255
        drawn = self._vary.make_params([whole], self._generator)
        varied = self._vary.transform(whole[share], {name: values[share] for name, values in drawn.items()})
        targets = torch.as_tensor(labels[share]).to(self._device, non_blocking=True)
        return self._prepare.one_channel(varied), targets

    def _loss(self, images: Any, targets: Any) -> Any:
        return super()._loss(images, targets) * self._part_of_batch

    def _update(self) -> None:
        # Before float16's scaler looks for overflows: all must find the same, or one leaves a step out alone.
        sum_gradients(self.optimiser)
        super()._update()

    def _make_smaller(self, batch_size: int) -> None:
        raise DeviceOutOfMemoryError(describe_device(self._device), batch_size)
