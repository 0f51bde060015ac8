"""The records of a scene's claims: observations, shareholdings and effects, with their parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias

from pyoxigraph import Literal, NamedNode

from finkg import vocabulary as v
from finkg.view.reading import Form, Reader, term

Parts: TypeAlias = dict[NamedNode, NamedNode | Literal]

PERCENT: Final = v.fk("percent")
PRECISION: Final = v.fk("precision")
_TIMES: Final = (v.AS_OF, v.VALID_FROM, v.VALID_TO)
#: What a record says in words.
_SAID: Final = (
    *(PERCENT, PRECISION, v.fk("shareholdingMode")),
    *(v.fk("metric"), v.fk("numericValue"), v.fk("unit")),
    *(v.fk("effectType"), v.fk("occurredOn")),
)


class Times(NamedTuple):
    """As of, from, until: what each claim says, by claim."""

    as_of: dict[Form, str]
    valid_from: dict[Form, str]
    valid_to: dict[Form, str]


class Records:
    """Records, in whatever layer their parts stand, and the times of claims."""

    def __init__(self, read: Reader) -> None:
        self._details = read.pairs(v.DETAIL)
        self._said = {part: read.pairs(part, None) for part in (*_SAID, *_TIMES)}

    @cached_property
    def of_claims(self) -> dict[Form, Form]:
        """The record of each claim that has one."""
        return self._details.result().first()

    @cached_property
    def _parts(self) -> Mapping[Form, Parts]:
        found: defaultdict[Form, Parts] = defaultdict(dict)
        records = set(self.of_claims.values())
        terms: dict[Form, NamedNode | Literal] = {}
        for predicate, pairs in self._said.items():
            for node, form in pairs.result().first().items():
                if node in records:
                    if form not in terms:
                        terms[form] = term(form)
                    found[node][predicate] = terms[form]
        return found

    def parts(self, node: Form) -> Parts:
        """What a record says; nothing for any other node."""
        return self._parts.get(node, {})

    def times(self, values: Mapping[Form, Form]) -> Times:
        """The times of claims: their own, else their record's. `values` are those of the claims.

        An observation tells them in the words of its value, so they are not told again.
        """
        found = Times(*(self._said[each].result().words() for each in _TIMES))
        for claim, record in self.of_claims.items():
            for told in found:
                if values[claim] == record:
                    told.pop(claim, None)
                elif record in told:
                    told.setdefault(claim, told[record])
        return found
