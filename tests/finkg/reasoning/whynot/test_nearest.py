"""Why not: the rules that come nearest, in order, and as far as the question leads."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from finkg.reasoning.whynot.nearest import DEPTH, MATCHES, RULES
from finkg.reasoning.whynot.shortfall import Attempt, WhyNot
from finkg.vocabulary import fk

from ...evidence.facts import thing
from ...own import Own
from .trial import ENTITIES, by_rule, only, rule, said, told


def test_what_is_there_and_what_is_missing(own: Own) -> None:
    """A law regulates payment; that the card is payment is all that scope lacks."""
    own.says("press", "law regulatesActivity payment")
    kg = own.build()
    attempt = only(kg.why_not("card", "withinScopeOf", "law"), "scope-by-activity")
    assert [told(kg, claim) for claim in attempt.there] == ["law regulatesActivity payment"]
    assert [said(missing) for missing in attempt.missing] == [("card", "hasActivity", "payment")]
    assert attempt.unmet == ()
    assert attempt.hindrance is None


def test_the_rule_that_lacks_least_comes_first(own: Own) -> None:
    """Of rules that lack one premise that which has one there goes before that which has none; a
    rule that lacks two comes last."""
    own.says("press", "law regulatesActivity payment")
    names = [near.rule.name for near in own.build().why_not("card", "withinScopeOf", "law").nearest]
    assert names == ["scope-by-activity", "affected-is-in-scope", "scope-by-data"]


def test_what_is_said_comes_nearer_than_what_nobody_says(own: Own) -> None:
    """Both rules lack one premise; the one of which a source says so, if as an opinion, is first,
    though the other has a premise there."""
    own.says("press", "rule-one appliesTo card")
    own.says("press", "crackdown targets card", kind="opinion")
    found = own.build().why_not("card", "affectedBy", "crackdown")
    names = [near.rule.name for near in found.nearest]
    assert names[:2] == ["target-of-regulatory-event", "requirement-names-it"]


def test_what_stands_lacks_nothing(own: Own) -> None:
    """A statement that the graph has is no part of the answer, nor is it where no value is asked
    for."""
    own.says("press", "crackdown targets card")
    kg = own.build()
    found = kg.why_not("card", "affectedBy", "crackdown")
    assert found.nearest == ()
    assert len(found.claims) == 1
    anything = kg.why_not("card", "affectedBy")
    values = {a.value for near in anything.nearest for a in near.attempts}
    assert thing("crackdown") not in values


def test_a_property_that_no_rule_concludes(own: Own) -> None:
    """Nothing comes near; a source has to state it."""
    found = own.build().why_not("bank", "offers", "card")
    assert (found.of, found.nearest, found.statable) == (0, (), True)


def deeper(found: WhyNot) -> list[WhyNot]:
    return [
        m.why_not
        for near in found.nearest
        for attempt in near.attempts
        for m in attempt.missing
        if m.why_not
    ]


def test_a_missing_premise_is_asked_in_turn(own: Own) -> None:
    """Scope lacks the activity; the activity lacks that its narrower one is a kind of it."""
    own.says("press", "law regulatesActivity payment")
    own.says("press", "card hasActivity credit")
    found = own.build().why_not("card", "withinScopeOf", "law")
    (below,) = deeper(replace(found, nearest=found.nearest[:1]))
    assert (below.subject, below.predicate, below.value) == (
        thing("card"),
        fk("hasActivity"),
        thing("payment"),
    )
    (missing,) = only(below, "activity-is-also-broader").missing
    assert said(missing) == ("credit", "broader", "payment")


def test_what_needs_the_conclusion_itself_comes_no_nearer(own: Own) -> None:
    """That the law would succeed something if it succeeded something is no help."""
    found = own.build().why_not("law", "succeeds")
    assert found.of == 3
    assert by_rule(found).keys() == {"superseding-is-succession", "regulator-succeeds-predecessor"}


@pytest.mark.parametrize("links", [2, 6])
def test_questions_go_no_deeper_and_in_no_circle(own: Own, links: int) -> None:
    """A chain of rules is followed two levels down; a circle of rules ends where it began."""
    names = ["reliesOn", "offers", "partOf", "faces", "exemplifies", "hasTrend"][:links]
    for place, name in enumerate(names):
        premise = names[(place + 1) % len(names)]
        rule(
            own,
            f"trial-{name.lower()}",
            f"""
SELECT ?subject (fk:{name} AS ?property) ?value ?premise WHERE {{
  ?premise fk:claimSubject ?subject ; fk:claimProperty fk:{premise} ; fk:claimValue ?value }}""",
        )
    level, depth, seen = [own.build().why_not("bank", names[0], "card")], 0, set[NamedNode]()
    while level:
        seen |= {found.predicate for found in level}
        level = [below for found in level for below in deeper(found)]
        depth += 1
    assert depth == len(seen) == min(len(names), 1 + DEPTH)


COLUMNS = "id,type,label_zh,label_en,aliases,broader,note"


def test_much_is_cut_and_said_to_be(own: Own) -> None:
    """Of many activities three are told; of several rules three."""
    for number in range(5):
        own.write(f"entities/more-{number}.csv", f"{COLUMNS}\nkind-{number},BusinessActivity,"
                  f"业{number},Kind {number},,,\n")  # fmt: skip
        own.says("press", f"law regulatesActivity kind-{number}")
    found = own.build().why_not("card", "withinScopeOf", "law")
    assert found.cut
    assert len(found.nearest) == RULES < found.of
    near = by_rule(found)["scope-by-activity"]
    assert near.cut
    assert len(near.attempts) == MATCHES
    assert not by_rule(found)["affected-is-in-scope"].cut


def test_the_answer_repeats(own: Own, tmp_path: Path) -> None:
    """The same statements in another order of files give the same answer."""
    other = Own(tmp_path / "other", dict(reversed(ENTITIES.items())))
    other.source("press", "medium")
    statements = [f"law regulatesActivity {a}" for a in ("payment", "credit")]
    statements += ["bank offers card", "crackdown targets bank", "crackdown imposes rule-one"]
    for workspace, ordered in ((own, statements), (other, statements[::-1])):
        for statement in ordered:
            workspace.says("press", statement)
    graphs = own.build(), other.build()
    for question in (("withinScopeOf", "law"), ("affectedBy", "crackdown"), ("affectedBy",)):
        one, two = (stripped(kg.why_not("card", *question)) for kg in graphs)
        assert one == two


def stripped(found: WhyNot) -> list[tuple[str, tuple[Attempt, ...]]]:
    return [(near.rule.name, near.attempts) for near in found.nearest]
