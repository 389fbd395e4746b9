"""1,000 scans sent by four storescu at once: none lost, none twice, each on the worklist and classified.

Prints images per second as a ratio to dcmtk's storescp, which only writes files and forces none to the disk, and the
receiver's peak memory. Then the receiver is killed (SIGKILL) in the middle, again and again: whatever it acknowledged
must be there after a restart. And one object of 2 GiB is sent, which must be cut off without taking memory.
"""

import argparse
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from measuring import describe_machine
from receiving_scans import SENDERS, ReceiverProcess, Senders, flood, make_scans, storescp, wait_for

from core.worklist.entry import EntryState, WorklistEntry
from core.worklist.worklist import Worklist

LONGEST_CLASSIFICATION_S = 900.0


def main() -> int:
    """Print all figures; exit 1 where a scan was lost, is there twice or has no answer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=5)
    options = parser.parse_args()
    print(describe_machine())
    problems: list[str] = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        scans = make_scans(options.count, folder / "scans")
        folders = [folder / "scans" / f"sender{number}" for number in range(SENDERS)]
        with storescp(folder / "storescp") as port:
            reference = Senders(port, folders).wait()
        print(f"storescp: {len(reference.acknowledged)} images, {len(scans) / reference.seconds:.0f} per second")
        problems += throughput(folder / "plain", folders, scans, reference.seconds, "--no-classify")
        problems += throughput(folder / "classified", folders, scans, reference.seconds, "--device", "cpu")
        problems += kills(folder / "killed", folders, scans, options.kills)
        problems += endless_object(folder / "endless")
    for problem in problems:
        print(f"PROBLEM: {problem}")
    return 1 if problems else 0


def throughput(
    folder: Path, folders: Sequence[Path], scans: Sequence[Path], reference_s: float, *options: str
) -> list[str]:
    """Send everything once, and look at what is there."""
    folder.mkdir()
    receiver = ReceiverProcess(folder, *options)
    classifies = "--no-classify" not in options
    if classifies:
        # The model loads while the port is open already; what is measured is the steady state.
        time.sleep(5)
    before_mib = receiver.memory_mib
    started = time.perf_counter()
    sending = Senders(receiver.port, folders).wait()
    if classifies:
        wait_for(lambda: not waiting(receiver.worklist_path), LONGEST_CLASSIFICATION_S)
    total_s = time.perf_counter() - started
    receiver.stop()
    label = "received and classified" if classifies else "received only"
    print(
        f"{label}: {len(sending.acknowledged)} acknowledged, {len(scans) / sending.seconds:.1f} per second"
        f" = {reference_s / sending.seconds:.2f} x storescp;"
        + (f" all answered after {total_s:.1f} s, {len(scans) / total_s:.1f} per second;" if classifies else "")
        + f" memory {before_mib:.0f} MiB before, peak {receiver.peak_mib:.0f} MiB"
    )
    return problems_of(receiver, scans, sending.acknowledged, classifies=classifies)


def kills(folder: Path, folders: Sequence[Path], scans: Sequence[Path], count: int) -> list[str]:
    """Kill the receiver while it receives; what it acknowledged must be there."""
    folder.mkdir()
    chance = random.Random(0)
    acknowledged: set[Path] = set()
    problems = []
    for number in range(1, count + 1):
        receiver = ReceiverProcess(folder, "--no-classify")
        senders = Senders(receiver.port, folders, begin_at=(number - 1) / count)
        time.sleep(0.3 + chance.random() * 2.0)
        receiver.kill()
        told = senders.wait().acknowledged
        acknowledged |= told
        entries = entries_of(receiver.worklist_path)
        there = {entry.sop_instance_uid for entry in entries if entry.path.exists()}
        lost = [path for path in acknowledged if uid_of(path) not in there]
        print(f"kill {number}: {len(told)} acknowledged before it, {len(entries)} on the worklist, {len(lost)} lost")
        problems += [f"{len(lost)} acknowledged scans were lost by kill {number}"] if lost else []
    receiver = ReceiverProcess(folder, "--no-classify")
    sending = Senders(receiver.port, folders).wait()
    receiver.stop()
    print(f"after {count} kills, sent once more: {len(sending.acknowledged)} acknowledged")
    return problems + problems_of(receiver, scans, sending.acknowledged, classifies=False)


def endless_object(folder: Path) -> list[str]:
    """One object of 2 GiB."""
    folder.mkdir()
    receiver = ReceiverProcess(folder, "--no-classify")
    before_mib = receiver.memory_mib
    sent = flood(receiver.port, 2 * 2**30)
    time.sleep(0.5)
    left = [path for path in receiver.received_folder.rglob("*") if path.is_file()]
    print(f"2 GiB object: cut off after {sent / 2**20:.0f} MiB, memory + {receiver.peak_mib - before_mib:.0f} MiB")
    receiver.stop()
    return ["an endless object left something behind"] if left else []


def problems_of(
    receiver: ReceiverProcess, scans: Sequence[Path], acknowledged: set[Path], *, classifies: bool
) -> list[str]:
    """What is lost, there twice, or without an answer."""
    entries = entries_of(receiver.worklist_path)
    uids = Counter(entry.sop_instance_uid for entry in entries)
    problems = []
    if acknowledged != set(scans):
        problems.append(f"{len(scans) - len(acknowledged)} scans were not acknowledged")
    if lost := [path for path in acknowledged if uid_of(path) not in uids]:
        problems.append(f"{len(lost)} scans were lost")
    if twice := [uid for uid, count in uids.items() if count > 1]:
        problems.append(f"{len(twice)} scans are there twice")
    if missing := [entry for entry in entries if not entry.path.exists()]:
        problems.append(f"{len(missing)} entries have no file")
    states = Counter(entry.state for entry in entries)
    if classifies and states != {EntryState.CLASSIFIED: len(scans)}:
        problems.append(f"not everything is classified: {dict(states)}")
    return problems


def entries_of(path: Path) -> tuple[WorklistEntry, ...]:
    """Everything on a worklist."""
    with Worklist(path) as worklist:
        return worklist.entries(range(1, 100_000)) if path.exists() else ()


def waiting(path: Path) -> bool:
    """Whether something waits on a worklist."""
    with Worklist(path) as worklist:
        return bool(worklist.waiting(1))


def uid_of(path: Path) -> str:
    """The SOP Instance UID that `make_scans` gave a scan."""
    return f"2.25.4000{int(path.stem)}"


if __name__ == "__main__":
    sys.exit(main())
