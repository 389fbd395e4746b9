import sys

import pytest

from core.imaging.decoders import check_decoders


def test_every_decoder_is_there_and_right_and_silent(capfd: pytest.CaptureFixture[str]) -> None:
    checks = check_decoders()
    assert len(checks) == 13
    assert [check for check in checks if not check.available] == []
    # libjpeg inside GDCM writes to the console itself when it is given what it cannot read.
    assert capfd.readouterr() == ("", "")


def test_a_missing_decoder_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openjpeg", None)
    missing = [check for check in check_decoders() if not check.available]
    assert {check.package for check in missing} == {"pylibjpeg-openjpeg"}
    assert len(missing) == 5
    assert all("not installed" in check.detail for check in missing)
