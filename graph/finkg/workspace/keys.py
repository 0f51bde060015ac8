"""The TOML files of a workspace and their keys."""

from __future__ import annotations

from finkg.evidence.policy import Criterion, Policy
from finkg.evidence.record import PRECISIONS
from finkg.evidence.support import Reliability
from finkg.forms import Field, Fields, Form, members
from finkg.vocabulary import ID
from finkg.words import Text
from finkg.workspace.columns import SOURCE

WORKSPACE_FILE, POLICY_FILE, SOURCE_FILE = "workspace.toml", "policy.toml", "source.toml"
#: How `extends` names the workspace that ships with finkg.
PACKAGED = "packaged"

WORKSPACE: Fields = (
    Field("name", "工作区的名称，只供编者自己辨认。", "A name for the editors' own use."),
    Field(
        "title",
        '图谱的标题，写作 { zh = "…", en = "…" }。',
        'Title of the graph, as { zh = "…", en = "…" }.',
        needed=True,
    ),
    Field(
        "base",
        "自己的实体和来源的 IRI 以何开头，须以 / 或 # 结尾。",
        "What the IRIs of its own entities and sources begin with; it ends in / or #.",
        default=ID,
    ),
    Field(
        "date",
        "编者对图谱负责到哪一天：此前的计划，除非被否认，按已成事实看待。",
        "The day up to which its editors answer for it: plans for an earlier day count as facts "
        "unless denied.",
        needed=True,
    ),
    Field(
        "extends",
        f"与之并列的工作区：“{PACKAGED}”（自带的图谱）或路径，可列多个。",
        f"Workspaces that stand beside it: “{PACKAGED}” (ours) or paths; a list of them.",
        default="[]",
    ),
    Field("languages", "内容所用的语言。", "Languages of the content."),
    Field("licence", "数据的许可。", "Licence of the data."),
)
POLICY: Fields = (
    Field(
        "criteria",
        "依次看哪些标准，看到分出高下为止。",
        "What is looked at, in this order, until one side is left.",
        needed=True,
        words=members(Criterion),
    ),
    Field(
        "tiers",
        "可信程度的次序，最好的在前。",
        "The order of reliability, best first.",
        needed=True,
        words=members(Reliability),
    ),
    Field(
        "corroboration.margin",
        "一方须比另一方多几个互相独立的来源；转载不另计。",
        "How many independent sources a side must have more than another; copies are one.",
        default=str(Policy().corroboration_margin),
    ),
    Field(
        "recency.days",
        "一方最新的来源须比另一方的晚多少天；只用于会改变的事。",
        "How many days the newest source of a side must be younger; asked of what changes only.",
        default=str(Policy().recency_days),
    ),
    *(
        Field(
            f"tolerance.{word}",
            f"带“{word}”的数字可有多大出入而不算冲突，写作它的几分之几。",
            f"By which share of it a number that is said to be “{word}” may differ without "
            "conflict.",
            default="0",
        )
        for word in PRECISIONS
    ),
    Field(
        "plausibility.off.RULE",
        '不用某条合理性规则，写明理由 { zh = "…", en = "…" }。',
        'A plausibility rule that is not asked, with the reason { zh = "…", en = "…" }.',
    ),
)
TEXT_SOURCE: Fields = (
    *SOURCE,
    Field(
        "language", "文本的语种，如 zh 或 en。", "Language of the text, such as zh.", needed=True
    ),
    Field("licence", "文本的许可。", "Licence of the text."),
    Field(
        "sha256",
        "文本各字节的摘要；文本一改就对不上。",
        "Digest of the text's bytes; it no longer fits once the text is changed.",
        needed=True,
    ),
    Field(
        "hold",
        "存有什么；只能是 text。",
        "What is held: text.",
        words=lambda _: ("text",),
        default="text",
    ),
)

#: Every TOML file, as docs/settings.md tells it.
TOML_FILES = (
    Form(
        WORKSPACE_FILE,
        Text("工作区是什么，与谁并列。", "What a workspace is, and beside which others it stands."),
        WORKSPACE,
    ),
    Form(
        POLICY_FILE,
        Text(
            "不能同时成立的主张怎样取舍；没有此文件则用自带的策略。",
            "How it is chosen between claims that can not all hold; without it our policy holds.",
        ),
        POLICY,
    ),
    Form(
        f"sources/*/{SOURCE_FILE}",
        Text("存有原文的来源。", "A source whose text is held."),
        TEXT_SOURCE,
    ),
)
