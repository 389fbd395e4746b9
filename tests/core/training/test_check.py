import json
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import InvalidDatasetError, JobCancelledError
from core.jobs import CancellationToken, JobContext
from core.model.input import InputSpec
from core.model.package import bundled_package
from core.training.check import DatasetCheck, Finding, FindingKind, Severity, check_dataset
from core.training.check_report import check_to_json

Check = Callable[..., DatasetCheck]


@pytest.fixture
def spec() -> InputSpec:
    return bundled_package().card.input


@pytest.fixture
def check(tmp_path: Path, spec: InputSpec) -> Check:
    """Check the folder `data`, or a path in it."""

    def run(name: str = "") -> DatasetCheck:
        return check_dataset(tmp_path / "data" / name, spec, tmp_path / "cache")

    return run


@pytest.fixture
def draw(tmp_path: Path) -> Callable[..., Path]:
    """Write a picture of its own into the folder `data`."""

    def write(name: str, seed: int, size: tuple[int, int] = (200, 220)) -> Path:
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        coarse = np.random.default_rng(seed).integers(0, 256, (24, 24), dtype=np.uint8)
        Image.fromarray(coarse).resize((size[1], size[0]), Image.Resampling.BICUBIC).save(path, "PNG")
        return path

    return write


@pytest.fixture
def sound(draw: Callable[..., Path]) -> dict[str, Path]:
    """Six images of each of two classes."""
    return {
        f"{name}/{number}": draw(f"{name}/{number}.png", 10 * (name == "B") + number)
        for name in "AB"
        for number in range(6)
    }


def found(outcome: DatasetCheck, kind: FindingKind) -> Finding:
    (finding,) = [finding for finding in outcome.findings if finding.kind is kind]
    return finding


def kinds(outcome: DatasetCheck) -> set[FindingKind]:
    return {finding.kind for finding in outcome.findings}


def test_sound_images_can_be_trained_on(check: Check, sound: dict[str, Path]) -> None:
    outcome = check()
    assert outcome.can_train
    assert outcome.class_counts == {"A": 6, "B": 6}
    assert outcome.groups.tolist() == list(range(12))
    assert outcome.duplicate_groups == ()
    assert kinds(outcome) == {FindingKind.CLASS_COUNTS, FindingKind.FEW_IMAGES, FindingKind.PATIENT_UNKNOWN}
    assert "every image" in found(outcome, FindingKind.PATIENT_UNKNOWN).sentence


def test_every_finding_says_what_to_do_and_the_gravest_come_first(check: Check, sound: dict[str, Path]) -> None:
    sound["A/0"].write_bytes(b"")
    (sound["A/0"].parent.parent / "C").mkdir()
    outcome = check()
    order = [list(Severity).index(finding.severity) for finding in outcome.findings]
    assert order == sorted(order)
    assert all(finding.sentence.endswith(".") for finding in outcome.findings)
    assert all(finding.remedy for finding in outcome.findings if finding.severity is not Severity.INFO)


def test_an_empty_class_forbids_training(check: Check, sound: dict[str, Path]) -> None:
    (sound["A/0"].parent.parent / "C").mkdir()
    outcome = check()
    assert not outcome.can_train
    assert "“C”" in found(outcome, FindingKind.EMPTY_CLASS).sentence


def test_a_class_without_a_readable_image_forbids_training(check: Check, sound: dict[str, Path]) -> None:
    for name, path in sound.items():
        if name.startswith("B"):
            path.write_bytes(path.read_bytes()[:60])
    outcome = check()
    assert found(outcome, FindingKind.EMPTY_CLASS).severity is Severity.BLOCKING
    assert found(outcome, FindingKind.UNREADABLE).severity is Severity.BLOCKING
    assert len(found(outcome, FindingKind.UNREADABLE).files) == len(outcome.unreadable) == 6


