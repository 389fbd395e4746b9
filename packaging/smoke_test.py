r"""Try the Debian package where a user would: in a clean system without Python, in a window, with real events.

    sudo python3 packaging/smoke_test.py build/hilum_VERSION_amd64.deb [--training-pack build/hilum-training-....zip]

It needs root (debootstrap, chroot), Xvfb and xdotool, and the environment build/venv that packaging/build.py makes:
from there come the scans (pydicom-data) and the window that scans are dragged from. The clean system is made once,
in build/smoke_root; the program is installed anew each time. Every step prints what it saw; the first that fails ends.
"""

import argparse
import contextlib
import csv
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
BUILD = HERE.parent / "build"
PYTHON = BUILD / "venv" / "bin" / "python"
USER, USER_NUMBER = "clinic", 4321
DISPLAY = ":97"
PATIENCE_S = 60.0
SYNTAXES = {
    "RG1_J2KR.dcm": "JPEG 2000 lossless",
    "RG1_J2KI.dcm": "JPEG 2000",
    "SC_rgb_jpeg_dcmtk.dcm": "JPEG baseline",
    "JPEG-LL.dcm": "JPEG lossless",
    "MR_small_jpeg_ls_lossless.dcm": "JPEG-LS lossless",
    "MR_small_RLE.dcm": "RLE lossless",
    "image_dfl.dcm": "Deflated",
    "RG1_UNCR.dcm": "uncompressed",
}
"""Files of pydicom-data, one of each compression; what is no chest is refused by the gate, which is an answer too."""
CHEST = "RG1_J2KR.dcm"


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

    def command(self, *arguments: str, display: str = "", scale: str = "", home: str = "") -> list[str]:
        """What runs a command in the system, as the user."""
        variables = [f"HOME={home or self.home}", "LANG=C.UTF-8", "PATH=/usr/bin:/bin"]
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

    def start(self, *arguments: str, scale: str = "", home: str = "") -> "subprocess.Popen[bytes]":
        """Start the window in the system."""
        command = self.command("hilum", *arguments, display=DISPLAY, scale=scale, home=home)
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
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
        time.sleep(0.05)
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
    add = ["useradd", "-m", "-u", str(USER_NUMBER), "-g", str(USER_NUMBER), USER]
    subprocess.run(["chroot", str(root), *add], check=False, stderr=subprocess.DEVNULL)


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
def screen(size: str) -> Iterator[None]:
    """A screen to draw on, outside the system."""
    server = subprocess.Popen(
        ["Xvfb", DISPLAY, "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-ac"], stderr=subprocess.DEVNULL
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


def installed(trial: Trial, package: Path) -> None:
    """Install the package by the system's own tool, and see that it brings all it needs."""
    say("Installing")
    shutil.copy(package, trial.path("/root/hilum.deb"))
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "--reinstall", "/root/hilum.deb"],
    ):
        done = subprocess.run(
            ["chroot", str(trial.root), *command], check=False, capture_output=True, text=True, env=environment
        )
        if done.returncode:
            fail(done.stderr[-2000:])
    found = subprocess.run(
        ["chroot", str(trial.root), "/bin/sh", "-c", "command -v python3"], check=False, capture_output=True
    )
    require(found.returncode != 0, "there is no Python in the system")
    libraries = sorted(trial.path("/opt/hilum").rglob("*.so*"))
    look = "export LD_LIBRARY_PATH=$1:$1/PySide6/Qt/lib; for f in $1/PySide6/Qt/plugins/platforms/*.so; do ldd $f; done"
    looked = subprocess.run(
        ["chroot", str(trial.root), "/bin/sh", "-c", look, "look", "/opt/hilum/_internal"],
        check=True,
        capture_output=True,
        text=True,
    )
    missing = [line.strip() for line in looked.stdout.splitlines() if "not found" in line]
    require(not missing, f"no library is missing ({len(libraries)} are brought along) {' '.join(missing)}")


