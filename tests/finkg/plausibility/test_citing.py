"""A law does not exist before it is drafted, signed or promulgated; nobody can cite it before."""

from __future__ import annotations

from pathlib import Path

import pytest

from .case import Case, tells

RULE = "cited-before-existing"
ENTITIES = {
    "sweep": "RegulatoryEvent",
    "crisis": "MarketEvent",
    "rules": "Regulation",
    "draft": "DraftInstrument",
    "council": "Regulator",
    "jia": "Company",
    "funds": "BusinessActivity",
}
BIRTH = "rules promulgatedOn 2015-07-18"


def case(folder: Path, tiers: tuple[str, str] = ("low", "low"), birth: str = BIRTH) -> Case:
    """A gazette in which an instrument appears, and a paper that tells of acts."""
    own = Case(folder / "own", ENTITIES)
    own.source("gazette", tiers[0], "2016")
    own.source("paper", tiers[1], "2016")
    own.says("gazette", birth)
    return own


@pytest.mark.parametrize("link", ["sweep implements rules", "sweep triggeredBy rules"])
@pytest.mark.parametrize("happened", ["occurredOn", "startedOn"])
def test_an_act_that_rests_on_what_was_yet_to_come_is_doubted(
    tmp_path: Path, link: str, happened: str
) -> None:
    """The act or the instrument is misdated; the tie between them is not what is doubted."""
    own = case(tmp_path)
    own.says("paper", link)
    own.says("paper", f"sweep {happened} 2014")
    assert own.doubted(RULE) == [
        "rules promulgatedOn 2015-07-18 (value)",
        f"sweep {happened} 2014 (value)",
    ]
    (words,) = own.explanations(RULE)
    assert tells(words, "sweep", "rules", "2014", "2015-07-18")


@pytest.mark.parametrize(
    ("lang", "text", "quotes"),
    [
        ("zh", "2014年开展整治。整治落实办法。", ("2014年开展整治", "整治落实办法")),
        (
            "en",
            "The sweep took place in 2014. It implemented the rules.",
            ("The sweep took place in 2014", "It implemented the rules"),
        ),
    ],
)
def test_of_a_text_as_of_a_citation(
    tmp_path: Path, lang: str, text: str, quotes: tuple[str, str]
) -> None:
    """In either language; a better source for the instrument leaves the act to doubt."""
    own = case(tmp_path, ("high", "low"))
    own.text("page", text, language=lang, published="2016")
    own.says("page", "sweep occurredOn 2014", quote=quotes[0])
    own.says("page", "sweep implements rules", quote=quotes[1])
    assert own.doubted(RULE) == ["sweep occurredOn 2014 (value)"]


@pytest.mark.parametrize("time", ["2015", "2015-07", "2015-07-18", "2016"])
def test_an_act_of_the_day_or_later_is_sound(tmp_path: Path, time: str) -> None:
    """2015 may be December 2015."""
    own = case(tmp_path)
    own.says("paper", "sweep implements rules")
    own.says("paper", f"sweep occurredOn {time}")
    assert own.doubted(RULE) == []


@pytest.mark.parametrize(
    ("tiers", "doubted"),
    [(("high", "low"), "sweep"), (("low", "high"), "rules"), (("medium", "medium"), "both")],
)
def test_the_worse_backed_date_is_doubted(
    tmp_path: Path, tiers: tuple[str, str], doubted: str
) -> None:
    """By tier; both where neither is better."""
    own = case(tmp_path, tiers)
    own.says("paper", "sweep implements rules")
    own.says("paper", "sweep occurredOn 2014")
    found = {statement.split()[0] for statement in own.doubted(RULE)}
    assert found == ({"sweep", "rules"} if doubted == "both" else {doubted})


def test_of_one_tier_the_more_sources_are_believed(tmp_path: Path) -> None:
    """Three independent sources for the instrument against one for the act."""
    own = case(tmp_path)
    for name in ("bulletin", "annals"):
        own.source(name, "low", "2016")
        own.says(name, BIRTH)
    own.says("paper", "sweep implements rules")
    own.says("paper", "sweep occurredOn 2014")
    assert own.doubted(RULE) == ["sweep occurredOn 2014 (value)"]


