import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cli.tables import harmless_cell, harmless_file, probability_columns


@pytest.mark.parametrize(
    ("classes", "columns"),
    [
        (("Non-COVID-19", "COVID-19"), ("probability_non_covid19", "probability_covid19")),
        (("Normal", "Viral pneumonia", "TB"), ("probability_normal", "probability_viral_pneumonia", "probability_tb")),
        (("a b", "a-b"), ("probability_a_b", "probability_a_b_2")),
        (("??",), ("probability_class",)),
        (("Zatürre",), ("probability_zatürre",)),
    ],
)
def test_a_column_per_class(classes: tuple[str, ...], columns: tuple[str, ...]) -> None:
    assert probability_columns(classes) == columns


@given(st.text(min_size=1))
def test_no_cell_begins_like_a_formula(text: str) -> None:
    for cell in (harmless_file(text), harmless_cell(text)):
        assert cell[0] not in "=+-@\t\r"
        assert cell.endswith(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), min_size=1))
def test_any_file_name_survives_a_csv(name: str) -> None:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow((harmless_file(name), "ok"))
    ((cell, status),) = csv.reader(io.StringIO(line.getvalue(), newline=""))
    assert cell == harmless_file(name)
    assert status == "ok"
