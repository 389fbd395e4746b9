"""How a network does on a source that it did not learn from: which sources allow it, and what came out.

Imports no torch. `core.training.leave_sources_out` computes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.errors import InvalidRunError
from core.language import mark
from core.training.durable_files import read_json, write_json_durably
from core.training.results import Estimate
from core.typed_json import from_plain, to_plain

LEFT_OUT_NAME = "left_out_sources.json"  # untranslated: a file name
"""In a run's folder."""
FORMAT = 1
LEAST_GROUPS = 10
"""Independent images of either side that a source, and all others together, must hold."""
MOST_SOURCES = 10
"""The largest ones, each of which costs a head."""

# Kept in English with the run; `core.training.disease_wording` says them in the person's language.
_UNNAMED = mark("the images do not say which source they come from")
_ONE_SOURCE = mark("all images come from one source")
_NONE_HOLDS_BOTH = mark("no source holds both classes, {number} independent images of each or more")
_TOO_FEW_LEFT = mark("without the sources that hold both classes, too few images of one class are left to learn from")
RANDOM_START = mark("training started from random weights, whose features mean nothing before it")
NO_SOURCE_LEFT_OUT = (_UNNAMED, _ONE_SOURCE, _NONE_HOLDS_BOTH, _TOO_FEW_LEFT, RANDOM_START)
"""Why no source can be left out."""

Bools = npt.NDArray[np.bool_]
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class LeftOutSource:
    """One source that was left out.

    Attributes:
        name: The source.
        positives: Its images of the positive class.
        negatives: Its other images.
        left_out: Area under the ROC curve on its images, by a network that had learnt from none of them.
        learnt: The same by networks that had learnt from other images of it.
    """

    name: str
    positives: int
    negatives: int
    left_out: Estimate
    learnt: Estimate


@dataclass(frozen=True)
class LeftOutSources:
    """Every source left out in turn.

    Attributes:
        sources: Those that allow it, the largest first; may be empty.
        is_last_layer_only: Whether the figures are of a last layer on the start's features, because the run trained
            more than that.
        reason: Why there are none, in English; empty where there are.
    """

    sources: tuple[LeftOutSource, ...]
    is_last_layer_only: bool = False
    reason: str = ""


def sources_to_leave_out(
    is_positive: Bools, groups: Integers, sources: Sequence[str | None]
) -> tuple[tuple[str, ...], str]:
    """Which sources can be left out in turn, the largest first, and why not where none can.

    Args:
        is_positive: bool (images,).
        groups: int64 (images,).
        sources: Of each image, None where unknown.
    """
    listed = np.array([source or "" for source in sources], dtype=object)
    names, counts = np.unique(listed[listed != ""].astype(str), return_counts=True)
    if not names.size:
        return (), _UNNAMED
    if len(set(listed.tolist())) == 1:
        return (), _ONE_SOURCE
    with_both = [
        name
        for name in names[np.argsort(-counts, kind="stable")].tolist()
        if _holds_both(is_positive, groups, listed == name)
    ]
    if not with_both:
        return (), _NONE_HOLDS_BOTH.format(number=LEAST_GROUPS)
    allowed = [name for name in with_both if _holds_both(is_positive, groups, learnt_without(groups, listed == name))]
    if not allowed:
        return (), _TOO_FEW_LEFT
    return tuple(allowed[:MOST_SOURCES]), ""


def learnt_without(groups: Integers, of_source: Bools) -> Bools:
    """The images of other sources, but for those that belong together with one of the source's: bool (images,).

    Args:
        groups: int64 (images,).
        of_source: bool (images,).
    """
    return ~np.isin(groups, groups[of_source])


def read_left_out_sources(folder: Path) -> LeftOutSources | None:
    """What a run found; None where nobody looked.

    Args:
        folder: The run's.

    Raises:
        InvalidRunError: It is damaged, or of a newer program.
    """
    path = folder / LEFT_OUT_NAME
    if not path.exists():
        return None
    content = read_json(path)
    try:
        if content["format"] != FORMAT:
            raise InvalidRunError(path, f"sources of format {content['format']}")
        return from_plain(LeftOutSources, content)
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidRunError(path, f"not a run's left-out sources: {error}") from error


def write_left_out_sources(folder: Path, found: LeftOutSources) -> None:
    """Keep what a run found in its folder.

    Raises:
        RunNotWritableError: See `write_durably`.
    """
    write_json_durably(folder / LEFT_OUT_NAME, {"format": FORMAT, **to_plain(found)})


def _holds_both(is_positive: Bools, groups: Integers, which: Bools) -> bool:
    return all(np.unique(groups[which & side]).size >= LEAST_GROUPS for side in (is_positive, ~is_positive))
