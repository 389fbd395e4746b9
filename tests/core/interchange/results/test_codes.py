"""Codes from vocabularies mean what the vocabularies say."""

import pytest
from pydicom.sr import _concepts_dict
from pydicom.sr.coding import Code

from core.interchange.results import codes

_NOT_IN_PYDICOM = frozenset(
    {
        # SNOMED CT; pydicom has only what DICOM's own context groups use.
        "399208008",
        "840539006",
        "233604007",
        "75570004",
        "53084003",
        "56717001",
        # TID 1500 row 12 and CID 7460 of DICOM PS3.16.
        "C0034375",
        "{pixels}",
    }
)


def _codes() -> list[Code]:
    """Every code that is not of Hilum's own scheme."""
    found: set[Code] = set()
    for value in vars(codes).values():
        found.update(
            each for each in (value.values() if isinstance(value, dict) else [value]) if isinstance(each, Code)
        )
    return sorted(code for code in found if code.scheme_designator != codes.PRIVATE_SCHEME)


@pytest.mark.parametrize("code", [code for code in _codes() if code.value not in _NOT_IN_PYDICOM], ids=str)
def test_a_code_means_what_its_vocabulary_says(code: Code) -> None:
    concepts = _concepts_dict.concepts[code.scheme_designator]
    meanings = {meanings[code.value][0].casefold() for meanings in concepts.values() if code.value in meanings}

    plain = {meaning.removesuffix(" (qualifier value)") for meaning in meanings}
    assert code.meaning.casefold() in meanings | plain


def test_own_codes_fit_their_attribute_and_are_told_apart() -> None:
    own = [value for value in vars(codes).values() if isinstance(value, Code)]
    own = [code for code in own if code.scheme_designator == codes.PRIVATE_SCHEME]

    assert len({code.value for code in own}) == len(own)
    assert all(len(code.value) <= 16 and len(code.meaning) <= 64 for code in own)
