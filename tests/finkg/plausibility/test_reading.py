"""What one source says: in the order of its text, each time with the printed date it is from."""

from __future__ import annotations

import pytest

from finkg.errors import Text
from finkg.evidence.assessment import Assessed
from finkg.evidence.claim import Kind
from finkg.evidence.doubt import Part
from finkg.evidence.gate import StoredText
from finkg.evidence.support import Evidence, Quote, Reliability, Source
from finkg.evidence.wording import Wording
from finkg.plausibility.common import Common
from finkg.plausibility.reading import Dated, Reading, Said
from finkg.vocabulary import local_name

from ..evidence.facts import figure, properties, said, share, thing
from .case import schema

PAGE = thing("page")
COMMON = Common(Wording({}, schema()), properties())
USERS = thing("users")


def quote(text: StoredText, words: str) -> Quote:
    span, _ = text.place(words)
    return Quote(PAGE, span, words)


def told(text: StoredText, claim: Assessed, *words: str) -> Said:
    """A claim that rests on a quote, and on context quotes."""
    first, *contexts = (quote(text, w) for w in words)
    evidence = Evidence(claim.claim.id, PAGE, quote=first, contexts=tuple(contexts))
    return Said(claim.claim, evidence)


def reading(text: StoredText | None, *all_: Said, language: str = "zh") -> Reading:
    return Reading(Source(PAGE, "Page", Reliability.LOW, language=language), all_, text, COMMON)


def printed(found: Reading, dated: Dated) -> str | None:
    """The printed date that a time is read from, as the text has it."""
    return found.text[dated.mention.span] if found.text and dated.mention else None


def read_from(text: str, time: str, *words: str, language: str = "zh") -> str | None:
    """The printed date that the founding is read from."""
    stored = StoredText(text)
    found = reading(stored, told(stored, said("ant", "foundedOn", time), *words), language=language)
    (dated,) = found.dated
    return printed(found, dated)


@pytest.mark.parametrize(
    ("text", "language", "time", "date"),
    [
        ("2013年成立，2015年上线", "zh", "2015", "2015年"),
        ("founded in 2013, launched in 2015", "en", "2015", "2015"),
        ("2013年6月成立，2013年9月上线", "zh", "2013-09", "2013年9月"),
        ("founded in June 2013, launched in September 2013", "en", "2013-09", "September 2013"),
        ("2013年6月成立，2013年有用户", "zh", "2013", "2013年"),
        ("2013年有用户，2013年6月13日成立", "zh", "2013-06-13", "2013年6月13日"),
        ("成立于2013年底", "zh", "2013", "2013年底"),
        ("2013年6月成立", "zh", "2013", "2013年6月"),
        ("2013年成立", "zh", "2013-06", "2013年"),
        ("2011-2013年间成立", "zh", "2013", "2013年"),
    ],
)
def test_a_time_is_read_from_the_date_that_says_as_much(
    text: str, language: str, time: str, date: str
) -> None:
    """Of the dates in its quote that do not differ the one as close as it, else the first."""
    assert read_from(text, time, text, language=language) == date


def test_a_day_is_read_from_the_date_of_that_day() -> None:
    """Two days of a month in one quote are two dates."""
    text = "2013年6月13日上线，2013年6月17日成立"
    assert read_from(text, "2013-06-17", text) == "2013年6月17日"


def test_the_quote_goes_before_its_contexts() -> None:
    """A context is asked only where the quote does not print the year."""
    text = "2015年，公司壮大。公司成立于2015年6月。公司由此而来。"
    assert read_from(text, "2015", "公司成立于2015年6月", "2015年，公司壮大") == "2015年6月"
    assert read_from(text, "2015", "公司由此而来", "2015年，公司壮大") == "2015年"


def test_what_prints_no_such_year_is_read_from_none() -> None:
    """Another year in the quote, and the year elsewhere in the text, are none."""
    assert read_from("公司成立。2015年上线。2013年关闭。", "2015", "公司成立。") is None
    assert read_from("公司成立。2015年上线。2013年关闭。", "2015", "2013年关闭") is None


def test_a_citation_has_times_and_no_printed_dates() -> None:
    """Its text is not held."""
    claim = said("ant", "foundedOn", "2015").claim
    found = reading(None, Said(claim, Evidence(claim.id, PAGE)))
    (dated,) = found.dated
    assert (dated.mention, dated.time.text, dated.said.place) == (None, "2015", 0)
    assert found.mentions.all == []


def test_every_time_of_a_claim_has_its_part() -> None:
    """The value, the day it is as of, and from when until when it held."""
    text = StoredText("2014年至2018年由甲持股，2016年为三成。")
    held = share("30", as_of="2016", start="2014", end="2018")
    founded = said("ant", "foundedOn", "2014")
    found = reading(text, told(text, held, text.text), told(text, founded, text.text))
    times = {(d.part, printed(found, d)) for d in found.dated}
    assert times == {
        (Part.VALUE, "2014年"),
        (Part.AS_OF, "2016年"),
        (Part.VALID_FROM, "2014年"),
        (Part.VALID_TO, "2018年"),
    }


