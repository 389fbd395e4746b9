"""Words and numbers of many files as one table of finite numbers that a linear model can use."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

_LEAST_SHARE = 0.01
_LEAST_COUNT = 3
_MOST_WORDS = 40
_BINS = 8
_MOST_HIDDEN = 0.9
_ABSENT = "(absent)"

Numbers = npt.NDArray[np.float64]
NamedColumns = dict[str, Numbers]
"""What is known by one name, as columns: float64 (images, columns)."""


def without_gaps(features: npt.NDArray[np.floating]) -> Numbers:
    """Fill what is unknown of an image by the mean of the others; what is unknown of nearly all is left out.

    Args:
        features: (images, numbers), NaN where unknown.
    """
    values = features.astype(np.float64)
    unknown = ~np.isfinite(values)
    kept = unknown.mean(axis=0) < _MOST_HIDDEN if len(values) else np.zeros(values.shape[1], dtype=np.bool_)
    values, unknown = values[:, kept], unknown[:, kept]
    means = np.where(unknown, 0.0, values).sum(axis=0) / np.maximum((~unknown).sum(axis=0), 1)
    return np.where(unknown, means, values)


def word_columns(words: Sequence[str | None]) -> Numbers:
    """One column for each word that several images share.

    Args:
        words: Of each image, None where it has none.
    """
    counts = Counter(word if word is not None else _ABSENT for word in words)
    least = max(_LEAST_COUNT, round(_LEAST_SHARE * len(words)))
    common = [word for word, count in counts.most_common(_MOST_WORDS) if least <= count < len(words)]
    listed = np.array([word if word is not None else _ABSENT for word in words], dtype=object)
    return np.column_stack([listed == word for word in common]).astype(np.float64) if common else _none(words)


def number_columns(numbers: Sequence[float | None]) -> Numbers:
    """The number itself, in which eighth of all it lies, whether it is there, and which exact values are common.

    Args:
        numbers: Of each image, None where it has none.
    """
    values = np.array([number if number is not None else np.nan for number in numbers], dtype=np.float64)
    known = np.isfinite(values)
    if not known.any():
        return _none(numbers)
    levels = np.unique(np.quantile(values[known], np.arange(1, _BINS) / _BINS))
    columns = [np.where(known, values, values[known].mean()), ~known]
    columns += [known & (values >= level) for level in levels]
    exact = word_columns([f"{value:.6g}" if known[number] else None for number, value in enumerate(values)])
    return np.column_stack([*columns, exact]).astype(np.float64)


def columns_of_words(items: Sequence[Mapping[str, str]]) -> NamedColumns:
    """`word_columns` of each name that occurs."""
    names = dict.fromkeys(name for item in items for name in item)
    return _varying({name: word_columns([item.get(name) for item in items]) for name in names})


def columns_of_numbers(items: Sequence[Mapping[str, float]]) -> NamedColumns:
    """`number_columns` of each name that occurs."""
    names = dict.fromkeys(name for item in items for name in item)
    return _varying({name: number_columns([item.get(name) for item in items]) for name in names})


def size_columns(rows: Sequence[int], columns: Sequence[int]) -> NamedColumns:
    """Height, width, shape and size of images.

    Args:
        rows: Height of each, pixels.
        columns: Width of each, pixels.
    """
    height, width = np.array(rows, dtype=np.float64), np.array(columns, dtype=np.float64)
    found = {
        "height": number_columns(height.tolist()),
        "width": number_columns(width.tolist()),
        "shape": number_columns((np.log(height) - np.log(width)).tolist()),
        "number of pixels": number_columns((np.log(height) + np.log(width)).tolist()),
        "height and width": word_columns([f"{row} x {column}" for row, column in zip(rows, columns, strict=True)]),
    }
    return _varying(found)


def name_columns(paths: Sequence[Path]) -> NamedColumns:
    """Words, lengths and numbers of file names; not the folders, which often are the classes."""
    stems = [path.stem for path in paths]
    runs = [re.findall(r"\d+", stem) for stem in stems]
    words = [re.findall(r"[^\W\d_]+", stem.casefold()) for stem in stems]
    found = {
        "first word": word_columns([found[0] if found else None for found in words]),
        "words": word_columns([" ".join(found) for found in words]),
        "pattern": word_columns([re.sub(r"\d", "9", re.sub(r"[^\W\d_]", "a", stem)) for stem in stems]),
        "suffix": word_columns([path.suffix for path in paths]),
        "length": number_columns([float(len(stem)) for stem in stems]),
        "number": number_columns([float(run[-1][-15:]) if run else None for run in runs]),
        "first digits": number_columns([float(run[0][:3]) if run else None for run in runs]),
    }
    return _varying(found)


def joined(columns: NamedColumns, images: int) -> Numbers:
    """All columns side by side: float64 (images, columns)."""
    return np.column_stack(list(columns.values())) if columns else np.zeros((images, 0))


def _varying(columns: NamedColumns) -> NamedColumns:
    """Without what is the same for all images."""
    kept = {name: values[:, np.ptp(values, axis=0) > 0] for name, values in columns.items() if len(values)}
    return {name: values for name, values in kept.items() if values.shape[1]}


def _none(items: Sequence[object]) -> Numbers:
    return np.zeros((len(items), 0))
