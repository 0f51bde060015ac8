"""Columns that several tables of a workspace share, and the closed lists that they take."""

from __future__ import annotations

from finkg.evidence.claim import Kind
from finkg.evidence.record import PRECISIONS
from finkg.evidence.support import Reliability, Stance
from finkg.forms import ClosedLists, Field, Fields, Words, members
from finkg.vocabulary import fk

UNIT_PREFIX, EFFECT_PREFIX = "unit-", "effect-"


def _listed(scheme: str, prefix: str = "") -> Words:
    """The words of a closed list of the ontology, without what their names begin with."""

    def words(schema: ClosedLists) -> tuple[str, ...]:
        return tuple(name.removeprefix(prefix) for name in schema.members(fk(scheme)))

    return words


def modes(schema: ClosedLists) -> tuple[str, ...]:
    """How shares can be held."""
    return tuple(mode.lower() for mode in schema.members(fk("ShareholdingMode")))


units, effect_types = _listed("Unit", UNIT_PREFIX), _listed("EffectType", EFFECT_PREFIX)

NOTE = Field("note", "编者的说明，不是证据。", "A remark of the editors; no evidence.")
TITLE = Field("title", "来源的标题。", "Title of the source.", needed=True)
PUBLISHER = Field("publisher", "出版者。", "Who published it.")
ADDRESS = Field("address", "网址，http 或 https。", "Web address, http or https.")
PUBLISHED = Field(
    "published",
    "发布日期，知道多细就写多细：2020、2020-06 或 2020-06-14。",
    "When it was published, as precisely as is known: 2020, 2020-06 or 2020-06-14.",
)
RECORDED = Field("recorded", "录入的日期。", "The day on which it was recorded.", needed=True)
RELIABILITY = Field(
    "reliability",
    "可信程度，决定冲突中采信谁（policy.toml 的 tiers）。",
    "How far it is trusted; conflicts are decided by it (tiers of policy.toml).",
    needed=True,
    words=members(Reliability),
)
COPY_OF = Field(
    "copy_of",
    "若转载自另一来源，写它的标识符；转载不算佐证。",
    "The id of the source that it copies, if it does; a copy corroborates nothing.",
)
#: What is said of a source, be it a text or cited.
SOURCE: Fields = (
    TITLE, PUBLISHER, ADDRESS, PUBLISHED, RECORDED, RELIABILITY, COPY_OF, NOTE,
)  # fmt: skip

#: Only in a register, where it names the source of each row; may not be empty there.
OF_REGISTER: Fields = (
    Field(
        "source",
        "这一行依据哪个来源（只在登记册旁的表中有，不能为空）。",
        "The source of the row (only in tables beside a register, where it may not be empty).",
    ),
)
#: Only beside a text, where each row quotes it; the first may not be empty there.
OF_TEXT: Fields = (
    Field(
        "quote",
        "原文中这样说的字句（只在文本旁的表中有，不能为空）。",
        "The words of the text that say so (only in tables beside a text; may not be empty).",
    ),
    Field(
        "context_quote",
        "主语或日期在别处时，再引那一处；多处之间用 | 隔开。",
        "Where subject or date stand elsewhere, the words there; several are parted by |.",
    ),
    Field(
        "gloss",
        "引文译成另一种语言，给读者看，不是证据。",
        "The quote in the other language, for readers; no evidence.",
    ),
)
AS_OF = Field("as_of", "数字或状态截至何时。", "As of when a figure or a state is given.")
SINCE = Field("valid_from", "自何时起成立。", "Since when it holds.")
UNTIL = Field("valid_to", "到何时不再成立（不含此日）。", "When it no longer holds (exclusive).")
PRECISION = Field(
    "precision",
    "原文表示精确程度的词：约、超过、至少等。",
    "The text's word for how precise it is: about, over, at least …",
    words=lambda _: tuple(PRECISIONS),
)
KIND = Field("kind", "哪一种说法。", "What sort of saying.", words=members(Kind), default="fact")
STANCE = Field(
    "stance", "支持还是否认。", "For it or against.", words=members(Stance), default="supports"
)
