import csv
import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from core.cli.outputs import OutputFile
from core.errors import OutputNotWritableError
from core.registry.standing import NOT_COMMISSIONED
from core.screening.result import RESEARCH_USE_NOTICE

Hilum = Callable[..., tuple[int, str, str]]

COLUMNS = [
    "file",
    "status",
    "probability_non_covid19",
    "probability_covid19",
    "decision",
    "gate",
    "opacity_extent",
    "lung_fraction",
    "activation_in_lungs",
    "model",
    "device",
    "milliseconds",
    "warnings",
    "error",
]


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_folder_becomes_a_row_per_scan(hilum: Hilum, scans: Path, tmp_path: Path) -> None:
    table = tmp_path / "out.csv"
    status, out, err = hilum("classify", scans, "--csv", table)
    assert status == 0
    rows = rows_of(table)
    assert list(rows[0]) == COLUMNS
    assert [Path(row["file"]).name for row in rows] == ["a.dcm", "b.jpg", "b.png"]
    for row in rows:
        assert row["status"] == "ok"
        assert float(row["probability_covid19"]) + float(row["probability_non_covid19"]) == pytest.approx(1, abs=1e-5)
        assert row["decision"] in ("positive", "negative", "undetermined")
        assert row["gate"] in ("pass", "warn")
        for column in ("opacity_extent", "lung_fraction", "activation_in_lungs"):
            assert 0 < float(row[column]) < 1
        assert float(row["milliseconds"]) > 0
        assert row["error"] == ""
    # An ordinary MONOCHROME1 file has nothing else to warn of; that it was inverted is told in the JSON.
    assert rows[0]["warnings"] == NOT_COMMISSIONED
    assert RESEARCH_USE_NOTICE in err
    assert len(out.splitlines()) == 3


def test_a_bad_file_gets_a_row_and_the_rest_goes_on(hilum: Hilum, scans: Path, tmp_path: Path) -> None:
    (scans / "a.dcm").write_bytes((scans / "a.dcm").read_bytes()[:5000])
    table = tmp_path / "out.csv"
    status, out, err = hilum("classify", scans, tmp_path / "gone.png", "--csv", table)
    assert status == 1
    rows = rows_of(table)
    assert [row["status"] for row in rows] == ["failed", "ok", "ok", "failed"]
    assert rows[3]["probability_covid19"] == rows[3]["decision"] == ""
    assert "gone.png" in rows[3]["error"]
    assert "2 classified, 2 failed" in err
    assert "Traceback" not in out + err


def test_nothing_readable_is_exit_status_two(hilum: Hilum, tmp_path: Path) -> None:
    (tmp_path / "bad.png").write_bytes(b"bad")
    empty = tmp_path / "empty"
    empty.mkdir()
    assert hilum("classify", tmp_path / "bad.png")[0] == 2
    status, _, err = hilum("classify", empty)
    assert status == 2
    assert "empty" in err


def test_json_is_whole_and_tells_everything(hilum: Hilum, scans: Path, tmp_path: Path) -> None:
    (scans / "c.png").write_bytes(b"bad")
    target = tmp_path / "out.json"
    assert hilum("classify", scans, "--json", target)[0] == 1
    document = json.loads(target.read_text(encoding="utf-8"))
    assert document["notice"] == RESEARCH_USE_NOTICE
    assert len(document["model"]["weights_sha256"]) == 64
    assert document["summary"] == {"classified": 3, "failed": 1, "completed": True}
    first = document["scans"][0]
    assert set(first["probabilities"]) == {"COVID-19", "Non-COVID-19"}
    assert "inverted_once" in {notice["kind"] for notice in first["notices"]}


def test_a_csv_on_standard_output_is_nothing_but_csv(hilum: Hilum, scans: Path) -> None:
    status, out, _ = hilum("classify", scans / "b.jpg", "--csv", "-")
    assert status == 0
    (row,) = csv.DictReader(out.splitlines())
    assert list(row) == COLUMNS


def test_heat_maps_have_names_of_their_own(hilum: Hilum, scans: Path, tmp_path: Path) -> None:
    from PIL import Image

    folder = scans / "maps"
    target = tmp_path / "out.json"
    assert hilum("classify", scans, "--heatmaps", folder, "--json", target)[0] == 0
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 3
    assert {"a.heatmap.png", "b.heatmap.png"} < set(names)
    with Image.open(folder / "a.heatmap.png") as picture:
        assert picture.height >= 1024
    document = json.loads(target.read_text(encoding="utf-8"))
    assert {Path(scan["heat_map"]).name for scan in document["scans"]} == set(names)


def test_heat_maps_never_go_where_scans_are_read(hilum: Hilum, scans: Path) -> None:
    before = sorted(scans.rglob("*"))
    status, _, err = hilum("classify", scans, "--heatmaps", scans)
    assert status == 2
    assert "folder of their own" in err
    assert sorted(scans.rglob("*")) == before


def test_an_image_is_never_overwritten(hilum: Hilum, scans: Path) -> None:
    before = (scans / "b.jpg").read_bytes()
    status, out, err = hilum("classify", scans, "--csv", scans / "b.jpg")
    assert status == 2
    assert "b.jpg" in err
    assert out == ""
    assert (scans / "b.jpg").read_bytes() == before


