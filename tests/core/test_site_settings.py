from dataclasses import dataclass
from pathlib import Path

import pytest

from core.errors import InvalidSiteSettingsError, OutputNotWritableError
from core.site_settings import read_site_settings, site_settings_path, write_site_settings


@dataclass(frozen=True)
class Door:
    name: str = ""
    port: int = 104
    callers: tuple[str, ...] = ()


def test_nothing_chosen_is_the_default(tmp_path: Path) -> None:
    assert read_site_settings("door", Door, tmp_path) == Door()


def test_what_was_chosen_is_read_again(tmp_path: Path) -> None:
    chosen = Door("Göğüs", 11112, ("PACS", "CR1"))
    write_site_settings("door", chosen, tmp_path / "new")
    assert read_site_settings("door", Door, tmp_path / "new") == chosen


@pytest.mark.parametrize("text", ["", "{", "[]", '{"port": "104"}', '{"callers": "PACS"}', "\0\xff"])
def test_a_damaged_file_is_never_taken_for_the_default(tmp_path: Path, text: str) -> None:
    path = site_settings_path("door", tmp_path)
    assert path is not None
    path.write_text(text)
    with pytest.raises(InvalidSiteSettingsError):
        read_site_settings("door", Door, tmp_path)
    assert path.read_text() == text


def test_what_was_chosen_before_stays_where_the_new_cannot_be_written(tmp_path: Path) -> None:
    write_site_settings("door", Door("old"), tmp_path)
    (tmp_path / "door.json.partial").mkdir()
    with pytest.raises(OutputNotWritableError):
        write_site_settings("door", Door("new"), tmp_path)
    assert read_site_settings("door", Door, tmp_path).name == "old"
