"""A page of a TIFF file whose values come out as stored, whichever of them are bright."""

from typing import BinaryIO

from PIL.TiffImagePlugin import TiffImageFile

_PHOTOMETRIC_TAG = 262
_MIN_IS_WHITE, _MIN_IS_BLACK = 0, 1
_STRIP_OFFSETS_TAG, _TILE_OFFSETS_TAG = 273, 324

MOST_PIECES = 1 << 18
"""Strips or tiles at most: the largest picture that is decoded, in tiles of 16 x 16. Pillow lists them one by one,
needed or not, and would do so for seconds where a file announces millions."""


class TiffPage(TiffImageFile):
    """Pillow's TIFF file, without its own inversion.

    Pillow turns "min is white" pictures of up to 8 bits, leaves those of 16 bits and refuses them in big-endian
    files. Here all of them come as stored, and `min_is_white` says so: presentation turns them, once.
    """

    min_is_white = False

    def _setup(self) -> None:
        """Prepare the page, told that its small values are dark."""
        stated = self.tag_v2.get(_PHOTOMETRIC_TAG)
        self.min_is_white = stated == _MIN_IS_WHITE
        # The tag is required; where it is missing, libtiff and others take grey values as they are.
        if stated in (_MIN_IS_WHITE, None):
            self.tag_v2[_PHOTOMETRIC_TAG] = _MIN_IS_BLACK
        for tag in (_STRIP_OFFSETS_TAG, _TILE_OFFSETS_TAG):
            if len(self.tag_v2.get(tag, ())) > MOST_PIECES:
                raise ValueError(f"more than {MOST_PIECES} strips or tiles")
        super()._setup()  # type: ignore[no-untyped-call,unused-ignore]


def open_tiff_page(file: BinaryIO, frame_index: int) -> TiffPage:
    """Read a page's header.

    Args:
        file: At its beginning.
        frame_index: Which page, from 0.
    """
    page = TiffPage(file)
    if frame_index:
        page.seek(frame_index)
    return page
