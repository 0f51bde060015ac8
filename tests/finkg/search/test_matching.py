"""How names answer a query, and in which order."""

from __future__ import annotations

import pytest

from finkg.search.entries import Kind
from finkg.search.matching import Match

from .small import Thing, named, searched

ALIPAY = Thing("alipay", "Product", "支付宝", "Alipay", ("Zhifubao wallet",))


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("支付宝", Match.EXACT),
        ("支付寶", Match.EXACT),
        ("ＡＬＩＰＡＹ", Match.EXACT),
        ("支付", Match.PREFIX),
        ("付宝", Match.WORD),
        ("wallet", Match.WORD),
        ("zhifubao", Match.PREFIX),
        ("zhī fù bǎo", Match.PREFIX),
        ("zfb", Match.INITIALS),
        ("wall", Match.WORD_START),
        ("lipa", Match.INSIDE),
        ("wallet zhifubao", Match.ALL_WORDS),
        ("zifubao", Match.SOUND),
        ("之付包", Match.SOUND),
        ("alipya", Match.SIMILAR),
    ],
)
def test_each_way_to_match(text: str, match: Match) -> None:
    """One name is found in each way in which it may be typed, and the hit says which it was."""
    assert [hit.match for hit in searched(ALIPAY).find(text)] == [match]


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("zhifubao", Match.PINYIN),
        ("zhif", Match.PINYIN_PREFIX),
        ("zf", Match.INITIALS_PREFIX),
        ("fubao", Match.PINYIN_INSIDE),
    ],
)
def test_a_part_of_what_is_pronounced(text: str, match: Match) -> None:
    """The pinyin of a name, its beginning while it is being typed, and whole syllables of it."""
    assert [hit.match for hit in named("支付宝").find(text)] == [match]


@pytest.mark.parametrize(
    ("text", "name", "match"),
    [
        ("internetjinrong", "Internet金融", Match.PINYIN),
        ("internetjin", "Internet金融", Match.PINYIN_PREFIX),
        ("p2pwd", "P2P网贷", Match.INITIALS),
        ("anyinhang", "AN银行", Match.PINYIN),
        ("wanluojianguan", "网络监管", Match.SOUND),
        ("guifanlianhedaikuanyuezhanbishangxian", "规范联合贷款余额占比上限", Match.PINYIN),
        ("guifanlianhedaikuanyuezhanbish", "规范联合贷款余额占比上限", Match.PINYIN_PREFIX),
        ("lianhedaikuanyuezhanbishangxian", "规范联合贷款余额占比上限", Match.PINYIN_INSIDE),
        ("guifanlianhedaikuanyuezanbisangxian", "规范联合贷款余额占比上限", Match.SOUND),
    ],
)
def test_letters_of_any_name_are_read(text: str, name: str, match: Match) -> None:
    """With Latin words in it, with syllables that run into each other (jian guan), or many."""
    assert [hit.match for hit in named(name).find(text)] == [match]


def test_written_before_pronounced() -> None:
    """A name that reads `hb` stands before one whose initials are that."""
    hits = named("花呗", "HB", "HB Bank", "Union hb").find("hb")
    assert [hit.label.zh for hit in hits] == ["HB", "HB Bank", "Union hb", "花呗"]


def test_an_exact_label_before_an_alias() -> None:
    """What is called so by its editors comes before what is called so too."""
    alias = Thing("a", "Product", "甲", "A", ("网贷",))
    label = Thing("z", "Concept", "网贷", "Lending")
    hits = searched(alias, label).find("网贷")
    assert [(hit.id, hit.kind) for hit in hits] == [("z", Kind.LABEL), ("a", Kind.ALIAS)]


@pytest.mark.parametrize("cls", ["Product", "Organization"])
def test_products_and_organizations_before_concepts(cls: str) -> None:
    """Of things that match alike those stand first that people mostly mean."""
    things = (
        Thing("a", "Concept", "信用甲", "Credit A"),
        Thing("b", "Event", "信用乙", "Credit B"),
        Thing("z", cls, "信用丙丁", "Credit CD"),
    )
    assert [hit.id for hit in searched(*things).find("信用")] == ["z", "b", "a"]


