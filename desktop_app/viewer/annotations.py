"""What is written in the corners of the image, and the scale bar."""

import math
from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from core.imaging.greyscale import VoiWindow
from core.imaging.measurement import length_unit
from core.imaging.radiograph import PatientStudy, Radiograph, Stated
from core.language import mark, tr
from core.number_format import day, decimal, general, percent
from desktop_app.viewer.legible_drawing import draw_polyline, draw_text
from desktop_app.viewer.view_geometry import ViewGeometry

MARGIN = 10.0
LONGEST_TEXT = 48
_SEX = "sex of a patient"  # untranslated: tells these letters from others
_SEXES = {"F": mark("F", "sex of a patient"), "M": mark("M", "sex of a patient")}
SCALE_BAR_SHARE = 0.22
"""Longest scale bar, as a share of the widget's width."""


class Corner(StrEnum):
    """Where text is written."""

    TOP_LEFT = "top left"  # untranslated: a key
    TOP_RIGHT = "top right"  # untranslated: a key
    BOTTOM_LEFT = "bottom left"  # untranslated: a key
    BOTTOM_RIGHT = "bottom right"  # untranslated: a key


def corner_texts(
    radiograph: Radiograph,
    window: VoiWindow,
    geometry: ViewGeometry,
    inverted: bool,
    show_identity: bool,
) -> Mapping[Corner, Sequence[str]]:
    """The lines of each corner; what the file does not state takes no line."""
    study = radiograph.patient_study
    frame = _frame_text(radiograph)
    orientation = _orientation_text(geometry)
    name = radiograph.name if show_identity else ""
    texts = {
        Corner.TOP_LEFT: _patient_lines(study) if show_identity else (tr("Identity hidden"),),
        Corner.TOP_RIGHT: (*_study_lines(study, show_identity), _view_text(radiograph)),
        Corner.BOTTOM_LEFT: (name, _size_text(radiograph), frame),
        Corner.BOTTOM_RIGHT: (
            orientation,
            tr("Inverted by hand") if inverted else "",
            tr("W {width}  L {level}").format(width=_number(window.width), level=_number(window.center)),
            tr("Zoom {percentage}").format(percentage=percent(geometry.device_scale)),
        ),
    }
    return {corner: [_shortened(line) for line in lines if line] for corner, lines in texts.items()}


def draw_corner_texts(
    painter: QPainter, texts: Mapping[Corner, Sequence[str]], geometry: ViewGeometry, colour: QColor
) -> None:
    """Write the corners."""
    metrics = QFontMetricsF(painter.font(), painter.device())
    spacing = metrics.lineSpacing()
    for corner, lines in texts.items():
        is_top = corner in (Corner.TOP_LEFT, Corner.TOP_RIGHT)
        is_left = corner in (Corner.TOP_LEFT, Corner.BOTTOM_LEFT)
        first = MARGIN if is_top else geometry.height - MARGIN - spacing * len(lines)
        for index, line in enumerate(lines):
            left = MARGIN if is_left else geometry.width - MARGIN - metrics.horizontalAdvance(line)
            draw_text(painter, QPointF(left, first + metrics.ascent() + index * spacing), line, colour)


def scale_bar(radiograph: Radiograph, geometry: ViewGeometry) -> tuple[float, str]:
    """Length on the screen, logical pixels, and what it stands for: 1, 2 or 5 times a power of ten."""
    spacing = radiograph.spacing
    shorter_side = min(spacing.row_mm, spacing.column_mm) if spacing is not None else 1.0
    screen_per_unit = geometry.scale / shorter_side
    most = geometry.width * SCALE_BAR_SHARE / screen_per_unit
    power = 10.0 ** math.floor(math.log10(most))
    length = max(step * power for step in (1, 2, 5) if step * power <= most)
    return length * screen_per_unit, f"{general(length)} {tr(length_unit(spacing))}"


def draw_scale_bar(painter: QPainter, radiograph: Radiograph, geometry: ViewGeometry, colour: QColor) -> None:
    """Draw the scale bar at the lower edge, in the middle."""
    length, text = scale_bar(radiograph, geometry)
    metrics = QFontMetricsF(painter.font(), painter.device())
    left, bottom = (geometry.width - length) / 2, geometry.height - MARGIN - 4
    right = left + length
    corners = [(left, bottom - 6), (left, bottom), (right, bottom), (right, bottom - 6)]
    draw_polyline(painter, [QPointF(x, y) for x, y in corners], colour)
    middle = left + (length - metrics.horizontalAdvance(text)) / 2
    draw_text(painter, QPointF(middle, bottom - 7), text, colour)


def _frame_text(radiograph: Radiograph) -> str:
    if radiograph.frame_count <= 1:
        return ""
    return tr("Frame {number} / {count}").format(number=radiograph.frame_index + 1, count=radiograph.frame_count)


def _size_text(radiograph: Radiograph) -> str:
    return tr("{columns} x {rows} px").format(columns=radiograph.columns, rows=radiograph.rows)


def _patient_lines(study: PatientStudy) -> tuple[str, ...]:
    born = tr("born {date}").format(date=day(study.birth_date.value)) if study.birth_date is not None else ""
    about = "  ".join(part for part in (born, study.age_in_words, _sex(study.sex)) if part)
    return _said(study.patient_name), _said(study.patient_id), about


def _study_lines(study: PatientStudy, show_identity: bool) -> tuple[str, ...]:
    taken = day(study.study_date.value) if study.study_date is not None else ""
    institution = _said(study.institution) if show_identity else ""
    return institution, taken, _said(study.study_description)


def _view_text(radiograph: Radiograph) -> str:
    acquisition = radiograph.acquisition
    view = str(acquisition.view_position.value) if acquisition.view_position is not None else ""
    return "  ".join(part for part in (_said(acquisition.modality), view, _said(acquisition.laterality)) if part)


def _orientation_text(geometry: ViewGeometry) -> str:
    """A mirrored chest looks like situs inversus: what was done by hand must be readable on the picture."""
    angle = f"{geometry.orientation.quarter_turns * 90}\N{DEGREE SIGN}"
    is_turned = bool(geometry.orientation.quarter_turns)
    if geometry.orientation.is_mirrored:
        return tr("Mirrored turned {angle}").format(angle=angle) if is_turned else tr("Mirrored")
    return tr("Turned {angle}").format(angle=angle) if is_turned else ""


def _sex(fact: Stated[str] | None) -> str:
    """The letter of a sex as the language abbreviates it; other values as the file says them."""
    code = _said(fact)
    return tr(_SEXES[code], _SEX) if code in _SEXES else code


def _said(fact: Stated[str] | None) -> str:
    return fact.value.strip() if fact is not None else ""


def _number(value: float) -> str:
    return decimal(value, 0) if abs(value) >= 100 else general(value, 4)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "\N{HORIZONTAL ELLIPSIS}"
