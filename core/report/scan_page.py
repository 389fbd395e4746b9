"""A scan's page: everything known about it, in the order in which it should be read."""

from dataclasses import dataclass, field

from core.errors import HilumError
from core.imaging.drawn_measurement import DrawnMeasurement
from core.imaging.greyscale import render
from core.imaging.histogram import PixelUnit, compute_histogram
from core.imaging.radiograph import Radiograph
from core.language import mark, tr
from core.model.card import ModelCard
from core.number_format import general, tr_count
from core.report.blocks import Statements
from core.report.report_settings import LONGEST_COMMENT, ReportSettings
from core.report.scan_answer import (
    answer_of,
    gate_statements,
    impression_words,
    lung_rows,
    model_statements,
    scan_statements,
)
from core.report.scan_blocks import Facts, ScanPage, ScanPicture, ScanPlot
from core.report.scan_case import ScanCase
from core.report.scan_facts import LONGEST_VALUE, model_facts, patient_facts
from core.report.scan_pictures import PictureSize, heat_map_picture, scan_picture
from core.report.scan_plot import scan_plot
from core.report.words import clipped

_LONGEST_TITLE = 60

ANONYMOUS_NOTE = mark(
    "Anonymous: names, numbers, dates, institution and file are left out. Text burned into the picture may name the"
    " patient: look before you pass it on."
)


@dataclass(frozen=True)
class DrawnPage:
    """A page with its pictures.

    Attributes:
        page: The page.
        pictures: Name to JPEG file.
    """

    page: ScanPage
    pictures: dict[str, bytes] = field(default_factory=dict)


def draw_scan_page(
    case: ScanCase, settings: ReportSettings, name: str, size: PictureSize, card: ModelCard | None, made: str
) -> DrawnPage:
    """Make a scan's page. Nothing of the scan's pixels is kept but its pictures.

    Args:
        case: The scan.
        settings: How the report is made.
        name: What to call its pictures, unlike those of any other scan of the report.
        size: How large pictures are.
        card: The card of the model that answered, None where it is not known here.
        made: When the report was made, in words.
    """
    radiograph, result = case.radiograph, case.result
    pictures: dict[str, bytes] = {}
    blocks: tuple[ScanPicture, ...] = ()
    plot: ScanPlot | None = None
    measurements = tuple(drawn for drawn in case.measurements if drawn.has_all_points)
    if radiograph is not None:
        blocks, plot, pictures = _draw(case, radiograph, measurements, settings, name, size, card)
    return DrawnPage(
        ScanPage(
            title=_name(case, anonymous=settings.anonymous),
            note=tr(ANONYMOUS_NOTE) if settings.anonymous else "",
            facts=_facts(case, anonymous=settings.anonymous),
            answer=answer_of(case, anonymous=settings.anonymous),
            pictures=blocks,
            plot=plot,
            lungs=lung_rows(result) if result is not None else (),
            measurements=_measured(measurements, radiograph) if radiograph is not None else (),
            statements=_statements(case),
            model=model_facts(result, card) if result is not None else (),
            comment=clipped(case.comment.strip(), LONGEST_COMMENT),
            signature=_signature(case, settings, made),
        ),
        pictures,
    )


def _draw(
    case: ScanCase,
    radiograph: Radiograph,
    measurements: tuple[DrawnMeasurement, ...],
    settings: ReportSettings,
    name: str,
    size: PictureSize,
    card: ModelCard | None,
) -> tuple[tuple[ScanPicture, ...], ScanPlot, dict[str, bytes]]:
    """The pictures and the plot; of a refused scan no heat map."""
    display = render(radiograph)
    scan, scan_file = scan_picture(display, radiograph, measurements, size, name)
    blocks, files = [scan], {scan.file: scan_file}
    result = case.result
    if result is not None and result.shows_probabilities and settings.shows_heat_map:
        heat_map, heat_map_file = heat_map_picture(
            display,
            result.activation,
            result.positive_class,
            size,
            f"{name}-heat-map",  # untranslated: a file's name
        )
        blocks.append(heat_map)
        files[heat_map.file] = heat_map_file
    return tuple(blocks), scan_plot(display, card), files


def _name(case: ScanCase, *, anonymous: bool) -> str:
    """Whose scan it is, else which file; empty where neither may be told."""
    if anonymous:
        return ""
    study = case.radiograph.patient_study if case.radiograph is not None else None
    name = study.patient_name.value if study is not None and study.patient_name is not None else ""
    shown = name.strip() or case.file_name
    # The whole name stands below, among the facts.
    return shown if len(shown) <= _LONGEST_TITLE else f"{shown[:_LONGEST_TITLE].rstrip()}\u2026"


def _facts(case: ScanCase, *, anonymous: bool) -> Facts:
    if case.radiograph is not None:
        return patient_facts(case.radiograph, anonymous=anonymous)
    return () if anonymous else ((tr("File"), clipped(case.file_name, LONGEST_VALUE)),)


def _statements(case: ScanCase) -> tuple[Statements, ...]:
    if case.result is None:
        return ()
    groups = (gate_statements(case.result), scan_statements(case.result), model_statements(case.result))
    return tuple(group for group in groups if group.items)


def _measured(measurements: tuple[DrawnMeasurement, ...], radiograph: Radiograph) -> Facts:
    """Each measurement's label, and its result in a line."""
    return tuple(
        (str(number), "; ".join((*drawn.texts(radiograph.spacing), *_grey_words(drawn, radiograph))))
        for number, drawn in enumerate(measurements, 1)
    )


def _grey_words(drawn: DrawnMeasurement, radiograph: Radiograph) -> tuple[str, ...]:
    """Mean and spread of a region's pixels."""
    region = drawn.region()
    if region is None:
        return ()
    try:
        found = compute_histogram(radiograph, PixelUnit.MODALITY, region)
    except HilumError:
        return ()  # A region beside the image holds no pixel.
    figures = found.statistics
    return (
        tr("mean {mean}, standard deviation {deviation} ({unit})").format(
            mean=general(figures.mean, 4), deviation=general(figures.standard_deviation, 4), unit=tr(found.unit_name)
        ),
        tr_count("{count} pixel", "{count} pixels", figures.count),
    )


def _signature(case: ScanCase, settings: ReportSettings, made: str) -> Facts:
    facts = []
    if case.impression is not None:
        said = tr("{impression} (said before the answer was shown)")
        facts.append((tr("Reader's impression"), said.format(impression=impression_words(case.impression))))
    facts.append((tr("Report made by"), settings.person.strip() or tr("nobody named")))
    facts.append((tr("On", "a day and time"), made))
    return tuple(facts)
