"""What others make of the results: dcmtk and Orthanc."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.imaging.greyscale import VoiWindow, default_window, render
from core.imaging.reading import read_radiograph
from core.interchange.results.source import ResultKind, ResultSource
from core.interchange.results.writing import write_result_objects
from tests.core.interchange.results.conftest import MADE, PDF, MakeSource, WriteKind
from tests.dicom_servers import OrthancServer, start_orthanc


def output_of(program: str, *arguments: object) -> str:
    """What a program of dcmtk says; the test is skipped where it is not installed."""
    if shutil.which(program) is None:
        pytest.skip(f"{program} (dcmtk) is not installed")
    run = subprocess.run([program, *map(str, arguments)], capture_output=True, check=False)
    said = run.stdout.decode("utf-8", errors="replace")
    assert run.returncode == 0, said + run.stderr.decode("utf-8", errors="replace")
    return said


@pytest.mark.parametrize("is_inverted", [False, True])
@pytest.mark.parametrize("name", ["RG1_UNCR.dcm", "RG3_UNCR.dcm", "mlut_18.dcm", "vlut_04.dcm"])
def test_dcmtk_shows_the_scan_as_the_presentation_state_says(
    example_dicom: Callable[[str], Path], write_kind: WriteKind, tmp_path: Path, name: str, *, is_inverted: bool
) -> None:
    path = example_dicom(name)
    radiograph = read_radiograph(path)
    usual = default_window(radiograph)
    window = VoiWindow(usual.center * 1.1, usual.width * 0.6)
    state = write_kind(
        ResultSource(path, radiograph, window=window, is_inverted=is_inverted), ResultKind.PRESENTATION_STATE
    )

    output_of("dcmp2pgm", "-p", state, path, tmp_path / "shown.pgm")

    with Image.open(tmp_path / "shown.pgm") as picture:
        theirs = np.asarray(picture).astype(np.int16)
    ours = render(radiograph, window, is_inverted).astype(np.int16)
    # dcmtk cuts where Hilum rounds.
    assert int(np.abs(theirs - ours).max()) <= 1


def test_dcmtk_reads_the_report(chest_dicom: Path, make_source: MakeSource, write_kind: WriteKind) -> None:
    text = output_of("dsrdump", write_kind(make_source(chest_dicom), ResultKind.STRUCTURED_REPORT))

    assert 'CODE:(,,"COVID-19")=(10828004,SCT,"Positive")' in text
    assert 'NUM:(,,"Probability")="0.875" (1,UCUM,"no units")' in text
    assert 'TEXT:(,,"Research use notice")=' in text
    assert "SCOORD" in text


@pytest.mark.parametrize(
    ("character_set", "name"),
    [("ISO_IR 148", "Çağlayan^Şükrü Öğüt"), ("ISO_IR 192", "Yamada^Tarou=山田^太郎=やまだ^たろう")],
)
def test_dcmtk_reads_names_in_their_own_script(
    make_dx: Callable[..., Path], make_source: MakeSource, write_kind: WriteKind, character_set: str, name: str
) -> None:
    source = make_source(make_dx(character_set, PatientName=name))

    for kind in ResultKind:
        assert name in output_of("dcmdump", "+U8", "+P", "PatientName", write_kind(source, kind)), kind


@pytest.fixture(scope="module")
def orthanc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OrthancServer]:
    server = start_orthanc(tmp_path_factory.mktemp("orthanc"))
    yield server
    server.stop()


def test_orthanc_files_the_results_with_the_scan(
    orthanc: OrthancServer, make_dx: Callable[..., Path], make_source: MakeSource, tmp_path: Path
) -> None:
    scan = make_dx("ISO_IR 148", PatientName="Çağlayan^Şükrü Öğüt")
    paths = write_result_objects(
        make_source(scan), list(ResultKind), tmp_path / "out", make_pdf=lambda *_: PDF, made=MADE
    )
    for path in (scan, *paths):
        orthanc.upload(path)

    (study,) = orthanc.rest("/studies?expand")
    series = [orthanc.rest(f"/series/{number}")["MainDicomTags"] for number in study["Series"]]

    assert study["PatientMainDicomTags"]["PatientName"] == "Çağlayan^Şükrü Öğüt"
    assert sorted(tags["Modality"] for tags in series) == ["DOC", "DX", "OT", "PR", "SR"]
    assert sum("Hilum" in tags.get("SeriesDescription", "") for tags in series) == 4
