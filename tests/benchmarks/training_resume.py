"""`hilum train` killed (kill -9) ten times, at random and while it saves. Aim: the very bits of an undisturbed run.

Compared are the folds, every prediction and the final weights. After each kill the registry is looked at: it must
never hold half a model. Killed are in turn the process that trains, the one that supervises it, and both.
"""

import argparse
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import numpy as np
import psutil
from measuring import describe_machine

from core.registry.registry import ModelRegistry

IMAGES_PER_CLASS = 12
SETTINGS = ("--folds", "2", "--epochs", "2", "--batch-size", "8", "--seed", "7", "--device", "cpu")
LONGEST_START_S = 900.0
LOOK_EVERY_S = 0.002


def main() -> int:
    """Print what was killed when, and whether the results are the same; exit 1 if they are not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=None)
    parser.add_argument("--depth", choices=("quick", "partial", "full"), default="full")
    parser.add_argument("--start", default="bundled", help="what training starts from, as for `hilum train`")
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    print(describe_machine())
    with TemporaryDirectory() as name:
        work = Path(name)
        images = labelled_images(options.data, IMAGES_PER_CLASS, work / "images")
        begin = time.monotonic()
        reference = Training(images, work / "reference", work / "home_reference", options)
        reference.finish(resumes=False)
        seconds = time.monotonic() - begin
        print(f"undisturbed: {seconds:.0f} s")
        chance, done, different = random.Random(options.seed), Counter[str](), set[str]()
        while done.total() < options.kills:
            # One run may be finished before it was killed often enough; then the next one takes the other kills.
            number = len(list(work.glob("killed_*")))
            killed = Training(images, work / f"killed_{number}", work / f"home_{number}", options)
            kill_again_and_again(killed, options.kills, seconds, chance, done)
            killed.check_registry()
            different |= differences(reference, killed)
        print(f"{done.total()} kills, {done['while saving']} of them while saving; {len(reference.results())} files")
        print("different: " + ", ".join(sorted(different)) if different else "the same bits in every one of them")
        return 1 if different else 0


class Training:
    """A run of `hilum train` with a user's folders of its own."""

    def __init__(self, images: Path, out: Path, home: Path, options: argparse.Namespace) -> None:
        self.out = out
        self._images = images
        self._said = home.with_suffix(".txt")
        self._settings = (*SETTINGS, "--depth", options.depth, "--start", options.start)
        self._registry = home / "data" / "hilum" / "models"
        self._environment = os.environ | {
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
        }

    def start(self, resumes: bool) -> "subprocess.Popen[bytes]":
        """Start or resume it."""
        command = [sys.executable, "-m", "core.cli", "train", str(self._images), "--out", str(self.out)]
        command += [*self._settings, *(["--resume"] if resumes else [])]
        with self._said.open("w", encoding="utf-8") as said:
            return subprocess.Popen(command, env=self._environment, stderr=said)

    def finish(self, resumes: bool) -> None:
        """Let it run to its end."""
        status = self.start(resumes).wait(LONGEST_START_S)
        if status != 0:
            self.give_up(status)

    def give_up(self, status: int) -> NoReturn:
        """End the benchmark with what the program said last."""
        said = self._said.read_text(encoding="utf-8", errors="replace").splitlines()[-12:]
        raise SystemExit("\n".join([*said, f"hilum train ended with status {status}"]))

    def saves_now(self) -> bool:
        """Whether a file or package is being written."""
        folders = (self.out, self._registry)
        return any(folder.is_dir() and next(_partials(folder), None) is not None for folder in folders)

    def check_registry(self) -> None:
        """Make sure that every model in the registry is whole."""
        if not self._registry.is_dir():
            return
        registry = ModelRegistry(self._registry)
        if registry.damaged():
            raise SystemExit("the registry holds half a model")
        for version in registry.versions():
            version.load().read_weights()

    def results(self) -> Mapping[str, bytes]:
        """What must be the same, by name."""
        paths = [self.out / "folds.json", *sorted(self.out.glob("fold_*/predictions.json"))]
        paths.append(self.out / "refit" / "weights.safetensors")
        return {path.relative_to(self.out).as_posix(): path.read_bytes() for path in paths}


