"""%%sparql and %ask in a real IPython."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode

from finkg.errors import FinkgError, QueryProblem, UnknownLayer
from finkg.export.answers.writable import WritableAnswer
from finkg.graph import KnowledgeGraph
from finkg.vocabulary import ID

if TYPE_CHECKING:
    from .conftest import Run

TWO = "SELECT ?p { ?p fk:affectedBy id:ant-rectification } ORDER BY ?p LIMIT 2"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FINKG_LANG", "en")


def test_a_cell_is_a_query(shell: Run, kg: KnowledgeGraph) -> None:
    """SELECT gives the answer that `select` gives; prefixes are known."""
    answer = shell(f"%%sparql -g kg\n{TWO}").result
    assert isinstance(answer, WritableAnswer)
    assert answer.rows == kg.select(TWO).rows


def test_an_answer_is_kept_in_a_variable(shell: Run, kg: KnowledgeGraph) -> None:
    """`name <<` shows nothing; options stand on either side of it."""
    assert shell(f"%%sparql -g kg found << --lang zh\n{TWO}").result is None
    answer = shell("found").result
    assert answer.rows == kg.select(TWO).rows
    assert answer.shown_in == "zh"


def test_yes_or_no_and_triples(shell: Run) -> None:
    """ASK is a truth value, CONSTRUCT an answer of subject, predicate and object."""
    assert shell("%%sparql -g kg\nASK { id:huabei ?p ?o }").result is True
    text = "CONSTRUCT { id:huabei a ?c } WHERE { id:huabei a ?c }"
    answer = shell(f"%%sparql -g kg\n{text}").result
    assert [column.name for column in answer.columns] == ["subject", "predicate", "object"]
    assert {row[0] for row in answer.rows} == {NamedNode(f"{ID}huabei")}


def test_layers_are_opened_by_name(shell: Run) -> None:
    """Doubtful claims are seen when they are asked for, and not otherwise."""
    count = "SELECT (COUNT(*) AS ?n) { GRAPH layer:doubtful { ?s ?p ?o } }"
    (closed,), (opened,) = (
        shell(f"%%sparql -g kg {option}\n{count}").result.rows[0]
        for option in ("", "--layer doubtful")
    )
    assert closed.value == "0"
    assert int(opened.value) > 0


def test_the_packaged_graph_is_asked_by_default(
    shell: Run, kg: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is opened once."""
    opened: list[KnowledgeGraph] = []

    def open_graph() -> KnowledgeGraph:
        opened.append(kg)
        return kg

    monkeypatch.setattr("finkg.notebook.magics.open_graph", open_graph)
    for _ in range(2):
        assert len(shell(f"%%sparql\n{TWO}").result) == 2
    assert opened == [kg]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_wrong_query_shows_its_place(
    shell: Run, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    """The sentence, the line and a caret; no traceback."""
    capsys.readouterr()
    found = shell(f"%%sparql -g kg --lang {lang}\nSELECT ?p {{\n  ?p ?q }} }}").error_in_exec
    assert isinstance(found.__cause__, QueryProblem)
    told = "".join(capsys.readouterr())
    message = found.__cause__.message(lang)
    assert told.splitlines()[0] == message
    line, caret = told.splitlines()[1:3]
    assert line == "  ?p ?q } }"
    assert caret.strip() == "^"
    assert "Traceback" not in told


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("%%sparql -g nothing\nASK {}", "“nothing” is no graph"),
        ("%%sparql -g kg found\nASK {}", "“found” is not understood"),
        ("%%sparql -g kg <<\nASK {}", "“<<” is not understood"),
        ("%%sparql -g kg --layers truth\nASK {}", "Did you mean: layer"),
        ("%%sparql -g kg --layer\nASK {}", "“--layer” should be an option with a value"),
        ("%%sparql -g kg --layer claim\nASK {}", "Did you mean: claims"),
        ("%%sparql -g kg --timeout soon\nASK {}", "a number of seconds"),
        ("%%sparql -g kg --timeout -1\nASK {}", "a number of seconds"),
        ("%%sparql -g kg --lang fr\nASK {}", "zh or en"),
        ("%%sparql -g kg --lang 'en\nASK {}", "an option with a value"),
        ("%ask products-of-company -g kg --company nobody", "no entity named “nobody”"),
        ("%ask products-of-company -g kg --firm a", "has no parameter “firm”"),
        ("%ask -g kg what is the weather like on the moon", "nearest"),
    ],
)
def test_wrong_use_is_said_in_a_sentence(
    shell: Run, capsys: pytest.CaptureFixture[str], cell: str, said: str
) -> None:
    """What was wrong, and what would be right; the cell fails, so that a run of all stops."""
    capsys.readouterr()
    result = shell(cell)
    assert not result.success
    assert isinstance(result.error_in_exec.__cause__, FinkgError)
    told = "".join(capsys.readouterr())
    assert said in told
    assert "Traceback" not in told


def test_messages_speak_the_language_that_is_asked_for(shell: Run) -> None:
    """Also where it is asked for on the line that is wrong."""
    found = shell("%%sparql -g kg --lang zh --layer claim\nASK {}").error_in_exec
    assert isinstance(found.__cause__, UnknownLayer)
    assert found.__cause__.message("zh") in str(found)


def test_a_query_ends_at_its_deadline(shell: Run) -> None:
    """Whatever it asks."""
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    found = shell(f"%%sparql -g kg --timeout 0.05\n{endless}").error_in_exec
    assert type(found.__cause__).__name__ == "QueryTimedOut"


def test_what_possibly_holds_is_marked(shell: Run, own_cache: None) -> None:
    """As `select` marks it."""
    shell("then = kg.as_of('2015-01-01', possible=True)")
    text = "SELECT ?p { ?c fk:offers ?p }"
    answer = shell(f"%%sparql -g then\n{text}").result
    assert answer.columns[-1].name == "holds"


def test_a_named_question_takes_its_parameters(shell: Run, kg: KnowledgeGraph) -> None:
    """As keywords do in Python."""
    answer = shell("%ask products-of-company -g kg --company 蚂蚁集团 --lang zh").result
    assert answer.rows == kg.ask("products-of-company", company="蚂蚁集团").rows
    assert answer.shown_in == "zh"


@pytest.mark.parametrize(
    "cell",
    [
        "%ask -g kg 哪些产品受到蚂蚁集团整改的影响？",
        "%ask 哪些产品受到蚂蚁集团整改的影响？ -g kg",
        "%%ask -g kg\n哪些产品受到\n蚂蚁集团整改的影响?",
    ],
)
def test_a_question_in_plain_words(shell: Run, own_cache: None, cell: str) -> None:
    """On the line or below it; the answer says what was asked."""
    answer = shell(cell).result
    assert answer.question == "products-affected-by-regulation"
    assert answer.given == {"cause": f"{ID}ant-rectification"}
