"""What bears on the claims of a scene: doubts, evidence, disputes; each by claim."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from finkg import vocabulary as v
from finkg.view.reading import Form, Pairs, Reader, named
from finkg.view.scene import NO_TEXT, Dispute, Evidence, Flag

_TIERS: Final = ("High", "Medium", "Low")


class Flags:
    """Doubts of the program."""

    def __init__(self, read: Reader) -> None:
        self._of = read.pairs(v.HAS_FLAG)
        self._rules = read.pairs(v.FLAGGED_BY)
        self._explanations = read.pairs(v.EXPLANATION)
        self._parts = read.pairs(v.DOUBTS)

    @cached_property
    def all(self) -> dict[Form, Flag]:
        """Every doubt."""
        said, parts = self._explanations.result().texts(), self._parts.result().first()
        return {
            flag: Flag(named(rule), said.get(flag, NO_TEXT), named(parts[flag]))
            for flag, rule in self._rules.result().first().items()
        }

    @property
    def rules(self) -> set[Form]:
        """The rules that doubt something."""
        return set(self._rules.result().values)

    @cached_property
    def claims(self) -> dict[Form, list[Form]]:
        """The claims that each doubt is of."""
        return self._of.result().pointing()

    def by_claim(self) -> dict[Form, tuple[Flag, ...]]:
        """The doubts of each claim that is doubted."""
        found = self._of.result().all()
        return {claim: tuple(self.all[flag] for flag in flags) for claim, flags in found.items()}


class Disputes:
    """Claims that cannot all hold."""

    def __init__(self, read: Reader) -> None:
        self._sides = read.pairs(v.DISPUTES)
        self._states = read.pairs(v.DISPUTE_STATE)
        self._preferred = read.pairs(v.PREFERRED_SIDE)
        self._reasons = read.pairs(v.REASON)

    def by_claim(self) -> dict[Form, tuple[Dispute, ...]]:
        """The disputes of each claim that is in one."""
        pairs = self._sides.result()
        states, preferred = self._states.result().first(), self._preferred.result().first()
        reasons = self._reasons.result().texts()
        disputes = {}
        for dispute, claims in pairs.all().items():
            first = named(preferred[dispute]) if dispute in preferred else ""
            sides = sorted({*map(named, claims)}, key=lambda side: (side != first, side))
            state, reason = named(states[dispute]), reasons.get(dispute, NO_TEXT)
            disputes[dispute] = Dispute(named(dispute), tuple(sides), state, reason, first)
        return {
            claim: tuple(map(disputes.__getitem__, found))
            for claim, found in pairs.pointing().items()
        }


class Evidences:
    """What sources say for claims and against them."""

    def __init__(self, read: Reader) -> None:
        self._of = read.pairs(v.HAS_EVIDENCE)
        self._sources = read.pairs(v.SOURCE)
        self._stances = read.usual(v.STANCE, v.STANCE)
        self._notes = read.pairs(v.NOTE)
        self._quotes, self._contexts = read.pairs(v.HAS_QUOTE), read.pairs(v.CONTEXT_QUOTE)
        self._texts, self._glosses = read.pairs(v.EXACT_TEXT), read.pairs(v.GLOSS)
        self._starts, self._ends = read.pairs(v.START_OFFSET), read.pairs(v.END_OFFSET)
        self._reliability = read.by_value(v.RELIABILITY)

    @cached_property
    def reliability(self) -> dict[Form, str]:
        """The tier of each source."""
        tiers = self._reliability.result()
        return {source: named(tier) for tier, sources in tiers.items() for source in sources}

    @cached_property
    def notes(self) -> dict[Form, str]:
        """The note on each piece of evidence and each source that has one."""
        return self._notes.result().words()

    def by_claim(self) -> dict[Form, tuple[Evidence, ...]]:
        """What supports before what refutes; of each, the better source first."""
        tiers = {named(it): _TIERS.index(tier) for it, tier in self.reliability.items()}

        def place(evidence: Evidence) -> tuple[bool, int]:
            return evidence.stance != "Supports", tiers[evidence.source]

        pairs = self._of.result()
        evidence = self._evidence(pairs)
        found = {claim: tuple(map(evidence.__getitem__, it)) for claim, it in pairs.all().items()}
        several = {claim: tuple(sorted(it, key=place)) for claim, it in found.items() if it[1:]}
        return {**found, **several}

    def _evidence(self, pairs: Pairs) -> dict[Form, Evidence]:
        """Each piece of evidence; what is only cited says little, and is often the same."""
        sources, stances = self._sources.result().first(), self._stances.result()
        usual = named(stances.usual[0]) if stances.usual else ""
        unusual = {node: named(form) for node, form in stances.others.first().items()}
        notes, quoted = self.notes, self._quoted()
        names = {source: named(source) for source in set(sources.values())}
        cited: dict[tuple[str, str, str], Evidence] = {}
        found = {}
        for node in pairs.values:
            said = names[sources[node]], unusual.get(node, usual), notes.get(node, "")
            source, stance, note = said
            if quote := quoted.get(node):
                found[node] = quote._replace(source=source, stance=stance, note=note)
            elif it := cited.get(said):
                found[node] = it
            else:
                found[node] = cited[said] = Evidence(source, stance, cited=True, note=note)
        return found

    def _quoted(self) -> dict[Form, Evidence]:
        """What is quoted, and where that stands in the text, by piece of evidence."""
        texts, glosses = self._texts.result().words(), self._glosses.result().texts()
        starts, ends = self._starts.result().first(), self._ends.result().first()
        contexts = self._contexts.result().all()
        return {
            node: Evidence(
                "",
                quote=texts[quote],
                gloss=glosses.get(quote, NO_TEXT),
                contexts=tuple(texts[context] for context in contexts.get(node, ())),
                start=int(starts[quote]),
                end=int(ends[quote]),
            )
            for node, quote in self._quotes.result().first().items()
        }
