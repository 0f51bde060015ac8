"""Robustness: the sources, or sets of them, without which a conclusion falls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Generic

from finkg.reasoning.minimal import Node, Way, minimal

#: How many sets are kept while they are combined; the smallest are.
CAP: Final = 256


def falls_without(
    proofs: Iterable[frozenset[Node]], sources: Callable[[Node], frozenset[Node]]
) -> list[frozenset[Node]]:
    """The minimal sets of sources that leave none of the proofs, smallest first. A proof is given
    as the stated claims that it rests on.

    `sources` names the independent sources that support a stated claim: the claim falls with all
    of them, a proof with any of its claims, and the conclusion with all of its proofs. What else
    would change without a source (a dispute that it decided) is not asked here: `--without`
    computes the graph anew.
    """
    cuts: list[frozenset[Node]] = [frozenset()]
    for proof in proofs:
        breaking = {sources(leaf) for leaf in proof}
        joined = {cut | broken for cut in cuts for broken in breaking if broken}
        cuts = minimal(sorted(joined, key=_order), frozenset)[:CAP]
    return [cut for cut in cuts if cut]


def _order(cut: frozenset[Node]) -> tuple[int, list[str]]:
    return len(cut), sorted(map(str, cut))


def sole_sources(
    ways: Mapping[Node, Iterable[Way[Node]]], sources: Mapping[Node, frozenset[Node]]
) -> dict[Node, frozenset[Node]]:
    """For each conclusion the sources without any one of which it falls; linear in what rests on
    each source.

    `ways` lists how each conclusion was drawn (and nothing that was not), `sources` the independent
    sources of each claim that is stated.
    """
    recorded = {claim: list(found) for claim, found in ways.items()}
    resting = _Resting(recorded, sources)
    alone: defaultdict[Node, set[Node]] = defaultdict(set)
    for claim, behind in sources.items():
        if len(behind) == 1:
            alone[next(iter(behind))].add(claim)
    falls: defaultdict[Node, set[Node]] = defaultdict(set)
    for source, stated in alone.items():
        for conclusion in resting.lost(stated):
            falls[conclusion].add(source)
    return {conclusion: frozenset(behind) for conclusion, behind in falls.items()}


def only_sources(
    ways: Mapping[Node, Iterable[Way[Node]]], sources: Mapping[Node, frozenset[Node]]
) -> dict[Node, Node]:
    """Of each conclusion the one source that every ground of every way to it comes from; those
    that rest on several, or on none, are left out. Linear in the premises.

    Narrower than `sole_sources`: what falls without a source may rest on others as well.
    """
    behind: dict[Node, frozenset[Node]] = {}
    above: defaultdict[Node, set[Node]] = defaultdict(set)
    todo: list[Node] = []
    for conclusion, found in ways.items():
        for premise in (p for way in found for p in way.premises):
            above[premise].add(conclusion)
    for claim in {*above, *ways}:
        behind[claim] = sources.get(claim, frozenset())
        todo.append(claim)
    # Two are as good as many, so what stands behind a claim grows twice at most.
    while todo:
        claim = todo.pop()
        for conclusion in above.get(claim, ()):
            joined = behind[conclusion] | behind[claim]
            if len(behind[conclusion]) < 2 and joined != behind[conclusion]:
                behind[conclusion] = joined
                todo.append(conclusion)
    return {claim: next(iter(behind[claim])) for claim in ways if len(behind[claim]) == 1}


class _Resting(Generic[Node]):
    """What rests on stated claims, and what is lost with some of them."""

    def __init__(
        self, ways: Mapping[Node, list[Way[Node]]], stated: Mapping[Node, frozenset[Node]]
    ) -> None:
        self._ways = ways
        self._stated = stated
        self._above: defaultdict[Node, set[Node]] = defaultdict(set)
        for conclusion, found in ways.items():
            for premise in (p for way in found for p in way.premises):
                self._above[premise].add(conclusion)

    def lost(self, stated: set[Node]) -> Iterator[Node]:
        """The conclusions that can not be drawn without some stated claims.

        Of all that rests on them, what can still be drawn from the rest is found again, from below:
        a circle does not hold itself up.
        """
        cone = self._resting_on(stated) | (stated & self._ways.keys())
        lost = {*cone, *stated}
        todo = list(cone)
        while todo:
            claim = todo.pop()
            if claim in lost and self._stands(claim, stated, lost):
                lost.discard(claim)
                todo.extend(self._above[claim] & lost)
        yield from cone & lost

    def _stands(self, claim: Node, without: set[Node], lost: set[Node]) -> bool:
        if claim in self._stated and claim not in without:
            return True
        return any(lost.isdisjoint(way.premises) for way in self._ways.get(claim, ()))

    def _resting_on(self, stated: set[Node]) -> set[Node]:
        found: set[Node] = set()
        todo = list(stated)
        while todo:
            new = self._above.get(todo.pop(), set()) - found
            found |= new
            todo.extend(new)
        return found
