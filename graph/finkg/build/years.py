"""Where each statement stands on each of many days: as of every day what `rebuild` would give.

The workspace is assessed once and the rules are drawn once, over all that may be a premise on some
day. For each day only those rivals are settled anew of which some surely do not hold on it, and
only what is concluded from them is weighed anew (finkg.build.daily, finkg.reasoning.ground).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import Final, NamedTuple

from pyoxigraph import NamedNode

from finkg.build.assess import Assessment, assess
from finkg.build.beginnings import Axis, Beginning, Histogram, axis, beginning, histogram
from finkg.build.conclude import PREMISES, drawable
from finkg.build.daily import HOLDS, Daily, held
from finkg.build.layering import STATED, home, placed_before
from finkg.collecting import uncollected
from finkg.evidence.assessment import Assessed, Standing, cut
from finkg.evidence.claim import Claim, Value
from finkg.evidence.scenario import Scenario
from finkg.reasoning.ground import Ground, Premise, Weighed
from finkg.reasoning.inference import Inference
from finkg.reasoning.rule import Rule, read_rules
from finkg.schema import Schema
from finkg.store.layers import Layer
from finkg.store.snapshot import Snapshot
from finkg.workspace.inputs import read_inputs
from finkg.workspace.model import Workspace

#: The layers in which a statement may stand, in the order of their places.
LAYERS: Final = STATED
#: The place of what stands in none.
NOWHERE: Final = len(LAYERS)
_NOWHERE: Final = bytes([NOWHERE])
Anything = tuple[object, object, object]
Triple = tuple[NamedNode, NamedNode, Value]


class Statement(NamedTuple):
    """A triple, with the layers in which it stands, as places in `LAYERS` or `NOWHERE`."""

    subject: NamedNode
    predicate: NamedNode
    value: Value
    #: In the whole graph.
    whole: int
    #: As of each day, a byte for each.
    then: bytes
    #: The claims by which it stands in the whole graph or on some day, by id.
    claims: tuple[NamedNode, ...]
    #: When it begins, as the claims say by which it stands in the whole graph, or else on some day;
    #: nothing if none says a time.
    begins: Beginning | None


class _Place(NamedTuple):
    """A claim with the layers that it qualifies for, as places."""

    claim: Claim
    whole: int
    then: bytes

    @property
    def is_anywhere(self) -> bool:
        return self.whole != NOWHERE or self.then.count(NOWHERE) != len(self.then)


@dataclass(frozen=True)
class Years:
    """Every statement that stands in the whole graph or on one of some days."""

    #: In ascending order.
    days: tuple[date, ...]
    #: Stated ones in the order of the rows, then what rules conclude.
    statements: list[Statement] = field(repr=False)
    #: The claims that rules conclude on some day and not in the whole graph: its layer of claims
    #: has all others.
    only_then: dict[NamedNode, Claim] = field(repr=False)
    #: What begins when, of the statements of the whole graph.
    histogram: Histogram
    axis: Axis
    #: Claims that have a record, with their places.
    _recorded: list[_Place] = field(repr=False)
    #: What stands in other layers, and so in none of these.
    _elsewhere: frozenset[Anything] = field(repr=False)

    def layer(self, layer: Layer, day: date | None = None) -> set[Triple]:
        """The triples of a layer as of one of the days, or in the whole graph, with those of the
        records of its statements. Raises ValueError for another day."""
        place = LAYERS.index(layer)
        on = None if day is None else self.days.index(day)
        return {
            triple
            for whole, then, triple in self._triples
            if (whole if on is None else then[on]) == place
        }

    @cached_property
    def _triples(self) -> list[tuple[int, bytes, Triple]]:
        """Statements and the parts of records, each with its places."""
        found = [(s.whole, s.then, (s.subject, s.predicate, s.value)) for s in self.statements]
        parts = defaultdict[Triple, list[_Place]](list)
        for one in self._recorded:
            for triple in one.claim.record.triples() if one.claim.record else ():
                if triple not in self._elsewhere:
                    parts[triple].append(one)
        return [*found, *((*_first(places), triple) for triple, places in parts.items())]


def years(
    snapshot: Snapshot, scenario: Scenario | None = None, days: Iterable[date] | None = None
) -> Years:
    """Where the statements of a graph stand on some days; else on the last day of each year of its
    axis, see `finkg.build.beginnings.axis`.

    Read from the files that were kept with the snapshot, without the sources that the scenario
    leaves out; its day is of no concern. Raises FileProblem, DefinitionProblem.
    """
    schema = Schema()
    # A build may have switched since; what was kept with the old generation went with it.
    kept = snapshot if snapshot.folder.is_dir() else Snapshot(snapshot.path)
    with uncollected():
        workspace = read_inputs(kept.inputs, schema)
        workspace.drop(scenario.without if scenario else frozenset())
        return through(workspace, schema, read_rules(workspace.folders), days)


def through(
    workspace: Workspace,
    schema: Schema,
    rules: Sequence[Rule],
    days: Iterable[date] | None = None,
) -> Years:
    """The same of a workspace that has been read."""
    assessment = assess(workspace, schema, review=False)
    elsewhere = frozenset(placed_before(workspace, assessment, schema, rules))
    begun = _begun(assessment, elsewhere)
    wanted = axis(histogram(begun.values(), 0).sound, workspace.day.year)
    if days is None:
        days = (date(year, 12, 31) for year in wanted.years)
    ordered = tuple(sorted(set(days)))
    daily = Daily(assessment, ordered)
    drawn, ground = _ground(workspace, schema, rules, assessment, daily)
    stated = [*_stated(assessment, daily, ground)]
    concluded = [*_concluded(assessment, daily, drawn, ground)]
    places = [place for place in (*stated, *concluded) if place.is_anywhere]
    statements = [*_statements(places, begun, assessment, elsewhere)]
    whole = [s for s in statements if s.whole != NOWHERE]
    dated = [begun[s[:3]] for s in whole if s[:3] in begun]
    always = ground.always.keys() | {c for c, cases in ground.differing.items() if cases[0]}
    return Years(
        ordered,
        statements,
        {p.claim.id: p.claim for p in concluded if p.is_anywhere and p.claim.id not in always},
        histogram(dated, len(whole) - len(dated)),
        wanted,
        [place for place in places if place.claim.record],
        elsewhere,
    )


def _begun(
    assessment: Assessment, elsewhere: frozenset[Anything]
) -> dict[Triple, Beginning | None]:
    """When the statements begin that sources make in the whole graph."""
    found = defaultdict[Triple, list[Assessed]](list)
    for assessed in assessment.claims.values():
        if home(assessed.standing) and assessed.claim.triple not in elsewhere:
            found[assessed.claim.triple].append(assessed)
    return {triple: beginning(claims) for triple, claims in found.items()}


def _ground(
    workspace: Workspace,
    schema: Schema,
    rules: Sequence[Rule],
    assessment: Assessment,
    daily: Daily,
) -> tuple[list[Inference], Ground]:
    """What rules conclude from what stands in the whole graph and on each day."""
    usable: dict[NamedNode, tuple[Standing | None, ...]] = {}
    for claim, standing in daily.whole.items():
        cases = daily.differing.get(claim, (standing,))
        premise = tuple(stands if stands in PREMISES else None for stands in cases)
        if any(premise):
            usable[claim] = premise if len({*premise}) > 1 else premise[:1]
    drawn = drawable(workspace, assessment, schema, rules, usable.keys())
    used = {claim for way in drawn for claim in (*way.premises, way.conclusion.id)}
    premises = {
        claim: Premise(assessment.claims[claim].claim, daily.courses[claim], usable[claim])
        for claim in usable
        if claim in used
    }
    return drawn, Ground(drawn, premises, assessment.chronicle, 1 + len(daily.days))


def _stated(assessment: Assessment, daily: Daily, ground: Ground) -> Iterator[_Place]:
    """Where each stated claim stands; one without a time may hold by a rule."""
    count = len(daily.days)
    for claim, assessed in assessment.claims.items():
        holds, whole = daily.held[claim], daily.whole[claim]
        if claim in ground.always:
            holds = held(ground.always[claim].course, daily.days)
        elif claim in ground.differing:
            _, *cases = ground.differing[claim]
            holds = bytes(
                _held_on(day, found) if found else own
                for day, found, own in zip(daily.days, cases, holds, strict=True)
            )
        if claim in daily.differing:
            stands = daily.differing[claim][1:]
            then = bytes(_places(s)[h] for s, h in zip(stands, holds, strict=True))
        else:
            then = holds.translate(_places(whole)) if home(whole) else _NOWHERE * count
        yield _Place(assessed.claim, _place(whole), then)


def _concluded(
    assessment: Assessment, daily: Daily, drawn: Iterable[Inference], ground: Ground
) -> Iterator[_Place]:
    """Where each claim stands that is concluded and not stated; one that is both stands no worse
    as it is stated."""
    stated = assessment.claims
    claims = {way.conclusion.id: way.conclusion for way in drawn}
    for claim, weighed in ground.always.items():
        if claim not in stated:
            places = _places(weighed.standing, concluded=True)
            then = held(weighed.course, daily.days).translate(places)
            yield _Place(claims[claim], _place(weighed.standing, concluded=True), then)
    for claim, (whole, *cases) in ground.differing.items():
        if claim not in stated:
            then = bytes(
                _places(found.standing, concluded=True)[_held_on(day, found)] if found else NOWHERE
                for day, found in zip(daily.days, cases, strict=True)
            )
            place = _place(whole.standing, concluded=True) if whole else NOWHERE
            yield _Place(claims[claim], place, then)


def _held_on(day: date, weighed: Weighed) -> int:
    return HOLDS.index(weighed.course.on(day))


def _place(standing: Standing, *, concluded: bool = False) -> int:
    layer = home(standing, concluded=concluded)
    return LAYERS.index(layer) if layer else NOWHERE


@cache
def _places(standing: Standing, *, concluded: bool = False) -> bytes:
    """The place of what stands so, by how it holds, a number of `HOLDS`; as `bytes.translate`
    takes it."""
    found = (_place(cut(standing, holds), concluded=concluded) for holds in HOLDS)
    return bytes(found).ljust(256, _NOWHERE)


def _first(places: Sequence[_Place]) -> tuple[int, bytes]:
    """The first place for which one of these qualifies, in the whole graph and on each day."""
    if len(places) == 1:
        return places[0].whole, places[0].then
    then = bytes(map(min, zip(*(place.then for place in places), strict=True)))
    return min(place.whole for place in places), then


def _statements(
    places: Iterable[_Place],
    begun: Mapping[Triple, Beginning | None],
    assessment: Assessment,
    elsewhere: frozenset[Anything],
) -> Iterator[Statement]:
    """The triples of claims, each once."""
    stated = assessment.claims
    found = defaultdict[Triple, list[_Place]](list)
    for place in places:
        if place.claim.triple not in elsewhere:
            found[place.claim.triple].append(place)
    for triple, same in found.items():
        claims = tuple(dict.fromkeys(place.claim.id for place in same))
        sources = (stated[claim] for claim in claims if claim in stated)
        begins = begun[triple] if triple in begun else beginning(sources)
        yield Statement(*triple, *_first(same), claims, begins)
