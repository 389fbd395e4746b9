from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import JobCancelledError, MissingFileError
from core.imaging.greyscale import VoiFunction, VoiWindow, render
from core.imaging.radiograph import Radiograph
from core.jobs import CancellationToken, JobContext, Progress
from core.model.input import prepare_input
from core.model.package import load_package
from core.model.runtime import DeviceChoice
from core.screening.analysis import analyse_radiograph, analyse_scan, prepare_scan
from core.screening.decision import Decision
from core.screening.description import describe_scan
from core.screening.gate import GateCheck, GateFinding, GateLevel, gate_outcome
from core.screening.heat_map_picture import heat_map_png
from core.screening.notices import NoticeKind
from core.screening.result import OVERRIDE_NOTICE, RESEARCH_USE_NOTICE, Override
from core.screening.screener import Screener, load_screener


def test_a_real_chest_is_classified_and_its_inversion_told(chest_dicom: Path, real_screener: Screener) -> None:
    result = analyse_scan(chest_dicom, real_screener)
    assert result.path == chest_dicom
    assert sum(result.probabilities) == pytest.approx(1.0)
    assert result.verdict.lean is (
        Decision.POSITIVE if result.positive_probability >= result.threshold else Decision.NEGATIVE
    )
    assert result.evidence is not None
    assert len(result.evidence.regions.fields) == 2
    assert result.evidence.activation_in_lungs is not None
    assert len(result.input_sha256) == 64
    assert NoticeKind.INVERTED_ONCE in {notice.kind for notice in result.notices}
    assert result.timing.total_ms == pytest.approx(
        result.timing.read_ms + result.timing.prepare_ms + result.timing.inference_ms + result.timing.evidence_ms
    )
    assert result.model == real_screener.classifier.package.identity
    assert np.isfinite(result.activation.values).all()


def test_lossless_compression_changes_no_probability(
    chest_dicom: Path, chest_dicom_lossless: Path, real_screener: Screener
) -> None:
    uncompressed = analyse_scan(chest_dicom, real_screener)
    compressed = analyse_scan(chest_dicom_lossless, real_screener)
    assert compressed.probabilities == uncompressed.probabilities


def test_a_pasted_picture_has_no_path_and_keeps_its_reading_time(radiograph: Radiograph, screener: Screener) -> None:
    result = analyse_radiograph(replace(radiograph, path=None), screener, read_ms=3.0)
    assert result.path is None
    assert result.timing.read_ms == 3.0


def test_a_missing_file_is_an_error(tmp_path: Path, screener: Screener) -> None:
    with pytest.raises(MissingFileError):
        analyse_scan(tmp_path / "gone.dcm", screener)


def test_a_cancelled_context_stops_before_reading(pictures: Callable[[int], list[Path]], screener: Screener) -> None:
    token = CancellationToken()
    token.cancel()
    with pytest.raises(JobCancelledError):
        analyse_scan(pictures(1)[0], screener, JobContext[Progress](token=token))


def test_the_description_holds_answer_model_notices_and_the_research_notice(
    chest_dicom: Path, real_screener: Screener
) -> None:
    result = analyse_scan(chest_dicom, real_screener)
    text = describe_scan(result)
    assert str(chest_dicom.parent) not in text
    assert chest_dicom.name in text
    assert result.decision.value in text
    assert result.model.weights_sha256 in text
    assert all(notice.sentence in text for notice in result.notices)
    assert text.endswith(RESEARCH_USE_NOTICE)


def test_a_blank_picture_is_refused_and_shows_no_probability(real_screener: Screener, tmp_path: Path) -> None:
    Image.new("L", (300, 300), 90).save(tmp_path / "blank.png")
    result = analyse_scan(tmp_path / "blank.png", real_screener)
    assert result.notices[0].kind is NoticeKind.FEW_GREY_VALUES
    assert result.gate.level is GateLevel.REFUSE
    assert GateCheck.PICTURE in {finding.check for finding in result.gate.findings}
    assert result.decision is Decision.REFUSED
    assert not result.shows_probabilities
    assert "Probability" not in describe_scan(result)
    wanted = replace(result, override=Override("AB", "2026-11-24T12:00:00+00:00"))
    assert wanted.shows_probabilities
    assert "Probability" in describe_scan(wanted)
    assert OVERRIDE_NOTICE in describe_scan(wanted)


def test_both_networks_see_the_same_resized_picture(radiograph: Radiograph, real_screener: Screener) -> None:
    assert real_screener.lungs is not None
    rows = np.add.outer(np.arange(300), np.arange(280)) % 251
    large = replace(
        radiograph, stored=rows.astype(np.uint8), voi_options=(VoiWindow(125, 250, VoiFunction.LINEAR, ""),)
    )
    prepared = prepare_scan(large, real_screener)
    display = render(large)
    np.testing.assert_array_equal(prepared.input, prepare_input(display, real_screener.card.input))
    assert prepared.lung_input is not None
    np.testing.assert_array_equal(prepared.lung_input, prepare_input(display, real_screener.lungs.package.card.input))
    assert (prepared.rows, prepared.columns) == (300, 280)


def test_what_every_answer_carries_is_in_its_text(radiograph: Radiograph, screener: Screener) -> None:
    result = analyse_radiograph(radiograph, replace(screener, statements=("Not commissioned here.",)))
    assert result.statements == ("Not commissioned here.",)
    assert "Not commissioned here." in describe_scan(result)


def test_a_refused_scan_shows_nothing_of_either_network(radiograph: Radiograph, real_screener: Screener) -> None:
    refusal = GateFinding(GateCheck.CHEST, GateLevel.REFUSE, "No chest.")
    result = analyse_radiograph(radiograph, real_screener)
    refused = replace(result, gate=gate_outcome((refusal,)), override=None)
    assert refused.shown_evidence is None
    assert "Lungs:" not in describe_scan(refused)
    with pytest.raises(ValueError, match="refused"):
        heat_map_png(refused, radiograph)
    wanted = replace(refused, override=Override("AB", "2026-11-24T12:00:00+00:00"))
    assert wanted.shown_evidence is not None
    assert heat_map_png(wanted, radiograph).startswith(b"\x89PNG")


def test_another_finding_borrows_no_rule(make_package: Callable[..., Path]) -> None:
    classes = ("clear", "pneumothorax")
    package = load_package(
        make_package(classes=classes, positive_class="pneumothorax", reference_densities=(), evidence=None)
    )
    screener = load_screener(package, DeviceChoice.CPU)
    assert screener.rule is None
    assert any("pneumothorax" in statement for statement in screener.statements)
    ours = load_screener(load_package(make_package(run="run-2", evidence=None)), DeviceChoice.CPU)
    assert ours.rule is not None
    assert any("not for this model" in statement for statement in ours.statements)
