"""Studies are found in an archive and brought here."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.errors import AssociationAbortedError
from core.interchange.archive import retrieve as retrieving
from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings
from core.interchange.archive.queries import FoundSeries, FoundStudy, StudyQuery
from core.jobs import JobContext
from core.worklist.entry import EntryState, Origin
from core.worklist.identity import read_identity
from core.worklist.query import WorklistQuery
from core.worklist.worklist import Worklist
from desktop_app import jobs
from desktop_app.connection import query_dialog
from desktop_app.connection.connection_work import Retrieved, WantedStudy, retrieved_folder
from desktop_app.connection.query_dialog import QueryDialog
from desktop_app.connection.query_form import Period, QueryForm
from desktop_app.connection.studies_tree import StudiesTree

from ...dicom_servers import OrthancServer  # noqa: TID252

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def worklist(tmp_path: Path) -> Iterator[Worklist]:
    with Worklist(tmp_path / "worklist" / "worklist.sqlite") as made:
        yield made


@pytest.fixture
def dialog(qtbot: QtBot, node: ArchiveNode, worklist: Worklist) -> Iterator[QueryDialog]:
    made = QueryDialog(worklist)
    qtbot.addWidget(made)
    made.offer(ConnectionSettings(nodes=(node,)))
    made.form.period.setCurrentText(Period.ANY)
    made.show()
    yield made
    made.close()
    settle(qtbot)


def settle(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not jobs.active_jobs(), timeout=30_000)


def found_names(dialog: QueryDialog) -> list[str]:
    items = [dialog.tree.topLevelItem(row) for row in range(dialog.tree.topLevelItemCount())]
    return [item.text(0) for item in items if item is not None]


def search(qtbot: QtBot, dialog: QueryDialog) -> None:
    qtbot.mouseClick(dialog.search_button, LEFT)
    settle(qtbot)


def test_studies_are_found_by_name_with_enter(
    qtbot: QtBot, dialog: QueryDialog, orthanc: OrthancServer, make_scan: Callable[..., Path]
) -> None:
    for name in ("Yilmaz^Ayse", "Yildiz^Can", "Papadopoulos^Eleni"):
        orthanc.upload(make_scan(name))
    QTest.keyClicks(dialog.form.name, "yil")
    QTest.keyClick(dialog.form.name, Qt.Key.Key_Return)
    settle(qtbot)
    assert sorted(found_names(dialog)) == ["Yildiz, Can", "Yilmaz, Ayse"]
    assert dialog.summary.text() == "2 studies fit."
    item = dialog.tree.topLevelItem(0)
    assert item is not None
    assert item.text(3).startswith("2026-11-01")


def test_what_the_archive_does_not_have_is_said(qtbot: QtBot, dialog: QueryDialog) -> None:
    search(qtbot, dialog)
    assert dialog.summary.text() == "The archive has no study that fits."
    assert not dialog.retrieve_button.isEnabled()


def test_more_studies_than_are_listed_are_said(
    qtbot: QtBot,
    dialog: QueryDialog,
    orthanc: OrthancServer,
    make_scan: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for _ in range(3):
        orthanc.upload(make_scan())
    monkeypatch.setattr(QueryForm, "query", property(lambda _self: StudyQuery(limit=2)))
    search(qtbot, dialog)
    assert len(found_names(dialog)) == 2
    assert dialog.summary.text().startswith("More than 2 studies fit.")


def test_series_are_listed_when_a_study_is_opened_and_one_is_retrieved(
    qtbot: QtBot, dialog: QueryDialog, orthanc: OrthancServer, make_scan: Callable[..., Path], worklist: Worklist
) -> None:
    orthanc.upload(make_scan())
    search(qtbot, dialog)
    item = dialog.tree.topLevelItem(0)
    assert item is not None
    dialog.tree.setCurrentItem(item)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: item.childCount() == 1, timeout=10_000)
    series = item.child(0)
    assert series is not None
    assert series.text(4) == "DX"
    dialog.tree.setCurrentItem(series)
    (wanted,) = dialog.tree.wanted
    assert len(wanted.series_uids) == 1
    with qtbot.waitSignal(dialog.studies_retrieved, timeout=20_000) as told:
        qtbot.mouseClick(dialog.retrieve_button, LEFT)
    settle(qtbot)
    retrieved, is_shown = told.args
    assert is_shown
    assert isinstance(retrieved, Retrieved)
    (file,) = retrieved.files
    entry = worklist.entry(retrieved.numbers[0])
    assert entry is not None
    # What is shown is classified by the window, and need not wait here.
    assert (entry.path, entry.origin, entry.state) == (file, Origin.RECEIVED, EntryState.LISTED)
    assert entry.is_owned
    assert entry.patient_name == "Yilmaz, Ayse"
    assert dialog.summary.text() == "1 image is here, on the worklist."


def test_several_studies_wait_to_be_classified_where_they_are_not_shown(
    qtbot: QtBot, dialog: QueryDialog, orthanc: OrthancServer, make_scan: Callable[..., Path], worklist: Worklist
) -> None:
    for _ in range(2):
        orthanc.upload(make_scan())
    search(qtbot, dialog)
    dialog.tree.selectAll()
    qtbot.mouseClick(dialog.opens, LEFT, pos=dialog.opens.rect().center() / 4)
    with qtbot.waitSignal(dialog.studies_retrieved, timeout=20_000) as told:
        qtbot.mouseClick(dialog.retrieve_button, LEFT)
    settle(qtbot)
    retrieved, is_shown = told.args
    assert not is_shown
    assert len(retrieved.files) == 2
    assert len(worklist.waiting(10)) == 2
    # Once more: the same entries, and no second files.
    with qtbot.waitSignal(dialog.studies_retrieved, timeout=20_000) as again:
        qtbot.mouseClick(dialog.retrieve_button, LEFT)
    settle(qtbot)
    assert sorted(again.args[0].numbers) == sorted(retrieved.numbers)
    assert sorted(again.args[0].files) == sorted(retrieved.files)


def test_an_image_that_was_received_before_keeps_its_first_file(
    qtbot: QtBot, dialog: QueryDialog, orthanc: OrthancServer, make_scan: Callable[..., Path], worklist: Worklist
) -> None:
    scan = make_scan()
    number = worklist.add(scan, read_identity(scan), Origin.RECEIVED)
    orthanc.upload(scan)
    search(qtbot, dialog)
    with qtbot.waitSignal(dialog.studies_retrieved, timeout=20_000) as told:
        qtbot.mouseClick(dialog.retrieve_button, LEFT)
    settle(qtbot)
    assert told.args[0].files == (scan,)
    assert told.args[0].numbers == (number,)
    folder = retrieved_folder(read_identity(scan).study_instance_uid)
    assert not list(folder.iterdir())


def test_an_archive_that_is_not_there_is_said_with_what_to_do(
    qtbot: QtBot, dialog: QueryDialog, silent_node: ArchiveNode
) -> None:
    dialog.offer(ConnectionSettings(nodes=(silent_node,)))
    search(qtbot, dialog)
    assert "nothing listens at" in dialog.message_bar.text
    assert dialog.search_button.isEnabled()


def test_a_search_can_be_stopped_and_ends_with_its_window(
    qtbot: QtBot, dialog: QueryDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*_arguments: object) -> jobs.Work:
        def work(context: JobContext[object]) -> None:
            while True:
                context.raise_if_cancelled()

        return work

    monkeypatch.setattr(query_dialog, "find_work", endless)
    qtbot.mouseClick(dialog.search_button, LEFT)
    assert dialog.stop_button.isVisible()
    assert not dialog.search_button.isEnabled()
    qtbot.mouseClick(dialog.stop_button, LEFT)
    settle(qtbot)
    assert dialog.summary.text() == "Stopped."
    qtbot.mouseClick(dialog.search_button, LEFT)
    dialog.close()
    settle(qtbot)


def test_what_had_come_when_retrieving_broke_off_is_on_the_worklist(
    qtbot: QtBot,
    dialog: QueryDialog,
    orthanc: OrthancServer,
    make_scan: Callable[..., Path],
    worklist: Worklist,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    orthanc.upload(make_scan())
    search(qtbot, dialog)
    whole = retrieving.retrieve

    def broken(*arguments: object, **options: object) -> None:
        whole(*arguments, **options)  # type: ignore[arg-type]
        raise AssociationAbortedError("Hospital archive", "while sending images")

    monkeypatch.setattr(retrieving, "retrieve", broken)
    qtbot.mouseClick(dialog.retrieve_button, LEFT)
    settle(qtbot)
    assert "broke off the connection" in dialog.message_bar.text
    (entry,) = worklist.find(WorklistQuery())
    assert entry.path.exists()


def test_without_an_archive_the_dialog_says_where_to_enter_one(qtbot: QtBot) -> None:
    made = QueryDialog(None)
    qtbot.addWidget(made)
    made.show()
    assert "No archive is entered yet" in made.summary.text()
    assert not made.search_button.isEnabled()
    with qtbot.waitSignal(made.connections_asked):
        qtbot.mouseClick(made.connections_button, LEFT)


def test_periods_and_modalities_become_a_query(qtbot: QtBot) -> None:
    form = QueryForm()
    qtbot.addWidget(form)
    form.show()
    today = date.today()  # noqa: DTZ011
    assert (form.query.first_date, form.query.last_date) == (today, today)
    assert form.query.modalities == ("CR", "DX")
    form.modalities["CR"].click()
    form.period.setCurrentText(Period.LAST_7_DAYS)
    assert form.query.first_date == today - timedelta(days=6)
    assert not form.first.isVisible()
    form.period.setCurrentText(Period.BETWEEN)
    assert form.first.isVisible()
    form.first.setDate(QDate(2026, 1, 2))
    assert form.query.first_date == date(2026, 1, 2)
    QTest.keyClicks(form.accession, " A1 ")
    QTest.keyClicks(form.patient_id, "77")
    assert (form.query.modalities, form.query.accession_number, form.query.patient_id) == (("DX",), "A1", "77")
    form.period.setCurrentText(Period.ANY)
    assert (form.query.first_date, form.query.last_date) == (None, None)


def test_a_whole_study_goes_before_its_series(qtbot: QtBot) -> None:
    tree = StudiesTree()
    qtbot.addWidget(tree)
    studies = [FoundStudy("1.2", "A"), FoundStudy("1.3", "B")]
    tree.show_studies(studies)
    for study in studies:
        tree.show_series(study, [FoundSeries(study.study_uid, f"{study.study_uid}.{n}") for n in range(2)])
    tree.expandAll()
    first, second = tree.topLevelItem(0), tree.topLevelItem(1)
    assert first is not None
    assert second is not None
    tree.clearSelection()
    for item in (first, first.child(0), second.child(1)):
        assert item is not None
        item.setSelected(True)
    assert tree.wanted == (WantedStudy("1.2"), WantedStudy("1.3", ("1.3.1",)))


def test_the_archive_s_name_can_be_read_whichever_archives_came_last(qtbot: QtBot, dialog: QueryDialog) -> None:
    name = "The archive of the hospital on the hill"
    dialog.offer(ConnectionSettings(nodes=(ArchiveNode("A", "A", "h"), ArchiveNode(name, "B", "h"))))
    dialog.node.setCurrentText(name)
    qtbot.waitUntil(lambda: dialog.node.width() > dialog.node.fontMetrics().horizontalAdvance(name))
