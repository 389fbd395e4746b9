"""A copy without identity against copying the file as it is, and what a validator says of copies.

The copies are those of every DICOM image that pydicom-data and pydicom bring. Errors count as new where dciodvfy (of
dicom3tools) does not find them in the original; identifiers in its sentences are left out.
"""

import argparse
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

from measuring import chest_dicom, describe_machine, interleaved_medians

from core.durable_files import write_durably
from core.interchange.deidentification.copying import deidentify_files
from core.interchange.deidentification.options import DatePolicy, DeidentificationOptions
from core.interchange.deidentification.report import DeidentificationReport
from core.jobs import JobContext


def main() -> None:
    """Print times, and the validator's new errors by kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    print(describe_machine())
    with tempfile.TemporaryDirectory() as folder:
        _measure_time(Path(folder), rounds)
        report = _copy_everything(Path(folder) / "everything")
        print(f"{len(report.copied)} images copied, {len(report.failed)} refused:")
        for kind, count in Counter(type(file.error).__name__ for file in report.failed).most_common():
            print(f"  {count:4d}  {kind}")
        _validate(report)


def _measure_time(folder: Path, rounds: int) -> None:
    original = chest_dicom()
    content = original.read_bytes()
    plain_ms, copy_ms = interleaved_medians(
        (
            lambda: write_durably(folder / "plain.dcm", lambda file: file.write(content)),
            lambda: _copy(folder / "one", original),
        ),
        rounds,
    )
    print(f"1955 x 1841 pixels, median of {rounds}; both are forced to the disk")
    print(f"the bytes as they are    {plain_ms:7.1f} ms")
    print(f"copy without identity    {copy_ms:7.1f} ms   ratio {copy_ms / plain_ms:.2f} (with the table of changes)")


def _copy(folder: Path, original: Path) -> DeidentificationReport:
    shutil.rmtree(folder, ignore_errors=True)
    return deidentify_files([original], folder, DeidentificationOptions(), JobContext())


def _copy_everything(folder: Path) -> DeidentificationReport:
    import pydicom

    places = {Path(pydicom.__file__).parent / "data" / "test_files", chest_dicom().parent}
    originals = [path for place in sorted(places) for path in sorted(place.rglob("*.dcm"))]
    options = DeidentificationOptions(dates=DatePolicy.SHIFT, keeps_characteristics=True)
    return deidentify_files(originals, folder, options, JobContext())


def _validate(report: DeidentificationReport) -> None:
    if shutil.which("dciodvfy") is None:
        print("dciodvfy is not installed (dicom3tools): copies were not validated")
        return
    found = [_errors(file.copies[0]) - _errors(file.original) for file in report.copied]
    print(f"copies with an error that their original does not have: {sum(map(bool, found))} of {len(found)}")
    for error, count in Counter(error for errors in found for error in errors).most_common():
        print(f"  {count:4d}  {error}")


def _errors(path: Path) -> set[str]:
    done = subprocess.run(["dciodvfy", "-new", str(path)], capture_output=True, check=False)
    lines = (done.stdout + done.stderr).decode("utf-8", errors="replace").splitlines()
    return {re.sub(r"<[0-9.]{6,}>", "<UID>", line) for line in lines if line.startswith("Error")}


if __name__ == "__main__":
    main()
