"""A rule: a SELECT that binds a conclusion and the premise claims it was drawn from.

    #+ label = { zh = "…", en = "…" }
    #+ sentence = { zh = "…", en = "…" }      may name {subject} and {value}
    #+ strength = "certain"                     or "plausible"
    SELECT ?subject ?property ?value ?premise1 ?premise2 WHERE { … }

It sees the claims that count as facts and stand as accepted or doubtful, the types of entities and
the ontology, as one graph.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from finkg.errors import DefinitionProblem, Location, Text
from finkg.evidence.support import Triples
from finkg.forms import Field, Fields
from finkg.header import Header
from finkg.reasoning.body import Body, body
from finkg.reasoning.monotone import PREMISE, concluded, faults
from finkg.resources import ontology
from finkg.store.sparql import Word, admit
from finkg.vocabulary import (
    CLAIM_PROPERTY,
    LABEL,
    PREFIXES,
    RULE,
    RULE_CLASS,
    SENTENCE,
    STRENGTH,
    TYPE,
    fk,
)

STRENGTHS = ("certain", "plausible")
#: The keys of a rule's header.
HEADER: Fields = (
    Field(
        "label",
        '规则的名称，写作 { zh = "…", en = "…" }。',
        'What it is called, as { zh = "…", en = "…" }.',
        needed=True,
    ),
    Field(
        "sentence",
        "给读者看的一句话，zh 和 en 各一；{subject} 和 {value} 代表结论的两端。",
        "A sentence for readers, zh and en; {subject} and {value} stand for the ends of the "
        "conclusion.",
        needed=True,
    ),
    Field(
        "strength",
        "前提成立时结论必然成立，还是通常成立。",
        "Whether the conclusion holds whenever the premises do, or as a rule.",
        needed=True,
        words=lambda _: STRENGTHS,
    ),
)
#: The variables of a rule that bind what it concludes.
CONCLUSION = ("subject", "property", "value")


@dataclass(frozen=True, slots=True)
class Rule:
    """A named query that derives claims; `premises` are the variables that bind premise claims."""

    name: str
    label: Text
    sentence: Text
    strength: str
    query: str
    body: Body
    premises: tuple[str, ...]
    #: The property that it concludes, and where it is named.
    concludes: NamedNode
    where: Location
    #: For each premise the properties of the claims that it matches; nothing where they are open.
    matches: Mapping[str, frozenset[NamedNode] | None]

    @property
    def iri(self) -> NamedNode:
        """The rule as a node of the graph."""
        return NamedNode(RULE + self.name)

    def triples(self) -> Triples:
        """The rule as the ontology layer describes it."""
        yield self.iri, TYPE, RULE_CLASS
        yield self.iri, STRENGTH, fk(self.strength.capitalize())
        for term, text in ((LABEL, self.label), (SENTENCE, self.sentence)):
            for lang, words in zip(("zh", "en"), text, strict=True):
                yield self.iri, term, Literal(words, language=lang)


def read_rule(path: Path) -> Rule:
    """Read a rule file. Raises DefinitionProblem, QueryRefused."""
    text = path.read_text("utf-8")
    header = Header(path, text, HEADER)
    admit(text)
    read = body(text)
    for fault in faults(read):
        where = Location(path.name, fault.line, fault.column)
        raise DefinitionProblem(where, fault.reason)
    premises = _premises(header, text)
    return Rule(
        path.stem,
        header.text("label"),
        header.text("sentence"),
        header.word("strength", STRENGTHS),
        text,
        read,
        premises,
        *_concluded(header, path, read),
        {name: _matched(read, f"?{name}") for name in premises},
    )


def _matched(read: Body, premise: str) -> frozenset[NamedNode] | None:
    """The properties of the claims that a premise matches; nothing if the rule leaves them open."""
    found = [
        value
        for subject, path, values in read.patterns
        if subject.text == premise and read.named(path[0]) == CLAIM_PROPERTY
        for value in values
    ]
    named = [term for value in found for term in _terms(read, value)]
    return frozenset(named) or None


def _terms(read: Body, value: Word) -> list[NamedNode]:
    """The terms that a word of a rule stands for: itself, or the data of a variable."""
    if value.kind != "variable":
        return [term for term in [read.named(value)] if term]
    for place, word in enumerate(read.words):
        opening = [word.text for word in read.words[place + 1 : place + 3]]
        if word.text.upper() == "VALUES" and opening == [value.text, "{"]:
            data = takewhile(lambda word: word.text != "}", read.words[place + 3 :])
            return [term for word in data if (term := read.named(word))]
    return []


def _concluded(header: Header, path: Path, read: Body) -> tuple[NamedNode, Location]:
    found = concluded(read)
    if not found:
        raise header.problem(
            "规则须写明所得的属性，如 (fk:affectedBy AS ?property)",
            "a rule names the property that it concludes, as in (fk:affectedBy AS ?property)",
        )
    return found.property, Location(path.name, found.line, found.column)


def refuse_foreign(rules: Iterable[Rule], known: Collection[NamedNode]) -> None:
    """Raise DefinitionProblem for a rule that concludes what the ontology does not describe."""
    for rule in rules:
        if rule.concludes not in known:
            raise DefinitionProblem(
                rule.where,
                Text(
                    f"本体中没有规则所得的属性“{rule.concludes.value}”",
                    f"the rule concludes “{rule.concludes.value}”, which the ontology has not",
                ),
            )


def _premises(header: Header, text: str) -> tuple[str, ...]:
    try:
        result = Store().query(text, prefixes=dict(PREFIXES))
    except SyntaxError as error:
        raise header.problem(f"SPARQL 有误：{error}", f"SPARQL: {error}") from None
    names = [v.value for v in result.variables] if isinstance(result, QuerySolutions) else []
    premises = tuple(name for name in names if name.startswith(PREMISE))
    if not set(CONCLUSION) <= set(names) or not premises:
        raise header.problem(
            "规则须 SELECT ?subject ?property ?value 和至少一个 ?premise…",
            "a rule selects ?subject ?property ?value and at least one ?premise…",
        )
    return premises


def read_rules(folders: Iterable[Path] = ()) -> list[Rule]:
    """Our rules and those in the `rules` folder of each workspace, by name."""
    return sorted(_each_rule(folders), key=lambda rule: rule.name)


def _each_rule(folders: Iterable[Path]) -> Iterator[Rule]:
    for folder in (ontology(), *folders):
        for path in (folder / "rules").glob("*.rq"):
            yield read_rule(path)
