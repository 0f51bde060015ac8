"""Inferences that are drawn once and weighed in many cases, which differ in a few premises.

Rules add what follows from what is there, so what is drawn from few premises is among what is drawn
from more (finkg.reasoning.monotone). Whatever rests on nothing that differs is weighed once; the
rest falls into islands that have no such claim in common, and an island is weighed anew only where
its own premises stand as in no case before.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pyoxigraph import NamedNode

from finkg.evidence.assessment import Standing
from finkg.evidence.chronicle import Chronicle
from finkg.evidence.claim import Claim
from finkg.evidence.span import Course
from finkg.reasoning.inference import Admission, Inference, standings
from finkg.reasoning.timing import Timing


class Premise(NamedTuple):
    """A claim that a source states and a rule may use, with its own course."""

    claim: Claim
    course: Course
    #: Where it stands in each case; nothing where it is refused. One for all, if it never differs.
    stands: tuple[Standing | None, ...]

    @property
    def differs(self) -> bool:
        """Whether it stands differently in some case."""
        return len(self.stands) > 1


class Weighed(NamedTuple):
    """Where a claim that rules conclude stands, and when it holds."""

    standing: Standing
    course: Course


Conclusions = dict[NamedNode, Weighed]
_NONE = Conclusions()


class Ground:
    """What follows in each of several cases."""

    def __init__(
        self,
        drawn: Sequence[Inference],
        premises: Mapping[NamedNode, Premise],
        chronicle: Chronicle,
        cases: int,
    ) -> None:
        """`drawn`: all inferences that some case may draw from the premises."""
        self._chronicle = chronicle
        self._premises = premises
        differing = _differing(drawn, {c for c, p in premises.items() if p.differs})
        always = [way for way in drawn if way.conclusion.id not in differing]
        #: What follows in every case, alike.
        self.always = self._weigh(always, 0, _NONE)
        #: What follows else, by conclusion; for each case, nothing where it does not follow.
        self.differing: dict[NamedNode, list[Weighed | None]] = {}
        for island in _islands(drawn, differing):
            for claim, found in self._over(island, differing, cases):
                self.differing[claim] = found

    def _over(
        self, island: Sequence[Inference], differing: Collection[NamedNode], cases: int
    ) -> Iterator[tuple[NamedNode, list[Weighed | None]]]:
        """Each conclusion of an island, weighed in every case."""
        used = {p for way in island for p in (*way.premises, way.conclusion.id)}
        known = {c: self.always[c] for c in used if c in self.always and c not in differing}
        own = [p for p in map(self._premises.get, sorted(used, key=_spelling)) if p and p.differs]
        weighed: dict[tuple[Standing | None, ...], Conclusions] = {}
        found: list[Conclusions] = []
        for case in range(cases):
            as_here = tuple(premise.stands[case] for premise in own)
            if as_here not in weighed:
                weighed[as_here] = self._weigh(island, case, known)
            found.append(weighed[as_here])
        for claim in dict.fromkeys(way.conclusion.id for way in island):
            yield claim, [conclusions.get(claim) for conclusions in found]

    def _weigh(self, ways: Sequence[Inference], case: int, known: Conclusions) -> Conclusions:
        """What these inferences conclude in a case, where `known` has been concluded already."""
        used = {p for way in ways for p in (*way.premises, way.conclusion.id)}
        stands = {claim: weighed.standing for claim, weighed in known.items()}
        courses = {claim: weighed.course for claim, weighed in known.items()}
        stated: dict[NamedNode, Claim] = {}
        refused: set[NamedNode] = set()
        for claim in used & self._premises.keys():
            premise = self._premises[claim]
            standing = premise.stands[case if premise.differs else 0]
            if standing is None:
                refused.add(claim)
                continue
            stands[claim], stated[claim] = standing, premise.claim
            courses.setdefault(claim, premise.course)
        timing = Timing(self._chronicle, stated, courses)
        drawn = _drawn(ways, stands.keys(), refused, timing)
        timing.settle(drawn)
        weighed = standings(drawn, stands)
        concluded = dict.fromkeys(way.conclusion.id for way in drawn)
        return {claim: Weighed(weighed[claim], timing.of(claim)) for claim in concluded}


def _drawn(
    ways: Iterable[Inference],
    known: Collection[NamedNode],
    refused: Collection[NamedNode],
    timing: Timing,
) -> list[Inference]:
    """The inferences that are drawn from what is known, as the reasoner draws them."""
    reached = set(known)
    resting = defaultdict[NamedNode, list[Inference]](list)
    lacking: dict[NamedNode, int] = {}
    waiting = deque[Inference]()
    for way in ways:
        if way.conclusion.id in refused:
            continue
        for premise in way.premises:
            resting[premise].append(way)
        lacking[way.id] = len(way.premises - reached)
        if not lacking[way.id]:
            waiting.append(way)
    found: dict[NamedNode, Inference] = {}
    while waiting:
        way = waiting.popleft()
        verdict, conclusion = timing.admit(way), way.conclusion.id
        if not verdict:
            continue
        found[way.id] = way
        is_new = conclusion not in reached
        reached.add(conclusion)
        if is_new or verdict is Admission.WIDENED:
            for rests in resting[conclusion]:
                lacking[rests.id] -= is_new
                if not lacking[rests.id]:
                    waiting.append(rests)
    return [found[key] for key in sorted(found, key=_spelling)]


def _differing(drawn: Iterable[Inference], premises: Iterable[NamedNode]) -> set[NamedNode]:
    """These claims, with all that is concluded from them."""
    resting = defaultdict[NamedNode, list[NamedNode]](list)
    for way in drawn:
        for premise in way.premises:
            resting[premise].append(way.conclusion.id)
    found: set[NamedNode] = set()
    todo = [*premises]
    while todo:
        claim = todo.pop()
        if claim not in found:
            found.add(claim)
            todo.extend(resting.get(claim, ()))
    return found


def _islands(
    drawn: Iterable[Inference], differing: Collection[NamedNode]
) -> Iterator[list[Inference]]:
    """The inferences to what differs, apart where they have no claim that differs in common."""
    above: dict[NamedNode, NamedNode] = {}

    def root(claim: NamedNode) -> NamedNode:
        while (higher := above.setdefault(claim, claim)) != claim:
            above[claim] = above[higher]
            claim = higher
        return claim

    ways = [way for way in drawn if way.conclusion.id in differing]
    for way in ways:
        for premise in way.premises:
            if premise in differing:
                above[root(premise)] = root(way.conclusion.id)
    found = defaultdict[NamedNode, list[Inference]](list)
    for way in ways:
        found[root(way.conclusion.id)].append(way)
    yield from found.values()


def _spelling(node: NamedNode) -> str:
    return node.value
