"""Searching: the same answers by C-FIND and by QIDO-RS, from Orthanc and dcmtk."""

import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import InvalidQueryError, JobCancelledError, NodeFailureError
from core.interchange.archive.find import find_images, find_series, find_studies
from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings
from core.interchange.archive.queries import (
    FoundStudy,
    StudyQuery,
    date_range,
    is_named,
    name_pattern,
    plain_pattern,
    study_keys,
)
from core.jobs import CancellationToken, JobContext

from ....dicom_servers import (  # noqa: TID252 (the tests' folders have no absolute name)
    HOST,
    OrthancServer,
    RunningServer,
    program,
    start_dcmqrscp,
    start_orthanc,
)
from .scans import make_scan, write_scan

NodeOf = Callable[..., ArchiveNode]
_PEOPLE = (
    ("Öztürk^Ayşe", "P1", "20260101", "CR"),
    ("Öztürk^Mehmet", "P2", "20260102", "DX"),
    ("Müller^Jörg", "P3", "20260103", "CR"),
    ("山田^太郎", "P4", "20260104", "DX"),
    ("DOE^JOHN", "P5", "20260105", "MR"),
)


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[OrthancServer, RunningServer]]:
    """Two archives with the same five studies."""
    folder = tmp_path_factory.mktemp("archives")
    orthanc = start_orthanc(folder / "orthanc")
    dcmqrscp = start_dcmqrscp(folder / "dcmqrscp")
    files = []
    for number, (name, patient, day, modality) in enumerate(_PEOPLE):
        study = f"2.25.{number + 1}"
        path = write_scan(
            folder,
            PatientName=name,
            PatientID=patient,
            StudyDate=day,
            Modality=modality,
            AccessionNumber=f"A{number + 1}",
            StudyInstanceUID=study,
            SeriesInstanceUID=f"{study}.1",
            SOPInstanceUID=f"{study}.1.1",
        )
        orthanc.upload(path)
        files.append(str(path))
    subprocess.run([program("storescu"), "-aec", "QRSCP", HOST, str(dcmqrscp.port), *files], check=True)
    yield orthanc, dcmqrscp
    orthanc.stop()
    dcmqrscp.stop()


@pytest.fixture(params=["orthanc", "orthanc web", "dcmqrscp"])
def node(request: pytest.FixtureRequest, archives: tuple[OrthancServer, RunningServer], node_of: NodeOf) -> ArchiveNode:
    """One archive after the other."""
    orthanc, dcmqrscp = archives
    return node_of(dcmqrscp if request.param == "dcmqrscp" else orthanc, web=request.param == "orthanc web")


@pytest.mark.parametrize(
    ("query", "patients"),
    [
        (StudyQuery(), ["P5", "P4", "P3", "P2", "P1"]),
        (StudyQuery(patient_name="Öztürk"), ["P2", "P1"]),
        (StudyQuery(patient_name="Öztürk, Ay"), ["P1"]),
        (StudyQuery(patient_name="M*r"), []),
        (StudyQuery(patient_name="M*r*"), ["P3"]),
        (StudyQuery(patient_name="山田"), ["P4"]),
        (StudyQuery(patient_name="DOE^JOHN"), ["P5"]),
        (StudyQuery(patient_id="P3"), ["P3"]),
        (StudyQuery(patient_id="P?", patient_name="Müll"), ["P3"]),
        (StudyQuery(accession_number="A2"), ["P2"]),
        (StudyQuery(first_date=date(2026, 1, 2), last_date=date(2026, 1, 3)), ["P3", "P2"]),
        (StudyQuery(first_date=date(2026, 1, 4)), ["P5", "P4"]),
        (StudyQuery(last_date=date(2026, 1, 1)), ["P1"]),
        (StudyQuery(modalities=("CR",)), ["P3", "P1"]),
        (StudyQuery(modalities=("CR", "DX")), ["P4", "P3", "P2", "P1"]),
        (StudyQuery(study_uid="2.25.4"), ["P4"]),
        (StudyQuery(patient_id="nobody"), []),
    ],
)
def test_studies_are_found(
    node: ArchiveNode, settings: ConnectionSettings, query: StudyQuery, patients: list[str]
) -> None:
    found = find_studies(node, query, settings)

    if query.patient_name == "M*r":
        # Whether a wildcard ends at the family name is the archive's.
        assert {study.patient_id for study in found.studies} <= {"P3"}
    else:
        assert [study.patient_id for study in found.studies] == patients
    assert not found.is_cut


def test_a_study_is_described(node: ArchiveNode, settings: ConnectionSettings) -> None:
    (study,) = find_studies(node, StudyQuery(patient_id="P1", modalities=("CR",)), settings).studies
    counts = (study.series_count, study.image_count)

    assert study == FoundStudy(
        "2.25.1",
        "Öztürk, Ayşe",
        "P1",
        date(1970, 1, 1),
        "F",
        date(2026, 1, 1),
        "10:15",
        "Thorax",
        "A1",
        ("CR",),
        *counts,
    )
    assert counts in ((1, 1), (None, None)), "dcmqrscp does not count"
    (series,) = find_series(node, study.study_uid, settings)
    assert (series.series_uid, series.modality, series.number) == ("2.25.1.1", "CR", 1)
    (image,) = find_images(node, study.study_uid, series.series_uid, settings)
    assert image.sop_uid == "2.25.1.1.1"


