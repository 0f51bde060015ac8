"""Nothing ends before it begins, and nothing is measured, or held, before it exists."""

from __future__ import annotations

from pathlib import Path

import pytest

from .case import Case, tells

RULE = "impossible-interval"
ENTITIES = {
    "jia": "Company",
    "yi": "Company",
    "jack": "Person",
    "app": "FinancialProduct",
    "old-app": "FinancialProduct",
    "sweep": "RegulatoryEvent",
    "rules": "Regulation",
    "users": "Metric",
}
#: The two times of a thing, of which the first is never the later.
PAIRS = [
    ("jia", "foundedOn", "openedOn"),
    ("jia", "foundedOn", "dissolvedOn"),
    ("jia", "openedOn", "dissolvedOn"),
    ("app", "launchedOn", "closedOn"),
    ("sweep", "startedOn", "endedOn"),
    ("rules", "draftPublishedOn", "promulgatedOn"),
    ("rules", "signedOn", "effectiveOn"),
    ("rules", "promulgatedOn", "effectiveOn"),
    ("rules", "effectiveOn", "repealedOn"),
    ("rules", "effectiveOn", "fullyEffectiveOn"),
]


def case(folder: Path, tiers: tuple[str, str] = ("low", "low")) -> Case:
    own = Case(folder / "own", ENTITIES)
    for name, tier in zip(("one", "other"), tiers, strict=True):
        own.source(name, tier)
    return own


@pytest.mark.parametrize(("thing", "start", "end"), PAIRS)
@pytest.mark.parametrize(
    ("times", "doubted"),
    [
        (("2019", "2018"), True),
        (("2018-06", "2018-05-31"), True),
        (("2018", "2019"), False),
        (("2018", "2018"), False),
        (("2018", "2018-01-01"), False),
    ],
)
def test_the_times_of_a_thing_in_the_wrong_order_are_doubted(
    tmp_path: Path, thing: str, start: str, end: str, times: tuple[str, str], *, doubted: bool
) -> None:
    """If all days of the beginning come after those of the end; both, as neither is better."""
    own = case(tmp_path)
    own.says("one", f"{thing} {start} {times[0]}")
    own.says("other", f"{thing} {end} {times[1]}")
    both = sorted(f"{thing} {p} {t} (value)" for p, t in zip((start, end), times, strict=True))
    assert own.doubted(RULE) == (both if doubted else [])


@pytest.mark.parametrize(
    ("lang", "quotes"),
    [
        ("zh", ("甲公司成立于2019年", "甲公司2018年终止")),
        ("en", ("Jia was founded in 2019", "Jia was dissolved in 2018")),
    ],
)
def test_of_a_text_as_of_a_citation(tmp_path: Path, lang: str, quotes: tuple[str, str]) -> None:
    """The words tell both times, in both languages."""
    own = Case(tmp_path / "own", ENTITIES)
    own.text("page", f"{quotes[0]}. {quotes[1]}.", language=lang)
    own.says("page", "jia foundedOn 2019", quote=quotes[0])
    own.says("page", "jia dissolvedOn 2018", quote=quotes[1])
    assert own.doubted(RULE) == ["jia dissolvedOn 2018 (value)", "jia foundedOn 2019 (value)"]
    (words,) = own.explanations(RULE)
    assert tells(words, "jia", "2019", "2018")


def test_two_things_have_two_lives(tmp_path: Path) -> None:
    """The end of one company is nothing to the founding of another."""
    own = case(tmp_path)
    own.says("one", "jia foundedOn 2019")
    own.says("one", "yi dissolvedOn 2018")
    assert own.doubted(RULE) == []


@pytest.mark.parametrize(("tiers", "worse"), [(("high", "low"), "2018"), (("low", "high"), "2019")])
def test_the_worse_backed_time_is_doubted(
    tmp_path: Path, tiers: tuple[str, str], worse: str
) -> None:
    """The better source is believed, and the words are the same."""
    own = case(tmp_path, tiers)
    own.says("one", "jia foundedOn 2019")
    own.says("other", "jia dissolvedOn 2018")
    assert [worse in statement for statement in own.doubted(RULE)] == [True]


