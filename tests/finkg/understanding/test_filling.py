"""What a text gives to the parameters of a question, and what it leaves open."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from finkg.understanding.filling import AT_MOST, Filled, Filler
from finkg.understanding.linking import Linker
from finkg.understanding.reading import Reader
from finkg.understanding.roles import Roles
from finkg.vocabulary import local_name

from .small import question

TODAY = date(2026, 1, 1)
FOUNDED = ("founder entity Organization", "company entity Organization")


class Case:
    """A question, and texts that fill it."""

    def __init__(self, reader: Reader, linker: Linker, folder: Path) -> None:
        self._reader, self._folder = reader, folder
        self._filler = Filler(linker, TODAY)
        self._roles = Roles()
        self.likely: dict[str, float] = {}

    def learn(self, *examples: str) -> None:
        for example in examples:
            self._roles.learn(self._reader.example(example))

    def filled(self, text: str, *parameters: str) -> Filled:
        asked = question(self._folder, *parameters)
        said = self._filler.said(self._reader.parts(text))
        return self._filler.filled(asked, said, self._roles, self.likely)


@pytest.fixture
def case(reader: Reader, linker: Linker, folder: Path) -> Case:
    return Case(reader, linker, folder)


def links(filled: Filled) -> dict[str, list[str]]:
    return {name: [*map(local_name, link.entities)] for name, link in filled.links.items()}


def test_a_name_goes_where_its_class_fits(case: Case) -> None:
    """支付宝 is a product and a company; a question takes what it asks about."""
    assert links(case.filled("支付宝", "product entity Product")) == {"product": ["alipay"]}
    assert links(case.filled("支付宝", "company entity Organization")) == {"company": ["alipay-co"]}
    assert links(case.filled("huabei", "regulation entity Regulation")) == {}


def test_any_entity_will_do_where_no_class_is_asked(case: Case) -> None:
    """A parameter without classes takes a name of any."""
    assert links(case.filled("花呗", "thing entity")) == {"thing": ["huabei"]}


def test_a_name_of_two_keeps_both(case: Case) -> None:
    """Nothing is chosen here between things of one name and one class."""
    filled = case.filled("金库", "company entity Organization")
    assert {*links(filled)["company"]} == {"gold-a", "gold-b"}


def test_what_is_needed_and_not_said_is_missing(case: Case) -> None:
    """A parameter that may be left out is not."""
    filled = case.filled("谁", "company entity Organization required", "on date required", "x text")
    assert filled.missing == ("company", "on")
    assert case.filled("Ant 2020", "company entity Organization required", "on date").missing == ()


def test_a_name_that_nothing_takes_is_unused(case: Case) -> None:
    """It was said for some reason, so the question is the less likely one."""
    filled = case.filled("Ant 花呗", "company entity Organization")
    assert filled.unused == ("花呗",)


def test_a_word_that_is_also_a_name_fills_only_what_is_needed(case: Case) -> None:
    """数据 is a value where the question needs one; else it is the word, and not unused either."""
    assert links(case.filled("数据", "topic entity Concept required")) == {"topic": ["data"]}
    optional = case.filled("数据", "topic entity Concept")
    assert (links(optional), optional.unused) == ({}, ())


def test_two_names_go_by_their_neighbours(case: Case) -> None:
    """One founds the other, in whatever order they stand."""
    case.learn("{founder}创办了{company}", "{company} was founded by {founder}")
    founded = {"founder": ["ant"], "company": ["ant-bank"]}
    assert links(case.filled("蚂蚁集团创办了蚂蚁银行", *FOUNDED)) == founded
    assert links(case.filled("Ant Bank was founded by Ant", *FOUNDED)) == founded


def test_hardly_less_likely_ways_are_kept(case: Case) -> None:
    """Where the words tell nothing, each way to give both names is offered."""
    filled = case.filled("Ant, Ant Bank", *FOUNDED)
    ways = [links(filled), *({n: [*map(local_name, v.entities)] for n, v in other.items()}
                             for other in filled.others)]  # fmt: skip
    assert sorted(way["founder"] for way in ways) == [["ant"], ["ant-bank"]]


def test_no_parameter_takes_two_names(case: Case) -> None:
    """The second is unused."""
    filled = case.filled("Ant, Ant Bank", "company entity Organization")
    assert len(filled.links) == len(filled.unused) == 1


def test_days_are_given_in_their_order(case: Case) -> None:
    """The first to the first parameter that takes a day."""
    filled = case.filled("2019年3月到2020-01-05", "from date", "to date required")
    assert filled.days == {"from": date(2019, 3, 31), "to": date(2020, 1, 5)}
    assert not filled.has_idle_day


def test_a_day_that_nothing_takes_is_idle(case: Case) -> None:
    """As with a name that is not used."""
    assert case.filled("2020", "company entity").has_idle_day
    assert case.filled("2019到2020", "on date").has_idle_day
    assert not case.filled("谁", "on date").has_idle_day


@pytest.mark.parametrize("word", ["today", "现在"])
def test_today_is_the_day_of_the_graph(case: Case, word: str) -> None:
    """If the question takes a day and no other is named; else it is a mere word."""
    assert case.filled(word, "on date").days == {"on": TODAY}
    assert case.filled(f"{word} 2020", "on date").days == {"on": date(2020, 12, 31)}
    assert not case.filled(word, "company entity").has_idle_day


def test_a_property_is_named_as_readers_spell_it(case: Case) -> None:
    """launchedOn is one; evidence is a word, and no question is asked about a property by it."""
    asked = ("property property required",)
    assert case.filled("花呗 launchedOn", *asked).properties == {"property": "launchedOn"}
    evidence = case.filled("花呗 evidence", *asked)
    assert (evidence.properties, evidence.missing) == ({}, ("property",))


def test_more_names_than_any_question_takes_are_let_be(case: Case) -> None:
    """The first are tried, so that a long list of names does not take for ever; all that are not
    used are told."""
    for number in (AT_MOST - 1, AT_MOST):
        filled = case.filled("花呗，" * number + "Ant", *FOUNDED)
        assert len(filled.links) == (number < AT_MOST)
        assert len(filled.links) + len(filled.unused) == number + 1


def test_the_words_as_a_whole_tell_which_is_given(case: Case) -> None:
    """Where the neighbours of a name leave it open, what the text makes likely is taken."""
    parameters = ("company entity Organization", "founder entity Organization")
    for given in ("company", "founder"):
        case.likely = {"company": -9.0, "founder": -9.0} | {given: -0.1}
        assert links(case.filled("Ant", *parameters)) == {given: ["ant"]}


def test_a_usual_value_fits_better(case: Case) -> None:
    """Banks and other organizations act: a bank goes there before it is acted on, another
    organization does not."""
    parameters = ("actor entity Bank,Organization", "target entity Organization")
    for name, entity, parameter in (("Gold Bank", "gold-bank", "actor"), ("Ant", "ant", "target")):
        filled = case.filled(name, *parameters)
        assert links(filled) == {parameter: [entity]}
    assert case.filled("Gold Bank", *parameters).links["actor"].usual == 1
    assert case.filled("Ant", parameters[0]).links["actor"].usual == -1
    assert case.filled("Ant", parameters[1]).links["target"].usual == 0
