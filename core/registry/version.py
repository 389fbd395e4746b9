"""A model that is kept here, as lists name it."""

import re
from dataclasses import dataclass
from pathlib import Path

from core.model.card import MeasuredFigures, ModelCard
from core.model.package import ModelPackage, load_package

BUNDLED = "bundled"
"""What the model of the installation is called on the command line."""
DOSSIER_PDF = "dossier.pdf"  # untranslated: a file
DOSSIER_JSON = "dossier.json"  # untranslated: a file


@dataclass(frozen=True)
class ModelVersion:
    """One version of a model.

    Attributes:
        directory: The package's folder.
        card: What the model says about itself.
        is_bundled: Whether it came with the installation.
    """

    directory: Path
    card: ModelCard
    is_bundled: bool = False

    @property
    def address(self) -> str:
        """What it can be asked for by: `ward@2`, or `bundled`."""
        return BUNDLED if self.is_bundled else f"{self.card.name}@{self.card.version}"

    @property
    def label(self) -> str:
        """Name and version, for people."""
        return f"{self.card.name} {self.card.version}"

    @property
    def date(self) -> str:
        """When it was trained, empty where its card does not say."""
        return (self.card.training.date or "")[:10]

    @property
    def dossier(self) -> Path | None:
        """Its validation dossier, None where it has none."""
        path = self.directory / DOSSIER_PDF
        return path if path.is_file() else None

    @property
    def figures(self) -> MeasuredFigures | None:
        """The figures that lists show: the first its card names."""
        return self.card.measured[0] if self.card.measured else None

    def load(self) -> ModelPackage:
        """Check weights and card, and return the package.

        Raises:
            InvalidModelPackageError: Something of it is gone or damaged.
            ModelHashMismatchError: Its weights were changed.
        """
        return load_package(self.directory)


@dataclass(frozen=True)
class DamagedVersion:
    """A folder in the registry that holds no usable model.

    Attributes:
        directory: The folder.
        reason: What is wrong, technically.
    """

    directory: Path
    reason: str

    @property
    def address(self) -> str:
        """What it can be removed by."""
        return f"{self.directory.parent.name}@{self.directory.name}"


def version_order(version: str) -> tuple[tuple[int, int, str], ...]:
    """A key by which 10 comes after 9, and 1.10 after 1.9."""
    parts = re.split(r"(\d+)", version)
    return tuple((1, int(part), "") if part.isdigit() else (0, 0, part) for part in parts if part)


def next_version(taken: list[str]) -> str:
    """The number after the highest that is taken: 1, 2, 3 ..."""
    leading = (re.match(r"\d+", version) for version in taken)
    return str(max((int(found.group()) for found in leading if found), default=0) + 1)
