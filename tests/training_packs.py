"""Training packs as the build makes them, with a planted package in place of torch."""

import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.training_pack import this_platform, this_python

MODULE = "site-packages/planted_torch/__init__.py"
FILES = {MODULE: b"VALUE = 41 + 1\n", "site-packages/planted_torch/data.bin": bytes(range(256)) * 20}


@dataclass(frozen=True)
class PlantedPack:
    """A pack's file.

    Attributes:
        path: Where it is.
        torch: The version that it says it holds.
        sha256: The file's hash.
    """

    path: Path
    torch: str
    sha256: str


def write_pack(path: Path, contents: Mapping[str, bytes] = FILES, **changes: Any) -> PlantedPack:
    """Write a pack; what is given replaces parts of its manifest."""
    manifest = {
        "kind": "hilum-training-pack",
        "schema_version": 1,
        "torch": "2.14.1",
        "python": this_python(),
        "platform": this_platform(),
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()},
        **changes,
    }
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("pack.json", json.dumps(manifest))
        for name, content in contents.items():
            archive.writestr(name, content)
    return PlantedPack(path, str(manifest["torch"]), hashlib.sha256(path.read_bytes()).hexdigest())
