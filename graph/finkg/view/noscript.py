"""What a browser shows that runs no script: the statements as a plain table, with their sources."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from finkg.errors import Language, Text
from finkg.view.scene import Claim, Edge, Fact, Scene

#: More statements than these would make a page of the table alone.
MOST: Final = 1_500
_STANDS: Final = {
    "truth": Text("有据陈述", "asserted"),
    "inferred": Text("推理得出", "inferred"),
    "possible": Text("当日是否成立不明", "not known to hold on the day"),
    "doubtful": Text("存疑", "doubtful"),
    "opinions": Text("观点", "opinion"),
}
_WORDS: Final = {
    "needs": Text(
        "交互视图需要 JavaScript。下面是同样的陈述，方括号中的数字指来源。",
        "The interactive view needs JavaScript. Here are the same statements; "
        "numbers in brackets mean sources.",
    ),
    "part": Text(
        "这里列出 {all} 条陈述中的前 {shown} 条；finkg export 写出全部。",
        "The first {shown} of {all} statements; finkg export writes all of them.",
    ),
    "subject": Text("主语", "Subject"),
    "relation": Text("关系", "Relation"),
    "value": Text("取值", "Value"),
    "standing": Text("地位", "Standing"),
    "sources": Text("来源", "Sources"),
}


class Row(NamedTuple):
    """A statement in the words of one language; sources by their numbers in the list."""

    subject: str
    relation: str
    value: str
    standing: str
    sources: list[int]


class Named(NamedTuple):
    """A source as it is listed."""

    title: str
    publisher: str
    date: str
    address: str


class Plain(NamedTuple):
    """The table: its words, its rows and the sources; where it is a part, those that it names."""

    words: dict[str, str]
    rows: list[Row]
    sources: list[Named]


def plain_table(scene: Scene, lang: Language) -> Plain:
    """The first statements of a scene, in the order of the graph."""
    words = {key: text.in_language(lang) for key, text in _WORDS.items()}
    every = sum(bool(statement.layer) for statement in scene.statements)
    shown = {"shown": f"{min(MOST, every):,}", "all": f"{every:,}"}
    words["part"] = words["part"].format(**shown) if every > MOST else ""
    sources = [Named(s.title, s.publisher, s.date, s.address) for s in scene.sources]
    rows = [*islice(_rows(scene, lang), MOST)]
    if every > MOST:
        rows, sources = _with_their_own(rows, sources)
    return Plain(words, rows, sources)


def _with_their_own(rows: list[Row], sources: list[Named]) -> tuple[list[Row], list[Named]]:
    """Rows with the sources that they name alone: a large graph has thousands of others."""
    named = sorted({number for row in rows for number in row.sources})
    new = {number: place for place, number in enumerate(named, 1)}
    renumbered = [row._replace(sources=[new[number] for number in row.sources]) for row in rows]
    return renumbered, [sources[number - 1] for number in named]


def _rows(scene: Scene, lang: Language) -> Iterator[Row]:
    labels = {node.id: node.label.in_language(lang) or node.id for node in scene.nodes}
    relations = {relation.id: relation.label.in_language(lang) for relation in scene.relations}
    claims = {claim.id: claim for claim in scene.claims}
    numbers = {source.id: number for number, source in enumerate(scene.sources, 1)}
    for statement in filter(_stands, scene.statements):
        yield Row(
            labels[statement.subject],
            relations[statement.relation],
            _value(statement, labels, lang),
            _STANDS[statement.layer].in_language(lang),
            _sources([claims[name] for name in statement.claims], numbers),
        )


def _stands(statement: Edge | Fact) -> bool:
    """In the whole graph; what stands only as of some year does not."""
    return bool(statement.layer)


def _value(statement: Edge | Fact, labels: dict[str, str], lang: Language) -> str:
    if isinstance(statement, Edge):
        return labels[statement.value]
    return statement.value.in_language(lang)


def _sources(claims: list[Claim], numbers: dict[str, int]) -> list[int]:
    supporting = (e for claim in claims for e in claim.evidence if e.stance == "Supports")
    return sorted({numbers[evidence.source] for evidence in supporting})
