"""Real archives on this computer's own network, for tests: Orthanc, and dcmtk's dcmqrscp and storescp.

Each function starts one and returns when it answers; `stop()` ends it. Where the program is missing the test is
skipped with the reason.
"""

import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

HOST = "127.0.0.1"
_PATIENCE_S = 30.0
_ORTHANC_PLUGINS = (Path("/usr/share/orthanc/plugins"), Path("/usr/local/share/orthanc/plugins"))


@dataclass(frozen=True)
class Certificates:
    """Keys and certificates (PEM) made for one run of the tests.

    Attributes:
        authority: The certificate of their authority.
        server: For 127.0.0.1 and localhost.
        server_key: Its key.
        client: For Hilum.
        client_key: Its key.
        expired: For 127.0.0.1, over since long.
        expired_key: Its key.
        other_name: For another host.
        other_name_key: Its key.
        stranger: The certificate of another authority.
    """

    authority: Path
    server: Path
    server_key: Path
    client: Path
    client_key: Path
    expired: Path
    expired_key: Path
    other_name: Path
    other_name_key: Path
    stranger: Path


@dataclass
class RunningServer:
    """A program that listens.

    Attributes:
        process: The program.
        port: Its DICOM port on 127.0.0.1.
        ae_title: Its AE title.
        folder: Where it keeps what it is sent.
        log: What it said.
    """

    process: "subprocess.Popen[bytes]"
    port: int
    ae_title: str
    folder: Path
    log: Path

    def stop(self) -> None:
        """End the program; a second time does nothing."""
        if self.process.poll() is None:
            # Orthanc takes seconds to end by itself, and nothing that it keeps is needed any more.
            self.process.kill()
            self.process.wait(10)

    @property
    def files(self) -> list[Path]:
        """What it keeps, sorted."""
        return sorted(path for path in self.folder.rglob("*") if path.is_file())


@dataclass
class OrthancServer(RunningServer):
    """Orthanc with its DICOMweb plug-in.

    Attributes:
        http_port: Port of its REST interface.
        scheme: http or https.
        login: User name and password, or nothing.
    """

    http_port: int = 0
    scheme: str = "http"
    login: tuple[str, str] | None = None
    authority: Path | None = field(default=None)

    @property
    def url(self) -> str:
        """Address of its REST interface."""
        return f"{self.scheme}://{HOST}:{self.http_port}"

    @property
    def dicomweb_url(self) -> str:
        """Address of its DICOMweb services."""
        return f"{self.url}/dicom-web"

    def rest(self, path: str, data: bytes | None = None, method: str = "") -> Any:
        """Ask its REST interface; the answer's JSON."""
        request = urllib.request.Request(f"{self.url}{path}", data=data, method=method or None)  # noqa: S310
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
            content = answer.read()
        return json.loads(content) if content else None

    def upload(self, path: Path) -> str:
        """Put a DICOM file into it, past its DICOM port; its identifier there."""
        return str(self.rest("/instances", path.read_bytes())["ID"])

    def clear(self) -> None:
        """Delete everything in it."""
        for patient in self.rest("/patients"):
            self.rest(f"/patients/{patient}", method="DELETE")

    @property
    def instances(self) -> list[str]:
        """SOP Instance UIDs of what is in it, sorted."""
        found = self.rest("/instances?expand")
        return sorted(instance["MainDicomTags"]["SOPInstanceUID"] for instance in found)


def free_port() -> int:
    """A port of 127.0.0.1 that nothing uses at the moment."""
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        return int(listener.getsockname()[1])


