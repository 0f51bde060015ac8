"""The rules that there are: ours, described like everything else, and those that packages offer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import EntryPoint

import pytest
from pyoxigraph import Literal

from finkg.evidence.moment import Moment
from finkg.plausibility import rules
from finkg.plausibility.reading import Reading
from finkg.plausibility.rule import (
    Doubt,
    GraphRule,
    PlausibilityRule,
    Severity,
    SourceRule,
    explain,
)
from finkg.plausibility.rules import OURS, WrongPlausibilityRule, all_rules, left_on
from finkg.plausibility.survey import Survey
from finkg.vocabulary import DEFINITION, LABEL, PLAUSIBILITY_RULE, RULE, SEVERITY, TYPE, fk
from finkg.words import Text

#: What each rule finds can not be so, or can and rarely is.
SEVERITIES = {
    "year-concentration": Severity.IMPLAUSIBLE,
    "mature-metric-at-start": Severity.IMPLAUSIBLE,
    "ordered-events-dated-alike": Severity.IMPLAUSIBLE,
    "phase-end-in-next-phase": Severity.IMPLAUSIBLE,
    "product-older-than-company": Severity.IMPLAUSIBLE,
    "later-than-source": Severity.IMPOSSIBLE,
    "cited-before-existing": Severity.IMPOSSIBLE,
    "impossible-interval": Severity.IMPOSSIBLE,
    "effect-after-end": Severity.IMPOSSIBLE,
    "metric-out-of-line": Severity.IMPLAUSIBLE,
    "metric-falling": Severity.IMPOSSIBLE,
}
_CJK = re.compile(r"[\u3400-\u9fff]")
EACH = pytest.mark.parametrize("rule", OURS, ids=lambda rule: rule.name)


def far(time: Moment | None) -> bool:
    """A time that no test has."""
    return time is not None and time.earliest.year > 2999


class Quiet(SourceRule):
    """Doubts nothing."""

    name = "quiet"
    label = Text("不作声", "quiet")
    definition = Text("什么也不检出", "test nothing")
    severity = Severity.IMPLAUSIBLE

    def doubts(self, reading: Reading) -> Iterator[Doubt]:
        yield from (d.doubt(self.label) for d in reading.dated if far(d.time))


class QuietAcross(GraphRule):
    """Doubts nothing in the whole graph."""

    name = "quiet-across"
    label = Text("全图不作声", "quiet across")
    definition = Text("在全图中什么也不检出", "test nothing at all")
    severity = Severity.IMPOSSIBLE

    def doubts(self, survey: Survey) -> Iterator[Doubt]:
        points = (point for claim in survey.claims for point in survey.points(claim))
        yield from (point.doubt(self.label) for point in points if far(point.time))


class QuietAgain(Quiet):
    """Another rule with the name of the first."""


class TakesOurs(Quiet):
    name = "year-concentration"


class NeedsArguments(Quiet):
    """Can not be made without arguments."""

    name = "needs-arguments"

    def __init__(self, year: int) -> None:
        self.year = year


class Unfinished(SourceRule):
    """Has no method of its own."""

    name = "unfinished"


class Nameless(SourceRule):
    """Could not be switched off."""

    def doubts(self, reading: Reading) -> Iterator[Doubt]:
        yield from (d.doubt(self.label) for d in reading.dated if far(d.time))


class Neither(PlausibilityRule):
    """A rule that is given neither a source nor a graph."""

    name = "neither"


#: Sound ones and others.
OFFERED = (
    Quiet, QuietAcross, QuietAgain, TakesOurs, NeedsArguments, Unfinished, Nameless, Neither, str,
)  # fmt: skip


def test_every_name_is_taken_once() -> None:
    """A workspace switches a rule off by it, and its IRI is made of it."""
    names = [rule.name for rule in OURS]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)
    assert {rule.iri.value for rule in OURS} == {RULE + name for name in names}


def test_every_rule_says_how_much_its_doubt_says() -> None:
    """Impossible is what can not all be true; what rarely is true is implausible."""
    assert {rule.name: rule.severity for rule in OURS} == SEVERITIES


@EACH
def test_every_rule_has_label_and_definition_in_both_languages(rule: PlausibilityRule) -> None:
    """Different from all others, Chinese in Chinese and English in English."""
    others = [other for other in OURS if other is not rule]
    for text in (rule.label, rule.definition):
        assert _CJK.search(text.zh)
        assert not _CJK.search(text.en)
    assert not {*rule.label} & {words for other in others for words in other.label}
    assert rule.definition not in [other.definition for other in others]


@EACH
def test_the_ontology_layer_describes_every_rule(rule: PlausibilityRule) -> None:
    """Its class, severity, and the words in both languages."""
    said = {(predicate, value) for _, predicate, value in rule.triples()}
    assert (TYPE, PLAUSIBILITY_RULE) in said
    assert (SEVERITY, fk(rule.severity.value.capitalize())) in said
    for term, text in ((LABEL, rule.label), (DEFINITION, rule.definition)):
        assert (term, Literal(text.zh, language="zh")) in said
        assert (term, Literal(text.en, language="en")) in said


def test_what_is_switched_off_is_not_asked() -> None:
    """All others are, in their order."""
    left = left_on(OURS, ["metric-falling", "year-concentration"])
    assert left == [r for r in OURS if r.name not in ("metric-falling", "year-concentration")]
    assert left_on(OURS, []) == list(OURS)


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[type]]:
    """Classes that an installed package offers; what it puts here is loaded."""
    found: list[type] = []

    def points(*, group: str) -> list[EntryPoint]:
        assert group == "finkg.plausibility"
        return [EntryPoint(c.__name__.lower(), f"{__name__}:{c.__name__}", group) for c in found]

    known = {c.__name__: c for c in OFFERED}
    monkeypatch.setattr(rules, "entry_points", points)
    monkeypatch.setattr(EntryPoint, "load", lambda self: known[self.value.partition(":")[2]])
    all_rules.cache_clear()
    yield found
    all_rules.cache_clear()


def test_rules_of_installed_packages_are_asked_too(offered: list[type]) -> None:
    """Ours first; of whichever of the two kinds they are."""
    offered += [QuietAcross, Quiet]
    *ours, first, second = all_rules()
    assert ours == list(OURS)
    assert [type(first), type(second)] == [Quiet, QuietAcross]


def test_without_any_there_are_ours(offered: list[type]) -> None:
    """In the order in which they are listed."""
    assert offered == []
    assert all_rules() == OURS


@pytest.mark.parametrize(
    ("classes", "found"),
    [
        ([Neither], "neither"),
        ([str], "str"),
        ([Quiet, QuietAgain], "quiet"),
        ([TakesOurs], "year-concentration"),
        ([NeedsArguments], "needs"),
        ([Unfinished], "unfinished"),
        ([Nameless], "nameless"),
    ],
)
def test_what_is_no_rule_or_takes_a_name_is_refused(
    offered: list[type], classes: list[type], found: str
) -> None:
    """Told in both languages, with where it is from."""
    offered += classes
    with pytest.raises(WrongPlausibilityRule) as caught:
        all_rules()
    for lang in ("zh", "en"):
        message = caught.value.message(lang)
        assert found in message
        assert __name__ in message
        assert caught.value.advice(lang)


def test_an_explanation_tells_facts_in_its_own_language() -> None:
    """Texts by language, several joined with its own comma, everything else as it is."""
    facts = {"who": Text("甲", "Jia"), "when": (2013, Text("春", "spring"))}
    told = explain(Text("{who}：{when}", "{who}: {when}"), **facts)
    assert told == Text("甲：2013、春", "Jia: 2013, spring")
