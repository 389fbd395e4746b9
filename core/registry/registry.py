"""Models that are kept from one start to the next: versions, the active one, and the way back.

    models/
      active.json             which model is active, and which were before
      lock                    held by whoever changes something
      ward/1/                 a package: card.json, weights.safetensors, out_of_fold.json, dossier.pdf ...
      ward/2/
      .incoming/              what is still being written

Versions of a name are numbered 1, 2, 3 ... in the order in which they came; a package from elsewhere keeps its version
where that is free. Names that differ in case only are one name: some systems cannot tell them apart. The model of the
installation is always there and called `bundled`.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from core.errors import (
    HilumError,
    InvalidModelPackageError,
    ModelHashMismatchError,
    ModelNotRemovableError,
    NewerModelError,
    NothingToRollBackError,
    UnknownModelError,
)
from core.language import mark
from core.model.card import ModelCard
from core.model.card_reading import FILE_NAME, read_card
from core.model.card_writing import write_card
from core.model.package import CARD_NAME, ModelPackage, bundled_package, files_of, read_package_card
from core.record.contents import Content, activation_content, model_content
from core.record.entry import EntryKind
from core.record.journal import Journal, user_journal
from core.registry.activation import Activation, activation_now, read_activations, write_activations
from core.registry.catalogue import card_in, copy_dossier, damaged_versions, directory_of, kept_versions
from core.registry.exchange import unpack_model_file, write_model_file
from core.registry.storage import changing, copy_file, incoming, put_in_place, take_away, write_text
from core.registry.version import (
    BUNDLED,
    DOSSIER_JSON,
    DOSSIER_PDF,
    DamagedVersion,
    ModelVersion,
    next_version,
)
from core.training.out_of_fold import OUT_OF_FOLD_NAME
from core.user_folders import user_folders

REGISTRY_NAME = "models"

Complete = Callable[[Path, ModelCard], None]


def user_registry(person: str = "") -> "ModelRegistry":
    """This user's models, changes to which are recorded; without a home folder, the bundled one alone.

    Args:
        person: Who changes something, for the record; may be empty.
    """
    folders = user_folders()
    return ModelRegistry(folders.data / REGISTRY_NAME if folders is not None else None, user_journal(), person)


@dataclass(frozen=True)
class ModelRegistry:
    """Models on disk. Any number of processes may use one folder at once.

    Attributes:
        folder: Where they are, made when first written to; None where there is no place for them.
        journal: Where changes are recorded, before they happen; None for nowhere.
        person: Who changes something, for the record; may be empty.
    """

    folder: Path | None
    journal: Journal | None = field(default=None, compare=False)
    person: str = ""

    @cached_property
    def bundled(self) -> ModelVersion:
        """The model of the installation.

        Raises:
            InvalidModelPackageError: The installation is damaged.
            ModelHashMismatchError: Its weights were changed.
        """
        package = bundled_package()
        return ModelVersion(package.directory, package.card, is_bundled=True)

    def versions(self) -> tuple[ModelVersion, ...]:
        """Every model with a sound card: the bundled one, then by name, the newest version first."""
        return (self.bundled, *kept_versions(self.folder))

    def damaged(self) -> tuple[DamagedVersion, ...]:
        """Folders whose card cannot be used; they can only be removed."""
        return damaged_versions(self.folder)

    def find(self, text: str) -> ModelVersion:
        """The model that a person means.

        Args:
            text: `bundled`, `ward@2`, or `ward` for its newest version.

        Raises:
            UnknownModelError: There is none.
        """
        versions = self.versions()
        wanted = text.casefold()
        for version in versions:
            if wanted in (version.address.casefold(), version.card.name.casefold()):
                return version
        raise UnknownModelError(text, tuple(version.address for version in versions))

    def active_version(self) -> ModelVersion:
        """The model that answers, by its card; its weights are not looked at.

        Raises:
            InvalidModelPackageError: It is damaged, or it is not known which was chosen.
            ModelHashMismatchError: Another model lies in its place.
            UnknownModelError: It is not there any more.
        """
        activations = self._activations()
        if not activations:
            return self.bundled
        return self._activated(activations[-1])

    def active(self) -> ModelPackage:
        """The model that answers, checked. Never another one than was chosen, whatever is wrong with it.

        Raises:
            InvalidModelPackageError: It is damaged, or it is not known which was chosen.
            ModelHashMismatchError: Its weights were changed.
            UnknownModelError: It is not there any more.
        """
        return self.active_version().load()

    def add(
        self, package: Path, complete: Complete | None = None, change: Callable[[ModelCard], ModelCard] | None = None
    ) -> ModelVersion:
        """Take in a package under the next free number of its name.

        Args:
            package: The package's folder; it stays as it is.
            complete: Writes what else is to be kept with it, such as its dossier; called with the folder to write
                into and the card with its number, before the model is in place.
            change: What is to stand on its card instead, such as another threshold.

        Returns:
            The new version; the one there is where this very model was taken in before, with the same card.

        Raises:
            InvalidModelPackageError: It cannot be used.
            ModelHashMismatchError: Its weights are not its card's.
            NoUserFolderError: There is no place to keep it.
            OutputNotWritableError: The folder may not be written, or the disk is full.
            ModelsInUseError: Another copy of the program is changing it, for too long.
        """
        with changing(self.folder) as folder, incoming(folder) as partial:
            card = read_package_card(package)
            if change is not None:
                # Compared as it would be read again.
                card = read_card(write_card(change(card)), package / CARD_NAME)
            known = self._known(card)
            if known is not None:
                return known
            numbered = replace(card, version=next_version(self._taken_versions(card.name)))
            return self._take_in(partial, package, numbered, complete)

    def import_file(self, file: Path) -> ModelVersion:
        """Take in a model that was exported elsewhere, under its own version where that is free.

        Args:
            file: An exported model.

        Raises:
            InvalidModelFileError: It is none, damaged, or holds what does not belong there.
            NoUserFolderError: There is no place to keep it.
            OutputNotWritableError: The folder may not be written, or the disk is full.
            ModelsInUseError: Another copy of the program is changing it, for too long.
        """
        with changing(self.folder) as folder, incoming(folder) as unpacked, incoming(folder) as partial:
            card = unpack_model_file(file, unpacked)
            known = self._known(card)
            if known is not None:
                return known
            taken = self._taken_versions(card.name)
            if not FILE_NAME.fullmatch(card.version) or card.version.casefold() in taken:
                card = replace(card, version=next_version(taken))
            return self._take_in(partial, unpacked, card, lambda target, _card: copy_dossier(unpacked, target))

    def export(self, version: ModelVersion, file: Path, *, with_dossier: bool = False) -> None:
        """Write a model into one file.

        Args:
            version: Which.
            file: Where to; a file that is there is replaced.
            with_dossier: Whether its dossier goes along, which names every image.

        Raises:
            InvalidModelPackageError: The model is damaged.
            ModelHashMismatchError: Its weights were changed.
            OutputNotWritableError: The file cannot be written.
        """
        package = version.load()
        optional = (OUT_OF_FOLD_NAME, *((DOSSIER_JSON, DOSSIER_PDF) if with_dossier else ()))
        names = [
            CARD_NAME,
            *files_of(package.card),
            *(name for name in optional if (version.directory / name).exists()),
        ]
        write_model_file(version.directory, names, file)

    def activate(self, version: ModelVersion) -> ModelPackage:
        """Let a model answer from now on; it is checked first.

        Raises:
            InvalidModelPackageError: It is damaged.
            ModelHashMismatchError: Its weights were changed.
            NoUserFolderError: There is no place to remember it.
            OutputNotWritableError: The choice cannot be written.
            ModelsInUseError: Another copy of the program is changing the models, for too long.
        """
        with changing(self.folder) as folder:
            package = version.load()
            try:
                before = self._activations()
            except NewerModelError:
                raise  # What the newer program chose is its to keep.
            except InvalidModelPackageError:
                before = ()  # Choosing anew is the way out of a damaged file.
            now = activation_now(version.address, version.card.weights_sha256)
            current = before[-1] if before else replace(now, address=BUNDLED)
            if (current.address, current.sha256) != (now.address, now.sha256):
                self._record_activation(version, self._label_of(before), rolled_back=False)
                write_activations(folder, (*before, now))
        return package

    def roll_back(self) -> ModelVersion:
        """Let the model answer that was active before; the bundled one where there was none.

        Raises:
            NothingToRollBackError: No other model was active before.
            InvalidModelPackageError: It is not known which was active.
            NoUserFolderError: Nothing can be remembered here.
            OutputNotWritableError: The choice cannot be written.
            ModelsInUseError: Another copy of the program is changing the models, for too long.
        """
        with changing(self.folder) as folder:
            activations = self._activations()
            if not activations:
                raise NothingToRollBackError
            left = activations[:-1]
            while left:
                try:
                    version = self._activated(left[-1])
                    version.load()
                except HilumError:
                    left = left[:-1]  # Removed or damaged meanwhile: nobody wants to go back there.
                    continue
                self._record_activation(version, self._label_of(activations), rolled_back=True)
                write_activations(folder, left)
                return version
            if activations[-1].address == BUNDLED:
                raise NothingToRollBackError
            self._record_activation(self.bundled, self._label_of(activations), rolled_back=True)
            write_activations(folder, ())
            return self.bundled

    def remove(self, version: ModelVersion | DamagedVersion) -> None:
        """Delete a version for good.

        Raises:
            ModelNotRemovableError: It is the active one, or the bundled one.
            NoUserFolderError: Nothing is kept here.
            OutputNotWritableError: The system refuses.
            ModelsInUseError: Another copy of the program is changing the models, for too long.
        """
        if isinstance(version, ModelVersion) and version.is_bundled:
            raise ModelNotRemovableError(version.label, mark("it is part of the installation"))
        with changing(self.folder) as folder:
            try:
                activations = self._activations()
            except NewerModelError:
                raise  # It may be the active one.
            except InvalidModelPackageError:
                activations = ()
            if activations and activations[-1].address.casefold() == version.address.casefold():
                raise ModelNotRemovableError(version.address, mark("it is the active one"))
            self._record_removal(version)
            take_away(version.directory, folder)
            parent = version.directory.parent
            if parent != folder and not any(parent.iterdir()):
                shutil.rmtree(parent, ignore_errors=True)

    def _activations(self) -> tuple[Activation, ...]:
        return read_activations(self.folder) if self.folder is not None else ()

    def _activated(self, activation: Activation) -> ModelVersion:
        if activation.address == BUNDLED:
            return self.bundled
        name, _, number = activation.address.rpartition("@")
        directory = directory_of(self.folder, name, number)
        if not directory.is_dir():
            raise UnknownModelError(activation.address, tuple(version.address for version in self.versions()))
        version = ModelVersion(directory, card_in(directory))
        if version.card.weights_sha256 != activation.sha256:
            raise ModelHashMismatchError(directory, activation.sha256, version.card.weights_sha256)
        return version

    def _take_in(self, partial: Path, source: Path, card: ModelCard, complete: Complete | None) -> ModelVersion:
        """Copy a package's files and give the copy its place."""
        for name, sha256 in files_of(card).items():
            copied = copy_file(source / name, partial / name)
            if copied != sha256:
                raise ModelHashMismatchError(source / name, sha256, copied)
        if (source / OUT_OF_FOLD_NAME).exists():
            copy_file(source / OUT_OF_FOLD_NAME, partial / OUT_OF_FOLD_NAME)
        if complete is not None:
            complete(partial, card)
        write_text(partial / CARD_NAME, write_card(card))
        # What was copied is checked, not what was there before: every tensor, not the hash alone.
        ModelPackage(partial, card).read_weights()
        target = directory_of(self.folder, card.name, card.version)
        self._record(EntryKind.MODEL_ADDED, _content_of(card))
        put_in_place(partial, target)
        return ModelVersion(target, card)

    def _record_activation(self, version: ModelVersion, before: str | None, *, rolled_back: bool) -> None:
        card = version.card
        content = activation_content(
            model=card.name,
            model_version=card.version,
            weights_sha256=card.weights_sha256,
            before=before,
            rolled_back=rolled_back,
        )
        self._record(EntryKind.ACTIVATION, content)

    def _record_removal(self, version: ModelVersion | DamagedVersion) -> None:
        if isinstance(version, ModelVersion):
            content = _content_of(version.card)
        else:
            name, number = version.directory.parent.name, version.directory.name
            content = model_content(model=name, model_version=number, weights_sha256="")
        self._record(EntryKind.MODEL_REMOVED, content)

    def _record(self, kind: EntryKind, content: Content) -> None:
        """Record a change before it happens: one that cannot be recorded does not happen."""
        if self.journal is not None:
            self.journal.append(kind, content, self.person)

    def _label_of(self, activations: tuple[Activation, ...]) -> str | None:
        """The model that was active after some activations; None where it cannot be used any more."""
        try:
            return self._activated(activations[-1]).label if activations else self.bundled.label
        except HilumError:
            return None

    def _known(self, card: ModelCard) -> ModelVersion | None:
        """The version that is this very model: the same weights and threshold, from the same run."""
        for version in self.versions():
            same_name = version.card.name.casefold() == card.name.casefold()
            if same_name and replace(version.card, version=card.version) == card:
                return version
        return None

    def _taken_versions(self, name: str) -> list[str]:
        bundled = [self.bundled.card.version] if self.bundled.card.name.casefold() == name.casefold() else []
        parent = directory_of(self.folder, name, "1").parent
        return bundled + ([child.name.casefold() for child in parent.iterdir()] if parent.is_dir() else [])


def _content_of(card: ModelCard) -> Content:
    return model_content(
        model=card.name,
        model_version=card.version,
        weights_sha256=card.weights_sha256,
        origin=card.training.summary,
    )
