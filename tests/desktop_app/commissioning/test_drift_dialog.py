"""The dashboard says in words and signs what the drift watch found."""

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.model.card import ModelIdentity
from core.model.package import bundled_package
from core.record.contents import result_content
from core.record.entry import Draft, EntryKind
from core.record.journal import user_journal
from core.registry.registry import user_registry
from core.registry.scan_numbers import Quantity
from desktop_app import jobs
from desktop_app.application import Workstation
from desktop_app.commissioning.drift_dialog import DriftDialog
from desktop_app.theme import Theme, colours


def record_scans(first: int, count: int, brightness: float) -> None:
    """Write results of the bundled model into the user's record."""
    generator = np.random.default_rng(first)
    card: ModelIdentity = bundled_package().identity
    drafts: Sequence[Draft] = [
        Draft(
            EntryKind.RESULT,
            result_content(
                input_sha256=f"{first + number:064}",
                model=card.name,
                model_version=card.version,
                weights_sha256=card.weights_sha256,
                lung_weights_sha256=None,
                device="cpu",
                decision="negative",
                reasons=[],
                positive_class="COVID-19",
                probability=float(generator.beta(2, 6)),
                threshold=0.5,
                error_level=0.05,
                gate="pass",
                gate_kinds=[],
                opacity_extent=None,
                lung_fraction=None,
                activation_in_lungs=None,
                commissioned=False,
                measurements={"grey_median": float(generator.normal(brightness, 0.05))},
            ),
        )
        for number in range(count)
    ]
    journal = user_journal()
    assert journal is not None
    journal.append_many(drafts)
    journal.close()


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[DriftDialog]:
    made = DriftDialog(user_registry(), colours(Theme.DARK))
    qtbot.addWidget(made)
    yield made
    made.close()
    settle(qtbot)


def settle(qtbot: QtBot) -> None:
    for _ in range(2):
        qtbot.wait(30)
        qtbot.waitUntil(lambda: not jobs.active_jobs(), timeout=10_000)


def test_an_empty_record_is_too_early(qtbot: QtBot, dialog: DriftDialog) -> None:
    dialog.show()
    settle(qtbot)
    assert "Too early to say" in dialog.title.text()
    assert "Not commissioned here" in dialog.standing.text()
    assert not dialog.tiles


def test_a_change_is_on_top_with_its_reason(qtbot: QtBot, dialog: DriftDialog) -> None:
    record_scans(0, 200, 0.4)
    record_scans(1000, 200, 0.6)
    dialog.show()
    settle(qtbot)
    assert "Changed" in dialog.title.text()
    assert "Changed: brightness." in dialog.outcome.text()
    assert len(dialog.tiles) == len({Quantity.SCORE, Quantity.GREY_MEDIAN})
    assert "Changed" in dialog.tiles[0].level.text()
    assert "As before" in dialog.tiles[1].level.text()
    assert "stability index" in dialog.tiles[0].toolTip()
    dialog.set_colours(colours(Theme.LIGHT))
    dialog.refresh()
    settle(qtbot)
    assert len(dialog.tiles) == 2


def test_a_damaged_record_is_said(qtbot: QtBot, dialog: DriftDialog) -> None:
    record_scans(0, 3, 0.4)
    journal = user_journal()
    assert journal is not None
    journal.path.write_bytes(b"no database" * 500)
    dialog.show()
    settle(qtbot)
    assert "damaged" in dialog.message_bar.text


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_the_window_shows_it(qtbot: QtBot, workstation: Workstation) -> None:
    workstation.window.actions_of_window.drift.trigger()
    settle(qtbot)
    watch = workstation.commissioning.drift_dialog
    assert watch.isVisible()
    watch.commissioning_asked.emit()
    settle(qtbot)
    assert workstation.commissioning.dialog.isVisible()
    workstation.commissioning.dialog.close()
    watch.close()
    settle(qtbot)