def alike(text: str, *times: tuple[str, str], language: str = "zh") -> bool:
    """Whether two foundings, each with a time and a quote, are dated alike; either way round."""
    stored = StoredText(text)
    both = [
        told(stored, said(name, "foundedOn", time), words)
        for name, (time, words) in zip(("ant", "jd"), times, strict=True)
    ]
    one, other = reading(stored, *both, language=language).dated
    assert one.alike(other) is other.alike(one)
    return one.alike(other)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("zh", "甲成立于2018年", "乙成立于2018年"),
        ("zh", "甲成立于2018年3月", "乙成立于2018年3月"),
        ("zh", "甲成立于2018年底", "乙成立于２０１８年底"),
        ("en", "Jia was founded in 2018", "Yi was founded in 2018"),
        ("en", "Jia was founded in early 2018", "Yi was founded in Early 2018"),
    ],
)
def test_two_dates_in_the_same_words_are_alike(language: str, one: str, other: str) -> None:
    """Whoever writes 2018年 twice could have written 同年."""
    text = f"{one}. {other}."
    assert alike(text, ("2018", one), ("2018", other), language=language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("zh", "甲成立于2018年", "乙成立于2018年底"),
        ("zh", "甲成立于2018年3月", "乙成立于2018年5月"),
        ("zh", "甲成立于2018年上半年", "乙成立于2018年下半年"),
        ("en", "Jia was founded in early 2018", "Yi was founded in late 2018"),
        ("en", "Jia was founded in 2018", "Yi was founded at the end of 2018"),
    ],
)
def test_dates_of_one_year_in_other_words_are_not(language: str, one: str, other: str) -> None:
    """The text knows them more closely than the claims do."""
    text = f"{one}. {other}."
    assert not alike(text, ("2018", one), ("2018", other), language=language)


def test_times_that_differ_are_not_alike() -> None:
    """A year is not a month of it."""
    text = "甲成立于2018年。乙成立于2019年。"
    assert not alike(text, ("2018", "甲成立于2018年"), ("2019", "乙成立于2019年"))
    text = "甲成立于2018年。乙成立于2018年3月。"
    assert not alike(text, ("2018", "甲成立于2018年"), ("2018-03", "乙成立于2018年3月"))


def test_two_times_from_one_printed_date_are_not_alike() -> None:
    """甲于2018年成立，乙亦然: printed once, so the text means one time."""
    text = "2018年，甲成立，乙亦然。"
    assert not alike(text, ("2018", "2018年，甲成立"), ("2018", "2018年，甲成立，乙亦然"))


def test_cited_times_are_alike_when_they_are_the_same() -> None:
    """Of a citation nothing else is known."""
    claims = [said(name, "foundedOn", "2018").claim for name in ("ant", "jd")]
    one, other = reading(None, *(Said(c, Evidence(c.id, PAGE)) for c in claims)).dated
    assert one.alike(other)


def test_claims_stand_in_the_order_of_the_text() -> None:
    """However their rows stand."""
    text = StoredText("乙成立于2013年。甲成立于2011年。")
    later = told(text, said("ant", "foundedOn", "2011"), "甲成立于2011年")
    first = told(text, said("jd", "foundedOn", "2013"), "乙成立于2013年")
    for rows in ((later, first), (first, later)):
        found = reading(text, *rows)
        names = [local_name(s.claim.subject) for s in found.facts("foundedOn")]
        assert names == ["jd", "ant"]


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.FACT])
def test_only_facts_tell_what_is(kind: Kind) -> None:
    """An opinion or a plan has dates, and tells of no founding."""
    text = StoredText("甲成立于2011年。")
    found = reading(text, told(text, said("ant", "foundedOn", "2011", kind=kind), text.text))
    assert found.facts("foundedOn") == []
    assert found.about(thing("ant")) == []
    assert len(found.dated) == 1


def test_a_figure_counts_for_the_time_as_of_which_it_was_measured() -> None:
    """Not for the time while it was set, and what flows over a period is of the whole of it."""
    text = StoredText("截至2018年用户3000万，2018年营收5亿，2018年上限5万。")
    rows = [
        told(text, figure("30000000", metric=USERS, as_of="2018"), "截至2018年用户3000万"),
        told(text, figure("5", metric=thing("sales"), as_of="2018", period="P1Y"), "2018年营收5亿"),
        told(text, figure("50000", metric=thing("limit"), start="2018"), "2018年上限5万"),
    ]
    (dated,) = reading(text, *rows).figures(thing("p2p"))
    assert (dated.said, dated.part) == (rows[0], Part.AS_OF)


def test_it_says_what_a_claim_says_in_both_languages() -> None:
    """With its times, and a label with a gap takes the value in."""
    text = StoredText("2014年起由甲控制。")
    held = told(text, said("ant", "controlledBy", "jack", start="2014"), text.text)
    (dated,) = reading(text, held).dated
    zh, en = reading(text, held).says(dated)
    assert ("自 2014 起" in zh, "from 2014" in en) == (True, True)
    assert "…" not in zh + en


def test_words_are_those_of_the_entities() -> None:
    """Not their ids."""
    named = Wording({thing("ant"): Text("蚂蚁", "Ant Group")}, schema())
    common = Common(named, properties())
    words = common.says(said("ant", "foundedOn", "2014").claim)
    assert words == Text("“蚂蚁成立于 2014”", "“Ant Group was founded on 2014”")
