"""What a source puts in order: one thing before another, and figures of the time after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from finkg.plausibility.reading import Dated, Reading, Said

#: Properties whose subject comes before the value, and those where it comes after.
_FORWARD, _BACKWARD = ("precedes",), ("follows", "predecessor", "supersedes", "repeals")
#: What an event acts on or is part of the story of.
_ABOUT = ("involves", "targets")


@dataclass(frozen=True, slots=True)
class Order:
    """One thing that a source puts before another, and the claim that does."""

    earlier: NamedNode
    later: NamedNode
    said: Said


def orders(reading: Reading) -> Iterator[Order]:
    """Every pair that the source puts in order."""
    for name in (*_FORWARD, *_BACKWARD):
        for said in reading.facts(name):
            subject, value = said.claim.subject, said.claim.value
            if isinstance(value, NamedNode):
                pair = (subject, value) if name in _FORWARD else (value, subject)
                yield Order(*pair, said)


def figures_after(reading: Reading, order: Order) -> Iterator[Dated]:
    """Figures that the text gives behind its account of the later thing, about whom that is."""
    account = [s for s in reading.about(order.later) if s.claim.id != order.said.claim.id]
    if not account or not reading.text:
        return
    begins = account[0].place
    names = [s.claim.value for s in account if _is_about(s)]
    for thing in dict.fromkeys(n for n in names if isinstance(n, NamedNode)):
        yield from (figure for figure in reading.figures(thing) if figure.said.place > begins)


def _is_about(said: Said) -> bool:
    return said.claim.predicate.value.rpartition("#")[2] in _ABOUT