def test_an_unwritable_target_is_told_before_anything_is_classified(hilum: Hilum, scans: Path) -> None:
    status, out, err = hilum("classify", scans, "--csv", scans / "no" / "such" / "folder.csv")
    assert status == 2
    assert "folder.csv" in err
    assert out == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_a_sentence(hilum: Hilum, scans: Path) -> None:
    status, _, err = hilum("classify", scans, "--csv", "/dev/full")
    assert status != 0
    assert "could not be written" in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "arguments",
    [("classify",), ("classify", "x", "--batch", "0"), ("classify", "x", "--device", "abacus"), ("unknown",), ()],
)
def test_wrong_usage_is_exit_status_two(hilum: Hilum, arguments: tuple[str, ...]) -> None:
    status, _, err = hilum(*arguments)
    assert status == 2
    assert "usage: hilum" in err


def test_an_unavailable_device_is_a_sentence(hilum: Hilum, scans: Path) -> None:
    status, _, err = hilum("classify", scans, "--device", "gpu")
    if status == 0:
        pytest.skip("there is an Intel GPU here")
    assert status == 2
    assert "gpu" in err


def test_a_model_folder_that_is_none_is_a_sentence(hilum: Hilum, scans: Path, tmp_path: Path) -> None:
    status, _, err = hilum("classify", scans, "--model", tmp_path)
    assert status == 2
    assert "model" in err


def started(*arguments: object, **options: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "core.cli", "classify", *(str(argument) for argument in arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def many(tmp_path: Path, scans: Path) -> Path:
    """Two thousand names for one picture; by hard links they are as many files."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(2000):
        os.link(scans / "b.jpg", folder / f"{number:04}.jpg")
        if number == 0:
            (folder / "0000.jpg").unlink()
            (folder / "0000.jpg").write_bytes((scans / "b.jpg").read_bytes())
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_rows_come_while_it_runs_and_ctrl_c_keeps_them(many: Path, tmp_path: Path) -> None:
    table = tmp_path / "rows.csv"
    process = started(many, "--csv", table)
    assert process.stdout is not None
    first = process.stdout.readline()
    assert "0000.jpg" in first
    assert process.poll() is None
    assert table.read_text(encoding="utf-8").count("\n") >= 2
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "rows so far are kept" in err
    assert "Traceback" not in err
    rows = rows_of(table)
    assert 1 <= len(rows) < 2000
    assert all(row["status"] == "ok" for row in rows)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_reader_that_goes_away_ends_the_run_quietly(many: Path) -> None:
    process = started(many)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    begun = time.monotonic()
    err = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=30) == 141
    assert time.monotonic() - begun < 20
    assert "Traceback" not in err
    assert "BrokenPipe" not in err


@pytest.mark.skipif(sys.platform == "win32", reason="a shell's >&- and /dev/full are needed")
@pytest.mark.parametrize(
    ("redirection", "status", "said"),
    [
        (">&-", 0, "1 classified"),
        ("2>&-", 0, ""),
        (">&- 2>&- <&-", 0, ""),
        ("--csv - >&-", 2, "it is closed"),
        (">/dev/full", 1, "no space left"),
        ("2>/dev/full", 0, ""),
    ],
)
def test_closed_and_full_streams_are_no_defect(scans: Path, redirection: str, status: int, said: str) -> None:
    command = f"exec '{sys.executable}' -m core.cli classify --device cpu '{scans / 'b.jpg'}' {redirection}"
    run = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == status
    assert said in run.stderr
    assert "Traceback" not in run.stderr
    assert "Exception ignored" not in run.stderr


def test_a_file_name_cannot_command_the_terminal(hilum: Hilum, tmp_path: Path) -> None:
    (tmp_path / "clear\x1b[2Jscreen\n.png").write_bytes(b"bad")
    _, out, err = hilum("classify", tmp_path)
    assert "\x1b" not in out + err
    assert len(out.splitlines()) == 1


def test_an_empty_name_is_not_the_current_folder(hilum: Hilum) -> None:
    status, _, err = hilum("classify", "")
    assert status == 2
    assert "no file or folder named" in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is needed")
def test_an_output_that_fails_on_the_way_ends_the_run_with_a_sentence(
    hilum: Hilum, scans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A table on a full disk: opened and refused at the first flush, as by a real one.
    (tmp_path / "out.json").symlink_to("/dev/full")
    status, _, err = hilum("classify", scans, "--json", tmp_path / "out.json")
    assert status == 2
    assert "no space left" in err

    def full(self: Path, content: bytes) -> int:
        with self.open("wb") as file:
            file.write(content[:100])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", full)
    status, _, err = hilum("classify", scans, "--heatmaps", tmp_path / "maps")
    assert status == 1
    assert "no space left" in err
    assert list((tmp_path / "maps").iterdir()) == []


def test_what_could_not_be_written_once_is_not_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = OutputFile(tmp_path / "out.json")
    output.write("first")
    assert output._file is not None
    monkeypatch.setattr(output._file, "flush", raising_enospc)
    for _ in range(2):
        with pytest.raises(OutputNotWritableError, match="no space"):
            output.write("more")
    output.close()


def raising_enospc() -> None:
    raise OSError(errno.ENOSPC, "no space left on device")
