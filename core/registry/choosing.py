"""The model that a command means: a folder, a name in the registry, or the active one."""

from pathlib import Path

from core.model.package import CARD_NAME, ModelPackage, load_package
from core.registry.registry import ModelRegistry


def choose_package(choice: str | None, registry: ModelRegistry) -> ModelPackage:
    """Load the model that was asked for.

    Args:
        choice: Folder of a package, or a name as `ModelRegistry.find` takes it; None for the active model. A folder
            goes first.
        registry: Where models are kept.

    Raises:
        UnknownModelError: Neither a folder nor a name.
        InvalidModelPackageError: The model is damaged.
        ModelHashMismatchError: Its weights are not its card's.
    """
    if choice is None:
        return registry.active()
    folder = Path(choice)
    if (folder / CARD_NAME).exists() or (folder.is_dir() and folder.name != choice):
        return load_package(folder)
    return registry.find(choice).load()
