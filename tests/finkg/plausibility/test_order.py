"""Of two things that a text puts in order one came first, and their dates have to say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from .case import Case, tells

RULE = "ordered-events-dated-alike"
ENTITIES = {
    "sweep": "RegulatoryEvent",
    "filing": "RegulatoryEvent",
    "jia": "Company",
    "yi": "Company",
    "app": "FinancialProduct",
    "rules": "Regulation",
    "new-rules": "Regulation",
    "platforms": "Metric",
}
LANGUAGES = pytest.mark.parametrize("lang", ["zh", "en"])
#: What puts the two in order, and the two with their dates.
STORY = {
    "zh": ("整治先于备案", "整治发生于{}", "备案发生于{}"),
    "en": ("The sweep came before the filing", "The sweep was {}", "The filing was {}"),
}


def case(
    folder: Path,
    earlier: tuple[str, str],
    later: tuple[str, str],
    *,
    lang: str = "zh",
    order: str = "sweep precedes filing",
    properties: tuple[str, str] = ("occurredOn", "occurredOn"),
) -> Case:
    """Two things in order, each with its time and the words of its date."""
    own = Case(folder / "own", ENTITIES)
    told, *frames = STORY[lang]
    quotes = [
        frame.format(words) for frame, (_, words) in zip(frames, (earlier, later), strict=True)
    ]
    own.text("page", ". ".join((told, *quotes)) + ".", language=lang)
    own.says("page", order, quote=told)
    first, _, second = order.split()
    if "precedes" not in order:
        first, second = second, first
    for name, predicate, (time, _), quote in zip(
        (first, second), properties, (earlier, later), quotes, strict=True
    ):
        own.says("page", f"{name} {predicate} {time}", quote=quote)
    return own


@LANGUAGES
def test_ordered_events_of_one_printed_year_are_doubted(tmp_path: Path, lang: str) -> None:
    """Each prints the year for itself: one of the two is wrong. The order itself is sound."""
    words = {"zh": "2018年", "en": "in 2018"}[lang]
    own = case(tmp_path, ("2018", words), ("2018", words), lang=lang)
    assert own.doubted(RULE) == [
        "filing occurredOn 2018 (value)",
        "sweep occurredOn 2018 (value)",
    ]
    (told,) = own.explanations(RULE)
    assert tells(told, "sweep", "filing", "2018")


@pytest.mark.parametrize(
    ("order", "predicate"),
    [
        ("sweep precedes filing", "occurredOn"),
        ("filing follows sweep", "occurredOn"),
        ("sweep precedes filing", "startedOn"),
        ("yi predecessor jia", "foundedOn"),
        ("new-rules supersedes rules", "promulgatedOn"),
        ("new-rules repeals rules", "promulgatedOn"),
    ],
)
def test_order_is_told_by_several_properties(tmp_path: Path, order: str, predicate: str) -> None:
    """Events before events, companies after their predecessors, instruments after what they end."""
    for name, later, count in (("alike", "2018", 2), ("ordered", "2019", 0), ("turned", "2017", 2)):
        own = case(
            tmp_path / name,
            ("2018", "2018年"),
            (later, f"{later}年"),
            order=order,
            properties=(predicate, predicate),
        )
        assert len(own.doubted(RULE)) == count


@pytest.mark.parametrize(
    ("lang", "earlier", "later"),
    [
        ("zh", "2018年上半年", "2018年下半年"),
        ("zh", "2018年3月", "2018年5月"),
        ("zh", "2018年", "2018年底"),
        ("en", "in early 2018", "in late 2018"),
        ("en", "in March 2018", "in May 2018"),
    ],
)
def test_two_times_of_a_year_may_be_in_order(
    tmp_path: Path, lang: str, earlier: str, later: str
) -> None:
    """The claims have only the year, and the text says more."""
    own = case(tmp_path, ("2018", earlier), ("2018", later), lang=lang)
    assert own.doubted(RULE) == []


def test_what_is_printed_once_is_meant(tmp_path: Path) -> None:
    """2018年整治，同年备案: whoever says so knows that both were in one year."""
    own = Case(tmp_path / "own", ENTITIES)
    own.text("page", "2018年整治，同年备案。")
    own.says("page", "sweep occurredOn 2018", quote="2018年整治")
    own.says("page", "filing occurredOn 2018", quote="同年备案", context_quote="2018年整治")
    own.says("page", "sweep precedes filing", quote="2018年整治，同年备案")
    assert own.doubted(RULE) == []


@LANGUAGES
def test_dates_the_other_way_round_are_doubted(tmp_path: Path, lang: str) -> None:
    """What comes before ended by 2019 at the earliest, and what comes after began in 2018."""
    words = {"zh": ("2019年", "2018年"), "en": ("in 2019", "in 2018")}[lang]
    own = case(tmp_path, ("2019", words[0]), ("2018", words[1]), lang=lang)
    assert own.doubted(RULE) == [
        "filing occurredOn 2018 (value)",
        "sweep occurredOn 2019 (value)",
    ]
    (told,) = own.explanations(RULE)
    assert tells(told, "2019", "2018")


@pytest.mark.parametrize(
    ("earlier", "later"),
    [("2018", "2019"), ("2018", "2018-03"), ("2018-03", "2018"), ("2018-03", "2018-05")],
)
def test_times_that_may_be_in_order_are_sound(tmp_path: Path, earlier: str, later: str) -> None:
    """2018 and March 2018 may be in either order."""

    def printed(time: str) -> str:
        year, _, month = time.partition("-")
        return f"{year}年{int(month)}月" if month else f"{year}年"

    own = case(tmp_path, (earlier, printed(earlier)), (later, printed(later)))
    assert own.doubted(RULE) == []


def test_the_end_of_the_earlier_is_held_against_the_start_of_the_later(tmp_path: Path) -> None:
    """A phase that ends in 2019 is not before one that starts in 2018, and may be before 2019."""
    for start, count in (("2018", 2), ("2019", 0)):
        own = case(
            tmp_path / start,
            ("2019", "2019年"),
            (start, f"{start}年"),
            properties=("endedOn", "startedOn"),
        )
        assert len(own.doubted(RULE)) == count


def test_what_the_source_does_not_put_in_order_is_free(tmp_path: Path) -> None:
    """Two events of a year; an order that another source tells is no word of this one."""
    own = Case(tmp_path / "own", ENTITIES)
    own.source("other", "high")
    own.text("page", "整治发生于2018年。备案发生于2018年。")
    own.says("page", "sweep occurredOn 2018", quote="整治发生于2018年")
    own.says("page", "filing occurredOn 2018", quote="备案发生于2018年")
    own.says("other", "sweep precedes filing")
    assert own.doubted(RULE) == []


@pytest.mark.parametrize(("told_first", "count"), [(True, 2), (False, 0)])
def test_what_a_predecessor_launched_came_before_its_successor(
    tmp_path: Path, *, told_first: bool, count: int
) -> None:
    """So the text tells it first; what it tells later the predecessor may have launched later."""
    launch, founding = "甲公司2018年推出应用", "乙公司成立于2018年"
    own = Case(tmp_path / "own", ENTITIES)
    own.text("page", "。".join([launch, founding] if told_first else [founding, launch]) + "。")
    own.says("page", "yi predecessor jia", quote=founding)
    own.says("page", "jia offers app", quote=launch)
    own.says("page", "app launchedOn 2018", quote=launch)
    own.says("page", "yi foundedOn 2018", quote=founding)
    assert len(own.doubted(RULE)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("2018年整治。随后备案涉及甲。截至2018年，甲有平台500家。", 2),
        ("2018年整治。随后备案涉及甲。截至2019年，甲有平台500家。", 0),
        ("2018年整治。截至2018年，甲有平台500家。随后备案涉及甲。", 0),
    ],
)
def test_the_figures_of_the_time_after_are_not_of_the_year_before(
    tmp_path: Path, text: str, count: int
) -> None:
    """What the text tells of it behind its account of what followed, about whom that is."""
    own = Case(tmp_path / "own", ENTITIES)
    own.text("page", text)
    year = "2019" if "2019" in text else "2018"
    own.says("page", "sweep occurredOn 2018", quote="2018年整治")
    own.says("page", "sweep precedes filing", quote="随后备案涉及甲")
    own.says("page", "filing involves jia", quote="随后备案涉及甲")
    quote = f"截至{year}年，甲有平台500家"
    own.figure("page", "jia", "platforms", "500", unit="platform", as_of=year, quote=quote)
    assert len(own.doubted(RULE)) == count


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "整治始于2018年，次年即2018年备案"),
        ("zh", "整治始于2018年。第二年，2018年备案"),
        ("zh", "整治始于2018年，两年后的2018年备案"),
        ("zh", "整治始于2018年，3年之后，于2018年备案"),
        ("en", "The sweep began in 2018; the following year, in 2018, filing began"),
        ("en", "The sweep began in 2018 and three years later, in 2018, filing began"),
    ],
)
def test_words_for_a_later_year_between_two_of_one_year(
    tmp_path: Path, lang: str, text: str
) -> None:
    """次年 carries the story on, and the date that follows does not: either may be wrong."""
    own = worded(tmp_path, lang, text)
    assert own.doubted(RULE) == ["filing startedOn 2018 (value)", "sweep startedOn 2018 (value)"]
    (told,) = own.explanations(RULE)
    assert tells(told, "2018")
    cues = ("次年", "第二年", "两年后", "3年之后", "following year", "three years later")
    assert any(cue in told.zh and cue in told.en for cue in cues)


def worded(folder: Path, lang: str, text: str) -> Case:
    """Two beginnings, told in one sentence whose dates stand in its two halves."""
    own = Case(folder / "own", ENTITIES)
    own.text("page", text + ".", language=lang)
    first = text.index("2018") + len("2018年" if lang == "zh" else "2018")
    last = next(text[n:] for n in range(len(text) - 4, 0, -1) if text[n : n + 2] == "20")
    own.says("page", "sweep startedOn 2018", quote=text[:first])
    own.says("page", f"filing startedOn {last[:4]}", quote=last)
    return own


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "整治始于2018年，次年即2019年备案"),
        ("zh", "整治始于2018年，同年即2018年备案"),
        ("zh", "整治始于2018年，次年的事情另说，备案在2018年开始"),
        ("en", "The sweep began in 2018; the following year, in 2019, filing began"),
        ("en", "The sweep began in 2018, the same year; in 2018, filing began"),
        ("en", "The sweep began in 2018; the following year was calm. In 2018, filing began"),
    ],
)
def test_words_that_do_not_carry_on_to_the_date_say_nothing(
    tmp_path: Path, lang: str, text: str
) -> None:
    """A later year, the same year, or a word that belongs to something else."""
    assert worded(tmp_path, lang, text).doubted(RULE) == []
