"""The operating system's own lock on an open file: it ends with the process that holds it, however that ends.

So there is no stale lock after a crash or a kill, and nobody is taken for alive because its process's number was given
to another.
"""

import contextlib
import errno
import sys
from typing import BinaryIO

_HELD = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK})
"""What the system says where another process holds the lock; anything else is no lock that could end."""
_FAR_BYTE = 1 << 20
"""Windows locks bytes, and others cannot read them: one far behind the text is taken."""

if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        file.seek(_FAR_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(file: BinaryIO) -> None:
        file.seek(_FAR_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)


def try_lock(file: BinaryIO) -> bool:
    """Take the lock of an open file, if nobody has it.

    Returns:
        Whether it is held now.

    Raises:
        OSError: The file system has no locks.
    """
    try:
        _lock(file)
    except OSError as error:
        if error.errno not in _HELD:
            raise
        return False
    return True


def unlock(file: BinaryIO) -> None:
    """Give the lock of an open file back."""
    with contextlib.suppress(OSError):
        _unlock(file)
