"""What is collected says much about the program and nothing about anybody."""

import contextlib
import logging
import platform
import sqlite3
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from core.cli import doctor, main
from core.crash_reports import WENT_ON, lines_of_exception, write_report
from core.diagnostics.collecting import README, Member, collect_diagnostics, write_diagnostics
from core.diagnostics.log_lines import PathNumbers, lines_to_share
from core.diagnostics.settings_lines import MAY_BE_SHARED
from core.errors import JobCancelledError, OutputNotWritableError
from core.jobs import CancellationToken, JobContext
from core.record.entry import EntryKind
from core.record.journal import Journal
from core.registry.registry import user_registry
from core.site_settings import write_site_settings
from core.user_folders import UserFolders
from core.worklist.entry import Origin
from core.worklist.worklist import Worklist
from desktop_app.logging_setup import PrivateFormatter
from tests.core.worklist.worklist_examples import identity

NAMES = st.text("AEMZaemzçğıİöşüÇĞ^,.'- ", min_size=7, max_size=30).filter(
    lambda name: len(name.strip(" .'-,^")) > 5 and name == name.strip(" .")
)


def in_every_file(members: Sequence[Member]) -> str:
    return "\n".join(f"{member.name} {member.text}" for member in members)


def folders_of(home: Path) -> UserFolders:
    return UserFolders(home / "cache", home / "settings", home / "log", home / "data")


def _write_log(folder: Path, name: str) -> None:
    """A log as the program writes it, of everything that could go wrong; and what it would never write."""
    path = folder / f"{name}.dcm"
    formatter = PrivateFormatter()
    lines = []

    def log(logger: str, message: str, *arguments: object, error: BaseException | None = None) -> None:
        failure = (type(error), error, error.__traceback__) if error is not None else None
        record = logging.LogRecord(logger, logging.WARNING, "x.py", 1, message, arguments, failure)
        lines.append(formatter.format(record))

    log("desktop_app.jobs", "A job did not stop in time")
    log("desktop_app.test", "read %s", path)
    log("desktop_app.test", "read “%s”", name)
    log("desktop_app", "Uncaught %s%s", "ValueError", "")
    log("core.interchange.receiving.refusals", "%s called from %s", name, "pacs.clinic.example")
    log("pydicom", "Invalid value for VR PN: '%s'", name)
    log("pydicom", f"first line\n{name}\n  {name}\n  {name}.py:7 in look")
    log("qt.qpa", "QWidget::setWindowTitle: %s", name)
    log("qt.core", name)
    try:
        raise ValueError(name)
    except ValueError as error:
        log("core.training.step", "A fold failed", error=error)
    folder.mkdir(parents=True, exist_ok=True)
    text = "\n".join([*lines, name, f"  {name}", "", f"2026-11-28 10:00:00,000 INFO {name}: {name}"])
    (folder / "hilum.log").write_text(text, encoding="utf-8")
    (folder / "hilum-2.log.1").write_text(text, encoding="utf-8")
    (folder / f"{name[:20]}.log").write_text(text, encoding="utf-8")


def _write_reports(folder: Path, name: str) -> None:
    try:
        raise ValueError(name)
    except ValueError as error:
        report = write_report(folder, WENT_ON, lines_of_exception(type(error), error.__traceback__))
    assert report is not None
    text = f"{report.read_text(encoding='utf-8')}\n{name}\n  {name}\nThe program met {name}.\n"
    report.write_text(text, encoding="utf-8")


def _live_here(home: Path, name: str) -> UserFolders:
    """Use the program as somebody of this name would, for a patient of this name."""
    folders = folders_of(home)
    folders.settings.mkdir(parents=True)
    chosen = [f"{setting}={name}" for setting in (*MAY_BE_SHARED, "person", "last_folder", "recent_files", name)]
    (folders.settings / "settings.ini").write_text("[General]\n" + "\n".join(chosen), encoding="utf-8")
    for subject in ("clinic", "connections", "receiver", "worklist"):
        write_site_settings(subject, {"name": name, "host": name}, folders.settings)
    with Journal(folders.data / "record" / "journal.sqlite3") as journal:
        journal.append(EntryKind.RESULT, {"file": name}, name)
    with Worklist(folders.data / "worklist" / "worklist.sqlite") as worklist:
        worklist.add(home / f"{name}.dcm", identity(1, patient_name=name), Origin.OPENED)
    received = folders.data / "received" / name
    received.mkdir(parents=True)
    (received / f"{name}.dcm").write_bytes(b"scan")
    _write_log(folders.log, name)
    _write_reports(folders.log, name)
    return folders


