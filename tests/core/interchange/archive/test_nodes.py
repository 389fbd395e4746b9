"""What may be entered about an archive, and that a password stays between the program and its user."""

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import InvalidNodeError, InvalidSiteSettingsError, UnknownNodeError
from core.interchange.archive.nodes import (
    ArchiveNode,
    ConnectionSettings,
    Protocol,
    Retrieval,
    TlsSettings,
    ae_title_problem,
    check_node,
    read_connections,
    write_connections,
)

_NODE = ArchiveNode("Hospital archive", "PACS", "pacs.hospital.example", 104)


def test_without_a_choice_there_is_no_archive(tmp_path: Path) -> None:
    settings = read_connections(tmp_path)

    assert settings == ConnectionSettings()
    assert not settings.nodes


def test_everything_chosen_is_read_again(tmp_path: Path) -> None:
    tls = TlsSettings(True, Path("/certificates/ca.pem"), Path("own.crt"), Path("own.key"), checks_name=False)
    node = replace(
        _NODE,
        tls=tls,
        dicomweb_url="https://pacs.hospital.example:8443/dicom-web",
        user_name="reader",
        password="çok gizli",  # noqa: S106 - not anyone's
        preferred=Protocol.DICOMWEB,
        retrieval=Retrieval.MOVE,
        asks_commitment=True,
        timeout_s=5.0,
    )
    settings = ConnectionSettings("HILUM_WARD", (node, replace(_NODE, name="Other")), "192.168.1.20", 11200)

    write_connections(settings, tmp_path)

    assert read_connections(tmp_path) == settings
    assert "gizli" not in repr(node)


@pytest.mark.skipif(os.name != "posix", reason="permissions of files are POSIX's")
def test_the_file_with_passwords_is_for_this_user_only(tmp_path: Path) -> None:
    write_connections(ConnectionSettings(), tmp_path)

    (path,) = tmp_path.iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_damaged_file_is_not_taken_for_no_archives(tmp_path: Path) -> None:
    (tmp_path / "connections.json").write_text('{"nodes": [{"name": 5}]}')

    with pytest.raises(InvalidSiteSettingsError):
        read_connections(tmp_path)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": " "}, "no name"),
        ({"ae_title": ""}, "missing"),
        ({"ae_title": "A" * 17}, "17 characters"),
        ({"ae_title": "PA\\CS"}, "backslash"),
        ({"ae_title": "GÖĞÜS"}, "plain letters"),
        ({"ae_title": "PACS\n"}, "plain letters"),
        ({"calling_ae_title": " HILUM"}, "space"),
        ({"host": "", "dicomweb_url": ""}, "neither a host"),
        ({"host": "http://pacs"}, "name or an address alone"),
        ({"host": "pacs:104"}, "name or an address alone"),
        ({"port": 0}, "1 to 65535"),
        ({"port": 65536}, "1 to 65535"),
        ({"timeout_s": 0.0}, "longer than nothing"),
        ({"dicomweb_url": "pacs/dicom-web"}, "https://"),
        ({"dicomweb_url": "ftp://pacs/dicom-web"}, "https://"),
        ({"dicomweb_url": "https://"}, "name a host"),
        ({"dicomweb_url": "https://pacs:99999/dicom-web"}, "name a host"),
        ({"dicomweb_url": "https://reader:secret@pacs/dicom-web"}, "no user name"),
        ({"dicomweb_url": "https://pacs/dicom-web?key=1"}, "nothing behind"),
        ({"dicomweb_url": "https://pacs/dicom-web", "password": "secret"}, "needs a user name"),
        ({"user_name": "reader"}, "needs a DICOMweb address"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(changes: dict[str, object], said: str) -> None:
    with pytest.raises(InvalidNodeError) as caught:
        check_node(replace(_NODE, **changes))  # type: ignore[arg-type]

    assert said in caught.value.reason


@pytest.mark.parametrize("host", ["10.0.0.7", "fe80::1", "pacs", "PACS.hospital.example", "röntgen.example"])
def test_hosts_by_name_and_by_address_are_accepted(host: str) -> None:
    check_node(replace(_NODE, host=host))


@given(st.text(max_size=20))
def test_an_accepted_ae_title_is_one_by_the_standard(title: str) -> None:
    if ae_title_problem(title) == "":
        assert 1 <= len(title) <= 16
        assert title.isascii()
        assert title.isprintable()
        assert "\\" not in title
        assert title == title.strip()


def test_nodes_are_told_apart_by_name_whatever_its_case() -> None:
    settings = ConnectionSettings().with_node(_NODE)

    with pytest.raises(InvalidNodeError):
        settings.with_node(replace(_NODE, name="HOSPITAL archive"))
    changed = settings.with_node(replace(_NODE, port=11112), replacing="hospital ARCHIVE")
    assert [node.port for node in changed.nodes] == [11112]
    assert changed.without_node("Hospital Archive").nodes == ()
    with pytest.raises(UnknownNodeError) as caught:
        changed.node("Clinic")
    assert caught.value.known == ("Hospital archive",)


def test_the_preferred_way_is_taken_where_there_are_two() -> None:
    both = replace(_NODE, dicomweb_url="https://pacs/dicom-web")

    assert _NODE.protocols == (Protocol.DIMSE,)
    assert both.protocol is Protocol.DIMSE
    assert replace(both, preferred=Protocol.DICOMWEB).protocols == (Protocol.DICOMWEB, Protocol.DIMSE)
    assert replace(both, host="").protocol is Protocol.DICOMWEB


def test_a_node_may_know_hilum_by_another_title() -> None:
    settings = ConnectionSettings("HILUM")

    assert settings.calling_title(_NODE) == "HILUM"
    assert settings.calling_title(replace(_NODE, calling_ae_title="WARD3")) == "WARD3"
