"""Why not as plain data, for JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from finkg.reasoning.claims import Claims
from finkg.reasoning.whynot.shortfall import Attempt, Missing, Near, Unmet, WhyNot
from finkg.telling.data import as_data
from finkg.telling.whynot import Unknown, WhyNotText

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph
    from finkg.reasoning.proof import Term


class WhyNotData:
    """Puts why a statement is not concluded into plain data, words in both languages with it."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._graph = graph
        self._claims = Claims(graph.snapshot)
        self._texts = {
            lang: WhyNotText(graph.snapshot, graph.wording, lang) for lang in ("zh", "en")
        }

    def whole(self, found: WhyNot) -> dict[str, Any]:
        """The statement that was asked for, and the rules that came nearest to it."""
        return {
            "subject": found.subject.value,
            "property": found.predicate.value,
            "value": _value(found.value),
            "claims": self._proofs(found.claims),
            "rule_count": found.of,
            "may_be_stated": found.statable,
            "nearest": [self._near(found, near) for near in found.nearest],
            "cut": found.cut,
        }

    def _near(self, found: WhyNot, near: Near) -> dict[str, Any]:
        return {
            "rule": near.rule.name,
            "label": near.rule.label._asdict(),
            "matches": [self._attempt(found, near, attempt) for attempt in near.attempts],
            "cut": near.cut,
        }

    def _unknown(self, attempt: Attempt, lang: str) -> Unknown:
        return Unknown(self._graph.snapshot, self._graph.wording, attempt, lang)

    def _attempt(self, found: WhyNot, near: Near, attempt: Attempt) -> dict[str, Any]:
        return {
            "value": _value(attempt.value),
            **{lang: text.sentence(found, near, attempt) for lang, text in self._texts.items()},
            "there": self._proofs(attempt.there),
            "missing": [self._missing(missing, attempt) for missing in attempt.missing],
            "unmet": [self._unmet(unmet) for unmet in attempt.unmet],
            "hindrance": attempt.hindrance.value if attempt.hindrance else None,
            "dates": self._proofs(attempt.dates),
        }

    def _missing(self, missing: Missing, attempt: Attempt) -> dict[str, Any]:
        words = {
            lang: text.missing(missing, self._unknown(attempt, lang))
            for lang, text in self._texts.items()
        }
        return {
            "subject": _value(missing.subject),
            "properties": [property_.value for property_ in missing.properties],
            "value": _value(missing.value),
            "variables": dict(zip(("subject", "value"), missing.variables, strict=True)),
            "sparql": missing.sparql or None,
            **words,
            "not_counted": self._proofs(missing.not_counted),
            "why_not": self.whole(missing.why_not) if missing.why_not else None,
        }

    def _unmet(self, unmet: Unmet) -> dict[str, Any]:
        return {
            "term": _value(unmet.term),
            "classes": [cls.value for cls in unmet.classes],
            "asked_by": _value(unmet.of),
            "sparql": unmet.sparql or None,
            **{lang: text.unmet(unmet) for lang, text in self._texts.items()},
        }

    def _proofs(self, claims: Iterable[NamedNode]) -> list[dict[str, Any]]:
        return [as_data(self._claims.prove(claim), self._graph.wording) for claim in claims]


def _value(term: Term | None) -> str | None:
    return term.value if term is not None else None
