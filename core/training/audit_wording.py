"""The shortcut audit in words for a person: one place for the window, the command line, the dossier and the card."""

import math
from dataclasses import dataclass

from core.model.card import ShortcutVerdict
from core.training.audit_report import AuditReport, Probe, ProbeResult, Scope, SourceResult, Strength
from core.training.audit_verdict import source_tells_label
from core.training.findings import counted
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
    Probe.SOURCE: "Source alone, without the picture",
    Probe.LUNGS_HIDDEN: "Picture with the lungs hidden",
    Probe.CORNERS: "Corners: markers and letters",
    Probe.EDGES: "Edges: frames and borders",
    Probe.HISTOGRAM: "Grey values alone",
    Probe.NOISE: "Sharpness and noise",
    Probe.SIZE: "Size and shape of the image",
    Probe.STORAGE: "File format and compression",
    Probe.TAGS: "DICOM header: device, place, age, sex",
    Probe.NAMES: "File names",
}

_CAUSES = {
    Probe.SOURCE: "Where an image comes from gives its class away",
    Probe.LUNGS_HIDDEN: "What lies around the lungs gives the class away: the body, how it lies, what is written there",
    Probe.CORNERS: "Something in the corners gives the class away, such as a marker, a letter or a stamp",
    Probe.EDGES: "The rim of the picture gives the class away, such as a frame or how it was cut",
    Probe.HISTOGRAM: "How bright and how rich in contrast the picture is gives the class away",
    Probe.NOISE: "How sharp, noisy or compressed the picture is gives the class away",
    Probe.SIZE: "The size of the image gives the class away: images of the classes were exported differently",
    Probe.STORAGE: "How the file was stored gives the class away: images of the classes were exported differently",
    Probe.TAGS: "What the DICOM header says gives the class away: other devices, places or patients",
    Probe.NAMES: "File names give the class away. The network never sees them; they only show that images of the"
    " classes were gathered separately",
}

_REMEDIES = {
    Probe.SOURCE: "Add images of each class from every source, and test on a source that was never learnt from.",
    Probe.LUNGS_HIDDEN: "Take both classes from the same devices and wards, and train against shortcuts.",
    Probe.CORNERS: "Cut the marks away, or blank them in every image.",
    Probe.EDGES: "Cut the rim off every image in the same way.",
    Probe.HISTOGRAM: "Export all images with the same window. The network equalises greys, which helps but does not"
    " undo it.",
    Probe.NOISE: "Take both classes from the same devices, stored in the same way; train against shortcuts.",
    Probe.SIZE: "Export images of all classes again from the archive, in the same way.",
    Probe.STORAGE: "Export images of all classes again from the archive, in the same way.",
    Probe.TAGS: "Choose images so that devices, places, ages and sexes are alike in each class.",
    Probe.NAMES: "",
}

_SENTENCES = {
    ShortcutVerdict.NONE_FOUND: "No shortcut was found in this model's training images, which is no proof that there"
    " is none.",
    ShortcutVerdict.SUSPECTED: "Shortcut suspected: in this model's training images something other than the disease"
    " hints at the answer.",
    ShortcutVerdict.INSEPARABLE: "In this model's training images the disease cannot be told from how or where the"
    " pictures were taken: its answers may say the one and mean the other.",
}

_HEADLINES = {
    ShortcutVerdict.NONE_FOUND: "No shortcut found",
    ShortcutVerdict.SUSPECTED: "Shortcut suspected",
    ShortcutVerdict.INSEPARABLE: "Disease and origin of the images cannot be told apart",
}


def verdict_headline(verdict: ShortcutVerdict) -> str:
    """The outcome in a few words."""
    return _HEADLINES[verdict]


def verdict_sentence(verdict: ShortcutVerdict) -> str:
    """What every result of a model that was trained on such images says."""
    return _SENTENCES[verdict]


