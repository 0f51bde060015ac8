"""Faults of the catalogue: ids, classes, labels, aliases, broader concepts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.errors import Location, Severity
from finkg.vocabulary import BROADER
from finkg.workspace.problems import (
    AliasIsLabel,
    AliasWithRemark,
    BadId,
    BroaderCycle,
    DuplicateId,
    EmptyCell,
    MissingLabel,
    UnknownClass,
    UnknownEntity,
    WrongClass,
)
from finkg.workspace.reader import is_id

from .tiny import ENTITY_TABLE, FILES, PRESS, Tiny


@pytest.mark.parametrize("name", ["Ant", "蚂蚁", "9lives", "c-abc", "ant_group", "a", "x" * 65])
def test_an_id_is_readable_ascii(tiny: Tiny, name: str) -> None:
    """Lower-case letters, digits and hyphens; nothing that looks like a machine's id."""
    line = tiny.entity(id=name)
    assert tiny.found(BadId, name).where == Location(ENTITY_TABLE, line, 1)


@given(st.from_regex(r"[a-z][a-z0-9][a-z0-9-]{0,62}", fullmatch=True))
def test_what_the_hint_describes_is_an_id(name: str) -> None:
    """Whatever is spelled as the message says is accepted."""
    assert is_id(name)


@given(st.from_regex(r"[a-z]-[a-z0-9-]*", fullmatch=True))
def test_a_machines_id_is_no_ones(name: str) -> None:
    """c-, e-, q- and the like begin the ids that the program makes."""
    assert not is_id(name)


def test_an_id_is_used_once(tiny: Tiny) -> None:
    """The second of two rows with one id is told where the first stands."""
    line = tiny.entity(id="yuebao")
    problem = tiny.found(DuplicateId, "yuebao", f"{ENTITY_TABLE}:4")
    assert problem.where == Location(ENTITY_TABLE, line, 1)


def test_an_id_is_used_once_across_tables(tiny: Tiny) -> None:
    """So is one in another table of the folder."""
    tiny.write("entities/more.csv", FILES[ENTITY_TABLE].splitlines()[0] + "\n")
    line = tiny.row("entities/more.csv", id="ant", type="Company", label_zh="甲", label_en="A")
    assert tiny.found(DuplicateId, f"{ENTITY_TABLE}:2").where.line == line


@pytest.mark.parametrize(
    ("name", "first"), [("article", "sources/article/source.toml"), ("press-2015", PRESS)]
)
def test_an_entity_is_no_source(tiny: Tiny, name: str, first: str) -> None:
    """Sources and entities share one space of ids, since sources are things too."""
    tiny.entity(id=name)
    assert tiny.found(DuplicateId, first).where.file == ENTITY_TABLE


def test_an_entity_has_a_class(tiny: Tiny) -> None:
    """Without a class nothing could be said of it."""
    line = tiny.entity(id="another", type="")
    assert tiny.found(EmptyCell, "type").where == Location(ENTITY_TABLE, line, 2)


@pytest.mark.parametrize(
    ("cell", "found", "near"),
    [("Compny", "Compny", "Company"), ("Company|Prodct", "Prodct", "Product"), ("a b", "a b", "")],
)
def test_an_unknown_class_is_named_with_the_nearest(
    tiny: Tiny, cell: str, found: str, near: str
) -> None:
    """A class is one that the ontology has."""
    line = tiny.entity(id="another", type=cell)
    assert tiny.found(UnknownClass, found, near).where == Location(ENTITY_TABLE, line, 2)


@pytest.mark.parametrize(
    ("column", "place", "zh", "en"),
    [("label_zh", 3, "中文", "Chinese"), ("label_en", 4, "英文", "English")],
)
def test_both_languages_have_a_label(tiny: Tiny, column: str, place: int, zh: str, en: str) -> None:
    """Chinese and English are equals."""
    line = tiny.entity(id="another", **{column: ""})
    problem = tiny.found(MissingLabel, "another")
    assert problem.where == Location(ENTITY_TABLE, line, place)
    assert zh in problem.message("zh")
    assert en in problem.message("en")


@pytest.mark.parametrize("alias", ["老名 (旧)", "Former（old name, from memory）", "A (now B)"])
def test_an_alias_is_a_bare_name(tiny: Tiny, alias: str) -> None:
    """A remark in brackets would never be typed by anyone who looks the thing up."""
    line = tiny.entity(id="another", aliases=f"另家|{alias}")
    problem = tiny.found(AliasWithRemark, alias)
    assert problem.where == Location(ENTITY_TABLE, line, 5)
    assert problem.severity is Severity.WARNING


def test_brackets_may_be_part_of_a_name(tiny: Tiny) -> None:
    """Registered names of companies hold brackets."""
    tiny.entity(id="another", aliases="中国平安保险（集团）股份有限公司|Ping An (Group) Company")
    assert tiny.problems() == []


def test_an_alias_is_nobody_elses_label(tiny: Tiny) -> None:
    """One name for two things leads astray whoever looks for either."""
    line = tiny.entity(id="another", aliases="余额宝")
    problem = tiny.found(AliasIsLabel, "余额宝", "yuebao")
    assert problem.where == Location(ENTITY_TABLE, line, 5)
    assert problem.severity is Severity.WARNING


def test_a_broader_concept_is_known(tiny: Tiny) -> None:
    """The hierarchy of concepts is made of entities."""
    line = tiny.entity(id="another", type="Metric", broader="usrs")
    assert tiny.found(UnknownEntity, "usrs", "users").where == Location(ENTITY_TABLE, line, 6)


@pytest.mark.parametrize(("type_", "broader"), [("Company", "users"), ("Metric", "ant")])
def test_broader_joins_concepts(tiny: Tiny, type_: str, broader: str) -> None:
    """A company has no broader concept, and is none."""
    line = tiny.entity(id="another", type=type_, broader=broader)
    problem = tiny.found(WrongClass, "Company", "Concept")
    assert problem.where == Location(ENTITY_TABLE, line, 6)


def test_broader_concepts_make_no_circle(tiny: Tiny) -> None:
    """Nothing is broader than itself, at whatever remove."""
    line = tiny.entity(id="another", type="Metric", broader="users")
    tiny.change(ENTITY_TABLE, "用户数,Users,,", "用户数,Users,,another")
    circles = [p for p in tiny.problems() if isinstance(p, BroaderCycle)]
    assert [p.where.line for p in circles] == [6, line]
    assert "another" in circles[1].message("zh")


def test_broader_reaches_across_tables_and_lines(tiny: Tiny) -> None:
    """A concept may stand below one that is written later or elsewhere."""
    tiny.write("entities/aaa.csv", FILES[ENTITY_TABLE].splitlines()[0] + "\n")
    tiny.row("entities/aaa.csv", id="active", type="Metric", label_zh="活跃", label_en="Active",
             broader="users")  # fmt: skip
    whole = tiny.read()
    assert whole.problems == []
    assert whole.entities["active"].broader == (whole.entities["users"].iri,)


def test_broader_is_stated_by_the_editors(tiny: Tiny) -> None:
    """The hierarchy is a claim as any other, which rests on the editors and has its row."""
    line = tiny.entity(id="another", type="Metric", broader="users")
    whole = tiny.read()
    (row,) = (row for row in whole.rows if row.where == Location(ENTITY_TABLE, line))
    ends = (whole.entities["another"].iri, BROADER, whole.entities["users"].iri)
    assert row.claim.triple == ends
    assert row.evidence.source == whole.sources["editors"].id