@pytest.mark.parametrize(
    ("statement", "other"),
    [
        ("jia foundedOn 2019", "jia foundedOn 2012"),
        ("jia dissolvedOn 2010", "jia dissolvedOn 2021"),
    ],
)
def test_who_lost_a_dispute_is_doubted_and_casts_no_doubt(
    tmp_path: Path, statement: str, other: str
) -> None:
    """The better source has another day, with which all is well: only the loser is impossible."""
    own = case(tmp_path, ("low", "high"))
    own.says("other", other)
    own.says("one", statement)
    own.says("one", "jia dissolvedOn 2018" if "founded" in statement else "jia foundedOn 2011")
    assert own.doubted(RULE) == [f"{statement} (value)"]


def test_what_its_own_text_makes_doubtful_is_doubted(tmp_path: Path) -> None:
    """Before a worse source is: a year that crowds out the others of a text is wrong already."""
    own = Case(tmp_path / "own", ENTITIES)
    own.source("blog", "low")
    own.text("page", "甲2025年成立。2025年一。2025年二。2025年三。2025年四。2011年。", "high")
    own.says("page", "jia foundedOn 2025", quote="甲2025年成立")
    own.says("blog", "jia dissolvedOn 2018")
    assert own.doubted(RULE) == ["jia foundedOn 2025 (value)"]


def test_a_time_that_was_judged_out_counts_no_longer(tmp_path: Path) -> None:
    """What people deprecate contradicts nothing."""
    own = case(tmp_path)
    own.says("one", "jia foundedOn 2019")
    own.says("other", "jia dissolvedOn 2018")
    own.judge("jia dissolvedOn 2018", "deprecated")
    assert own.doubted(RULE) == []


@pytest.mark.parametrize(("thing", "birth"), [("jia", "foundedOn"), ("app", "launchedOn")])
@pytest.mark.parametrize(("as_of", "doubted"), [("2012", True), ("2013", False), ("2014", False)])
def test_a_figure_of_before_the_beginning_is_doubted(
    tmp_path: Path, thing: str, birth: str, as_of: str, *, doubted: bool
) -> None:
    """Nobody uses what is not there yet; within the year of the beginning one may."""
    own = case(tmp_path, ("high", "low"))
    own.says("one", f"{thing} {birth} 2013-06")
    own.figure("other", thing, "users", "600", as_of=as_of)
    assert own.doubted(RULE) == ([f"{thing} users 600 (as_of)"] if doubted else [])


@pytest.mark.parametrize(
    ("cells", "part"),
    [
        ({"as_of": "2012"}, "as_of"),
        ({"valid_from": "2012"}, "valid_from"),
        ({"valid_from": "2014", "valid_to": "2015"}, ""),
    ],
)
def test_a_share_of_before_the_founding_is_doubted(
    tmp_path: Path, cells: dict[str, str], part: str
) -> None:
    """Of the organization in which it is held, by whomever."""
    own = case(tmp_path, ("high", "low"))
    own.says("one", "yi foundedOn 2013")
    own.says("one", "jia foundedOn 2018")
    share = {"organization": "yi", "holder": "jia", "mode": "equity", "percent": "30"}
    own.row("other", "holdings.csv", **share, **cells)
    assert own.doubted(RULE) == ([f"jia yi 30 ({part})"] if part else [])


@pytest.mark.parametrize(
    ("thing", "birth", "older"),
    [("jia", "foundedOn", "yi"), ("app", "launchedOn", "old-app")],
)
def test_what_a_predecessor_was_may_be_told_of_it(
    tmp_path: Path, thing: str, birth: str, older: str
) -> None:
    """Users of before the founding were those of what went before it."""
    own = case(tmp_path)
    own.says("one", f"{thing} {birth} 2013")
    own.says("one", f"{thing} predecessor {older}")
    own.figure("other", thing, "users", "600", as_of="2012")
    assert own.doubted(RULE) == []


def test_what_is_told_of_the_past_of_a_holder_is_free(tmp_path: Path) -> None:
    """A record is about its feature; a metric has no life."""
    own = case(tmp_path)
    own.says("one", "jia foundedOn 2013")
    own.says("one", "jia offers app")
    own.figure("other", "app", "users", "600", as_of="2012")
    assert own.doubted(RULE) == []


def test_a_share_that_ends_before_the_founding_is_doubted(tmp_path: Path) -> None:
    """Until 2012, of a company founded in 2013: on no day could it be held."""
    own = case(tmp_path)
    own.says("one", "yi foundedOn 2013")
    share = {"organization": "yi", "holder": "jia", "mode": "equity", "percent": "30"}
    own.row("one", "holdings.csv", **share, valid_to="2012")
    assert [a for a in own.assess().claims.values() if a.claim.record and a.flags]
