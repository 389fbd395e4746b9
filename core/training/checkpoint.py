"""An epoch's end on disk: everything that going on needs. Imports torch.

One safetensors file holds the tensors (weights, optimiser's moments, averaged weights) and, as JSON in its header,
the counters; so a checkpoint is whole or not there. Nothing is pickled.
"""

import json
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from core.training.durable_files import write_durably

CHECKPOINT_NAME = "checkpoint.safetensors"  # untranslated: a file name
_COUNTERS = "counters"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Checkpoint:
    """What a checkpoint holds.

    Attributes:
        tensors: Tensors by name.
        counters: Values of JSON by name.
    """

    tensors: Mapping[str, torch.Tensor]
    counters: Mapping[str, Any]

    def part(self, prefix: str) -> dict[str, torch.Tensor]:
        """Tensors whose name starts with a prefix and a dot, under their names without it."""
        start = f"{prefix}."
        return {name.removeprefix(start): tensor for name, tensor in self.tensors.items() if name.startswith(start)}


def save_checkpoint(path: Path, checkpoint: Checkpoint) -> None:
    """Replace a checkpoint; the previous one stays until the new one is whole.

    Args:
        path: The file.
        checkpoint: What it shall hold.

    Raises:
        RunNotWritableError: The disk is full, or the folder cannot be written; the previous one remains.
    """
    from safetensors.torch import save

    tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in checkpoint.tensors.items()}
    content = save(tensors, {_COUNTERS: json.dumps(checkpoint.counters)})
    write_durably(path, lambda file: file.write(content))


def load_checkpoint(path: Path) -> Checkpoint | None:
    """Read a checkpoint.

    Args:
        path: The file.

    Returns:
        What it holds; None where there is none. A damaged one (the disk's doing, as writing is atomic) is none: the
        fold begins anew.
    """
    from safetensors import SafetensorError, safe_open

    if not path.exists():
        return None
    try:
        with safe_open(path, framework="pt") as file:
            counters = json.loads((file.metadata() or {})[_COUNTERS])
            # Copies: Windows replaces no file that is still mapped into memory, as these tensors otherwise are.
            tensors = {name: file.get_tensor(name).clone() for name in file.keys()}  # noqa: SIM118 (no mapping)
    except (OSError, SafetensorError, KeyError, ValueError) as error:
        log.warning("A checkpoint is damaged and not used: %s", type(error).__name__)
        return None
    return Checkpoint(tensors, counters)


def optimiser_tensors(optimiser: torch.optim.Optimizer) -> dict[str, torch.Tensor]:
    """The optimiser's memory of each parameter (Adam's step and moments), by `position.name`."""
    return dict(_named_tensors(optimiser.state_dict()["state"]))


def restore_optimiser(optimiser: torch.optim.Optimizer, tensors: Mapping[str, torch.Tensor], groups: Any) -> None:
    """Give an optimiser back what `optimiser_tensors` and `group_settings` took from it.

    Args:
        optimiser: Made anew, for the same parameters.
        tensors: By `position.name`.
        groups: From `group_settings`.
    """
    state = optimiser.state_dict()
    parameters = [parameter for group in optimiser.param_groups for parameter in group["params"]]
    memory: dict[int, dict[str, torch.Tensor]] = {}
    for key, tensor in tensors.items():
        position, name = key.split(".", 1)
        memory.setdefault(int(position), {})[name] = _laid_out_like(parameters[int(position)], tensor)
    state["state"] = memory
    for group, settings in zip(state["param_groups"], groups, strict=True):
        group.update({name: tuple(value) if isinstance(value, list) else value for name, value in settings.items()})
    optimiser.load_state_dict(state)


def group_settings(optimiser: torch.optim.Optimizer) -> list[dict[str, Any]]:
    """The optimiser's settings as values of JSON: a schedule changes them from step to step."""
    return [
        {name: value for name, value in group.items() if name != "params"}
        for group in optimiser.state_dict()["param_groups"]
    ]


def _laid_out_like(parameter: torch.Tensor, tensor: torch.Tensor) -> torch.Tensor:
    """A moment in the order of its parameter's memory, which fused optimisers rely on: files know no channels_last."""
    if tensor.shape != parameter.shape:
        return tensor
    return torch.empty_like(parameter, dtype=tensor.dtype, requires_grad=False).copy_(tensor)


def _named_tensors(state: Mapping[int, Mapping[str, Any]]) -> Iterator[tuple[str, torch.Tensor]]:
    for position, memory in state.items():
        for name, value in memory.items():
            yield f"{position}.{name}", value
