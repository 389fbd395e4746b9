"""What the frozen program does where something is broken or missing: a sentence, and the rest works.

Steps of `packaging/smoke_test.py`; each breaks one thing in the clean system and mends it again.
"""

import contextlib
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from smoke_trial import (
    USER_NUMBER,
    Trial,
    close,
    photograph,
    require,
    say,
    screen,
    wait_until,
    windows_of_program,
)

PARTS = "/opt/hilum/_internal"
WEIGHTS = f"{PARTS}/resources/models/resnet50_cxr_v1/weights.safetensors"
DECODER = f"{PARTS}/_gdcm"
READ_BY_DECODER = "JPEG-LL.dcm"
OPENGL = ("libGL.so.1", "libEGL.so.1", "libGLX.so.0", "libGLdispatch.so.0")
SMALL_DISK = "3M"


def hardships(trial: Trial, scans: Sequence[str]) -> None:
    """Break one thing after the other."""
    say("Hardships")
    chest = next(scan for scan in scans if scan.endswith("RG1_UNCR.dcm"))
    corrupted_model(trial, chest)
    missing_decoder(trial, scans, chest)
    no_graphics_driver(trial, chest)
    full_disk(trial, chest)
    no_opengl(trial, chest)


def corrupted_model(trial: Trial, chest: str) -> None:
    """One byte of the weights is another."""
    with changed_byte(trial.path(WEIGHTS)):
        said = trial.run("hilum", "classify", chest, status=2)
        require("weights" in said and "Traceback" not in said, f"a corrupted model: {last_line(said)}")
        require("Traceback" not in trial.run("hilum", "doctor", status=1), "hilum doctor goes on to its end")
        stays_open(trial, "corrupted_model", chest)


def missing_decoder(trial: Trial, scans: Sequence[str], chest: str) -> None:
    """A library that decodes is gone."""
    compressed = next(scan for scan in scans if scan.endswith(READ_BY_DECODER))
    with moved_away(trial.path(DECODER)):
        said = trial.run("hilum", "classify", compressed, chest, status=1)
        require("JPEG Lossless" in said and "Traceback" not in said, "a missing decoder: named, the other scan is read")
        stays_open(trial, "missing_decoder", compressed, chest, answers=1)


def no_graphics_driver(trial: Trial, chest: str) -> None:
    """A graphics processor is asked for and there is none."""
    for device in ("gpu", "cuda"):
        said = trial.run("hilum", "classify", chest, "--device", device, status=None)
        require("Traceback" not in said and bool(said.strip()), f"no driver for {device}: {last_line(said)}")


def full_disk(trial: Trial, chest: str) -> None:
    """The disk that the home folder lies on has no room left."""
    home = "/home/full"
    folder = trial.path(home)
    folder.mkdir(exist_ok=True)
    options = f"size={SMALL_DISK},uid={USER_NUMBER},gid={USER_NUMBER},mode=700"
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)
    try:
        with contextlib.suppress(OSError), (folder / "others").open("wb") as file:
            while True:
                file.write(bytes(4096))
                file.flush()
        said = trial.run("hilum", "classify", chest, home=home, status=None)
        require("%" in said and "Traceback" not in said, "a full disk: the scan is answered")
        require("room" in said or "full" in said or "written" in said, "and it says what could not be written")
        stays_open(trial, "full_disk", chest, home=home, answers=None)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def no_opengl(trial: Trial, chest: str) -> None:
    """A screen without OpenGL, then a system without its libraries."""
    stays_open(trial, "screen_without_opengl", chest, options=("-extension", "GLX"))
    libraries = trial.path("/usr/lib/x86_64-linux-gnu")
    with contextlib.ExitStack() as stack:
        for name in OPENGL:
            for path in libraries.glob(f"{name}*"):
                stack.enter_context(moved_away(path))
        with screen("1366x768"):
            process = trial.start(chest, keeps_output=True)
            said, _nothing = process.communicate(timeout=60)
            trial.running.remove(process)
        text = said.decode(errors="replace")
        require("libgl1" in text and "%" in text, f"no OpenGL libraries: {text.splitlines()[0]}")


def stays_open(
    trial: Trial,
    name: str,
    *scans: str,
    home: str = "",
    answers: int | None = 0,
    options: Sequence[str] = (),
) -> None:
    """The window opens with scans, stays, and closes when asked.

    Args:
        trial: The system.
        name: Of the picture.
        scans: To open.
        home: The user's folder, empty for the usual.
        answers: How many are recorded at least, None where the record cannot be read.
        options: For the screen.
    """
    before = trial.recorded_results(home) if answers else 0
    with screen("1366x768", *options):
        process = trial.start(*scans, home=home)
        wait_until(windows_of_program, "a window appears")
        if answers:
            wait_until(lambda: trial.recorded_results(home) >= before + answers, "the sound scan is answered")
        else:
            time.sleep(5)
        require(process.poll() is None, "the window stays")
        photograph(name)
        close(trial, process)


@contextlib.contextmanager
def changed_byte(path: Path) -> Iterator[None]:
    """A file with one byte changed, for a while."""
    place = path.stat().st_size // 2
    with path.open("r+b") as file:
        file.seek(place)
        kept = file.read(1)
        file.seek(place)
        file.write(bytes([kept[0] ^ 1]))
    try:
        yield
    finally:
        with path.open("r+b") as file:
            file.seek(place)
            file.write(kept)


@contextlib.contextmanager
def moved_away(path: Path) -> Iterator[None]:
    """A file or folder that is not there, for a while."""
    aside = path.with_name(f"{path.name}.moved_away")
    shutil.move(path, aside)
    try:
        yield
    finally:
        shutil.move(aside, path)


def last_line(text: str) -> str:
    """What was said last."""
    return text.strip().splitlines()[-1]
