"""Take out of Qt's copy of ICU the data that Hilum has no use for: 27 of its 30 MiB (Linux; elsewhere Qt brings none).

Qt asks ICU for collation, for names of time zones and for encodings of text. Hilum speaks English and Turkish, and
decodes text by Python. What is missing falls back to ICU's root data. The tools are Debian's icu-devtools and binutils.
"""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

KEPT_LANGUAGES = ("root", "en", "en_001", "en_GB", "en_US", "tr", "tr_TR", "res_index")
_UNUSED_FOLDERS = ("curr", "lang", "region", "unit", "rbnf", "translit", "brkitr")
_LANGUAGE = re.compile(r"[a-z]{2,3}(_\w*)?")
_TOOLS = ("icupkg", "as", "ld", "readelf")


def trim_icu(libraries: Path) -> str:
    """Replace the library of ICU's data by one with less in it.

    Args:
        libraries: Folder with `libicudata.so.NN`.

    Returns:
        What was done, in a sentence.
    """
    library = next(iter(sorted(libraries.glob("libicudata.so.*"))), None)
    if library is None:
        return "there is no data of ICU to trim"
    missing = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if missing:
        return f"the data of ICU stay whole: {', '.join(missing)} not installed (icu-devtools, binutils)"
    before = library.stat().st_size
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        symbol, data = _data_of(library)
        # icupkg names what is in a package after the file it writes.
        whole, trimmed = folder / f"{symbol.removesuffix('_dat')}l.dat", folder / "trimmed"
        trimmed.mkdir()
        whole.write_bytes(data)
        listed = _run("icupkg", "-l", whole).split()
        (folder / "unused.txt").write_text("".join(f"{item}\n" for item in listed if not _is_needed(item)))
        _run("icupkg", "-r", folder / "unused.txt", whole, trimmed / whole.name)
        _link(trimmed / whole.name, symbol, library)
    return f"data of ICU: {before / 2**20:.0f} MiB became {library.stat().st_size / 2**20:.0f}"


def _is_needed(item: str) -> bool:
    folder, _, name = item.rpartition("/")
    stem, _, kind = name.rpartition(".")
    if stem in KEPT_LANGUAGES and folder not in ("translit",):
        return folder not in _UNUSED_FOLDERS or stem == "res_index"
    return not (folder in _UNUSED_FOLDERS or kind == "cnv" or (kind == "res" and _LANGUAGE.fullmatch(stem)))


def _data_of(library: Path) -> tuple[str, bytes]:
    """The name of the symbol and what it stands for."""
    for line in _run("readelf", "-Ws", "--dyn-syms", library).splitlines():
        fields = line.split()
        if fields and re.fullmatch(r"icudt\d+_dat", fields[-1]):
            symbol, address = fields[-1], int(fields[1], 16)
            break
    else:
        raise ValueError(f"{library} holds no data of ICU")
    section = re.search(r"\.rodata\s+PROGBITS\s+(\w+)\s+(\w+)\s+(\w+)", _run("readelf", "-SW", library))
    if section is None:
        raise ValueError(f"{library} has no section .rodata")
    start, offset, size = (int(part, 16) for part in section.groups())
    return symbol, library.read_bytes()[offset + address - start : offset + size]


def _link(data: Path, symbol: str, library: Path) -> None:
    assembly = (
        f".section .rodata\n.globl {symbol}\n.type {symbol}, %object\n.balign 16\n{symbol}:\n"
        f'.incbin "{data.name}"\n.size {symbol}, .-{symbol}\n'
    )
    (data.parent / "data.s").write_text(assembly)
    _run("as", "data.s", "-o", "data.o", folder=data.parent)
    made = data.parent / library.name
    _run("ld", "-shared", "-soname", library.name, "-z", "noexecstack", "-o", made, "data.o", folder=data.parent)
    shutil.copyfile(made, library)


def _run(*command: str | Path, folder: Path | None = None) -> str:
    return subprocess.run(
        [str(part) for part in command], check=True, capture_output=True, text=True, cwd=folder
    ).stdout