def test_one_class_or_one_image_forbids_training(check: Check, draw: Callable[..., Path]) -> None:
    draw("A/1.png", 1)
    assert {FindingKind.ONE_CLASS, FindingKind.ONE_IMAGE} <= kinds(check())
    draw("A/2.png", 2)
    outcome = check()
    assert not outcome.can_train
    assert FindingKind.ONE_CLASS in kinds(outcome)
    assert FindingKind.ONE_IMAGE not in kinds(outcome)


@pytest.mark.skipif(not Path("/proc").exists(), reason="needs a file system that tells case apart")
def test_class_names_that_differ_in_case_forbid_training(check: Check, draw: Callable[..., Path]) -> None:
    for number, name in enumerate(("Covid", "COVID", "other") * 5):
        draw(f"{name}/{number}.png", number)
    finding = found(check(), FindingKind.SIMILAR_CLASS_NAMES)
    assert finding.severity is Severity.BLOCKING
    assert "“COVID” and “Covid”" in finding.sentence


@pytest.mark.skipif(not Path("/proc").exists(), reason="needs a file system that takes any bytes as a name")
def test_a_class_name_that_is_no_text_forbids_training(check: Check, sound: dict[str, Path], tmp_path: Path) -> None:
    assert sound
    (tmp_path / "data" / "B").rename(tmp_path / "data" / os.fsdecode(b"B\xff"))
    finding = found(check(), FindingKind.UNUSABLE_CLASS_NAME)
    assert finding.severity is Severity.BLOCKING
    finding.sentence.encode()


def test_more_classes_than_can_be_told_apart_forbid_training(check: Check, draw: Callable[..., Path]) -> None:
    for number in range(11):
        draw(f"class {number}/1.png", number)
    assert found(check(), FindingKind.TOO_MANY_CLASSES).severity is Severity.BLOCKING


def test_a_few_unreadable_files_are_left_out(check: Check, sound: dict[str, Path]) -> None:
    sound["A/3"].write_bytes(sound["A/3"].read_bytes()[:100])
    outcome = check()
    assert outcome.can_train
    assert found(outcome, FindingKind.UNREADABLE).files == ((sound["A/3"],),)
    assert sound["A/3"] not in {image.path for image in outcome.dataset.images}
    assert len(outcome.images.pixels) == len(outcome.groups) == 11


def test_files_missing_from_an_index_are_named(check: Check, sound: dict[str, Path], tmp_path: Path) -> None:
    rows = [f"{name}.png,{name[0]}" for name in sound]
    index = tmp_path / "data" / "index.csv"
    index.write_text("\n".join(["file,label", *rows, "gone.png,A"]))
    outcome = check("index.csv")
    assert outcome.can_train
    assert found(outcome, FindingKind.MISSING).files == ((tmp_path / "data" / "gone.png",),)
    index.write_text("\n".join(["file,label", *(f"x{row}" for row in rows)]))
    assert not check("index.csv").can_train


def test_exactly_the_same_image_in_two_classes(check: Check, sound: dict[str, Path]) -> None:
    sound["B/2"].write_bytes(sound["A/2"].read_bytes())
    outcome = check()
    assert found(outcome, FindingKind.IN_TWO_CLASSES).files == ((sound["A/2"], sound["B/2"]),)
    assert outcome.duplicate_groups == ((2, 8),)
    assert outcome.groups[2] == outcome.groups[8]


def test_copies_within_and_across_classes_are_told_apart(check: Check, sound: dict[str, Path], tmp_path: Path) -> None:
    small = Image.open(sound["A/1"]).resize((180, 170))
    within, across, same = (tmp_path / "data" / name for name in ("A/near.jpg", "B/near.jpg", "B/same.png"))
    small.save(within, quality=80)
    Image.open(sound["A/4"]).resize((190, 180)).save(across, quality=80)
    same.write_bytes(sound["B/5"].read_bytes())
    outcome = check()
    assert found(outcome, FindingKind.NEAR_COPIES).files == ((sound["A/1"], within),)
    assert found(outcome, FindingKind.COPIES_ACROSS_CLASSES).files == ((sound["A/4"], across),)
    assert found(outcome, FindingKind.EXACT_COPIES).files == ((sound["B/5"], same),)
    assert len(outcome.duplicate_groups) == 3


