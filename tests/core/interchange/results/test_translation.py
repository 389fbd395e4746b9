"""DICOM objects are English, whatever the person speaks who has them made."""

from pathlib import Path

import pytest
from pydicom import dcmread

from core.interchange.results.source import ResultKind, obstacle_to
from core.language import tr, use_catalogue
from tests.core.interchange.results.conftest import MakeSource, WriteKind
from tests.pseudo_language import OPENING, PseudoCatalogue, untranslated


@pytest.mark.parametrize("kind", [kind for kind in ResultKind if kind is not ResultKind.REPORT])
def test_an_object_is_made_in_english(
    kind: ResultKind, chest_dicom: Path, make_source: MakeSource, write_kind: WriteKind
) -> None:
    english = dcmread(write_kind(make_source(chest_dicom), kind))
    use_catalogue(PseudoCatalogue())

    other = dcmread(write_kind(make_source(chest_dicom), kind))

    assert OPENING not in str(other)
    assert other.get("PixelData") == english.get("PixelData"), "the legend of the heat map"
    texts = [
        [e.value for e in made.iterall() if e.VR in ("LO", "ST", "LT", "UT", "SH", "CS")] for made in (other, english)
    ]
    assert texts[0] == texts[1]


def test_kinds_and_what_is_in_their_way_are_shown_in_the_persons_language(
    chest_dicom: Path, make_source: MakeSource, pseudo_language: None
) -> None:
    bare = make_source(chest_dicom, result=None, measurements=())
    obstacles = [obstacle for kind in ResultKind if (obstacle := obstacle_to(kind, bare)) is not None]

    assert obstacles
    assert untranslated([tr(text) for text in (*obstacles, *(kind.words for kind in ResultKind))]) == []
