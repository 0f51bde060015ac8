"""Sentences that state a claim, in zh and en. A quote is such a sentence without its full stop."""

from __future__ import annotations

#: By property. Both languages name subject and value, so that no two claims read alike.
_TEMPLATES = {
    "appliedIn": ("{s}应用于{v}", "{s} is applied in {v}"),
    "appliesTo": ("{s}适用于{v}", "{s} applies to {v}"),
    "arisesFrom": ("{s}因{v}而起", "{s} arises from {v}"),
    "belongsToSector": ("{s}属于{v}", "{s} belongs to {v}"),
    "createdFor": ("{s}当初为{v}而设", "{s} was first made for {v}"),
    "describedAs": ("{s}被视为{v}", "{s} is seen as {v}"),
    "discusses": ("本文讨论{v}", "This article discusses {v}"),
    "embeddedIn": ("{s}嵌入{v}", "{s} is embedded in {v}"),
    "exemplifies": ("{s}体现了{v}", "{s} exemplifies {v}"),
    "faces": ("{s}面临{v}", "{s} faces {v}"),
    "follows": ("{s}发生在{v}之后", "{s} came after {v}"),
    "foundedBy": ("{s}由{v}发起设立", "{s} was set up by {v}"),
    "foundedOn": ("{s}于{v}成立", "{s} was founded in {v}"),
    "hasActivity": ("{s}开展{v}", "{s} carries on {v}"),
    "hasFeature": ("{s}具有{v}", "{s} has {v}"),
    "hasTrend": ("{s}将走向{v}", "{s} will move towards {v}"),
    "imposes": ("{s}提出{v}", "{s} imposes {v}"),
    "incubatedBy": ("{s}由{v}孵化", "{s} was incubated by {v}"),
    "involves": ("{s}涉及{v}", "{s} involves {v}"),
    "launchedOn": ("{s}于{v}上线", "{s} was launched in {v}"),
    "occurredOn": ("{s}发生于{v}", "{s} took place in {v}"),
    "offers": ("{s}推出{v}", "{s} brought out {v}"),
    "precedes": ("{s}早于{v}", "{s} came before {v}"),
    "reachedThrough": ("{s}通过{v}触达用户", "{s} reaches its users through {v}"),
    "regulatesData": ("{s}规范{v}的使用", "{s} regulates the use of {v}"),
    "regulatesSector": ("{s}规范{v}", "{s} regulates {v}"),
    "reliesOn": ("{s}依托{v}", "{s} relies on {v}"),
    "targets": ("{s}针对{v}", "{s} targets {v}"),
    "targetsSegment": ("{s}面向{v}", "{s} serves {v}"),
    "usesData": ("{s}使用{v}", "{s} uses {v}"),
    "usesTechnology": ("{s}采用{v}", "{s} employs {v}"),
    "hasObservation": ("{s}的{m}为{v}", "the {m} of {s} stood at {v}"),
}
_AS_OF = {"zh": "截至{}，", "en": "as of {}, "}
_MOOD = {
    "norm": {"zh": "按照要求，", "en": "as it should be, "},
    "forecast": {"zh": "展望今后，", "en": "in times to come, "},
    "opinion": {"zh": "业内认为，", "en": "many hold that "},
}
_SINCE = {"zh": "自{}起，", "en": "since {}, "}
#: Opens the part of a text on one thing; rows quote it as the context that names their subject.
_LEAD = {"zh": "以下所述为{}的情况。", "en": "What follows is about {}."}
STOPS = {"zh": "。", "en": ". "}
#: Words for descriptions, that name no number.
_PRAISE = ("行业先行者", "场景创新的样本", "普惠服务的入口", "稳健经营的代表", "争议颇多的尝试",
           "用户熟悉的品牌", "技术驱动的典型", "合规转型的案例")  # fmt: skip
_PRAISE_EN = (
    "a pioneer of its trade", "a model of new scenarios", "a door to inclusive services",
    "an example of sound business", "a much disputed attempt", "a brand that users know",
    "typical of what technology drives", "a case of a turn to compliance",
)  # fmt: skip


def lead(subject: str, language: str) -> str:
    """The sentence that opens the part of a text on a subject."""
    return _LEAD[language].format(subject)


def praise(number: int) -> tuple[str, str]:
    """A description, in zh and en."""
    place = number % len(_PRAISE)
    return _PRAISE[place], _PRAISE_EN[place]


def sentence(
    name: str, language: str, *, kind: str = "", as_of: str = "", since: str = "", **words: str
) -> str:
    """A claim of this property in words, without a full stop."""
    template = _TEMPLATES[name][0 if language == "zh" else 1]
    before = _MOOD[kind][language] if kind in _MOOD else ""
    before += _AS_OF[language].format(as_of) if as_of else ""
    before += _SINCE[language].format(since) if since else ""
    whole = before + template.format(**words)
    return whole[0].upper() + whole[1:]
