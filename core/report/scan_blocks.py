"""What reports of scans are made of, beside the blocks that every document has."""

from dataclasses import dataclass

from core.report.blocks import KeyFigure, Plot, Statements

SharePoint = tuple[float, float]
"""A place on a picture: shares of its width and of its height, from its upper left corner."""

Facts = tuple[tuple[str, str], ...]
"""Names and values."""


@dataclass(frozen=True)
class Letterhead:
    """The clinic, at the head of every page.

    Attributes:
        name: Its name; empty for a page without a clinic.
        lines: Department, address, phone: a line each.
        logo: Its name in the document's `pictures`, empty for none.
    """

    name: str = ""
    lines: tuple[str, ...] = ()
    logo: str = ""


@dataclass(frozen=True)
class Mark:
    """A measurement drawn on a picture.

    Attributes:
        label: What it is called in the list of measurements.
        at: Where the label stands.
        lines: Ends of straight lines.
        ellipse: Opposite corners of the box around an ellipse, empty for none.
    """

    label: str
    at: SharePoint
    lines: tuple[tuple[SharePoint, SharePoint], ...] = ()
    ellipse: tuple[SharePoint, ...] = ()


@dataclass(frozen=True)
class ScanPicture:
    """The scan, or the scan with its heat map.

    Attributes:
        caption: What it shows.
        alt: What a person who cannot see it is told.
        file: Its name in the document's `pictures`.
        aspect: Width over height.
        marks: Measurements.
        scale: Legend of its colours, None for none.
    """

    caption: str
    alt: str
    file: str
    aspect: float
    marks: tuple[Mark, ...] = ()
    scale: "ColourScale | None" = None


@dataclass(frozen=True)
class ColourScale:
    """The legend of a heat map.

    Attributes:
        label: What the colours mean.
        low: Value of the first colour, in words.
        high: Value of the last one.
        colours: From the lowest to the highest, `#rrggbb`.
    """

    label: str
    low: str
    high: str
    colours: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """The answer about a scan, or why there is none.

    Attributes:
        heading: In a few words.
        source: Whose answer it is, in a line.
        reasons: Why it is no plain one, and what changes its worth.
        tone: `positive`, `negative`, `undetermined`, `refused` or `failed`; told by a word in the heading as well.
        figures: Probability and what goes with it; empty where none may be shown.
    """

    heading: str
    source: str
    reasons: tuple[str, ...]
    tone: str
    figures: tuple[KeyFigure, ...] = ()


@dataclass(frozen=True)
class ScanPlot:
    """The scan's histogram over those of the classes.

    Attributes:
        caption: What it shows.
        alt: What a person who cannot see it is told.
        plot: The curves.
    """

    caption: str
    alt: str
    plot: Plot


@dataclass(frozen=True)
class ScanPage:
    """One scan, on one page where all of it fits; what does not goes on on a further page, which says so.

    Attributes:
        title: Whose scan it is, also in the file's outline.
        note: What holds for the page as a whole, empty for nothing.
        facts: Patient, study and file.
        answer: The answer.
        pictures: The scan, and the scan with its heat map; may be empty.
        plot: Its histogram, None where it could not be read.
        lungs: What the lung network measured: name, right lung, left lung; empty where nothing may be shown.
        measurements: Label and result of each measurement.
        statements: What to know, in groups.
        model: The model.
        comment: What a person wrote; empty for nothing.
        signature: Impression, person and time.
        attempt: How small pictures and type are, from 0; see `page_fitting`.
    """

    title: str
    note: str
    facts: Facts
    answer: Answer
    pictures: tuple[ScanPicture, ...] = ()
    plot: ScanPlot | None = None
    lungs: tuple[tuple[str, str, str], ...] = ()
    measurements: Facts = ()
    statements: tuple[Statements, ...] = ()
    model: Facts = ()
    comment: str = ""
    signature: Facts = ()
    attempt: int = 0
