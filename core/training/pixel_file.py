"""Small pictures of a data set in one file that is mapped into memory, written whole or not at all.

The pixels lie in an `.npy` file, beside it a seal: what each row is, and the hash of the whole. A file without its
seal, or that does not fit it, counts as absent.
"""

import contextlib
import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.training.durable_files import write_durably, write_json_durably

FORMAT = 1
PIXELS_SUFFIX, SEAL_SUFFIX = ".npy", ".json"
_MOST_FILES = 4

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class ImageFacts:
    """What is kept of an image beside its small picture.

    Attributes:
        sha256: Of the file, hexadecimal.
        display_sha256: Of the displayed picture at its own size: equal for files that show exactly the same.
        rows: Height of the image, pixels.
        columns: Width of the image, pixels.
        has_colour: Whether reading it as grey gave up differences of colour.
    """

    sha256: str
    display_sha256: str
    rows: int
    columns: int
    has_colour: bool


def open_pixel_file(path: Path, size: int) -> tuple[Pixels, tuple[ImageFacts, ...]] | None:
    """Map a file that was written before.

    Args:
        path: The file, without suffix.
        size: Rows and columns that each picture must have.

    Returns:
        uint8 (images, size, size), read-only, and what each picture is; None where the file is absent or damaged.
    """
    pixels_path = path.with_suffix(PIXELS_SUFFIX)
    try:
        seal = json.loads(path.with_suffix(SEAL_SUFFIX).read_text(encoding="utf-8"))
        facts = tuple(ImageFacts(**fact) for fact in seal["images"])
        pixels = np.load(pixels_path, mmap_mode="r", allow_pickle=False)
        is_sound = seal["format"] == FORMAT and seal["sha256"] == _digest(pixels)
        # The newest files are the ones that are kept.
        pixels_path.touch()
    except (OSError, ValueError, TypeError, LookupError, EOFError):
        return None
    if not is_sound or pixels.dtype != np.uint8 or pixels.shape != (len(facts), size, size):
        return None
    return pixels, facts


def write_pixel_file(path: Path, pixels: Pixels, facts: Sequence[ImageFacts]) -> None:
    """Write pictures and their seal, and remove all but the few last used files of the folder.

    Args:
        path: The file, without suffix; its folder is made.
        pixels: uint8 (images, size, size).
        facts: What each picture is.

    Raises:
        RunNotWritableError: No room, or no permission; nothing half made is left.
        OSError: The folder cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # Written, not filled through a mapping: a full disk would end the process (SIGBUS) instead of saying so.
    write_durably(path.with_suffix(PIXELS_SUFFIX), lambda file: np.save(file, pixels, allow_pickle=False))
    seal = {"format": FORMAT, "sha256": _digest(pixels), "images": [asdict(fact) for fact in facts]}
    write_json_durably(path.with_suffix(SEAL_SUFFIX), seal)
    _remove_old_files(path.parent)


def _digest(pixels: Pixels) -> str:
    return hashlib.sha256(np.ascontiguousarray(pixels).data).hexdigest()


def _remove_old_files(folder: Path) -> None:
    # Another process may map one of them, or remove it at this moment.
    with contextlib.suppress(OSError):
        files = sorted(folder.glob(f"*{PIXELS_SUFFIX}"), key=lambda file: file.stat().st_mtime, reverse=True)
        for file in files[_MOST_FILES:]:
            file.unlink()
            file.with_suffix(SEAL_SUFFIX).unlink(missing_ok=True)