def test_an_effect_of_before_its_cause_existed_is_doubted(tmp_path: Path) -> None:
    """When it occurred is part of its record."""
    own = case(tmp_path, ("high", "low"))
    own.effect("paper", "jia", "rules", "2014")
    assert own.doubted(RULE) == ["jia rules limit (as_of)"]
    sound = case(tmp_path / "sound", ("high", "low"))
    sound.effect("paper", "jia", "rules", "2016")
    assert sound.doubted(RULE) == []


@pytest.mark.parametrize("before", ["rules draftPublishedOn 2014-01", "rules signedOn 2014-01"])
def test_a_draft_can_be_acted_upon(tmp_path: Path, before: str) -> None:
    """A document exists from the first of its times on."""
    own = case(tmp_path)
    own.says("gazette", before)
    own.says("paper", "sweep implements rules")
    own.says("paper", "sweep occurredOn 2014-06")
    assert own.doubted(RULE) == []


def test_what_an_event_rests_on_need_not_be_a_document(tmp_path: Path) -> None:
    """A crisis that triggered it, or the business in which it penalizes a breach, has no birth."""
    own = case(tmp_path)
    own.says("paper", "crisis occurredOn 2015")
    own.says("paper", "sweep triggeredBy crisis")
    own.says("paper", "sweep groundedIn funds")
    own.says("paper", "sweep occurredOn 2014")
    assert own.doubted(RULE) == []


def named_early(folder: Path, statement: str, published: str = "2014", **cells: str) -> list[str]:
    own = case(folder, ("high", "low"))
    own.source("old-paper", "low", published)
    own.says("old-paper", statement, **cells)
    return own.doubted(RULE)


@pytest.mark.parametrize(
    "statement",
    ["rules issuedBy council", "rules regulatesActivity funds", "sweep implements rules"],
)
def test_a_source_does_not_speak_of_what_is_yet_to_come(tmp_path: Path, statement: str) -> None:
    """A paper of 2014 can not know the rules of 2015, whichever end of the statement they are."""
    assert named_early(tmp_path, statement) == [f"{statement} (value)"]


def test_it_says_when_the_source_is_from(tmp_path: Path) -> None:
    """And since when the instrument exists, in both languages."""
    own = case(tmp_path, ("high", "low"))
    own.source("old-paper", "low", "2014-03-02")
    own.says("old-paper", "rules issuedBy council")
    (words,) = own.explanations(RULE)
    assert tells(words, "2014-03-02", "2015-07-18", "rules")


@pytest.mark.parametrize("published", ["2015", "2015-07", "2016", ""])
def test_a_source_that_may_be_younger_may_speak_of_it(tmp_path: Path, published: str) -> None:
    """So may one of which nobody knows when it was published."""
    assert named_early(tmp_path, "rules issuedBy council", published) == []


def test_one_source_of_which_no_day_is_known_is_enough(tmp_path: Path) -> None:
    """The statement need not rest on the old one."""
    own = case(tmp_path, ("high", "low"))
    own.source("old-paper", "low", "2014")
    own.source("undated", "low")
    for name in ("old-paper", "undated"):
        own.says(name, "rules issuedBy council")
    assert own.doubted(RULE) == []


def test_a_plan_whose_day_has_come_was_made_before(tmp_path: Path) -> None:
    """It counts as a fact from then on, and is no hindsight."""
    cells = {"kind": "plan", "valid_from": "2015-08"}
    assert named_early(tmp_path, "rules regulatesActivity funds", **cells) == []


def test_what_becomes_of_a_draft_is_said_with_hindsight(tmp_path: Path) -> None:
    """That it is a draft of the later rules is a tie which the editors make."""
    assert named_early(tmp_path, "draft draftOf rules") == []


@pytest.mark.parametrize("kind", ["plan", "forecast", "opinion"])
def test_rules_to_come_may_be_foretold(tmp_path: Path, kind: str) -> None:
    """A paper of 2014 may well say who is to issue them."""
    assert named_early(tmp_path, "rules issuedBy council", kind=kind) == []


def test_a_younger_source_may_say_the_same(tmp_path: Path) -> None:
    """If somebody who could know says so too, the statement does not rest on the old one."""
    own = case(tmp_path, ("high", "low"))
    own.source("old-paper", "low", "2014")
    for name in ("old-paper", "paper"):
        own.says(name, "rules issuedBy council")
    assert own.doubted(RULE) == []
