"""Contents are written in one way only, and a digest covers every field."""

import hashlib
import json
import math
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.record.entry import NO_DIGEST, canonical_json, digest_of

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(JSON)
def test_what_is_written_is_read_back_and_written_the_same_again(value: object) -> None:
    text = canonical_json(value)

    assert text.isascii()
    assert json.loads(text) == value
    assert canonical_json(json.loads(text)) == text


@given(st.dictionaries(st.text(), JSON, max_size=6), st.randoms())
def test_the_order_of_keys_does_not_matter(value: dict[str, object], chance: object) -> None:
    items = list(value.items())
    chance.shuffle(items)

    assert canonical_json(dict(items)) == canonical_json(value)


def test_mappings_and_tuples_are_written_like_dictionaries_and_lists() -> None:
    assert canonical_json(MappingProxyType({"b": (1, 2), "a": MappingProxyType({})})) == '{"a":{},"b":[1,2]}'


def test_a_file_name_that_is_no_valid_text_is_kept() -> None:
    name = b"scan \xff.dcm".decode("utf-8", errors="surrogateescape")

    assert json.loads(canonical_json({"file": name}))["file"] == name


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical_json({"probability": value})


@pytest.mark.parametrize("value", [{1: "a"}, {"a": {None: 1}}, {"a": object()}, {"a": b"bytes"}])
def test_what_json_has_no_word_for_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical_json(value)


@given(JSON, st.text(), st.integers(min_value=1))
def test_the_digest_can_be_computed_without_hilum(content: object, person: str, sequence: int) -> None:
    fields = {
        "content": {"a": content},
        "kind": "result",
        "person": person,
        "previous": NO_DIGEST,
        "sequence": sequence,
        "time": "2026-11-24T19:24:49.406558+00:00",
    }
    text = json.dumps(fields, sort_keys=True, separators=(",", ":"))

    digest = digest_of(sequence, fields["time"], "result", person, canonical_json({"a": content}), NO_DIGEST)

    assert digest == hashlib.sha256(text.encode()).hexdigest()


def test_the_digest_covers_every_field() -> None:
    fields = [1, "2026", "result", "a", '{"x":1}', NO_DIGEST]
    changed = [2, "2027", "override", "b", '{"x":1.0}', "1" * 64]
    digests = {digest_of(*fields)}
    for place, value in enumerate(changed):
        digests.add(digest_of(*(value if place == at else field for at, field in enumerate(fields))))

    assert len(digests) == 1 + len(fields)
