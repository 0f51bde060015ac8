"""Which blocks each kind of thing is shown as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import singledispatch
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from finkg.catalogue.answer import Answer
from finkg.catalogue.card import Card
from finkg.catalogue.disputes import DisputeCard
from finkg.catalogue.proposals import Proposal
from finkg.catalogue.wording import Wording
from finkg.displaying import Listed
from finkg.evidence.claim import Claim
from finkg.export.answers.columns import kinds
from finkg.export.answers.shown import Item, Shown, tree
from finkg.graph import KnowledgeGraph
from finkg.notebook.blocks import Block, Branch, Cell, Facts, Grid, Heading, Line, Mark, Note
from finkg.reasoning.proof import Proof
from finkg.reasoning.whynot.shortfall import WhyNot
from finkg.search.hits import Hit
from finkg.store.names import Names
from finkg.telling.health import HealthText
from finkg.telling.proofs import STANDINGS, Part, ProofText, Told
from finkg.telling.whynot import WhyNotText
from finkg.vocabulary import fk, local_name
from finkg.words import Language, Text

if TYPE_CHECKING:
    from finkg.store.view import GraphView

#: Rows of an answer, or things of a list, that are shown.
SHOWN: Final = 20
#: Proofs of one statement that are shown.
PROOFS: Final = 3
_CUT: Final = Text("显示前 {} 项，共 {} 项。", "Showing {} of {}.")
_NOTHING: Final = Text("没有结果。", "No rows.")
_NONE_FOUND: Final = Text("没有找到。", "Nothing was found.")
_MARKS: Final = Text("标记", "Marks")


@singledispatch
def shown(thing: object, lang: Language) -> list[Block] | None:
    """The blocks of a thing in a language; nothing for what finkg has none for."""
    del thing, lang
    return None


@shown.register
def _(graph: KnowledgeGraph, lang: Language) -> list[Block]:
    say, scenario = Text.in_language, graph.scenario
    comma = say(Text("、", ", "), lang)
    facts = [(Text("日期", "Day"), graph.day.isoformat())]
    if scenario.as_of:
        facts = [(Text("截至", "As of"), graph.day.isoformat())]
    if scenario.possible:
        facts.append((Text("连同", "With"), say(Text("可能成立的", "what possibly held"), lang)))
    facts.append((Text("不含来源", "Without"), comma.join(graph.left_out)))
    counted = ((words, graph.counts[name]) for name, words in _COUNTED.items())
    facts += [(words, f"{number:,}") for words, number in counted]
    return [_titled(graph.title, lang), _facts(facts, lang)]


def _titled(name: Text, lang: Language) -> Heading:
    """A name, and beside it what it is in the other language, if that is another."""
    one, other = name.in_language(lang), name.en if lang == "zh" else name.zh
    return Heading(one, other if other != one else "")


_COUNTED: Final = {
    "entities": Text("实体", "Entities"),
    "claims": Text("主张", "Claims"),
    "conclusions": Text("结论", "Conclusions"),
    "sources": Text("来源", "Sources"),
    "disputes": Text("争议", "Disputes"),
    "flagged": Text("存疑主张", "Claims in doubt"),
}


def _facts(pairs: Iterable[tuple[Text, str]], lang: Language) -> Facts:
    return Facts(tuple((name.in_language(lang), value) for name, value in pairs if value))


@shown.register
def _(answer: Answer, lang: Language) -> list[Block]:
    blocks: list[Block] = []
    if title := answer.title.in_language(lang):
        comma = "，" if lang == "zh" else ", "
        given = (f"{name}={_given(answer, value, lang)}" for name, value in answer.given.items())
        blocks.append(Heading(title, comma.join(given)))
    if not answer.rows:
        remark = answer.remark.in_language(lang) or _NOTHING.in_language(lang)
        return [*blocks, Note(remark)]
    some = Shown(answer, answer.rows[:SHOWN], lang)
    blocks.append(_grid(answer, some, lang))
    return [*blocks, *_cut(len(some.rows), len(answer.rows), lang)]


def _given(answer: Answer, value: str, lang: Language) -> str:
    """What a question was given, an IRI as its label."""
    if "://" not in value:
        return value
    try:
        return answer.names.label(NamedNode(value), lang)
    except ValueError:
        return value


def _grid(answer: Answer, some: Shown, lang: Language) -> Grid:
    numbers = [
        kind.is_number
        for kind, column in zip(kinds(answer, answer.rows[:SHOWN]), answer.columns, strict=True)
        if not column.hidden
    ]
    headings = zip(some.headings, numbers, strict=True)
    lines = (
        Line(
            tuple(
                Cell(some.text(cell), answer.identifier(cell), number)
                for cell, number in zip(row.cells, numbers, strict=True)
            ),
            tuple(Mark(mark.value, mark.meaning.in_language(lang)) for mark in row.marks),
        )
        for row in some.rows
    )
    return Grid(
        tuple(Cell(text, number=number) for text, number in headings),
        tuple(lines),
        tuple(Mark(mark.value, meaning) for mark, meaning in some.legend),
        _MARKS.in_language(lang),
    )


def _cut(count: int, of: int, lang: Language) -> Iterator[Block]:
    if count < of:
        yield Note(_CUT.in_language(lang).format(count, of))


@shown.register(Listed)
def _(found: Listed[object], lang: Language) -> list[Block] | None:
    if not found:
        return [Note(_NONE_FOUND.in_language(lang))]
    # Of several proofs of one statement the smallest stand first.
    firsts = [each for each in found if not isinstance(each, Proof) or each.number <= PROOFS]
    some = firsts[:SHOWN]
    hits = [each for each in some if isinstance(each, Hit)]
    each_shown = [_hits(hits, lang)] if hits else [shown(each, lang) for each in some]
    blocks = [block for blocks in each_shown for block in blocks or ()]
    return [*blocks, *_cut(len(some), len(found), lang)] if blocks else None


@shown.register
def _(hit: Hit, lang: Language) -> list[Block]:
    return _hits([hit], lang)


def _hits(hits: list[Hit], lang: Language) -> list[Block]:
    names = (
        Text("名称", "Name"),
        Text("标识符", "Id"),
        Text("匹配内容", "Matched"),
        Text("方式", "How"),
    )
    lines = [Line(tuple(Cell(text) for text in _hit(hit, lang))) for hit in hits]
    return [Grid(tuple(Cell(name.in_language(lang)) for name in names), tuple(lines))]


def _hit(hit: Hit, lang: Language) -> tuple[str, ...]:
    how = [hit.kind.label.in_language(lang), hit.match.label.in_language(lang)]
    if hit.standing:
        how.append(STANDINGS[hit.standing].in_language(lang))
    return hit.label.in_language(lang), hit.id, hit.text, " · ".join(how)


@shown.register
def _(proof: Proof, lang: Language) -> list[Block] | None:
    if proof.view is None:
        return None
    return [_proved(proof, lang, open=True)]


def _proved(proof: Proof, lang: Language, mark: str = "", *, open: bool = False) -> Branch:  # noqa: A002
    """A proof that a reader unfolds down to its quotes."""
    assert proof.view is not None
    text = ProofText(_wording(proof.view), lang)
    return _branch(text.told(proof), f"{mark}{text.number(proof)}", open=open)


def _branch(told: Told, mark: str = "", *, open: bool = False) -> Branch:  # noqa: A002
    below = tuple(_branch(each) for each in told.below)
    text = f"{mark}{told.part.mark}{told.text}"
    folds = told.part is Part.STATEMENT
    return Branch(told.part.value, text, told.aside, below, folds, open)


def _wording(view: GraphView) -> Wording:
    return Wording(view, Names(view))


@shown.register
def _(card: Card, lang: Language) -> list[Block] | None:
    if card.view is None:
        return None
    comma = "、" if lang == "zh" else ", "
    types = comma.join(name.in_language(lang) for name in card.types)
    status = card.legal_status.in_language(lang) if card.legal_status else ""
    facts = [
        (Text("类别", "Class"), types),
        (Text("标识符", "Id"), local_name(card.entity)),
        (Text("又名", "Also"), comma.join(card.aliases)),
        (Text("编者注", "Editors’ note"), card.note),
        (Text(f"{card.day} 的状态", f"Status on {card.day}"), status),
        (Text("出自", "Stands in"), str(card.row or "")),
    ]
    blocks: list[Block] = [_titled(card.label, lang), _facts(facts, lang)]
    if card.health and not card.health.is_silent:
        text = HealthText(card.view, _wording(card.view), lang)
        below = tuple(map(_item, tree(text.lines(card.health))))
        blocks.append(Branch("health", Text("体检", "Health").in_language(lang), "", below, True))
    for heading, proofs in (
        (Text("陈述", "Statements"), card.statements),
        (Text("提及它的陈述", "Statements that mention it"), card.mentions),
    ):
        if proofs:
            blocks.append(Heading(heading.in_language(lang), str(len(proofs))))
            blocks += (_proved(proof, lang) for proof in proofs[:SHOWN])
            blocks += _cut(len(proofs[:SHOWN]), len(proofs), lang)
    return blocks


def _item(item: Item) -> Branch:
    return Branch("line", item.text, below=tuple(map(_item, item.below)))


@shown.register
def _(card: DisputeCard, lang: Language) -> list[Block] | None:
    views = [side.view for side in card.sides if side.view]
    if not views:
        return None
    state = Text("已决", "settled") if card.settled else Text("未决", "open")
    subject = _wording(views[0]).term(card.subject, lang)
    marked = Text(f"{subject}〔{{}}〕", f"{subject} [{{}}]").in_language(lang)
    sides = (
        _proved(side, lang, "✓ " if side.claim == card.preferred else "· ") for side in card.sides
    )
    reason = Branch("rank", card.reason.in_language(lang))
    title = marked.format(state.in_language(lang))
    return [Branch("dispute", title, local_name(card.dispute), (reason, *sides), True, True)]


@shown.register
def _(proposal: Proposal, lang: Language) -> list[Block] | None:
    if proposal.claim.view is None:
        return None
    reason = proposal.reason.in_language(lang)
    rank = Text("无可据以定夺", "nothing settles it").in_language(lang)
    if proposal.rank:
        term = _wording(proposal.claim.view).term(fk(f"{proposal.rank.capitalize()}Rank"), lang)
        rank = Text("建议等级：{}", "proposed rank: {}").in_language(lang).format(term)
    settling = (proposal.settled_by,) if proposal.settled_by else ()
    below = (Branch("rank", reason), *(_proved(each, lang, "✓ ") for each in settling))
    claim = _proved(proposal.claim, lang)
    return [replace(claim, aside=rank, below=(*claim.below, *below))]


@shown.register
def _(found: WhyNot, lang: Language) -> list[Block] | None:
    if found.view is None:
        return None
    wording = _wording(found.view)
    value = wording.term(found.value, lang) if found.value else "?"
    asked = wording.spoken(wording.term(found.subject, lang), found.predicate, value, lang)
    lines = WhyNotText(found.view, wording, lang).lines(found)
    heading = Text("为何不成立：{}", "Why not: {}").in_language(lang)
    return [Heading(heading.format(asked)), *map(_item, tree(filter(None, lines)))]


@shown.register
def _(claim: Claim, lang: Language) -> list[Block]:
    value = claim.value
    _, as_of, start, end = claim.times
    facts = [
        (Text("主张", "Claim"), local_name(claim.id)),
        (Text("主体", "Subject"), local_name(claim.subject)),
        (Text("属性", "Property"), local_name(claim.predicate)),
        (Text("取值", "Value"), local_name(value) if isinstance(value, NamedNode) else value.value),
        (Text("种类", "Kind"), claim.kind.value),
        (Text("截至", "As of"), str(as_of or "")),
        (Text("自", "From"), str(start or "")),
        (Text("至", "Until"), str(end or "")),
    ]
    return [_facts(facts, lang)]
