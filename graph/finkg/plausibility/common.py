"""What every rule may ask about the graph as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from finkg.evidence.claim import Claim
from finkg.evidence.lasting import Lasting, lasting
from finkg.evidence.record import Effect, Observation, Shareholding
from finkg.evidence.wording import Wording
from finkg.plausibility.rule import explain
from finkg.schema import Property
from finkg.words import Text

_FIGURE = Text("“{feature}的{metric}：{value}”", "“{metric} of {feature}: {value}”")
_SHARE = Text("“{holder}持有{organization}{value}”", "“{holder} holds {value} of {organization}”")
_EFFECT = Text("“{affected}受{cause}影响”", "“{affected} is affected by {cause}”")
_PLAIN = Text("“{subject}{property}{value}”", "“{subject} {property} {value}”")
_TIMED = Text("“{subject}{property} {value}”", "“{subject} {property} {value}”")
_WHEN = Text("{statement}（{times}）", "{statement} ({times})")
_TIMES = (
    Text("截至 {time}", "as of {time}"),
    Text("自 {time} 起", "from {time}"),
    Text("至 {time} 止", "until {time}"),
)


@dataclass(frozen=True, slots=True)
class Common:
    """The ontology, names, and what some source or other says of things."""

    words: Wording
    properties: Mapping[NamedNode, Property]
    #: Metrics that can only grow.
    cumulative: frozenset[NamedNode] = frozenset()
    #: Things of which some source names a predecessor.
    succeeding: frozenset[NamedNode] = frozenset()

    def lasting(self, claim: Claim) -> Lasting:
        """How what a claim states goes on."""
        return lasting(claim, self.properties.get(claim.predicate))

    def says(self, claim: Claim) -> Text:
        """What a claim says, with its times, as a quotation."""
        statement = self._statement(claim)
        _, *stated = claim.times
        times = tuple(
            explain(words, time=time) for words, time in zip(_TIMES, stated, strict=True) if time
        )
        if isinstance(claim.record, Effect) and claim.record.occurred_on:
            when = claim.record.occurred_on.text
            times = (Text(when, when),)
        return explain(_WHEN, statement=statement, times=times) if times else statement

    def _statement(self, claim: Claim) -> Text:
        record, term = claim.record, self.words.term
        value = self.words.value(claim)
        if isinstance(record, Observation):
            names = {"feature": term(record.feature), "metric": term(record.metric)}
            return explain(_FIGURE, **names, value=value)
        if isinstance(record, Shareholding):
            names = {"holder": term(record.holder), "organization": term(record.organization)}
            return explain(_SHARE, **names, value=value)
        if isinstance(record, Effect):
            return explain(_EFFECT, cause=term(record.cause), affected=term(record.affected))
        template = _TIMED if claim.moment else _PLAIN
        words = _gap_closed(term(claim.predicate), value)
        return explain(template, subject=term(claim.subject), **words)


def _gap_closed(label: Text, value: Text) -> dict[str, Text]:
    """The words of a property and of its value; a label with a gap (受…影响) takes the value in."""
    parts = [words.partition("…") for words in label]
    before = Text(parts[0][0], parts[1][0].rstrip())
    after = Text(parts[0][2], f" {parts[1][2].lstrip()}" if parts[1][1] else "")
    return {"property": before, "value": Text(value.zh + after.zh, value.en + after.en)}
