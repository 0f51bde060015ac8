"""Terms in words: labels, dates, quantities, observations, in zh and in en."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from finkg import vocabulary as v
from finkg.figures import amount, number
from finkg.store.names import Names
from finkg.store.view import GraphView

if TYPE_CHECKING:
    from decimal import Decimal

    from finkg.reasoning.proof import Proof

_PERCENT = v.fk("unit-percent")
_NUMBERS = (v.XSD_DECIMAL, v.XSD_INTEGER, v.XSD_NON_NEGATIVE_INTEGER)


def _decimal(literal: NamedNode | Literal) -> Decimal:
    from decimal import Decimal

    return Decimal(literal.value)


def when(as_of: str, valid_from: str, valid_to: str, *, lang: str) -> str:
    """The times of a statement in brackets; nothing if it states none."""
    clauses = _WHEN[lang == "zh"]
    stated = zip(clauses, (as_of, valid_from, valid_to), strict=True)
    words = [clause.format(time) for clause, time in stated if time]
    if not words:
        return ""
    return f"（{'，'.join(words)}）" if lang == "zh" else f" ({', '.join(words)})"


_WHEN = (("as of {}", "from {}", "until {}"), ("截至 {}", "自 {} 起", "至 {} 止"))


def _text(literal: Literal) -> str:
    """A quarter as people write it; everything else as it stands."""
    if literal.datatype != v.EDTF:
        return literal.value
    from finkg.evidence.moment import Moment

    time = Moment.from_literal(literal)
    return time.text if time else literal.value


class Wording:
    """Puts terms of a graph into words."""

    def __init__(self, view: GraphView, names: Names) -> None:
        self._view = view
        self._names = names

    def term(self, term: NamedNode | Literal, lang: str) -> str:
        """An entity's label, a record in one phrase, a literal's text."""
        if isinstance(term, Literal):
            return number(_decimal(term), lang) if term.datatype in _NUMBERS else _text(term)
        if term == _PERCENT:
            return "%"
        parts = self._record(term)
        if v.fk("numericValue") in parts:
            return self._observation(parts, lang)
        return self._names.label(term, lang)

    def statement(self, proof: Proof, lang: str) -> str:
        """What a claim says, with the parts of its record and its times."""
        words = self.sentence(proof, lang)
        if detail := self.detail(proof.record, lang) if proof.record else "":
            words += f"：{detail}" if lang == "zh" else f": {detail}"
        times = proof.times
        # An observation says its times itself.
        shown = proof.value == proof.record
        stated = (times.as_of, times.valid_from, times.valid_to)
        return words if shown else words + when(*stated, lang=lang)

    def sentence(self, proof: Proof, lang: str) -> str:
        """What a claim says, without its times."""
        subject, value = (self.term(part, lang) for part in (proof.subject, proof.value))
        return self.spoken(subject, proof.predicate, value, lang)

    def spoken(self, subject: str, predicate: NamedNode, value: str, lang: str) -> str:
        """The three in a row; a label with a gap (受…影响) takes the value into it."""
        before, gap, after = self.term(predicate, lang).partition("…")
        return " ".join(filter(None, (subject, before, value, after if gap else "")))

    def _record(self, node: NamedNode) -> dict[NamedNode, NamedNode | Literal]:
        """What any layer says of a record; nothing for an entity."""
        if not v.local_name(node).startswith(("o-", "h-", "x-")):
            return {}
        quads = self._view.store.quads_for_pattern(node, None, None, None)
        return {q.predicate: q.object for q in quads if isinstance(q.object, (NamedNode, Literal))}

    def _observation(self, parts: dict[NamedNode, NamedNode | Literal], lang: str) -> str:
        metric, unit = parts[v.fk("metric")], parts[v.fk("unit")]
        precision = parts.get(v.fk("precision"))
        figure = amount(
            _decimal(parts[v.fk("numericValue")]),
            self.term(precision, lang) if precision else "",
            self.term(unit, lang),
            lang,
        )
        colon = "：" if lang == "zh" else ": "
        return f"{self.term(metric, lang)}{colon}{figure}{self._when(parts, lang)}"

    def _when(self, parts: dict[NamedNode, NamedNode | Literal], lang: str) -> str:
        stated = (parts.get(term) for term in (v.AS_OF, v.VALID_FROM, v.VALID_TO))
        return when(*(time.value if time else "" for time in stated), lang=lang)

    def detail(self, record: NamedNode, lang: str) -> str:
        """What a shareholding or an effect adds to its triple; nothing for an observation."""
        parts = self._record(record)
        if percent := parts.get(v.fk("percent")):
            words = [parts[v.fk("shareholdingMode")], parts.get(v.fk("precision")), percent]
            spoken = [self.term(word, lang) for word in words if word]
            return ("" if lang == "zh" else " ").join(spoken) + "%"
        if effect := parts.get(v.fk("effectType")):
            occurred = parts.get(v.fk("occurredOn"))
            comma = "，" if lang == "zh" else ", "
            spoken = [self.term(effect, lang), occurred.value if occurred else ""]
            return comma.join(filter(None, spoken))
        return ""
