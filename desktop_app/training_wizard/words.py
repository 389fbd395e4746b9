"""What several pages of this window say alike: figures with their 95% interval in brackets, folds, depths."""

from core.language import mark, tr
from core.number_format import tr_count, with_small_initial
from core.report.words import decimal, decimal_interval, percent, percent_interval
from core.training.plan import Depth
from core.training.results import Estimate
from core.training.wizard_progress import fold_name

_DEPTHS = {Depth.QUICK: mark("quick"), Depth.PARTIAL: mark("partial"), Depth.FULL: mark("full")}
_FOLD = "fold "  # untranslated: begins the name of a fold's curve
_PARTS = {"fold": mark("fold {name}"), "source": mark("source {name}"), "split": mark("split {name}")}


def depth_words(depth: Depth) -> str:
    """How much of the network learns, in a word."""
    return tr(_DEPTHS[depth])


def count_of_folds(folds: int) -> str:
    """A number of folds: `5 folds`."""
    return tr_count("{count} fold", "{count} folds", folds)


def part_name(kind: str, name: str) -> str:
    """A part of the images in a table: `fold 1`, `source north`.

    Args:
        kind: As `NamedFigures.kind`.
        name: Its name.
    """
    return tr(_PARTS[kind]).format(name=name)


def curve_name(name: str) -> str:
    """A curve in a legend.

    Args:
        name: As `RocCurve.name`: `pooled`, or that of a fold.
    """
    if not name.startswith(_FOLD):
        return tr("pooled")
    return with_small_initial(fold_name(int(name.removeprefix(_FOLD)) - 1))


def share_words(estimate: Estimate) -> str:
    """A share: `99.2% (98.5 to 99.6%)`."""
    return f"{percent(estimate.value)} ({percent_interval(estimate)})"


def area_words(estimate: Estimate, digits: int = 4) -> str:
    """An area under a curve or the like: `0.9994 (0.9985 to 1.0000)`."""
    return f"{decimal(estimate.value, digits)} ({decimal_interval(estimate, digits)})"
