"""The process that trains, seen from inside: started by `core.training.child`, ended by it or with it."""

import contextlib
import faulthandler
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from typing import Any, TextIO

from core.background_priority import step_back_process
from core.errors import HilumError, JobCancelledError
from core.jobs import CancellationToken, JobContext
from core.training.child_messages import (
    Command,
    EventReported,
    Message,
    WorkBroke,
    WorkFinished,
    WorkStopped,
    pack_error,
)
from core.training.control import RunControl

ORPHAN_GRACE_S = 0.8
"""How long the work may go on, to stop by itself, once nobody supervises it."""


@dataclass(frozen=True)
class Links:
    """What connects the process with its supervisor.

    Attributes:
        commands: Gives `Command`; its end is the supervisor's end.
        messages: Takes `Message`.
        output: Where anything printed goes; from `multiprocessing.reduction`, `detach()` gives the handle.
    """

    commands: "Connection[Any, Any]"
    messages: "Connection[Any, Any]"
    output: Any


def serve(links: Links, work: Callable[..., object], arguments: tuple[object, ...]) -> None:
    """Do the work, tell what happens, and end the process. The target of the new process.

    Args:
        links: Ways to and from the supervisor.
        work: Called with the arguments, a `RunControl` and a `JobContext`.
        arguments: Its first arguments.
    """
    _leave_the_terminal(links.output)
    step_back_process()
    token, control = CancellationToken(), RunControl()
    threading.Thread(target=_obey, args=(links.commands, token, control), name="commands", daemon=True).start()
    lock = threading.Lock()

    def report(event: object) -> None:
        try:
            _send(links.messages, lock, EventReported(event))
        except OSError:
            # Nobody listens any more: there is nothing to work for.
            token.cancel()
            raise JobCancelledError from None

    with contextlib.suppress(OSError):
        _send(links.messages, lock, _outcome(work, arguments, control, JobContext(report=report, token=token)))
    links.messages.close()
    # Whatever libraries do at the interpreter's end takes time and can fail; the work is done and told.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def _outcome(
    work: Callable[..., object], arguments: tuple[object, ...], control: RunControl, context: JobContext[Any]
) -> Message:
    try:
        return WorkFinished(work(*arguments, control, context))
    except JobCancelledError:
        return WorkStopped()
    except HilumError as error:
        return pack_error(error)
    except BaseException as error:  # noqa: BLE001  # what ends a process must be told by the process, or is lost
        return WorkBroke(type(error).__name__, traceback.format_exc())


def _send(messages: "Connection[Any, Any]", lock: threading.Lock, message: Message) -> None:
    """Send a message whole. What cannot be pickled fails here, as a defect, and not half-sent."""
    packed = bytes(ForkingPickler.dumps(message))
    with lock:
        messages.send_bytes(packed)


def _obey(commands: "Connection[Any, Any]", token: CancellationToken, control: RunControl) -> None:
    """Pass on what the supervisor says; without a supervisor, end."""
    while True:
        try:
            command = commands.recv()
        except (EOFError, OSError):
            break
        match command:
            case Command.PAUSE:
                control.pause()
            case Command.GO_ON:
                control.go_on()
            case _:
                token.cancel()
    token.cancel()
    time.sleep(ORPHAN_GRACE_S)
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _leave_the_terminal(output: Any) -> None:
    """Become the first of a group of processes, deaf to Ctrl-C, with everything printed going to the supervisor."""
    handle = output.detach()
    if sys.platform == "win32":
        import msvcrt

        handle = msvcrt.open_osfhandle(handle, os.O_APPEND | os.O_TEXT)
    else:
        # Data workers and whatever else is started from here end together with this process.
        os.setsid()
    for descriptor in (1, 2):
        os.dup2(handle, descriptor)
    # A program without a console has no streams at all, or (`packaging/frozen_entry.py`) such as lead nowhere.
    if not _leads_to(sys.stdout, 1):
        sys.stdout = open(1, "w", encoding="utf-8", buffering=1, errors="backslashreplace", closefd=False)  # noqa: SIM115
    if not _leads_to(sys.stderr, 2):
        sys.stderr = open(2, "w", encoding="utf-8", buffering=1, errors="backslashreplace", closefd=False)  # noqa: SIM115
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    faulthandler.enable()


def _leads_to(stream: TextIO | None, descriptor: int) -> bool:
    try:
        return stream is not None and stream.fileno() == descriptor
    except (OSError, ValueError):
        return False
