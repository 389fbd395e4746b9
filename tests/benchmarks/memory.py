"""Peak memory of `hilum classify` for 1 and for 5,000 files; aim: the same."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from measuring import describe_machine, radiograph_jpegs

ORIGINALS = 8
INSTRUMENTED = """
import resource, sys
from core.cli import main
status = main(sys.argv[1:])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print("PEAK", peak * (1 if sys.platform == "darwin" else 1024), file=sys.stderr)
sys.exit(status)
"""
ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Run each size in a process of its own and print peaks and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder that holds paper_protocol/; default: copies of one scan")
    parser.add_argument("--files", type=int, default=5000)
    options = parser.parse_args()
    if sys.platform == "win32":
        raise SystemExit("not measured on Windows: it has no getrusage")
    print(describe_machine())
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        originals = radiograph_jpegs(options.data, ORIGINALS, folder)
        peaks = [_peak_bytes(originals, count, folder) for count in (1, options.files)]
    one, many = (peak / 2**20 for peak in peaks)
    print(f"1 file {one:.0f} MiB, {options.files:,} files {many:.0f} MiB, ratio {many / one:.3f}")


def _peak_bytes(originals: list[Path], count: int, folder: Path) -> int:
    """Classify `count` names for the originals and return the process's peak memory."""
    scans = folder / f"{count}_files"
    scans.mkdir()
    pictures = [original.read_bytes() for original in originals]
    own = []
    for number in range(min(count, len(pictures))):
        own.append(scans / f"{number:06}.jpg")
        own[-1].write_bytes(pictures[number])
    for number in range(len(own), count):
        os.link(own[number % len(own)], scans / f"{number:06}.jpg")
    command = [sys.executable, "-c", INSTRUMENTED, "classify", str(scans), "--csv", str(folder / f"{count}.csv")]
    finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    rows = (folder / f"{count}.csv").read_text(encoding="utf-8").count("\n") - 1
    if finished.returncode or rows != count:
        raise SystemExit(f"{rows} rows for {count} files\n{finished.stderr}")
    return int(finished.stderr.rpartition("PEAK ")[2])


if __name__ == "__main__":
    main()
