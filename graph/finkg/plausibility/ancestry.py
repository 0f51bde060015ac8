"""A product that is older than the company that offers it."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from finkg.plausibility.reading import Dated, Reading
from finkg.plausibility.rule import Doubt, Severity, SourceRule, explain
from finkg.words import Text

_EXPLANATION = Text(
    "原文说{launch}，提供它的公司却要到后来：{founding}；又没有来源说二者有前身。产品早于公司，两个日期"
    "至少有一个不实。",
    "The source says {launch}, while the company that offers it came later: {founding}; and no "
    "source names a predecessor of either. One of the two dates is wrong.",
)


class ProductOlderThanCompany(SourceRule):
    """A product launched before its company was founded, where nothing says who had it before."""

    name = "product-older-than-company"
    label = Text("产品早于公司", "product older than its company")
    definition = Text(
        "检出早于其公司成立且无前身可循的产品",
        "test whether a product was launched before its company was founded, with no predecessor",
    )
    severity = Severity.IMPLAUSIBLE

    def doubts(self, reading: Reading) -> Iterator[Doubt]:
        for offer in reading.facts("offers"):
            company, product = offer.claim.subject, offer.claim.value
            if not isinstance(product, NamedNode) or _is_inherited(reading, company, product):
                continue
            had_from = offer.claim.valid_from
            for launch in reading.when(product, "launchedOn"):
                if had_from and launch.time.latest < had_from.earliest:
                    # It came to the company later, whoever began it.
                    continue
                for founding in reading.when(company, "foundedOn"):
                    if launch.time.latest < founding.time.earliest:
                        yield from _both(reading, launch, founding)


def _both(reading: Reading, launch: Dated, founding: Dated) -> Iterator[Doubt]:
    facts = {"launch": reading.says(launch), "founding": reading.says(founding)}
    explanation = explain(_EXPLANATION, **facts)
    yield launch.doubt(explanation, founding)
    yield founding.doubt(explanation, launch)


def _is_inherited(reading: Reading, company: NamedNode, product: NamedNode) -> bool:
    """Whether some source says what either came from, or this one that somebody else, who may have
    begun it, offers the product."""
    if {company, product} & reading.common.succeeding:
        return True
    return any(o.claim.subject != company for o in reading.facts_to("offers", product))
