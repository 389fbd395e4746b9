"""The colours of heat maps: perceptually uniform, and readable with any kind of colour vision.

Source: the colour map "inferno" by Nathaniel Smith and Stefan van der Walt, 2015, released as CC0 with matplotlib
(https://bids.github.io/colormap). Every fifth of its 256 entries is kept here; between them colours are
interpolated linearly, which differs from the original by at most 1 of 255.
"""

from functools import lru_cache

import numpy as np
import numpy.typing as npt

COLOURS = 256

_KNOTS_HEX = (
    "000004 02020c 050417 0a0722 10092d 160b39 1e0c45 260c51 2f0a5b 380962 400a67 490b6a 510e6c"
    "59106e 61136e 69166e 71196e 781c6d 801f6c 88226a 902568 982766 a02a63 a82e5f b0315b b73557"
    "bf3952 c63d4d cc4248 d34743 d94d3d df5337 e45a31 e9612b ed6925 f1711f f47918 f78212 f98b0b"
    "fa9407 fb9d07 fca60c fcb014 fbba1f fac42a f8cd37 f6d746 f4e156 f2ea69 f2f27d f5f992 fcffa4"
)


@lru_cache(maxsize=1)
def colour_table() -> npt.NDArray[np.uint8]:
    """The colour map: uint8 (256, 3), RGB, from black to pale yellow. Read-only."""
    knots = np.frombuffer(bytes.fromhex(_KNOTS_HEX), dtype=np.uint8).reshape(-1, 3).astype(np.float64)
    at_knots = np.linspace(0, COLOURS - 1, len(knots))
    channels = [np.interp(np.arange(COLOURS), at_knots, knots[:, channel]) for channel in range(3)]
    table = np.rint(np.stack(channels, axis=1)).astype(np.uint8)
    table.setflags(write=False)
    return table
