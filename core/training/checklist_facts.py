"""What a run can tell about itself: one sentence or two per fact, for the items of the reporting checklists.

The sentences are in the language that is in force.
"""

from collections import Counter
from collections.abc import Mapping

from core.language import tr
from core.model.input import InputSpec
from core.number_format import capitalised, integer, tr_count
from core.training.checklist_figures import result_facts
from core.training.checklist_method import method_facts, run_facts
from core.training.checklist_wording import FIXED_FACTS
from core.training.provenance import RunProvenance
from core.training.results import CrossValidationSummary
from core.training.stored_sentences import kept_sentences


def checklist_facts(summary: CrossValidationSummary, provenance: RunProvenance, limits: str) -> Mapping[str, str]:
    """Everything that can be said without asking the author.

    Args:
        summary: The figures.
        provenance: The run.
        limits: The limits in one sentence.

    Returns:
        Name of the fact to its wording.
    """
    return {
        **{name: tr(fact) for name, fact in FIXED_FACTS.items()},
        **_data_facts(summary, provenance),
        **_partition_facts(summary, provenance),
        **method_facts(summary, provenance),
        **run_facts(provenance),
        **result_facts(summary),
        "limits": limits,
    }


def _data_facts(summary: CrossValidationSummary, provenance: RunProvenance) -> dict[str, str]:
    data = provenance.dataset
    counts = ", ".join(f"{integer(count)} {name}" for name, count in data.class_counts.items())
    sources = Counter((p.image.source, p.image.label) for p in summary.predictions if p.image.source)
    by_source = "; ".join(
        tr("{source}: {number} {label}").format(source=source, number=integer(count), label=label)
        for (source, label), count in sorted(sources.items())
    )
    copies = tr_count(
        "{count} group of copies of one picture was found and kept together.",
        "{count} groups of copies of one picture were found and kept together.",
        len(data.duplicate_groups),
    )
    unreadable = tr_count(
        "{count} file could not be read and was left out.",
        "{count} files could not be read and were left out.",
        len(data.unreadable),
    )
    return {
        "data": tr_count(
            "Collection “{name}”: {count} image ({classes}).",
            "Collection “{name}”: {count} images ({classes}).",
            data.images,
            name=data.name,
            classes=counts,
        ),
        "sources": tr("Images of each source: {listed}.").format(listed=by_source)
        if by_source
        else tr("The sources of the images are not known."),
        "exclusions": f"{unreadable} {copies}",
        "missing": f"{unreadable} {tr('No value was filled in.')}",
        "preprocessing": _preparation(provenance.input),
        "checks": " ".join(
            (tr("The program looked for unreadable files, copies and odd images."), *kept_sentences(data.findings))
        ),
        "numbers": _numbers(provenance),
        "sample": tr_count(
            "{count} image ({classes}): all that were given; no sample size was calculated.",
            "{count} images ({classes}): all that were given; no sample size was calculated.",
            data.images,
            classes=counts,
        ),
        "hashes": tr("The SHA-256 of each of the {number} image files is part of this dossier.").format(
            number=integer(len(data.sha256))
        ),
    }


def _preparation(spec: InputSpec) -> str:
    """What was done to each picture before the network saw it."""
    steps = [tr("resized to {size} x {size} pixels ({filter})").format(size=spec.size, filter=spec.resize_filter)]
    if spec.equalisation is not None:
        steps.append(tr("histogram equalisation ({method})").format(method=spec.equalisation))
    if spec.crop is not None:
        cut = tr("cut to rows and columns {first} to {last} and resized back")
        steps.append(cut.format(first=spec.crop.first, last=spec.crop.last))
    steps.append(tr("standardised to mean 0 and standard deviation 1"))
    return tr("Each displayed picture was {steps}; the same for training and use.").format(steps=", ".join(steps))


def _numbers(provenance: RunProvenance) -> str:
    data = provenance.dataset
    if not data.images_with_patient:
        return tr("{images} images in {groups} independent groups; whom they show is not known.").format(
            images=integer(data.images), groups=integer(data.groups)
        )
    return tr("{images} images in {groups} independent groups; {patients}.").format(
        images=integer(data.images), groups=integer(data.groups), patients=_patients(provenance)
    )


def _partition_facts(summary: CrossValidationSummary, provenance: RunProvenance) -> dict[str, str]:
    plan = provenance.plan
    positives = Counter(p.fold for p in summary.predictions if p.image.label == summary.positive_class)
    totals = Counter(p.fold for p in summary.predictions)
    folds = "; ".join(
        tr("fold {fold}: {number} held out, {positives} of them {positive_class}").format(
            fold=fold + 1,
            number=integer(totals[fold]),
            positives=integer(positives[fold]),
            positive_class=summary.positive_class,
        )
        for fold in sorted(totals)
    )
    how_many = tr("5 folds, of which one was trained")
    if plan.folds > 1:
        how_many = tr("{number} folds").format(number=plan.folds)
    disjoint = tr("Disjoint by copies of one picture; otherwise by image.")
    if provenance.dataset.images_with_patient:
        disjoint = tr(
            "Disjoint by patients, where they are known ({patients}), and copies of one picture; otherwise by image."
        ).format(patients=_patients(provenance))
    return {
        "partitions": tr(
            "Cross-validation in {folds}, stratified by class, drawn with the seed {seed}; groups of images were never"
            " divided. Nothing was chosen by the figures of held-out images."
        ).format(folds=how_many, seed=plan.seed),
        "disjoint": disjoint,
        "folds": f"{capitalised(folds)}.",
        "internal": tr("{folds}; each image was judged by a network that had not seen it.").format(
            folds=capitalised(how_many)
        ),
    }


def _patients(provenance: RunProvenance) -> str:
    """How many patients are known; for data that name any."""
    data = provenance.dataset
    return tr("{patients} patients are named by {named} of {images} images").format(
        patients=integer(data.patients), named=integer(data.images_with_patient), images=integer(data.images)
    )
