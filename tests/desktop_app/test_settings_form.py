"""Settings survive another version of the program: the older file is migrated, the newer one is left alone."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from core.data_forms import copies_of
from desktop_app import settings_form
from desktop_app.settings import Settings, SettingsStore
from desktop_app.theme import Theme


def _rename_colours(values: Mapping[str, str]) -> dict[str, str]:
    changed = dict(values)
    changed["theme"] = changed.pop("colours", "dark")
    return changed


@pytest.fixture
def second_form(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this be the Hilum after one in which the theme was called colours."""
    monkeypatch.setattr(settings_form, "STEPS", (_rename_colours,))


def test_an_older_file_is_read_and_left_until_something_is_saved(tmp_path: Path, second_form: None) -> None:
    path = tmp_path / "s.ini"
    path.write_text("[General]\ncolours=light\nperson=Ay\\x15f\\x65\n", encoding="utf-8")
    before = path.read_bytes()
    store = SettingsStore(path)
    assert store.load().theme is Theme.LIGHT
    assert store.note == ""
    assert path.read_bytes() == before

    assert store.save(replace(store.current, device="cpu"))

    (copy,) = copies_of(path)
    assert copy.read_bytes() == before
    text = path.read_text(encoding="utf-8")
    assert "colours" not in text
    assert "schema_version=2" in text
    again = SettingsStore(path)
    assert again.load() == store.current
    assert (again.current.theme, again.current.device) == (Theme.LIGHT, "cpu")


def test_a_newer_file_is_neither_read_nor_written_over(tmp_path: Path) -> None:
    path = tmp_path / "s.ini"
    path.write_text("[General]\nschema_version=2\ntheme=sepia\n", encoding="utf-8")
    before = path.read_bytes()
    store = SettingsStore(path)
    assert store.load() == Settings()
    assert "newer version of Hilum" in store.note
    assert not store.save(replace(store.current, theme=Theme.LIGHT))
    assert "newer version of Hilum" in store.note
    assert store.current.theme is Theme.LIGHT
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_became_newer_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "s.ini"
    store = SettingsStore(path)
    store.save(Settings())
    path.write_text("[General]\nschema_version=2\ntheme=sepia\n", encoding="utf-8")
    assert not store.save(replace(Settings(), theme=Theme.LIGHT))
    assert "sepia" in path.read_text(encoding="utf-8")


def test_what_a_later_hilum_added_without_another_form_stays(tmp_path: Path) -> None:
    path = tmp_path / "s.ini"
    path.write_text("[General]\ntheme=light\nbell=loud\n", encoding="utf-8")
    store = SettingsStore(path)
    store.load()
    assert store.save(replace(store.current, theme=Theme.DARK))
    text = path.read_text(encoding="utf-8")
    assert "bell=loud" in text
    assert "theme=dark" in text
    assert copies_of(path) == []


def test_what_cannot_be_read_is_copied_before_the_default_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "s.ini"
    path.write_text("[General]\ntheme=sepia\n", encoding="utf-8")
    before = path.read_bytes()
    store = SettingsStore(path)
    store.load()
    assert store.save(store.current)
    assert [copy.read_bytes() for copy in copies_of(path)] == [before]
    assert SettingsStore(path).load().theme is Theme.DARK


def test_without_room_for_the_copy_an_older_file_stays(
    tmp_path: Path, second_form: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "s.ini"
    path.write_text("[General]\ncolours=light\n", encoding="utf-8")
    before = path.read_bytes()
    store = SettingsStore(path)
    store.load()

    def full(_descriptor: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert not store.save(replace(store.current, device="cpu"))
    assert "last until Hilum is closed" in store.note
    assert path.read_bytes() == before


@pytest.mark.parametrize("text", ["", "0", "-1", "two", "²", "1e9", "99999999999999999999"])
def test_a_damaged_number_costs_only_itself(tmp_path: Path, text: str) -> None:
    path = tmp_path / "s.ini"
    path.write_text(f"[General]\nschema_version={text}\ntheme=light\n", encoding="utf-8")
    assert SettingsStore(path).load().theme is Theme.LIGHT


def test_brackets_without_end_cost_only_themselves(tmp_path: Path) -> None:
    path = tmp_path / "s.ini"
    path.write_text(f"[General]\nrecent_files={'[' * 100_000}\ntheme=light\n", encoding="utf-8")
    store = SettingsStore(path)
    assert store.load().theme is Theme.LIGHT
    assert "could not be read completely" in store.note
    assert store.save(replace(store.current, recent_files=("/a",)))
