"""A small picture for the strip of opened scans, made as quickly as the file's format allows."""

from pathlib import Path

from core.imaging.radiograph import DisplayPixels


def read_thumbnail(path: Path, longest_side: int) -> DisplayPixels:
    """A small picture of the image, the right way round and never enlarged.

    Args:
        path: The file.
        longest_side: Largest height and width, pixels, >= 1.

    Raises:
        FileError: One of its kinds, saying what is wrong with the file.
    """
    raise NotImplementedError
