"""Run every benchmark, one after the other, and print what each says.

A benchmark prints figures as ratios to a reference that it measures in the same run, so that they can be read on
any machine. None of them is part of the tests: a busy machine must not fail a build.
"""

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
DEFAULT_DATA = HERE.parents[2] / "shared" / "data"

# Name, whether it takes --data (a folder with paper_protocol/ in it).
BENCHMARKS: dict[str, bool] = {
    "forward_overhead": False,
    "batch_throughput": True,
    "drop_to_result": False,
    "window_drop_to_result": False,
    "startup_time": False,
    "memory": True,
    "event_loop_stalls": True,
    "viewer_smoothness": False,
    "hostile_files": False,
    "golden_outputs": True,
    "duplicates": True,
    "training_speed": True,
    "quick_training": True,
    "training_resume": True,
    "training_stalls": True,
    "against_shortcuts": True,
    "screening_cost": True,
    "evidence": True,
    "gate": True,
    "conformal_coverage": True,
    "shortcut_audit": True,
    "journal_kills": False,
    "drift": True,
    "deidentification": False,
    "report_time": False,
    "receiving": False,
    "receiving_stalls": False,
    "worklist": False,
}


def main() -> int:
    """Run the benchmarks asked for; exit 1 if one of them failed to run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of {', '.join(BENCHMARKS)}; all by default")
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, help="folder that holds paper_protocol/")
    options = parser.parse_args()
    unknown = set(options.names) - set(BENCHMARKS)
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    failed = []
    for name in options.names or BENCHMARKS:
        print(f"\n=== {name}", flush=True)
        command = [sys.executable, str(HERE / f"{name}.py")]
        if BENCHMARKS[name] and options.data.is_dir():
            command += ["--data", str(options.data)]
        if subprocess.run(command, check=False).returncode:
            failed.append(name)
    if failed:
        print(f"\nfailed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
