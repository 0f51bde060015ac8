"""When conclusions hold. Rules do not compute time: the premises' courses are intersected here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from pyoxigraph import NamedNode

from finkg.evidence.chronicle import Chronicle
from finkg.evidence.claim import Claim
from finkg.evidence.span import NEVER, Course, either
from finkg.reasoning.inference import Admission, Inference
from finkg.vocabulary import DIRECTLY_AFFECTED_BY


class Timing:
    """The courses of stated claims, of inferences and of conclusions."""

    def __init__(
        self,
        chronicle: Chronicle,
        stated: Mapping[NamedNode, Claim],
        known: Mapping[NamedNode, Course] = MappingProxyType({}),
    ) -> None:
        """`known`: courses that were found before, of stated claims as they are stated."""
        self._chronicle = chronicle
        self._stated = stated
        self._known = known
        self._courses: dict[NamedNode, Course] = {}
        self._settled: dict[NamedNode, Course] = {}

    def of(self, claim: NamedNode) -> Course:
        """When a claim holds, as a source states it or as far as it was concluded until now."""
        if claim not in self._courses:
            self._courses[claim] = self._as_stated(claim)
        return self._courses[claim]

    def _as_stated(self, claim: NamedNode) -> Course:
        if claim in self._known:
            return self._known[claim]
        stated = self._stated.get(claim)
        return self._chronicle.course(stated) if stated else NEVER

    def inferred(self, inference: Inference) -> Course:
        """When a conclusion holds as far as one way of drawing it says."""
        return self._chronicle.concluded(inference.conclusion, map(self.of, inference.premises))

    def settled(self, inference: Inference) -> Course:
        """The same, once all courses are settled."""
        return self._settled[inference.id]

    def admit(self, inference: Inference) -> Admission:
        """Whether premises and ends can hold together at all; then the conclusion may be used.

        An effect that a source states stays, however late it is.
        """
        course = self.inferred(inference)
        if course.possible is None and not any(map(self._is_effect, inference.premises)):
            return Admission.REFUSED
        conclusion = inference.conclusion.id
        known = self.of(conclusion)
        self._courses[conclusion] = wider = known | course
        return Admission.ADMITTED if wider == known else Admission.WIDENED

    def _is_effect(self, premise: NamedNode) -> bool:
        claim = self._stated.get(premise)
        return claim is not None and claim.predicate == DIRECTLY_AFFECTED_BY

    def settle(self, inferences: Iterable[Inference]) -> None:
        """Compute the courses of all conclusions from all inferences, whatever the order in which
        they were found."""
        ways: dict[NamedNode, list[Inference]] = {}
        for inference in inferences:
            ways.setdefault(inference.conclusion.id, []).append(inference)
        drawn = sorted(ways, key=str)
        for _ in range(len(drawn) + 1):
            before = [self._courses[conclusion] for conclusion in drawn]
            for conclusion in drawn:
                courses = [self.inferred(way) for way in ways[conclusion]]
                self._settled.update(zip((w.id for w in ways[conclusion]), courses, strict=True))
                self._courses[conclusion] = either([self._as_stated(conclusion), *courses])
            if before == [self._courses[conclusion] for conclusion in drawn]:
                return
