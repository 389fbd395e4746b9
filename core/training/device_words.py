"""What a computer and a device are called. A run keeps these words in English; a device's own name stays as it is.

Imports no torch. `core.training.devices` and `core.training.provenance` put the words together.
"""

from core.language import mark
from core.phrases import restated

PROCESSOR = mark("processor")
"""Of one that does not say its name."""
THREADS = mark("{number} threads")
PROCESSES = mark("{number} processes on {device}")
CORES = mark("{number} logical cores")
MEMORY = mark("{number} GiB memory")
FROM_SOURCE = mark("from source")
"""In place of a version."""
NOT_RECORDED = mark("not recorded")

_WORDS = (PROCESSOR, THREADS, PROCESSES, CORES, MEMORY, FROM_SOURCE, NOT_RECORDED)


def device_in_words(kept: str) -> str:
    """A device, a computer or a version in the language that is in force.

    Args:
        kept: In English, as `RunProvenance.device`, `RunProvenance.hardware` and `RunProvenance.software` are.
    """
    return ", ".join(restated(part, _WORDS) for part in kept.split(", "))
