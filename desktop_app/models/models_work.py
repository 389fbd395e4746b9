"""The work behind the list of models. Nothing here touches a widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.error_wording import ErrorMessage, describe_error
from core.errors import HilumError
from core.jobs import JobContext, Progress
from core.language import tr
from core.registry.registry import ModelRegistry
from core.registry.version import DamagedVersion, ModelVersion

if TYPE_CHECKING:
    from core.registry.comparing import VersionComparison

Context = JobContext[Any]
AnyVersion = ModelVersion | DamagedVersion


@dataclass(frozen=True)
class ModelList:
    """What is kept.

    Attributes:
        versions: Models with a sound card.
        damaged: Folders without one.
        active: The active model's address, None where it cannot be used.
        problem: Why not.
    """

    versions: tuple[ModelVersion, ...]
    damaged: tuple[DamagedVersion, ...] = ()
    active: str | None = None
    problem: ErrorMessage | None = None


def list_work(registry: ModelRegistry) -> Callable[[Context], ModelList]:
    """Read every card."""

    def work(_context: Context) -> ModelList:
        versions, damaged = registry.versions(), registry.damaged()
        try:
            return ModelList(versions, damaged, registry.active_version().address)
        except HilumError as error:
            return ModelList(versions, damaged, None, describe_error(error))

    return work


def activate_work(registry: ModelRegistry, version: ModelVersion) -> Callable[[Context], ModelVersion]:
    """Let a model answer from now on."""

    def work(context: Context) -> ModelVersion:
        context.report(Progress(0, None, tr("Checking the model")))
        registry.activate(version)
        return version

    return work


def roll_back_work(registry: ModelRegistry) -> Callable[[Context], ModelVersion]:
    """Let the model answer that was active before."""
    return lambda _context: registry.roll_back()


def remove_work(registry: ModelRegistry, version: AnyVersion) -> Callable[[Context], AnyVersion]:
    """Delete a version for good."""

    def work(_context: Context) -> AnyVersion:
        registry.remove(version)
        return version

    return work


def export_work(registry: ModelRegistry, version: ModelVersion, file: Path) -> Callable[[Context], Path]:
    """Write a model into one file, without its dossier."""

    def work(context: Context) -> Path:
        context.report(Progress(0, None, tr("Exporting")))
        registry.export(version, file)
        return file

    return work


def import_work(registry: ModelRegistry, file: Path) -> Callable[[Context], ModelVersion]:
    """Take in a model from a file."""

    def work(context: Context) -> ModelVersion:
        context.report(Progress(0, None, tr("Checking the file")))
        return registry.import_file(file)

    return work


def compare_work(
    registry: ModelRegistry, version: ModelVersion, folder: Path | None, device: str
) -> Callable[[Context], VersionComparison | None]:
    """Compare a model with the active one; None where that needs a folder of images and none is given."""

    def work(context: Context) -> VersionComparison | None:
        from core.registry.comparing import compare_on_folder, compare_out_of_fold

        active, chosen = registry.active(), version.load()
        if folder is None:
            return compare_out_of_fold(active, chosen)
        from core.model.runtime import DeviceChoice

        return compare_on_folder(active, chosen, folder, context, DeviceChoice(device))

    return work
