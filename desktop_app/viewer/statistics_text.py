"""The figures under a histogram, as a small table."""

from itertools import zip_longest

from core.imaging.histogram import Histogram, PixelStatistics

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
        rows = ["<td></td><td align='right'><b>Image</b></td><td align='right'><b>Region</b></td>"]
        for figure, (_, inside) in zip(figures, _figures(region.statistics), strict=True):
            rows.append(f"{_cells(figure)}<td align='right'>{inside}</td>")
    lines = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table cellspacing='0' cellpadding='0' width='100%'>{lines}</table>"


def _cells(figure: tuple[str, str], room: str = "") -> str:
    name, value = figure
    return f"<td>{name}</td><td align='right'>{value}{room}</td>"


def _figures(found: PixelStatistics) -> list[tuple[str, str]]:
    values = {percent: _number(value) for percent, value in found.percentiles}
    return [
        ("Mean", _number(found.mean)),
        ("Std. deviation", _number(found.standard_deviation)),
        ("Range", f"{_number(found.minimum)}\N{EN DASH}{_number(found.maximum)}"),
        ("1st, 99th %", f"{values[1.0]}, {values[99.0]}"),
        ("5th, 95th %", f"{values[5.0]}, {values[95.0]}"),
        ("Quartiles", f"{values[25.0]}, {values[75.0]}"),
        ("Median", values[50.0]),
        ("Entropy", f"{found.entropy_bits:.2f} bits"),
        ("Pixels", f"{found.count:,}"),
    ]


def _number(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 10 ** (DIGITS - 1) else f"{value:.{DIGITS}g}"
