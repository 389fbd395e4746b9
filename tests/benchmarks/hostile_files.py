"""Reads thousands of damaged and malicious files and says how that went.

    python tests/benchmarks/hostile_files.py --count 2000 --seed 1

Every file is read, and rendered where it could be read, in a worker process, so that a crash of a native decoder is
seen. Exit code 1 if there was a crash, an exception that is no HilumError, a file over 5 s or one over 1 GiB.
"""

import argparse
import json
import os
import select
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
for folder in (ROOT, Path(__file__).resolve().parent):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

from hostile_bombs import dicom_bombs, raster_bombs
from hostile_corpus import HostileFile, dicom_seeds, mutations, raster_seeds, special_paths

SLOWEST_SECONDS = 5.0
MOST_BYTES = 1 << 30
GIVE_UP_SECONDS = 30.0
ADDRESS_SPACE_BYTES = 6 << 30
"""A last safety for the machine, not the measured limit: libraries map much that they never touch."""


@dataclass(frozen=True)
class Outcome:
    """What became of one file.

    Attributes:
        name: The file's name.
        kind: "read", the kind of HilumError, "UNEXPECTED ..." or "CRASH ...".
        seconds: From asking to answer.
        peak_bytes: The worker's peak memory while reading it.
        detail: For those that went wrong.
    """

    name: str
    kind: str
    seconds: float
    peak_bytes: int
    detail: str = ""

    @property
    def violation(self) -> str:
        """What is not acceptable about it, empty where nothing is."""
        if self.kind.startswith(("CRASH", "UNEXPECTED", "TIMEOUT")):
            return self.kind
        if self.seconds > SLOWEST_SECONDS:
            return f"{self.seconds:.1f} s"
        return f"{self.peak_bytes >> 20} MiB" if self.peak_bytes > MOST_BYTES else ""


class Worker:
    """A process that reads one file after the other, replaced when it dies."""

    def __init__(self, errors: Path) -> None:
        self._errors = errors
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, name: str, path: Path) -> Outcome:
        """Have one file read."""
        process = self._process if self._process is not None else self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        started = time.perf_counter()
        process.stdin.write(os.fsencode(path) + b"\n")
        process.stdin.flush()
        ready, _, _ = select.select([process.stdout], [], [], GIVE_UP_SECONDS)
        seconds = time.perf_counter() - started
        if not ready:
            process.kill()
            return self._died(name, "TIMEOUT", seconds)
        line = process.stdout.readline()
        if not line:
            code = process.wait()
            return self._died(name, f"CRASH signal {-code}" if code < 0 else "UNEXPECTED exception", seconds)
        answer = json.loads(line)
        return Outcome(name, answer["kind"], answer["seconds"], answer["peak_bytes"], answer["detail"])

    def close(self) -> None:
        """Let the process end."""
        if self._process is not None and self._process.stdin is not None and self._process.stdout is not None:
            self._process.stdin.close()
            self._process.wait()
            self._process.stdout.close()
            self._process = None

    def _start(self) -> "subprocess.Popen[bytes]":
        with self._errors.open("wb") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-W", "ignore", "-X", "faulthandler", __file__, "--worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
            )
        return self._process

    def _died(self, name: str, kind: str, seconds: float) -> Outcome:
        self.close_dead()
        text = self._errors.read_text(errors="replace").strip()
        lines = [line for line in text.splitlines() if line.strip()][-12:]
        return Outcome(name, kind, seconds, 0, " | ".join(lines))

    def close_dead(self) -> None:
        """Forget a process that ended by itself or was killed."""
        if self._process is not None:
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                if stream is not None:
                    try:
                        stream.close()
                    except BrokenPipeError:
                        continue
            self._process = None


