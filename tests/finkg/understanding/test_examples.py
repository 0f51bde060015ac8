"""A catalogue's own ways to ask: whence they come, and what is wrong with those that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from finkg.catalogue.catalogue import Catalogue
from finkg.errors import DefinitionProblem
from finkg.understanding.examples import Example, examples

HEAD = "question,lang,text\n"
QUESTION = """\
#+ title = { zh = "谁是对手？", en = "Who is a rival?" }
#+ description = { zh = "对手公司。", en = "Rival firms." }
#+ phrasings = { zh = [], en = ["rivals of {%s}"] }
#+ [columns]
#+ x = { zh = "对手", en = "Rival" }
#+ [parameters.company]
#+ type = "entity"
#+ label = { zh = "公司", en = "company" }
SELECT ?x { VALUES ?company { id:huabei }
  VALUES ?company { id:huabei } # parameter: company
}
"""


@pytest.fixture
def queries(tmp_path: Path) -> Path:
    """The folder of questions of a workspace that has one, `rival-firms`."""
    folder = tmp_path / "queries"
    folder.mkdir()
    (folder / "rival-firms.rq").write_text(QUESTION % "company", "utf-8")
    return folder


def read(queries: Path, question: str = "rival-firms") -> list[Example]:
    found = examples(Catalogue([queries.parent]))
    return [example for example in found if example.question == question]


def test_a_header_gives_examples(queries: Path) -> None:
    """Its title counts most, its phrasings as they are, its description and labels least."""
    weights = {example.text: example.weight for example in read(queries)}
    title, phrasing = weights["Who is a rival?"], weights["rivals of {company}"]
    assert title > phrasing > weights["Rival firms."] > 0
    assert weights["谁是对手？"] == title
    assert weights["对手 , 公司"] == weights["Rival , company"] < phrasing


def test_a_workspace_has_phrasings_of_its_own(queries: Path) -> None:
    """For its own questions, for ours, and for what none answers; ours stay."""
    text = "rival-firms,en,Who feuds with {company}?\nfounded-by,zh,谁起了家\n,en,share price\n"
    (queries / "phrasings.csv").write_text(HEAD + text, "utf-8")
    assert Example("rival-firms", "Who feuds with {company}?") in read(queries)
    ours = [example.text for example in read(queries, "founded-by")]
    assert "谁起了家" in ours
    assert len(ours) > 10
    assert Example("", "share price") in read(queries, "")


def test_columns_may_stand_in_any_order(queries: Path) -> None:
    """And the file may begin with a byte-order mark, as spreadsheets write it."""
    text = "text,question,lang\nWho feuds?,rival-firms,en\n"
    (queries / "phrasings.csv").write_text(f"\ufeff{text}", "utf-8")
    assert Example("rival-firms", "Who feuds?") in read(queries)


@pytest.mark.parametrize(
    ("text", "line", "zh", "en"),
    [
        ("question,text\n", 1, "“lang”", "“lang”"),
        ("question;lang;text\n", 1, "分号", "semicolons"),
        (HEAD + "rival-firm,en,Who?\n", 2, "rival-firm", "rival-firm"),
        (HEAD + "rival-firms,en,Who?\nrival-firms,de,Wer?\n", 3, "“de”", "“de”"),
        (HEAD + "rival-firms,en,\n", 2, "不能为空", "may not be empty"),
        (HEAD + "rival-firms,en\n", 2, "3 格", "3 cells"),
        (HEAD + "rival-firms,en,of {rival}\n", 2, "company", "company"),
        (HEAD + "rival-firms,en,of {company\n", 2, "花括号", "braces"),
        (HEAD + "rival-firms,en,of company}\n", 2, "花括号", "braces"),
        (HEAD + "metrics,en,of {}\n", 2, "花括号", "braces"),
        (HEAD + ",en,share price of {company}\n", 2, "花括号", "braces"),
        (HEAD + 'rival-firms,en,"Who?\n', 2, "引号", "quotation mark"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    queries: Path, text: str, line: int, zh: str, en: str
) -> None:
    """File and line, and what was expected, in both languages."""
    (queries / "phrasings.csv").write_text(text, "utf-8")
    with pytest.raises(DefinitionProblem) as caught:
        read(queries)
    assert (caught.value.where.file, caught.value.where.line) == ("queries/phrasings.csv", line)
    assert zh in caught.value.message("zh")
    assert en in caught.value.message("en")


def test_an_unknown_question_offers_the_nearest(queries: Path) -> None:
    """As when it is asked by that name."""
    (queries / "phrasings.csv").write_text(f"{HEAD}rival-firm,en,Who?\n", "utf-8")
    with pytest.raises(DefinitionProblem) as caught:
        read(queries)
    assert all("rival-firms" in caught.value.advice(lang) for lang in ("zh", "en"))


def test_a_phrasing_of_a_header_has_blanks_of_its_question(queries: Path) -> None:
    """A misspelt one would be learnt as a word."""
    (queries / "rival-firms.rq").write_text(QUESTION % "compnay", "utf-8")
    with pytest.raises(DefinitionProblem, match=r"rival-firms\.rq"):
        read(queries)


def test_another_encoding_is_told(queries: Path) -> None:
    """With how to write the file anew."""
    content = f"{HEAD}rival-firms,zh,谁和谁是对手\n".encode("gb18030")
    (queries / "phrasings.csv").write_bytes(content)
    with pytest.raises(DefinitionProblem) as caught:
        read(queries)
    assert all("iconv" in caught.value.advice(lang) for lang in ("zh", "en"))
