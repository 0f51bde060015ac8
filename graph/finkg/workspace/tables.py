"""The tables of a workspace and their columns, in the order in which they are written."""

from __future__ import annotations

from finkg.evidence.identities import Verdict
from finkg.evidence.rank import Rank
from finkg.forms import Field, Fields, Form, members
from finkg.words import Text
from finkg.workspace.columns import (
    ADDRESS,
    AS_OF,
    COPY_OF,
    KIND,
    NOTE,
    OF_REGISTER,
    OF_TEXT,
    PRECISION,
    PUBLISHED,
    PUBLISHER,
    RECORDED,
    RELIABILITY,
    SINCE,
    STANCE,
    TITLE,
    UNTIL,
    effect_types,
    modes,
    units,
)

LABELS: Fields = (
    Field("label_zh", "中文名称。", "Name in Chinese.", needed=True),
    Field("label_en", "英文名称。", "Name in English.", needed=True),
)
ENTITIES: Fields = (
    Field(
        "id",
        "自己取的标识符：2 至 64 个小写字母、数字和连字符，以字母开头。",
        "An id that you choose: 2 to 64 lower-case letters, digits and hyphens, a letter first.",
        needed=True,
    ),
    Field(
        "type",
        "本体中的类，如 Company；多个之间用 | 隔开。",
        "Classes of the ontology, such as Company; several are parted by |.",
        needed=True,
    ),
    *LABELS,
    Field(
        "aliases",
        "别名，多个之间用 | 隔开；只写名称本身。",
        "Other names, parted by |; bare names, no remarks.",
    ),
    Field(
        "broader",
        "概念的上位概念，写标识符，多个之间用 | 隔开。",
        "Of a concept: the ids of broader ones, parted by |.",
    ),
    NOTE,
)
SIGNED: Fields = (
    Field("reason_zh", "中文理由。", "The reason in Chinese.", needed=True),
    Field("reason_en", "英文理由。", "The reason in English.", needed=True),
    Field("by", "由谁决定。", "Who decided.", needed=True),
    Field("on", "哪天决定。", "On which day.", needed=True),
)
JUDGEMENTS: Fields = (
    Field("subject", "所裁定主张的主语。", "Subject of the claim that is judged.", needed=True),
    Field("property", "它的属性。", "Its property.", needed=True),
    Field(
        "value",
        "它的取值；观测则写记录的标识符（o-…）。",
        "Its value; of an observation, the id of the record (o-…).",
        needed=True,
    ),
    Field(
        "detail",
        "只裁定其中一条时，写记录或主张的标识符（“finkg show”会打印）。",
        "To judge one of several: the id of the record or claim (“finkg show” prints it).",
    ),
    Field("rank", "裁定的等级。", "The rank that it is given.", needed=True, words=members(Rank)),
    *SIGNED,
)
IDENTITIES: Fields = (
    Field("id", "一个实体的标识符。", "The id of an entity.", needed=True),
    Field("other", "与之相比的实体。", "The entity that it is compared with.", needed=True),
    Field(
        "judgement",
        "是同一个、不是，还是说不准。",
        "Whether they are one, are not, or nobody can say.",
        needed=True,
        words=members(Verdict),
    ),
    *SIGNED,
)
CITATIONS: Fields = (
    Field("id", "来源的标识符。", "The id of the source.", needed=True),
    TITLE,
    Field("publisher", *PUBLISHER.meaning, needed=True),
    ADDRESS,
    PUBLISHED,
    RECORDED,
    RELIABILITY,
    COPY_OF,
    NOTE,
)
LEFT_OUT: Fields = (
    Field("quote", "有意不录的原文字句。", "Words of the text that get no row.", needed=True),
    Field("reason_zh", "为何不录，中文。", "Why not, in Chinese.", needed=True),
    Field("reason_en", "为何不录，英文。", "Why not, in English.", needed=True),
)

