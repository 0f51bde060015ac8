"""What is drawn once and weighed in many cases is what each case draws by itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad

from finkg.evidence.assessment import Standing
from finkg.evidence.chronicle import Chronicle
from finkg.evidence.claim import Claim
from finkg.evidence.moment import Moment
from finkg.reasoning.ground import Ground, Premise, Weighed
from finkg.reasoning.inference import standings
from finkg.reasoning.reasoner import Reasoner
from finkg.reasoning.rule import Rule, read_rules
from finkg.reasoning.timing import Timing
from finkg.vocabulary import TYPE, fk

from ..evidence.facts import BACKING, assessed, properties, thing

CASES = 4
THINGS = [thing(letter) for letter in "abcde"]
LAW = thing("law")
#: Chains, circles and what hangs on them; each stands in few rules, so that claims meet.
NAMES = ["parentOrganization"] * 3 + [
    "memberOfGroup", "memberOfGroup", "targets", "triggeredBy", "partOf", "offers",
    "directlyAffectedBy",
]  # fmt: skip
Cases = tuple[Standing | None, ...]

years = st.integers(2010, 2022)
times = st.none() | years.map(lambda year: Moment.parse(str(year)))
claims = st.builds(
    Claim,
    st.sampled_from(THINGS),
    st.sampled_from(NAMES).map(fk),
    st.sampled_from(THINGS),
    valid_from=times,
    valid_to=times,
)
#: In some cases it is accepted, in some doubtful, in some refused.
stands = st.sampled_from([Standing.ACCEPTED, Standing.DOUBTFUL, None])
cases = st.one_of(stands.map(lambda one: (one,) * CASES), st.tuples(*[stands] * CASES))
stated = st.dictionaries(claims, cases, min_size=1, max_size=14)


@cache
def rules() -> list[Rule]:
    return read_rules()


def background() -> list[Quad]:
    kinds = fk("RegulatoryEvent"), fk("LegalInstrument")
    return [Quad(one, TYPE, kind) for one in (*THINGS, LAW) for kind in kinds]


def alone(said: Mapping[Claim, Standing | None], chronicle: Chronicle) -> dict[NamedNode, Weighed]:
    """What the rules conclude in one case, drawn for it alone."""
    known = {claim.id: standing for claim, standing in said.items() if standing}
    used = {claim.id: claim for claim in said if claim.id in known}
    refused = frozenset(claim.id for claim in said) - known.keys()
    timing = Timing(chronicle, used)
    drawn = Reasoner(rules(), background()).infer(used.values(), refused, timing.admit)
    timing.settle(drawn)
    weighed = standings(drawn, known)
    concluded = {inference.conclusion.id for inference in drawn}
    return {claim: Weighed(weighed[claim], timing.of(claim)) for claim in concluded}


def grounded(said: Mapping[Claim, Cases], chronicle: Chronicle) -> Ground:
    usable = {claim.id: claim for claim, cases in said.items() if any(cases)}
    refused = frozenset(claim.id for claim in said) - usable.keys()
    timing = Timing(chronicle, usable)
    drawn = Reasoner(rules(), background()).infer(usable.values(), refused, timing.admit)
    premises = {
        claim.id: Premise(claim, chronicle.course(claim), cases if len({*cases}) > 1 else cases[:1])
        for claim, cases in said.items()
        if claim.id in usable
    }
    return Ground(drawn, premises, chronicle, CASES)


def in_case(ground: Ground, case: int) -> dict[NamedNode, Weighed]:
    differing = {claim: found[case] for claim, found in ground.differing.items()}
    return ground.always | {claim: weighed for claim, weighed in differing.items() if weighed}


@settings(max_examples=60)
@given(stated)
def test_every_case_is_weighed_as_if_it_were_alone(
    said: dict[Claim, Cases],
) -> None:
    """Whatever is refused, doubtful or accepted in it, and however claims hang together."""
    lives = [assessed(claim, ["gazette"]) for claim in said]
    chronicle = Chronicle(lives, properties(), BACKING)
    ground = grounded(said, chronicle)
    assert not ground.always.keys() & ground.differing.keys()
    for case in range(CASES):
        here = {claim: cases[case] for claim, cases in said.items()}
        assert in_case(ground, case) == alone(here, chronicle)


def test_what_is_found_to_hold_longer_is_asked_again() -> None:
    """A shop deals in cards first, and in loans to consumers when a law on all credit is in force:
    the law reaches it, though it takes a step more to see that such loans are credit."""
    shops = [thing(f"shop-{number}") for number in range(8)]
    cards, consumer, loans, credit = THINGS[:4]

    def during(subject: NamedNode, name: str, value: NamedNode, start: str, end: str) -> Claim:
        times = {"valid_from": Moment.parse(start), "valid_to": Moment.parse(end)}
        return Claim(subject, fk(name), value, **times)

    told = [
        Claim(cards, fk("broader"), credit),
        Claim(consumer, fk("broader"), loans),
        Claim(loans, fk("broader"), credit),
        during(LAW, "regulatesActivity", credit, "2018", "2022"),
        *(during(shop, "hasActivity", cards, "2010", "2012") for shop in shops),
        *(during(shop, "hasActivity", consumer, "2018", "2020") for shop in shops),
    ]
    chronicle = Chronicle([assessed(c, ["gazette"]) for c in told], properties(), BACKING)
    ground = grounded(dict.fromkeys(told, (Standing.ACCEPTED,) * CASES), chronicle)
    reached = {Claim(shop, fk("withinScopeOf"), LAW).id for shop in shops}
    assert reached <= ground.always.keys()
    assert ground.always == alone(dict.fromkeys(told, Standing.ACCEPTED), chronicle)
