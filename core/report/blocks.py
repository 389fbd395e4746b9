"""What documents are made of: plain values that the templates in `resources/report` lay out.

A document's content is decided here in Python and travels as JSON; a template only places it. So no name that a
person chose is ever part of a template's markup, and a new document needs no new template.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from core.language import tr
from core.report.template_words import TemplateWords
from core.screening.result import RESEARCH_USE_NOTICE

if TYPE_CHECKING:
    from core.report.scan_blocks import Letterhead, ScanPage


class Paper(StrEnum):
    """Page sizes, by Typst's names."""

    A4 = "a4"
    LETTER = "us-letter"


class Align(StrEnum):
    """Where a column's text stands."""

    LEFT = "left"
    RIGHT = "right"


class SeriesStyle(StrEnum):
    """How a curve is drawn; each differs in grey print too. Further curves are `class-0` to `class-9`."""

    MAIN = "main"
    """The curve that counts: thick and dark."""
    SECOND = "second"
    """What it is compared with: dashed."""
    FAINT = "faint"
    """One of many: thin and grey."""
    REFERENCE = "reference"
    """What chance or perfection would give: dotted."""


@dataclass(frozen=True)
class Heading:
    """A heading.

    Attributes:
        text: Its words.
        level: 1 or 2.
        new_page: Whether it begins a page.
    """

    text: str
    level: int = 1
    new_page: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Running text.

    Attributes:
        text: Its words.
    """

    text: str


@dataclass(frozen=True)
class Statements:
    """Sentences that each stand for themselves.

    Attributes:
        title: What they have in common, empty for nothing.
        items: The sentences.
        framed: Whether they stand in a frame, because a reader must not miss them.
    """

    title: str
    items: tuple[str, ...]
    framed: bool = False


@dataclass(frozen=True)
class KeyFigure:
    """One figure that a reader takes away.

    Attributes:
        name: What it is.
        value: Its value in words.
        interval: Its interval in words, empty for none.
        note: What it counts, empty for nothing.
    """

    name: str
    value: str
    interval: str = ""
    note: str = ""


@dataclass(frozen=True)
class KeyFigures:
    """Figures side by side.

    Attributes:
        figures: The figures, four to a row.
    """

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True)
class Column:
    """A table's column.

    Attributes:
        title: Its header.
        align: Where its text stands.
        share: Share of the width that is left, 0 for as much as the text needs.
    """

    title: str
    align: Align = Align.LEFT
    share: float = 0.0


@dataclass(frozen=True)
class Stacked:
    """A cell with a value and, smaller below it, a remark.

    Attributes:
        value: The value.
        below: The remark.
    """

    value: str
    below: str


@dataclass(frozen=True)
class Band:
    """A row across all columns that begins a part of a table.

    Attributes:
        text: What the part is about.
    """

    text: str


Row: TypeAlias = tuple[str | Stacked, ...] | Band


@dataclass(frozen=True)
class Table:
    """A table, which may run over several pages and repeats its header there.

    Attributes:
        caption: What it shows.
        columns: The columns.
        rows: One cell per column, or a band.
        note: A remark below, empty for none.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True)
class Matrix:
    """A confusion matrix (the paper's Figure 5).

    Attributes:
        caption: What it shows.
        names: Class names; rows are true, columns predicted.
        heads: What stands above the columns: the names, or their numbers where they are many or long.
        counts: Images.
        shares: Share of the row, in words.
        shades: Share of the row, 0..1.
    """

    caption: str
    names: tuple[str, ...]
    heads: tuple[str, ...]
    counts: tuple[tuple[str, ...], ...]
    shares: tuple[tuple[str, ...], ...]
    shades: tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class Axis:
    """A plot's axis.

    Attributes:
        title: Quantity and unit.
        low: Value at its beginning.
        high: Value at its end.
        ticks: Values with marks, and their words.
    """

    title: str
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Series:
    """A curve.

    Attributes:
        points: (x, y), finite.
        style: A `SeriesStyle` or `class-N`.
        label: Its words in the legend, empty to leave it out.
        marks: Whether each point carries a mark.
    """

    points: tuple[tuple[float, float], ...]
    style: str
    label: str = ""
    marks: bool = False


@dataclass(frozen=True)
class Plot:
    """Curves over two axes.

    Attributes:
        title: Short title above, empty for none.
        x: Horizontal axis.
        y: Vertical axis.
        series: The curves, later ones above earlier ones.
        aspect: Height of the plotted area over its width.
    """

    title: str
    x: Axis
    y: Axis
    series: tuple[Series, ...]
    aspect: float = 1.0


@dataclass(frozen=True)
class PlotFigure:
    """Plots side by side under one caption, with one legend where they show the same curves.

    Attributes:
        caption: What they show.
        alt: What a person who cannot see them is told.
        plots: One to three.
    """

    caption: str
    alt: str
    plots: tuple[Plot, ...]


@dataclass(frozen=True)
class Picture:
    """An image, such as a radiograph with its heat map.

    Attributes:
        caption: What it shows.
        alt: What a person who cannot see it is told.
        file: Its name in the document's `pictures`: PNG or JPEG.
        width: Share of the text's width, 0..1.
    """

    caption: str
    alt: str
    file: str
    width: float = 1.0


Block: TypeAlias = Heading | Paragraph | Statements | KeyFigures | Table | Matrix | PlotFigure | Picture


@dataclass(frozen=True)
class Document:
    """A document, complete.

    Attributes:
        title: Its title, also in the file's properties.
        subtitle: What it is about.
        facts: Names and values below the title.
        blocks: The content, in order.
        origin: What made it, and when; at the foot of every page.
        notice: What stands at the head of every page.
        paper: Page size.
        pictures: Name to a PNG, JPEG or SVG file.
        letterhead: The clinic at the head of every page, for documents about patients; None for others. With one, the
            title stands on a page only where there is a subtitle.
        words: What templates put around all this, and the language of it.
    """

    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    blocks: "tuple[Block | ScanPage, ...]"
    origin: str = ""
    notice: str = field(default_factory=lambda: tr(RESEARCH_USE_NOTICE))
    paper: Paper = Paper.A4
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    letterhead: "Letterhead | None" = None
    words: TemplateWords = field(default_factory=TemplateWords)
