"""Tests of one value node, each as the SPARQL expression that is true where the value fails.

Sections name the W3C Recommendation "Shapes Constraint Language (SHACL)". `v` is the variable of
the value node, `focus` that of the focus node.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from pyoxigraph import Literal

from finkg.build.shacl.graph import SH, Term
from finkg.vocabulary import PREFIXES, SUBCLASS_OF, TYPE

#: A test: focus variable, value variable, the terms that the shape gives it.
Test = Callable[[str, str, Sequence[Term]], str]

_XSD: Final = PREFIXES["xsd"]
_INTEGER: Final = f"{_XSD}integer"
_DECIMAL: Final = f"<{_XSD}decimal>"

#: From XML Schema 1.1, part 2, section 3.4: smallest and largest value, if there is one.
_BOUNDS: Final[Mapping[str, tuple[int | None, int | None]]] = {
    "nonNegativeInteger": (0, None),
    "positiveInteger": (1, None),
    "nonPositiveInteger": (None, 0),
    "negativeInteger": (None, -1),
    "long": (-(2**63), 2**63 - 1),
    "int": (-(2**31), 2**31 - 1),
    "short": (-(2**15), 2**15 - 1),
    "byte": (-128, 127),
    "unsignedLong": (0, 2**64 - 1),
    "unsignedInt": (0, 2**32 - 1),
    "unsignedShort": (0, 2**16 - 1),
    "unsignedByte": (0, 255),
}
#: Lexical spaces that are wider than what the engine can hold as a number.
_LEXICAL: Final[Mapping[str, str]] = {
    "integer": r"^[+-]?[0-9]+$",
    "decimal": r"^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)$",
}
#: Datatypes whose lexical form the engine's own cast judges.
_TIMES: Final = ("date", "time", "dateTime", "gYear", "gYearMonth", "gMonth", "gMonthDay", "gDay")
_DURATIONS: Final = ("duration", "yearMonthDuration", "dayTimeDuration")
_CAST: Final = frozenset([*_TIMES, *_DURATIONS, "boolean", "float", "double"])
_NODE_KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "IRI": ("isIRI",),
    "BlankNode": ("isBlank",),
    "Literal": ("isLiteral",),
    "BlankNodeOrIRI": ("isBlank", "isIRI"),
    "BlankNodeOrLiteral": ("isBlank", "isLiteral"),
    "IRIOrLiteral": ("isIRI", "isLiteral"),
}
NODE_KINDS: Final = frozenset(SH + name for name in _NODE_KINDS)


def is_instance(node: str, cls: Term) -> str:
    """The pattern for SHACL instances of a class (section 1.1): of it or of a class below it."""
    return f"{node} {TYPE}/{SUBCLASS_OF}* {cls} ."


def _class(_focus: str, v: str, terms: Sequence[Term]) -> str:
    """Section 4.1.1."""
    return f"NOT EXISTS {{ {is_instance(v, terms[0])} }}"


def _datatype(_focus: str, v: str, terms: Sequence[Term]) -> str:
    """Section 4.1.2: the datatype differs, or the lexical form is not one of the datatype's.

    The engine keeps derived integers as xsd:integer; they are told apart by their bounds.
    """
    wanted = terms[0].value
    name = wanted.removeprefix(_XSD) if wanted.startswith(_XSD) else ""
    allowed = [wanted, _INTEGER] if name in _BOUNDS else [wanted]
    has_type = f"DATATYPE({v}) IN ({', '.join(f'<{iri}>' for iri in allowed)})"
    return f"!COALESCE({' && '.join([has_type, *_well_formed(name, v)])}, false)"


def _well_formed(name: str, v: str) -> list[str]:
    """Conditions on a literal of an XML Schema datatype, none for one without a check."""
    if name in _BOUNDS:
        number = f"{_DECIMAL}(STR({v}))"
        bounds = zip((">=", "<="), _BOUNDS[name], strict=True)
        within = [f"{number} {sign} {bound}" for sign, bound in bounds if bound is not None]
        return [_matches(v, _LEXICAL["integer"]), *within]
    if name in _LEXICAL:
        return [_matches(v, _LEXICAL[name])]
    return [f"isLiteral(<{_XSD}{name}>(STR({v})))"] if name in _CAST else []


def _matches(v: str, pattern: str, flags: str = "") -> str:
    arguments = [f"STR({v})", str(Literal(pattern)), *([str(Literal(flags))] if flags else [])]
    return f"REGEX({', '.join(arguments)})"


def _node_kind(_focus: str, v: str, terms: Sequence[Term]) -> str:
    """Section 4.1.3."""
    kinds = _NODE_KINDS[terms[0].value.removeprefix(SH)]
    return f"!({' || '.join(f'{kind}({v})' for kind in kinds)})"


def _range(sign: str) -> Test:
    """Section 4.3: what can not be compared fails."""
    return lambda _focus, v, terms: f"!COALESCE({v} {sign} {terms[0]}, false)"


def _length(sign: str) -> Test:
    """Sections 4.4.1 and 4.4.2, where `sign` compares a length that fails."""
    return lambda _focus, v, terms: f"(isBlank({v}) || STRLEN(STR({v})) {sign} {terms[0].value})"


def _pattern(_focus: str, v: str, terms: Sequence[Term]) -> str:
    """Section 4.4.3; the second term, if any, is the flags."""
    pattern, *flags = (term.value for term in terms)
    return f"(isBlank({v}) || !COALESCE({_matches(v, pattern, *flags)}, false))"


def _language_in(_focus: str, v: str, terms: Sequence[Term]) -> str:
    """Section 4.4.4."""
    ranges = " || ".join(f"LANGMATCHES(LANG({v}), {term})" for term in terms) or "false"
    return f"!(isLiteral({v}) && ({ranges}))"


def _compared(sign: str) -> Test:
    """Sections 4.5.3 and 4.5.4: to every value of the other property."""

    def test(focus: str, v: str, terms: Sequence[Term]) -> str:
        other = f"{focus} {terms[0]} ?other"
        return f"EXISTS {{ {other} FILTER(!COALESCE({v} {sign} ?other, false)) }}"

    return test


def _in(_focus: str, v: str, terms: Sequence[Term]) -> str:
    """Section 4.8.3: terms are compared as terms, not by value."""
    return " && ".join(f"!sameTerm({v}, {term})" for term in terms) or "true"


TESTS: Final[Mapping[str, Test]] = {
    "class": _class,
    "datatype": _datatype,
    "nodeKind": _node_kind,
    "minExclusive": _range(">"),
    "minInclusive": _range(">="),
    "maxExclusive": _range("<"),
    "maxInclusive": _range("<="),
    "minLength": _length("<"),
    "maxLength": _length(">"),
    "pattern": _pattern,
    "languageIn": _language_in,
    "lessThan": _compared("<"),
    "lessThanOrEquals": _compared("<="),
    "in": _in,
}
