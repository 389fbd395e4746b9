import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from core.errors import DamagedFileError
from core.imaging.reading import read_radiograph

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="measures memory through /proc")
def test_hostile_files_are_refused_without_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import hostile_files

    # The bombs take too long to make for here; `python tests/benchmarks/hostile_files.py` has them all.
    files = islice(hostile_files.hostile_files(250, 3, tmp_path, with_bombs=False), 250)

    # How long a file takes is the benchmark's to say: a busy machine must not fail a test.
    outcomes = [replace(outcome, seconds=0.0) for outcome in hostile_files.read_all(files, tmp_path)]

    assert [(outcome.name, outcome.violation, outcome.detail) for outcome in outcomes if outcome.violation] == []
    assert len({outcome.kind for outcome in outcomes}) >= 5
    sys.modules.pop("hostile_files", None)


def test_a_cut_jpeg_ls_codestream_is_refused_at_once(example_dicom: Callable[[str], Path], tmp_path: Path) -> None:
    whole = example_dicom("JPEGLSNearLossless_16.dcm").read_bytes()
    path = tmp_path / "cut.dcm"
    path.write_bytes(whole[: whole.find(b"\xff\xd8\xff\xf7") + 84])
    started = time.process_time()

    with pytest.raises(DamagedFileError):
        read_radiograph(path)

    # CharLS alone needs 5 to 9 seconds of the processor to find out.
    assert time.process_time() - started < 2.5