def test_no_more_than_asked_for_come_and_that_is_said(node: ArchiveNode, settings: ConnectionSettings) -> None:
    found = find_studies(node, StudyQuery(limit=2), settings)

    assert len(found.studies) == 2
    assert found.is_cut
    exactly = find_studies(node, StudyQuery(limit=5), settings)
    assert len(exactly.studies) == 5
    assert not exactly.is_cut


def test_an_archive_that_goes_on_after_being_asked_to_stop_is_left(settings: ConnectionSettings) -> None:
    from pynetdicom import AE, evt
    from pynetdicom.sop_class import StudyRootQueryRetrieveInformationModelFind

    from core.interchange.dicom_network import prepare_network_library

    def answer_for_ever(event: object) -> object:
        number = 0
        while event.assoc.is_established:  # type: ignore[attr-defined]
            number += 1
            answer = make_scan(side=1)
            del answer.PixelData
            answer.StudyInstanceUID = f"2.25.{number}"
            yield 0xFF00, answer

    prepare_network_library()
    entity = AE("ENDLESS")
    entity.add_supported_context(StudyRootQueryRetrieveInformationModelFind)
    server = entity.start_server((HOST, 0), block=False, evt_handlers=[(evt.EVT_C_FIND, answer_for_ever)])
    try:
        node = ArchiveNode("Endless", "ENDLESS", HOST, server.socket.getsockname()[1])
        found = find_studies(node, StudyQuery(limit=3), settings)
    finally:
        server.shutdown()

    assert len(found.studies) == 3
    assert found.is_cut


def test_a_search_that_the_archive_cannot_do_says_so(settings: ConnectionSettings) -> None:
    from pynetdicom import AE, evt
    from pynetdicom.sop_class import StudyRootQueryRetrieveInformationModelFind

    from core.interchange.dicom_network import prepare_network_library

    prepare_network_library()
    entity = AE("FULL")
    entity.add_supported_context(StudyRootQueryRetrieveInformationModelFind)
    server = entity.start_server(
        (HOST, 0), block=False, evt_handlers=[(evt.EVT_C_FIND, lambda _: iter([(0xA700, None)]))]
    )
    try:
        with pytest.raises(NodeFailureError) as caught:
            find_studies(ArchiveNode("Full", "FULL", HOST, server.socket.getsockname()[1]), StudyQuery(), settings)
    finally:
        server.shutdown()

    assert "0xA700" in caught.value.detail


def test_a_search_can_be_stopped(node: ArchiveNode, settings: ConnectionSettings) -> None:
    token = CancellationToken()
    token.cancel()

    with pytest.raises(JobCancelledError):
        find_studies(node, StudyQuery(), settings, JobContext(token=token))


def test_waiting_for_answers_can_be_stopped(settings: ConnectionSettings) -> None:
    from pynetdicom import AE, evt
    from pynetdicom.sop_class import StudyRootQueryRetrieveInformationModelFind

    from core.interchange.dicom_network import prepare_network_library

    token, may_answer = CancellationToken(), threading.Event()

    def think(_event: object) -> object:
        token.cancel()
        may_answer.wait(60)
        yield 0x0000, None

    prepare_network_library()
    entity = AE("SLOW")
    entity.add_supported_context(StudyRootQueryRetrieveInformationModelFind)
    server = entity.start_server((HOST, 0), block=False, evt_handlers=[(evt.EVT_C_FIND, think)])
    node = ArchiveNode("Slow", "SLOW", HOST, server.socket.getsockname()[1], timeout_s=50.0)
    start = time.monotonic()
    try:
        with pytest.raises(JobCancelledError):
            find_studies(node, StudyQuery(), settings, JobContext(token=token))
    finally:
        may_answer.set()
        server.shutdown()

    assert time.monotonic() - start < 25, "long before the archive's time is over"


@pytest.mark.parametrize(
    ("typed", "pattern"),
    [
        ("", ""),
        ("   ", ""),
        ("Öztürk", "Öztürk*"),
        (" Öztürk ,  Ay ", "Öztürk*^Ay*"),
        ("Öztürk*", "Öztürk*"),
        ("Ö*k", "Ö*k*"),
        ("OZTURK^AYSE", "OZTURK^AYSE*"),
        ("van der Berg", "van der Berg*"),
    ],
)
def test_names_become_patterns(typed: str, pattern: str) -> None:
    assert name_pattern(typed) == pattern


@given(st.text(max_size=30))
def test_any_typed_name_becomes_one_value_or_is_refused(typed: str) -> None:
    try:
        keys = study_keys(StudyQuery(patient_name=typed))
    except InvalidQueryError:
        return
    for text in keys.values():
        assert text.isprintable()
        assert "\\" not in text
    assert set(plain_pattern(keys.get("PatientName", ""))) <= set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*?"
    )


@given(st.text("abcÖzürkŞş ", min_size=1, max_size=12).filter(str.strip))
def test_a_name_suits_the_pattern_made_of_its_beginning(name: str) -> None:
    assert is_named(name, name_pattern(name[: len(name) // 2 + 1]))


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (None, None, ""),
        (date(2026, 1, 2), None, "20260102-"),
        (None, date(2026, 1, 2), "-20260102"),
        (date(2026, 1, 2), date(2026, 1, 2), "20260102"),
        (date(2026, 1, 2), date(2026, 2, 1), "20260102-20260201"),
    ],
)
def test_days_become_ranges(first: date | None, last: date | None, text: str) -> None:
    assert date_range(first, last) == text


def test_days_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(InvalidQueryError):
        date_range(date(2026, 2, 1), date(2026, 1, 1))
