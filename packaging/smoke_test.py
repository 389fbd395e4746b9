r"""Try the Debian package where a user would: in a clean system without Python, in a window, with real events.

    sudo python3 packaging/smoke_test.py build/hilum_VERSION_amd64.deb [--training-pack build/hilum-training-....zip]

It needs root (debootstrap, chroot), Xvfb and xdotool, and the environment build/venv that packaging/build.py makes:
from there come the scans (pydicom-data) and the window that scans are dragged from. The clean system is made once,
in build/smoke_root; the program is installed anew each time. Every step prints what it saw; the first that fails ends.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from smoke_hardships import hardships
from smoke_trial import (
    BUILD,
    DISPLAY,
    PYTHON,
    USER,
    USER_NUMBER,
    Trial,
    clean_system,
    close,
    fail,
    mounted,
    photograph,
    require,
    say,
    screen,
    wait_until,
    windows_of_program,
    xdotool,
)

HERE = Path(__file__).resolve().parent
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
WARM_STARTS = 5
NAMESPACE = "HILUM_SMOKE_NAMESPACE"


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
    trial.run("hilum", "classify", scans[0], "--report", f"{trial.home}/rapor.pdf", "--language", "tr")
    require(b"/Lang(tr)" in trial.path(f"{trial.home}/rapor.pdf").read_bytes(), "a report in Turkish says so")
    trial.run("hilum", "diagnostics", f"{trial.home}/diagnostics.zip")
    with zipfile.ZipFile(trial.path(f"{trial.home}/diagnostics.zip")) as archive:
        require(archive.testzip() is None, f"diagnostics are collected ({len(archive.namelist())} files)")


def golden_images(trial: Trial, folder: Path) -> None:
    """Images of which a model's card has the answers: the frozen program says the same as the source."""
    say("Golden images")
    inside = trial.path(f"{trial.home}/golden")
    shutil.rmtree(inside, ignore_errors=True)
    shutil.copytree(folder, inside)
    subprocess.run(["chown", "-R", f"{USER_NUMBER}:{USER_NUMBER}", str(inside)], check=True)
    answers = f"{trial.home}/golden.json"
    trial.run("hilum", "classify", f"{trial.home}/golden", "--json", answers, status=None)
    rows = json.loads(trial.path(answers).read_text(encoding="utf-8"))["scans"]
    difference = difference_from_source(trial, rows)
    require(difference < 1e-6, f"{len(rows)} images: the largest difference from the source is {difference:.1e}")


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
    return float(max(differences))


def window(trial: Trial, scans: Sequence[str]) -> None:
    """The window: opened with files, by a drop, twice at once, closed."""
    say("Window")
    before = trial.recorded_results()
    with screen("1366x768"):
        process = trial.start(*scans)
        wait_until(windows_of_program, "a window appears")
        wait_until(lambda: trial.recorded_results() >= before + len(scans), "every scan is classified and recorded")
        photograph("1366x768")
        second = trial.start()
        wait_until(lambda: len(windows_of_program()) >= 2, "a second start opens beside the first")
        close(trial, second, process)
        process = trial.start()
        wait_until(windows_of_program, "it starts again")
        drop(trial)
        close(trial, process)
    with screen("3840x2160"):
        process = trial.start(scans[0], scale="2", language="tr")
        wait_until(windows_of_program, "a window appears at 3840x2160 and 200%, in Turkish")
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


def start_times(trial: Trial) -> None:
    """How long it takes to a window, against the program from its source in the same session."""
    say("Start-up, from the command to a visible window; median of the warm starts")
    source = [str(PYTHON), "-m", "desktop_app"]
    with screen("1366x768"):
        # Each once before, so that both have their caches of compiled code and networks.
        for command in (trial.command("hilum", display=DISPLAY), source):
            seconds_to_window(command)
        times: dict[str, list[float]] = {"frozen": [], "source": []}
        for round_number in range(1 + WARM_STARTS):
            for name, command in (("frozen", trial.command("hilum", display=DISPLAY)), ("source", source)):
                if round_number == 0:
                    forget_files()
                times[name].append(seconds_to_window(command))
    cold = times["frozen"][0], times["source"][0]
    warm = statistics.median(times["frozen"][1:]), statistics.median(times["source"][1:])
    for name, (frozen, from_source) in (("cold", cold), ("warm", warm)):
        say(f"      {name}: frozen {frozen:.2f} s, source {from_source:.2f} s, ratio {frozen / from_source:.2f}")


def seconds_to_window(command: Sequence[str]) -> float:
    """Start a program, wait for its window, and end it."""
    environment = {**os.environ, "DISPLAY": DISPLAY, "QT_QPA_PLATFORM": "xcb"}
    begin = time.monotonic()
    process = subprocess.Popen(
        command, env=environment, cwd=BUILD, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not windows_of_program():
            if time.monotonic() - begin > 60 or process.poll() is not None:
                fail(f"no window: {' '.join(command)}")
        return time.monotonic() - begin
    finally:
        # Let it load its network, as it would, so that its caches are made.
        time.sleep(2)
        process.terminate()
        process.wait()


def forget_files() -> None:
    """Make the kernel forget what it has read, as after the computer was switched on."""
    os.sync()
    Path("/proc/sys/vm/drop_caches").write_text("3", encoding="ascii")


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
    run, images = f"{trial.home}/run", f"{trial.home}/images"
    said = trial.run(
        *("hilum", "train", images, "--out", run, "--depth", "quick", "--folds", "2", "--epochs", "4"), limit_s=1800
    )
    require("The model is kept as" in said, "a quick retraining of 40 images ends with a model")
    require(trial.path(f"{run}/dossier.pdf").is_file(), "and with its dossier")
    model = said.split("The model is kept as ")[1].partition(";")[0]
    answered = trial.run("hilum", "classify", f"{images}/COVID-19", "--model", model, status=None)
    require("%" in answered and "Traceback" not in answered, f"{model} answers about scans")


def main() -> None:
    """Run every step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("--training-pack", type=Path)
    parser.add_argument("--golden", type=Path, help="folder of images whose answers must equal the source's")
    parser.add_argument("--root", type=Path, default=BUILD / "smoke_root")
    options = parser.parse_args()
    if os.environ.get(NAMESPACE) != "1":
        # What is mounted is seen by this process and its children only, and goes with them however they end.
        command = ["unshare", "--mount", "--propagation", "private", sys.executable, *sys.argv]
        os.execvpe(command[0], command, {**os.environ, NAMESPACE: "1"})  # noqa: S606 -- no shell is wanted
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
            if options.golden is not None:
                golden_images(trial, options.golden.resolve())
            start_times(trial)
            homes(trial, scans[0])
            hardships(trial, scans)
            if options.training_pack is not None:
                training(trial, options.training_pack.resolve())
        finally:
            for process in trial.running:
                process.kill()
    say("passed")


if __name__ == "__main__":
    main()