def test_short_before_long() -> None:
    """The nearer a name is to what was typed, the earlier it stands."""
    hits = named("微众银行", "微信支付", "微信", "微粒贷").find("微")
    assert [hit.label.zh for hit in hits] == ["微信", "微粒贷", "微众银行", "微信支付"]


def test_one_hit_for_each_entity() -> None:
    """However many of its names match, an entity stands once, by the best of them."""
    thing = Thing("t", "Product", "蚂蚁花呗", "Ant", ("花呗", "花呗分期"))
    hits = searched(thing).find("花呗")
    assert [(hit.text, hit.match) for hit in hits] == [("花呗", Match.EXACT)]


@pytest.mark.parametrize("text", ["", "  ", "，。", "🐜", "zzzzzz", "\udcff"])
def test_what_names_nothing_finds_nothing(text: str) -> None:
    """No text, signs only, what nobody is called, and bytes that are no text."""
    assert searched(ALIPAY).find(text) == []


@pytest.mark.parametrize("text", ['"', "a*", "NEAR(", "a AND b", "=x", "^", "支 OR 付", "'--"])
def test_no_text_is_an_expression(text: str) -> None:
    """What the index's own language would read as a command is text like any other."""
    assert {hit.id for hit in searched(ALIPAY).find(text)} <= {"alipay"}


@pytest.mark.parametrize(
    "text", ["支付" * 5_000, "an" * 5_000, "ab " * 5_000, "支 " * 5_000, "zhi fu bao " * 2_000]
)
def test_a_text_of_any_length_is_searched(text: str) -> None:
    """A page that was pasted by mistake does no harm; at most its words are all in a name."""
    assert {hit.match for hit in searched(ALIPAY).find(text)} <= {Match.ALL_WORDS}


def test_a_long_text_is_found_as_a_whole() -> None:
    """Its first hundred characters are looked up; all of it is compared."""
    whole = "关于进一步规范货币市场基金互联网销售赎回相关服务的指导意见" * 10
    hits = named(whole + "甲", whole + "乙").find(whole + "乙")
    assert [hit.label.zh for hit in hits] == [whole + "乙"]


@pytest.mark.parametrize(
    ("text", "match"),
    [("s", Match.PREFIX), ("sh", Match.PREFIX), ("海", Match.WORD), ("shy", Match.INITIALS_PREFIX)],
)
def test_few_letters_find_in_a_large_graph(
    text: str, match: Match, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where not every name is looked through, those that begin so are found all the same, and
    Chinese ones that contain the character."""
    monkeypatch.setattr("finkg.search.lookup._SCANNED", 0)
    names = searched(Thing("bank", "Bank", "上海银行", "Shanghai Bank"))
    assert [hit.match for hit in names.find(text, 20)] == [match]


def test_the_best_of_very_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many names contain the text, those that are called so or begin so stand first."""
    monkeypatch.setattr("finkg.search.search._LEAST", 2)
    inside = [f"甲{n}支付" for n in range(50)]
    names = named(*inside, "支付很长的名称有限公司", "支付")
    for limit in (1, 2, 5):
        hits = names.find("支付", limit)
        assert [hit.label.zh for hit in hits[:2]] == ["支付", "支付很长的名称有限公司"][:limit]


def test_letters_across_words_are_no_name() -> None:
    """`alpay` is a wrong Alipay, not four letters that happen to meet in international payment."""
    hits = named("International payment", "Alipay").find("alpay")
    assert [(hit.label.en, hit.match) for hit in hits] == [("Alipay", Match.SIMILAR)]


def test_an_id_is_a_name() -> None:
    """Who knows the id of a thing finds it by that."""
    hits = searched(Thing("pipl-2021", "Regulation", "个保法", "Law")).find("PIPL-2021")
    assert [(hit.text, hit.kind, hit.match) for hit in hits] == [
        ("pipl-2021", Kind.ID, Match.EXACT)
    ]
