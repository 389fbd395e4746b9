"""An answer is shown in the person's language; what programs read of it is English."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.cli.tables import _result_json
from core.language import in_source_language, tr, use_catalogue
from core.model.conformal import PredictionSet
from core.screening.agreement import Agreement
from core.screening.analysis import analyse_scan
from core.screening.answer_words import (
    IMPRESSIONS,
    decision_heading,
    decision_source,
    impression_sentence,
    information_sentences,
    methods_sentence,
    prediction_set_sentence,
    reason_sentences,
    warning_sentences,
)
from core.screening.decision import Decision, Reason, ReasonKind, _reasons_of_set
from core.screening.description import describe_scan
from core.screening.gate_checks import ScanFacts, ScanGate
from core.screening.recording import result_draft
from core.screening.result import Override, ScanResult
from core.screening.screener import Screener
from tests.pseudo_language import PseudoCatalogue, untranslated

_MODEL_NAMES = ["resnet50_cxr_v1", "OpenVINO", "CPU", "cpu", "SHA-256"]


@pytest.fixture(scope="module")
def results(real_screener: Screener, request: pytest.FixtureRequest) -> tuple[ScanResult, ScanResult]:
    """The same scan, answered in another language and in English."""
    path: Path = request.getfixturevalue("chest_dicom")
    use_catalogue(PseudoCatalogue())
    other = analyse_scan(path, real_screener)
    with in_source_language():
        return other, analyse_scan(path, real_screener)


def variants(result: ScanResult) -> list[ScanResult]:
    reasons = tuple(
        reason
        for lean, allows in ((Decision.POSITIVE, (True, True)), (Decision.POSITIVE, (False, False)))
        for reason in _reasons_of_set(lean, "COVID-19", PredictionSet(*allows_to_p_values(allows), 0.05))
    )
    return [
        result,
        *(
            replace(result, verdict=replace(result.verdict, decision=decision, reasons=reasons))
            for decision in Decision
        ),
        replace(result, override=Override("A. B.", "2026-11-28T10:00:00+00:00")),
    ]


def allows_to_p_values(allows: tuple[bool, bool]) -> tuple[float, float]:
    return (1.0 if allows[0] else 0.0, 1.0 if allows[1] else 0.0)


def test_every_sentence_about_an_answer_is_translated(
    results: tuple[ScanResult, ScanResult], pseudo_language: None
) -> None:
    for result in variants(results[0]):
        texts = [
            decision_heading(result),
            decision_source(result),
            *reason_sentences(result),
            *warning_sentences(result),
            *information_sentences(result),
            methods_sentence(result),
            prediction_set_sentence(result.verdict.prediction_set, result.positive_class),
            *(impression_sentence(impression, result) for impression in IMPRESSIONS),
            *(tr(statement) for statement in result.statements),
            tr(result.limits),
            tr(result.origin),
        ]
        assert untranslated(texts) == []
        device = f"({result.runtime.device_name})"
        lines = describe_scan(result).splitlines()
        assert untranslated(lines, [device, *_MODEL_NAMES, result.runtime.precision.value]) == []


def test_what_is_kept_with_an_answer_is_english(results: tuple[ScanResult, ScanResult], pseudo_language: None) -> None:
    other, english = results
    times: dict[str, Any] = {"milliseconds": None}

    assert {**_result_json(other, None), **times} == {**_result_json(english, None), **times}
    assert result_draft(other) == result_draft(english)
    assert "〚" not in repr(_result_json(other, None)) + repr(result_draft(other))
    assert (other.statements, other.limits, other.origin) == (english.statements, english.limits, english.origin)
    assert [notice.sentence for notice in other.notices] == [notice.sentence for notice in english.notices]


def test_a_gate_that_refuses_says_so_in_the_persons_language(pseudo_language: None) -> None:
    facts = ScanFacts((), 10, 20, None, np.zeros(4, np.float32), None, None)

    (finding,) = ScanGate().judge(facts).findings

    assert finding.sentence.startswith("The picture has only 20 x 10 pixels")
    assert untranslated([tr(finding.sentence)]) == []


def test_a_reason_without_data_is_translated_by_its_own_words(pseudo_language: None) -> None:
    plain = Reason(
        ReasonKind.REFUSED_BY_GATE, "The chest stands upside down: turn the file by half a turn and open it again."
    )

    assert untranslated([tr(plain.sentence)]) == []


@pytest.mark.parametrize("agreement", [Agreement(), Agreement(recorded=1), Agreement(30, 40, 15, 20, 41)])
def test_agreement_is_translated(agreement: Agreement, pseudo_language: None) -> None:
    assert untranslated([agreement.sentence]) == []