def work() -> None:
    """The worker: a path per line in, an answer per line out. An exception that is no HilumError ends it."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE_BYTES, ADDRESS_SPACE_BYTES))
    from core.errors import FileError, HilumError
    from core.imaging.greyscale import describe_pipeline, render
    from core.imaging.reading import read_radiograph

    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # What native decoders print must not be taken for answers.
    for line in sys.stdin.buffer:
        path = Path(os.fsdecode(line[:-1]))
        Path("/proc/self/clear_refs").write_text("5")
        kind, detail, started = "read", "", time.perf_counter()
        try:
            radiograph = read_radiograph(path)
            render(radiograph)
            describe_pipeline(radiograph)
            del radiograph
        except HilumError as error:
            kind = type(error).__name__
            detail = error.detail if isinstance(error, FileError) else ""
        answer = {
            "kind": kind,
            "detail": detail,
            "seconds": time.perf_counter() - started,
            "peak_bytes": _peak_bytes(),
        }
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def _peak_bytes() -> int:
    """The process's peak resident memory since it was last reset."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return 0


def read_all(files: Iterable[HostileFile], folder: Path) -> Iterator[Outcome]:
    """Read each file in the worker."""
    worker = Worker(folder / "worker-errors.txt")
    for file in files:
        path = file.path if file.path is not None else folder / file.name
        if file.content is not None:
            path.write_bytes(file.content)
        outcome = worker.read(file.name, path)
        if file.content is not None and not outcome.violation:
            path.unlink()
        yield outcome
    worker.close()


def hostile_files(
    count: int, seed: int, folder: Path, formats: str = "all", with_bombs: bool = True
) -> Iterator[HostileFile]:
    """Special paths, bombs, then mutations up to `count` files in all."""
    dicom, rasters = dicom_seeds(), raster_seeds()
    by_hand = [special_paths(folder)]
    if with_bombs and formats != "dicom":
        by_hand.append(raster_bombs(rasters))
    if with_bombs and formats != "raster":
        by_hand.append(dicom_bombs(dicom))
    made = 0
    for file in chain.from_iterable(by_hand):
        made += 1
        yield file
    seeds = {"all": dicom | rasters, "dicom": dicom, "raster": rasters}[formats]
    yield from mutations(max(0, count - made), seed, seeds)


def print_report(outcomes: list[Outcome]) -> bool:
    """Print the table; whether all went as it should."""
    kinds = Counter(outcome.kind for outcome in outcomes)
    print(f"\n{'outcome':<28}{'files':>7}{'max s':>9}{'max MiB':>9}")
    for kind, files in kinds.most_common():
        those = [outcome for outcome in outcomes if outcome.kind == kind]
        seconds = max(outcome.seconds for outcome in those)
        print(f"{kind:<28}{files:>7}{seconds:>9.2f}{max(outcome.peak_bytes for outcome in those) >> 20:>9}")
    slowest = max(outcomes, key=lambda outcome: outcome.seconds)
    largest = max(outcomes, key=lambda outcome: outcome.peak_bytes)
    print(f"{'all':<28}{len(outcomes):>7}{slowest.seconds:>9.2f}{largest.peak_bytes >> 20:>9}")
    print(f"slowest: {slowest.name}\nlargest: {largest.name}")
    violations = [outcome for outcome in outcomes if outcome.violation]
    for outcome in violations:
        print(f"VIOLATION {outcome.violation}: {outcome.name}: {outcome.detail}")
    print(f"{len(violations)} violations (crash, unexpected exception, over {SLOWEST_SECONDS:g} s, over 1 GiB)")
    return not violations


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder to leave the files in that went wrong")
    parser.add_argument("--no-bombs", action="store_true", help="mutations and special paths only")
    parser.add_argument("--formats", choices=("all", "dicom", "raster"), default="all")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        work()
        return 0
    if not Path("/proc/self/clear_refs").exists():
        print("This benchmark measures memory through /proc and runs on Linux only.")
        return 2
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        if options.keep is not None:
            options.keep.mkdir(parents=True, exist_ok=True)
            folder = Path(tempfile.mkdtemp(dir=options.keep))
        outcomes = []
        files = hostile_files(options.count, options.seed, folder, options.formats, not options.no_bombs)
        for outcome in read_all(files, folder):
            outcomes.append(outcome)
            if outcome.violation:
                print(f"{outcome.violation}: {outcome.name}: {outcome.detail[:600]}", flush=True)
        return 0 if print_report(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