def copy_scans(trial: Trial) -> list[str]:
    """Put one scan of each compression into the user's home."""
    find = "import data_store; from pathlib import Path; print(Path(list(data_store.__path__)[0]) / 'data')"
    data = Path(subprocess.run([str(PYTHON), "-c", find], check=True, capture_output=True, text=True).stdout.strip())
    bundled = subprocess.run(
        [str(PYTHON), "-c", "import pydicom; print(pydicom.__path__[0])"], check=True, capture_output=True, text=True
    )
    folders = (data, Path(bundled.stdout.strip()) / "data" / "test_files")
    target = trial.path(f"{trial.home}/scans")
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    for name in SYNTAXES:
        source = next((folder / name for folder in folders if (folder / name).is_file()), None)
        if source is None:
            fail(f"pydicom-data has no {name}")
        else:
            shutil.copy(source, target / name)
    subprocess.run(["chown", "-R", f"{USER_NUMBER}:{USER_NUMBER}", str(target)], check=True)
    return [f"{trial.home}/scans/{name}" for name in SYNTAXES]


def written_outside(trial: Trial, since: float) -> list[str]:
    """Files of the system, outside the user's home and the kernel's folders, that changed since then."""
    changed = []
    for folder, names, files in os.walk(trial.root):
        inside = "/" + str(Path(folder).relative_to(trial.root)).lstrip(".")
        if inside in ("/proc", "/dev", "/sys", f"/home/{USER}") or inside.startswith("/home"):
            names.clear()
            continue
        changed += [f"{inside}/{name}" for name in files if (Path(folder) / name).lstat().st_mtime > since]
    return changed


def commands(trial: Trial, scans: Sequence[str]) -> None:
    """The command line: what it can do, every compression, the report."""
    say("Command line")
    require("missing" not in trial.run("hilum", "doctor").lower(), "hilum doctor finds nothing missing")
    answers = f"{trial.home}/answers.json"
    trial.run("hilum", "classify", *scans, "--json", answers, "--report", f"{trial.home}/report.pdf")
    rows = json.loads(trial.path(answers).read_text(encoding="utf-8"))["scans"]
    answered = [row for row in rows if row["status"] == "ok"]
    require(len(answered) == len(scans), f"each of {len(scans)} compressions is decoded and answered")
    require(difference_from_source(trial, rows) < 1e-6, "the answers are those of the source, to 1e-6")
    report = trial.path(f"{trial.home}/report.pdf").read_bytes()
    require(report.startswith(b"%PDF-"), f"the report is a PDF ({len(report) // 1024} KiB)")


def difference_from_source(trial: Trial, rows: Sequence[dict[str, Any]]) -> float:
    """Largest difference of a probability from what the program says that is not frozen."""
    paths = [str(trial.path(row["file"])) for row in rows]
    command = [str(PYTHON), "-m", "core.cli", "classify", *paths, "--json", "-"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=HERE.parent)
    expected = json.loads(done.stdout)["scans"]
    differences = [
        abs(row["probabilities"][name] - other["probabilities"][name])
        for row, other in zip(rows, expected, strict=True)
        for name in row["probabilities"] or ()
    ]
    return max(differences)


def window(trial: Trial, scans: Sequence[str]) -> None:
    """The window: opened with files, by a drop, twice at once, closed."""
    say("Window")
    before = trial.recorded_results()
    with screen("1366x768"):
        process = trial.start(*scans)
        took = wait_until(windows_of_program, "a window appears")
        say(f"      cold start to a window: {took:.2f} s")
        wait_until(lambda: trial.recorded_results() >= before + len(scans), "every scan is classified and recorded")
        photograph("1366x768")
        second = trial.start()
        wait_until(lambda: len(windows_of_program()) >= 2, "a second start opens beside the first")
        close(trial, second, process)
        begin = time.monotonic()
        process = trial.start()
        wait_until(windows_of_program, "it starts again")
        say(f"      warm start to a window: {time.monotonic() - begin:.2f} s")
        drop(trial)
        close(trial, process)
    with screen("3840x2160"):
        process = trial.start(scans[0], scale="2")
        wait_until(windows_of_program, "a window appears at 3840x2160 and 200%")
        time.sleep(4)
        photograph("3840x2160")
        close(trial, process)


