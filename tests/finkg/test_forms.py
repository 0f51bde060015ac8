"""Names of keys and columns that know what they mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from finkg.errors import DefinitionProblem
from finkg.forms import Field, keys, needed, unknown
from finkg.header import Header

FIELDS = (
    Field("title", "标题", "title", needed=True),
    Field("recency.days", "天数", "days", default="365"),
    Field("columns.NAME.zh", "栏名", "heading"),
    Field("columns.NAME.hidden", "不显示", "hidden"),
)


def test_a_field_is_its_name() -> None:
    """It is compared, joined and looked up like any other name."""
    assert FIELDS[0] == "title"
    assert ",".join(FIELDS[:2]) == "title,recency.days"
    assert {"title": 1}[FIELDS[0]] == 1


def test_what_may_not_be_empty_is_told() -> None:
    """Only the fields that say so."""
    assert needed(FIELDS) == ("title",)


def test_keys_are_those_of_one_table() -> None:
    """At the top each table counts once; below it only what stands in it."""
    assert keys(FIELDS) == ("title", "recency", "columns")
    assert keys(FIELDS, "recency") == ("days",)
    assert keys(FIELDS, "title") == ()


def test_unknown_keys_are_found_at_any_depth() -> None:
    """A part in capitals is any name, and what a field takes may be a table of its own."""
    values = {
        "title": {"zh": "一", "en": "one"},
        "recency": {"days": 1, "weeks": 2},
        "columns": {"product": {"zh": "产品", "hiden": True}},
        "titel": "",
    }
    assert list(unknown(values, FIELDS)) == ["recency.weeks", "columns.product.hiden", "titel"]


def test_a_header_with_an_unknown_key_is_refused() -> None:
    """A misspelled key would silently do nothing; the nearest is offered, in both languages."""
    with pytest.raises(DefinitionProblem, match="did you mean “title”") as caught:
        Header(Path("question.rq"), '#+ titel = "x"\nSELECT * {}', FIELDS)
    assert "是否指“title”" in caught.value.message("zh")


def test_a_header_with_known_keys_is_read() -> None:
    """Its values are there as they stand."""
    header = Header(Path("question.rq"), '#+ title = { zh = "一", en = "one" }', FIELDS)
    assert header.text("title").en == "one"
