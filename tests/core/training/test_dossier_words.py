"""The dossier's sentences and checklists in another language, and in English where programs read them."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.language import TranslationFile, in_source_language, use_catalogue
from core.model.card import ShortcutAudit, ShortcutVerdict
from core.model.card_writing import write_card
from core.model.package import bundled_package
from core.training.audit_wording import verdict_sentence
from core.training.card_sentences import augmentation_words, data_set_words, initialisation_words, training_stages
from core.training.dataset import LabelledDataset
from core.training.disease_figures import DiseaseFigures
from core.training.dossier import Dossier, build_dossier
from core.training.dossier_json import dossier_json
from core.training.packaging import card_at
from core.training.plan import Depth, Recipe, StartKind, StartPoint
from core.training.statements import reservations
from tests.pseudo_language import CLOSING, OPENING, PseudoCatalogue, outside_brackets, untranslated

from .dossier_examples import CLASSES, ROOT, Change, dossier_of

# A lone hospital of each class, copies across classes, one patient unknown, another split: as many sentences as can be.
DATA = ("resnet50_cxr", "a computer", "float32", "CPU", "collection")


def from_clinics(named: int) -> Change:
    return lambda number, image: replace(
        image,
        source=f"clinic {number % 2 + 1}" if named else None,
        split=("a", "b")[number % 2] if named else None,
        patient_id=f"P-{number}" if number >= named else None,
    )


def with_trouble(dossier: Dossier) -> Dossier:
    """The dossier of a run that left files out, and whose images an audit suspects."""
    data = replace(dossier.provenance.dataset, unreadable=("a", "b"), duplicate_groups=(("a", "b"), ("c", "d")))
    with in_source_language():
        audit = ShortcutAudit(ShortcutVerdict.SUSPECTED, verdict_sentence(ShortcutVerdict.SUSPECTED), ())
    return build_dossier(dossier.summary, replace(dossier.provenance, dataset=data), DiseaseFigures(audit=audit))


def every_sentence(dossier: Dossier) -> list[str]:
    items = (words for item in dossier.checklist for words in (item.section, item.topic, item.answer, item.needed))
    return [*dossier.statements, dossier.limits.sentence, *dossier.limits.details, *items]


def dossiers() -> list[Dossier]:
    copies = [*range(5), 0, *range(6, 240)]
    return [
        dossier_of(change=from_clinics(named=1), groups=copies, weight_decay=0.01, depth=Depth.FULL),
        dossier_of(change=from_clinics(named=100), threshold=0.4, classes=("sick", "well", "else")),
        dossier_of(30, folds=1, refits=False, depth=Depth.FULL, recipe=Recipe.PRETRAIN),
        dossier_of(separation=4.0, start=StartPoint(StartKind.RANDOM)),
        dossier_of(5),
        dossier_of(change=lambda _, image: replace(image, source=f"hospital of the {image.label}")),
    ]


@pytest.mark.usefixtures("pseudo_language")
@pytest.mark.parametrize("number", range(6))
def test_every_sentence_is_in_the_persons_language(number: int) -> None:
    dossier = with_trouble(dossiers()[number])
    # Numbers stand before the classes' names in lists, and a program or a processor has its own name.
    allowed = (*CLASSES, "else", "clinic", "hospital of the", "hilum", "torch", *DATA)
    assert untranslated(every_sentence(dossier), allowed) == []
    assert all(OPENING in item.topic and CLOSING in item.section for item in dossier.checklist)


@pytest.mark.usefixtures("pseudo_language")
def test_what_the_window_says_of_limits_is_in_the_persons_language() -> None:
    dossier = dossier_of(change=from_clinics(named=0))
    images = tuple(prediction.image for prediction in dossier.summary.predictions)
    sentences = reservations(dossier.summary, dossier.provenance, LabelledDataset(ROOT, CLASSES, images))
    assert untranslated(sentences) == []
    starts = [
        initialisation_words(replace(dossier.provenance.plan, start=StartPoint(kind)), None) for kind in StartKind
    ]
    weights = replace(dossier.provenance.plan, start=StartPoint(StartKind.WEIGHTS_FILE, Path("/kept/w.safetensors")))
    package = initialisation_words(dossier.provenance.plan, bundled_package().card)
    words = [data_set_words(dossier.summary), data_set_words(dossier_of(folds=1).summary)]
    assert untranslated([*starts, initialisation_words(weights, None), package, *words]) == []
    assert untranslated([augmentation_words(dossier.provenance.plan.augmentation)]) == []


def test_what_programs_read_is_english_whatever_the_language() -> None:
    dossier = dossiers()[0]
    images = tuple(prediction.image for prediction in dossier.summary.predictions)
    dataset = LabelledDataset(ROOT, CLASSES, images)
    card = replace(bundled_package().card, classes=CLASSES, positive_class=CLASSES[0])
    english = dossier_json(dossier)
    stages, ours = training_stages(dossier.provenance.plan, 3), card_at(card, dossier.summary, dataset)

    use_catalogue(PseudoCatalogue())
    with in_source_language():
        again = dossiers()[0]

    assert dossier_json(again) == english
    assert training_stages(dossier.provenance.plan, 3) == stages
    assert "Augmentation: reflection (probability 0.5)" in stages[0].description
    assert write_card(card_at(card, dossier.summary, dataset)) == write_card(ours)


def test_numbers_and_sentences_keep_their_order_in_another_language() -> None:
    texts = {
        (
            "AUC {area}, sensitivity {sensitivity}, specificity {specificity}",
            "",
        ): "{specificity} / {sensitivity} / {area}",
        ("{value} ({low} to {high})", ""): "{low} < {value} < {high}",
        (".", "a sign in numbers"): ",",
        (",", "a sign in numbers"): ".",
    }
    use_catalogue(TranslationFile(texts), "tr")
    dossier = dossier_of(2000)
    auc = f"{dossier.summary.pooled.auc.value:.3f}".replace(".", ",")
    headline = next(item.answer for item in dossier.checklist if item.number == "2")
    assert f"< {auc} <" in headline
    assert "on one collection of 2.000 images" in dossier.statements[1]


@pytest.mark.usefixtures("pseudo_language")
def test_names_of_the_data_stay_as_they_are() -> None:
    dossier = dossier_of(change=lambda number, image: replace(image, source=f"clinic {number % 2}"))
    answer = next(item.answer for item in dossier.checklist if item.number == "7")
    assert "collection" in answer
    assert "sick" in answer
    assert outside_brackets(answer).strip() == ""
