"""What lies in the registry's folder: `NAME/VERSION`, each a model package."""

from collections.abc import Iterator
from pathlib import Path

from core.errors import InvalidModelPackageError, UnknownModelError
from core.language import Worded, mark
from core.model.card import ModelCard
from core.model.card_reading import FILE_NAME
from core.model.package import CARD_NAME, read_package_card
from core.registry.storage import copy_file
from core.registry.version import BUNDLED, DOSSIER_JSON, DOSSIER_PDF, DamagedVersion, ModelVersion, version_order


def kept_versions(folder: Path | None) -> tuple[ModelVersion, ...]:
    """Every version with a sound card, by name, the newest first. Weights are not looked at.

    Args:
        folder: The registry's folder; may be missing.
    """
    kept: list[ModelVersion] = []
    for directory in _directories(folder):
        try:
            kept.append(ModelVersion(directory, card_in(directory)))
        except InvalidModelPackageError:
            continue
    kept.sort(key=lambda version: version_order(version.card.version), reverse=True)
    kept.sort(key=lambda version: version.card.name.casefold())
    return tuple(kept)


def damaged_versions(folder: Path | None) -> tuple[DamagedVersion, ...]:
    """Folders in the place of versions whose card cannot be used."""
    found = []
    for directory in _directories(folder):
        try:
            card_in(directory)
        except InvalidModelPackageError as error:
            found.append(DamagedVersion(directory, error.detail))
    return tuple(found)


def card_in(directory: Path) -> ModelCard:
    """A version's card, which must belong in this place.

    Raises:
        InvalidModelPackageError: The card is wrong, or another model's.
    """
    card = read_package_card(directory)
    if (card.name.casefold(), card.version.casefold()) != (directory.parent.name, directory.name):
        raise InvalidModelPackageError(
            directory / CARD_NAME,
            Worded.of(mark("it is the card of {name} {version}"), name=card.name, version=card.version),
        )
    return card


def directory_of(folder: Path | None, name: str, version: str) -> Path:
    """Where a version belongs, whether it is there or not.

    Raises:
        UnknownModelError: There is no registry, or no folder can be called so.
    """
    if folder is None or not (FILE_NAME.fullmatch(name) and FILE_NAME.fullmatch(version)):
        raise UnknownModelError(f"{name}@{version}", (BUNDLED,))
    return folder / name.casefold() / version.casefold()


def copy_dossier(source: Path, target: Path) -> None:
    """Copy a model's dossier, as far as there is one, into another folder, which does not have one.

    Raises:
        OutputNotWritableError: It cannot be written.
    """
    for name in (DOSSIER_JSON, DOSSIER_PDF):
        if (source / name).exists():
            copy_file(source / name, target / name)


def _directories(folder: Path | None) -> Iterator[Path]:
    """Folders two levels down; names that begin with a dot are still being written."""
    try:
        found = sorted(folder.glob("*/*")) if folder is not None else []
    except OSError:
        return
    for directory in found:
        if not directory.name.startswith(".") and not directory.parent.name.startswith(".") and directory.is_dir():
            yield directory
