"""What every test needs: no display, no user's settings, no leaked threads, no unexpected warnings in the log."""

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# Before anything imports Qt: tests never open a window on somebody's desktop.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTEST_QT_API", "pyside6")
# As both entry points do: threads of the matrix library beside those of Hilum and of other tests only wait.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


# The same examples on every machine and in every run: what a search finds becomes an @example.
settings.register_profile("hilum", derandomize=True, deadline=None)
settings.load_profile("hilum")


def pytest_configure(config: pytest.Config) -> None:
    """Say which messages of Qt mean nothing."""
    # Of Qt's offscreen platform, at every window with a smallest size.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")


@pytest.fixture(scope="session", autouse=True)
def shared_cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep caches away from the user's, in one place for all tests: a network is compiled once, not once per test."""
    run = tmp_path_factory.getbasetemp()
    # Workers of pytest-xdist have folders of their own inside that of the run.
    folder = (run.parent if "PYTEST_XDIST_WORKER" in os.environ else run) / "cache"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


@pytest.fixture(autouse=True)
def isolated_user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep settings and logs of the tests away from the user's, and those of one test from the next."""
    home = tmp_path_factory.mktemp("user")
    for variable, folder in {
        "XDG_CONFIG_HOME": "config",
        "XDG_STATE_HOME": "state",
        "XDG_DATA_HOME": "data",
        "LOCALAPPDATA": "local",
        "APPDATA": "roaming",
    }.items():
        monkeypatch.setenv(variable, str(home / folder))
    return home


@pytest.fixture(autouse=True)
def source_language() -> Iterator[None]:
    """Every test begins and ends in English."""
    from core.language import SOURCE_LANGUAGE, use_language

    use_language(SOURCE_LANGUAGE)
    yield
    use_language(SOURCE_LANGUAGE)


@pytest.fixture
def pseudo_language(source_language: None) -> None:
    """Put every translated string between brackets; `tests.pseudo_language` finds those without."""
    from core.language import use_catalogue
    from tests.pseudo_language import PseudoCatalogue

    use_catalogue(PseudoCatalogue())


@pytest.fixture
def turkish(source_language: None) -> None:
    """Speak Turkish."""
    from core.language import use_language

    use_language("tr")


@pytest.fixture(scope="session")
def example_dicom() -> Callable[[str], Path]:
    """Return the path of a file of pydicom-data by its name; skip the test where it is not installed."""

    def find(name: str) -> Path:
        from pydicom.data import get_testdata_file

        # Without download=False pydicom would go to the network, and retry for minutes where there is none.
        found = get_testdata_file(name, download=False)
        if not isinstance(found, str):
            pytest.skip(f"{name} is not installed (pydicom-data)")
        return Path(found)

    return find


@pytest.fixture(scope="session")
def chest_dicom(example_dicom: Callable[[str], Path]) -> Path:
    """A real chest radiograph, CR, 1955 x 1841, uncompressed, MONOCHROME1."""
    return example_dicom("RG1_UNCR.dcm")


@pytest.fixture(scope="session")
def chest_dicom_lossless(example_dicom: Callable[[str], Path]) -> Path:
    """The same radiograph as `chest_dicom`, compressed as JPEG 2000 without loss."""
    return example_dicom("RG1_J2KR.dcm")


@pytest.fixture(scope="session")
def chest_dicom_lossy(example_dicom: Callable[[str], Path]) -> Path:
    """The same radiograph as `chest_dicom`, compressed as JPEG 2000 with loss."""
    return example_dicom("RG1_J2KI.dcm")


@pytest.fixture(scope="session")
def chest_dicom_uncompressed_of_lossy(example_dicom: Callable[[str], Path]) -> Path:
    """`chest_dicom_lossy`, decompressed again."""
    return example_dicom("RG1_UNCI.dcm")


@pytest.fixture
def expected_warnings() -> set[str]:
    """Names of loggers whose warnings a test expects; add to it."""
    return set()


@pytest.fixture(autouse=True)
def no_unexpected_log_warnings(
    request: pytest.FixtureRequest, expected_warnings: set[str], caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """Fail a test during which Hilum itself logged a warning or worse that the test did not announce."""
    yield
    records: list[logging.LogRecord] = caplog.get_records("call")
    unexpected = [
        f"{record.name}: {record.getMessage()}"
        for record in records
        if record.levelno >= logging.WARNING
        and record.name.split(".")[0] in ("core", "desktop_app", "qt")
        and record.name not in expected_warnings
    ]
    assert not unexpected, f"unexpected warnings in the log: {unexpected}"


@pytest.fixture(scope="session")
def weights_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled weights on the disk of the tests, so that packages made by tests can link to them."""
    from core.model.package import bundled_package

    target = tmp_path_factory.mktemp("weights") / "weights.safetensors"
    shutil.copy(bundled_package().weights_path, target)
    return target


@pytest.fixture
def make_package(tmp_path: Path, weights_copy: Path) -> Callable[..., Path]:
    """Make the folder of a package that says it was trained here; those of different runs are different models."""
    from core.model.card import Provenance
    from core.model.card_writing import write_card
    from core.model.package import bundled_package

    def make(name: str = "ward", run: str = "run-1", **changes: Any) -> Path:
        folder = tmp_path / "packages" / f"{name}-{run}"
        folder.mkdir(parents=True)
        os.link(weights_copy, folder / "weights.safetensors")
        bundled = bundled_package()
        card = bundled.card
        # The small files that the card names beside the weights.
        for file in bundled.directory.glob("*.safetensors"):
            if file != bundled.weights_path:
                shutil.copy(file, folder)
        training = replace(card.training, date="2026-11-23")
        provenance = Provenance(run, "0" * 64, "hilum")
        changed = replace(card, name=name, version="1", training=training, provenance=provenance, **changes)
        (folder / "card.json").write_text(write_card(changed), encoding="utf-8")
        return folder

    return make
