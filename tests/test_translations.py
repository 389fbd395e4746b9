"""The translation files against the source, and the script that keeps them in step."""

import importlib.util
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

from core.language import LANGUAGES, SOURCE_LANGUAGE, read_translations

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "resources" / "translations").glob("hilum_*.ts"))
# A letter with & before it is underlined and reached with Alt; && is a sign, and &name; one of HTML.
MNEMONIC = re.compile(r"&(?![&\s]|\w+;)")
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
LRELEASE = shutil.which("pyside6-lrelease", path=Path(sys.executable).parent) or shutil.which("pyside6-lrelease")


def load_script() -> ModuleType:
    """The script as a module: its folder is no package, as it would hide PyPI's `packaging`."""
    spec = importlib.util.spec_from_file_location("hilum_translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


script = load_script()
Key = tuple[str, str, bool]


@dataclass(frozen=True)
class Entry:
    """A message of a .ts file: its key in the source, its translations and their state."""

    key: Key
    forms: tuple[str, ...]
    state: str

    @property
    def pairs(self) -> list[tuple[str, str]]:
        return [(self.key[0], form) for form in self.forms]


def entries_of(path: Path) -> list[Entry]:
    entries = []
    for element in ET.parse(path).getroot().iter("message"):  # noqa: S314 -- the project's own file
        translation = element.find("translation")
        assert translation is not None, element.findtext("source")
        is_plural = element.get("numerus") == "yes"
        forms = [form.text or "" for form in translation.iter("numerusform")] if is_plural else [translation.text or ""]
        key = element.findtext("source", ""), element.findtext("comment", ""), is_plural
        entries.append(Entry(key, tuple(forms), translation.get("type", "")))
    return entries


def fields_in(text: str) -> set[str]:
    """Fields in braces, with their forms: `name`, `count:d`."""
    return {f"{name}{part}" for _, name, part, _ in Formatter().parse(text) if name is not None}


def without_doubled(text: str) -> str:
    return text.replace("&&", "")


def differing(path: Path, aspect: object) -> list[str]:
    """Translations in which an aspect of a text is not as in the source."""
    assert callable(aspect)
    pairs = [pair for entry in entries_of(path) for pair in entry.pairs if pair[1]]
    return [f"{source!r} -> {text!r}" for source, text in pairs if aspect(source) != aspect(text)]


every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def test_every_language_of_the_program_has_its_file() -> None:
    assert {path.stem.removeprefix("hilum_") for path in FILES} == set(LANGUAGES) - {SOURCE_LANGUAGE}


@every_file
def test_every_string_of_the_source_is_translated(path: Path) -> None:
    finished = {entry.key for entry in entries_of(path) if all(entry.forms) and not entry.state}
    assert [message.key for message in script.extract() if message.key not in finished] == []


@every_file
def test_a_file_has_the_strings_of_the_source_once_and_no_others(path: Path) -> None:
    in_source = Counter(message.key for message in script.extract())
    assert Counter(entry.key for entry in entries_of(path)) == in_source
    assert [entry.key for entry in entries_of(path) if entry.state in ("vanished", "obsolete")] == []


@every_file
def test_translations_are_filled_in_as_their_sources(path: Path) -> None:
    assert differing(path, fields_in) == []


@every_file
def test_translations_begin_and_end_with_the_spaces_of_their_sources(path: Path) -> None:
    ends = re.compile(r"^(\s*).*?(\s*)$", re.DOTALL)
    assert differing(path, lambda text: ends.fullmatch(text).groups()) == []  # type: ignore[union-attr]
    assert differing(path, lambda text: text.count("\n")) == []


@every_file
def test_translations_have_a_mnemonic_where_their_sources_have_one(path: Path) -> None:
    assert differing(path, lambda text: len(MNEMONIC.findall(without_doubled(text)))) == []
    assert differing(path, lambda text: text.count("&&")) == []


@every_file
def test_translations_keep_what_is_no_language(path: Path) -> None:
    assert differing(path, lambda text: Counter(re.findall(r"</?\w+[^>]*>", text))) == []  # HTML
    assert differing(path, lambda text: re.findall(r"\([^()]*\*[^()]*\)", text)) == []  # what file dialogs show
    # A dialog follows; where a text has two, they stand for what is left out.
    assert differing(path, lambda text: text.count(ELLIPSIS) == 1 and text.endswith(ELLIPSIS)) == []


@every_file
def test_the_program_reads_every_translation(path: Path) -> None:
    read = read_translations(path)
    entries = [entry for entry in entries_of(path) if not entry.state]
    assert [entry for entry in entries if entry.key[2] and read.plurals[entry.key[0]] != entry.forms] == []
    assert [e for e in entries if not e.key[2] and read.text(*e.key[:2]) != (e.forms[0] or e.key[0])] == []


@every_file
def test_qt_reads_the_file_without_a_complaint(path: Path, tmp_path: Path) -> None:
    if LRELEASE is None:
        pytest.skip("pyside6-lrelease is not installed")
    compiled = tmp_path / "hilum.qm"
    command = [LRELEASE, str(path), "-qm", str(compiled)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert not re.search(r"warning|error|ignored|dropp|removed", said, re.IGNORECASE), said
    assert compiled.stat().st_size > 0


def program_parts() -> list[Path]:
    """Everything that a person sees; the command line speaks English."""
    parts = [part for part in (ROOT / "core").iterdir() if part.name not in ("cli", "__pycache__")]
    return [*parts, ROOT / "desktop_app"]


def test_no_visible_string_bypasses_translation() -> None:
    assert script.bypassing(program_parts()) == []


def test_nothing_is_translated_before_a_language_is_chosen() -> None:
    assert script.early_calls(program_parts()) == []


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of one module, for the script."""
    for folder in ("core", "desktop_app", "translations"):
        (tmp_path / folder).mkdir()
    monkeypatch.setattr(script, "ROOT", tmp_path)
    monkeypatch.setattr(script, "TRANSLATIONS", tmp_path / "translations")
    return tmp_path


def write(program: Path, text: str, name: str = "core/words.py") -> None:
    (program / name).write_text(text, encoding="utf-8")


def translated(program: Path) -> dict[str, Entry]:
    return {entry.key[0]: entry for entry in entries_of(program / "translations" / "hilum_tr.ts")}


def translate(program: Path, element: str, text: str) -> None:
    """What a translator does in Qt Linguist."""
    path = program / "translations" / "hilum_tr.ts"
    tree = ET.parse(path)  # noqa: S314 -- of this test
    message = next(item for item in tree.iter("message") if item.findtext("source") == element)
    translation = message.find("translation")
    assert translation is not None
    translation.attrib.pop("type", None)
    target = translation.find("numerusform")
    (translation if target is None else target).text = text
    tree.write(path, encoding="utf-8")


def test_new_strings_are_added_as_unfinished(program: Path) -> None:
    write(program, 'def words():\n    return tr("Open"), tr("Save & close")\n')
    assert script.update("tr") == (2, 2)
    entries = translated(program)
    assert set(entries) == {"Open", "Save & close"}
    assert {(entry.state, entry.forms) for entry in entries.values()} == {("unfinished", ("",))}


def test_translations_are_kept_and_those_of_strings_that_are_gone_dropped(program: Path) -> None:
    write(program, 'A = mark("Open")\nB = mark("Close")\n')
    script.update("tr")
    translate(program, "Open", "Aç")
    translate(program, "Close", "Kapat")

    write(program, 'A = mark("Open")\nC = mark("Send…")\n')
    assert script.update("tr") == (2, 1)

    entries = translated(program)
    assert set(entries) == {"Open", "Send…"}
    assert (entries["Open"].forms, entries["Open"].state) == (("Aç",), "")
    assert entries["Send…"].state == "unfinished"


def test_updating_again_changes_nothing(program: Path) -> None:
    write(program, 'def words(n):\n    return tr("A < B"), tr_count("{count} scan", "{count} scans", n)\n')
    script.update("tr")
    translate(program, "A < B", "A < B, çünkü ığüş")
    translate(program, "{count} scans", "{count} görüntü")
    script.update("tr")
    first = (program / "translations" / "hilum_tr.ts").read_bytes()
    assert script.update("tr") == (2, 0)
    assert (program / "translations" / "hilum_tr.ts").read_bytes() == first
    assert translated(program)["A < B"].forms == ("A < B, çünkü ığüş",)


def test_one_word_in_two_senses_has_two_translations(program: Path) -> None:
    write(program, 'def words():\n    return tr("Open"), tr("Open", "state of a run"), tr("Open")\n')
    assert script.update("tr") == (2, 2)
    keys = {entry.key for entry in entries_of(program / "translations" / "hilum_tr.ts")}
    assert keys == {("Open", "", False), ("Open", "state of a run", False)}


def test_a_string_of_two_modules_stands_once_with_both_places(program: Path) -> None:
    write(program, 'A = mark("Open")\n')
    write(program, 'A = mark("Open")\n', "desktop_app/window.py")
    assert script.update("tr") == (1, 1)
    text = (program / "translations" / "hilum_tr.ts").read_text(encoding="utf-8")
    assert 'filename="../../core/words.py"' in text
    assert 'filename="../../desktop_app/window.py"' in text


def test_counts_are_found_with_both_forms(program: Path) -> None:
    write(program, 'SCANS = mark_count("{count} scan", "{count} scans")\n')
    (message,) = script.extract()
    assert (message.source, message.one, message.key) == ("{count} scans", "{count} scan", ("{count} scans", "", True))
    script.update("tr")
    assert translated(program)["{count} scans"].forms == ("",)


@pytest.mark.parametrize(
    "call",
    [
        'tr(f"{name} is empty.")',
        'tr("Open", MEANING)',
        'tr_count("{count} scan", many, count)',
        "tr_count(one, many, count)",
    ],
)
def test_what_no_translator_could_see_is_an_error(program: Path, call: str) -> None:
    write(program, f"def words():\n    return {call}\n")
    with pytest.raises(ValueError, match=r"core/words\.py:2"):
        script.extract()


def test_a_constant_is_translated_where_it_is_shown(program: Path) -> None:
    write(program, 'WORD = mark("Open")\n\ndef word():\n    return tr(WORD)\n')
    assert [message.source for message in script.extract()] == ["Open"]


@pytest.mark.parametrize(
    "text",
    [
        'WORD = tr("Open")\n',
        'class Window:\n    title = tr("Open")\n',
        'def word(text=tr("Open")):\n    return text\n',
        '@named(tr("Open"))\ndef word():\n    return 1\n',
        'WORDS = {"a": tr_count("{count} scan", "{count} scans", 1)}\n',
    ],
)
def test_translating_at_import_is_found(program: Path, text: str) -> None:
    write(program, text)
    assert len(script.early_calls()) == 1


def test_translating_when_called_is_in_order(program: Path) -> None:
    write(program, 'def word():\n    return tr("Open")\n\nLATER = lambda: tr("Close")\n')
    assert script.early_calls() == []


@pytest.mark.parametrize(
    "text",
    [
        'label.setText("No scan is open.")\n',
        'label.setText(f"{name} is empty.")\n',
        'ROWS = ("Area", "Height")\n',
        'menu.addAction("&Open")\n',
    ],
)
def test_visible_strings_outside_of_tr_are_found(program: Path, text: str) -> None:
    write(program, text)
    found = script.bypassing()
    assert found
    assert all(line.startswith("core/words.py:1: ") for line in found)


@pytest.mark.parametrize(
    "text",
    [
        '"""What this is about."""\n',
        'label.setText(tr("No scan is open."))\n',
        'label.setObjectName("Patient name")\n',
        'logger.warning("No scan is open: %s", name)\n',
        'raise ValueError("No scan is open.")\n',
        'if kind == "Patient name":\n    pass\n',
        'value = values["Patient name"]\n',
        'TAG = "Patient name"  # untranslated: of DICOM\n',
        'TEXT = (\n    "No scan"  # untranslated: of a file\n    " is open."\n)\n',
        '"""Doc."""\n# untranslated module: of DICOM\nA = "Patient name"\n',
        'SUFFIX = "png"\n',
    ],
)
def test_what_nobody_sees_may_stay(program: Path, text: str) -> None:
    write(program, text)
    assert script.bypassing() == []


def test_the_script_says_what_it_found(
    program: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(program, 'A = "Patient name"\nB = tr("Open")\n')
    monkeypatch.setattr(sys, "argv", ["translations.py", "check", str(program / "core")])
    assert script.main() == 1
    assert capsys.readouterr().out.splitlines() == ["core/words.py:1: Patient name", "core/words.py:2: tr at import"]

    write(program, 'B = mark("Open")\n')
    assert script.main() == 0
    assert capsys.readouterr().out == ""

    (program / "translations" / "hilum_tr.ts").write_text("<TS/>", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["translations.py", "update"])
    assert script.main() == 0
    assert capsys.readouterr().out == "tr: 1 strings, 1 not translated\n"
