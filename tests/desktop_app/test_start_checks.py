"""The self-test at start: silent where all is well, one sentence where a decoder is missing."""

import sys

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.error_messages import MessageBar
from desktop_app.jobs import active_jobs
from desktop_app.screening.classification import ClassificationRunner
from desktop_app.start_checks import StartChecks


@pytest.fixture
def message_bar(qtbot: QtBot) -> MessageBar:
    bar = MessageBar()
    qtbot.addWidget(bar)
    return bar


def test_a_missing_decoder_is_named_with_what_to_install(
    qtbot: QtBot, message_bar: MessageBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jpeg_ls", None)
    runner = ClassificationRunner()
    StartChecks(runner, message_bar)

    runner.model_ready.emit(object())
    qtbot.waitUntil(lambda: message_bar.text != "", timeout=20_000)

    assert "JPEG-LS Lossless" in message_bar.text
    assert "JPEG 2000" not in message_bar.text
    assert "pip install pyjpegls" in message_bar.text


def test_nothing_is_said_where_every_decoder_works(qtbot: QtBot, message_bar: MessageBar) -> None:
    runner = ClassificationRunner()
    StartChecks(runner, message_bar)

    runner.model_ready.emit(object())
    runner.model_ready.emit(object())

    assert len(active_jobs()) == 1, "the test runs once, however often a model is loaded"
    qtbot.waitUntil(lambda: not active_jobs(), timeout=20_000)
    assert message_bar.text == ""