def test_the_same_pixels_in_another_format_are_the_same_image(check: Check, sound: dict[str, Path]) -> None:
    copy = sound["A/0"].with_name("copy.bmp")
    Image.open(sound["A/0"]).save(copy)
    assert found(check(), FindingKind.EXACT_COPIES).files == ((sound["A/0"], copy),)


def test_patients_and_sources_of_an_index(check: Check, sound: dict[str, Path], tmp_path: Path) -> None:
    rows = [f"{name}.png,{name[0]},{name[2]},{name[0]} hospital" for name in sound]
    rows[6] = "B/0.png,B,anna-1,B hospital"
    rows[1] = "A/1.png,A,anna-1,A hospital"
    (tmp_path / "data" / "index.csv").write_text("\n".join(["file,label,patient_id,source", *rows]))
    outcome = check()
    assert found(outcome, FindingKind.PATIENT_IN_CLASSES).files == ((sound["A/1"], sound["B/0"]),)
    assert FindingKind.PATIENT_UNKNOWN not in kinds(outcome)
    assert FindingKind.SOURCE_TELLS_CLASS in kinds(outcome)
    assert "anna" not in json.dumps(check_to_json(outcome))


def test_fewer_patients_than_folds(check: Check, sound: dict[str, Path], tmp_path: Path) -> None:
    index = tmp_path / "data" / "index.csv"
    rows = [f"{name}.png,{name[0]},{name[0]}-{int(name[2]) % 3}" for name in sound]
    index.write_text("\n".join(["file,label,patient_id", *rows]))
    outcome = check()
    findings = [finding for finding in outcome.findings if finding.kind is FindingKind.TOO_FEW_GROUPS]
    assert [finding.severity for finding in findings] == [Severity.WARNING] * 2
    assert "3 folds at most" in findings[0].remedy
    index.write_text("\n".join(["file,label,patient_id", *(f"{name}.png,{name[0]},{name[0]}-1" for name in sound)]))
    assert not check().can_train


def test_odd_pictures_are_named(check: Check, sound: dict[str, Path], draw: Callable[..., Path]) -> None:
    tiny, long = draw("A/tiny.png", 50, (90, 100)), draw("A/long.png", 51, (200, 500))
    Image.new("L", (300, 300), 40).save(sound["B/1"])
    coloured = Image.open(sound["B/3"]).convert("RGB")
    coloured.paste((255, 0, 0), (20, 20, 80, 40))
    coloured.save(sound["B/3"])
    outcome = check()
    assert found(outcome, FindingKind.SMALL).files == ((tiny,),)
    assert found(outcome, FindingKind.ODD_SHAPE).files == ((long,),)
    assert found(outcome, FindingKind.EMPTY_PICTURE).files == ((sound["B/1"],),)
    assert found(outcome, FindingKind.COLOUR).files == ((sound["B/3"],),)


def test_imbalance_is_named(check: Check, sound: dict[str, Path], draw: Callable[..., Path]) -> None:
    for number in range(24):
        draw(f"A/more {number}.png", 100 + number)
    assert "5 times as many images of “A”" in found(check(), FindingKind.IMBALANCE).sentence


def test_the_report_lists_copies_as_files(check: Check, sound: dict[str, Path]) -> None:
    sound["B/2"].write_bytes(sound["A/2"].read_bytes())
    report = json.loads(json.dumps(check_to_json(check())))
    assert report["duplicate_groups"] == [[str(sound["A/2"]), str(sound["B/2"])]]
    assert report["can_train"] is True
    assert report["class_counts"] == {"A": 6, "B": 6}


def test_what_is_no_data_set_is_refused(check: Check, draw: Callable[..., Path]) -> None:
    draw("loose.png", 0)
    with pytest.raises(InvalidDatasetError):
        check()


def test_the_check_can_be_stopped(tmp_path: Path, spec: InputSpec, sound: dict[str, Path]) -> None:
    token = CancellationToken()
    token.cancel()
    with pytest.raises(JobCancelledError):
        check_dataset(tmp_path / "data", spec, None, JobContext(token=token))
