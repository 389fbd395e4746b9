"""The figures under a histogram, as a small table."""

from itertools import zip_longest

from core.imaging.histogram import Histogram, PixelStatistics
from core.language import tr
from core.number_format import decimal, general, integer

DIGITS = 4


def statistics_html(whole: Histogram | None, region: Histogram | None) -> str:
    """Small table: two figures a line for the image alone, a column each for image and region; empty without image."""
    if whole is None:
        return ""
    figures = _figures(whole.statistics)
    if region is None:
        half = (len(figures) + 1) // 2
        pairs = zip_longest(figures[:half], figures[half:], fillvalue=("", ""))
        rows = [_cells(left, "&nbsp;&nbsp;&nbsp;") + _cells(right) for left, right in pairs]
    else:
        rows = ["<td></td>" + _heading(tr("Image")) + _heading(tr("Region"))]
        for figure, (_, inside) in zip(figures, _figures(region.statistics), strict=True):
            rows.append(f"{_cells(figure)}<td align='right'>{inside}</td>")  # untranslated: markup
    lines = "".join(f"<tr>{row}</tr>" for row in rows)  # untranslated: markup
    return f"<table cellspacing='0' cellpadding='0' width='100%'>{lines}</table>"  # untranslated: markup


def _heading(words: str) -> str:
    return f"<td align='right'><b>{words}</b></td>"  # untranslated: markup


def _cells(figure: tuple[str, str], room: str = "") -> str:
    name, value = figure
    return f"<td>{name}</td><td align='right'>{value}{room}</td>"  # untranslated: markup


def _figures(found: PixelStatistics) -> list[tuple[str, str]]:
    at = {percent: _number(value) for percent, value in found.percentiles}
    return [
        (tr("Mean"), _number(found.mean)),
        (tr("Std. deviation"), _number(found.standard_deviation)),
        (tr("Range"), f"{_number(found.minimum)}\N{EN DASH}{_number(found.maximum)}"),
        (tr("1st, 99th %"), _pair(at[1.0], at[99.0])),
        (tr("5th, 95th %"), _pair(at[5.0], at[95.0])),
        (tr("Quartiles"), _pair(at[25.0], at[75.0])),
        (tr("Median"), at[50.0]),
        (tr("Entropy"), tr("{number} bits").format(number=decimal(found.entropy_bits, 2))),
        (tr("Pixels"), integer(found.count)),
    ]


def _pair(low: str, high: str) -> str:
    return tr("{low}, {high}", "two numbers").format(low=low, high=high)


def _number(value: float) -> str:
    return decimal(value, 0) if abs(value) >= 10 ** (DIGITS - 1) else general(value, DIGITS)