#: For each table of statements, what it is for, the columns before those of the quote and those
#: behind them.
_STATEMENTS: dict[str, tuple[Text, Fields, Fields]] = {
    "claims.csv": (
        Text("主张：主语、属性、取值。", "Claims: a subject, a property and a value."),
        (
            Field("subject", "主语的标识符。", "The id of the subject.", needed=True),
            Field(
                "property", "本体中的属性，如 offers。", "A property, such as offers.", needed=True
            ),
            Field(
                "value",
                "实体的标识符、时间或文字，由属性决定；文字不用来源的语言时，以 @zh 或 @en 结尾。",
                "The id of an entity, a time or text, as the property takes; text that is not in "
                "the source's language ends in @zh or @en.",
                needed=True,
            ),
        ),
        (SINCE, UNTIL, AS_OF, KIND, STANCE, NOTE),
    ),
    "observations.csv": (
        Text("数字：某事物某项指标的值。", "Figures: the value of a metric for one thing."),
        (
            Field("feature", "所测事物的标识符。", "The id of what is measured.", needed=True),
            Field("metric", "指标的标识符。", "The id of the metric.", needed=True),
            Field(
                "value",
                "数值，只写阿拉伯数字和小数点。",
                "The number, in plain digits with a decimal point.",
                needed=True,
            ),
            Field("unit", "单位。", "The unit.", needed=True, words=units),
            PRECISION,
            Field("lower", "原文给出的下限。", "The lower bound, if the text gives one."),
            Field("upper", "原文给出的上限。", "The upper bound, if the text gives one."),
            AS_OF,
            Field(
                "period",
                "数字所涵盖的时段，如 P1Y（一年）。",
                "The period that the figure covers, such as P1Y (one year).",
            ),
            SINCE,
            UNTIL,
        ),
        (KIND, STANCE, NOTE),
    ),
    "holdings.csv": (
        Text("持股：谁持有某组织多少。", "Shareholdings: how much of an organization who holds."),
        (
            Field("organization", "被持有的组织。", "The organization that is held.", needed=True),
            Field("holder", "持有者。", "Who holds.", needed=True),
            Field("mode", "持有的是什么。", "What is held.", needed=True, words=modes),
            Field("percent", "百分数，如 42.3。", "In percent, such as 42.3.", needed=True),
            PRECISION,
            AS_OF,
            SINCE,
            UNTIL,
        ),
        (STANCE, NOTE),
    ),
    "effects.csv": (
        Text(
            "监管影响：法规或监管事件对某事物做了什么。",
            "Effects of regulation: what an instrument or a regulatory event did to a thing.",
        ),
        (
            Field("affected", "受影响者的标识符。", "The id of what was affected.", needed=True),
            Field("cause", "法规或监管事件的标识符。", "The id of the cause.", needed=True),
            Field("effect_type", "何种影响。", "What sort.", needed=True, words=effect_types),
            Field("occurred_on", "何时发生。", "When it occurred."),
            Field("effect_zh", "影响如何，中文。", "What happened, in Chinese."),
            Field("effect_en", "影响如何，英文。", "What happened, in English."),
        ),
        (KIND, STANCE, NOTE),
    ),
}
STATEMENT_TABLES = tuple(_STATEMENTS)


def statement_columns(table: str, *, register: bool) -> Fields:
    """A table beside a text has quotes; one in a register names the source of each row."""
    _, before, after = _STATEMENTS[table]
    return (*OF_REGISTER, *before, *after) if register else (*before, *OF_TEXT, *after)


#: Every table, as docs/settings.md tells it.
TABLES = (
    Form("entities/*.csv", Text("有谁、有什么。", "Who and what there is."), ENTITIES),
    *(
        Form(f"sources/*/{name}", text, (*OF_REGISTER, *before, *OF_TEXT, *after))
        for name, (text, before, after) in _STATEMENTS.items()
    ),
    Form(
        "sources/*/citations.csv",
        Text("登记册：只引证、不存原文的来源。", "A register: sources that are cited, not held."),
        CITATIONS,
    ),
    Form(
        "sources/*/left-out.csv",
        Text("有意不录的文字与理由。", "Words of a text that are left out, with the reason."),
        LEFT_OUT,
    ),
    Form(
        "judgements.csv",
        Text(
            "人对主张的裁定，先于策略。",
            "What people judged of claims; it goes before the policy.",
        ),
        JUDGEMENTS,
    ),
    Form(
        "identities.csv",
        Text("两个实体是否同一。", "Whether two entities are one."),
        IDENTITIES,
    ),
)
