"""The test button: each failure that real servers provoke is told apart, and said in words."""

import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from core.error_wording import describe_error
from core.errors import (
    AssociationAbortedError,
    AssociationRejectedError,
    CalledTitleUnknownError,
    CallingTitleUnknownError,
    ConnectionRefusedByHostError,
    HilumError,
    HostUnknownError,
    JobCancelledError,
    LoginRefusedError,
    NodeEncryptionError,
    NodeSilentError,
    NotDicomWebError,
)
from core.interchange.archive.nodes import ArchiveNode, TlsSettings
from core.interchange.archive.probe import Service, probe_node
from core.jobs import CancellationToken, JobContext

from ....dicom_servers import (  # noqa: TID252 (the tests' folders have no absolute name)
    HOST,
    Certificates,
    OrthancServer,
    RunningServer,
    free_port,
    start_orthanc,
)

NodeOf = Callable[..., ArchiveNode]
StartReceiver = Callable[..., RunningServer]
_LOGIN = ("reader", "secret word")


def _error(node: ArchiveNode) -> HilumError:
    """What the test of a node that is reached in one way only finds wrong."""
    (check,) = probe_node(node, "HILUM").checks
    assert check.error is not None
    assert "Hospital archive" in describe_error(check.error).summary
    return check.error


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port at which somebody listens and never says a word."""
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_node_says_what_it_offers(orthanc: OrthancServer, node_of: NodeOf) -> None:
    node = replace(node_of(orthanc), dicomweb_url=orthanc.dicomweb_url)

    outcome = probe_node(node, "HILUM")

    assert outcome.is_reached
    dimse, web = outcome.checks
    assert set(dimse.services) == set(Service) - {Service.WEB_SEARCH}
    assert web.services == (Service.WEB_SEARCH,)


def test_a_mere_receiver_offers_no_search(start_receiver: StartReceiver, node_of: NodeOf) -> None:
    (check,) = probe_node(node_of(start_receiver()), "HILUM").checks

    assert check.error is None
    assert set(check.services) == {Service.VERIFICATION, Service.STORE}


def test_a_wrong_called_title_is_told_from_an_unknown_calling_one(
    orthanc: OrthancServer, dcmqrscp: RunningServer, node_of: NodeOf
) -> None:
    assert isinstance(_error(node_of(orthanc, ae_title="WRONG")), CalledTitleUnknownError)
    assert isinstance(_error(node_of(dcmqrscp, ae_title="WRONG")), CalledTitleUnknownError)


def test_an_unknown_calling_title_is_named(node_of: NodeOf, choosy_server: RunningServer) -> None:
    error = _error(node_of(choosy_server))

    assert isinstance(error, CallingTitleUnknownError)
    assert error.detail == "HILUM"
    assert probe_node(node_of(choosy_server, calling_ae_title="FRIEND"), "HILUM").is_reached


@pytest.fixture
def choosy_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A node that knows the AE title FRIEND alone. (Neither dcmtk's programs nor Orthanc reject by calling title.)"""
    from pynetdicom import AE
    from pynetdicom.sop_class import Verification

    from core.interchange.dicom_network import prepare_network_library

    prepare_network_library()
    entity = AE("CHOOSY")
    entity.require_calling_aet = ["FRIEND"]
    entity.add_supported_context(Verification)
    port = free_port()
    server = entity.start_server((HOST, port), block=False)
    yield RunningServer(None, port, "CHOOSY", tmp_path_factory.mktemp("none"), tmp_path_factory.mktemp("log"))  # type: ignore[arg-type]
    server.shutdown()


def test_a_node_that_refuses_without_reason(start_receiver: StartReceiver, node_of: NodeOf) -> None:
    assert isinstance(_error(node_of(start_receiver("--refuse"))), AssociationRejectedError)


def test_a_closed_port_and_an_unknown_host(start_receiver: StartReceiver, node_of: NodeOf) -> None:
    node = node_of(start_receiver())

    refused = _error(replace(node, port=free_port()))
    assert isinstance(refused, ConnectionRefusedByHostError)
    unknown = _error(replace(node, host="no-such-host.invalid"))
    assert isinstance(unknown, HostUnknownError)
    assert unknown.detail == "no-such-host.invalid"


def test_one_that_never_answers(silent_port: int) -> None:
    dimse = ArchiveNode("Hospital archive", "PACS", HOST, silent_port, timeout_s=0.5)
    web = ArchiveNode("Hospital archive", dicomweb_url=f"http://{HOST}:{silent_port}/dicom-web", timeout_s=0.5)

    assert isinstance(_error(dimse), NodeSilentError)
    assert isinstance(_error(web), NodeSilentError)


def test_something_that_speaks_no_dicom(orthanc: OrthancServer, node_of: NodeOf) -> None:
    assert isinstance(_error(node_of(orthanc, port=orthanc.http_port)), AssociationAbortedError)


