"""What better sources say beside the article: what is preferred, what is open, what held when."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import QueryBoolean

from finkg.catalogue.disputes import DisputeCard
from finkg.graph import KnowledgeGraph
from finkg.vocabulary import local_name

pytestmark = pytest.mark.usefixtures("own_cache")


def holds(kg: KnowledgeGraph, pattern: str) -> bool:
    result = kg.query(f"ASK {{ {pattern} }}")
    assert isinstance(result, QueryBoolean)
    return bool(result)


def values(kg: KnowledgeGraph, pattern: str) -> set[str]:
    rows = kg.snapshot.rows(f"SELECT ?x {{ {pattern} }}")
    return {local_name(r["x"]) if "://" in r["x"].value else r["x"].value for r in rows}


def dispute(kg: KnowledgeGraph, subject: str, predicate: str) -> DisputeCard:
    (found,) = (
        card
        for card in kg.disputes(subject)
        if predicate in {local_name(side.predicate) for side in card.sides}
    )
    return found


@pytest.mark.parametrize(
    ("statement", "value"),
    [
        ("id:yuebao fk:launchedOn", "2013-06"),
        ("id:ant-group fk:foundedOn", "2014-10-16"),
        ("id:ant-ipo-suspension fk:occurredOn", "2020-11-03"),
        ("id:webank fk:foundedOn", "2014-12-16"),
        ("id:weilidai fk:launchedOn", "2015-05-15"),
        ("id:p2p-crisis fk:startedOn", "2018-06"),
        ("id:lufax-p2p-exit fk:occurredOn", "2019"),
        ("id:lufax-phase-p2p fk:endedOn", "2019"),
        ("id:nfra fk:foundedOn", "2023-05-18"),
        ("id:huabei fk:launchedOn", "2015-04"),
    ],
)
def test_the_plain_view_has_the_better_date_and_no_other(
    kg: KnowledgeGraph, statement: str, value: str
) -> None:
    """A property with a single value has the one that the policy prefers."""
    assert values(kg, f"{statement} ?x") == {value}


@pytest.mark.parametrize(
    ("subject", "predicate"),
    [
        ("huabei", "launchedOn"),
        ("jack-ma", "holdsSharesIn"),
        ("nfra", "foundedOn"),
    ],
)
def test_tiers_settle_what_differs_in_tier(
    kg: KnowledgeGraph, subject: str, predicate: str
) -> None:
    """The better source is preferred; the other side stays, with its evidence and the reason."""
    found = dispute(kg, subject, predicate)
    assert found.settled
    assert "tier" in found.reason.en
    assert [side.standing for side in found.sides] == ["Accepted", "Outranked"]
    assert all(side.evidence for side in found.sides)


@pytest.mark.parametrize(
    ("subject", "predicate", "sides"),
    [
        ("ant-fhc-application", "acceptedOn", 1),
        ("lufax-p2p-exit", "targets", 1),
        ("p2p", "hasObservation", 2),
        ("aml-measures-2018", "promulgatedOn", 2),
    ],
)
def test_what_sources_of_one_tier_contradict_stays_open(
    kg: KnowledgeGraph, subject: str, predicate: str, sides: int
) -> None:
    """No side of an open dispute is in the plain view, and each keeps its evidence.

    The plan to leave P2P was denied; that Lufax later left it is another claim, and true.
    """
    found = dispute(kg, subject, predicate)
    assert (found.settled, found.preferred, len(found.sides)) == (False, None, sides)
    for side in found.sides:
        assert side.standing in {"Doubtful", "OpinionStanding"}
        assert side.evidence
        stated = holds(kg, f"{side.subject} {side.predicate} {side.value}")
        assert stated is (subject == "lufax-p2p-exit")


def test_a_denied_statement_shows_both_voices(kg: KnowledgeGraph) -> None:
    """One source has the application accepted, another denies it on the same day."""
    (side,) = dispute(kg, "ant-fhc-application", "acceptedOn").sides
    assert {leaf.supports for leaf in side.evidence} == {True, False}


def test_a_holder_is_not_a_parent(kg: KnowledgeGraph) -> None:
    """阿里巴巴 holds a third of 蚂蚁集团 from a day on; 微众银行 has founders and holders only."""
    share = (
        "?share a fk:Shareholding ; fk:holder id:alibaba ; fk:heldOrganization id:ant-group ;"
        " fk:percent 33.0 ; fk:validFrom ?x"
    )
    assert values(kg, share) == {"2019-09-23"}
    assert not holds(kg, "id:ant-group fk:parentOrganization|fk:memberOfGroup id:alibaba")
    assert not holds(kg, "id:webank fk:parentOrganization|fk:controlledBy ?x")
    assert {"tencent", "baiyeyuan"} <= values(kg, "id:webank fk:foundedBy ?x")
    assert {"tencent", "baiyeyuan"} <= values(kg, "?x fk:holdsSharesIn id:webank")


def test_control_of_ant_group_ends_and_none_follows(kg: KnowledgeGraph) -> None:
    """马云 controlled it until 2023-01-07; whether anybody does since is not known."""
    assert values(kg, "id:ant-group fk:controlledBy ?x") == {"jack-ma"}
    after = kg.as_of("2023-01-07", possible=True)
    assert values(after, "id:ant-group fk:controlledBy ?x") == set()


def test_ping_an_heads_a_group_by_proof(kg: KnowledgeGraph) -> None:
    """A parent group is one that a source says controls a member; the proof ends in that source."""
    proofs = kg.why("lufax-holding", "memberOfGroup", "ping-an")
    assert proofs
    assert all([*proof.leaves()] for proof in proofs)


def test_the_loan_product_and_the_brand_are_two(kg: KnowledgeGraph) -> None:
    """平安普惠 is a product in the article and a brand elsewhere, told apart by a judgement."""
    pair = "{ id:pingan-puhui-product fk:differentFrom id:ping-an-puhui }"
    other = "{ id:ping-an-puhui fk:differentFrom id:pingan-puhui-product }"
    assert holds(kg, f"{pair} UNION {other}")
    assert values(kg, "id:ping-an-puhui a ?x") == {"Brand"}
    assert values(kg, "id:pingan-puhui-product a ?x") == {"FinancialProduct"}


def test_no_statement_says_that_two_are_one(kg: KnowledgeGraph) -> None:
    """Identity is a judgement with reasons, never owl:sameAs."""
    assert not holds(kg, "?a owl:sameAs ?b")


@pytest.mark.parametrize(
    ("day", "status"), [("2020-01-01", "in force"), ("2025-01-01", "repealed")]
)
def test_the_status_of_an_instrument_depends_on_the_day(
    kg: KnowledgeGraph, day: str, status: str
) -> None:
    """非金融机构支付服务管理办法 was in force until the rules of 2024 repealed it."""
    card = kg.as_of(day).show("nonbank-payment-measures-2010")
    assert card.legal_status
    assert card.legal_status.en == status


@pytest.mark.parametrize("day", ["2020-11-03", "2021-06-01", "2026-11-24"])
def test_a_draft_is_never_in_force(kg: KnowledgeGraph, day: str) -> None:
    """The draft on online micro-lending of 2020-11-02 proposes and binds nobody."""
    graph = kg.as_of(day)
    card = graph.show("online-microloan-draft-2020")
    assert card.legal_status
    assert card.legal_status.en == "without legal force"
    assert not holds(graph, "?thing fk:withinScopeOf id:online-microloan-draft-2020")


@pytest.mark.parametrize(("day", "binds"), [("2021-12-31", False), ("2022-01-01", True)])
def test_a_requirement_has_a_start_of_its_own(kg: KnowledgeGraph, day: str, binds: bool) -> None:
    """The 30 % share of joint loans binds from 2022, though its notice is of February 2021."""
    graph = kg.as_of(day)
    requirement = "id:req-joint-loan-partner-share"
    assert holds(graph, f"{requirement} fk:appliesTo id:joint-lending") is binds
    assert holds(graph, f"{requirement} fk:hasObservation/fk:numericValue 30.0") is binds
    assert holds(graph, "id:bank-internet-loan-notice-2021 fk:promulgatedOn ?x")
    assert not holds(graph, "id:bank-internet-loan-notice-2021 fk:effectiveOn ?x")


@pytest.mark.parametrize(("day", "offered"), [("2020-12-31", True), ("2022-02-01", False)])
def test_a_closed_product_is_offered_until_it_closes(
    kg: KnowledgeGraph, day: str, offered: bool
) -> None:
    """相互宝: its closing was a plan when it was announced, and the day has passed."""
    assert holds(kg.as_of(day), "id:ant-group fk:offers id:xianghubao") is offered
    # Whatever else is unknown on that day, this is not.
    possible = kg.as_of(day, possible=True)
    assert holds(possible, "id:ant-group fk:offers id:xianghubao") is offered


def test_without_a_sign_of_life_it_is_unknown(kg: KnowledgeGraph) -> None:
    """A product that was launched and of which nothing is heard since is neither there nor gone."""
    offer = "id:webank fk:offers id:weilidai"
    assert not holds(kg.as_of("2026-06-01"), offer)
    assert holds(kg.as_of("2026-06-01", possible=True), offer)
    assert not holds(kg.as_of("2015-01-01", possible=True), offer)


def test_an_order_after_the_end_is_flagged_with_both_dates(kg: KnowledgeGraph) -> None:
    """The order of 2023 to close 相互宝, which had closed in 2022, is kept and doubted."""
    late = [p for p in kg.show("xianghubao").statements if p.flags]
    assert late
    for proof in late:
        assert proof.standing == "Doubtful"
        said = [flag.explanation.en for flag in proof.flags]
        assert all("2023-07-07" in words and "2022-01-28" in words for words in said)


def test_one_preferred_offer_hides_no_other(kg: KnowledgeGraph, tmp_path: Path) -> None:
    """Of a property with several values every one that is not deprecated counts."""
    offered = values(kg, "id:ant-group fk:offers ?x")
    own = tmp_path / "own"
    own.mkdir()
    (own / "workspace.toml").write_text(
        'date = "2026-11-24"\nextends = ["packaged"]\ntitle = { zh = "甲", en = "Own" }\n', "utf-8"
    )
    (own / "judgements.csv").write_text(
        "subject,property,value,detail,rank,reason_zh,reason_en,by,on\n"
        "ant-group,offers,huabei,,preferred,理由,A reason,me,2026-11-24\n",
        "utf-8",
    )
    import finkg

    judged = finkg.open(own)
    assert values(judged, "id:ant-group fk:offers ?x") == offered


def test_mirrors_are_marked_and_do_not_corroborate(kg: KnowledgeGraph) -> None:
    """A copy says so, and its original is a source of the graph."""
    rows = list(kg.snapshot.rows("SELECT ?s ?o { GRAPH layer:claims { ?s fk:copyOf ?o } }"))
    assert rows
    for row in rows:
        assert holds(kg, f"{row['o']} a/rdfs:subClassOf* fk:Source")
