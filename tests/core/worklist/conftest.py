"""What the tests of the worklist share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.worklist.worklist import Worklist


@pytest.fixture
def worklist(tmp_path: Path) -> Iterator[Worklist]:
    with Worklist(tmp_path / "worklist" / "worklist.sqlite") as made:
        yield made
