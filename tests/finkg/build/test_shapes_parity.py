"""Shapes that run as SPARQL find what pyshacl finds with the same shapes in the same data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from random import Random

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize

from finkg.build.shapes import load_shapes, violations
from finkg.resources import ontology
from finkg.vocabulary import ID, XSD_DATE, XSD_DECIMAL, XSD_NON_NEGATIVE_INTEGER

pyshacl = pytest.importorskip("pyshacl", reason="pyshacl is the oracle")
rdflib = pytest.importorskip("rdflib")
processor = pytest.importorskip("rdflib.plugins.sparql.processor")

HERE = Path(__file__).parent
CASES = sorted((HERE / "shapes").glob("*.ttl"))
GOOD = [Quad(q.subject, q.predicate, q.object) for q in parse(path=HERE / "graph.trig")]
MUTATED_GRAPHS = 40
MUTATIONS = 6

#: Focus node, path and component; values and messages are compared in test_shapes.
Found = set[tuple[str, str, str]]

#: Where rdflib, under pyshacl, is wider than the standards that SHACL section 4.1.2 and SPARQL 1.1
#: section 17.3 name: it reads an exponent in xsd:decimal, space around a number and a thirteenth
#: month, and compares a year with a day.
WIDER = {"exponent", "spaced", "month", "year"}


_PARSE, _TRANSLATE = processor.parseQuery, processor.translateQuery


@cache
def prepared(query: str) -> object:
    return _TRANSLATE(_PARSE(query))


@pytest.fixture(autouse=True)
def _each_query_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """pyshacl has a query parsed anew for each focus node, which takes nine tenths of its time."""
    monkeypatch.setattr(processor, "parseQuery", lambda query: query)
    monkeypatch.setattr(processor, "translateQuery", lambda query, *_: prepared(query))


def by_us(quads: Iterable[Quad], folder: Path) -> Found:
    store = Store()
    store.extend(quads)
    found = violations(store, load_shapes(folder))
    return {(str(v.focus), str(v.path or ""), str(v.component)) for v in found}


@cache
def shapes_for_oracle(folder: Path) -> object:
    graph = rdflib.Graph()
    for path in folder.glob("*.ttl"):
        graph.parse(path)
    return graph


def by_oracle(quads: Iterable[Quad], folder: Path) -> Found:
    data = serialize((q.triple for q in quads), format=RdfFormat.N_TRIPLES)
    graph = rdflib.Graph().parse(data=data, format="nt")
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes_for_oracle(folder))
    result = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    found = set()
    for node in report.objects(None, result.result):
        path = report.value(node, result.resultPath)
        inverse = path and report.value(path, result.inversePath)
        shown = f"^{inverse.n3()}" if inverse else path.n3() if path else ""
        component = report.value(node, result.sourceConstraintComponent)
        found.add((report.value(node, result.focusNode).n3(), shown, component.n3()))
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_each_component_means_what_the_oracle_means(case: Path, tmp_path: Path) -> None:
    """The files of test_shapes, by pyshacl: what it leaves out is what rdflib reads too widely."""
    (tmp_path / case.name).write_bytes(case.read_bytes())
    quads = [Quad(q.subject, q.predicate, q.object) for q in parse(path=case)]
    ours, theirs = by_us(quads, tmp_path), by_oracle(quads, tmp_path)
    assert theirs <= ours
    assert {focus for focus, _, _ in ours - theirs} <= {f"<{ID}{name}>" for name in WIDER}


def test_good_graph_conforms() -> None:
    """The graph that is mutated below violates nothing, by either reading."""
    folder = ontology() / "shapes"
    assert by_us(GOOD, folder) == by_oracle(GOOD, folder) == set()


# Not among them: the empty literal, which rdflib takes for no term at all in a path, and integers,
# whose derived types the engine keeps as xsd:integer.
LITERALS = [
    Literal("余额宝", language="zh"),
    Literal("余额宝", language="ja"),
    Literal("Yu'e Bao"),
    Literal("2013-06-13", datatype=XSD_DATE),
    Literal("2013-02-30", datatype=XSD_DATE),
    Literal("1.5", datatype=XSD_DECIMAL),
]
ORDERED = {XSD_DATE, XSD_DECIMAL, XSD_NON_NEGATIVE_INTEGER}
NODES = [q.subject for q in GOOD if isinstance(q.subject, NamedNode)]

Mutation = Callable[[Random, Quad], list[Quad]]


def drop(_random: Random, _quad: Quad) -> list[Quad]:
    return []


def add_value(random: Random, quad: Quad) -> list[Quad]:
    alike = [q.object for q in GOOD if q.predicate == quad.predicate]
    return [quad, Quad(quad.subject, quad.predicate, random.choice([*alike, *LITERALS]))]


def retarget(random: Random, quad: Quad) -> list[Quad]:
    return [Quad(quad.subject, quad.predicate, random.choice(NODES))]


def retype(random: Random, quad: Quad) -> list[Quad]:
    return [Quad(quad.subject, quad.predicate, random.choice(LITERALS))]


def translate(random: Random, quad: Quad) -> list[Quad]:
    if not isinstance(quad.object, Literal):
        return [quad]
    tag = random.choice(["zh", "en", "ja", "zh-Hans"])
    return [Quad(quad.subject, quad.predicate, Literal(quad.object.value, language=tag))]


def swap(random: Random, quad: Quad) -> list[Quad]:
    alike = [q.object for q in GOOD if type(q.object) is type(quad.object)]
    return [Quad(quad.subject, quad.predicate, random.choice(alike))]


MUTATIONS_OF_A_TRIPLE: list[Mutation] = [drop, add_value, retarget, retype, translate, swap]


def is_judged_alike(old: Quad, new: Quad) -> bool:
    """Not where a day or number becomes another kind of literal: rdflib compares all kinds."""
    if not isinstance(old.object, Literal) or not isinstance(new.object, Literal):
        return True
    return old.object.datatype not in ORDERED or old.object.datatype == new.object.datatype


def mutated(random: Random) -> list[Quad]:
    graph = {quad: [quad] for quad in GOOD}
    for quad in random.sample(GOOD, MUTATIONS):
        changed = random.choice(MUTATIONS_OF_A_TRIPLE)(random, quad)
        if all(is_judged_alike(quad, new) for new in changed):
            graph[quad] = changed
    return [quad for quads in graph.values() for quad in quads]


def test_mutations_bite() -> None:
    """Most of the mutated graphs violate some shape, so that agreement about them means much."""
    constraints_of = ontology() / "shapes"
    violated = [by_us(mutated(Random(seed)), constraints_of) for seed in range(MUTATED_GRAPHS)]
    assert sum(map(bool, violated)) > MUTATED_GRAPHS / 2
    assert len({component for found in violated for _, _, component in found}) >= 5


@pytest.mark.parametrize("seed", range(MUTATED_GRAPHS))
def test_mutated_graph_violates_what_the_oracle_says(seed: int) -> None:
    """Values dropped, added, retargeted, retyped, translated, swapped violate the same shapes."""
    folder = ontology() / "shapes"
    quads = mutated(Random(seed))
    assert by_us(quads, folder) == by_oracle(quads, folder)
