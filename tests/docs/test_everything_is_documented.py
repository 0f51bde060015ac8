"""Whatever people can write, ask, set or call stands in the documents, with words.

The pages are written from the program, so they hold all that the program tells of itself. Here it
is looked up in the program's own text what there is: a key, a variable or a name that somebody
adds without a word fails, and so does a page from which something was taken.
"""

from __future__ import annotations

import ast
import gc
import inspect
import re
from enum import Enum
from pathlib import Path
from types import ModuleType

import pytest

import finkg
from finkg import environment
from finkg.catalogue.catalogue import Catalogue
from finkg.errors import FinkgError, Text
from finkg.forms import Field
from finkg.resources import code

ROOT = Path(__file__).resolve().parents[2]
#: What a text is expected to have in each language.
HAN = range(0x4E00, 0x9FFF)


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


@pytest.fixture(scope="module")
def settings(reference: ModuleType) -> ModuleType:
    import settings_page

    del reference
    return settings_page


@pytest.fixture(scope="module")
def names(reference: ModuleType) -> ModuleType:
    import python_page

    del reference
    return python_page


@pytest.fixture(scope="module")
def errors(reference: ModuleType) -> list[type[FinkgError]]:
    import errors_page

    del reference
    found: list[type[FinkgError]] = errors_page.all_errors()
    return found


def in_both(words: Text) -> bool:
    """Whether words are there in Chinese and in English."""
    chinese = any(ord(letter) in HAN for letter in words.zh)
    return chinese and bool(words.en.strip()) and not any(ord(c) in HAN for c in words.en)


# Settings


def test_every_setting_has_words_and_stands_on_the_page(settings: ModuleType) -> None:
    """Each key, column and variable is told in both languages, below the name of its file."""
    text = page("settings.md")
    missing = []
    for form in settings.FORMS:
        title = form.name if form.name == "environment" else f"`{form.name}`"
        part = text.partition(f"## {title}\n")[2].partition("\n## ")[0]
        told = [form.meaning.en in part, form.meaning.zh in part, in_both(form.meaning)]
        missing += [form.name] * (not all(told))
        missing += [f"{form.name} {f}" for f in form.fields if f"\n| `{f}` | " not in part]
        missing += [f"{form.name} {f}" for f in form.fields if not in_both(f.meaning)]
    assert missing == []


def test_every_field_that_the_program_defines_is_in_a_form(settings: ModuleType) -> None:
    """A key that is defined and listed nowhere could be written and never be looked up."""
    settings.settings_page("")
    defined = {thing for thing in gc.get_objects() if isinstance(thing, Field)}
    assert defined <= {field for form in settings.FORMS for field in form.fields}


def test_every_variable_of_the_environment_is_listed() -> None:
    """The environment is read in one place, by the names that are listed there."""
    reading = {
        path.name: [
            node
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Attribute) and node.attr in ("environ", "environb", "getenv")
        ]
        for path in code().rglob("*.py")
    }
    assert [name for name, found in reading.items() if found] == ["environment.py"]
    calls = [
        node
        for node in ast.walk(ast.parse(inspect.getsource(environment)))
        if isinstance(node, ast.Call)
    ]
    read = [ast.unparse(c.args[0]) for c in calls if ast.unparse(c.func) == "os.environ.get"]
    assert len(read) == len(reading["environment.py"])
    # One is read in a loop over several that are listed.
    listed = {name for name in read if getattr(environment, name, None) in environment.VARIABLES}
    assert {*read} - listed == {"variable"}


def test_every_table_of_the_packaged_graph_is_known(settings: ModuleType) -> None:
    """The headings that stand in our own files are the columns of the page."""
    columns = {str(field) for form in settings.FORMS for field in form.fields}
    for path in (ROOT / "graph").rglob("*.csv"):
        heading = path.read_text("utf-8-sig").partition("\n")[0].strip().split(",")
        assert {*heading} <= columns, path


# Names