def test_an_address_that_is_no_dicomweb(orthanc: OrthancServer, node_of: NodeOf) -> None:
    assert isinstance(_error(node_of(orthanc, web=True, dicomweb_url=f"{orthanc.url}/nowhere")), NotDicomWebError)
    # An answer that is JSON, and no list of studies.
    assert isinstance(_error(node_of(orthanc, web=True, dicomweb_url=f"http://{HOST}:{orthanc.port}")), HilumError)


def test_a_wrong_password(tmp_path_factory: pytest.TempPathFactory, node_of: NodeOf) -> None:
    server = start_orthanc(tmp_path_factory.mktemp("locked"), login=_LOGIN)
    try:
        node = node_of(server, web=True, user_name=_LOGIN[0], password=_LOGIN[1])
        assert probe_node(node, "HILUM").is_reached
        assert isinstance(_error(replace(node, password=_LOGIN[0])), LoginRefusedError)
        assert isinstance(_error(replace(node, user_name="", password="")), LoginRefusedError)
    finally:
        server.stop()


def test_encryption_with_a_trusted_authority(
    start_receiver: StartReceiver, certificates: Certificates, node_of: NodeOf
) -> None:
    server = _encrypting(start_receiver, certificates)
    tls = TlsSettings(True, certificates.authority, certificates.client, certificates.client_key)

    assert probe_node(node_of(server, tls=tls), "HILUM").is_reached


@pytest.mark.parametrize(
    ("server_kind", "trusted", "has_certificate", "said"),
    [
        ("server", "stranger", True, "authority that is not trusted"),
        ("expired", "authority", True, "expired"),
        ("other_name", "authority", True, "another host"),
        ("server", "authority", False, "wants a certificate"),
    ],
)
def test_encryption_that_does_not_come_about_says_why(
    start_receiver: StartReceiver,
    certificates: Certificates,
    node_of: NodeOf,
    server_kind: str,
    trusted: str,
    has_certificate: bool,
    said: str,
) -> None:
    server = _encrypting(start_receiver, certificates, server_kind)
    own = (certificates.client, certificates.client_key) if has_certificate else (None, None)

    error = _error(node_of(server, tls=TlsSettings(True, getattr(certificates, trusted), *own)))

    assert isinstance(error, NodeEncryptionError)
    assert said in error.detail


def test_a_certificate_for_another_host_can_be_put_up_with(
    start_receiver: StartReceiver, certificates: Certificates, node_of: NodeOf
) -> None:
    server = _encrypting(start_receiver, certificates, "other_name")
    tls = TlsSettings(True, certificates.authority, certificates.client, certificates.client_key, checks_name=False)

    assert probe_node(node_of(server, tls=tls), "HILUM").is_reached


def test_encryption_on_one_side_only(
    start_receiver: StartReceiver, certificates: Certificates, node_of: NodeOf, orthanc: OrthancServer
) -> None:
    tls = TlsSettings(True, certificates.authority)

    wanted = _error(node_of(_encrypting(start_receiver, certificates)))
    assert isinstance(wanted, NodeEncryptionError)
    assert "entered without" in wanted.detail
    assert isinstance(_error(node_of(orthanc, tls=tls)), NodeEncryptionError)
    web = f"https://{HOST}:{orthanc.http_port}/dicom-web"
    assert isinstance(_error(node_of(orthanc, web=True, dicomweb_url=web)), NodeEncryptionError)


def test_files_that_hold_no_certificate_are_named(
    certificates: Certificates, node_of: NodeOf, orthanc: OrthancServer
) -> None:
    error = _error(node_of(orthanc, tls=TlsSettings(True, certificates.authority, certificates.client_key)))

    assert isinstance(error, NodeEncryptionError)
    assert "client.key" in error.detail


def test_waiting_for_an_answer_can_be_stopped(silent_port: int) -> None:
    token = CancellationToken()
    node = ArchiveNode("Hospital archive", "PACS", HOST, silent_port, timeout_s=300.0)
    stopping = threading.Timer(0.2, token.cancel)
    stopping.start()

    with pytest.raises(JobCancelledError):
        probe_node(node, "HILUM", JobContext(token=token))
    stopping.join()


def test_no_thread_and_no_remark_is_left_behind(
    orthanc: OrthancServer, node_of: NodeOf, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    before = set(threading.enumerate())

    probe_node(node_of(orthanc), "HILUM")
    probe_node(node_of(orthanc, ae_title="WRONG"), "HILUM")

    assert set(threading.enumerate()) <= before
    assert capfd.readouterr() == ("", "")
    assert not caplog.records


def _encrypting(start_receiver: StartReceiver, certificates: Certificates, kind: str = "server") -> RunningServer:
    """A storescp that wants certificates of its callers."""
    key, certificate = getattr(certificates, f"{kind}_key"), getattr(certificates, kind)
    return start_receiver("+tls", str(key), str(certificate), "+cf", str(certificates.authority))
