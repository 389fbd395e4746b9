"""Training in a process of its own: a crash or a lack of memory ends that process, never the program.

The supervisor's side. `core.training.worker` is the other one. The process is spawned, not forked: a fork would
copy the window's threads and locks.
"""

import contextlib
import logging
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from multiprocessing.connection import wait
from pathlib import Path
from pickle import UnpicklingError
from types import TracebackType
from typing import IO, Any, assert_never

from core.errors import (
    JobCancelledError,
    RunInUseError,
    TrainingProcessError,
    TrainingProcessKilledError,
    TrainingUnavailableError,
)
from core.jobs import JobContext
from core.language import Worded, mark
from core.training.child_messages import (
    Command,
    EventReported,
    Message,
    WorkBroke,
    WorkFailed,
    WorkFinished,
    WorkStopped,
    unpack_error,
    without_paths,
)
from core.training.control import RunControl
from core.training.durable_files import PARTIAL_SUFFIX
from core.training.events import MicroBatchReduced, TrainingEvent
from core.training.run_folder import RunFolder, open_run
from core.training.run_lock import is_locked
from core.training.worker import Links, serve

_TICK_S = 0.1
"""How often the supervisor looks whether it should cancel or pause."""

CANCEL_GRACE_S = 0.5
"""How long a cancelled process may take to stop by itself; after that it is killed."""

_EXIT_S = 5.0
_LONGEST_OUTPUT = 20_000

_log = logging.getLogger(__name__)


def train_in_child(run: RunFolder, control: RunControl, context: JobContext[TrainingEvent]) -> None:
    """Train a prepared run to its end in a child process, going on where it had stopped.

    Args:
        run: The run; it holds everything needed to go on after whatever happens.
        control: Pauses and continues the training.
        context: Gets the events; cancelling ends the process at once and leaves the run as of its last epoch.

    Raises:
        JobCancelledError: It was asked to stop.
        TrainingUnavailableError: PyTorch is not installed.
        TrainingProcessError: The process died or broke; the run can be resumed.
        HilumError: Whatever the training itself raises.
    """
    require_torch()

    def report(event: TrainingEvent) -> None:
        if isinstance(event, MicroBatchReduced):
            _log.info("Memory was short: parts of %d make a batch of %d", event.micro_batch, event.batch_size)
        context.report(event)

    try:
        run_in_child(_train, (run.path,), control, JobContext(report=report, token=context.token))
    except RunInUseError:
        # What lies in the folder belongs to whoever trains there.
        raise
    except BaseException:
        _remove_partial_files(run.path)
        raise


def require_torch() -> None:
    """Make sure that this installation can train, without importing anything heavy.

    Raises:
        TrainingUnavailableError: It cannot.
    """
    for package in ("torch", "torchvision"):
        if find_spec(package) is None:
            raise TrainingUnavailableError(package)


def _remove_partial_files(folder: Path) -> None:
    """Remove what a killed process was just writing; the whole files are beside it."""
    if not is_locked(folder):
        for partial in list(folder.rglob(f"*{PARTIAL_SUFFIX}")):
            if partial.is_dir():
                shutil.rmtree(partial, ignore_errors=True)
            else:
                with contextlib.suppress(OSError):
                    partial.unlink()


def _train(path: Path, control: RunControl, context: JobContext[TrainingEvent]) -> None:
    """What the child does; torch is imported there and not in the supervisor."""
    from core.training.training_job import run_training

    run_training(open_run(path), control, context)


def run_in_child(
    work: Callable[..., object], arguments: tuple[object, ...], control: RunControl, context: JobContext[Any]
) -> object:
    """Run work in a child process.

    Args:
        work: A function of a module, called there with the arguments, a `RunControl` and a `JobContext`.
        arguments: Values that can be pickled.
        control: Pauses and continues the work.
        context: Gets the work's events, in this thread; cancelling ends the process.

    Returns:
        What the work returned.

    Raises:
        JobCancelledError: It was asked to stop.
        TrainingProcessError: The process died or broke.
        HilumError: Whatever kind the work raised, with the same data.
    """
    context.raise_if_cancelled()
    with _Child(work, arguments) as child:
        return child.supervise(control, context)


