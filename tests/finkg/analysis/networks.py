"""Small networks: drawn by Hypothesis, or written as “a offers b, …”."""

from __future__ import annotations

from hypothesis import strategies as st
from pyoxigraph import NamedNode

from finkg.analysis.network import Network, Statement
from finkg.store.layers import Layer
from finkg.vocabulary import ID, fk, local_name

PROPERTIES = ("offers", "affectedBy", "hasActivity")
NAMES = tuple("abcdefg")


def thing(name: str) -> NamedNode:
    return NamedNode(ID + name)


def things(names: str) -> list[NamedNode]:
    return [thing(name) for name in names.split()]


def said(text: str) -> list[Statement]:
    """The statements of a text such as “a offers b, b affectedBy c”."""
    parts = (part.split() for part in text.split(","))
    return [Statement(thing(s), fk(p), thing(o), Layer.TRUTH) for s, p, o in parts]


def written(text: str, *, directed: bool = False) -> Network:
    return Network(said(text), directed=directed)


def names(found: object) -> list[str]:
    """Things as their names."""
    assert isinstance(found, (list, tuple))
    return [local_name(each) for each in found]


def statements() -> st.SearchStrategy[list[Statement]]:
    """Up to sixteen statements between seven things; some are repeated, some say the same twice."""
    ends = st.sampled_from(NAMES)
    triple = st.tuples(ends, st.sampled_from(PROPERTIES), ends)
    return st.lists(triple, min_size=1, max_size=16).map(
        lambda found: [Statement(thing(s), fk(p), thing(o)) for s, p, o in found if s != o]
    )


def networks(*, directed: bool | None = None) -> st.SearchStrategy[Network]:
    """Networks of such statements, of either kind unless one is chosen."""
    kind = st.booleans() if directed is None else st.just(directed)
    return st.builds(lambda found, way: Network(found, directed=way), statements(), kind)
