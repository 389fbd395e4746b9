"""`hilum log`: what is in the record, whether it is unbroken, and the way out as a table."""

import argparse
import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from core.cli.commands import DONE, NOTHING_DONE, SOME_FAILED
from core.cli.console import printable, say, shows_progress, write_line
from core.cli.outputs import refuse_image
from core.errors import MissingFileError
from core.jobs import JobContext, Progress
from core.record.describing import KIND_NAMES, describe_entry, describe_time, describe_verification
from core.record.entry import EntryKind
from core.record.journal import Journal, user_journal


def log(options: argparse.Namespace) -> int:
    """List the record's entries, verify it, or export it.

    Args:
        options: From `core.cli.arguments`.

    Returns:
        Exit status: 0 done, 1 the record is broken, 2 there is none.

    Raises:
        HilumError: It could not be done; the kind says why.
    """
    # Where an option may stand before and behind an action, argparse leaves out what was not given.
    journal = _journal(getattr(options, "record", None))
    if journal is None:
        say("No record is kept, because this user has no home folder. Set HOME, or name a record with --record.")
        return NOTHING_DONE
    kind = getattr(options, "kind", None)
    kinds = None if kind is None else (EntryKind(kind),)
    with journal:
        match options.action:
            case "verify":
                return _verify(journal, options.head or "")
            case "export":
                return _export(journal, options.file, kinds)
            case _:
                return _list(journal, kinds, options.limit, as_json=options.json)


def _journal(path: Path | None) -> Journal | None:
    if path is None:
        return user_journal()
    if not path.exists():
        raise MissingFileError(path)
    return Journal(path)


def _list(journal: Journal, kinds: Collection[EntryKind] | None, limit: int, *, as_json: bool) -> int:
    entries = journal.entries(kinds, limit=limit, newest_first=True)
    if as_json:
        write_line(json.dumps({"entries": [asdict(entry) for entry in entries]}, indent=1))
        return DONE
    listed = 0
    for entry in entries:
        listed += 1
        who = f"{entry.person}: " if entry.person else ""
        what = f"{KIND_NAMES[entry.kind]:<16} {who}{describe_entry(entry)}"
        write_line(printable(f"{entry.sequence:>7}  {describe_time(entry.time)}  {what}"))
    total = journal.count(kinds)
    if not total:
        say("There is no such entry in the record." if kinds else describe_verification(journal.verify()))
    elif listed < total:
        say(f"The newest {listed:,} of {total:,} entries; --limit shows more, “hilum log export” writes all of them.")
    return DONE


def _verify(journal: Journal, known_head: str) -> int:
    with _progress("Verifying") as context:
        verification = journal.verify(context, known_head)
    write_line(describe_verification(verification))
    write_line(f"Entries found unbroken: {verification.count}")
    write_line(f"Digest of the last one: {verification.head.digest}")
    if verification.first_broken is not None:
        write_line(f"First broken entry: {verification.first_broken}")
    if not verification.ok:
        say(f"Move the whole folder {journal.path.parent} to another place and keep it; a new record begins then.")
        return SOME_FAILED
    if verification.count:
        say("Write the digest down somewhere else: “hilum log verify --head DIGEST” tells later whether anything up to")
        say("here was changed, even by somebody who could make the whole record anew.")
    return DONE


def _export(journal: Journal, file: Path, kinds: Collection[EntryKind] | None) -> int:
    refuse_image(file)
    with _progress("Exporting") as context:
        count = journal.export_csv(file, kinds, context)
    say(f"{count:,} {'entry is' if count == 1 else 'entries are'} in {file.name}.")
    return DONE


@contextmanager
def _progress(label: str) -> Iterator[JobContext[Progress]]:
    """A bar while something is done, where a person looks."""
    if not shows_progress():
        yield JobContext()
        return
    from core.cli.progress import ProgressDisplay

    with ProgressDisplay(None, label) as display:
        yield JobContext(report=display.show)
