"""finkg search: hits as data, in the formats and languages of the other commands."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run


def rows(text: str) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(text))]


def test_each_hit_says_what_matched_and_how(run: Run) -> None:
    """Id, names in both languages, class, the text that matched, what that is, and how."""
    ran = run("search", "hb")
    first = rows(ran.out)[0]
    assert (ran.code, ran.err) == (0, "")
    expected = {
        "entity": "huabei", "zh": "花呗", "en": "Huabei", "class": "FinancialProduct",
        "matched": "花呗", "kind": "label", "match": "initials", "standing": "",
    }  # fmt: skip
    assert expected.items() <= first.items()


def test_both_languages_say_it(run: Run) -> None:
    """The same hits; what matched is told in the language that was asked for."""
    zh, en = (run("search", "mayi jituan", "--format", "table", lang=lang) for lang in ("zh", "en"))
    assert "拼音相同" in zh.out
    assert "Found by" in en.out
    codes = [
        [(r["entity"], r["match"]) for r in rows(run("search", "mayi", lang=lang).out)]
        for lang in ("zh", "en")
    ]
    assert codes[0] == codes[1]


def test_words_need_no_quoting(run: Run) -> None:
    """Several words are one text."""
    assert run("search", "ant", "grop").out == run("search", "ant grop").out


def test_a_limit(run: Run) -> None:
    """As many hits as were asked for, the best."""
    every = rows(run("search", "支付", "--limit", "50").out)
    assert rows(run("search", "支付", "--limit", "2").out) == every[:2]
    assert run("search", "支付", "--limit", "0").code == 2


@pytest.mark.parametrize(("lang", "said"), [("zh", "没有找到。\n"), ("en", "Nothing was found.\n")])
def test_nothing_found_is_an_answer(run: Run, lang: str, said: str) -> None:
    """Headings without rows on stdout, a sentence on stderr, and no error."""
    ran = run("search", "qqqqzzzz", lang=lang)
    assert (ran.code, ran.err, rows(ran.out)) == (0, said, [])


def test_a_quote_is_marked(run: Run) -> None:
    """A passage whose statement was not accepted says so, in JSON as in a table."""
    found = json.loads(run("search", "2025年推出余额宝", "--format", "json").out)
    marked = {row["entity"]["id"]: row["standing"] for row in found["rows"]}
    assert marked["yuebao"]["id"] == "Outranked"
    assert "outranked" in run("search", "2025年推出余额宝", "--format", "table").out
