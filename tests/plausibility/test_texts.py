"""True texts raise no doubt; errors planted in copies of them do.

Half of the texts and their errors were written from the names of the rules alone.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from planting import Plant, plants, texts
from recall import Outcome, outcomes, table, true_flags

from finkg.plausibility.rules import OURS
from finkg.schema import Schema

DOCS = Path(__file__).resolve().parents[2] / "docs"
TEXTS = texts()
PLANTS = [plant for text in TEXTS for plant in plants(text)]
#: How many of the doubts must be of an error, or raised in view of one.
PRECISION = 0.9


@cache
def schema() -> Schema:
    return Schema()


@cache
def of_text(text: str) -> dict[str, Outcome]:
    """What the rules say of each error of a text, by what it is about."""
    return {outcome.plant.about: outcome for outcome in outcomes([text], schema())}


def outcome(plant: Plant) -> Outcome:
    return of_text(plant.text)[plant.about]


def title(plant: Plant) -> str:
    return f"{plant.text}-{plant.kind}-{plant.about[:40]}"


@pytest.mark.parametrize("text", TEXTS)
def test_a_true_text_raises_no_doubt(text: str) -> None:
    """Whatever is true to life is let pass: histories, laws, reports, in zh and in en."""
    assert true_flags(text, schema()) == ()


@pytest.mark.parametrize("plant", [p for p in PLANTS if not p.beyond], ids=title)
def test_a_planted_error_is_found(plant: Plant) -> None:
    """A claim that the error makes wrong is flagged."""
    found = outcome(plant)
    assert found.wrong, sorted(found.claims)


@pytest.mark.parametrize("plant", [p for p in PLANTS if p.beyond], ids=title)
def test_what_contradicts_nothing_is_not_found(plant: Plant) -> None:
    """The reason that stands beside such an error holds until a rule finds it."""
    assert not outcome(plant).found


def test_few_errors_contradict_nothing() -> None:
    """Nearly all can be found from the texts alone."""
    assert sum(1 for plant in PLANTS if not plant.beyond) >= 0.95 * len(PLANTS)


def test_most_doubts_are_of_the_error() -> None:
    """A flag is of a wrong claim, or was raised in view of one."""
    found = [outcome(plant) for plant in PLANTS]
    raised, right = sum(len(o.flags) for o in found), sum(o.right_flags for o in found)
    assert right >= PRECISION * raised


@pytest.mark.parametrize("page", ["plausibility-rules.md", "plausibility-rules.zh.md"])
def test_the_guide_says_how_well_the_rules_do(page: str) -> None:
    """Recall and precision as they are; `python tests/plausibility/recall.py` prints them."""
    found = table([outcome(plant) for plant in PLANTS])
    said = (DOCS / page).read_text("utf-8")
    assert f"<!-- recall -->\n```text\n{found}\n```\n" in said


def test_every_kind_of_error_is_planted() -> None:
    """By those who had read the rules and by those who had not, in both languages."""
    assert len(TEXTS) == 8
    for prefix, rounds in (("", 6), ("blind-", 2), ("seen-", 3)):
        kinds = Counter(p.kind for p in PLANTS if p.text.startswith(prefix))
        assert kinds.keys() == {rule.name for rule in OURS}
        assert min(kinds.values()) >= rounds, kinds
    assert {text.split("-")[1] for text in TEXTS} == {"zh", "en"}
