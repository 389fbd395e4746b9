"""A clean system to try the Debian package in: what starts, watches and photographs programs there.

`packaging/smoke_test.py` says what is tried; this is how. It needs root (debootstrap, chroot), Xvfb and xdotool.
"""

import contextlib
import csv
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

BUILD = Path(__file__).resolve().parent.parent / "build"
PYTHON = BUILD / "venv" / "bin" / "python"
USER, USER_NUMBER = "clinic", 4321
DISPLAY = ":97"
PATIENCE_S = 60.0
_POLL_S = 0.02


@dataclass
class Trial:
    """The clean system and the user in it.

    Attributes:
        root: Folder of the system.
        home: The user's home folder, as the system sees it.
        running: Programs that were started and not yet ended.
    """

    root: Path
    home: str = f"/home/{USER}"
    running: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    def path(self, inside: str) -> Path:
        """Where a path of the system lies on this one."""
        return self.root / inside.lstrip("/")

    def command(
        self, *arguments: str, display: str = "", scale: str = "", home: str = "", language: str = ""
    ) -> list[str]:
        """What runs a command in the system, as the user."""
        variables = [f"HOME={home or self.home}", "LANG=C.UTF-8", "PATH=/usr/bin:/bin"]
        variables += [f"HILUM_LANGUAGE={language}"] if language else []
        if display:
            variables += [f"DISPLAY={display}", f"QT_SCALE_FACTOR={scale or '1'}"]
        user = f"--userspec={USER_NUMBER}:{USER_NUMBER}"
        return ["chroot", user, str(self.root), "/usr/bin/env", "-i", *variables, *arguments]

    def run(self, *arguments: str, status: int | None = 0, home: str = "", limit_s: float = 600) -> str:
        """Run a command in the system and return what it printed; end where its status is another one."""
        done = subprocess.run(
            self.command(*arguments, home=home), check=False, capture_output=True, text=True, timeout=limit_s
        )
        if status is not None and done.returncode != status:
            fail(f"{' '.join(arguments)} ended with {done.returncode}:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
        return done.stdout + done.stderr

    def start(
        self, *arguments: str, scale: str = "", home: str = "", language: str = "", keeps_output: bool = False
    ) -> "subprocess.Popen[bytes]":
        """Start the window in the system."""
        command = self.command("hilum", *arguments, display=DISPLAY, scale=scale, home=home, language=language)
        output, errors = (subprocess.PIPE, subprocess.STDOUT) if keeps_output else (subprocess.DEVNULL,) * 2
        process = subprocess.Popen(command, stdout=output, stderr=errors)
        self.running.append(process)
        return process

    def recorded_results(self, home: str = "") -> int:
        """How many answers the user's record holds."""
        table = f"{home or self.home}/log.csv"
        self.run("hilum", "log", "export", table, home=home)
        with self.path(table).open(encoding="utf-8-sig", newline="") as file:
            return sum(row["kind"] == "result" for row in csv.DictReader(file))


def say(sentence: str) -> None:
    """Print a step."""
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def fail(sentence: str) -> None:
    """End the test."""
    sys.exit(f"FAILED: {sentence}")


def require(holds: bool, sentence: str) -> None:
    """Go on only where something holds, and say it."""
    if not holds:
        fail(sentence)
    say(f"  ok  {sentence}")


def wait_until(holds: Callable[[], object], sentence: str, patience_s: float = PATIENCE_S) -> float:
    """Wait for something; returns how long it took, seconds."""
    begin = time.monotonic()
    while not holds():
        if time.monotonic() - begin > patience_s:
            fail(f"after {patience_s:.0f} s still not: {sentence}")
        time.sleep(_POLL_S)
    took = time.monotonic() - begin
    say(f"  ok  {sentence} ({took:.1f} s)")
    return took


def clean_system(root: Path) -> None:
    """Make the system, once."""
    if not (root / "etc" / "debian_version").is_file():
        shutil.rmtree(root, ignore_errors=True)
        say("making a clean Debian")
        subprocess.run(
            ["debootstrap", "--variant=minbase", "bookworm", str(root)], check=True, stdout=subprocess.DEVNULL
        )
    subprocess.run(["chroot", str(root), "groupadd", "-fg", str(USER_NUMBER), USER], check=False)
    add = ["useradd", "-u", str(USER_NUMBER), "-g", str(USER_NUMBER), USER]
    subprocess.run(["chroot", str(root), *add], check=False, stderr=subprocess.DEVNULL)
    # Nothing of an earlier trial: what a user's first start finds is an empty home.
    for home in (root / "home").iterdir():
        shutil.rmtree(home)
    home = root / "home" / USER
    home.mkdir()
    os.chown(home, USER_NUMBER, USER_NUMBER)


@contextlib.contextmanager
def mounted(root: Path) -> Iterator[None]:
    """The kernel's folders in the system, for as long as it is used."""
    for name in ("proc", "dev", "dev/shm"):
        (root / name).mkdir(exist_ok=True)
        subprocess.run(["mount", "--bind", f"/{name}", str(root / name)], check=True)
    try:
        yield
    finally:
        for name in ("dev/shm", "dev", "proc"):
            subprocess.run(["umount", "-l", str(root / name)], check=False)


@contextlib.contextmanager
def screen(size: str, *options: str) -> Iterator[None]:
    """A screen to draw on, outside the system."""
    server = subprocess.Popen(
        ["Xvfb", DISPLAY, "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-ac", "-noreset", *options],
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until(lambda: xdotool("getmouselocation", check=False) != "", f"a screen of {size}", 10)
        yield
    finally:
        server.terminate()
        server.wait()


def xdotool(*arguments: str, check: bool = True) -> str:
    """Give the screen real events, or ask it."""
    environment = {**os.environ, "DISPLAY": DISPLAY}
    done = subprocess.run(["xdotool", *arguments], check=False, capture_output=True, text=True, env=environment)
    if check and done.returncode:
        fail(f"xdotool {' '.join(arguments)}: {done.stderr}")
    return done.stdout.strip() if done.returncode == 0 else ""


def windows_of_program() -> list[str]:
    """Numbers of the visible main windows."""
    return xdotool("search", "--onlyvisible", "--name", "Hilum", check=False).split()


def photograph(name: str) -> None:
    """Keep a picture of the screen."""
    target = BUILD / "smoke_pictures" / f"{name}.png"
    target.parent.mkdir(exist_ok=True)
    grab = (
        "import sys; from PySide6.QtGui import QGuiApplication; a = QGuiApplication([]);"
        "sys.exit(not a.primaryScreen().grabWindow(0).save(sys.argv[1]))"
    )
    environment = {**os.environ, "DISPLAY": DISPLAY, "QT_QPA_PLATFORM": "xcb"}
    subprocess.run([str(PYTHON), "-c", grab, str(target)], check=True, env=environment)
    say(f"      picture: {target}")


def close(trial: Trial, *processes: "subprocess.Popen[bytes]") -> None:
    """Close windows as a person does, and see that they end."""
    for process in processes:
        # The chroot command became the program: their numbers are the same, and the window names its own.
        windows = xdotool(
            "search", "--all", "--onlyvisible", "--pid", str(process.pid), "--name", "Hilum", check=False
        ).split()
        xdotool("windowfocus", "--sync", windows[0], "key", "--clearmodifiers", "ctrl+q")
        wait_until(lambda p=process: p.poll() is not None, "the window closes when asked", 20)  # type: ignore[misc]
        require(process.returncode == 0, "it ends without an error")
        trial.running.remove(process)
