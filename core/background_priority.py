"""Letting the window go first: threads and processes that step back where cores or memory are short."""

import contextlib
import os
import sys
import threading
from pathlib import Path

NICENESS = 10

_OUT_OF_MEMORY_SCORE = 500
"""Added to what Linux computes, of 1000: where memory runs out this process ends, not the window that started it."""


def step_back_thread() -> bool:
    """Let other threads go before the one that calls this, and before those that it starts.

    Returns:
        Whether this system knows niceness of single threads; only Linux does.
    """
    if sys.platform != "linux":
        return False
    thread = threading.get_native_id()
    _be_nice(thread)
    # Batch: such a thread never interrupts the window's, also when it has waited long. An idle one is below that
    # already, and has no permission to rise.
    with contextlib.suppress(OSError):
        os.sched_setscheduler(thread, os.SCHED_BATCH, os.sched_param(0))
    return True


def step_back_process() -> None:
    """Let other programs go before this process. Call it first, in the main thread: what is begun later inherits it."""
    if sys.platform == "win32":
        import ctypes

        below_normal_priority_class = 0x4000
        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.SetPriorityClass(ctypes.c_void_p(kernel.GetCurrentProcess()), below_normal_priority_class)
        return
    if not step_back_thread():
        _be_nice(0)
    # Only Linux has it, and a container may forbid it.
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(str(_OUT_OF_MEMORY_SCORE), encoding="ascii")


def _be_nice(process: int) -> None:
    """Niceness of a process or thread, 0 for the own one; what steps back further already (`nice -n 15`) stays so."""
    if os.getpriority(os.PRIO_PROCESS, process) < NICENESS:
        os.setpriority(os.PRIO_PROCESS, process, NICENESS)
