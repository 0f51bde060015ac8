"""Why not, in words: the nearest rules, what is there of each, and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeGuard

from pyoxigraph import NamedNode

from finkg.errors import Text
from finkg.reasoning.claims import Claims
from finkg.reasoning.whynot.shortfall import Attempt, Hindrance, Missing, Near, Unmet, WhyNot
from finkg.telling.proofs import ProofText
from finkg.vocabulary import DOMAIN, RANGE, TYPE

if TYPE_CHECKING:
    from finkg.catalogue.wording import Wording
    from finkg.reasoning.proof import Term
    from finkg.store.view import GraphView

_NEVER: Final = Text(
    "各前提与两端的事物从未同时成立：", "its premises and both ends never hold together:"
)
_JUDGED: Final = Text(
    "已有主张这样说，而它不被采纳，规则不会使它复活：",
    "a claim says so and does not count; a rule does not bring it back:",
)
_UNNAMED: Final = "xyzuvw"


class WhyNotText:
    """Words in one language why a statement is not concluded."""

    def __init__(self, view: GraphView, wording: Wording, lang: str) -> None:
        self._view = view
        self._wording = wording
        self._lang = lang
        self._claims = Claims(view)
        self._proofs = ProofText(wording, lang)
        self._told: set[NamedNode] = set()

    def _say(self, zh: str, en: str) -> str:
        return Text(zh, en).in_language(self._lang)

    def _label(self, term: NamedNode) -> str:
        return self._wording.term(term, self._lang)

    def lines(self, found: WhyNot) -> Iterator[str]:
        """Which rules came nearest, and what each lacks."""
        property_ = self._label(found.predicate)
        if not found.of:
            yield self._say(
                f"没有规则能得出“{property_}”：须由来源陈述。",
                f"No rule concludes “{property_}”: a source has to state it.",
            )
            return
        if found.statable and not found.claims:
            yield self._say("没有来源这样说。", "No source states it.")
        yield self._head(found, property_)
        for number, near in enumerate(found.nearest, 1):
            yield ""
            yield from self._near(found, near, f"{number}. ", "   ")
            if near.cut:
                yield self._say("   （其余匹配从略）", "   (further matches are left out)")

    def _head(self, found: WhyNot, property_: str) -> str:
        shown = len(found.nearest)
        if not shown:
            return self._say(
                f"能得出“{property_}”的规则有 {found.of} 条，都要先有它才能得出它。",
                f"Rules that conclude “{property_}”: {found.of}; each needs it to conclude it.",
            )
        return self._say(
            f"能得出“{property_}”的规则有 {found.of} 条，最接近的 {shown} 条：",
            f"Rules that conclude “{property_}”: {found.of}; the nearest {shown}:",
        )

    def _near(self, found: WhyNot, near: Near, mark: str, indent: str) -> Iterator[str]:
        rule = near.rule
        yield f"{indent[:-3]}{mark}{rule.name} · {rule.label.in_language(self._lang)}"
        for number, attempt in enumerate(near.attempts):
            if number:
                yield indent + self._say("或者", "or")
            if number == 0 or found.value is None:
                sentence = self.sentence(found, near, attempt)
                yield f"{indent}{self._say('会这样说：', 'would say: ')}{sentence}"
            yield from self._attempt(found, attempt, indent)

    def sentence(self, found: WhyNot, near: Near, attempt: Attempt) -> str:
        """What the rule would say of a match, if it lacked nothing."""
        names = Unknown(self._view, self._wording, attempt, self._lang)
        value = attempt.value
        words = self._wording.term(value, self._lang) if value else names.of("value")
        sentence = near.rule.sentence.in_language(self._lang)
        return sentence.format(subject=self._label(found.subject), value=words)

    def _attempt(self, found: WhyNot, attempt: Attempt, indent: str) -> Iterator[str]:
        for claim in attempt.there:
            yield from self._claim(claim, indent, "✓ ")
        names = Unknown(self._view, self._wording, attempt, self._lang)
        for missing in attempt.missing:
            yield f"{indent}✗ {self._say('尚缺：', 'missing: ')}{self.missing(missing, names)}"
            yield from self._below(missing, indent + "    ")
        for unmet in attempt.unmet:
            yield f"{indent}✗ {self.unmet(unmet)}"
        if attempt.hindrance:
            yield from self._hindrance(found, attempt, indent)

    def _claim(self, claim: NamedNode, indent: str, mark: str = "") -> Iterator[str]:
        """A claim with its proof, which is told once."""
        proof = self._claims.prove(claim)
        if claim in self._told:
            above = self._say("（见上）", " (see above)")
            yield f"{indent}{mark}{self._proofs.statement(proof)}{above}"
            return
        self._told.add(claim)
        yield from self._proofs.lines(proof, indent, mark)

    def _below(self, missing: Missing, indent: str) -> Iterator[str]:
        """What is there of a missing premise: claims that do not count, the rule nearest to it."""
        if missing.not_counted:
            yield indent + self._say("有此说法，但不能作前提：", "said, but no premise for a rule:")
            for claim in missing.not_counted:
                yield from self._claim(claim, indent + "  ")
        if missing.why_not:
            mark = self._say("最接近的规则：", "nearest rule: ")
            for near in missing.why_not.nearest:
                yield from self._near(missing.why_not, near, mark, indent + "   ")

    def missing(self, missing: Missing, names: Unknown) -> str:
        """A premise in words; what nothing binds is some thing of its class."""
        if missing.sparql:
            return missing.sparql
        subject, value = (
            self._wording.term(term, self._lang) if term else names.of(variable)
            for term, variable in zip(
                (missing.subject, missing.value), missing.variables, strict=True
            )
        )
        said = [
            self._wording.spoken(subject, property_, value, self._lang)
            for property_ in missing.properties
        ]
        return self._say("，或", ", or ").join(said) or f"{subject} … {value}"

    def unmet(self, unmet: Unmet) -> str:
        """A condition in words: which term is of none of which classes; else its SPARQL."""
        if not unmet.classes or unmet.term is None:
            return self._say("条件不成立：", "does not hold: ") + unmet.sparql
        own = self._view.objects(unmet.term, TYPE) if _is_name(unmet.term) else []
        who = self._wording.term(unmet.term, self._lang)
        is_ = self._kinds([cls for cls in own if _is_name(cls)], Text("、", ", "))
        asked = self._kinds(unmet.classes, Text("或", " or "))
        by = self._label(unmet.of) if unmet.of else ""
        return self._say(
            f"{who}属于{is_}，不属于{f'“{by}”所要求的' if by else ''}{asked}",
            f"{who} is classed as {is_}, not as {asked}{f', which “{by}” asks for' if by else ''}",
        )

    def _kinds(self, classes: Sequence[NamedNode], joint: Text) -> str:
        labels = [self._say("{}", "“{}”").format(self._label(cls)) for cls in classes]
        return joint.in_language(self._lang).join(labels) or self._say("未分类", "nothing")

    def _hindrance(self, found: WhyNot, attempt: Attempt, indent: str) -> Iterator[str]:
        never = attempt.hindrance is Hindrance.NEVER_TOGETHER
        yield f"{indent}✗ {(_NEVER if never else _JUDGED).in_language(self._lang)}"
        for claim in attempt.dates if never else found.claims:
            yield from self._claim(claim, indent + "    ")


def _is_name(term: Term) -> TypeGuard[NamedNode]:
    return isinstance(term, NamedNode)


class Unknown:
    """Names what no premise binds: some thing of its class, with a letter where it is met twice."""

    def __init__(self, view: GraphView, wording: Wording, attempt: Attempt, lang: str) -> None:
        self._view = view
        self._wording = wording
        self._lang = lang
        self._classes: dict[str, NamedNode] = {}
        met = Counter[str]()
        for missing in attempt.missing:
            ends = zip((missing.subject, missing.value), missing.variables, strict=True)
            for (term, variable), end in zip(ends, (DOMAIN, RANGE), strict=True):
                if term is None:
                    met[variable] += 1
                    self._classify(variable, missing.properties, end)
        shared = [variable for variable in met if met[variable] > 1]
        self._letters = dict(zip(shared, _UNNAMED, strict=False))

    def _classify(self, variable: str, properties: tuple[NamedNode, ...], end: NamedNode) -> None:
        for property_ in properties:
            classes = self._view.objects(property_, end)
            if len(classes) == 1 and isinstance(classes[0], NamedNode):
                self._classes.setdefault(variable, classes[0])

    def of(self, variable: str) -> str:
        """What stands for a variable of the rule."""
        cls, letter = self._classes.get(variable), self._letters.get(variable, "")
        known = self._wording.term(cls, self._lang) if cls else ""
        zh = f"某{known or '事物'}"
        en = f"some {known}" if known else "something"
        return " ".join(filter(None, (Text(zh, en).in_language(self._lang), letter)))
