"""Real archives on loopback, started once for all tests of this folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings

from ....dicom_servers import (  # noqa: TID252 (the tests' folders have no absolute name)
    HOST,
    Certificates,
    OrthancServer,
    RunningServer,
    free_port,
    make_certificates,
    start_dcmqrscp,
    start_orthanc,
    start_storescp,
)

OWN_TITLE = "HILUM"


@pytest.fixture(scope="session")
def own_port() -> int:
    """Where the archives reach Hilum."""
    return free_port()


@pytest.fixture(scope="session")
def settings(own_port: int) -> ConnectionSettings:
    return ConnectionSettings(own_ae_title=OWN_TITLE, listen_address=HOST, listen_port=own_port)


@pytest.fixture(scope="session")
def running_orthanc(tmp_path_factory: pytest.TempPathFactory, own_port: int) -> Iterator[OrthancServer]:
    server = start_orthanc(
        tmp_path_factory.mktemp("orthanc"),
        modalities={"hilum": (OWN_TITLE, HOST, own_port)},
        DicomCheckCalledAet=True,
    )
    yield server
    server.stop()


@pytest.fixture
def orthanc(running_orthanc: OrthancServer) -> OrthancServer:
    """Orthanc with nothing in it, which may send to Hilum."""
    running_orthanc.clear()
    return running_orthanc


@pytest.fixture
def dcmqrscp(tmp_path: Path, own_port: int) -> Iterator[RunningServer]:
    """Dcmtk's archive with nothing in it, which may send to Hilum."""
    server = start_dcmqrscp(tmp_path / "dcmqrscp", peers={OWN_TITLE: own_port})
    yield server
    server.stop()


@pytest.fixture
def start_receiver(tmp_path: Path) -> Iterator[Callable[..., RunningServer]]:
    """Start storescp with options; ended with the test."""
    started: list[RunningServer] = []

    def start(*options: str, port: int | None = None) -> RunningServer:
        folder = tmp_path / f"storescp{len(started)}"
        started.append(start_storescp(folder, options=options, port=port))
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def node_of() -> Callable[..., ArchiveNode]:
    """The node for a server."""

    def node(server: RunningServer, *, web: bool = False, **fields: object) -> ArchiveNode:
        values: dict[str, object] = {"name": "Hospital archive", "timeout_s": 10.0}
        if web:
            assert isinstance(server, OrthancServer)
            values["dicomweb_url"] = server.dicomweb_url
        else:
            values |= {"ae_title": server.ae_title, "host": HOST, "port": server.port}
        return ArchiveNode(**(values | fields))  # type: ignore[arg-type]

    return node
