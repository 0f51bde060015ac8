"""Terms of rdflib for those of the engine, and back."""

from __future__ import annotations

from typing import Final, TypeAlias

import pyoxigraph as ox
from rdflib import XSD, BNode, Literal, URIRef
from rdflib.term import Identifier

#: What the engine gives for a part of a triple.
Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
#: Terms that are kept: those that a graph says much of come again and again.
_KEPT: Final = 1 << 17
_STRING: Final = str(XSD.string)


class Terms(dict[Term, Identifier]):
    """The term of rdflib for each of the engine's; made once, as long as there are not too many.

    A literal keeps its lexical form, so that a triple that was read is found again, and a plain
    string has no datatype, as rdflib's own parsers give it.
    """

    def __missing__(self, term: Term) -> Identifier:
        if len(self) >= _KEPT:
            self.clear()
        self[term] = made = _from_engine(term)
        return made


def _from_engine(term: Term) -> Identifier:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.Triple):
        raise TypeError("rdflib has no triple terms")
    if term.language:
        return Literal(term.value, lang=term.language)
    datatype = term.datatype.value
    if datatype == _STRING:
        return Literal(term.value)
    return Literal(term.value, datatype=URIRef(datatype), normalize=False)


def to_engine(term: object) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """The engine's term. Raises ValueError for what is none of RDF's."""
    if isinstance(term, URIRef):
        return ox.NamedNode(term)
    if isinstance(term, BNode):
        return ox.BlankNode(term)
    if isinstance(term, Literal):
        if term.language:
            return ox.Literal(str(term), language=term.language)
        datatype = ox.NamedNode(term.datatype) if term.datatype else None
        return ox.Literal(str(term), datatype=datatype)
    raise ValueError(f"not a term of RDF: {term!r}")
