"""`hilum worklist`: what was opened, received and classified, and how long it stays."""

import argparse
import json
from dataclasses import replace
from datetime import UTC, datetime

from core.cli.commands import DONE, SOME_FAILED
from core.cli.console import printable, say, write_line
from core.cli.outputs import refuse_image
from core.errors import MissingFileError
from core.screening.decision import Decision
from core.site_settings import read_site_settings, write_site_settings
from core.typed_json import to_plain
from core.worklist.csv_export import IDENTIFIERS, export_csv
from core.worklist.entry import EntryState, Origin, WorklistEntry
from core.worklist.query import SortKey, WorklistQuery
from core.worklist.retention import SUBJECT, RetentionSettings, apply_retention, expired_numbers, remove_entries
from core.worklist.worklist import Worklist

_HIDDEN = (*IDENTIFIERS, "failure", "patient_id_issuer")
"""What is not printed unasked; a failure's sentence names the file."""


def worklist(options: argparse.Namespace) -> int:
    """List scans, export or remove them, or say how long they stay.

    Args:
        options: From `core.cli.arguments`.

    Returns:
        Exit status: 0 done, 1 not everything could be removed.

    Raises:
        HilumError: It could not be done; the kind says why.
    """
    path = getattr(options, "worklist", None)
    if path is not None and not path.exists():
        raise MissingFileError(path)
    with Worklist(path) as opened:
        match options.action:
            case "export":
                return _export(opened, options)
            case "remove":
                return _remove(opened, options)
            case "retention":
                return _retention(opened, options)
            case _:
                return _list(opened, options)


def _query(options: argparse.Namespace) -> WorklistQuery:
    return WorklistQuery(
        text=options.search,
        decisions=tuple(map(Decision, options.decision)),
        states=tuple(map(EntryState, options.state)),
        origins=tuple(map(Origin, options.origin)),
        modality=options.modality,
        first_date=options.first_date,
        last_date=options.last_date,
        sort=SortKey(options.sort),
        descending=not options.ascending,
    )


def _list(opened: Worklist, options: argparse.Namespace) -> int:
    numbers = opened.numbers(_query(options))
    entries = opened.entries(numbers[: options.limit])
    if options.json:
        hidden = () if options.identity else _HIDDEN
        rows = [to_plain(entry, leave_out=hidden) for entry in entries]
        write_line(json.dumps({"entries": rows}, indent=1, ensure_ascii=False, default=str))
        return DONE
    for entry in entries:
        write_line(printable(_line(entry, with_identity=options.identity)))
    if not numbers:
        say("No such scan is on the worklist.")
    elif len(entries) < len(numbers):
        say(f"{len(entries):,} of {len(numbers):,} scans; --limit shows more, “hilum worklist export” writes them all.")
    return DONE


def _line(entry: WorklistEntry, *, with_identity: bool) -> str:
    answer = entry.decision.value if entry.decision is not None else entry.state.value
    probability = "" if entry.probability is None else f"{entry.probability:.1%}"
    added = f"{entry.added.astimezone():%Y-%m-%d %H:%M}"
    line = (
        f"{entry.number:>7}  {added}  {entry.modality:<3} {entry.view:<8} {answer:<13} {probability:>6}  {entry.model}"
    )
    if not with_identity:
        return line.rstrip()
    return f"{line:<75}  {entry.patient_name or '-'}  {entry.patient_id or '-'}  {entry.path}"


def _export(opened: Worklist, options: argparse.Namespace) -> int:
    refuse_image(options.file)
    count = export_csv(opened, opened.numbers(_query(options)), options.file, with_identity=options.identity)
    say(f"{count:,} {'scan is' if count == 1 else 'scans are'} in {options.file.name}.")
    return DONE


def _remove(opened: Worklist, options: argparse.Namespace) -> int:
    removal = remove_entries(opened, options.numbers, deletes_owned_files=options.delete_received_files)
    say(f"{removal.entries:,} taken off the worklist, {removal.files_deleted:,} received files deleted.")
    if removal.files_left:
        say(f"{removal.files_left:,} received files are still on the disk.")
    return DONE if removal.entries == len(set(options.numbers)) else SOME_FAILED


def _retention(opened: Worklist, options: argparse.Namespace) -> int:
    settings = read_site_settings(SUBJECT, RetentionSettings)
    chosen = settings
    if options.keep_days is not None:
        chosen = replace(chosen, keep_days=options.keep_days)
    if options.most is not None:
        chosen = replace(chosen, most_entries=options.most)
    if options.delete_received_files is not None:
        chosen = replace(chosen, deletes_owned_files=options.delete_received_files == "yes")
    if chosen != settings:
        write_site_settings(SUBJECT, chosen)
    write_line(describe_retention(chosen))
    now = datetime.now(UTC)
    if not options.apply:
        expired = len(expired_numbers(opened, chosen, now))
        write_line(f"{expired:,} {'scan' if expired == 1 else 'scans'} would go now; --apply removes them.")
        return DONE
    removal = apply_retention(opened, chosen, now)
    write_line(f"{removal.entries:,} taken off the worklist, {removal.files_deleted:,} received files deleted.")
    return DONE


def describe_retention(settings: RetentionSettings) -> str:
    """What a site chose, in one line."""
    if not settings.removes_anything:
        return "Scans stay on the worklist for ever."
    limits = []
    if settings.keep_days:
        limits.append(f"for {settings.keep_days} {'day' if settings.keep_days == 1 else 'days'}")
    if settings.most_entries:
        limits.append(f"while they are among the newest {settings.most_entries:,}")
    files = "are deleted with them" if settings.deletes_owned_files else "stay on the disk"
    return f"Scans stay on the worklist {' and '.join(limits)}; received files {files}."
