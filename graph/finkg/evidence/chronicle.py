"""When each claim holds, read from all accepted claims together (never from the clock).

Each property declares how it lasts (`fk:lasting`). What happens on a day stays a fact; legal force
and what is for ever hold without a stated end; a state is sure until the last sign of it. A
relation that lasts holds at most while both its ends exist; what happened stays true without them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from finkg.evidence.assessment import Assessed, Standing
from finkg.evidence.backing import Backing
from finkg.evidence.claim import Claim
from finkg.evidence.lasting import Lasting, lasting
from finkg.evidence.lives import Life, Lives
from finkg.evidence.moment import Moment
from finkg.evidence.record import Observation
from finkg.evidence.span import EVER, UNKNOWN, Course, both
from finkg.schema import Property
from finkg.vocabulary import fk

_REPEALS, _IMPOSES = fk("repeals"), fk("imposes")
_Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]
#: What has happened, or is for ever, outlives the things that it joins.
_OUTLIVES = (Lasting.MOMENTARY, Lasting.PERMANENT)


class Chronicle:
    """The lives of things, the forces of instruments, and the courses of claims."""

    def __init__(
        self, claims: Iterable[Assessed], properties: Mapping[NamedNode, Property], backing: Backing
    ) -> None:
        self._properties = properties
        self._backing = backing
        self.lives, self._forces = Lives(), Lives()
        self._signs: defaultdict[_Triple, list[Moment]] = defaultdict(list)
        #: While the ends of each claim exist; many inferences draw the same one.
        self._frames: dict[NamedNode, Course] = {}
        accepted = [a for a in claims if a.standing is Standing.ACCEPTED]
        imposed = (a.claim.value for a in accepted if a.claim.predicate == _IMPOSES)
        self._requirements = frozenset(imposed)
        for assessed in accepted:
            self._mark(assessed.claim)
        self._hand_on_force([a.claim for a in accepted])
        for assessed in accepted:
            self._attest(assessed)

    def _property(self, claim: Claim) -> Property | None:
        return self._properties.get(claim.predicate)

    def lasting(self, claim: Claim) -> Lasting:
        """How what a claim states goes on; the figure that a requirement sets binds as long as the
        requirement."""
        found = lasting(claim, self._property(claim))
        sets = isinstance(claim.record, Observation) and claim.subject in self._requirements
        return Lasting.LEGAL_FORCE if sets and found is Lasting.STATE else found

    def _mark(self, claim: Claim) -> None:
        """A time-valued claim may mark the beginning or the end of a life, or of legal force."""
        known = self._property(claim)
        if not known or not claim.moment:
            return
        for mark in known.marks:
            lives = self.lives if mark.startswith("Life") else self._forces
            life = lives.of(claim.subject)
            (life.begin if mark.endswith("Start") else life.finish)(claim.moment)

    def _hand_on_force(self, claims: list[Claim]) -> None:
        """A requirement without a day of its own begins with what imposes it; an instrument ends
        when what repeals it begins, if no day is stated."""
        stated = {"start": self._forces.begun(), "end": self._forces.ended()}
        for claim in claims:
            beginning = self._forces.known(claim.subject).start
            if not beginning or not isinstance(claim.value, NamedNode):
                continue
            if claim.predicate == _IMPOSES and claim.value not in stated["start"]:
                self._forces.of(claim.value).begin(beginning)
            if claim.predicate == _REPEALS and claim.value not in stated["end"]:
                self._forces.of(claim.value).finish(beginning)

    def _attest(self, assessed: Assessed) -> None:
        """A dated claim is a sign of life of its ends, and of what it states."""
        claim = assessed.claim
        for time in self._attested(assessed):
            for thing in self._ends(claim):
                self.lives.of(thing).signs.append(time)
            if not claim.record:
                self._signs[claim.triple].append(time)

    def _attested(self, assessed: Assessed) -> Iterator[Moment]:
        """The times at which the ends of a claim surely are there."""
        claim, known = assessed.claim, self._property(assessed.claim)
        lasting = self.lasting(claim)
        if not known or known.takes != "entity" or lasting is Lasting.LEGAL_FORCE:
            return
        _, as_of, start, end = claim.times
        yield from filter(None, (as_of, start))
        if lasting is Lasting.MOMENTARY and not claim.record:
            yield from filter(None, [self.lives.known(claim.subject).start])
        if lasting is Lasting.STATE and not (as_of or end or isinstance(claim.record, Observation)):
            # Its source says in the present tense that it is so.
            yield from filter(None, map(self._backing.published, assessed.supporting))

    def _ends(self, claim: Claim) -> Iterator[NamedNode]:
        """What a claim joins: its subject, and its value if that is a thing and no record."""
        yield claim.subject
        if isinstance(claim.value, NamedNode) and not isinstance(claim.record, Observation):
            yield claim.value

    def course(self, claim: Claim) -> Course:
        """When a stated claim holds."""
        return self._own(claim) & self._joined(claim)

    def concluded(self, conclusion: Claim, premises: Iterable[Course]) -> Course:
        """When a conclusion holds: while its premises do, or ever after if it then has happened."""
        together = both(premises)
        outlives = self.lasting(conclusion) in _OUTLIVES
        return (together.ever_after if outlives else together) & self._joined(conclusion)

    def _joined(self, claim: Claim) -> Course:
        """While both ends exist; for what outlives them, from the day on which both do."""
        if claim.id not in self._frames:
            self._frames[claim.id] = self._frame(claim)
        return self._frames[claim.id]

    def _frame(self, claim: Claim) -> Course:
        known = self._property(claim)
        if not known or known.takes != "entity":
            return EVER
        together = both(self.lives.known(thing).bounds for thing in self._ends(claim))
        return together.ever_after if self.lasting(claim) in _OUTLIVES else together

    def _own(self, claim: Claim) -> Course:
        """When a claim holds as far as its own times say, else those of what it lasts with."""
        lasting = self.lasting(claim)
        value, as_of, start, end = claim.times
        signs = self._signs.get(claim.triple, ()) if not claim.record else ()
        if lasting is Lasting.MOMENTARY:
            start = start or as_of or value or self.lives.known(claim.subject).start
            return Life(start, end).course(lasts=True) if start else UNKNOWN
        if start or end or as_of:
            other, lasts = self._partner(claim), lasting.ends_only_when_ended
            attested = [*other.signs, *(time for time in (as_of,) if time)]
            life = Life(start or other.start, end or other.end, attested)
            return life.course(lasts=lasts, signs=signs)
        return self._borrowed(claim, lasting, signs)

    def _borrowed(self, claim: Claim, lasting: Lasting, signs: Iterable[Moment]) -> Course:
        """The course of a claim that states no time of its own."""
        if lasting is Lasting.PERMANENT:
            return EVER
        lasts = lasting.ends_only_when_ended
        return self._partner(claim).course(lasts=lasts, signs=() if lasts else signs)

    def _partner(self, claim: Claim) -> Life:
        """The life of the end, or the legal force, with which a claim lasts, where it says nothing
        else itself."""
        if self.lasting(claim) is Lasting.LEGAL_FORCE:
            return self._forces.known(claim.subject)
        known = self._property(claim)
        end = {"SubjectEnd": claim.subject, "ObjectEnd": claim.value}.get(
            known.lasts_with if known else ""
        )
        return self.lives.known(end) if isinstance(end, NamedNode) else Life()