def program(name: str) -> str:
    """Where a program is; the test is skipped where it is not installed."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def start_orthanc(
    folder: Path,
    *,
    ae_title: str = "ORTHANC",
    modalities: Mapping[str, tuple[str, str, int]] | None = None,
    certificates: Certificates | None = None,
    login: tuple[str, str] | None = None,
    **options: Any,
) -> OrthancServer:
    """Start Orthanc with its DICOMweb plug-in, in an empty folder.

    Args:
        folder: For its database and log.
        ae_title: Its AE title.
        modalities: Who it knows: symbolic name to AE title, host and port; with strict checks nobody else may search.
        certificates: Makes its DICOM port encrypted; only holders of the client's certificate come in.
        login: User name and password that its web interface asks for.
        options: Further settings of Orthanc's, such as `DicomCheckCalledAet=True`.
    """
    binary = program("Orthanc")
    plugins = next((path for path in _ORTHANC_PLUGINS if (path / "libOrthancDicomWeb.so").exists()), None)
    if plugins is None:
        pytest.skip("Orthanc's DICOMweb plug-in is not installed")
    folder.mkdir(parents=True, exist_ok=True)
    port, http_port = free_port(), free_port()
    content: dict[str, Any] = {
        "Name": "Test",
        "StorageDirectory": str(folder / "storage"),
        "IndexDirectory": str(folder / "storage"),
        "Plugins": [str(plugins / "libOrthancDicomWeb.so")],
        "DicomWeb": {"Enable": True, "Root": "/dicom-web/"},
        "HttpPort": http_port,
        "DicomPort": port,
        "DicomAet": ae_title,
        "DefaultEncoding": "Utf8",
        "DicomAlwaysAllowFind": True,
        "DicomAlwaysAllowGet": True,
        "DicomAlwaysAllowMove": True,
        "DicomModalities": dict(modalities or {}),
        "RemoteAccessAllowed": False,
        "AuthenticationEnabled": login is not None,
        "RegisteredUsers": {login[0]: login[1]} if login else {},
        "StableAge": 1,
        "JobsHistorySize": 0,
    }
    if certificates is not None:
        content |= {
            "DicomTlsEnabled": True,
            "DicomTlsCertificate": str(certificates.server),
            "DicomTlsPrivateKey": str(certificates.server_key),
            "DicomTlsTrustedCertificates": str(certificates.authority),
        }
    content |= options
    configuration = folder / "orthanc.json"
    configuration.write_text(json.dumps(content))
    log = folder / "orthanc.log"
    process = _start([binary, str(configuration)], log, folder)
    server = OrthancServer(process, port, ae_title, folder / "storage", log, http_port=http_port, login=login)
    _await(server, lambda: _answers_http(f"{server.url}/system") and _listens(port))
    return server


def start_dcmqrscp(
    folder: Path,
    *,
    ae_title: str = "QRSCP",
    peers: Mapping[str, int] | None = None,
    options: Sequence[str] = (),
) -> RunningServer:
    """Start dcmtk's archive.

    Args:
        folder: For its images, index and log.
        ae_title: Its AE title.
        peers: AE titles on this computer that it may send to (C-MOVE), with their ports.
        options: Further options of dcmqrscp's.
    """
    binary = program("dcmqrscp")
    storage = folder / "storage"
    storage.mkdir(parents=True, exist_ok=True)
    port = free_port()
    # It does not start with an empty table.
    known = enumerate((peers or {"NOBODY": 9}).items())
    hosts = "\n".join(f"peer{number} = ({title}, localhost, {peer})" for number, (title, peer) in known)
    configuration = folder / "dcmqrscp.cfg"
    configuration.write_text(
        f"NetworkTCPPort = {port}\nMaxPDUSize = 16384\nMaxAssociations = 16\n"
        f"HostTable BEGIN\n{hosts}\nHostTable END\nVendorTable BEGIN\nVendorTable END\n"
        f"AETable BEGIN\n{ae_title} {storage} RW (200, 1024mb) ANY\nAETable END\n"
    )
    log = folder / "dcmqrscp.log"
    process = _start([binary, "-c", str(configuration), *options, str(port)], log, folder)
    server = RunningServer(process, port, ae_title, storage, log)
    _await(server, lambda: _listens(port))
    return server


def start_storescp(
    folder: Path,
    *,
    ae_title: str = "STORESCP",
    options: Sequence[str] = (),
    port: int | None = None,
) -> RunningServer:
    """Start dcmtk's receiver, which keeps what it is sent in a folder.

    Args:
        folder: For the files, below `files`, and the log.
        ae_title: Its AE title.
        options: Further options of storescp's.
        port: Its port, None for a free one.
    """
    binary = program("storescp")
    storage = folder / "files"
    storage.mkdir(parents=True, exist_ok=True)
    port = port or free_port()
    log = folder / "storescp.log"
    process = _start([binary, "-v", "-aet", ae_title, "-od", str(storage), *options, str(port)], log, folder)
    server = RunningServer(process, port, ae_title, storage, log)
    _await(server, lambda: _listens(port))
    return server


def make_certificates(folder: Path) -> Certificates:
    """Make an authority and certificates for the tests with openssl; takes about a second."""
    program("openssl")
    folder.mkdir(parents=True, exist_ok=True)
    local = "IP:127.0.0.1,DNS:localhost"
    authority, _ = _authority(folder, "authority")
    stranger, _ = _authority(folder, "stranger")
    server, server_key = _signed(folder, "server", local)
    client, client_key = _signed(folder, "client", "DNS:hilum")
    expired, expired_key = _signed(folder, "expired", local, ("-not_after", "20200102000000Z"))
    other, other_key = _signed(folder, "other", "DNS:elsewhere.example")
    return Certificates(
        authority, server, server_key, client, client_key, expired, expired_key, other, other_key, stranger
    )


def _authority(folder: Path, name: str) -> tuple[Path, Path]:
    key, certificate = folder / f"{name}.key", folder / f"{name}.crt"
    _openssl(
        *("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "3650"),
        *("-subj", f"/CN=Tests {name}", "-addext", "keyUsage=critical,keyCertSign,cRLSign"),
        *("-keyout", str(key), "-out", str(certificate)),
    )
    return certificate, key


def _signed(folder: Path, name: str, names: str, dates: Sequence[str] = ()) -> tuple[Path, Path]:
    """A certificate of the authority's; `openssl ca` is what sets the dates of one that is over."""
    key, request, certificate = (folder / f"{name}.{suffix}" for suffix in ("key", "csr", "crt"))
    _openssl(
        *("req", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={name}"),
        *("-keyout", str(key), "-out", str(request)),
    )
    (folder / "index.txt").write_text("")
    configuration = folder / f"{name}.cnf"
    configuration.write_text(
        f"[ca]\ndefault_ca=d\n[d]\ndatabase={folder}/index.txt\nnew_certs_dir={folder}\nrand_serial=yes\n"
        f"default_md=sha256\npolicy=p\nx509_extensions=e\nunique_subject=no\n[p]\ncommonName=supplied\n"
        f"[e]\nsubjectAltName={names}\nbasicConstraints=CA:FALSE\nauthorityKeyIdentifier=keyid\n"
        "keyUsage=digitalSignature,keyEncipherment\n"
    )
    start = ("-startdate", "20200101000000Z", "-enddate", "20200102000000Z") if dates else ("-days", "3650")
    _openssl(
        *("ca", "-batch", "-notext", "-config", str(configuration), "-in", str(request), "-out", str(certificate)),
        *("-cert", str(folder / "authority.crt"), "-keyfile", str(folder / "authority.key"), *start),
    )
    return certificate, key


def _openssl(*arguments: str) -> None:
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)


def _start(command: Sequence[str], log: Path, folder: Path) -> "subprocess.Popen[bytes]":
    with log.open("wb") as file:
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT, cwd=folder)


def _await(server: RunningServer, is_ready: Any) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not is_ready():
        if server.process.poll() is not None or time.monotonic() > end:
            server.stop()
            pytest.fail(f"the server did not start: {server.log.read_text(errors='replace')[-2000:]}")
        time.sleep(0.05)


def _listens(port: int) -> bool:
    with socket.socket() as client:
        client.settimeout(1)
        return client.connect_ex((HOST, port)) == 0


def _answers_http(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2):  # noqa: S310
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
