"""--as-of, --possible and --without on every command that shows a graph; disputes and timeline."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ..own import Own

if TYPE_CHECKING:
    from conftest import Ran, Run

OFFERED = "SELECT ?x { id:ant fk:offers ?x }"

pytestmark = pytest.mark.usefixtures("own_cache")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two products: one was closed in 2022, of the other nothing is heard since its launch."""
    entities = {
        "ant": "Company",
        "xianghubao": "FinancialProduct",
        "huabei": "FinancialProduct",
        "payment": "BusinessActivity",
        "measures": "Regulation",
    }
    own = Own(tmp_path_factory.mktemp("options") / "own", entities)
    for name, tier in (("gazette", "high"), ("gazette-2", "high"), ("page", "low")):
        own.source(name, tier)
    for product, day in (("xianghubao", "2018-10"), ("huabei", "2015-04")):
        own.says("gazette", f"ant offers {product}")
        own.says("gazette", f"{product} launchedOn {day}")
    own.says("gazette-2", "xianghubao closedOn 2022-01-28")
    own.says("gazette", "measures effectiveOn 2010-09-01")
    own.says("gazette", "measures repealedOn 2024-05-01")
    own.says("gazette", "measures regulatesActivity payment")
    own.says("gazette", "ant foundedOn 2014")
    own.says("page", "ant foundedOn 2025")
    own.says("page", "huabei closedOn 2023")
    own.says("page", "huabei closedOn 2024")
    return own.build().snapshot.path


def offered(ran: Ran) -> set[str]:
    assert (ran.code, ran.err) == (0, "")
    return {row["x"] for row in csv.DictReader(io.StringIO(ran.out))}


@pytest.mark.parametrize(
    ("options", "products"),
    [
        ((), {"xianghubao", "huabei"}),
        (("--as-of", "2020-12-31"), set()),
        (("--as-of", "2015-04-30"), {"huabei"}),
        (("--as-of", "2020-12-31", "--possible"), {"xianghubao", "huabei"}),
        (("--as-of", "2022-02-01", "--possible"), {"huabei"}),
        (("--as-of", "2022-02-01", "--possible", "--without", "gazette-2"),
         {"xianghubao", "huabei"}),
        (("--without", "gazette"), set()),
        (("--without", "page", "--without", "The gazette"), set()),
    ],
)  # fmt: skip
def test_a_query_answers_for_the_day_and_without_the_source(
    run: Run, graph: Path, options: tuple[str, ...], products: set[str]
) -> None:
    """Options stand before or after the command, and add up."""
    if options == ("--as-of", "2020-12-31"):
        # Closed later on a stated day: until then it surely was there.
        products = {"xianghubao"}
    assert offered(run("query", OFFERED, *options, graph=graph)) == products
    assert offered(run(*options, "query", OFFERED, graph=graph)) == products


def test_what_is_possible_is_marked(run: Run, graph: Path) -> None:
    """As a column of every table, in the language of the reader."""
    options = ("--as-of", "2021-01-01", "--possible")
    ran = run("query", OFFERED, *options, "--format", "json", graph=graph)
    rows = json.loads(ran.out)["rows"]
    holds = {row["x"]["id"]: row["holds"]["zh"] for row in rows}
    assert holds["xianghubao"] != holds["huabei"]
    asked = run("ask", "products-of-company", "--company", "ant", *options, graph=graph, lang="zh")
    rows_by = {r["product"]: r for r in csv.DictReader(io.StringIO(asked.out))}
    assert rows_by["xianghubao"]["holds"] == "Accepted"
    assert rows_by["huabei"]["holds"] == "TimeUnknown"
    assert rows_by["huabei"]["holds_label"] == holds["huabei"]


def test_a_question_answers_for_the_day(run: Run, graph: Path) -> None:
    """The same question, another day."""
    question = ("ask", "products-of-company", "--company", "ant")
    assert "xianghubao" in run(*question, "--as-of", "2020-12-31", graph=graph).out
    assert "xianghubao" not in run(*question, "--as-of", "2022-02-01", graph=graph).out


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        ("2020-01-01", "有效", "in force"),
        ("2025-01-01", "已废止", "repealed"),
    ],
)
def test_show_says_the_status_on_the_day(run: Run, graph: Path, day: str, zh: str, en: str) -> None:
    """An instrument is in force until it is repealed."""
    zh_card = run("show", "measures", "--as-of", day, graph=graph, lang="zh").out
    assert f"{day} 的状态：{zh}\n" in zh_card
    assert f"status on {day}: {en}" in run("show", "measures", "--as-of", day, graph=graph).out


@pytest.mark.parametrize("syntax", ["turtle", "ntriples", "rdfxml"])
def test_export_writes_what_holds_on_the_day(run: Run, graph: Path, syntax: str) -> None:
    """In every triple syntax."""
    offers = re.compile(r"offers\W+(id:|.*/id/)xianghubao")
    written = [
        run("export", "--format", syntax, "--as-of", day, graph=graph).out
        for day in ("2020-12-31", "2022-02-01")
    ]
    assert [bool(offers.search(text)) for text in written] == [True, False]