class _Child:
    """The process with its connections, from entering to leaving the context. None of it is left afterwards."""

    def __init__(self, work: Callable[..., object], arguments: tuple[object, ...]) -> None:
        spawn = multiprocessing.get_context("spawn")
        self._messages, self._their_messages = spawn.Pipe(duplex=False)
        self._their_commands, self._commands = spawn.Pipe(duplex=False)
        self._output = _unnamed_file()
        links = Links(self._their_commands, self._their_messages, _Handle(self._output.fileno()))
        self._process = spawn.Process(target=serve, args=(links, work, arguments), name="hilum-training")

    def __enter__(self) -> "_Child":
        try:
            self._process.start()
        except OSError as error:
            self._close()
            raise TrainingProcessError(error.strerror or type(error).__name__, "") from error
        except BaseException:
            self._close()
            raise
        # The only open ends on this side are ours: that is how each process notices that the other is gone.
        self._their_messages.close()
        self._their_commands.close()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._end()
        self._close()

    def supervise(self, control: RunControl, context: JobContext[Any]) -> object:
        """Pass on events and commands until the work has an outcome."""
        is_paused = False
        while True:
            context.raise_if_cancelled()
            if control.is_paused is not is_paused:
                is_paused = not is_paused
                self._tell(Command.PAUSE if is_paused else Command.GO_ON)
            if not wait([self._messages], timeout=_TICK_S):
                continue
            message = self._next_message()
            match message:
                case EventReported():
                    context.report(message.event)
                case WorkFinished():
                    return message.result
                case WorkStopped():
                    raise JobCancelledError
                case WorkFailed():
                    raise unpack_error(message)
                case WorkBroke():
                    raise _error_of(message.error_type, message.traceback)
                case _:
                    assert_never(message)

    def _next_message(self) -> Message:
        try:
            message: Message = self._messages.recv()
        except (EOFError, OSError, UnpicklingError):
            # A kill in the middle of a message cuts it short.
            raise self._death() from None
        return message

    def _death(self) -> TrainingProcessError:
        """Why the process is gone, from what the system says about it and what it printed last."""
        self._process.join(_EXIT_S)
        return _error_of(_ending_in_words(self._process.exitcode), self._printed())

    def _printed(self) -> str:
        """What the process printed last."""
        end = self._output.seek(0, os.SEEK_END)
        self._output.seek(max(0, end - _LONGEST_OUTPUT))
        return self._output.read().decode("utf-8", errors="replace")

    def _tell(self, command: Command) -> None:
        # Where nobody is there any more, reading the messages says so.
        with contextlib.suppress(OSError):
            self._commands.send(command)

    def _end(self) -> None:
        """End the process and what it has started, and let the system forget it."""
        try:
            self._tell(Command.CANCEL)
            wait([self._process.sentinel], timeout=CANCEL_GRACE_S)
        finally:
            # Also where an impatient Ctrl-C ends the wait: a process left behind would be waited for at the exit.
            if sys.platform != "win32" and self._process.pid is not None:
                # Not waited for yet, so the number cannot belong to anybody else.
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()
            self._process.join()
            self._process.close()

    def _close(self) -> None:
        for end in (self._messages, self._their_messages, self._commands, self._their_commands, self._output):
            end.close()


class _Handle:
    """An open file on its way into a spawned process."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def __reduce__(self) -> tuple[Any, ...]:
        from multiprocessing import reduction

        if sys.platform == "win32":
            import msvcrt

            append_attributes_synchronise = 0x0004 | 0x0080 | 0x00100000
            handle = reduction.DupHandle(msvcrt.get_osfhandle(self._descriptor), append_attributes_synchronise)
        else:
            handle = reduction.DupFd(self._descriptor)
        return _same, (handle,)


def _same(value: object) -> object:
    return value


def _unnamed_file() -> IO[bytes]:
    """A file that is gone when the last process has closed it, for what the child prints."""
    try:
        return tempfile.TemporaryFile("a+b")
    except OSError:
        # A full disk keeps the last words from being heard, not the training from being tried.
        return open(os.devnull, "a+b")  # noqa: PTH123


def _ending_in_words(exit_code: int | None) -> str:
    if exit_code is None:
        return mark("no answer")
    if exit_code >= 0:
        return Worded.of(mark("exit status {number}"), number=exit_code)
    try:
        return signal.Signals(-exit_code).name
    except ValueError:
        return Worded.of(mark("signal {number}"), number=-exit_code)


_OUT_OF_MEMORY = ("SIGKILL", "MemoryError", "OutOfMemoryError")  # untranslated: names of signals and errors
_OUT_OF_MEMORY_IN_WORDS = (  # What libraries print.
    "can't allocate memory",  # untranslated: compared
    "not enough memory",  # untranslated: compared
    "std::bad_alloc",  # untranslated: compared
)


def _error_of(cause: str, last_words: str) -> TrainingProcessError:
    is_memory = cause in _OUT_OF_MEMORY or any(words in last_words for words in _OUT_OF_MEMORY_IN_WORDS)
    kind = TrainingProcessKilledError if is_memory else TrainingProcessError
    return kind(cause, without_paths(last_words))
