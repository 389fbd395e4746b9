"""The log once more, line by line: only what is in the log's private form, and of that only what the program says.

The log is private already. What is handed to others is held against a list of what may pass, and not against a list of
what may not: a line in no known form is dropped, and so is the text of messages that other libraries or the system
wrote, or that name other computers.
"""

# untranslated module: diagnostics are for developers

import re
from collections.abc import Iterable, Iterator

from core.private_text import without_paths

_ENTRY = re.compile(
    r"(?P<head>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} (?:DEBUG|INFO|WARNING|ERROR|CRITICAL))"
    r" (?P<logger>[A-Za-z_][\w.]{0,80}): (?P<message>.*)",
    re.ASCII,
)
_PLACE = re.compile(r"  [\w<>-]{1,80}\.py:\d{1,7} in [\w<>]{1,120}", re.ASCII)
EXCEPTION_KIND = re.compile(
    r"  [A-Za-z_]\w{0,80}(Error|Exception|ExceptionGroup|Interrupt|StopIteration|SystemExit|Warning)", re.ASCII
)
"""An exception's class at the end of its places. Any word in this place could be the second line of a message."""
_TOKEN = re.compile(r"<path ([0-9a-f]{8})>")
_QT_FUNCTION = re.compile(r"Q[A-Za-z]+(?:::[A-Za-z_]+)+", re.ASCII)
_LOGGERS = frozenset(
    {"core", "desktop_app", "qt", "root", "pydicom", "pynetdicom", "highdicom", "dicomweb_client", "PIL", "openvino"}
    | {"torch", "urllib3", "asyncio", "py"}
)
_SPEAKS = ("core.training.", "core.worklist.", "core.model.", "desktop_app.jobs")
"""Loggers whose messages are the program's own sentences about counts and kinds of errors. The rest of the program
speaks of other computers too (`core.interchange`)."""
_UNCAUGHT = re.compile(r"Uncaught \w{1,80}(?: in a thread)?", re.ASCII)
WITHHELD = "(text not included)"


class PathNumbers:
    """Gives every path a number: what stands for it in the log follows from the path, and could be guessed."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def replaced(self, text: str) -> str:
        """The text with numbers in place of what stands for paths."""
        return _TOKEN.sub(lambda found: f"<path {self._number(found.group(1))}>", text)

    def _number(self, token: str) -> int:
        return self._numbers.setdefault(token, len(self._numbers) + 1)


def lines_to_share(lines: Iterable[str], numbers: PathNumbers) -> Iterator[str]:
    """The lines of a log that may be handed to others.

    Args:
        lines: Of a log, without line ends.
        numbers: Of the paths, the same for every log.
    """
    goes_on = False
    for line in lines:
        entry = _ENTRY.fullmatch(line)
        if entry is not None:
            message = _message(entry["logger"], entry["message"])
            goes_on = not message.endswith(WITHHELD)
            is_known = entry["logger"].partition(".")[0] in _LOGGERS
            yield f"{entry['head']} {entry['logger'] if is_known else 'other'}: {numbers.replaced(message)}"
            continue
        # What follows on a message that was withheld, or on a line in no form, can be more of the same.
        goes_on = goes_on and bool(_PLACE.fullmatch(line) or EXCEPTION_KIND.fullmatch(line))
        if goes_on:
            yield line


def _message(logger: str, message: str) -> str:
    """What a message may say, by who says it."""
    if message != without_paths(message):
        return WITHHELD  # The log's own form has no paths: this is not what the program wrote.
    if logger == "desktop_app":
        return message if _UNCAUGHT.fullmatch(message) else WITHHELD
    if logger.startswith("qt."):
        function = _QT_FUNCTION.match(message)
        return f"{function.group()} {WITHHELD}" if function is not None else WITHHELD
    return message if f"{logger}.".startswith(_SPEAKS) else WITHHELD
