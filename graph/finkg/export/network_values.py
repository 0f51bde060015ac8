"""What a network says in words and numbers: networkx's files hold str, int, float and bool."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import isfinite
from typing import Final, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from finkg.export.answers.characters import printable
from finkg.vocabulary import FK, ID, PREFIXES

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Value: TypeAlias = str | int | float | bool

#: Between several values of one attribute.
BETWEEN: Final = "|"
_XSD: Final = PREFIXES["xsd"]
_WHOLE: Final = frozenset({f"{_XSD}integer", f"{_XSD}int", f"{_XSD}long"})
_BROKEN: Final = frozenset({f"{_XSD}decimal", f"{_XSD}double", f"{_XSD}float"})


class Short:
    """Terms as people write them: `huabei`, `affectedBy`, `skos:altLabel`, else the whole IRI."""

    def __init__(self, base: str) -> None:
        """`base` is the IRI base of the graph's own entities."""
        plain = dict.fromkeys((base, ID, FK), "")
        self._starts = plain | {iri: f"{p}:" for p, iri in PREFIXES.items() if iri not in plain}

    def of(self, term: Term) -> str:
        """Without a base or prefix that is known; the value of a literal."""
        if not isinstance(term, NamedNode):
            return str(term) if isinstance(term, (BlankNode, Triple)) else term.value
        for start, instead in self._starts.items():
            if term.value.startswith(start):
                return instead + term.value.removeprefix(start)
        return term.value

    def joined(self, terms: Sequence[Term]) -> Value:
        """One value as what it is; of several a text, in an order that is always the same."""
        several = terms if len(terms) == 1 else [*dict.fromkeys(terms)]
        if len(several) == 1:
            (term,) = several
            number = _number(term) if isinstance(term, Literal) else None
            return printable(self.of(term)) if number is None else number
        return printable(BETWEEN.join(sorted(map(self.of, several))))


def _number(literal: Literal) -> Value | None:
    """A number or yes and no, if nothing is lost by it."""
    if literal.language:
        return None
    datatype, text = literal.datatype.value, literal.value
    if not datatype.startswith(_XSD):
        return None
    if datatype == f"{_XSD}boolean":
        return text in ("true", "1")
    try:
        if datatype in _WHOLE:
            return int(text)
        if datatype in _BROKEN and isfinite(number := float(text)):
            exact = datatype != f"{_XSD}decimal" or Decimal(repr(number)) == Decimal(text)
            return number if exact else None
    except (ValueError, ArithmeticError):
        pass
    return None
