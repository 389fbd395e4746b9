"""`hilum archive`: what the window does with archives, on the command line."""

import io
import json
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.interchange.archive.nodes import Retrieval, read_connections
from core.site_settings import site_settings_path

from ...dicom_servers import HOST, OrthancServer, RunningServer, free_port, start_orthanc, start_storescp  # noqa: TID252
from ..interchange.archive.scans import write_scan  # noqa: TID252 (the tests' folders have no absolute name)

Hilum = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def orthanc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OrthancServer]:
    server = start_orthanc(tmp_path_factory.mktemp("orthanc"), DicomCheckCalledAet=True)
    yield server
    server.stop()


@pytest.fixture
def receiver(tmp_path: Path) -> Iterator[RunningServer]:
    server = start_storescp(tmp_path / "storescp")
    yield server
    server.stop()


def test_archives_are_entered_listed_and_removed(hilum: Hilum, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("secret word\n"))
    arguments = ("--ae", "PACS", "--host", "pacs.example", "--tls", "--retrieve-by", "move", "--commitment")

    assert hilum("archive")[1] == ""
    status, _, err = hilum("archive", "add", "Hospital", *arguments, "--web", "https://pacs/rs", "--user", "reader")
    assert (status, "archive test 'Hospital'" in err) == (0, True)

    node = read_connections().node("hospital")
    assert (node.port, node.retrieval, node.asks_commitment) == (2762, Retrieval.MOVE, True)
    assert node.password == "secret word"  # noqa: S105 - not anyone's
    path = site_settings_path("connections")
    assert path is not None
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "PACS at pacs.example, port 2762, encrypted" in hilum("archive", "nodes")[1]
    listed = hilum("archive", "nodes", "--json")[1]
    assert json.loads(listed)["nodes"][0]["ae_title"] == "PACS"
    assert "secret" not in listed

    status, _, err = hilum("archive", "add", "Hospital", "--ae", "OTHER", "--host", "pacs.example")
    assert (status, "another archive has this name" in err) == (2, True)
    assert hilum("archive", "add", "Hospital", "--ae", "OTHER", "--host", "pacs.example", "--replace")[0] == 0
    assert read_connections().node("Hospital").ae_title == "OTHER"
    assert hilum("archive", "remove", "Hospital")[0] == 0
    status, _, err = hilum("archive", "test", "Hospital")
    assert (status, "No archive is called" in err) == (2, True)


def test_hilums_own_title_and_port(hilum: Hilum) -> None:
    assert "HILUM at all addresses, port 11113" in hilum("archive", "own")[1]
    assert hilum("archive", "own", "--ae", "WARD3", "--port", "11200", "--address", HOST)[0] == 0
    assert f"WARD3 at {HOST}, port 11200" in hilum("archive", "own")[1]
    status, _, err = hilum("archive", "own", "--ae", "NOT\\POSSIBLE")
    assert (status, "backslash" in err) == (2, True)


@pytest.mark.parametrize("way", ["dimse", "web"])
def test_a_study_is_found_and_brought(hilum: Hilum, orthanc: OrthancServer, tmp_path: Path, way: str) -> None:
    orthanc.clear()
    scan = write_scan(tmp_path, StudyInstanceUID="2.25.7", PatientID="TR-99")
    orthanc.upload(scan)
    where = ("--web", orthanc.dicomweb_url)
    if way == "dimse":
        where = ("--ae", orthanc.ae_title, "--host", HOST, "--port", str(orthanc.port))
    assert hilum("archive", "add", "Hospital", *where)[0] == 0

    status, out, _ = hilum("archive", "test", "hospital")
    assert (status, "it answers" in out) == (0, True)
    status, out, _ = hilum(
        "archive", "find", "Hospital", "--patient", "Öztürk", "--from", "2026-01-01", "--modality", "CR"
    )
    assert status == 0
    assert "2026-01-05 10:15  CR  1 images  TR-99  Öztürk, Ayşe  Thorax  2.25.7" in out
    (study,) = json.loads(hilum("archive", "find", "Hospital", "--json")[1])["studies"]
    assert (study["study_uid"], study["study_date"]) == ("2.25.7", "2026-01-05")
    assert "Nothing was found" in hilum("archive", "find", "Hospital", "--id", "nobody")[2]

    status, out, _ = hilum("archive", "retrieve", "Hospital", "2.25.7", "--out", tmp_path / "came")
    assert status == 0
    assert Path(out.strip()).name == scan.name


def test_a_wrong_title_is_said(hilum: Hilum, orthanc: OrthancServer) -> None:
    hilum("archive", "add", "Hospital", "--ae", "WRONG", "--host", HOST, "--port", orthanc.port)

    status, out, _ = hilum("archive", "test", "Hospital")
    assert status == 1
    assert "does not go by the AE title WRONG" in out
    assert hilum("archive", "find", "Hospital")[0] == 2


def test_files_are_sent_through_the_queue(hilum: Hilum, receiver: RunningServer, tmp_path: Path) -> None:
    hilum("archive", "add", "Ward", "--ae", receiver.ae_title, "--host", HOST, "--port", receiver.port)
    paths = [write_scan(tmp_path), write_scan(tmp_path)]

    status, out, _ = hilum("archive", "send", "ward", *paths)

    assert status == 0
    assert [line.split()[1] for line in out.splitlines()] == ["sent", "sent"]
    assert len(receiver.files) == 2
    assert hilum("archive", "send", "Ward", *paths)[0] == 0
    assert len(receiver.files) == 2
    queued = json.loads(hilum("archive", "queue", "--json")[1])["objects"]
    assert {item["state"] for item in queued} == {"sent"}


def test_what_does_not_arrive_waits(hilum: Hilum, tmp_path: Path) -> None:
    port = free_port()
    hilum("archive", "add", "Ward", "--ae", "STORESCP", "--host", HOST, "--port", port)

    status, out, err = hilum("archive", "send", "Ward", write_scan(tmp_path))
    assert status == 1
    assert "waiting" in out
    assert "nothing listens" in out
    assert "archive queue --run" in err

    server = start_storescp(tmp_path / "later", port=port)
    try:
        assert hilum("archive", "queue", "--again", "1", "--once")[0] == 0
        assert len(server.files) == 1
    finally:
        server.stop()
    assert hilum("archive", "queue", "--remove", "1")[1] == ""


def test_pictures_are_refused_with_a_sentence(hilum: Hilum, receiver: RunningServer, tmp_path: Path) -> None:
    hilum("archive", "add", "Ward", "--ae", receiver.ae_title, "--host", HOST, "--port", receiver.port)
    (tmp_path / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"nothing" * 50)

    status, _, err = hilum("archive", "send", "Ward", tmp_path / "scan.png")

    assert status == 2
    assert "scan.png" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("find",),
        ("retrieve", "Ward", "2.25.1"),
        ("send", "Ward"),
        ("find", "Ward", "--from", "yesterday"),
        ("nonsense",),
    ],
)
def test_incomplete_commands_are_answered_with_usage(hilum: Hilum, arguments: tuple[str, ...]) -> None:
    assert hilum("archive", *arguments)[0] == 2
