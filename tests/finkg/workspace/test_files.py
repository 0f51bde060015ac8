"""Faults of whole files: encoding, CSV and TOML syntax, missing and unknown files."""

from __future__ import annotations

import pytest

from finkg.errors import Location, Severity
from finkg.workspace.problems import (
    BadCsv,
    BadToml,
    BadValue,
    EmptyWorkspace,
    HasNul,
    MissingFile,
    MissingKey,
    NotUtf8,
    TextAndRegister,
    TextChanged,
    UnknownFile,
    UnknownKey,
)

from .tiny import ARTICLE, CITATIONS, CLAIMS, ENTITY_TABLE, FILES, PRESS, TEXT, Tiny

SOURCE = f"{ARTICLE}/source.toml"


def test_gbk_is_recognised(tiny: Tiny) -> None:
    """The old Chinese encoding is named, with the first byte that gives it away."""
    tiny.write(ENTITY_TABLE, FILES[ENTITY_TABLE].encode("gb18030"))
    problem = tiny.found(NotUtf8, "GB18030", "iconv")
    byte = FILES[ENTITY_TABLE].encode("gb18030").index("蚂".encode("gb18030"))
    assert problem.byte == byte + 1
    assert problem.where == Location(ENTITY_TABLE, 2)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("path", [f"{PRESS}/holdings.csv", ENTITY_TABLE])
def test_utf_16_is_recognised(tiny: Tiny, encoding: str, path: str) -> None:
    """So is UTF-16, with its byte-order mark or without, in English and in Chinese."""
    tiny.write(path, tiny.text(path).encode(encoding))
    assert tiny.found(NotUtf8, "UTF-16").where.file == path


def test_a_picture_is_no_text(tiny: Tiny) -> None:
    """What is no text in any encoding is said to be none."""
    tiny.write(f"{ARTICLE}/text.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\xff\xff" * 3)
    problem = next(p for p in tiny.problems() if isinstance(p, NotUtf8))
    assert problem.encoding == ""
    assert "no text" in problem.advice("en")


def test_nul_is_refused(tiny: Tiny) -> None:
    """A byte 0 among good text is found with its byte and line."""
    tiny.change(CLAIMS, "founded in", "founded\0in")
    problem = tiny.found(HasNul, str(tiny.text(CLAIMS).encode().index(0) + 1))
    assert problem.where == Location(CLAIMS, 2)


def test_an_unclosed_quotation_mark_is_found(tiny: Tiny) -> None:
    """It swallows the rest of the file, and is told where it opens."""
    line = tiny.text(CLAIMS).count("\n") + 1
    tiny.write(CLAIMS, tiny.text(CLAIMS) + 'ant,offers,yuebao,"2013年6月推出余额宝,,,,,,,,\n')
    problem = tiny.found(BadCsv)
    assert problem.where == Location(CLAIMS, line)
    assert "引号没有成对" in problem.message("zh")
    assert "not closed" in problem.message("en")


def test_text_behind_a_quotation_mark_costs_one_row_only(tiny: Tiny) -> None:
    """A cell that goes on after its closing mark is reported, and the rows below are read."""
    tiny.write(CLAIMS, tiny.text(CLAIMS) + 'ant,offers,yuebao,"2013年"6月,,,,,,,,\n')
    below = tiny.claim()
    problem = tiny.found(BadCsv)
    assert problem.where == Location(CLAIMS, below - 1)
    assert "closing quotation mark" in problem.message("en")
    assert Location(CLAIMS, below) in {row.where for row in tiny.read().rows}


def test_a_huge_cell_is_found(tiny: Tiny) -> None:
    """A cell beyond any sense comes from a quotation mark that is not closed."""
    line = tiny.claim(note="x" * 200_000)
    assert tiny.found(BadCsv).where.line == line


def test_toml_faults_have_line_and_column(tiny: Tiny) -> None:
    """A slip in TOML is shown with the line that holds it."""
    tiny.change(SOURCE, 'reliability = "low"', "reliability = low")
    problem = tiny.found(BadToml, "reliability = low")
    assert problem.where == Location(SOURCE, 3, 15)


def test_toml_that_ends_too_early_has_its_last_line(tiny: Tiny) -> None:
    """So is one that only the end of the file reveals."""
    tiny.write(SOURCE, 'title = "a"\nnote = """never closed')
    assert tiny.found(BadToml, "never closed").where.line == 2


def test_an_unknown_key_is_named_with_the_nearest(tiny: Tiny) -> None:
    """A misspelled key would be silently without effect."""
    tiny.change(SOURCE, "title", 'publishr = "x"\ntitle')
    problem = tiny.found(UnknownKey, "publishr", "publisher")
    assert problem.where == Location(SOURCE, 1)


