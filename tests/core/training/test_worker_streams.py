"""What a training process says last is kept, also in a program whose streams lead nowhere."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
CHILD = """
import faulthandler, os, sys
from core.training.worker import _leave_the_terminal
class Output:
    def detach(self):
        return os.open(sys.argv[1], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
streams = {"none": lambda: None, "nowhere": lambda: open(os.devnull, "w")}[sys.argv[2]]
sys.stdout, sys.stderr = streams(), streams()
_leave_the_terminal(Output())
print("printed")
sys.stderr.write("said \\udcff\\n")
faulthandler._sigsegv()
"""


@pytest.mark.parametrize("streams", ["none", "nowhere"])
def test_the_last_words_are_kept_whatever_the_streams_were(streams: str, tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    done = subprocess.run([sys.executable, "-c", CHILD, str(kept), streams], check=False, cwd=ROOT, timeout=60)
    assert done.returncode != 0
    lines = kept.read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["printed", "said \\udcff"]
    assert any("Segmentation fault" in line for line in lines)
