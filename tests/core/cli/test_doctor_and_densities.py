import json
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from core.cli import SUBCOMMANDS, doctor
from core.program_version import program_version

Hilum = Callable[..., tuple[int, str, str]]


def test_doctor_finds_everything_here(hilum: Hilum) -> None:
    status, out, _ = hilum("doctor", "--device", "cpu")
    assert status == 0, out
    for title in ("Versions", "Devices", "Decoders", "Model", "Folders"):
        assert f"\n{title}\n" in out
    assert "ok      lungs: lungs_opacity_v0" in out
    assert "Everything needed is here." in out


def test_doctor_tells_of_a_missing_part(hilum: Hilum, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "NEEDED_PACKAGES", {"no-such-package-at-all": "os"})
    status, out, _ = hilum("doctor", "--device", "cpu")
    assert status == 1
    assert "MISSING" in out
    assert "no-such-package-at-all" in out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows the folders of every user")
def test_a_user_without_a_home_can_work(
    hilum: Hilum, scans: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import pwd

    def nobody(uid: int) -> None:
        raise KeyError(uid)

    monkeypatch.setattr(pwd, "getpwuid", nobody)
    for variable in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.chdir(tmp_path)
    assert hilum("classify", "--device", "cpu", scans / "b.jpg")[0] == 0
    status, out, _ = hilum("doctor", "--device", "cpu")
    assert status == 0
    assert "no home folder" in out
    assert not (tmp_path / "~").exists()


@pytest.mark.parametrize("module", ["PIL", "pydicom", "openvino", "safetensors", "platformdirs", "rich", "gdcm"])
def test_doctor_outlives_what_it_looks_for(module: str) -> None:
    # In a process of its own: here everything is imported already.
    code = (
        f"import sys; sys.modules[{module!r}] = None;"
        "from core.cli import main; sys.exit(main(['doctor', '--device', 'cpu']))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 1
    assert "MISSING" in run.stdout
    assert module.lower().replace("pil", "pillow") in run.stdout
    assert "Traceback" not in run.stderr


def test_version_is_printed(hilum: Hilum) -> None:
    status, out, _ = hilum("--version")
    assert status == 0
    assert out.startswith("hilum ")


def test_a_source_tree_knows_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_installed(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("core.program_version.version", none_installed)
    project = Path(__file__).parents[3] / "pyproject.toml"
    assert f'version = "{program_version().removesuffix(" (not installed)")}"' in project.read_text(encoding="utf-8")


def test_densities_of_a_labelled_folder(hilum: Hilum, scans: Path, tmp_path: Path) -> None:
    labelled = tmp_path / "labelled"
    for name, source in (("sick", "b.jpg"), ("well", "below/b.png")):
        (labelled / name).mkdir(parents=True)
        (labelled / name / "scan").write_bytes((scans / source).read_bytes())
    target = tmp_path / "densities.json"
    status, _, err = hilum("densities", labelled, "--json", target)
    assert status == 0
    assert "sick: 1 images" in err
    references = json.loads(target.read_text(encoding="utf-8"))
    assert {name for reference in references for name in reference["densities"]} == {"sick", "well"}


def test_densities_without_classes_is_a_sentence(hilum: Hilum, tmp_path: Path) -> None:
    assert hilum("densities", tmp_path / "gone")[0] == 2
    assert hilum("densities", tmp_path)[0] == 2


def test_naming_the_subcommands_imports_nothing_heavy() -> None:
    assert {"classify", "info", "doctor", "densities", "models"} <= SUBCOMMANDS
    code = "import sys, core.cli; sys.exit(any(m in sys.modules for m in ('numpy', 'rich', 'argparse', 'openvino')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
