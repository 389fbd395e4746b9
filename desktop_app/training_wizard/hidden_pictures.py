"""What the audit's probe with the lungs hidden looked at, as one picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QPixmap

from desktop_app.page_parts import picture_of

if TYPE_CHECKING:
    from core.training.audit_report import AuditReport, HiddenExample

_HIDDEN_GREY = 110
_TILE, _GAP = 74, 4


def hidden_pictures(report: AuditReport, pixels: npt.NDArray[np.uint8]) -> QPixmap | None:
    """The examples with what was hidden of them, those of the positive class above; None where there are none.

    Args:
        report: Names the examples.
        pixels: uint8 (images, size, size), the pictures that were audited.
    """
    if not report.examples or max(example.image for example in report.examples) >= len(pixels):
        return None
    rows = []
    for is_positive in (True, False):
        tiles = [_tile(pixels, example) for example in report.examples if example.is_positive == is_positive]
        rows.append(np.concatenate(tiles, axis=1) if tiles else np.zeros((0, 0), dtype=np.uint8))
    width = max(row.shape[1] for row in rows)
    return QPixmap.fromImage(
        picture_of(np.concatenate([np.pad(row, ((0, 0), (0, width - row.shape[1]))) for row in rows]))
    )


def _tile(pixels: npt.NDArray[np.uint8], example: HiddenExample) -> npt.NDArray[np.uint8]:
    picture = np.array(pixels[example.image])
    size = len(picture)
    top, left, bottom, right = (round(share * size) for share in example.box)
    picture[top:bottom, left:right] = _HIDDEN_GREY
    step = max(1, size // _TILE)
    return np.pad(picture[::step, ::step], ((0, _GAP), (0, _GAP)))
