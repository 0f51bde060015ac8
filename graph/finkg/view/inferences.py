"""How the claims of a scene were concluded: each use of a rule, by claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from pyoxigraph import Literal, NamedNode

from finkg import vocabulary as v
from finkg.errors import Text
from finkg.store.layers import Layer
from finkg.store.view import GraphView
from finkg.view.reading import Form, Reader, named
from finkg.view.scene import Inference

#: How the build writes that something holds from ever.
_EVER: Final = date.min.isoformat()


class Inferences:
    """The uses of rules; `view` has the rules, by which their words are put."""

    def __init__(self, view: GraphView, read: Reader) -> None:
        self._view = view
        self._concluded = read.pairs(v.CONCLUDED)
        self._rules = read.by_value(v.USED_RULE)
        self._premises = read.pairs(v.PREMISE)
        self._from = read.pairs(v.fk("surelyFrom"))
        self._until = read.pairs(v.fk("surelyUntil"))

    def by_claim(
        self,
        names: Mapping[Form, str],
        standing: Callable[[Form], str],
        ends: Callable[[Form], tuple[Text, Text]],
    ) -> dict[Form, tuple[Inference, ...]]:
        """The uses of rules that concluded each claim, those that stand as the claim does first.

        `names` are the ids of claims, `ends` what the subject and the value of one are called.
        """
        concluded, premises = self._concluded.result().first(), self._premises.result().all()
        starts, untils = self._from.result().words(), self._until.result().words()
        found: defaultdict[Form, list[tuple[bool, Form, Inference]]] = defaultdict(list)
        for rule, uses in self._rules.result().items():
            rule_name, strength, template = named(rule), *self._rule(rule)
            sentences: dict[Form, Text] = {}
            for use in uses:
                claim, stands, start = concluded[use], standing(use), starts.get(use, "")
                if claim not in sentences:
                    sentences[claim] = _filled(template, *ends(claim))
                inference = Inference(
                    rule_name,
                    sentences[claim],
                    tuple([names[premise] for premise in premises[use]]),
                    strength,
                    stands,
                    bool(start),
                    "" if start == _EVER else start,
                    untils.get(use, ""),
                )
                found[claim].append((stands != standing(claim), use, inference))
        return {claim: _ordered(uses) for claim, uses in found.items()}

    def _rule(self, rule: Form) -> tuple[str, Text]:
        """The strength of a rule, and its sentence with gaps."""
        node = NamedNode(rule[1:-1])
        strengths = self._view.objects(node, v.STRENGTH, Layer.ONTOLOGY)
        strength = next((v.local_name(it) for it in strengths if isinstance(it, NamedNode)), "")
        said = self._view.objects(node, v.SENTENCE, Layer.ONTOLOGY)
        words = {it.language: it.value for it in said if isinstance(it, Literal)}
        return strength, Text(words.get("zh", ""), words.get("en", ""))


def _filled(template: Text, subject: Text, value: Text) -> Text:
    return Text(
        template.zh.format(subject=subject.zh, value=value.zh),
        template.en.format(subject=subject.en, value=value.en),
    )


def _ordered(uses: list[tuple[bool, Form, Inference]]) -> tuple[Inference, ...]:
    """Told apart by their forms at the latest."""
    if len(uses) > 1:
        uses.sort()
    return tuple([inference for _, _, inference in uses])
