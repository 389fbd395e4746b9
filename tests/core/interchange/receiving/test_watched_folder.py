"""A watched folder's scans are taken when they are whole, once, and never harmed."""

import errno
import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from core.errors import DamagedFileError, JobCancelledError
from core.interchange.receiving import watched_folder
from core.interchange.receiving.moving import move_whole
from core.interchange.receiving.settings import ReceiverSettings, WatchedFolderSettings, receiver_settings_problem
from core.interchange.receiving.watched_folder import WatchCounts, WatchedFolder
from core.jobs import CancellationToken, JobContext
from core.worklist.entry import EntryState, Origin
from core.worklist.worklist import Worklist

Make = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that is watched."""
    made = tmp_path / "watched"
    made.mkdir()
    return made


@pytest.fixture
def worklist(tmp_path: Path) -> Worklist:
    """An empty one."""
    return Worklist(tmp_path / "worklist" / "worklist.sqlite")


@pytest.fixture
def watch(folder: Path, worklist: Worklist) -> WatchedFolder:
    """What looks into it."""
    return WatchedFolder(WatchedFolderSettings(folder), worklist)


def paths(worklist: Worklist) -> list[Path]:
    """What is on the worklist."""
    return [entry.path for entry in worklist.waiting(100)]


def picture(path: Path, grey: int = 7) -> Path:
    """A plain picture."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("L", (64, 64), grey).save(path)
    return path


def test_a_scan_is_taken_at_the_second_look_and_stays_where_it_is(
    watch: WatchedFolder, folder: Path, worklist: Worklist, make_scan: Make
) -> None:
    scan = Path(shutil.copy(make_scan(1), folder / "scan.dcm"))

    watch.look()
    assert paths(worklist) == []
    watch.look()

    (entry,) = worklist.waiting(10)
    assert (entry.path, entry.origin, entry.is_owned) == (scan, Origin.WATCHED, False)
    assert entry.patient_name == "Kept, Private"
    assert scan.exists()
    assert watch.counts == WatchCounts(taken=1)