def drop(trial: Trial) -> None:
    """Drag a file from another program's window and drop it on Hilum's."""
    before = trial.recorded_results()
    environment = {**os.environ, "DISPLAY": DISPLAY, "QT_QPA_PLATFORM": "xcb"}
    inside = f"{trial.home}/scans/{CHEST}"
    source = subprocess.Popen([str(PYTHON), str(HERE / "drag_source.py"), inside], env=environment)
    try:
        wait_until(
            lambda: xdotool("search", "--onlyvisible", "--name", "drag source", check=False), "a window to drag from"
        )
        time.sleep(0.5)
        xdotool("mousemove", "60", "60", "mousedown", "1")
        for x, y in ((80, 80), (140, 140), (400, 300), (680, 380), (683, 384), (684, 385)):
            xdotool("mousemove", str(x), str(y))
            time.sleep(0.15)
        xdotool("mouseup", "1")
        wait_until(lambda: trial.recorded_results() > before, "a dropped scan is classified and recorded")
    finally:
        source.terminate()
        source.wait()


def homes(trial: Trial, scan: str) -> None:
    """Home folders that are not as usual."""
    say("Home folders")
    odd = "/home/Göğüs Kliniği"
    trial.path(odd).mkdir(parents=True, exist_ok=True)
    os.chown(trial.path(odd), USER_NUMBER, USER_NUMBER)
    trial.run("hilum", "classify", scan, home=odd)
    require(trial.path(f"{odd}/.local/share/hilum").is_dir(), "a home with spaces and other letters is used")
    closed = "/home/closed"
    trial.path(closed).mkdir(parents=True, exist_ok=True)
    trial.path(closed).chmod(0o555)
    require(
        "%" in trial.run("hilum", "classify", scan, home=closed, status=None),
        "a home that cannot be written: it answers",
    )


def training(trial: Trial, pack: Path) -> None:
    """Take the training pack in and train on forty images."""
    say("Training")
    require(
        "torch" in trial.run("hilum", "train", f"{trial.home}/scans", "--out", f"{trial.home}/run", status=2),
        "without the pack a sentence says what is missing",
    )
    shutil.copy(pack, trial.path(f"{trial.home}/pack.zip"))
    say(trial.run("hilum", "training-pack", "install", f"{trial.home}/pack.zip", limit_s=1800).strip())
    make = HERE / "smoke_images.py"
    subprocess.run([str(PYTHON), str(make), str(trial.path(f"{trial.home}/images")), "40"], check=True)
    subprocess.run(["chown", "-R", f"{USER_NUMBER}:{USER_NUMBER}", str(trial.path(f"{trial.home}/images"))], check=True)
    shutil.rmtree(trial.path(f"{trial.home}/run"), ignore_errors=True)
    out = trial.run(
        "hilum",
        "train",
        f"{trial.home}/images",
        "--out",
        f"{trial.home}/run",
        "--depth",
        "quick",
        "--folds",
        "2",
        "--json",
        "-",
        limit_s=1800,
        status=None,
    )
    require(
        trial.path(f"{trial.home}/run/dossier.pdf").is_file(),
        f"a quick retraining of 40 images ends with a dossier {out[-200:] if 'dossier' not in out else ''}",
    )


def main() -> None:
    """Run every step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("--training-pack", type=Path)
    parser.add_argument("--root", type=Path, default=BUILD / "smoke_root")
    options = parser.parse_args()
    clean_system(options.root)
    trial = Trial(options.root)
    with mounted(options.root):
        try:
            installed(trial, options.package.resolve())
            scans = copy_scans(trial)
            since = time.time()
            commands(trial, scans)
            window(trial, scans)
            require(
                not (outside := written_outside(trial, since)), f"nothing is written outside the user's home {outside}"
            )
            homes(trial, scans[0])
            if options.training_pack is not None:
                training(trial, options.training_pack.resolve())
        finally:
            for process in trial.running:
                process.kill()
    say("passed")


if __name__ == "__main__":
    main()
