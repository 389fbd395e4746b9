"""The first import of Qt. Nothing else may be in this module: it runs before Qt is there."""

import builtins


def import_qt() -> None:
    """Import PySide6, and keep Python's own import statement.

    PySide6 replaces it by one that looks through the source text of every module imported afterwards, for the sake of
    `from __feature__ import snake_case`, which Hilum does not use. That costs 0.3 ms a module: 40 ms of the window's
    start, half a second of torch's import, and a stall wherever something is imported late; and all that text stays in
    memory.
    """
    plain_import = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain_import