def test_the_view_draws_what_holds_on_the_day(run: Run, graph: Path, tmp_path: Path) -> None:
    """And says for which day it was made."""
    page = tmp_path / "page.html"
    ran = run("view", "--as-of", "2022-02-01", "-o", str(page), graph=graph)
    assert ran.code == 0
    text = page.read_text("utf-8")
    assert '"as_of":"2022-02-01"' in text
    assert "2022-02-01" not in run("view", "-o", "-", graph=graph).out


def test_why_proves_what_holds_on_the_day(run: Run, graph: Path) -> None:
    """A proof of a statement shows where it stands on the day."""
    statement = ("why", "ant", "offers", "xianghubao", "--format", "json")
    for day, standing in (("2020-12-31", "Accepted"), ("2022-02-01", "NotHolding")):
        (proof,) = json.loads(run(*statement, "--as-of", day, graph=graph).out)
        assert proof["standing"] == standing


def test_disputes_and_timeline_answer_for_the_scenario(run: Run, graph: Path) -> None:
    """Without one of the two sides there is no dispute; before an event it is not on the line."""
    assert "2025" in run("disputes", "ant", graph=graph).out
    assert run("disputes", "ant", "--without", "page", graph=graph).out == ""
    assert "closedOn" in run("timeline", "xianghubao", graph=graph).out
    early = run("timeline", "xianghubao", "--as-of", "2020-12-31", graph=graph).out
    assert "launchedOn" in early
    assert "closedOn" not in early


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_disputes_are_told_in_both_languages(run: Run, graph: Path, lang: str) -> None:
    """Settled and open, the preferred side marked, and how many there are."""
    ran = run("disputes", graph=graph, lang=lang)
    settled, undecided = {"zh": ("已决", "未决"), "en": ("settled", "open")}[lang]
    assert ran.out.index(undecided) < ran.out.index(settled)
    assert len(re.findall("✓", ran.out)) == 1
    assert re.findall(r"\d+", ran.err) == ["2", "1"]
    only = run("disputes", "--open", graph=graph, lang=lang)
    assert settled not in only.out.replace("unsettled", "")
    assert "2023" in only.out


def test_disputes_as_data(run: Run, graph: Path) -> None:
    """State, reason in both languages, the preferred side and every side with its evidence."""
    found = json.loads(run("disputes", "ant", "--format", "json", graph=graph).out)
    (dispute,) = found
    assert (dispute["state"], dispute["reason"].keys()) == ("settled", {"zh", "en"})
    assert dispute["preferred"]
    assert all(side["evidence"] for side in dispute["sides"])
    assert run("disputes", "--format", "csv", graph=graph).code == 2


@pytest.mark.parametrize("day", ["2020-02-30", "2020", "yesterday"])
@pytest.mark.parametrize(("lang", "words"), [("zh", "不是历法中的一天"), ("en", "is not a day")])
def test_a_wrong_day_is_wrong_use(run: Run, graph: Path, day: str, lang: str, words: str) -> None:
    """What was found, and how a day is written."""
    ran = run("query", OFFERED, "--as-of", day, graph=graph, lang=lang)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert f"“{day}”" in ran.err
    assert "2020-12-31" in ran.err


@pytest.mark.parametrize(("lang", "words"), [("zh", "须与"), ("en", "goes with")])
def test_what_is_possible_is_so_on_a_day(run: Run, graph: Path, lang: str, words: str) -> None:
    """--possible alone asks for nothing."""
    ran = run("query", OFFERED, "--possible", graph=graph, lang=lang)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert "--as-of" in ran.err


@pytest.mark.parametrize(("lang", "words"), [("zh", "没有名为"), ("en", "There is no source")])
@pytest.mark.parametrize(("name", "nearest"), [("gazete", "gazette"), ("pages", "page")])
def test_an_unknown_source_offers_the_nearest(
    run: Run, graph: Path, lang: str, words: str, name: str, nearest: str
) -> None:
    """Exit 1, and a name that would have worked."""
    ran = run("query", OFFERED, "--without", name, graph=graph, lang=lang)
    assert (ran.code, ran.out) == (1, "")
    assert words in ran.err
    assert name in ran.err
    assert nearest in ran.err.replace(name, "")


def test_an_entity_is_no_source(run: Run, graph: Path) -> None:
    """A company can not be left out as if it had said something."""
    ran = run("query", OFFERED, "--without", "ant", graph=graph)
    assert (ran.code, ran.out) == (1, "")
    assert "ant" in ran.err


def test_an_empty_day_is_no_whole_graph(run: Run, graph: Path) -> None:
    """Whoever gives a day and writes none meant something."""
    ran = run("query", OFFERED, "--as-of", "", graph=graph)
    assert ran.code == 2
