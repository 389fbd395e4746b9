"""Stepping back works whatever the process's niceness was before."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no niceness")
@pytest.mark.parametrize(("before", "after"), [(0, 10), (15, 15)])
def test_a_process_steps_back_and_never_asks_to_rise(before: int, after: int) -> None:
    # Without root's rights, where rising is refused; and in a process of its own, because nobody comes back.
    program = (
        "import os, core.background_priority as priority\n"
        "if os.geteuid() == 0: os.setuid(65534)\n"
        f"os.nice({before} - os.nice(0))\n"
        "priority.step_back_process()\n"
        "print(os.nice(0))\n"
    )
    if os.nice(0) > before:
        pytest.skip("this process is nicer already")
    said = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.stdout.strip() == str(after), said.stderr