@given(name=NAMES)
@example(name="Yılmaz^Ayşe Güler")
@example(name="/home/Yılmaz Ayşe"[6:])
@example(name="YILMAZZ")
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_name_of_a_patient_gets_into_any_file(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    home = tmp_path_factory.mktemp("home") / name
    folders = _live_here(home, name)

    def checks() -> list[str]:
        return [f"cannot be checked: {home / 'x'}; install Hilum again", f"'{home}'"]

    members = collect_diagnostics(checks, [f"plugins: {home}"], folders=folders)
    target = home.parent / "diagnostics.zip"
    write_diagnostics(members, target)

    with zipfile.ZipFile(target) as archive:
        texts = {entry: archive.read(entry).decode("utf-8") for entry in archive.namelist()}
    for entry, text in texts.items():
        assert name not in entry
        assert name not in text, entry
    assert "record: 1 entries" in texts["data.txt"]
    assert "worklist: 1 entries" in texts["data.txt"]
    assert "received: 1 files" in texts["data.txt"]
    assert "desktop_app.jobs: A job did not stop in time" in texts["log/hilum.log"]
    assert "  ValueError" in texts["log/hilum.log"]
    assert "QWidget::setWindowTitle (text not included)" in texts["log/hilum.log"]
    assert "pacs.clinic.example" not in in_every_file(members)
    (crash,) = (text for entry, text in texts.items() if entry.startswith("crashes/"))
    assert "test_collecting.py:" in crash
    assert set(texts) >= {README, "program.txt", "computer.txt", "settings.txt", "models.txt", "doctor.txt"}
    assert all(entry in texts[README] for entry in texts if entry != README)


@given(line=st.text(max_size=200))
@example(line="2026-11-28 10:00:00,000 INFO desktop_app.jobs: read C:\\SMITH\\a")
@example(line="2026-11-28 10:00:00,000 INFO core: SMITH JOHN")
@example(line="  SMITH")
def test_a_line_in_no_known_form_is_dropped_or_loses_its_text(line: str) -> None:
    for shared in lines_to_share([line], PathNumbers()):
        assert "SMITH" not in shared
        assert shared.startswith(("2", "  "))


def test_paths_are_numbered_and_the_same_path_has_the_same_number() -> None:
    head = "2026-11-28 10:00:00,000 INFO core.training.x: "
    lines = [f"{head}a <path 0123abcd> b <path 99999999>", f"{head}<path 0123abcd>"]
    shared = list(lines_to_share(lines, PathNumbers()))
    assert shared == [f"{head}a <path 1> b <path 2>", f"{head}<path 1>"]


def test_the_computers_name_and_the_users_are_not_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, isolated_user_folders: Path
) -> None:
    monkeypatch.setattr(platform, "node", lambda: "RADIOLOGY-PC-07")
    monkeypatch.setenv("USER", "dr-smith")
    members = collect_diagnostics(doctor.lines_to_share)
    text = in_every_file(members)
    assert "RADIOLOGY-PC-07" not in text
    assert "dr-smith" not in text
    assert str(isolated_user_folders) not in text
    assert str(Path.home()) not in text
    assert f"Python: {platform.python_version()}" in text
    assert "arithmetic: cpu" in text


def test_settings_that_name_nobody_are_there_and_others_are_counted(tmp_path: Path) -> None:
    folders = folders_of(tmp_path)
    folders.settings.mkdir()
    (folders.settings / "settings.ini").write_text(
        "[General]\ntheme=dark\nerror_level=0.05\nreads_first=yes\ndevice=SMITH\nperson=SMITH\nwindow_layout=abc\n"
    )
    (member,) = (found for found in collect_diagnostics(list, folders=folders) if found.name == "settings.txt")
    assert member.text.splitlines() == [
        "device: (not a value that Hilum knows)",
        "error_level: 0.05",
        "reads_first: yes",
        "theme: dark",
        "further settings, which are not included: 2",
    ]


