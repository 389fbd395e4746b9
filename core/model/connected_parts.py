"""Connected parts of a mask: which pixels hang together."""

import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]
Labels = npt.NDArray[np.int32]


def label_parts(mask: Mask) -> tuple[Labels, int]:
    """Number the connected parts of a mask; pixels that touch by a side or a corner hang together.

    Works on runs of pixels, of which a lung field has one per row, not on single pixels.

    Args:
        mask: bool (rows, columns).

    Returns:
        int32 (rows, columns), 0 outside and 1 ... n for the parts, the largest first; and n.
    """
    rows, starts, ends = _runs(mask)
    parents = _joined(rows, starts, ends)
    roots = np.array([_root(parents, run) for run in range(len(parents))], dtype=np.int64)
    labels: Labels = np.zeros(mask.shape, dtype=np.int32)
    if not roots.size:
        return labels, 0
    kinds, part_of_run = np.unique(roots, return_inverse=True)
    sizes = np.bincount(part_of_run, weights=ends - starts)
    rank = np.empty(kinds.size, dtype=np.int32)
    rank[np.argsort(-sizes, kind="stable")] = np.arange(1, kinds.size + 1, dtype=np.int32)
    for run, part in enumerate(part_of_run):
        labels[rows[run], starts[run] : ends[run]] = rank[part]
    return labels, int(kinds.size)


def _runs(mask: Mask) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Row, first column and column behind the last of each run of pixels, in reading order."""
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    return rows, starts, ends


def _joined(rows: npt.NDArray[np.int64], starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]) -> list[int]:
    """For each run another one of its part, or itself: a forest (Tarjan 1975)."""
    parents = list(range(rows.size))
    firsts = np.searchsorted(rows, np.arange(int(rows[-1]) + 2)) if rows.size else np.zeros(0, dtype=np.int64)
    for row in range(1, len(firsts) - 1):
        above, below = int(firsts[row - 1]), int(firsts[row])
        above_end, below_end = below, int(firsts[row + 1])
        while above < above_end and below < below_end:
            # Half open, so that equality means touching by a corner.
            if starts[above] <= ends[below] and starts[below] <= ends[above]:
                one, other = _root(parents, above), _root(parents, below)
                parents[max(one, other)] = min(one, other)
            if ends[above] <= ends[below]:
                above += 1
            else:
                below += 1
    return parents


def _root(parents: list[int], run: int) -> int:
    while parents[run] != run:
        parents[run] = parents[parents[run]]
        run = parents[run]
    return run
