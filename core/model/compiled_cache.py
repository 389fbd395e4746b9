"""Compiled networks kept on disk, so that only the first start on a machine compiles.

A cached network is an optimisation, never a source of truth: whatever is wrong with it (cut short, a flipped bit,
another version, a folder that cannot be written), it is dropped and the network is compiled again. Each file
starts with the SHA-256 of the rest and is put in place by a rename, so that two programs at once, or a kill while
writing, leave either a whole file or none.
"""

import contextlib
import hashlib
import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from core.user_folders import user_folders

_MAGIC = b"HILUM-COMPILED-1"
_DIGEST_BYTES = 32
_SUFFIX = ".compiled"
_PARTIAL_SUFFIX = ".partial"
_STALE_PARTIAL_SECONDS = 24 * 3600
KEPT_NETWORKS = 6
"""A classifier's takes about 95 MB, the lung network's 10; older ones go when a new one is stored."""


def user_cache() -> "CompiledCache | None":
    """This user's compiled networks, None where the user has no home folder."""
    folders = user_folders()
    return CompiledCache(folders.cache / "compiled_networks") if folders is not None else None


@dataclass(frozen=True)
class CompiledCache:
    """A folder of compiled networks.

    Attributes:
        directory: The folder; made when first needed.
    """

    directory: Path

    def load(self, key: str) -> bytes | None:
        """A compiled network, or None where there is none or it is not sound (then it is deleted).

        Args:
            key: Everything the compiled form depends on, as text.
        """
        path = self._path(key)
        start = len(_MAGIC) + _DIGEST_BYTES
        try:
            with path.open("rb", buffering=0) as file:
                header = file.read(start)
                # Apart, not cut off afterwards: copying 95 MB would hold the interpreter's lock for 50 ms.
                network = file.read()
        except OSError:
            return None
        if header == _MAGIC + hashlib.sha256(network).digest():
            with contextlib.suppress(OSError):
                os.utime(path)  # Marks it as used, so that it is not among the first to go.
            return network
        self.discard(key)
        return None

    def store(self, key: str, network: bytes) -> bool:
        """Keep a compiled network; whether it could be written.

        Args:
            key: Everything the compiled form depends on, as text.
            network: What the engine exported.
        """
        partial = None
        try:
            self.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor, partial = tempfile.mkstemp(suffix=_PARTIAL_SUFFIX, dir=self.directory)
            with os.fdopen(descriptor, "wb") as file:
                file.write(_MAGIC + hashlib.sha256(network).digest())
                file.write(network)
                file.flush()
                os.fsync(file.fileno())
            Path(partial).replace(self._path(key))
        except OSError:
            if partial is not None:
                with contextlib.suppress(OSError):
                    Path(partial).unlink(missing_ok=True)
            return False
        self._remove_old()
        return True

    def discard(self, key: str) -> None:
        """Delete a compiled network that turned out unusable."""
        with contextlib.suppress(OSError):
            self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.directory / (hashlib.sha256(key.encode()).hexdigest()[:32] + _SUFFIX)

    def _remove_old(self) -> None:
        with contextlib.suppress(OSError):  # Another program may be removing the same files.
            networks = sorted(self.directory.glob(f"*{_SUFFIX}"), key=_modified, reverse=True)
            stale = time.time() - _STALE_PARTIAL_SECONDS
            partials = [path for path in self.directory.glob(f"*{_PARTIAL_SUFFIX}") if _modified(path) < stale]
            for path in networks[KEPT_NETWORKS:] + partials:
                path.unlink(missing_ok=True)


def _modified(path: Path) -> float:
    return path.stat().st_mtime
