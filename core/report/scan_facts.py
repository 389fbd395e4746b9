"""Whose scan it is, how it was taken, what judged it: names and values of a scan's page."""

from datetime import date

from core.imaging.radiograph import ImageFormat, PatientStudy, Radiograph, Stated
from core.language import mark, tr
from core.model.card import MeasuredFigures, ModelCard
from core.number_format import day, integer, tr_count
from core.report.scan_blocks import Facts
from core.report.scan_case import file_words
from core.report.words import UNDEFINED, clipped, decimal, percent, view_words
from core.screening.description import describe_device, describe_model
from core.screening.measurements import OLDEST_AGE
from core.screening.result import ScanResult

LONGEST_VALUE = 200
"""Letters of a value from a file's header: DICOM allows 64 in most, and damaged files hold anything."""

_NOT_STATED = UNDEFINED
_MOST_SETS_NAMED = 3
_SEXES = {"M": mark("male"), "F": mark("female"), "O": mark("other")}
_FORMATS = {ImageFormat.CLIPBOARD: mark("Clipboard")}
_METRICS = {
    "sensitivity": mark("sensitivity {value}"),
    "specificity": mark("specificity {value}"),
    "accuracy": mark("accuracy {value}"),
}


def patient_facts(radiograph: Radiograph, *, anonymous: bool) -> Facts:
    """Patient, study and file.

    Args:
        radiograph: The scan.
        anonymous: Whether what names the patient is left out; of the age, what is beyond 89 years is not told.
    """
    study = radiograph.patient_study
    view = radiograph.acquisition.view_position
    about = (
        (tr("View", "projection"), view_words(view.value) if view is not None else _NOT_STATED),
        (tr("Picture"), _picture_words(radiograph)),
    )
    if anonymous:
        return ((tr("Sex"), _sex(study)), (tr("Age"), _age(study, anonymous=True)), *about)
    identity: Facts = (
        (tr("Patient number"), _text(study.patient_id)),
        (tr("Born"), _date(study.birth_date)),
        (tr("Sex, age"), f"{_sex(study)}, {_age(study, anonymous=False)}"),
        (tr("Study date"), _date(study.study_date)),
        (tr("Study"), _text(study.study_description)),
        (tr("Accession number"), _text(study.accession_number)),
        (tr("Institution"), _text(study.institution)),
    )
    if radiograph.format is not ImageFormat.DICOM:
        # A picture format has no place for it: a page of dashes would say no more.
        identity = tuple(fact for fact in identity if any(map(str.isalnum, fact[1])))
    patient = _text(study.patient_name) if study.patient_name is not None else tr("not named in the file")
    return ((tr("Patient"), patient), *identity, *about, (tr("File"), clipped(file_words(radiograph), LONGEST_VALUE)))


def model_facts(result: ScanResult, card: ModelCard | None) -> Facts:
    """Which model answered, what it was measured on, and what it ran on.

    Args:
        result: The answer.
        card: The model's card, None where it is not known here.
    """
    standing = tr("{model}, commissioned here") if result.is_commissioned else tr("{model}, not commissioned here")
    facts = [
        (tr("Model"), standing.format(model=describe_model(result))),
        ("SHA-256", result.model.weights_sha256),
    ]
    if card is not None:
        facts.append((tr("Trained on"), clipped(f"{tr(card.training.summary)}.", LONGEST_VALUE * 2)))
        facts.append((tr("Validation"), _validation(card)))
    elif result.origin:
        facts.append((tr("Origin"), clipped(tr(result.origin), LONGEST_VALUE * 2)))
    if result.lung_model is not None:
        lungs = result.lung_model
        name = f"{lungs.name} {lungs.version}, SHA-256 {lungs.weights_sha256}"  # untranslated: names
        facts.append((tr("Lung network"), name))
    facts.append((tr("Computed on"), describe_device(result)))
    if result.input_sha256:
        facts.append((tr("Network's input"), f"SHA-256 {result.input_sha256}"))  # untranslated: a name
    return tuple(facts)


def _validation(card: ModelCard) -> str:
    """Its figures on each set of images, the first ones of them."""
    if not card.measured:
        return tr("It was not measured on any image.")
    sets = "; ".join(_figures(figures) for figures in card.measured[:_MOST_SETS_NAMED])
    left_out = len(card.measured) - _MOST_SETS_NAMED
    return tr("{sets}; and {count} more in its card.").format(sets=sets, count=left_out) if left_out > 0 else f"{sets}."


def _figures(figures: MeasuredFigures) -> str:
    """`held-out images (600): AUC 0.916, sensitivity 65.5%, specificity 98.8%`."""
    known = figures.metrics
    parts = [f"AUC {decimal(known['auc'])}"] if "auc" in known else []  # untranslated: a name
    parts += [tr(metric).format(value=percent(known[name])) for name, metric in _METRICS.items() if name in known]
    count = f" ({tr_count('{count} image', '{count} images', figures.images)})" if figures.images is not None else ""
    return f"{tr(figures.data_set)}{count}: {', '.join(parts[:3]) or tr('no figures')}"


def _picture_words(radiograph: Radiograph) -> str:
    modality = radiograph.acquisition.modality
    is_dicom = radiograph.format is ImageFormat.DICOM and modality is not None
    kind = tr(_FORMATS[radiograph.format]) if radiograph.format in _FORMATS else radiograph.format.value
    words = tr("{kind}, {columns} x {rows} pixels").format(
        kind=f"{kind} {clipped(modality.value, 16)}" if is_dicom and modality is not None else kind,
        columns=integer(radiograph.columns),
        rows=integer(radiograph.rows),
    )
    if radiograph.frame_count == 1:
        return words
    return tr("{picture}, frame {number} of {count}").format(
        picture=words, number=radiograph.frame_index + 1, count=radiograph.frame_count
    )


def _text(stated: Stated[str] | None) -> str:
    return clipped(stated.value, LONGEST_VALUE) if stated is not None and stated.value.strip() else _NOT_STATED


def _date(stated: Stated[date] | None) -> str:
    return day(stated.value) if stated is not None else _NOT_STATED


def _sex(study: PatientStudy) -> str:
    if study.sex is None:
        return _NOT_STATED
    value = study.sex.value.strip().upper()
    return tr(_SEXES[value]) if value in _SEXES else clipped(value, 16)


def _age(study: PatientStudy, *, anonymous: bool) -> str:
    if study.age_years is None:
        return _NOT_STATED
    # Beyond it an age may name a person: 45 CFR 164.514(b)(2)(i)(C).
    if anonymous and study.age_years.value >= OLDEST_AGE:
        return tr("{age} years or more").format(age=f"{OLDEST_AGE:.0f}")
    return study.age_in_words
