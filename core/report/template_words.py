"""The words that templates put around a document's content: they place words, and have none of their own."""

from dataclasses import dataclass, field

from core.language import current_language, tr


@dataclass(frozen=True)
class TemplateWords:
    """Words in the language that is in force where they are made.

    Attributes:
        language: Of the whole document, as ISO 639-1 has it: a screen reader speaks it.
        page_of: At the foot of each page; `{page}` and `{pages}` are replaced by numbers.
        continued: At the head of a further page of a scan; `{title}` is replaced by the scan's.
        logo: What the clinic's logo is called where it cannot be seen.
        table: Before a table's number.
        figure: Before a figure's number.
        true_class: Beside the rows of a confusion matrix.
        predicted_class: Above its columns.
        lungs: Heading of what the lung network measured.
        right: The right lung.
        left: The left lung.
        measurements: Heading of what was measured on the scan.
        grey_values: Heading of the histogram.
        comment: Heading of what a person wrote.
        model: Heading of what is said of the model.
    """

    language: str = field(default_factory=current_language)
    page_of: str = field(default_factory=lambda: tr("Page {page} of {pages}"))
    continued: str = field(default_factory=lambda: tr("{title}, continued"))
    logo: str = field(default_factory=lambda: tr("Logo of the clinic"))
    table: str = field(default_factory=lambda: tr("Table", "before its number"))
    figure: str = field(default_factory=lambda: tr("Figure", "before its number"))
    true_class: str = field(default_factory=lambda: tr("True class"))
    predicted_class: str = field(default_factory=lambda: tr("Predicted class"))
    lungs: str = field(default_factory=lambda: tr("Opacity in the lungs"))
    right: str = field(default_factory=lambda: tr("Right", "lung"))
    left: str = field(default_factory=lambda: tr("Left", "lung"))
    measurements: str = field(default_factory=lambda: tr("Measurements"))
    grey_values: str = field(default_factory=lambda: tr("Grey values"))
    comment: str = field(default_factory=lambda: tr("Comment"))
    model: str = field(default_factory=lambda: tr("Model"))