def test_every_public_name_stands_on_the_page(names: ModuleType) -> None:
    """Functions, the graph, answers, and every type that these lead to, with their members."""
    text = page("python.md")
    public = [f"### `finkg.{name}`" for name in finkg.__all__ if name != "KnowledgeGraph"]
    missing = [heading for heading in public if heading not in text]
    for cls in [finkg.KnowledgeGraph, *names.types()]:
        title = f"{cls.__module__}.{cls.__name__}"
        heading = "## finkg.KnowledgeGraph\n" if cls is finkg.KnowledgeGraph else f"</a>{title}\n"
        part = text.partition(heading)[2].partition("</a>finkg.")[0]
        own = [f"# `{member.name}`\n" for member in names.members(cls)]
        own += [f"| `{field}` | " for field in names.fields_of(cls)]
        own += [f"`{member.value}`" for member in cls] if issubclass(cls, Enum) else []
        missing += [f"{title} {name}" for name in (heading, *own) if name not in heading + part]
    assert missing == []


def test_every_public_name_says_what_it_is(names: ModuleType) -> None:
    """No function, type, method or attribute goes without a docstring of its own."""
    silent = [name for name in finkg.__all__ if not inspect.getdoc(getattr(finkg, name))]
    for cls in [finkg.KnowledgeGraph, *names.types()]:
        told = vars(cls).get("__doc__") or ""
        # What a dataclass or a named tuple writes by itself says nothing.
        silent += [cls.__name__] * (not told or told.startswith(f"{cls.__name__}("))
        silent += [
            f"{cls.__module__}.{cls.__name__}.{member.name}"
            for member in names.members(cls)
            if not inspect.getdoc(names.function_of(member.thing))
        ]
    assert silent == []


def test_the_types_that_people_meet_are_among_them(names: ModuleType) -> None:
    """What the methods of a graph give is found through their annotations."""
    found = {cls.__name__ for cls in names.types()}
    met = {"Answer", "Card", "Proof", "WhyNot", "Difference", "DisputeCard", "Proposal", "Hit"}
    met |= {"SourceHealth", "Understood", "Scene", "Catalogue", "Question", "PlacedQuote"}
    assert met - found == set()


def test_links_to_types_lead_somewhere() -> None:
    """Every link within the page has its anchor, or a heading that makes one."""
    text = page("python.md")
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-") for words in headings}
    anchors |= {*re.findall(r'<a id="([^"]+)"', text)}
    links = {*re.findall(r"\]\(#([^)]+)\)", text)}
    assert links
    assert links - anchors == set()


def test_examples_are_shown_as_code() -> None:
    """No prompt of an example stands in the running text, where Markdown would fold it."""
    prose = re.sub(r"^```.*?^```$", "", page("python.md"), flags=re.MULTILINE | re.DOTALL)
    assert ">>>" in page("python.md")
    assert ">>>" not in prose


# Errors and questions


def test_every_error_stands_on_the_page(errors: list[type[FinkgError]]) -> None:
    """With its place in the tree, its facts, and its sentence in both languages."""
    text = page("errors.md")
    assert len(errors) > 50
    missing = []
    for error in errors:
        part = text.partition(f"### {error.__name__}")[2].partition("\n### ")[0]
        facts = [f"`{name}`" for name in error.fields if error.text is not FinkgError.text]
        said = [*error.text] if error.text is not FinkgError.text else []
        missing += [f"{error.__name__}: {x}" for x in (*facts, *said) if x not in part]
        missing += [error.__name__] * (not part)
    assert missing == []


def test_every_error_speaks_both_languages(errors: list[type[FinkgError]]) -> None:
    """An error says what was wrong, in its text or in a message of its own; a mere kind says what
    is alike."""
    mute = [
        error.__name__
        for error in errors
        if error.text is FinkgError.text and "message" not in vars(error) and not error.__doc__
    ]
    texts = [(error.__name__, words) for error in errors for words in (error.text, error.hint)]
    mute += [name for name, words in texts if any(words) and not all(words)]
    assert mute == []


def test_every_question_is_listed() -> None:
    """By name and in words of both languages, with its parameters."""
    text = (ROOT / "queries" / "README.md").read_text("utf-8")
    for question in Catalogue():
        (line,) = (row for row in text.splitlines() if row.startswith(f"| [`{question.name}`]"))
        assert in_both(question.title)
        assert question.title.en in line
        assert question.title.zh in line
        assert [p for p in question.parameters if f"`--{p}`" not in line] == []
        assert all(in_both(parameter.label) for parameter in question.parameters.values())
        assert all(in_both(column.label) for column in question.columns)