def test_a_missing_key_is_named(tiny: Tiny) -> None:
    """A source says when it was recorded."""
    tiny.change(SOURCE, 'recorded = "2026-01-01"\n', "")
    assert tiny.found(MissingKey, "recorded").where.file == SOURCE


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        (SOURCE, '"low"', '"lo"', "reliability"),
        (SOURCE, 'language = "zh"', 'language = "中文"', "language"),
        (SOURCE, "title", 'hold = "hash"\ntitle', "hold"),
        ("workspace.toml", "2026-01-01", "soon", "date"),
        ("workspace.toml", "date", 'base = "no iri"\ndate', "base"),
        ("workspace.toml", "date", 'base = "https://example.org/x"\ndate', "base"),
        ("workspace.toml", "date", 'base = "https://exa mple.org/"\ndate', "base"),
        ("workspace.toml", "date", 'extends = ["nowhere"]\ndate', "extends"),
        ("workspace.toml", "date", 'extends = ["."]\ndate', "extends"),
        ("workspace.toml", '[title]\nzh = "小图谱"\nen = "Small graph"', 'title = "x"', "title"),
    ],
)
def test_a_wrong_value_says_what_is_expected(
    tiny: Tiny, file: str, old: str, new: str, key: str
) -> None:
    """Each key takes what it takes, and stands on a line."""
    tiny.change(file, old, new)
    problem = tiny.found(BadValue, key)
    assert (problem.key, problem.where.file) == (key, file)
    assert problem.where.line > 0


def test_a_digest_is_64_hexadecimal_digits(tiny: Tiny) -> None:
    """A misspelled digest is said to be one, and the text differs from it."""
    tiny.change(SOURCE, 'sha256 = "', 'sha256 = "x')
    assert tiny.found(BadValue, "sha256").where == Location(SOURCE, 5)


def test_a_changed_text_is_noticed(tiny: Tiny) -> None:
    """A text is evidence only as long as its bytes are those that were registered."""
    tiny.write(f"{ARTICLE}/text.txt", TEXT + " ")
    problem = tiny.found(TextChanged)
    assert problem.where.file == f"{ARTICLE}/text.txt"
    assert problem.expected in problem.message("zh")
    assert problem.found in problem.message("en")


def test_a_missing_text_is_noticed(tiny: Tiny) -> None:
    """A source whose text is held has its text."""
    (tiny.folder / ARTICLE / "text.txt").unlink()
    assert tiny.found(MissingFile, "text.txt").where.file == f"{ARTICLE}/text.txt"


def test_a_folder_without_its_card_is_not_passed_over(tiny: Tiny) -> None:
    """Rows in a folder that says no source would be lost in silence."""
    tiny.write("sources/other/claims.csv", FILES[CLAIMS])
    assert tiny.found(MissingFile, "source.toml").where.file == "sources/other/source.toml"


def test_a_folder_is_a_text_or_a_register(tiny: Tiny) -> None:
    """Which of the two its tables belong to would be a guess."""
    tiny.write(f"{PRESS}/source.toml", FILES[SOURCE])
    assert tiny.found(TextAndRegister, "source.toml", "citations.csv").where.file == PRESS


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        (f"{ARTICLE}/claim.csv", "claims.csv"),
        ("judgement.csv", "judgements.csv"),
        ("entities/notes.txt", ""),
        ("sources/claims.csv", ""),
    ],
)
def test_a_file_that_is_not_read_is_named(tiny: Tiny, path: str, nearest: str) -> None:
    """A misspelled name silences nobody's rows; it is a warning, since notes may lie about."""
    tiny.write(path, "x\n")
    problem = tiny.found(UnknownFile, path.rpartition("/")[2], nearest)
    assert problem.where.file == path
    assert problem.severity is Severity.WARNING


def test_an_empty_workspace_is_a_violation(tiny: Tiny) -> None:
    """A graph that says nothing is a mistake, most likely of the folder."""
    for path in FILES:
        if path != "workspace.toml":
            (tiny.folder / path).unlink()
    (problem,) = tiny.problems()
    assert isinstance(problem, EmptyWorkspace)
    assert problem.severity is Severity.VIOLATION
    assert problem.advice("zh")
    assert problem.where.file == "workspace.toml"


def test_a_file_that_can_not_be_read_spoils_no_other(tiny: Tiny) -> None:
    """The other tables are still read, and their faults told."""
    tiny.write(CITATIONS, b"\xff\xff\xff")
    tiny.claim(property="offer")
    kinds = {type(p).__name__ for p in tiny.problems()}
    assert {"NotUtf8", "UnknownProperty"} <= kinds
