"""A workspace begins sound, and a text is stored as it was received."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.build.pipeline import check
from finkg.errors import NotFound, NotWritable, Text
from finkg.schema import Schema
from finkg.workspace.problems import BadId
from finkg.workspace.read import read_workspace
from finkg.workspace.scaffold import FolderNotEmpty, add, init
from finkg.workspace.storing import IdTaken, NotStored
from finkg.workspace.tables import ENTITIES, IDENTITIES, JUDGEMENTS, statement_columns
from finkg.workspace.template import toml_string

DAY = date(2026, 1, 2)
TEXT = "余额宝\n\n2013年6月,余额宝上线。\n"


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    init(tmp_path / "own", extends=(), day=DAY)
    return tmp_path / "own"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "Yu'e Bao (2013).txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.mark.parametrize("extends", [(), ("packaged",)])
def test_a_new_workspace_builds(tmp_path: Path, extends: tuple[str, ...]) -> None:
    """Alone or beside the packaged graph, it is sound from the first minute on."""
    init(tmp_path / "own", extends=extends, day=DAY)
    assert check(tmp_path / "own", tmp_path / "scratch") == []
    rows = read_workspace(tmp_path / "own", Schema()).rows
    assert sum(row.where.file.startswith("sources/example/") for row in rows) == 4


def test_title_and_day_are_written(tmp_path: Path) -> None:
    """Whatever signs a title holds."""
    title = Text('我的“图谱”\\"', "My {day} = 'graph'")
    init(tmp_path / "own", title, day=DAY)
    whole = read_workspace(tmp_path / "own", Schema())
    assert (whole.title, whole.day) == (title, DAY)


@given(st.text())
def test_any_words_are_a_toml_string(words: str) -> None:
    """What is written into a card is read back."""
    import tomllib

    assert tomllib.loads(f"key = {toml_string(words)}")["key"] == words


def test_both_languages_tell_how_to_go_on(begun: Path) -> None:
    """Each names the commands, and warns of opening a table by double click."""
    for name in ("README.md", "README.zh.md"):
        words = (begun / name).read_text("utf-8")
        for thing in ("finkg add", "finkg quote", "finkg check", "Jun-13"):
            assert thing in words, (name, thing)


def test_templates_have_the_tables_columns(begun: Path) -> None:
    """The headings that people begin with are the ones that are read."""
    for name, columns in (
        ("entities/example.csv", ENTITIES),
        ("judgements.csv", JUDGEMENTS),
        ("identities.csv", IDENTITIES),
        ("sources/example/claims.csv", statement_columns("claims.csv", register=False)),
        ("sources/example/observations.csv", statement_columns("observations.csv", register=False)),
    ):
        heading = (begun / name).read_text("utf-8").splitlines()[0]
        assert heading.split(",") == list(columns), name


def test_nothing_is_written_over(begun: Path) -> None:
    """A folder that holds something stays as it is."""
    (begun / "workspace.toml").write_text("mine", "utf-8")
    with pytest.raises(FolderNotEmpty, match="own"):
        init(begun)
    assert (begun / "workspace.toml").read_text("utf-8") == "mine"


def test_hidden_files_do_not_count(tmp_path: Path) -> None:
    """A folder under version control is as good as empty."""
    (tmp_path / ".git").mkdir()
    assert tmp_path / "workspace.toml" in init(tmp_path, extends=())


def test_a_file_is_no_place_for_a_workspace(tmp_path: Path) -> None:
    """Nor is a folder below one."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(FolderNotEmpty):
        init(tmp_path / "file")
    with pytest.raises(NotWritable, match="file"):
        init(tmp_path / "file" / "below")


def test_a_text_is_stored_byte_by_byte(begun: Path, article: Path) -> None:
    """Its card has its digest, title, language and day, and the workspace stays sound."""
    folder = add(begun, article, day=DAY)
    assert folder == begun / "sources" / "yu-e-bao-2013"
    assert (folder / "text.txt").read_bytes() == article.read_bytes()
    whole = read_workspace(begun, Schema())
    assert whole.problems == []
    source = whole.sources["yu-e-bao-2013"]
    assert (source.title, source.language, str(source.recorded)) == ("余额宝", "zh", "2026-01-02")
    assert source.sha256 == sha256(TEXT.encode()).hexdigest()
    assert (folder / "claims.csv").read_text("utf-8").count("\n") == 1


def test_what_is_known_of_a_text_may_be_said(begun: Path, tmp_path: Path) -> None:
    """Id, title and language are taken as given; a Chinese file name needs no id of its own."""
    for name, words in (("新闻.txt", "甲"), ("b.txt", "Long ago.\n")):
        (tmp_path / name).write_text(words, "utf-8")
    add(begun, tmp_path / "b.txt", "news", "News", language="en", day=DAY)
    folder = add(begun, tmp_path / "新闻.txt", day=DAY)
    assert folder.name.startswith("text-")
    source = read_workspace(begun, Schema()).sources["news"]
    assert (source.title, source.language) == ("News", "en")


def test_line_ends_and_marks_are_kept(begun: Path, tmp_path: Path) -> None:
    """Nothing is tidied: the text is evidence."""
    content = "\ufeff甲\r\n乙\r\n".encode()
    (tmp_path / "windows.txt").write_bytes(content)
    folder = add(begun, tmp_path / "windows.txt", day=DAY)
    assert (folder / "text.txt").read_bytes() == content
    whole = read_workspace(begun, Schema())
    assert whole.problems == []
    assert whole.texts[whole.sources["windows"].id].text == "甲\r\n乙\r\n"


@pytest.mark.parametrize(
    ("content", "zh", "en"),
    [
        (TEXT.encode("gb18030"), "iconv -f GB18030", "iconv -f GB18030"),
        (TEXT.encode("utf-16"), "iconv -f UTF-16", "iconv -f UTF-16"),
        (b"%PDF-1.7\xff\xfe\x00\x01\x02", "不是文本文件", "no text at all"),
        (b" \n", "文件是空的", "The file is empty"),
    ],
)
def test_what_is_no_utf_8_is_not_stored(
    begun: Path, tmp_path: Path, content: bytes, zh: str, en: str
) -> None:
    """Converting would change the bytes: people do it, and are told how."""
    (tmp_path / "x.txt").write_bytes(content)
    with pytest.raises(NotStored) as caught:
        add(begun, tmp_path / "x.txt")
    assert zh in caught.value.message("zh")
    assert en in caught.value.message("en")
    assert not (begun / "sources" / "x").exists()


def test_a_text_is_stored_once(begun: Path, article: Path) -> None:
    """The same bytes under another name would corroborate themselves."""
    add(begun, article, "first", day=DAY)
    with pytest.raises(NotStored, match="first"):
        add(begun, article, "second", day=DAY)


@pytest.mark.parametrize("name", ["example", "example-company"])
def test_an_id_is_free(begun: Path, article: Path, name: str) -> None:
    """Neither a source nor an entity has it."""
    with pytest.raises(IdTaken, match="example"):
        add(begun, article, name)


def test_an_id_is_well_spelled(begun: Path, article: Path) -> None:
    """It becomes the name of a folder."""
    with pytest.raises(BadId):
        add(begun, article, "../up")
    assert not (begun / "up").exists()


def test_what_is_not_there_is_not_found(begun: Path, article: Path, tmp_path: Path) -> None:
    """Neither a file nor a workspace is made up."""
    with pytest.raises(NotFound, match="nothing"):
        add(begun, tmp_path / "nothing.txt")
    with pytest.raises(NotFound, match=r"workspace\.toml"):
        add(tmp_path, article)
