"""The figures under a histogram, as a small table."""

from core.imaging.histogram import Histogram, PixelStatistics

DIGITS = 4


def statistics_html(whole: Histogram | None, region: Histogram | None) -> str:
    """Table with a column for the image and, where there is one, for the region; empty without an image."""
    if whole is None:
        return ""
    columns = [_figures(whole.statistics)]
    heading = ""
    if region is not None:
        columns.append(_figures(region.statistics))
        heading = "<tr><td></td><td align='right'><b>Image</b></td><td align='right'><b>Region</b></td></tr>"
    rows = []
    for index, (name, _) in enumerate(columns[0]):
        cells = "".join(f"<td align='right'>{column[index][1]}</td>" for column in columns)
        rows.append(f"<tr><td>{name}&nbsp;&nbsp;</td>{cells}</tr>")
    return f"<table cellspacing='0' cellpadding='1' width='100%'>{heading}{''.join(rows)}</table>"


def _figures(found: PixelStatistics) -> list[tuple[str, str]]:
    values = {percent: _number(value) for percent, value in found.percentiles}
    return [
        ("Mean", _number(found.mean)),
        ("Standard deviation", _number(found.standard_deviation)),
        ("Minimum / maximum", f"{_number(found.minimum)} / {_number(found.maximum)}"),
        ("Percentiles 1 / 99", f"{values[1.0]} / {values[99.0]}"),
        ("Percentiles 5 / 95", f"{values[5.0]} / {values[95.0]}"),
        ("Quartiles 25 / 75", f"{values[25.0]} / {values[75.0]}"),
        ("Median", values[50.0]),
        ("Entropy", f"{found.entropy_bits:.2f} bits"),
        ("Pixels", f"{found.count:,}"),
    ]


def _number(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 10 ** (DIGITS - 1) else f"{value:.{DIGITS}g}"
