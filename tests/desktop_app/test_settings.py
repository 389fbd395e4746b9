"""Settings survive the program, and nothing that happens to their file stops it."""

import os
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.logging_setup import set_up_logging
from desktop_app.settings import MOST_RECENT_FILES, Settings, SettingsStore, default_settings_path
from desktop_app.theme import Theme

CHANGED = Settings(
    theme=Theme.LIGHT,
    classifies_automatically=False,
    device="cpu",
    language="tr",
    shows_annotations=False,
    shows_identity=False,
    heat_map_opacity=0.75,
    lungs_opacity=0.35,
    fills_lungs=True,
    error_level=0.1,
    reads_first=True,
    person="Dr. Ü, radiology",
    records_file_names=True,
    keeps_recent_files=True,
    keeps_worklist=False,
    recent_files=("/a b/ç, ü; x=1.dcm", "C:\\röntgen\\[2].png"),
    recent_training_data=("/chest ü", "/b/index.csv"),
    last_folder="/somewhere/ελ",
    was_welcomed=True,
    window_geometry=bytes(range(256)),
    window_layout=b"\x00layout",
)


def test_every_setting_comes_back(tmp_path: Path) -> None:
    assert all(
        getattr(CHANGED, field.name) != getattr(Settings(), field.name)
        for field in fields(Settings)
        if field.name != "keeps_recent_files"
    )
    assert SettingsStore(tmp_path / "s.ini").save(CHANGED)
    store = SettingsStore(tmp_path / "s.ini")
    assert store.load() == CHANGED
    assert store.current == CHANGED
    assert store.note == ""


def test_missing_file_gives_defaults_without_a_note(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "none" / "s.ini")
    assert store.load() == Settings()
    assert store.note == ""


@given(content=st.binary(max_size=400))
def test_any_content_gives_settings(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("s") / "s.ini"
    path.write_bytes(content)
    assert isinstance(SettingsStore(path).load(), Settings)


@pytest.mark.parametrize(
    "line",
    [
        "theme=pink",
        "device=toaster",
        "heat_map_opacity=much",
        "error_level=0.07",
        "reads_first=1",
        "recent_files={}",
        "recent_files=[1]",
        "recent_files=[",
        "window_layout=***",
        "classifies_automatically=perhaps",
    ],
)
def test_one_bad_value_costs_only_itself(tmp_path: Path, line: str) -> None:
    path = tmp_path / "s.ini"
    path.write_text(f"[General]\nshows_identity=no\n{line}\n", encoding="utf-8")
    store = SettingsStore(path)
    assert store.load() == replace(Settings(), shows_identity=False)
    assert store.note


def test_opacity_is_kept_in_range(tmp_path: Path) -> None:
    (tmp_path / "s.ini").write_text("[General]\nheat_map_opacity=7\n", encoding="utf-8")
    assert SettingsStore(tmp_path / "s.ini").load().heat_map_opacity == 1.0


def test_place_that_cannot_be_written_costs_a_note(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    store = SettingsStore(tmp_path / "file" / "s.ini")
    assert not store.save(CHANGED)
    assert store.note
    assert store.current == CHANGED


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_folder_costs_a_note(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert not SettingsStore(tmp_path / "s.ini").save(CHANGED)


def test_recent_list_is_bounded_unique_and_newest_first() -> None:
    settings = Settings()
    for number in range(40):
        settings = settings.with_recent(Path(f"/scans/{number}.dcm"))
    settings = settings.with_recent(Path("/scans/35.dcm"))
    assert len(settings.recent_files) == MOST_RECENT_FILES
    assert settings.recent_files[:2] == (str(Path("/scans/35.dcm")), str(Path("/scans/39.dcm")))
    assert len(set(settings.recent_files)) == MOST_RECENT_FILES


def test_recent_list_can_be_switched_off() -> None:
    assert replace(Settings(), keeps_recent_files=False).with_recent(Path("/a.dcm")).recent_files == ()


def test_default_place_is_the_users(isolated_user_folders: Path) -> None:
    if sys.platform.startswith("linux"):
        place = default_settings_path()
        assert place is not None
        assert isolated_user_folders in place.parents


@pytest.mark.skipif(sys.platform == "win32", reason="every user of Windows has a home folder")
def test_a_user_without_a_home_gets_the_defaults_and_no_log(monkeypatch: pytest.MonkeyPatch) -> None:
    import pwd

    def nobody(uid: int) -> None:
        raise KeyError(uid)

    monkeypatch.setattr(pwd, "getpwuid", nobody)
    for variable in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    store = SettingsStore()

    assert store.load() == Settings()
    assert not store.save(replace(Settings(), theme=Theme.LIGHT))
    assert "last until Hilum is closed" in store.note
    assert store.current.theme is Theme.LIGHT
    assert set_up_logging() is None


def test_two_copies_of_the_program_lose_nothing_of_each_other(tmp_path: Path) -> None:
    first, second = SettingsStore(tmp_path / "s.ini"), SettingsStore(tmp_path / "s.ini")
    first.save(Settings().with_recent(Path("/before.dcm")))
    first.load()
    second.load()
    assert first.save(replace(first.current.with_recent(Path("/first.dcm")), theme=Theme.LIGHT))
    assert second.save(replace(second.current.with_recent(Path("/second.dcm")), device="cpu"))
    both = SettingsStore(tmp_path / "s.ini").load()
    assert (both.theme, both.device) == (Theme.LIGHT, "cpu")
    names = [str(Path(name)) for name in ("/second.dcm", "/before.dcm", "/first.dcm")]
    assert sorted(both.recent_files) == sorted(names)


def test_clearing_the_recent_list_clears_it_for_good(tmp_path: Path) -> None:
    first, second = SettingsStore(tmp_path / "s.ini"), SettingsStore(tmp_path / "s.ini")
    first.save(Settings().with_recent(Path("/patient.dcm")))
    second.load()
    second.save(replace(second.current, recent_files=()))
    assert SettingsStore(tmp_path / "s.ini").load().recent_files == ()
