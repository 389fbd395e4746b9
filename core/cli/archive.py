"""`hilum archive`: the hospital's archives without the window, through the same functions."""

import argparse
import getpass
import json
import sys
from contextlib import ExitStack
from dataclasses import replace

from core.cli.commands import DONE, SOME_FAILED
from core.cli.console import printable, say, shows_progress, write_line
from core.cli.progress import ProgressDisplay
from core.error_wording import describe_error
from core.interchange.archive.find import find_studies
from core.interchange.archive.nodes import (
    DICOM_PORT,
    DICOM_TLS_PORT,
    ArchiveNode,
    ConnectionSettings,
    Protocol,
    Retrieval,
    TlsSettings,
    read_connections,
    write_connections,
)
from core.interchange.archive.probe import probe_node
from core.interchange.archive.queries import FoundStudy, StudyQuery
from core.interchange.archive.queue_worker import QueueEvent, run_queue
from core.interchange.archive.queued_object import QueuedObject, QueueState
from core.interchange.archive.retrieve import retrieve
from core.interchange.archive.send_queue import SendQueue
from core.jobs import JobContext
from core.typed_json import to_plain
from core.worklist.worklist import Worklist

_WAYS = {Protocol.DIMSE: "DICOM", Protocol.DICOMWEB: "DICOMweb"}


def archive(options: argparse.Namespace) -> int:
    """Enter, test, search, retrieve from and send to archives.

    Args:
        options: From `core.cli.arguments`.

    Returns:
        Exit status.

    Raises:
        HilumError: It could not be done; the kind says why.
    """
    actions = {
        "add": _add,
        "own": _own,
        "remove": _remove,
        "test": _test,
        "find": _find,
        "retrieve": _retrieve,
        "send": _send,
        "queue": _queue,
    }
    return actions.get(options.action, _nodes)(options)


def _nodes(options: argparse.Namespace) -> int:
    settings = read_connections()
    if options.json:
        # A password never leaves its file.
        nodes = [to_plain(node, leave_out=("password",)) for node in settings.nodes]
        write_line(json.dumps({"own_ae_title": settings.own_ae_title, "nodes": nodes}, ensure_ascii=False, indent=1))
        return DONE
    for node in settings.nodes:
        ways = "; ".join(_way(node, protocol) for protocol in node.protocols)
        write_line(f"{printable(node.name)}  {ways}")
    if not settings.nodes:
        say("No archive was entered yet: hilum archive add NAME --ae TITLE --host HOST")
    return DONE


def _way(node: ArchiveNode, protocol: Protocol) -> str:
    if protocol is Protocol.DICOMWEB:
        return node.dicomweb_url
    encryption = ", encrypted" if node.tls.is_used else ""
    return f"{node.ae_title} at {node.host}, port {node.port}{encryption}"


def _add(options: argparse.Namespace) -> int:
    settings = read_connections()
    encrypted = TlsSettings(options.tls, options.ca, options.certificate, options.key, not options.any_name)
    node = ArchiveNode(
        options.name,
        options.ae,
        options.host,
        options.port or (DICOM_TLS_PORT if options.tls else DICOM_PORT),
        options.calling,
        encrypted,
        options.web,
        options.user,
        _password() if options.user else "",
        Protocol.DICOMWEB if options.prefer_web else Protocol.DIMSE,
        Retrieval(options.retrieve_by),
        options.commitment,
        float(options.timeout),
    )
    write_connections(settings.with_node(node, options.name if options.replace else ""))
    say(f"Kept. To test it: hilum archive test {printable(node.name)!r}")
    return DONE


def _password() -> str:
    """Ask for it, or take the first line of what is piped in: arguments can be read by others on the computer."""
    if sys.stdin is not None and not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    return getpass.getpass("Password: ")


def _own(options: argparse.Namespace) -> int:
    settings = read_connections()
    chosen = {
        "own_ae_title": options.ae,
        "listen_port": options.port,
        "listen_address": options.address,
        "listen_tls_certificate": options.certificate,
        "listen_tls_key": options.key,
    }
    changes = {name: value for name, value in chosen.items() if value is not None}
    if changes:
        settings = replace(settings, **changes)
        write_connections(settings)
    encryption = "encrypted" if settings.listen_tls_certificate else "not encrypted"
    where = settings.listen_address or "all addresses"
    write_line(f"{settings.own_ae_title} at {where}, port {settings.listen_port}, {encryption}")
    return DONE


def _remove(options: argparse.Namespace) -> int:
    write_connections(read_connections().without_node(options.name))
    say("Removed.")
    return DONE


