"""The shortcut audit in words for a person: one place for the window, the command line, the dossier and the card."""

import math
from dataclasses import dataclass

from core.language import mark, tr
from core.model.card import ShortcutVerdict
from core.number_format import decimal, integer, tr_count
from core.phrases import Template, phrase
from core.training.audit_report import AuditReport, Probe, ProbeResult, Scope, SourceResult, Strength
from core.training.audit_verdict import source_tells_label
from core.training.disease_wording import AREA, area_in_words
from core.training.results import Estimate


@dataclass(frozen=True)
class ResultWords:
    """One probe's result in words.

    Attributes:
        title: What was looked at.
        meaning: What was found, and what it means.
        remedy: What to do; empty where there is nothing to do.
    """

    title: str
    meaning: str
    remedy: str


_TITLES = {
    Probe.SOURCE: mark("Source alone, without the picture"),
    Probe.LUNGS_HIDDEN: mark("Picture with the lungs hidden"),
    Probe.CORNERS: mark("Corners: markers and letters"),
    Probe.EDGES: mark("Edges: frames and borders"),
    Probe.HISTOGRAM: mark("Grey values alone"),
    Probe.NOISE: mark("Sharpness and noise"),
    Probe.SIZE: mark("Size and shape of the image"),
    Probe.STORAGE: mark("File format and compression"),
    Probe.TAGS: mark("DICOM header: device, place, age, sex"),
    Probe.NAMES: mark("File names"),
}

_CAUSES = {
    Probe.SOURCE: mark("Where an image comes from gives its class away"),
    Probe.LUNGS_HIDDEN: mark(
        "What lies around the lungs gives the class away: the body, how it lies, what is written there"
    ),
    Probe.CORNERS: mark("Something in the corners gives the class away, such as a marker, a letter or a stamp"),
    Probe.EDGES: mark("The rim of the picture gives the class away, such as a frame or how it was cut"),
    Probe.HISTOGRAM: mark("How bright and how rich in contrast the picture is gives the class away"),
    Probe.NOISE: mark("How sharp, noisy or compressed the picture is gives the class away"),
    Probe.SIZE: mark("The size of the image gives the class away: images of the classes were exported differently"),
    Probe.STORAGE: mark(
        "How the file was stored gives the class away: images of the classes were exported differently"
    ),
    Probe.TAGS: mark("What the DICOM header says gives the class away: other devices, places or patients"),
    Probe.NAMES: mark(
        "File names give the class away. The network never sees them; they only show that images of the"
        " classes were gathered separately"
    ),
}

_REMEDIES = {
    Probe.SOURCE: mark("Add images of each class from every source, and test on a source that was never learnt from."),
    Probe.LUNGS_HIDDEN: mark("Take both classes from the same devices and wards, and train against shortcuts."),
    Probe.CORNERS: mark("Cut the marks away, or blank them in every image."),
    Probe.EDGES: mark("Cut the rim off every image in the same way."),
    Probe.HISTOGRAM: mark(
        "Export all images with the same window. The network equalises greys, which helps but does not undo it."
    ),
    Probe.NOISE: mark("Take both classes from the same devices, stored in the same way; train against shortcuts."),
    Probe.SIZE: mark("Export images of all classes again from the archive, in the same way."),
    Probe.STORAGE: mark("Export images of all classes again from the archive, in the same way."),
    Probe.TAGS: mark("Choose images so that devices, places, ages and sexes are alike in each class."),
    Probe.NAMES: "",
}

_SENTENCES = {
    ShortcutVerdict.NONE_FOUND: mark(
        "No shortcut was found in this model's training images, which is no proof that there is none."
    ),
    ShortcutVerdict.SUSPECTED: mark(
        "Shortcut suspected: in this model's training images something other than the disease hints at the answer."
    ),
    ShortcutVerdict.INSEPARABLE: mark(
        "In this model's training images the disease cannot be told from how or where the"
        " pictures were taken: its answers may say the one and mean the other."
    ),
}

_HEADLINES = {
    ShortcutVerdict.NONE_FOUND: mark("No shortcut found"),
    ShortcutVerdict.SUSPECTED: mark("Shortcut suspected"),
    ShortcutVerdict.INSEPARABLE: mark("Disease and origin of the images cannot be told apart"),
}


# Kept with an audit, so the names stay as they are; attributes of DICOM go by their keywords.
_PARTS = frozenset(
    (
        *(mark("file format"), mark("colour channels"), mark("bit depth"), mark("orientation"), mark("progressive")),
        *(mark("resolution"), mark("embedded blocks"), mark("JPEG tables"), mark("JPEG quality")),
        *(mark("JPEG quality of coarse structures"), mark("compression"), mark("height"), mark("width")),
        *(mark("shape"), mark("number of pixels"), mark("height and width"), mark("first word"), mark("words")),
        *(mark("pattern"), mark("suffix"), mark("length"), mark("number"), mark("first digits"), mark("source")),
        *(mark("sharpness and noise"), mark("picture"), mark("file size")),
    )
)
"""What the columns of `core.training.audit_probes` are called."""

_ONE_CLASS_EACH = mark("Each source of the training images holds images of one class only.")
_TELLS = mark("{title}: tells the class with AUC {area}, p {p}.")
_WITHIN_SOURCES = mark("{title}, within each source")
_BELOW = mark("< {number}")


def verdict_headline(verdict: ShortcutVerdict) -> str:
    """The outcome in a few words."""
    return tr(_HEADLINES[verdict])


def verdict_sentence(verdict: ShortcutVerdict) -> str:
    """What every result of a model that was trained on such images says."""
    return tr(_SENTENCES[verdict])


