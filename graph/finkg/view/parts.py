"""What bears on the claims of a scene: records, doubts, evidence, conclusions, disputes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Final

from pyoxigraph import NamedNode

from finkg import vocabulary as v
from finkg.catalogue.wording import Wording
from finkg.errors import Text
from finkg.store.view import GraphView
from finkg.view.said import Said, both, gathered, iris, name, word
from finkg.view.scene import NO_TEXT, Dispute, Evidence, Flag, Inference

_PERCENT: Final = v.fk("percent")
_PRECISION: Final = v.fk("precision")
_SURELY_FROM: Final = v.fk("surelyFrom")
_SURELY_UNTIL: Final = v.fk("surelyUntil")
_TIMES: Final = (v.AS_OF, v.VALID_FROM, v.VALID_TO)
#: How the build writes that something holds from ever.
_EVER: Final = date.min.isoformat()
_TIERS: Final = ("High", "Medium", "Low")


class Parts:
    """Reads what bears on a claim; `nodes` is the claims layer, with the rules."""

    def __init__(self, view: GraphView, wording: Wording, nodes: Mapping[NamedNode, Said]) -> None:
        self._view = view
        self._wording = wording
        self._nodes = nodes

    def times(self, claim: Said) -> tuple[str, str, str]:
        """As of, from, until: the claim's own, else its record's.

        An observation tells them in the words of its value, so they are not told again.
        """
        records = iris(claim, v.DETAIL)
        if records and records[0] in claim[v.CLAIM_VALUE]:
            return "", "", ""
        parts = self._record(records[0]) if records else {}
        as_of, start, end = (word(claim, term) or word(parts, term) for term in _TIMES)
        return as_of, start, end

    def _record(self, record: NamedNode) -> Said:
        """The parts of a record, which stand in the layer of its claim."""
        return gathered(self._view.store.quads_for_pattern(record, None, None, None))[record]

    def detail(self, claim: Said) -> Text:
        """What a shareholding or an effect says besides its ends."""
        for record in iris(claim, v.DETAIL):
            return Text(*(self._wording.detail(record, lang) for lang in ("zh", "en")))
        return NO_TEXT

    def figure(self, claim: Said) -> Text:
        """The percentage of a shareholding."""
        parts = [self._record(record) for record in iris(claim, v.DETAIL)]
        if not parts or _PERCENT not in parts[0]:
            return NO_TEXT
        terms = [*parts[0].get(_PRECISION, []), *parts[0][_PERCENT]]
        zh, en = ([self._wording.term(term, lang) for term in terms] for lang in ("zh", "en"))
        return Text("".join(zh) + "%", " ".join(en) + "%")

    def flags(self, claim: Said) -> Iterator[Flag]:
        for flag in iris(claim, v.HAS_FLAG):
            said = self._nodes[flag]
            yield Flag(name(said, v.FLAGGED_BY), both(said, v.EXPLANATION), name(said, v.DOUBTS))

    def evidence(self, claim: Said) -> list[Evidence]:
        """What supports before what refutes; of each, the better source first."""
        found = [self._evidence(evidence) for evidence in iris(claim, v.HAS_EVIDENCE)]
        return sorted(found, key=lambda e: (e.stance != "Supports", self._tiers[e.source]))

    @cached_property
    def _tiers(self) -> dict[str, int]:
        """Places of the sources in the order of their reliability, by local name."""
        return {
            v.local_name(node): _TIERS.index(name(said, v.RELIABILITY))
            for node, said in self._nodes.items()
            if v.RELIABILITY in said
        }

    def _evidence(self, evidence: NamedNode) -> Evidence:
        said = self._nodes[evidence]
        quotes = [self._nodes[q] for q in iris(said, v.HAS_QUOTE)]
        contexts = [self._nodes[q] for q in iris(said, v.CONTEXT_QUOTE)]
        quote: Said = quotes[0] if quotes else {}
        return Evidence(
            source=name(said, v.SOURCE),
            stance=name(said, v.STANCE),
            quote=word(quote, v.EXACT_TEXT),
            gloss=both(quote, v.GLOSS),
            contexts=tuple(word(context, v.EXACT_TEXT) for context in contexts),
            start=int(word(quote, v.START_OFFSET)) if quotes else None,
            end=int(word(quote, v.END_OFFSET)) if quotes else None,
            cited=not quotes,
            note=word(said, v.NOTE),
        )

    def inference(self, claim: Said, inference: NamedNode) -> Inference:
        """One use of a rule that concluded the claim."""
        said = self._nodes[inference]
        rule = self._nodes[iris(said, v.USED_RULE)[0]]
        ends = claim[v.CLAIM_SUBJECT][0], claim[v.CLAIM_VALUE][0]
        words = []
        for lang, template in zip(("zh", "en"), both(rule, v.SENTENCE), strict=True):
            subject, value = (self._wording.term(end, lang) for end in ends)
            words.append(template.format(subject=subject, value=value))
        start = word(said, _SURELY_FROM)
        return Inference(
            rule=name(said, v.USED_RULE),
            sentence=Text(*words),
            premises=tuple(v.local_name(p) for p in iris(said, v.PREMISE)),
            strength=name(rule, v.STRENGTH),
            standing=name(said, v.STANDING),
            dated=bool(start),
            sure_from="" if start == _EVER else start,
            sure_until=word(said, _SURELY_UNTIL),
        )

    def dispute(self, dispute: NamedNode) -> Dispute:
        said = self._nodes[dispute]
        sides = {v.local_name(side) for side in iris(said, v.DISPUTES)}
        preferred = name(said, v.PREFERRED_SIDE)
        return Dispute(
            id=v.local_name(dispute),
            sides=tuple(sorted(sides, key=lambda side: (side != preferred, side))),
            state=name(said, v.DISPUTE_STATE),
            reason=both(said, v.REASON),
            preferred=preferred,
        )
