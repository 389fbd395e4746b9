"""What is handed out beside the installers: the bill of materials (CycloneDX) and the list of hashes."""

import json
import platform
import re
import subprocess
import sys
from pathlib import Path

from build_tools import BUILD, PYTHON, ROOT, VENV, machine, provide_environment, run, say, sha256_of, system, version


def build_sbom() -> None:
    """The bill of materials of what is frozen."""
    if not PYTHON.is_file():
        provide_environment()
    # Its own environment: what the tool needs is no part of the program.
    tools = BUILD / "sbom_venv"
    python = tools / PYTHON.relative_to(VENV)
    if not python.is_file():
        run(sys.executable, "-m", "venv", tools)
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "cyclonedx-bom>=7")
    # A release has one for each system: what is brought along differs.
    target = BUILD / f"hilum-{version()}-{system()}-{machine()}.cdx.json"
    run(
        *(python, "-m", "cyclonedx_py", "environment", "--pyproject", ROOT / "pyproject.toml"),
        *("--output-reproducible", "-o", target, PYTHON),
    )
    keep_what_is_frozen(target)


def keep_what_is_frozen(target: Path) -> None:
    """Leave in the bill what is in the program: not the tools of its environment, but Python itself."""
    names = "from core.licences import installed_licences as i; print(*(part.name for part in i()), sep='\\n')"
    listed = subprocess.run([str(PYTHON), "-I", "-c", names], check=True, capture_output=True, text=True).stdout
    frozen = {plain_name(name) for name in (*listed.split(), "pydicom-data")}
    bill = json.loads(target.read_text(encoding="utf-8"))
    bill["components"] = [part for part in bill["components"] if plain_name(part["name"]) in frozen]
    python = platform.python_version()
    bill["components"].append(
        {
            "type": "platform",
            "bom-ref": f"python=={python}",
            "name": "CPython",
            "version": python,
            "licenses": [{"license": {"id": "PSF-2.0"}}],
            "cpe": f"cpe:2.3:a:python:python:{python}:*:*:*:*:*:*:*",
        }
    )
    kept = {part["bom-ref"] for part in bill["components"]} | {bill["metadata"]["component"]["bom-ref"]}
    bill["dependencies"] = [
        {**entry, "dependsOn": [name for name in entry.get("dependsOn", ()) if name in kept]}
        for entry in bill.get("dependencies", ())
        if entry["ref"] in kept
    ]
    target.write_text(json.dumps(bill, indent=2), encoding="utf-8")
    say(f"{target}: {len(bill['components'])} components")


def plain_name(name: str) -> str:
    """A distribution's name as PEP 503 compares them."""
    return re.sub(r"[-_.]+", "-", name).lower()


def write_checksums() -> None:
    """Hashes of everything that is handed out."""
    kinds = (".deb", ".xz", ".zip", ".exe", ".dmg", ".json", ".AppImage")
    made = sorted(path for path in BUILD.iterdir() if path.is_file() and path.suffix in kinds)
    lines = [f"{sha256_of(path)}  {path.name}\n" for path in made]
    # sha256sum takes a carriage return for a part of the name.
    (BUILD / "SHA256SUMS").write_text("".join(lines), encoding="ascii", newline="\n")
    say(f"{BUILD / 'SHA256SUMS'}: {len(lines)} files")