def verdict_explanation(report: AuditReport) -> str:
    """What the outcome means for training, in two sentences or three."""
    match report.verdict:
        case ShortcutVerdict.NONE_FOUND:
            text = tr("None of the probes tells the class from anything but the lungs by more than a little.")
            return f"{text} {_few_images(report)}".strip()
        case ShortcutVerdict.SUSPECTED:
            return tr(
                "Something that is not the disease hints at the class. A network will use it, look better here than it"
                " is, and fail where the hint is missing: train against shortcuts, and test at another place."
            )
        case ShortcutVerdict.INSEPARABLE:
            reason = (
                tr("Each source holds images of one class only.")
                if source_tells_label(report.sources)
                else tr("“{probe}” tells the class nearly always.").format(probe=tr(_TITLES[report.found[0].probe]))
            )
            remark = tr(
                "High figures from these images would say nothing about the disease. Images of every class from the"
                " same place are needed."
            )
            return f"{reason} {remark}"


def describe_result(result: ProbeResult, report: AuditReport) -> ResultWords:
    """One probe's result.

    Args:
        result: One of the report's.
        report: Names the class.
    """
    title = _title_of(result)
    if not math.isfinite(result.auc.value):
        return ResultWords(title, tr("There are too few images of both classes to look at this."), "")
    ranking = tr(
        "Right for {number} of 100 pairs of an image with and one without “{positive_class}” (50 is chance)."
    ).format(number=round(100 * result.auc.value), positive_class=report.positive_class)
    if result.strength is Strength.NOTHING:
        remark = tr("Tells nothing about the class that could not be chance.")
        return ResultWords(title, f"{remark} {ranking}", "")
    words = [ranking]
    if result.telling:
        parts = ", ".join(tr(part) if part in _PARTS else part for part in result.telling)
        words.append(tr("Most telling: {parts}.").format(parts=parts))
    if result.strength is Strength.TRACE:
        remark = tr("Hints at the class a little, and not by chance; too little to carry a network alone.")
        return ResultWords(title, " ".join((remark, *words)), "")
    if result.probe.may_see_disease:
        words.append(tr("A disease of the lungs changes this too, so that part of it may be earned."))
    remedy = _REMEDIES[result.probe]
    return ResultWords(title, " ".join((f"{tr(_CAUSES[result.probe])}.", *words)), tr(remedy) if remedy else "")


def _title_of(result: ProbeResult) -> str:
    title = phrase(_TITLES[result.probe])
    return str(phrase(_WITHIN_SOURCES, title=title) if result.scope is Scope.WITHIN_SOURCES else title)


def describe_source(source: SourceResult, report: AuditReport) -> str:
    """What a source holds, and whether it can be recognised, in a sentence."""
    held = ", ".join(f"{integer(count)} {label}" for label, count in source.counts.items() if count)
    words = [f"{source.name or tr('Source not named')}: {held}."]
    if source.holds_one_class and len(report.sources) > 1:
        words.append(tr("One class only."))
    if math.isfinite(source.auc.value):
        told = source.p_value < _CHANCE and source.auc.value >= _RECOGNISED
        sentence = (
            tr("It can be told from the others with the lungs hidden (AUC {area}).")
            if told
            else tr("It cannot well be told from the others with the lungs hidden (AUC {area}).")
        )
        words.append(sentence.format(area=figure(source.auc)))
    return " ".join(words)


_CHANCE, _RECOGNISED = 0.05, 0.70


def sources_summary(report: AuditReport) -> str:
    """Whether sources are known, and whether each holds both classes."""
    named = [source for source in report.sources if source.name]
    if not named:
        return tr("The images do not say which source they come from, so nothing can be said about sources.")
    if len(report.sources) == 1:
        return tr("All images come from one source.")
    both = sum(not source.holds_one_class for source in named)
    text = tr_count(
        "{both} of {count} source hold images of both classes.",
        "{both} of {count} sources hold images of both classes.",
        len(named),
        both=integer(both),
    )
    if not any(result.scope is Scope.WITHIN_SOURCES for result in report.results):
        return f"{text} {tr('No source holds enough of both for a look within one source.')}"
    return text


def card_findings(report: AuditReport) -> tuple[str, ...]:
    """The findings that the verdict rests on, worst first, a sentence each."""
    findings: list[str] = []
    if source_tells_label(report.sources):
        findings.append(tr(_ONE_CLASS_EACH))
    findings.extend(
        str(phrase(_TELLS, title=_title_of(result), area=figure(result.auc), p=p_words(result)))
        for result in report.found
    )
    return tuple(findings)


def figure(auc: Estimate) -> str:
    """An area with its interval: `0.981 (0.974 to 0.987)`."""
    return area_in_words(auc)


def p_words(result: ProbeResult) -> str:
    """The corrected p-value, as far as permutations can tell it."""
    if result.corrected_p < 0.05:
        return str(phrase(_BELOW, number=decimal(0.05, 2)))
    return decimal(result.corrected_p, 2)


AUDIT_SENTENCES: tuple[Template, ...] = (
    *_SENTENCES.values(),
    *_TITLES.values(),
    *(_ONE_CLASS_EACH, _TELLS, _WITHIN_SOURCES, _BELOW, AREA),
)
"""Everything that a card's sentences about an audit are made of."""


def _few_images(report: AuditReport) -> str:
    fewest = min((sum(source.counts.get(name, 0) for source in report.sources) for name in _classes(report)), default=0)
    if fewest >= _ENOUGH:
        return ""
    return tr("With {number} images in the smallest class only a gross shortcut would have been seen.").format(
        number=integer(fewest)
    )


_ENOUGH = 50


def _classes(report: AuditReport) -> set[str]:
    return {name for source in report.sources for name in source.counts}
