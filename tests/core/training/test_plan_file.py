"""A plan on disk: what was written comes back, also from before a switch existed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import InvalidRunError
from core.training.card_sentences import training_stages
from core.training.plan import Depth, StartKind, StartPoint, TrainingPlan
from core.training.plan_file import plan_from_json, plan_to_json

PLAN = TrainingPlan("ward", ("clear", "opaque"), "opaque", Depth.FULL, start=StartPoint(StartKind.RANDOM))
SWITCHED_ON = replace(PLAN, against_shortcuts=True, leaves_out_invisible=True)
SOURCE = Path("plan.json")


@pytest.mark.parametrize("plan", [PLAN, SWITCHED_ON])
def test_a_plan_comes_back(plan: TrainingPlan) -> None:
    assert plan_from_json(json.loads(json.dumps(plan_to_json(plan))), SOURCE) == plan


def test_a_plan_from_before_the_switches_has_them_off() -> None:
    content = plan_to_json(SWITCHED_ON)
    del content["against_shortcuts"], content["leaves_out_invisible"]
    assert plan_from_json(content, SOURCE) == PLAN


def test_a_switch_is_on_or_off() -> None:
    with pytest.raises(InvalidRunError):
        plan_from_json(plan_to_json(PLAN) | {"against_shortcuts": "yes"}, SOURCE)


def test_the_card_says_what_was_done_against_shortcuts() -> None:
    (plain,), (switched_on,) = (training_stages(plan, None) for plan in (PLAN, SWITCHED_ON))
    assert "shortcuts" not in plain.description
    assert "the lungs of 80% of the samples in the body of another training image" in switched_on.description
    assert "opaque images in whose lungs" in switched_on.description
    (quick,) = training_stages(replace(SWITCHED_ON, depth=Depth.QUICK), None)
    assert "6 composites of each image" in quick.description
