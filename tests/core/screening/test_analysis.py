from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import JobCancelledError, MissingFileError
from core.imaging.radiograph import Radiograph
from core.jobs import CancellationToken, JobContext, Progress
from core.model.classifier import Classifier
from core.screening.analysis import analyse_radiograph, analyse_scan, decide
from core.screening.description import describe_scan
from core.screening.notices import NoticeKind
from core.screening.result import RESEARCH_USE_NOTICE, Decision


def test_a_real_chest_is_classified_and_its_inversion_told(chest_dicom: Path, real_classifier: Classifier) -> None:
    result = analyse_scan(chest_dicom, real_classifier)
    assert result.path == chest_dicom
    assert sum(result.probabilities) == pytest.approx(1.0)
    assert result.decision is (
        Decision.POSITIVE if result.positive_probability >= result.threshold else Decision.NEGATIVE
    )
    assert NoticeKind.INVERTED_ONCE in {notice.kind for notice in result.notices}
    assert result.timing.total_ms == pytest.approx(
        result.timing.read_ms + result.timing.prepare_ms + result.timing.inference_ms
    )
    assert result.model == real_classifier.package.identity
    assert np.isfinite(result.activation.values).all()


def test_lossless_compression_changes_no_probability(
    chest_dicom: Path, chest_dicom_lossless: Path, real_classifier: Classifier
) -> None:
    uncompressed = analyse_scan(chest_dicom, real_classifier)
    compressed = analyse_scan(chest_dicom_lossless, real_classifier)
    assert compressed.probabilities == uncompressed.probabilities


def test_reaching_the_threshold_is_positive(real_classifier: Classifier) -> None:
    card = replace(real_classifier.package.card, threshold=0.5)
    positive = card.positive_index
    assert decide((0.5, 0.5), card) is Decision.POSITIVE
    assert decide(tuple(0.49 if index == positive else 0.51 for index in range(2)), card) is Decision.NEGATIVE


def test_a_pasted_picture_has_no_path_and_keeps_its_reading_time(
    radiograph: Radiograph, classifier: Classifier
) -> None:
    result = analyse_radiograph(replace(radiograph, path=None), classifier, read_ms=3.0)
    assert result.path is None
    assert result.timing.read_ms == 3.0


def test_a_missing_file_is_an_error(tmp_path: Path, classifier: Classifier) -> None:
    with pytest.raises(MissingFileError):
        analyse_scan(tmp_path / "gone.dcm", classifier)


def test_a_cancelled_context_stops_before_reading(
    pictures: Callable[[int], list[Path]], classifier: Classifier
) -> None:
    token = CancellationToken()
    token.cancel()
    with pytest.raises(JobCancelledError):
        analyse_scan(pictures(1)[0], classifier, JobContext[Progress](token=token))


def test_the_description_holds_answer_model_notices_and_the_research_notice(
    chest_dicom: Path, real_classifier: Classifier
) -> None:
    result = analyse_scan(chest_dicom, real_classifier)
    text = describe_scan(result)
    assert str(chest_dicom.parent) not in text
    assert chest_dicom.name in text
    assert result.decision.value in text
    assert result.model.weights_sha256 in text
    assert all(notice.sentence in text for notice in result.notices)
    assert text.endswith(RESEARCH_USE_NOTICE)


def test_a_blank_picture_gets_its_answer_with_a_warning(real_classifier: Classifier, tmp_path: Path) -> None:
    Image.new("L", (300, 300), 90).save(tmp_path / "blank.png")
    result = analyse_scan(tmp_path / "blank.png", real_classifier)
    assert result.notices[0].kind is NoticeKind.FEW_GREY_VALUES
