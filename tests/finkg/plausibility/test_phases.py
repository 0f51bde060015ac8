"""In the year in which a phase ends the next one has no results yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from .case import Case, tells

RULE = "phase-end-in-next-phase"
ENTITIES = {"wild": "Phase", "orderly": "Phase", "jia": "Company", "platforms": "Metric"}
STORY = {
    "zh": ("野蛮生长止于2018年", "此后进入规范阶段", "规范阶段涉及甲", "截至{}，甲有平台500家"),
    "en": (
        "The wild phase ended in 2018",
        "It was followed by the orderly phase",
        "The orderly phase involved Jia",
        "As of {}, Jia had 500 platforms",
    ),
}


def case(
    folder: Path,
    *,
    lang: str = "zh",
    as_of: str = "2018",
    printed: str = "",
    order: tuple[int, ...] = (0, 1, 2, 3),
    then: str = "wild precedes orderly",
    link: str = "orderly involves jia",
    **figure: str,
) -> Case:
    """A phase that ends in 2018, the next, and a figure of whom that is about."""
    end, followed, about, count = STORY[lang]
    count = count.format(printed or {"zh": f"{as_of}年", "en": as_of}[lang])
    own = Case(folder / "own", ENTITIES)
    sentences = (end, followed, about, count)
    own.text("page", "".join(f"{sentences[n]}. " for n in order), language=lang)
    own.says("page", "wild endedOn 2018", quote=end)
    own.says("page", then, quote=followed)
    own.says("page", link, quote=about)
    cells = {"unit": "platform", "as_of": as_of, "quote": count, **figure}
    own.figure("page", "jia", "platforms", "500", **cells)
    return own


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("link", ["orderly involves jia", "orderly targets jia"])
def test_a_result_of_the_next_phase_in_the_year_of_the_end_is_doubted(
    tmp_path: Path, lang: str, link: str
) -> None:
    """The end and the figure: one of the two years is wrong."""
    own = case(tmp_path, lang=lang, link=link)
    assert own.doubted(RULE) == ["jia platforms 500 (as_of)", "wild endedOn 2018 (value)"]
    (words,) = own.explanations(RULE)
    assert tells(words, "wild", "jia", "500", "2018")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_result_of_the_year_after_is_sound(tmp_path: Path, lang: str) -> None:
    """The next phase has had a year."""
    assert case(tmp_path, lang=lang, as_of="2019").doubted(RULE) == []


@pytest.mark.parametrize(("lang", "printed"), [("zh", "2018年底"), ("en", "the end of 2018")])
def test_a_result_of_the_end_of_the_year_is_sound(tmp_path: Path, lang: str, printed: str) -> None:
    """The phase may have ended early in the year."""
    assert case(tmp_path, lang=lang, printed=printed).doubted(RULE) == []


@pytest.mark.parametrize("order", [(3, 0, 1, 2), (0, 3, 1, 2), (0, 1, 3, 2)])
@pytest.mark.parametrize("then", ["wild precedes orderly", "orderly follows wild"])
def test_a_figure_that_is_told_before_the_next_phase_is_of_the_first(
    tmp_path: Path, order: tuple[int, ...], then: str
) -> None:
    """With what it led to; that another phase followed is no account of that one yet."""
    assert case(tmp_path, order=order, then=then).doubted(RULE) == []
    assert case(tmp_path / "behind", then=then).doubted(RULE) != []


def test_a_figure_of_whom_the_next_phase_is_not_about_is_free(tmp_path: Path) -> None:
    """That the company came before the phase says nothing of what the phase is about."""
    assert case(tmp_path, link="wild involves jia").doubted(RULE) == []


def test_what_flows_over_the_year_is_of_the_whole_of_it(tmp_path: Path) -> None:
    """Turnover of 2018 is of both phases."""
    assert case(tmp_path, period="P1Y").doubted(RULE) == []


@pytest.mark.parametrize("kind", ["forecast", "plan"])
def test_a_forecast_is_no_result(tmp_path: Path, kind: str) -> None:
    """What the next phase is to bring may be set for any year."""
    assert case(tmp_path, kind=kind).doubted(RULE) == []


def test_without_order_there_is_no_next_phase(tmp_path: Path) -> None:
    """A phase, and another of which nobody says that it came after."""
    own = Case(tmp_path / "own", ENTITIES)
    own.text("page", "野蛮生长止于2018年。规范阶段涉及甲。截至2018年，甲有平台500家。")
    own.says("page", "wild endedOn 2018", quote="野蛮生长止于2018年")
    own.says("page", "orderly involves jia", quote="规范阶段涉及甲")
    cells = {"unit": "platform", "as_of": "2018", "quote": "截至2018年，甲有平台500家"}
    own.figure("page", "jia", "platforms", "500", **cells)
    assert own.doubted(RULE) == []
