"""The names that the program uses are the names that the ontology defines."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from pyoxigraph import NamedNode, RdfFormat, parse

from finkg import resources, vocabulary
from finkg.vocabulary import FK


def defined() -> set[str]:
    """The local name of every term of ours that a Turtle file of the ontology describes."""
    files = resources.ontology().rglob("*.ttl")
    quads = (quad for path in files for quad in parse(path=path, format=RdfFormat.TURTLE))
    iris = {q.subject.value for q in quads if isinstance(q.subject, NamedNode)}
    return {iri.removeprefix(FK) for iri in iris if iri.startswith(FK)}


def spelled_in_code() -> Iterator[str]:
    """The local names that modules spell out as `fk("Name")`."""
    for module in resources.code().rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or ast.unparse(node.func) not in ("fk", "v.fk"):
                continue
            if isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value)


def test_every_named_term_is_defined() -> None:
    """A constant of finkg.vocabulary that the ontology does not define is a slip of the pen."""
    terms = (t for t in vars(vocabulary).values() if isinstance(t, NamedNode))
    ours = {t.value.removeprefix(FK) for t in terms if t.value.startswith(FK)}
    assert ours
    assert ours - defined() == set()


def test_every_spelled_term_is_defined() -> None:
    """So is one that a module spells out itself."""
    spelled = set(spelled_in_code())
    assert spelled
    assert spelled - defined() == set()


def test_prefixes_are_told_apart() -> None:
    """No two prefixes stand for one namespace, and each namespace ends where names begin."""
    namespaces = list(vocabulary.PREFIXES.values())
    assert len(set(namespaces)) == len(namespaces)
    assert [n for n in namespaces if not n.endswith(("#", "/"))] == []
