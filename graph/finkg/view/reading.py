"""What a graph says, read in columns: the quick way to what millions of its triples say.

A term is known by its form, as N-Triples write it: `<https://w3id.org/finkg/id/ant-group>`,
`"蚂蚁集团"@zh`; a whole number by its digits. Most of the time goes into finding the words of each
term on disk, so that columns have no term that can be told without: not the predicate and the
layer; not the value, where there are few different ones; nor what nearly all have in common. The
engine finds words on as many processors as there are, while Python goes on.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final, NamedTuple, TypeAlias, TypeVar

from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QuerySolutions, RdfFormat, parse

from finkg.errors import Text
from finkg.store.layers import Layer
from finkg.store.view import GraphView

Value = TypeVar("Value")
Made = TypeVar("Made")

#: A term as N-Triples write it.
Form: TypeAlias = str
#: More processors find words no sooner than Python can use them.
_AT_ONCE: Final = 4
#: From so many nodes on it is quicker to ask for the nodes of a value alone.
_MANY: Final = 500
#: What stands behind a text, which may have such signs itself.
_TAG: Final = re.compile(r'"(?:@([^"]+)|\^\^<([^"]+)>)?\Z')
_ESCAPED: Final = re.compile(r"\\(?:([tbnrf\"'\\])|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_MEANT: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


class Pairs(NamedTuple):
    """Two columns of one length: nodes, and what a predicate says of each."""

    nodes: list[Form]
    values: list[Form]

    def first(self) -> dict[Form, Form]:
        """One value for each node, the first in order if there are several."""
        found = dict(zip(self.nodes, self.values, strict=True))
        if len(found) < len(self.nodes):
            found = dict(sorted(zip(self.nodes, self.values, strict=True), reverse=True))
        return found

    def all(self) -> dict[Form, list[Form]]:
        """All values of each node, sorted."""
        return _sorted(zip(self.nodes, self.values, strict=True))

    def pointing(self) -> dict[Form, list[Form]]:
        """All nodes of each value, sorted."""
        return _sorted(zip(self.values, self.nodes, strict=True))

    def words(self) -> dict[Form, str]:
        """The text of a literal for each node, the first if there are several."""
        made = {form: word(form) for form in set(self.values)}
        return {node: made[form] for node, form in self.first().items()}

    def by_language(self) -> dict[str, dict[Form, str]]:
        """The text of each node, by language; the last in order if there are several in one."""
        found = _by_language(zip(self.nodes, self.values, strict=True))
        if sum(map(len, found.values())) < len(self.nodes):
            found = _by_language(sorted(zip(self.nodes, self.values, strict=True)))
        return found

    def texts(self) -> dict[Form, Text]:
        """The text of each node in zh and en, empty in a language that it has not."""
        said = self.by_language()
        zh, en = said["zh"], said["en"]
        return {node: Text(zh.get(node, ""), en.get(node, "")) for node in {**zh, **en}}


class Usual(NamedTuple):
    """What a predicate says of each node of a kind: what most have, and what the others have."""

    usual: tuple[Form, ...]
    others: Pairs


class Reader:
    """Reads columns of a graph. What is asked for first is there first; nothing waits for it."""

    def __init__(self, view: GraphView) -> None:
        self._view = view
        self._pool = ThreadPoolExecutor(min(_AT_ONCE, os.cpu_count() or 1))

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def pairs(self, predicate: NamedNode, layer: Layer | None = Layer.CLAIMS) -> Future[Pairs]:
        """What a predicate says in a layer, or in any."""
        return self._later(lambda: self._pairs(predicate, layer))

    def by_value(
        self, predicate: NamedNode, layer: Layer = Layer.CLAIMS
    ) -> Future[dict[Form, list[Form]]]:
        """The nodes of each value, for a predicate with few different values."""
        return self._later(lambda: self._by_value(predicate, layer))

    def usual(self, predicate: NamedNode, *having: NamedNode) -> Future[Usual]:
        """What a predicate of the claims layer says, the most usual value told once.

        It is told once for each language. `having` are predicates, each with one value for each
        node of a kind, and `predicate` says something of the nodes of these kinds only; where it
        is silent of one of them, no value is usual.
        """
        return self._later(lambda: self._usual(predicate, having))

    def _later(self, read: Callable[[], Made]) -> Future[Made]:
        return self._pool.submit(read)

    def _pairs(self, predicate: NamedNode, layer: Layer | None, but: str = "") -> Pairs:
        graph = layer.iri if layer else "?g"
        columns = self._columns(f"?s ?o {{ GRAPH {graph} {{ ?s {predicate} ?o }} {but} }}", 2)
        return Pairs(*columns)

    def _by_value(self, predicate: NamedNode, layer: Layer) -> dict[Form, list[Form]]:
        said = f"{{ GRAPH {layer.iri} {{ ?s {predicate} ?o }} }}"
        (values,) = self._columns(f"DISTINCT ?o {said}", 1)
        return {value: self._having(predicate, value, layer) for value in sorted(values)}

    def _having(self, predicate: NamedNode, value: Form, layer: Layer) -> list[Form]:
        """The nodes of which a predicate says this: in the order in which they stand on disk, so
        that their words are found in half the time."""
        return self._columns(f"?s {{ GRAPH {layer.iri} {{ ?s {predicate} {value} }} }}", 1)[0]

    def _usual(self, predicate: NamedNode, having: tuple[NamedNode, ...]) -> Usual:
        def said(by: NamedNode) -> str:
            return f"{{ GRAPH {Layer.CLAIMS.iri} {{ ?s {by} ?o }} }}"

        values, counts = self._columns(f"?o (COUNT(*) AS ?n) {said(predicate)} GROUP BY ?o", 2)
        nodes = sum(
            int(self._columns(f"(COUNT(*) AS ?n) {said(each)}", 1)[0][0]) for each in having
        )
        kinds: defaultdict[str, list[tuple[int, Form]]] = defaultdict(list)
        for value, count in zip(values, counts, strict=True):
            kinds[language(value)].append((int(count), value))
        usual = tuple(
            max(found)[1] for found in kinds.values() if sum(count for count, _ in found) == nodes
        )
        many = [value for value, n in zip(values, counts, strict=True) if int(n) >= _MANY]
        often = sorted({*many} - {*usual})
        # To compare by sameTerm the engine needs no words.
        but = " && ".join(f"!sameTerm(?o, {value})" for value in (*usual, *often))
        others = self._pairs(predicate, Layer.CLAIMS, f"FILTER({but})" if but else "")
        for value in often:
            having_it = self._having(predicate, value, Layer.CLAIMS)
            others.nodes.extend(having_it)
            others.values.extend([value] * len(having_it))
        return Usual(usual, others)

    def _columns(self, selected: str, width: int) -> list[list[Form]]:
        """The columns of a query, as SPARQL 1.1's TSV has them: an end of line or a tab that
        stands in a term is written by a sign there."""
        found = self._view.query(f"SELECT {selected}", tuple(Layer))
        assert isinstance(found, QuerySolutions)
        written = found.serialize(format=QueryResultsFormat.TSV) or b""
        _, _, rows = written.decode().partition("\n")
        cells = rows.replace("\t", "\n").split("\n")
        cells.pop()
        return [cells[column::width] for column in range(width)]


def _sorted(pairs: Iterable[tuple[Form, Form]]) -> dict[Form, list[Form]]:
    found: defaultdict[Form, list[Form]] = defaultdict(list)
    for one, other in pairs:
        found[one].append(other)
    for each in found.values():
        if len(each) > 1:
            each.sort()
    return found


def _by_language(pairs: Iterable[tuple[Form, Form]]) -> dict[str, dict[Form, str]]:
    found: defaultdict[str, dict[Form, str]] = defaultdict(dict)
    for node, form in pairs:
        end = form.rindex('"')
        text = form[1:end]
        found[form[end + 2 :]][node] = _unescaped(text) if "\\" in text else text
    return found


def named(form: Form) -> str:
    """The local name of a node: the part of its IRI after its last `#` or `/`."""
    return form[form.rfind("#" if "#" in form else "/") + 1 : -1]


def word(form: Form) -> str:
    """The text of a literal; the IRI of a node."""
    if form[0] != '"':
        return form[1:-1] if form[0] == "<" else form
    text = form[1 : form.rindex('"')]
    return _unescaped(text) if "\\" in text else text


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    sign, *codes = match.groups()
    return _MEANT.get(sign, sign) if sign else chr(int(codes[0] or codes[1], 16))


def language(form: Form) -> str:
    """The language of a literal; empty for any other term."""
    match = _TAG.search(form) if form[0] == '"' else None
    return (match[1] or "") if match else ""


def term(form: Form) -> NamedNode | Literal:
    """The term of a form."""
    if form[0] == "<":
        return NamedNode(form[1:-1])
    if match := _TAG.search(form):
        if match[1]:
            return Literal(word(form), language=match[1])
        return Literal(word(form), datatype=NamedNode(match[2]) if match[2] else None)
    # Numbers, true and false stand bare, as in Turtle.
    (triple,) = parse(f"<x:> <x:> {form} .", format=RdfFormat.TURTLE)
    assert isinstance(triple.object, Literal)
    return triple.object


def column(found: Mapping[Form, Value], rows: Mapping[Form, int], otherwise: Value) -> list[Value]:
    """A column over rows that are known by their nodes: what is found for each, mostly nothing."""
    values = [otherwise] * len(rows)
    for node, value in found.items():
        if (row := rows.get(node)) is not None:
            values[row] = value
    return values
