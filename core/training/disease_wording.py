"""Whether a network looks at the disease, in words: one place for dossier, card, window and commands."""

import math
from collections.abc import Iterator, Sequence

from core.language import mark, tr
from core.number_format import decimal, integer
from core.phrases import phrase, restated
from core.training.disease_figures import DiseaseFigures, LungsProbes
from core.training.left_out_sources import NO_SOURCE_LEFT_OUT, LeftOutSource
from core.training.results import Estimate

QUESTION = mark("Does it look at the disease?")

HOW_PROBED = mark(
    "Each fold's network was asked about its held-out images again: with the lung fields and a margin around them"
    " filled with the blurred grey of their surroundings, and with nothing but the lung fields, in a mean body that is"
    " the same for all. The lung fields come from Hilum's lung network."
)
NOT_PROBED = mark(
    "Nobody looked at what it does with the lungs hidden: the run is of an older version. Train anew to have these"
    " figures."
)
NOT_AUDITED = mark("The training images were not audited for shortcuts.")
AREA = mark("{value} ({low} to {high})")
LAST_LAYER_ONLY = mark(
    "Only a last layer on the features of the start weights was trained without the source, in seconds; this run"
    " trained more than that, so that its own networks may do better or worse."
)


def hidden_lungs_sentence(probes: LungsProbes, positive_class: str) -> str:
    """What the network does without seeing the lungs, and what that means.

    Args:
        probes: The folds' probes.
        positive_class: The class that decisions are about.
    """
    if not math.isfinite(probes.hidden.value):
        return _why_undefined(probes)
    area = area_in_words(probes.hidden)
    if probes.uses_something_else:
        return tr(
            "With the lungs hidden it still tells {positive_class} with an area under the ROC curve of {area}, where"
            " 0.5 is chance: it uses something that is not the lungs."
        ).format(positive_class=positive_class, area=area)
    return tr(
        "With the lungs hidden the area under the ROC curve is {area}, where 0.5 is chance: little that is not the"
        " lungs helps it."
    ).format(area=area)


def lungs_alone_sentence(probes: LungsProbes) -> str:
    """What the network does when it sees nothing but the lungs."""
    if not math.isfinite(probes.alone.value):
        return ""
    return tr("With the lungs alone the area is {alone}; with the whole picture, on the same images, {whole}.").format(
        alone=area_in_words(probes.alone), whole=area_in_words(probes.whole)
    )


def disease_statements(disease: DiseaseFigures, positive_class: str) -> Iterator[str]:
    """What must stand beside the figures of a model that may not look at the disease; nothing where it seems to.

    Args:
        disease: Its figures.
        positive_class: The class that decisions are about.
    """
    if disease.probes is not None and disease.probes.uses_something_else:
        yield hidden_lungs_sentence(disease.probes, positive_class)
    if disease.left_out is not None:
        for source in disease.left_out.sources:
            if source.left_out.high < source.learnt.low:
                yield _falls(source, disease.left_out.is_last_layer_only)


def left_out_words(disease: DiseaseFigures) -> str:
    """What leaving sources out says, or why it cannot be had."""
    left_out = disease.left_out
    if left_out is None:
        return tr("No source was left out: the run is of an older version.")
    if left_out.reason:
        return tr(
            "How it does on a source that it had not learnt from cannot be had: {reason}. Nothing here speaks for its"
            " working elsewhere."
        ).format(reason=restated(left_out.reason, NO_SOURCE_LEFT_OUT))
    return tr(
        "Learnt without any image of a source, and tested on that source alone: the nearest that one collection comes"
        " to another hospital."
    )


def other_classes(classes: Sequence[str], positive_class: str) -> str:
    """What all images that are not of the positive class are called."""
    others = [name for name in classes if name != positive_class]
    return others[0] if len(others) == 1 else tr("all others")


def area_in_words(estimate: Estimate) -> str:
    """An area under a curve with its interval: `0.930 (0.901 to 0.953)`; two decimals would make 1 of 0.995."""
    value, low, high = (decimal(number, 3) for number in (estimate.value, estimate.low, estimate.high))
    return str(phrase(AREA, value=value, low=low, high=high))


def _falls(source: LeftOutSource, is_last_layer_only: bool) -> str:
    sentence = (
        tr(
            "On images of “{name}” the area under the ROC curve falls from {learnt} to {left_out} where none of them"
            " were learnt from (a last layer alone, trained with and without them): what it learnt there does not hold"
            " elsewhere."
        )
        if is_last_layer_only
        else tr(
            "On images of “{name}” the area under the ROC curve falls from {learnt} to {left_out} where none of them"
            " were learnt from: what it learnt there does not hold elsewhere."
        )
    )
    return sentence.format(
        name=source.name, learnt=area_in_words(source.learnt), left_out=area_in_words(source.left_out)
    )


def _why_undefined(probes: LungsProbes) -> str:
    if not probes.images:
        return tr(
            "What it does with the lungs hidden is not known: in none of the {number} images were two lung fields"
            " found."
        ).format(number=integer(probes.without_lungs))
    return tr("What it does with the lungs hidden is not known: lung fields were found in images of one class only.")
