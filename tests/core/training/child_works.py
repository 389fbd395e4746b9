"""What the tests run in child processes: small, without torch. Imported by name in the child."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from core.errors import ImagesChangedError, OversizedImageError
from core.jobs import JobContext, Progress
from core.training.control import RunControl

Context = JobContext[Any]


def count(total: int, control: RunControl, context: Context) -> int:
    for number in range(total):
        context.report(Progress(number + 1, total))
    return total


def tell_about_itself(control: RunControl, context: Context) -> dict[str, Any]:
    sys.stdout.write("printed by the work\n")
    return {
        "nice": os.getpriority(os.PRIO_PROCESS, 0),
        "policy": os.sched_getscheduler(0),
        "leads": os.getpgrp() == os.getpid(),
        "qt": any(name.startswith("PySide6") for name in sys.modules),
        "torch": "torch" in sys.modules,
    }


def exit_at_once(status: int, control: RunControl, context: Context) -> None:
    sys.stderr.write("opening '/clinic/Miller^Anna/first scan.dcm'\nlast words\n")
    sys.stderr.flush()
    os._exit(status)


def kill_itself(number: int, control: RunControl, context: Context) -> None:
    context.report("begun")
    os.kill(os.getpid(), number)
    time.sleep(30)


def raise_known(path: str, control: RunControl, context: Context) -> None:
    raise OversizedImageError(Path(path), 65535, 70000, 200)


def raise_known_with_detail(path: str, control: RunControl, context: Context) -> None:
    try:
        raise ValueError("not known")
    except ValueError as error:
        raise ImagesChangedError(Path(path), "hash differs") from error


def raise_unknown(control: RunControl, context: Context) -> None:
    raise ZeroDivisionError("by '/clinic/Miller^Anna/first scan.dcm'")


def run_out_of_memory(control: RunControl, context: Context) -> None:
    raise MemoryError


def report_what_cannot_travel(control: RunControl, context: Context) -> None:
    context.report(lambda: None)


def sleep_deaf(control: RunControl, context: Context) -> None:
    """Never looks whether it should stop, as in a long step of a network."""
    context.report(os.getpid())
    time.sleep(60)


def sleep_with_helpers(control: RunControl, context: Context) -> None:
    helper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    context.report((os.getpid(), helper.pid))
    time.sleep(60)


def stop_when_asked(folder: str, control: RunControl, context: Context) -> None:
    context.report("begun")
    try:
        while True:
            context.raise_if_cancelled()
            time.sleep(0.01)
    finally:
        (Path(folder) / "tidied").touch()


def tick(control: RunControl, context: Context) -> None:
    number = 0
    while True:
        context.raise_if_cancelled()
        control.wait_while_paused(context.token)
        context.report(number)
        number += 1
        time.sleep(0.02)


def supervise_deaf_sleeper(path: str) -> None:
    """The main work of a supervisor that a test kills; writes the child's number to a file."""
    from core.training.child import run_in_child

    def note(event: object) -> None:
        Path(path).write_text(str(event), encoding="ascii")

    run_in_child(sleep_deaf, (), RunControl(), JobContext(report=note))
