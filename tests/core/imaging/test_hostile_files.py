import sys
from itertools import islice
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="measures memory through /proc")
def test_hostile_files_are_refused_in_time_and_without_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import hostile_files

    # The bombs take too long to make for here; `python tests/benchmarks/hostile_files.py` has them all.
    files = islice(hostile_files.hostile_files(250, 3, tmp_path, with_bombs=False), 250)

    outcomes = list(hostile_files.read_all(files, tmp_path))

    assert [(outcome.name, outcome.violation, outcome.detail) for outcome in outcomes if outcome.violation] == []
    assert len({outcome.kind for outcome in outcomes}) >= 5
    sys.modules.pop("hostile_files", None)
