r"""Keep the translation files in step with the source, and find strings that no translation can reach.

    .venv/bin/python packaging/translations.py update            rewrite resources/translations/*.ts
    .venv/bin/python packaging/translations.py check [PATH...]   list visible strings outside of `tr` and its kin

`update` keeps every translation whose English string is still there, adds new strings as unfinished and drops those
that are gone. The files are Qt's (TS 2.1), so that Qt Linguist edits them: PySide6 brings it as `pyside6-linguist`.
Extraction is our own because Qt's `lupdate` does not read f-strings, plurals as a pair, or `mark`.
"""

import argparse
import ast
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
CONTEXT = "Hilum"
EXEMPTION = "# untranslated:"
"""At the end of a line: its strings are not for people, with the reason after it."""
MODULE_EXEMPTION = "# untranslated module:"
"""Alone on a line: nothing in this module is for people, with the reason after it."""

_CALLS = {"tr", "mark", "tr_count", "mark_count"}
# What takes strings that nobody sees.
_UNSEEN_CALLS = {
    "setObjectName", "setProperty", "property", "getLogger", "debug", "info", "warning", "error", "critical",
    "exception", "isinstance", "getattr", "hasattr", "setattr", "setStyleSheet", "strftime", "strptime", "fromstring",
    "encode", "decode", "TypeVar", "execute", "executescript", "findChild", "findChildren", "compile", "import_module",
    "connect", "sub", "fullmatch", "match", "search", "removeprefix", "removesuffix", "startswith", "endswith",
    "NewType", "files", "NamedTuple", "namedtuple", "fromTheme", "QUrl", "QIcon", "QPixmap",
}  # fmt: skip
# Qt words them itself, where they are shown.
_KEYS = re.compile(r"((Ctrl|Shift|Alt)\+)+.+")
_WORDS = re.compile(r"[^\W\d_]{2,}[ ,.:;]+[^\W\d_]{2,}|^&?[A-Z][a-z]{2,}|[a-z]&[a-z]|[^\W\d_]{3,}[.:?!\u2026]$")


@dataclass
class Message:
    """A string to translate.

    Attributes:
        source: In English; of a plural the form for many.
        meaning: What sets it apart from the same word in another sense.
        one: The form for a count of 1; empty where it is no plural.
        files: Where it stands.
    """

    source: str
    meaning: str = ""
    one: str = ""
    files: list[str] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str, bool]:
        """What tells messages apart."""
        return self.source, self.meaning, bool(self.one)


def source_files(paths: Sequence[Path] = ()) -> list[Path]:
    """Find the modules whose strings may be visible, all of the program's by default."""
    roots = paths or [ROOT / "core", ROOT / "desktop_app"]
    return sorted(file for root in roots for file in (root.rglob("*.py") if root.is_dir() else [root]))


def extract(paths: Sequence[Path] = ()) -> list[Message]:
    """Find every marked string, in the order of the files.

    Raises:
        ValueError: `tr` is called with what is neither a literal nor a constant's name, or while a module is imported.
    """
    found: dict[tuple[str, str, bool], Message] = {}
    for path in source_files(paths):
        name = path.relative_to(ROOT).as_posix()
        for message in _messages(ast.parse(path.read_text(encoding="utf-8")), name):
            kept = found.setdefault(message.key, message)
            if name not in kept.files:
                kept.files.append(name)
    return list(found.values())


def _messages(tree: ast.Module, name: str) -> Iterator[Message]:
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CALLS):
            continue
        literals = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
        texts = [value for value in literals if isinstance(value, str)]
        if node.func.id in ("tr_count", "mark_count"):
            if len(texts) != 2:
                raise ValueError(f"{name}:{node.lineno}: {node.func.id} takes two literals")
            yield Message(texts[1], one=texts[0], files=[name])
        elif texts and len(texts) < len(node.args):
            raise ValueError(f"{name}:{node.lineno}: the string and its meaning are literals, or neither is")
        elif texts:
            yield Message(texts[0], texts[1] if len(texts) > 1 else "", files=[name])
        elif any(isinstance(argument, ast.JoinedStr) for argument in node.args):
            raise ValueError(f"{name}:{node.lineno}: an f-string cannot be translated; fill it in with format()")


def early_calls(paths: Sequence[Path] = ()) -> list[str]:
    """Find calls of `tr` that run while a module is imported, before a language is chosen."""
    early: list[str] = []
    for path in source_files(paths):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        late = {
            id(inner)
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            for part in (node.body if isinstance(node.body, list) else [node.body])
            for inner in ast.walk(part)
        }
        early.extend(
            f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("tr", "tr_count")
            and id(node) not in late
        )
    return early


def bypassing(paths: Sequence[Path] = ()) -> list[str]:
    """Find strings that read like words and are neither translated nor exempt: `file:line: text`."""
    return [line for path in source_files(paths) for line in _bypassing_in(path)]


