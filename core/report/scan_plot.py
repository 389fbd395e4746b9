"""A scan's grey values beside those of the model's classes, as a plot (the paper's Figure 2)."""

import numpy as np
import numpy.typing as npt

from core.imaging.radiograph import DisplayPixels
from core.language import tr
from core.model.card import DensityScale, ModelCard
from core.model.class_words import class_word
from core.model.density import EDGES, pixel_density
from core.model.input import InputSpec
from core.model.package import BUNDLED_MODEL, bundled_directory, read_package_card
from core.report.blocks import Plot, Series, SeriesStyle
from core.report.plot_axes import axis_between, curve_points
from core.report.scan_blocks import ScanPlot

_SCALE = DensityScale.DISPLAYED
_MOST_CLASSES = 6
_TO_PERCENT = 100.0


def scan_plot(display: DisplayPixels, card: ModelCard | None) -> ScanPlot:
    """The distribution of the displayed greys of a scan, over the mean ones of each class where they are known.

    Args:
        display: The whole picture, as displayed.
        card: The card of the model that answered, None where it is not known here.
    """
    reference = card.reference_density(_SCALE) if card is not None else None
    edges = np.asarray(reference.edges) if reference is not None else EDGES[_SCALE]
    classes = list(reference.densities.items())[:_MOST_CLASSES] if reference is not None else []
    own = pixel_density(display, _input_of(card), _SCALE)
    series = [
        Series(
            curve_points(_centres(edges), np.asarray(values) * _TO_PERCENT),
            f"class-{number}",  # untranslated: a style
            class_word(name),
        )
        for number, (name, values) in enumerate(classes, 1)
    ]
    series.append(Series(curve_points(_centres(EDGES[_SCALE]), own * _TO_PERCENT), SeriesStyle.MAIN, tr("this scan")))
    highest = max(y for line in series for _, y in line.points)
    plot = Plot(
        title="",
        x=axis_between(tr("Displayed grey, 0 to 255"), 0.0, 256.0),
        y=axis_between(tr("% of pixels"), 0.0, highest * 1.08 or 1.0),
        series=tuple(series),
        aspect=0.42,
    )
    if classes:
        names = ", ".join(class_word(name) for name, _ in classes)
        caption = tr("The scan's grey values beside the classes' mean ones: exposure tells on them as much as disease.")
        alt = tr("Distribution of the scan's grey values beside the mean ones of {names}.").format(names=names)
        return ScanPlot(caption, alt, plot)
    caption = tr("The scan's grey values. Those of the model's classes are not known here.")
    return ScanPlot(caption, tr("Distribution of the scan's grey values."), plot)


def _input_of(card: ModelCard | None) -> InputSpec:
    """What the picture is reduced to before it is counted; of an unknown model, what the bundled one's is."""
    return (card if card is not None else read_package_card(bundled_directory(BUNDLED_MODEL))).input


def _centres(edges: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return (edges[:-1] + edges[1:]) / 2
