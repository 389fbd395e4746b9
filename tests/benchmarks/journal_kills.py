"""The record under two writers, kills (kill -9), a full disk and changed bytes. Aim: nothing acknowledged is lost.

Every entry whose number a writer printed after `append` returned must be there afterwards, with the same digest, in an
unbroken chain. A single changed byte of an entry must be found, and said to be in that entry. Bytes elsewhere are
counted apart: in unused space and in the database's own bookkeeping they may change no entry. A kill is no power cut:
what the system holds in memory survives it. That a commit is on the disk rests on SQLite's `synchronous=FULL`.
"""

import argparse
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import describe_machine

from core.errors import HilumError, JournalNotWritableError
from core.record.contents import result_content
from core.record.entry import Draft, EntryKind
from core.record.head_file import head_path, read_head
from core.record.journal import Journal

ROOT = Path(__file__).resolve().parents[2]
SINGLE_ENTRIES = 300
BATCH_ENTRIES = 20_000
FULL_BYTES = 1 << 20
LONGEST_LIFE_S = 0.5
"""A writer is killed at most so long after its first entry."""

WRITER = """
import sys
from pathlib import Path
from core.record.entry import Draft, EntryKind
from core.record.journal import Journal
journal, name, number = Journal(Path(sys.argv[1])), sys.argv[2], 0
while True:
    drafts = [Draft(EntryKind.RESULT, {"writer": name, "number": number + at}) for at in range(1 + number % 3)]
    number += len(drafts)
    lines = [f"{entry.sequence} {entry.digest}" for entry in journal.append_many(drafts)]
    print("\\n".join(lines), flush=True)
"""