def _bypassing_in(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    if any(line.strip().startswith(MODULE_EXEMPTION) for line in lines):
        return
    tree = ast.parse(text)
    unseen = _unseen(tree)
    for node in ast.walk(tree):
        if id(node) in unseen:
            continue
        words = _words_of(node)
        # The exemption may stand at the end of any line of a string that goes over several.
        last = getattr(node, "end_lineno", 0) or 0
        if words and not any(EXEMPTION in line for line in lines[getattr(node, "lineno", 1) - 1 : last]):
            yield f"{path.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 0)}: {words}"


def _words_of(node: ast.AST) -> str:
    """What a literal says, empty where it says nothing to a reader."""
    if isinstance(node, ast.JoinedStr):
        parts = (
            part.value if isinstance(part, ast.Constant) else "\N{OBJECT REPLACEMENT CHARACTER}" for part in node.values
        )
        text = "".join(str(part) for part in parts)
        return text if re.search(r"[^\W\d_]{2,}", text) else ""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and _WORDS.search(node.value):
        return "" if _KEYS.fullmatch(node.value) else node.value
    return ""


def _unseen(tree: ast.Module) -> set[int]:  # noqa: C901 -- one case per kind of syntax
    """The literals of a module that nobody sees, or that are translated, by their identity."""
    hidden: set[int] = set()

    def hide(node: ast.AST | None) -> None:
        if node is not None:
            hidden.update(id(inner) for inner in ast.walk(node))

    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                hide(node)
            case ast.Call(func=ast.Name(id=name)) if name in _CALLS:
                hide(node)
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in _UNSEEN_CALLS:
                for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
                    hide(argument)
            case ast.Raise() | ast.Compare() | ast.Assert() | ast.MatchValue():
                hide(node)
            case ast.Subscript(slice=key):
                hide(key)
            case ast.Dict(keys=names):
                for name_or_none in names:
                    hide(name_or_none)
            case ast.AnnAssign(annotation=annotation):
                hide(annotation)
            case ast.arg(annotation=annotation):
                hide(annotation)
            case ast.FunctionDef(returns=returns):
                hide(returns)
            case ast.JoinedStr(values=parts):
                hidden.update(id(part) for part in parts if isinstance(part, ast.Constant))
                for part in parts:
                    if isinstance(part, ast.FormattedValue) and part.format_spec is not None:
                        hide(part.format_spec)
            case ast.Assign(targets=[ast.Name(id=name)]) if name in ("__all__", "__slots__"):
                hide(node)
            case _:
                pass
    return hidden


def update(language: str) -> tuple[int, int]:
    """Rewrite a language's file.

    Returns:
        How many strings it has, and how many of them are not translated yet.
    """
    path = TRANSLATIONS / f"hilum_{language}.ts"
    messages = extract()
    kept = _kept_translations(path)
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    missing = 0
    for message in messages:
        element = ET.SubElement(context, "message")
        if message.one:
            element.set("numerus", "yes")
        for name in message.files:
            ET.SubElement(element, "location", filename=f"../../{name}")
        ET.SubElement(element, "source").text = message.source
        if message.meaning:
            ET.SubElement(element, "comment").text = message.meaning
        translation = ET.SubElement(element, "translation")
        forms = kept.get(message.key, ())
        if not forms or not all(forms):
            missing += 1
            translation.set("type", "unfinished")
        if message.one:
            for form in forms or ("",):
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0] if forms else ""
    ET.indent(root, "    ")
    text = ET.tostring(root, encoding="unicode")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")
    return len(messages), missing


def _kept_translations(path: Path) -> dict[tuple[str, str, bool], tuple[str, ...]]:
    if not path.is_file():
        return {}
    kept: dict[tuple[str, str, bool], tuple[str, ...]] = {}
    for element in ET.parse(path).getroot().iter("message"):  # noqa: S314 -- the project's own file
        translation = element.find("translation")
        if translation is None:
            continue
        is_plural = element.get("numerus") == "yes"
        forms = tuple(form.text or "" for form in translation.iter("numerusform")) if is_plural else ()
        key = element.findtext("source", ""), element.findtext("comment", ""), is_plural
        kept[key] = forms if is_plural else (translation.text or "",)
    return kept


def main() -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description="Keep the translation files in step with the source.")
    parser.add_argument("task", choices=("update", "check"))
    parser.add_argument("paths", nargs="*", type=Path, help="modules or folders to check; all by default")
    options = parser.parse_args()
    if options.task == "update":
        for language in sorted(file.stem.removeprefix("hilum_") for file in TRANSLATIONS.glob("hilum_*.ts")):
            count, missing = update(language)
            sys.stdout.write(f"{language}: {count} strings, {missing} not translated\n")
        return 0
    paths = [path.resolve() for path in options.paths]
    problems = [*bypassing(paths), *(f"{place}: tr at import" for place in early_calls(paths))]
    sys.stdout.write("".join(f"{problem}\n" for problem in problems))
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
