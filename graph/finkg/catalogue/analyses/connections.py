"""The paths between two things, a row each statement that a step rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pyoxigraph import Literal, NamedNode

from finkg.analysis.hubs import hubs
from finkg.analysis.kinds import Kinds
from finkg.analysis.network import Network, Statement
from finkg.analysis.paths import MOST, Path, paths
from finkg.analysis.relations import Relations
from finkg.catalogue.analyses import Given
from finkg.catalogue.analyses.made import Made, entity, made, number
from finkg.catalogue.answer import Cell, Row
from finkg.errors import Text
from finkg.reasoning.claims import Claims, claims_of
from finkg.store.names import Names
from finkg.store.view import GraphView
from finkg.vocabulary import fk, local_name

#: From the standing that carries a statement best.
_STANDINGS = ("Accepted", "TimeUnknown", "Doubtful", "Opinion")
#: So many hubs are named that were left aside.
_NAMED = 3
_SAME = Text("起点与终点是同一事物：{0}。", "Start and end are the same thing: {0}.")
_ALONE = Text("没有陈述把{0}与别的事物相连。", "No statement connects {0} with anything else.")
_APART = Text("{0}与{1}之间没有路径。", "No path connects {0} and {1}.")
_HUBS = Text(
    "{0}与{1}只经枢纽相连，例如{2}；要经过它，用 finkg path 的 --through 或 --hubs。",
    "{0} and {1} are connected through hubs only, such as {2}; finkg path takes them with "
    "--through or --hubs.",
)
_NOT_THROUGH = Text(
    "{0}与{1}之间没有依次经过所选事物的路径。",
    "No path connects {0} and {1} through the chosen things, in their order.",
)
_KINDS = Text(
    "{0}与{1}之间没有只经所选类别的路径。",
    "No path connects {0} and {1} through things of the chosen kinds only.",
)


def of_question(network: Network, view: GraphView, given: Given) -> Made:
    """The question's parameters are `start` and `end`."""
    start, end = entity(given.get("start")), entity(given.get("end"))
    return connections(network, view, start, end) if start and end else made(())


def connections(
    network: Network,
    view: GraphView,
    start: NamedNode,
    end: NamedNode,
    *,
    most: int = MOST,
    through: Sequence[NamedNode] = (),
    via: Collection[NamedNode] = (),
    open_hubs: bool = False,
) -> Made:
    """The cheapest paths. All of them pass what is `through`; other hubs stand on none unless they
    are open, and with `via` only things of those classes stand between."""
    kinds = Kinds(view)
    general = {} if open_hubs else hubs(network, kinds.concept)
    other = {n for n in network.nodes if via and not kinds.of(n) & {*via}}
    closed = {*general} | other
    found = paths(network, start, end, most=most, through=through, closed=closed)
    if not found:
        stops = (start, *through, end)
        return made(())._replace(remark=_why_none(network, view, stops, {*general}, other))
    rows = made(_Rows(view).of(found), falls=True)
    passed = {start, *through, end}
    return rows._replace(remark=_left_aside(view, [hub for hub in general if hub not in passed]))


def _why_none(
    network: Network,
    view: GraphView,
    stops: tuple[NamedNode, ...],
    general: set[NamedNode],
    other: set[NamedNode],
) -> Text:
    """In zh and en, by the names of the things."""
    start, *through, end = stops
    if start == end:
        return _told(view, _SAME, start)
    for stop in stops:
        if stop not in network:
            return _told(view, _ALONE, stop)
    over_hubs = paths(network, start, end, most=1, through=through, closed=other)
    if over_hubs:
        passed = next(n for n in over_hubs[0].nodes if n in general and n not in stops)
        return _told(view, _HUBS, start, end, passed)
    if other and paths(network, start, end, most=1, through=through, closed=general):
        return _told(view, _KINDS, start, end)
    if through and paths(network, start, end, most=1, closed=general | other):
        return _told(view, _NOT_THROUGH, start, end)
    return _told(view, _APART, start, end)


def _left_aside(view: GraphView, hubs_closed: list[NamedNode]) -> Text:
    """The hubs that no path was allowed to take, the most touched by name."""
    if not hubs_closed:
        return Text("", "")
    names = Names(view)
    zh, en = ([names.label(hub, lang) for hub in hubs_closed[:_NAMED]] for lang in ("zh", "en"))
    more = len(hubs_closed) - len(zh)
    return Text(
        f"不经枢纽：{'、'.join(zh)}{f'等 {len(hubs_closed)} 个' if more else ''}；"
        "要经过它们，用 finkg path 的 --through 或 --hubs。",
        f"Not through hubs: {', '.join(en)}{f' and {more} more' if more else ''}; finkg path takes "
        "them with --through or --hubs.",
    )


def _told(view: GraphView, text: Text, *things: NamedNode) -> Text:
    names = Names(view)
    zh, en = ([names.label(thing, lang) for thing in things] for lang in ("zh", "en"))
    return Text(text.zh.format(*zh), text.en.format(*en))


class _Rows:
    """Rows of a graph's paths."""

    def __init__(self, view: GraphView) -> None:
        self._view = view
        self._relations = Relations(view)
        self._claims = Claims(view)

    def of(self, found: list[Path]) -> Iterator[tuple[Row, list[Statement]]]:
        for number_, path in enumerate(found, 1):
            for place, step in enumerate(path.steps, 1):
                for statement in step.statements:
                    cells = (
                        number(number_),
                        number(place),
                        step.start,
                        *self._read(statement, step.start),
                        step.end,
                        number(step.cost),
                        *self._carried(statement),
                    )
                    yield cells, [statement]

    def _read(self, statement: Statement, start: NamedNode) -> tuple[Literal, NamedNode]:
        """The relation from where the step comes: against its direction by the name of its inverse,
        if the ontology has one."""
        if statement.subject == start:
            return Literal("→"), statement.predicate
        inverse = self._relations.inverse(statement.predicate)
        return (Literal("→"), inverse) if inverse else (Literal("←"), statement.predicate)

    def _carried(self, statement: Statement) -> tuple[Cell, Cell]:
        """The best standing of the claims, and on how many sources their proofs rest."""
        subject, predicate, value, _ = statement
        proofs = [
            self._claims.prove(claim) for claim in claims_of(self._view, subject, predicate, value)
        ]
        standings = {proof.standing for proof in proofs}
        best = next((fk(name) for name in _STANDINGS if name in standings), None)
        sources = {
            leaf.source
            for proof in proofs
            if best and proof.standing == local_name(best)
            for leaf in proof.leaves()
            if leaf.supports
        }
        return best, number(len(sources))
