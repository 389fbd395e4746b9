"""Python's own import statement survives the import of Qt."""

import subprocess
import sys

_SCRIPT = """
import builtins, linecache
plain = builtins.__import__
from desktop_app.qt_import import import_qt
import_qt()
assert builtins.__import__ is plain
read_before = set(linecache.cache)
import desktop_app.application
assert builtins.__import__ is plain
print(len(set(linecache.cache) - read_before))
"""


def test_modules_are_imported_without_reading_their_source() -> None:
    done = subprocess.run([sys.executable, "-c", _SCRIPT], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