def test_a_file_that_still_grows_is_left_until_it_is_whole(
    watch: WatchedFolder, folder: Path, worklist: Worklist, make_scan: Make
) -> None:
    content = make_scan(1).read_bytes()
    target = folder / "scan.dcm"
    for part in range(1, 5):
        target.write_bytes(content[: len(content) * part // 4])
        watch.look()
        assert paths(worklist) == []

    watch.look()

    assert paths(worklist) == [target]


def test_nothing_is_taken_twice_in_later_looks_nor_after_a_restart(
    watch: WatchedFolder, folder: Path, worklist: Worklist
) -> None:
    picture(folder / "below" / "scan.png")
    for _ in range(3):
        watch.look()
    (entry,) = worklist.waiting(10)
    worklist.note_ignored(entry.number, "as if it had been dealt with")

    again = WatchedFolder(WatchedFolderSettings(folder), worklist)
    for _ in range(3):
        again.look()

    assert again.counts.taken == 0
    assert [entry.state for entry in worklist.entries([entry.number])] == [EntryState.IGNORED]
    assert paths(worklist) == []


def test_another_scan_under_an_earlier_name_is_another_entry(
    watch: WatchedFolder, folder: Path, worklist: Worklist, make_scan: Make
) -> None:
    target = Path(shutil.copyfile(make_scan(1), folder / "scan.dcm"))
    watch.look()
    watch.look()
    (first,) = worklist.waiting(10)

    shutil.copyfile(make_scan(2), target)
    os.utime(target, ns=(0, 2 * 10**18))
    watch.look()
    watch.look()

    (second,) = worklist.waiting(10)
    assert second.number != first.number
    assert (first.sop_instance_uid, second.sop_instance_uid) == ("2.25.791", "2.25.792")


def test_files_that_are_no_scans_are_noted_once_and_left_alone(
    watch: WatchedFolder, folder: Path, worklist: Worklist
) -> None:
    (folder / "list.txt").write_text("names of patients")
    (folder / "noise.dcm").write_bytes(bytes(range(256)) * 40)
    (folder / "empty.dcm").write_bytes(b"")
    (folder / ".hidden.png").write_bytes(picture(folder / "x" / "scan.png").read_bytes())
    (folder / "copying.png.part").write_bytes(b"\x89PNG")
    os.mkfifo(folder / "pipe")

    for _ in range(4):
        watch.look()

    assert paths(worklist) == [folder / "x" / "scan.png"]
    assert watch.counts == WatchCounts(taken=1, odd=2)
    assert (folder / "list.txt").exists()


def test_a_scan_that_stood_still_before_it_was_whole_is_tried_again_when_it_is(
    watch: WatchedFolder, folder: Path, worklist: Worklist, make_scan: Make
) -> None:
    content = make_scan(1).read_bytes()
    target = folder / "scan.dcm"
    target.write_bytes(content[: len(content) // 2])
    watch.look()
    watch.look()
    (entry,) = worklist.waiting(10)
    worklist.note_failure(entry.number, DamagedFileError(target))

    target.write_bytes(content)
    watch.look()
    watch.look()

    assert [waiting.number for waiting in worklist.waiting(10)] == [entry.number]


def test_scans_are_moved_where_a_person_asked_for_it(folder: Path, worklist: Worklist, tmp_path: Path) -> None:
    done = tmp_path / "done"
    watch = WatchedFolder(WatchedFolderSettings(folder, done), worklist)
    picture(folder / "a" / "1.png")
    picture(done / "a" / "1.png")
    worklist_before = WatchedFolder(WatchedFolderSettings(folder, done), worklist)
    worklist_before.look()
    watch.look()
    watch.look()

    assert sorted(paths(worklist)) == [done / "a" / "1-2.png", done / "a" / "1.png"]
    assert not (folder / "a" / "1.png").exists()


def test_what_was_moved_before_a_kill_is_taken_up_by_the_next_start(
    folder: Path, worklist: Worklist, tmp_path: Path
) -> None:
    done = tmp_path / "done"
    moved = picture(done / "1.png")

    WatchedFolder(WatchedFolderSettings(folder, done), worklist).look()

    assert paths(worklist) == [moved]


def test_a_folder_that_is_gone_for_a_while_is_said_and_its_files_are_no_new_ones(
    watch: WatchedFolder, folder: Path, worklist: Worklist
) -> None:
    picture(folder / "1.png")
    watch.look()
    watch.look()
    folder.rename(folder.with_name("unplugged"))
    watch.look()
    assert not watch.counts.is_reachable

    folder.with_name("unplugged").rename(folder)
    watch.look()
    watch.look()

    assert watch.counts == WatchCounts(taken=1)


def test_watching_ends_when_it_is_asked_to(folder: Path, worklist: Worklist) -> None:
    token = CancellationToken()
    looks: list[WatchCounts] = []

    def report(counts: WatchCounts) -> None:
        looks.append(counts)
        if len(looks) == 2:
            token.cancel()

    watch = WatchedFolder(WatchedFolderSettings(folder, interval_s=0.05), worklist)
    picture(folder / "1.png")

    with pytest.raises(JobCancelledError):
        watch.watch(JobContext(report, token))

    assert looks[-1].taken == 1


def test_a_folder_for_what_is_done_does_not_lie_in_the_watched_one(folder: Path) -> None:
    watched = WatchedFolderSettings(folder, folder / "done")

    assert "must not lie" in receiver_settings_problem(ReceiverSettings(watched=(watched,)))


def test_a_scan_that_keeps_its_old_time_under_an_earlier_name_is_taken_too(
    watch: WatchedFolder, folder: Path, worklist: Worklist, make_scan: Make
) -> None:
    target = Path(shutil.copyfile(make_scan(1), folder / "scan.dcm"))
    watch.look()
    watch.look()

    older = Path(shutil.copyfile(make_scan(2), folder.parent / "another.dcm"))
    os.utime(older, ns=(0, 10**18))
    shutil.copy2(older, target)
    # By the next start: what was seen by this one is forgotten.
    again = WatchedFolder(WatchedFolderSettings(folder), worklist)
    again.look()
    again.look()

    assert [entry.sop_instance_uid for entry in worklist.waiting(10)] == ["2.25.792"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_other_rights_do_not_make_a_picture_another_one(watch: WatchedFolder, folder: Path, worklist: Worklist) -> None:
    scan = picture(folder / "scan.png")
    watch.look()
    watch.look()
    (entry,) = worklist.waiting(10)

    scan.chmod(0o600)
    for _ in range(3):
        watch.look()

    assert [waiting.number for waiting in worklist.waiting(10)] == [entry.number]


def test_scans_of_one_name_from_several_folders_never_replace_each_other(worklist: Worklist, tmp_path: Path) -> None:
    done = tmp_path / "done"
    rooms = [tmp_path / f"room {number}" for number in range(4)]
    for number, room in enumerate(rooms):
        for scan in range(8):
            picture(room / f"{scan}.png", grey=number)

    def watch_room(room: Path) -> None:
        with Worklist(worklist.path) as opened:
            watch = WatchedFolder(WatchedFolderSettings(room, done), opened)
            watch.look()
            watch.look()

    threads = [threading.Thread(target=watch_room, args=(room,)) for room in rooms]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    moved = [path for path in done.iterdir() if path.stat().st_size]
    assert len(moved) == 32
    assert sorted(paths(worklist)) == sorted(moved)


def test_a_scan_that_another_program_moved_first_is_left_to_it(
    folder: Path, worklist: Worklist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = tmp_path / "done"
    scan = picture(folder / "1.png")
    watch = WatchedFolder(WatchedFolderSettings(folder, done), worklist)

    def overtaken(path: Path, wanted: Path) -> Path:
        scan.unlink()
        return move_whole(path, wanted)

    monkeypatch.setattr(watched_folder, "move_whole", overtaken)
    watch.look()
    watch.look()

    assert paths(worklist) == []
    assert not any(done.iterdir())


def test_a_scan_is_moved_to_another_drive_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = picture(tmp_path / "watched" / "1.png")
    content = scan.read_bytes()
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if self == scan:
            raise OSError(errno.EXDEV, "another drive")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(shutil, "copy2", _disk_full)
    with pytest.raises(OSError, match="no space"):
        move_whole(scan, tmp_path / "done" / "1.png")
    assert scan.read_bytes() == content
    assert not any((tmp_path / "done").iterdir())

    monkeypatch.setattr(shutil, "copy2", shutil.copyfile)
    moved = move_whole(scan, tmp_path / "done" / "1.png")

    assert moved.read_bytes() == content
    assert not scan.exists()


def _disk_full(_source: Path, target: Path) -> None:
    target.write_bytes(b"half")
    raise OSError(errno.ENOSPC, "no space")
