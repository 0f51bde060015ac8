"""The sentences of rules, each once with gaps for what a concluded claim speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from finkg.errors import Text
from finkg.view.scene import Claim

SUBJECT, VALUE = "{subject}", "{value}"
#: Claims that are looked at for the sentence of a rule: one in which no name stands by chance.
_LOOKED_AT: Final = 20


class Sentences:
    """What the rules say, learned from what they said of claims."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        examples: dict[str, list[tuple[Text, Claim]]] = {}
        for claim in claims:
            for each in claim.inferences:
                known = examples.setdefault(each.rule, [])
                if len(known) < _LOOKED_AT:
                    known.append((each.sentence, claim))
        #: By rule the sentence with gaps.
        self.of: dict[str, Text] = {
            rule: max(
                (_gapped(sentence, claim) for sentence, claim in found),
                key=lambda gapped: sum(filled(gapped, claim) == said for said, claim in found),
            )
            for rule, found in examples.items()
        }

    def unlike(self, claims: Iterable[Claim]) -> Iterator[Text | None]:
        """Of each conclusion of each claim the sentence, where it is not that of its rule."""
        for claim in claims:
            said = {
                rule: filled(self.of[rule], claim) for rule in {i.rule for i in claim.inferences}
            }
            for each in claim.inferences:
                yield None if said[each.rule] == each.sentence else each.sentence


def filled(gapped: Text, claim: Claim) -> Text:
    """A sentence with gaps, of a claim."""
    subject, value = claim.subject.label, claim.value.label
    return Text(
        gapped.zh.replace(SUBJECT, subject.zh).replace(VALUE, value.zh),
        gapped.en.replace(SUBJECT, subject.en).replace(VALUE, value.en),
    )


def _gapped(sentence: Text, claim: Claim) -> Text:
    zh, en = (
        _without(words, claim.subject.label.in_language(lang), claim.value.label.in_language(lang))
        for lang, words in zip(("zh", "en"), sentence, strict=True)
    )
    return Text(zh, en)


def _without(words: str, subject: str, value: str) -> str:
    """The longer name first: the other may be a part of it."""
    gaps = sorted(((subject, SUBJECT), (value, VALUE)), key=lambda each: -len(each[0]))
    for name, gap in gaps:
        if name:
            words = words.replace(name, gap)
    return words
