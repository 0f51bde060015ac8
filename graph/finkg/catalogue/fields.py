"""The keys of a question's header, each with its meaning."""

from __future__ import annotations

from finkg.forms import ClosedLists, Field, Fields
from finkg.store.layers import OPENED_BY_NAME

PARAMETER_TYPES = ("entity", "date", "number", "property", "text")


def _analyses(_: ClosedLists) -> tuple[str, ...]:
    # Imported here: most questions have none.
    from finkg.catalogue.analyses import ANALYSES

    return tuple(ANALYSES)


#: The keys of a question's header.
HEADER: Fields = (
    Field(
        "title",
        '标题，写作 { zh = "…", en = "…" }。',
        'Title, as { zh = "…", en = "…" }.',
        needed=True,
    ),
    Field("description", "答的是什么，zh 和 en。", "What it answers, zh and en.", needed=True),
    Field(
        "phrasings.zh",
        "中文的各种问法；据此听懂大白话。",
        "Ways to ask it in Chinese; plain words are understood by them.",
    ),
    Field("phrasings.en", "英文的各种问法。", "Ways to ask it in English."),
    Field(
        "evidence",
        '支持每一行的陈述，如 "?product fk:affectedBy ?cause"。',
        'The statements that support a row, such as "?product fk:affectedBy ?cause".',
    ),
    Field(
        "counts",
        "每一行计数所依据的陈述：前三个词是陈述，其后是限定条件。",
        "The statements that a row counts: three words are the statement, what follows narrows it.",
    ),
    Field(
        "layers",
        "除主张层外还要用到的图层。",
        "Layers that it opens beside that of claims.",
        words=lambda _: tuple(OPENED_BY_NAME),
    ),
    Field(
        "analysis",
        "由哪种分析把查询选出的边变成答案的各行。",
        "The analysis that makes rows of the edges that the query selects.",
        words=_analyses,
    ),
    Field("answer", "自带图谱的答案，供测试对照。", "What the packaged graph answers, for tests."),
    Field("columns.NAME.zh", "变量 ?NAME 的栏名，中文。", "Heading of ?NAME, in Chinese."),
    Field("columns.NAME.en", "栏名，英文。", "The heading in English."),
    Field(
        "columns.NAME.hidden",
        "数据里有，给人看的表格里没有。",
        "In the data, not in tables for people.",
        default="false",
    ),
    Field(
        "columns.NAME.ordinal",
        "只是序号，不是事实。",
        "A place in the list and no fact.",
        default="false",
    ),
    Field(
        "parameters.NAME.type",
        "参数取什么。",
        "What the parameter takes.",
        needed=True,
        words=lambda _: PARAMETER_TYPES,
    ),
    Field(
        "parameters.NAME.classes",
        "实体参数可以是哪些类，最可能的在前。",
        "Of an entity: the classes that it may be of, the likeliest first.",
    ),
    Field("parameters.NAME.required", "是否必填。", "Whether it has to be given.", default="false"),
    Field("parameters.NAME.label", "参数的名称，zh 和 en。", "What it is called, zh and en."),
)
