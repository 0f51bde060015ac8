"""A claim's identity is what it says and when; who says it and how it is ranked stand outside."""

from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from finkg.evidence.claim import Claim, Kind
from finkg.evidence.gate import Span
from finkg.evidence.moment import Moment
from finkg.evidence.record import Observation
from finkg.evidence.support import Evidence, Quote, Stance
from finkg.vocabulary import ID, fk

YUEBAO = NamedNode(f"{ID}yuebao")
SOURCE = NamedNode(f"{ID}a-source")


def launched(text: str, **times: Moment) -> Claim:
    return Claim(YUEBAO, fk("launchedOn"), Moment.parse(text).literal, **times)


def test_identity_is_the_published_recipe() -> None:
    """The id is SHA-256 over the N-Triples terms, kind, times and record, joined by line feeds."""
    from hashlib import sha256

    content = "\n".join(
        [
            f"<{ID}yuebao>",
            "<https://w3id.org/finkg/ns#launchedOn>",
            '"2025"^^<http://www.w3.org/2001/XMLSchema#gYear>',
            "fact",
            "",
            "",
            "",
            "",
        ]
    )
    digest = sha256(content.encode()).hexdigest()[:16]
    assert launched("2025").id == NamedNode(f"{ID}c-{digest}")


def test_a_second_source_meets_the_same_claim() -> None:
    """Two sources that say the same make one claim with two pieces of evidence."""
    claim = launched("2013-06")
    here, there = (Evidence(claim.id, NamedNode(ID + name)) for name in ("one", "two"))
    assert here.claim == there.claim
    assert here.id != there.id


def test_a_refutation_meets_the_claim_it_refutes() -> None:
    """Stance is part of the evidence's identity, not of the claim's."""
    claim = launched("2013-06")
    against = Evidence(claim.id, SOURCE, Stance.REFUTES)
    assert against.claim == claim.id
    assert against.id != Evidence(claim.id, SOURCE).id


def test_time_and_kind_tell_claims_apart() -> None:
    """The same statement at another time, or as a forecast, is another claim."""
    plain = launched("2013")
    dated = launched("2013", valid_from=Moment.parse("2013"))
    forecast = Claim(plain.subject, plain.predicate, plain.value, Kind.FORECAST)
    assert len({plain.id, dated.id, forecast.id}) == 3


def test_identity_does_not_depend_on_unicode_composition() -> None:
    """é typed as one code point or as two is the same text (NFC)."""
    composed, parted = (
        Claim(YUEBAO, fk("describedAs"), Literal(text, language="en"))
        for text in ("caf\u00e9", "cafe\u0301")
    )
    assert composed.id == parted.id


def test_undated_observations_of_two_sources_are_two_records() -> None:
    """Two undated values are not one record, and so never dispute."""

    def seen(source: NamedNode | None) -> Observation:
        return Observation(YUEBAO, fk("users"), Decimal(1), fk("unit-person"), source=source)

    assert seen(SOURCE).id != seen(NamedNode(f"{ID}other")).id


def test_a_gloss_is_no_part_of_a_quote() -> None:
    """A translation is shown beside the quote; the quote's identity is its place."""
    span = Span(0, 3)
    assert Quote(SOURCE, span, "余额宝", "Yu'e Bao") == Quote(SOURCE, span, "余额宝")
