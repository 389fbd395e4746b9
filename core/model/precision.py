"""Number formats that networks are stored and computed in."""

from enum import StrEnum


class Precision(StrEnum):
    """Number format of weights on disk, or of the heavy arithmetic."""

    FLOAT32 = "float32"
    BFLOAT16 = "bfloat16"
    FLOAT16 = "float16"