def _test(options: argparse.Namespace) -> int:
    settings = read_connections()
    outcome = probe_node(settings.node(options.name), settings.own_ae_title)
    for check in outcome.checks:
        way = _WAYS[check.protocol]
        if check.error is not None:
            write_line(f"{way}: {describe_error(check.error).text}")
        else:
            write_line(f"{way}: it answers, and offers {', '.join(check.services)} ({check.seconds:.1f} s)")
    return DONE if outcome.is_reached else SOME_FAILED


def _find(options: argparse.Namespace) -> int:
    settings = read_connections()
    query = StudyQuery(
        options.patient,
        options.id,
        options.accession,
        options.first,
        options.last,
        tuple(options.modality),
        options.study,
        options.limit,
    )
    found = find_studies(settings.node(options.name), query, settings)
    if options.json:
        studies = [_as_json(study) for study in found.studies]
        write_line(json.dumps({"studies": studies, "is_cut": found.is_cut}, ensure_ascii=False, indent=1))
        return DONE
    for study in found.studies:
        write_line(_study_line(study))
    if found.is_cut:
        say(f"There are more than {options.limit}; look for something narrower, or use --limit.")
    elif not found.studies:
        say("Nothing was found.")
    return DONE


def _as_json(study: FoundStudy) -> dict[str, object]:
    days = {
        "birth_date": study.birth_date.isoformat() if study.birth_date else None,
        "study_date": study.study_date.isoformat() if study.study_date else None,
    }
    plain: dict[str, object] = to_plain(study, leave_out=tuple(days))
    return plain | days


def _study_line(study: FoundStudy) -> str:
    day = study.study_date.isoformat() if study.study_date else "no date"
    images = "" if study.image_count is None else f"{study.image_count} images"
    facts = (
        f"{day} {study.study_time}".strip(),
        "/".join(study.modalities),
        images,
        study.patient_id,
        study.patient_name,
        study.description,
        study.study_uid,
    )
    return "  ".join(printable(fact) for fact in facts if fact)


def _retrieve(options: argparse.Namespace) -> int:
    settings = read_connections()
    node = settings.node(options.name)
    with ExitStack() as stack:
        display = stack.enter_context(ProgressDisplay(None, "Retrieving")) if shows_progress() else None
        context = JobContext(display.show) if display is not None else None
        came = retrieve(node, options.study, options.out, settings, context, with_other_objects=options.all)
    for path in came.files:
        write_line(printable(str(path)))
    if came.failed:
        say(f"The archive could not send {came.failed} more.")
    elif not came.files:
        say("The study holds no radiograph.")
    return SOME_FAILED if came.failed else DONE


def _send(options: argparse.Namespace) -> int:
    settings = read_connections()
    node = settings.node(options.name)
    with SendQueue() as queue:
        numbers = queue.add(options.files, node.name, asks_commitment=node.asks_commitment)
        _work(queue, until_idle=True)
        items = [item for number in dict.fromkeys(numbers) if (item := queue.item(number)) is not None]
    for item in items:
        write_line(_queue_line(item))
    is_done = all(item.state in (QueueState.SENT, QueueState.COMMITTED) for item in items)
    if any(item.state is QueueState.WAITING for item in items):
        say("What waits is tried again by the window, or by: hilum archive queue --run")
    return DONE if is_done else SOME_FAILED


def _queue(options: argparse.Namespace) -> int:
    with SendQueue() as queue:
        queue.try_again(options.again)
        queue.remove(options.remove)
        if options.run or options.once:
            _work(queue, until_idle=not options.run)
        items = queue.items()
    if options.json:
        write_line(json.dumps({"objects": [_queue_json(item) for item in items]}, ensure_ascii=False, indent=1))
        return DONE
    for item in items:
        write_line(_queue_line(item))
    if not items:
        say("Nothing is to be sent.")
    return DONE


def _work(queue: SendQueue, *, until_idle: bool) -> None:
    with Worklist() as worklist:
        run_queue(queue, _settings, JobContext(_say_event), until_idle=until_idle, worklist=worklist)


def _settings() -> ConnectionSettings:
    return read_connections()


def _say_event(event: QueueEvent) -> None:
    if event.state is not QueueState.SENDING:
        say(f"{event.number}  {event.state}  {printable(event.node)}  {printable(event.problem)}".rstrip())


def _queue_line(item: QueuedObject) -> str:
    return (
        f"{item.number}  {item.state}  {printable(item.node)}  {item.item.sop_uid}  {printable(item.problem)}".rstrip()
    )


def _queue_json(item: QueuedObject) -> dict[str, object]:
    return {
        "number": item.number,
        "node": item.node,
        "sop_instance_uid": item.item.sop_uid,
        "state": str(item.state),
        "attempts": item.attempts,
        "next_attempt": item.next_attempt.isoformat() if item.state is QueueState.WAITING else None,
        "problem": item.problem,
        "worklist_entry": item.entry,
        "asks_commitment": item.asks_commitment,
        "added": item.added.isoformat(),
        "changed": item.changed.isoformat(),
    }