def main() -> int:
    """Print each figure; exit 1 if an acknowledged entry was lost or a changed byte of an entry not found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--bytes", type=int, default=400, help="how many bytes are changed, one at a time")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    print(describe_machine())
    chance = random.Random(options.seed)
    with TemporaryDirectory() as name:
        work = Path(name)
        print_speed(work)
        held = kill_writers(work / "killed" / "journal.sqlite3", options.kills, chance)
        held &= fill_disk(work)
        held &= change_bytes(work / "bytes", options.bytes, chance)
    return 0 if held else 1


def draft(number: int) -> Draft:
    """A result as the program writes it."""
    content = result_content(
        input_sha256=f"{number:064x}",
        model="ward",
        model_version="2",
        weights_sha256="ab" * 32,
        lung_weights_sha256="cd" * 32,
        device="CPU, bfloat16",
        decision="positive",
        reasons=(),
        positive_class="COVID-19",
        probability=number / 7 % 1,
        threshold=0.5,
        error_level=0.05,
        gate="pass",
        gate_kinds=(),
        opacity_extent=number / 11 % 1,
        lung_fraction=number / 13 % 1,
        activation_in_lungs=number / 17 % 1,
        commissioned=True,
    )
    return Draft(EntryKind.RESULT, content, "a person")


def print_speed(work: Path) -> None:
    """Entries per second, one by one and in one step, as ratios to bare SQLite with rows of the same length."""
    with Journal(work / "speed" / "journal.sqlite3") as journal:
        rows = [(entry.sequence, "x" * 1100) for entry in journal.append_many([draft(0)])] * SINGLE_ENTRIES
        bare = sqlite3.connect(work / "speed" / "bare.sqlite3", isolation_level=None)
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("CREATE TABLE rows (number INTEGER, text TEXT)")
        bare_s = seconds_of(lambda: [bare.execute("INSERT INTO rows VALUES (?, ?)", row) for row in rows])
        bare.close()
        single_s = seconds_of(lambda: [journal.append_many([draft(number)]) for number in range(SINGLE_ENTRIES)])
        batch_s = seconds_of(lambda: journal.append_many(draft(number) for number in range(BATCH_ENTRIES)))
        verify_s = seconds_of(journal.verify)
        count = journal.count()
    print(
        f"one by one {SINGLE_ENTRIES / single_s:,.0f} entries/s, {single_s / bare_s:.1f} x the time of bare SQLite;"
        f" {BATCH_ENTRIES:,} in one step {BATCH_ENTRIES / batch_s:,.0f} entries/s; verified {count / verify_s:,.0f}/s"
    )


def seconds_of(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


class Writer:
    """A process that adds entries as fast as it can and says which ones it was promised."""

    def __init__(self, journal: Path, name: str, said: Path) -> None:
        self._journal, self._name, self._said = journal, name, said
        self._starts = 0
        self.start()

    def start(self) -> None:
        """Start it, again after a kill."""
        self._starts += 1
        name = f"{self._name}{self._starts}"
        with self._said.open("a", encoding="ascii") as said:
            # Each life on a line of its own: the one before may have been killed within a line.
            said.write("\n")
            said.flush()
            self._size = said.tell()
            command = [sys.executable, "-c", WRITER, str(self._journal), name]
            self._process = subprocess.Popen(command, cwd=ROOT, stdout=said)

    def wait_until_it_writes(self) -> None:
        """Wait for its first entry."""
        end = time.monotonic() + 60
        while self._said.stat().st_size == self._size:
            if self._process.poll() is not None or time.monotonic() > end:
                raise SystemExit("a writer ended by itself")
            time.sleep(0.001)

    def kill(self) -> None:
        """Kill it, kill -9 where there is such a thing."""
        if self._process.poll() is not None:
            raise SystemExit("a writer ended by itself")
        self._process.kill()
        self._process.wait()

    def acknowledged(self) -> dict[int, str]:
        """Digest of every entry that `append` had returned; a line cut short by a kill says nothing."""
        whole = self._said.read_text(encoding="ascii").split("\n")[:-1]
        return {int(line.split()[0]): line.split()[1] for line in whole if len(line.partition(" ")[2]) == 64}


def kill_writers(path: Path, kills: int, chance: random.Random) -> bool:
    """Let two processes write at once and kill one of them at a random moment, again and again."""
    writers = [Writer(path, name, path.parents[1] / f"{name}.txt") for name in ("a", "b")]
    for number in range(kills):
        for writer in writers:
            writer.wait_until_it_writes()
        time.sleep(chance.uniform(0.0, LONGEST_LIFE_S))
        # In turns one of them, and every fourth time both.
        victims = writers if number % 4 == 3 else [writers[number % 2]]
        for victim in victims:
            victim.kill()
        if not Journal(path).verify().ok:
            print(f"kill {number + 1}: {Journal(path).verify().reason}")
            return False
        for victim in victims:
            victim.start()
    for writer in writers:
        writer.wait_until_it_writes()
        writer.kill()
    told = [writer.acknowledged() for writer in writers]
    digests = {entry.sequence: entry.digest for entry in Journal(path).entries()}
    lost = [number for each in told for number, digest in each.items() if digests.get(number) != digest]
    twice = len(told[0].keys() & told[1].keys())
    verification = Journal(path).verify()
    print(
        f"{kills} times killed: {sum(map(len, told)):,} entries acknowledged to two writers, {len(lost)} lost, {twice}"
        f" given twice; {verification.count:,} there, the chain is {'unbroken' if verification.ok else 'BROKEN'}"
    )
    return not lost and not twice and verification.ok


def fill_disk(work: Path) -> bool:
    """Add entries until the disk is full, and after there is room again."""
    with small_disk(work / "full") as (folder, kind, make_room):
        journal = Journal(folder / "record" / "journal.sqlite3")
        acknowledged: list[tuple[int, str]] = []
        refused = 0
        while refused < 10:
            try:
                entry = journal.append(EntryKind.RESULT, draft(len(acknowledged)).content)
                acknowledged.append((entry.sequence, entry.digest))
            except JournalNotWritableError:
                refused += 1
        full = journal.verify()
        there = [(entry.sequence, entry.digest) for entry in journal.entries()]
        make_room()
        goes_on = journal.append(EntryKind.RESULT, {}).sequence == len(acknowledged) + 1
        after = journal.verify()
        journal.close()
    held = there == acknowledged and full.ok and after.ok and goes_on
    print(
        f"full disk ({kind}): {len(acknowledged)} entries acknowledged, {refused} refused, {len(there)} there;"
        f" {'unbroken, and goes on when there is room' if held else 'BROKEN'}"
    )
    return held


@contextmanager
def small_disk(folder: Path) -> Iterator[tuple[Path, str, Callable[[], object]]]:
    """A disk of a megabyte: a memory disk where this user may mount one, else a limit on the length of files."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={FULL_BYTES}", "tmpfs", str(folder)]
    is_root = sys.platform == "linux" and os.geteuid() == 0
    if is_root and subprocess.run(mount, capture_output=True, check=False).returncode == 0:
        grow = ["mount", "-o", f"remount,size={2 * FULL_BYTES}", str(folder)]
        try:
            yield folder, "tmpfs", lambda: subprocess.run(grow, check=True)
        finally:
            subprocess.run(["umount", str(folder)], check=False)
        return
    if sys.platform == "win32":
        raise SystemExit("not measured on Windows: it has no limit on the length of files")
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (FULL_BYTES, before[1]))
    try:
        yield folder, "limit on the length of files", lambda: resource.setrlimit(resource.RLIMIT_FSIZE, before)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def change_bytes(folder: Path, count: int, chance: random.Random) -> bool:
    """Change one byte of the database at a time, in entries and anywhere, and count how often verifying finds it."""
    journal = Journal(folder / "record" / "journal.sqlite3")
    journal.append_many(draft(number) for number in range(200))
    journal.close()
    whole = journal.path.read_bytes()
    written = list(journal.entries())
    places = entry_places(journal.path, whole)
    found = right = anywhere = missed = 0
    for _ in range(count):
        number, (start, end) = chance.choice(list(places.items()))
        is_found, broken = change_byte(journal, whole, chance.randrange(start, end), chance)
        found += is_found
        right += broken == number
        is_found, _ = change_byte(journal, whole, chance.randrange(len(whole)), chance)
        anywhere += is_found
        missed += not is_found and list(journal.entries()) != written
    journal.path.write_bytes(whole)
    share = sum(end - start for start, end in places.values()) / len(whole)
    print(
        f"one changed byte in an entry: {found} of {count} found, {right} said to be in that entry; anywhere in the"
        f" file, {share:.0%} of which is entries: {anywhere} of {count} found; {missed} of the others changed an entry"
    )
    head = head_path(journal.path)
    head_bytes = head.read_bytes()
    in_head, kept = 0, read_head(journal.path)
    for place in range(len(head_bytes)):
        changed = bytearray(head_bytes)
        changed[place] ^= chance.randrange(1, 256)
        head.write_bytes(changed)
        is_found = not journal.verify().ok
        in_head += is_found
        if not is_found and read_head(journal.path) != kept:
            print(f"byte {place} of the head file was changed and NOT FOUND")
            missed += 1
    head.write_bytes(head_bytes)
    print(f"one changed byte in the head file: {in_head} of {len(head_bytes)} found, the others change only blanks")
    return found == right == count and not missed and journal.verify().ok


def change_byte(journal: Journal, whole: bytes, place: int, chance: random.Random) -> tuple[bool, int | None]:
    """Verify the record with one byte changed: whether that is found, and which entry is said to be broken."""
    changed = bytearray(whole)
    changed[place] ^= chance.randrange(1, 256)
    journal.path.write_bytes(changed)
    try:
        verification = journal.verify()
    except HilumError:  # Such as a version number that no Hilum knows yet: the record is refused.
        return True, None
    return not verification.ok, verification.first_broken


def entry_places(path: Path, whole: bytes) -> dict[int, tuple[int, int]]:
    """Number of each entry to where its text begins and ends in the file."""
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT sequence, time || kind || person || content || previous || digest FROM entries")
    places = {}
    for number, text in rows.fetchall():
        start = whole.find(text.encode())
        if start >= 0:  # A long entry may lie in several pieces.
            places[number] = (start, start + len(text.encode()))
    connection.close()
    return places


if __name__ == "__main__":
    sys.exit(main())
