"""finkg search: what is called so or spoken of so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from finkg.cli.session import Session, common_options

if TYPE_CHECKING:
    from finkg.catalogue.answer import Answer, Row
    from finkg.search.hits import Hit


@click.command("search", short_help="What is called so. 搜索。")
@click.argument("text", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most. 最多几条。"
)
@common_options
@click.pass_obj
def command(session: Session, text: tuple[str, ...], limit: int) -> None:
    """Entities by name, then by descriptions and quotes that have TEXT; the best first.

    TEXT is Chinese, traditional or simplified, pinyin with or without tones, its initials, or
    English, with typing errors. A quote says where its statement stands unless it is accepted.

    按名称、别名、曾用名、描述和引文查找；可用简繁体、拼音、首字母、英文，容许拼写错误。
    """
    from finkg.cli.answers import answer_format, write_answer

    chosen = answer_format(session)
    hits = session.graph.search(" ".join(text), limit)
    write_answer(session, _answer(session, hits), chosen)
    if not hits:
        session.tell(session.words("没有找到。", "Nothing was found."))


def _answer(session: Session, hits: list[Hit]) -> Answer:
    """Hits as rows; names of the ways to match for programs, words for people."""
    from finkg.catalogue.answer import Answer
    from finkg.catalogue.question import Column
    from finkg.errors import Text

    # People read what an entity is called once, and in words why it was found; programs get both.
    columns = (
        Column("entity", Text("实体", "Entity"), hidden=True),
        Column("id", Text("标识符", "Id")),
        Column("zh", Text("中文名", "Chinese name")),
        Column("en", Text("英文名", "English name")),
        Column("class", Text("类别", "Class")),
        Column("found", Text("匹配", "Found by")),
        Column("matched", Text("匹配内容", "Matched"), hidden=True),
        Column("kind", Text("内容种类", "Kind"), hidden=True),
        Column("match", Text("匹配方式", "Match"), hidden=True),
        Column("standing", Text("地位", "Standing"), hidden=True),
    )
    kg = session.graph
    rows = tuple(_row(hit, session) for hit in hits)
    return Answer(Text("搜索", "Search"), columns, rows, (), kg.snapshot, kg.names)


def _row(hit: Hit, session: Session) -> Row:
    from pyoxigraph import Literal

    from finkg.vocabulary import fk

    return (
        hit.entity,
        Literal(hit.id),
        Literal(hit.label.zh),
        Literal(hit.label.en),
        hit.classes[0] if hit.classes else None,
        Literal(_found(hit, session)),
        Literal(hit.text),
        Literal(hit.kind.code),
        Literal(hit.match.code),
        fk(hit.standing) if hit.standing else None,
    )


def _found(hit: Hit, session: Session) -> str:
    """Why an entity was found: the kind of text, its words unless they are the label, and how."""
    from finkg.vocabulary import fk

    kind, how = (each.label.in_language(session.lang) for each in (hit.kind, hit.match))
    quoted = "" if hit.text in hit.label else session.words(f"“{hit.text}”", f" “{hit.text}”")
    said = session.words(f"{kind}{quoted}：{how}", f"{kind}{quoted}: {how}")
    if not hit.standing:
        return said
    standing = session.graph.wording.term(fk(hit.standing), session.lang)
    return said + session.words(f"（{standing}）", f" ({standing})")