def test_looking_changes_nothing(tmp_path: Path) -> None:
    folders = folders_of(tmp_path / "home")
    collect_diagnostics(list, folders=folders)
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("content", [b"", b"no database at all " * 99, b"\xff" * 4096])
def test_a_damaged_store_is_told_and_costs_nothing_else(tmp_path: Path, content: bytes) -> None:
    folders = folders_of(tmp_path)
    for place in ("record/journal.sqlite3", "worklist/worklist.sqlite"):
        (folders.data / place).parent.mkdir(parents=True)
        (folders.data / place).write_bytes(content)
    folders.settings.mkdir()
    (folders.settings / "clinic.json").write_bytes(content)
    (folders.data / "models").mkdir()
    (folders.data / "models" / "active.json").write_bytes(content)
    members = {member.name: member.text for member in collect_diagnostics(list, folders=folders)}
    assert "record: 0.0 MB, cannot be read" in members["data.txt"]
    assert "clinic: cannot be read" in members["data.txt"]
    assert "which model is active cannot be told: InvalidModelPackageError" in members["models.txt"]


def test_a_stores_form_is_told_also_where_it_is_newer(tmp_path: Path) -> None:
    folders = folders_of(tmp_path)
    with Journal(folders.data / "record" / "journal.sqlite3") as journal:
        journal.append(EntryKind.RESULT, {})
    with contextlib.closing(sqlite3.connect(folders.data / "record" / "journal.sqlite3")) as connection:
        connection.execute("PRAGMA user_version = 7")
    (text,) = (member.text for member in collect_diagnostics(list, folders=folders) if member.name == "data.txt")
    assert "form 7, this Hilum's 1" in text


def test_collecting_can_be_stopped(tmp_path: Path) -> None:
    token = CancellationToken()
    token.cancel()
    with pytest.raises(JobCancelledError):
        collect_diagnostics(list, context=JobContext(token=token), folders=folders_of(tmp_path))


def test_what_a_person_leaves_out_is_not_in_the_zip(tmp_path: Path) -> None:
    members = [
        member for member in collect_diagnostics(list, folders=folders_of(tmp_path)) if member.name != "data.txt"
    ]
    write_diagnostics(members, tmp_path / "d.zip")
    with zipfile.ZipFile(tmp_path / "d.zip") as archive:
        assert "data.txt" not in archive.namelist()
        assert "data.txt" not in archive.read(README).decode()
        assert archive.testzip() is None


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(OutputNotWritableError):
        write_diagnostics([], tmp_path / "none" / "d.zip")


def test_the_command_line_writes_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "d.zip"
    assert main(["diagnostics", str(target)]) == 0
    captured = capsys.readouterr()
    assert "doctor.txt" in captured.out
    assert "sent nowhere" in captured.err
    with zipfile.ZipFile(target) as archive:
        assert "Everything" not in archive.read("doctor.txt").decode()
        assert "ok      arithmetic" in archive.read("doctor.txt").decode()


def test_the_command_line_replaces_no_image(chest_dicom: Path, tmp_path: Path) -> None:
    scan = tmp_path / "scan.dcm"
    scan.write_bytes(chest_dicom.read_bytes())
    assert main(["diagnostics", str(scan)]) == 2
    assert scan.read_bytes() == chest_dicom.read_bytes()


def test_models_are_told_apart_without_their_names(
    make_package: Callable[..., Path], isolated_user_folders: Path
) -> None:
    registry = user_registry()
    version = registry.add(make_package("yilmaz-clinic"))
    registry.activate(version)
    members = {member.name: member.text for member in collect_diagnostics(doctor.lines_to_share)}
    assert "yilmaz" not in "".join(members.values()).casefold()
    assert f"model 1, weights SHA-256 {version.card.weights_sha256}" in members["models.txt"]
    assert "bundled, weights SHA-256" in members["models.txt"]
    assert "active: model 1" in members["models.txt"]
