"""Whose work Hilum is made of, and under which terms: the texts that come with every distribution."""

# untranslated module: fields and texts of other projects

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from core.program_version import is_frozen

PACKAGE = "hilum"
_TEXT_NAME = re.compile(r"(licen[cs]e|copying|notice|authors|ofl)", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True)
class Licence:
    """The terms of one distribution.

    Attributes:
        name: The distribution.
        version: Its version.
        terms: The licence's name as its authors give it; empty where they give none.
        text: The texts that come with it, one after the other; empty where none does.
    """

    name: str
    version: str
    terms: str
    text: str

    def as_file(self) -> str:
        """The same as the content of a file, which `read_licences` reads again."""
        return f"{self.name}\n{self.version}\n{self.terms}\n\n{self.text}\n"


def installed_licences(package: str = PACKAGE) -> tuple[Licence, ...]:
    """The licences of a package and of all that it needs here, by name.

    What is not installed is left out: optional parts that nobody chose.
    """
    found: dict[str, Licence] = {}
    waiting = [package]
    while waiting:
        name = _normal(waiting.pop())
        if name in found:
            continue
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        found[name] = Licence(
            distribution.metadata["Name"], distribution.version, _terms(distribution), "\n\n".join(_texts(distribution))
        )
        waiting.extend(_requirements(distribution))
    return tuple(found[name] for name in sorted(found))


def write_licences(folder: Path, package: str = PACKAGE) -> int:
    """Write `installed_licences` as one file each; returns how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    licences = installed_licences(package)
    for licence in licences:
        (folder / f"{_normal(licence.name)}.txt").write_text(licence.as_file(), encoding="utf-8")
    return len(licences)


def read_licences(folder: Path) -> tuple[Licence, ...]:
    """What `write_licences` wrote, by name; empty where the folder is missing."""
    licences = []
    for path in sorted(folder.glob("*.txt")):
        name, version, terms, text = (*path.read_text(encoding="utf-8").split("\n", 3), "", "", "")[:4]
        licences.append(Licence(name, version, terms, text.strip("\n")))
    return tuple(licences)


def _requirements(distribution: metadata.Distribution) -> Iterator[str]:
    """Names of what a distribution needs; those of extras are only followed where they are installed anyway."""
    for requirement in distribution.requires or ():
        match = _NAME.match(requirement)
        if match and "extra ==" not in requirement:
            yield match.group()


def _terms(distribution: metadata.Distribution) -> str:
    data = distribution.metadata
    stated = data["License-Expression"] or data["License"] or ""
    if stated and len(stated) < 80:
        return str(stated).strip()
    classifiers = [value.rpartition(" :: ")[2] for value in data.get_all("Classifier") or () if "License ::" in value]
    return "; ".join(classifiers)


def _texts(distribution: metadata.Distribution) -> Iterator[str]:
    for file in distribution.files or ():
        is_text = file.suffix.lower() in ("", ".txt", ".md", ".rst", ".apache", ".mit", ".bsd", ".lgpl")
        if is_text and _TEXT_NAME.search(file.name) and ".dist-info" in file.parts[0]:
            path = Path(str(distribution.locate_file(file)))
            if path.is_file():
                yield path.read_text(encoding="utf-8", errors="replace").strip()


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def licences_here() -> tuple[Licence, ...]:
    """The licences of the program that runs: those frozen into it, else those of what is installed."""
    bundle = getattr(sys, "_MEIPASS", None) if is_frozen() else None
    return read_licences(Path(bundle) / "licences") if bundle is not None else installed_licences()