def _partials(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.name.endswith(".partial") or (path.name.startswith(".") and path.is_dir()):
            yield path


def kill_again_and_again(
    training: Training, kills: int, seconds: float, chance: random.Random, done: Counter[str]
) -> None:
    """Start a run and kill it until there were enough kills, and let it come to its end.

    Args:
        training: The run.
        kills: How many there shall be in all.
        seconds: How long an undisturbed run takes.
        chance: Chooses the moments.
        done: Kills so far, those while saving and the others; counted on.
    """
    targets = ("the training process", "its supervisor", "both")
    while done.total() < kills:
        waits_for_saving = done.total() % 2 == 1
        process = training.start(resumes=True)
        moment = chance.uniform(0.5, max(1.0, 0.5 * seconds))
        begin = time.monotonic()
        while process.poll() is None:
            elapsed = time.monotonic() - begin
            if (elapsed > moment / 2 and training.saves_now()) if waits_for_saving else elapsed > moment:
                break
            time.sleep(LOOK_EVERY_S)
        if process.poll() is not None:
            if process.returncode != 0:
                training.give_up(process.returncode)
            return
        saving = "while saving" if training.saves_now() else "otherwise"
        target = targets[done.total() % len(targets)]
        kill(process, target)
        done[saving] += 1
        print(f"killed {target} after {time.monotonic() - begin:.1f} s, {saving}", flush=True)
        training.check_registry()
    training.finish(resumes=True)


def kill(process: "subprocess.Popen[bytes]", target: str) -> None:
    """Kill one of the two processes, or both at the same moment, and wait until both are gone."""
    supervisor = psutil.Process(process.pid)
    children = [child for child in supervisor.children() if "spawn_main" in " ".join(child.cmdline())]
    victims = {"the training process": children, "its supervisor": [supervisor]}.get(target, [supervisor, *children])
    # Before its child is there, the supervisor is all there is.
    for victim in victims or [supervisor]:
        victim.kill()
    process.wait(30)
    psutil.wait_procs(children, timeout=10)
    left = [child for child in children if child.is_running() and child.status() != psutil.STATUS_ZOMBIE]
    if left:
        raise SystemExit("a process outlived its supervisor")


def differences(reference: Training, killed: Training) -> set[str]:
    """Names of results that are not the same."""
    ours, theirs = killed.results(), reference.results()
    return {name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)}


def labelled_images(data: Path | None, each: int, folder: Path) -> Path:
    """A folder with two classes: images of the paper's set where `data` holds it, else made-up ones."""
    if data is not None and (data / "paper_protocol").is_dir():
        for source in sorted(path for path in (data / "paper_protocol").iterdir() if path.is_dir()):
            target = folder / source.name
            target.mkdir(parents=True)
            found = sorted(source.glob("*.jpg"))
            for path in found[:: max(1, len(found) // each)][:each]:
                (target / path.name).write_bytes(path.read_bytes())
        return folder
    made_up_images(each, folder)
    return folder


def made_up_images(each: int, folder: Path) -> None:
    """Clouds of random shape, coarser in one class than in the other; no two are alike."""
    from PIL import Image

    for label, cells in (("coarse", 5), ("fine", 9)):
        (folder / label).mkdir(parents=True)
        for number in range(each):
            noise = np.random.default_rng([cells, number]).integers(0, 256, (cells, cells), dtype=np.uint8)
            Image.fromarray(noise).resize((320, 320), Image.Resampling.BICUBIC).save(folder / label / f"{number}.png")


if __name__ == "__main__":
    sys.exit(main())
