"""The texts of a card that a person reads: English on the card, and said in the person's language."""

from dataclasses import replace

import pytest

from core.language import TranslationFile, in_source_language, tr, use_catalogue
from core.model.bundled_card_words import BUNDLED_DATA_SETS, BUNDLED_LIMITS, BUNDLED_SOURCES, BUNDLED_TITLES
from core.model.card import ModelCard
from core.model.card_writing import write_card
from core.model.lung_card import LungCard
from core.model.lungs import bundled_lung_package
from core.model.package import bundled_package
from core.model.trained_card_words import (
    CROSS_VALIDATED,
    HELD_OUT,
    IMAGES,
    LIMITS,
    START_PACKAGE,
    TITLE,
    card_text,
    card_words,
)
from core.phrases import phrase

TURKISH = TranslationFile(
    {
        (
            LIMITS,
            "",
        ): "{positives} {positive_class} olgusundan {found}, diğer {negatives} görüntüden {called}: {that_class};"
        " toplam {images}.",
        (CROSS_VALIDATED, ""): "{folds} katla çapraz doğrulanan kendi koleksiyonu",
        (START_PACKAGE, ""): "{images} ile eğitilen {name} {version} (SHA-256 {digest})",
        (TITLE, ""): "{name}: {positive_class}",
        (".", "a sign in numbers"): ",",
        (",", "a sign in numbers"): ".",
    },
    {HELD_OUT[1]: ("ayrılmış {count} görüntü",), IMAGES[1]: ("{count} görüntü: {names}",)},
)


@pytest.fixture
def limits() -> str:
    fields = {"images": 1200, "found": 41, "positives": 1044, "called": 3, "negatives": 156}
    return str(phrase(LIMITS, **fields, positive_class="Pneumonia, viral", that_class="Pneumonia, viral"))


def test_sentences_of_trained_models_are_said_in_the_persons_language(limits: str) -> None:
    held_out = str(phrase(HELD_OUT, count=1044))
    start = f"ward 3 (SHA-256 {'ab' * 32}), itself trained on 15,292 images: Clinic A, Clinic B"
    use_catalogue(TURKISH, "tr")
    assert card_words(limits) == (
        "1.044 Pneumonia, viral olgusundan 41, diğer 156 görüntüden 3: Pneumonia, viral; toplam 1.200."
    )
    assert card_words(held_out) == "ayrılmış 1.044 görüntü"
    assert card_words("its own training collection, cross-validated in 5 folds") == (
        "5 katla çapraz doğrulanan kendi koleksiyonu"
    )
    assert card_words(start) == f"15.292 görüntü: Clinic A, Clinic B ile eğitilen ward 3 (SHA-256 {'ab' * 32})"
    assert card_words("Opacity on chest radiographs, trained here as ward") == "ward: Opacity"


@pytest.mark.parametrize("text", ["What somebody else wrote in 2,024.", "1 images: A", "", "random forests"])
def test_a_text_stays_on_the_card_as_it_is(text: str) -> None:
    use_catalogue(TURKISH, "tr")
    kept = card_text(text)
    assert kept == text
    assert f"{kept}" == text


def test_what_another_program_wrote_is_shown_as_it_is() -> None:
    use_catalogue(TURKISH, "tr")
    assert tr(card_text("On 40 images of ours it found 3 cases.")) == "On 40 images of ours it found 3 cases."


def test_a_card_that_was_read_is_worded_when_shown_and_written_as_it_was(limits: str) -> None:
    card = bundled_package().card
    changed = replace(
        card, limits=replace(card.limits, sentence=limits), title="Opacity on chest radiographs, trained here as a"
    )
    text = write_card(changed)
    use_catalogue(TURKISH, "tr")
    read = ModelCard.from_json(text, bundled_package().directory)
    assert read == changed
    assert write_card(read) == text
    assert tr(read.limits.sentence).startswith("1.044 Pneumonia")
    assert tr(read.title) == "a: Opacity"
    with in_source_language():
        assert tr(read.limits.sentence) == limits


def test_collections_of_the_bundled_model_are_named_alike_on_a_card_of_a_model_that_started_from_it() -> None:
    card = bundled_package().card
    start = f"ward 3 (SHA-256 {'ab' * 32}), itself trained on {card.training.summary}"
    use_catalogue(TranslationFile({(BUNDLED_SOURCES[0], ""): "kopyalar"}, TURKISH.plurals), "tr")
    assert (
        tr(card.training.summary) == "15,292 görüntü: kopyalar, COVID-CXNet, Kermany paediatric pneumonia, ChestX-ray8"
    )
    assert card_words(start).endswith(f"itself trained on {tr(card.training.summary)}")


def shown_of(card: ModelCard | LungCard) -> list[str]:
    return [card.title, card.limits.sentence, *(figures.data_set for figures in card.measured)]


def test_every_text_of_the_bundled_cards_that_is_shown_can_be_translated() -> None:
    cards = (bundled_package().card, bundled_lung_package().card)
    marked = {*BUNDLED_TITLES, *BUNDLED_LIMITS, *BUNDLED_DATA_SETS}
    assert {text for card in cards for text in shown_of(card)} == marked