def verdict_explanation(report: AuditReport) -> str:
    """What the outcome means for training, in two sentences or three."""
    match report.verdict:
        case ShortcutVerdict.NONE_FOUND:
            text = "None of the probes tells the class from anything but the lungs by more than a little."
            return f"{text} {_few_images(report)}".strip()
        case ShortcutVerdict.SUSPECTED:
            return (
                "Something that is not the disease hints at the class. A network will use it, look better here than it"
                " is, and fail where the hint is missing: train against shortcuts, and test at another place."
            )
        case ShortcutVerdict.INSEPARABLE:
            reason = (
                "Each source holds images of one class only."
                if source_tells_label(report.sources)
                else f"“{_TITLES[report.found[0].probe]}” tells the class nearly always."
            )
            return (
                f"{reason} High figures from these images would say nothing about the disease. Images of every class"
                " from the same place are needed."
            )


def describe_result(result: ProbeResult, report: AuditReport) -> ResultWords:
    """One probe's result.

    Args:
        result: One of the report's.
        report: Names the class.
    """
    title = _TITLES[result.probe]
    if result.scope is Scope.WITHIN_SOURCES:
        title += ", within each source"
    if not math.isfinite(result.auc.value):
        return ResultWords(title, "There are too few images of both classes to look at this.", "")
    ranking = f"Right for {round(100 * result.auc.value)} of 100 pairs of an image with and one without"
    ranking += f" “{report.positive_class}” (50 is chance)."
    if result.strength is Strength.NOTHING:
        return ResultWords(title, f"Tells nothing about the class that could not be chance. {ranking}", "")
    telling = f" Most telling: {', '.join(result.telling)}." if result.telling else ""
    if result.strength is Strength.TRACE:
        remark = "Hints at the class a little, and not by chance; too little to carry a network alone."
        return ResultWords(title, f"{remark} {ranking}{telling}", "")
    sees = " A disease of the lungs changes this too, so that part of it may be earned." * result.probe.may_see_disease
    return ResultWords(title, f"{_CAUSES[result.probe]}. {ranking}{telling}{sees}", _REMEDIES[result.probe])


def describe_source(source: SourceResult, report: AuditReport) -> str:
    """What a source holds, and whether it can be recognised, in a sentence."""
    name = source.name or "Source not named"
    held = ", ".join(f"{count:,} {label}" for label, count in source.counts.items() if count)
    text = f"{name}: {held}."
    if source.holds_one_class and len(report.sources) > 1:
        text += " One class only."
    if math.isfinite(source.auc.value):
        told = source.p_value < _CHANCE and source.auc.value >= _RECOGNISED
        text += f" It {'can' if told else 'cannot well'} be told from the others with the lungs hidden"
        text += f" (AUC {figure(source.auc)})."
    return text


_CHANCE, _RECOGNISED = 0.05, 0.70


def sources_summary(report: AuditReport) -> str:
    """Whether sources are known, and whether each holds both classes."""
    named = [source for source in report.sources if source.name]
    if not named:
        return "The images do not say which source they come from, so nothing can be said about sources."
    if len(report.sources) == 1:
        return "All images come from one source."
    both = sum(not source.holds_one_class for source in named)
    text = f"{both} of {counted(len(named), 'source')} hold images of both classes."
    if not any(result.scope is Scope.WITHIN_SOURCES for result in report.results):
        text += " No source holds enough of both for a look within one source."
    return text


def card_findings(report: AuditReport) -> tuple[str, ...]:
    """The findings that the verdict rests on, worst first, a sentence each."""
    findings = []
    if source_tells_label(report.sources):
        findings.append("Each source of the training images holds images of one class only.")
    for result in report.found:
        words = describe_result(result, report)
        findings.append(f"{words.title}: tells the class with AUC {figure(result.auc)}, p {p_words(result)}.")
    return tuple(findings)


def figure(auc: Estimate) -> str:
    """An area with its interval: `0.981 (0.974 to 0.987)`."""
    return f"{auc.value:.3f} ({auc.low:.3f} to {auc.high:.3f})"


def p_words(result: ProbeResult) -> str:
    """The corrected p-value, as far as permutations can tell it."""
    return "< 0.05" if result.corrected_p < 0.05 else f"{result.corrected_p:.2f}"


def _few_images(report: AuditReport) -> str:
    fewest = min((sum(source.counts.get(name, 0) for source in report.sources) for name in _classes(report)), default=0)
    if fewest >= _ENOUGH:
        return ""
    return f"With {fewest:,} images in the smallest class only a gross shortcut would have been seen."


_ENOUGH = 50


def _classes(report: AuditReport) -> set[str]:
    return {name for source in report.sources for name in source.counts}
