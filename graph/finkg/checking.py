"""What is wrong with a workspace: its tables and rules, and how it can be asked."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from pyoxigraph import QuerySolutions

from finkg.build.pipeline import check as check_tables
from finkg.catalogue.catalogue import Catalogue
from finkg.catalogue.question import Question
from finkg.errors import (
    DefinitionProblem,
    FinkgError,
    Location,
    Problem,
    QueryRefused,
    QuerySyntaxError,
    Text,
)
from finkg.graph import KnowledgeGraph, open_graph
from finkg.store.snapshot import is_snapshot
from finkg.understanding.faults import at

_NO_SELECT = Text("它不是 SELECT 查询", "it is no SELECT query")
_COLUMNS = Text(
    "[columns] 描述的是 {}，查询选出的是 {}",
    "[columns] describes {}, the query selects {}",
)


class AskingFault(Problem):
    """A question, or a file of ways to ask, that nobody can use as it is."""

    text = Text("{reason}。", "{reason}.")
    hint = Text("{remedy}", "{remedy}")
    reason: Text
    remedy: Text = Text("", "")


def check(folder: Path, scratch: Path) -> list[Problem]:
    """Every problem of a workspace; `scratch` is a folder that may be written and thrown away.

    A sound one stands there built. What the shapes say is asked only once the tables themselves are
    sound, and the questions only of a graph.
    """
    problems = check_tables(folder, scratch)
    if is_snapshot(scratch):
        problems += _asking(folder, open_graph(scratch))
    return problems


def _asking(folder: Path, kg: KnowledgeGraph) -> Iterator[Problem]:
    """What is wrong with the questions of a workspace and with the ways to ask that it knows."""
    sound = True
    for path in sorted((folder / "queries").glob("**/*.rq")):
        for problem in _of_question(path, kg):
            sound = False
            yield problem.at(_placed(problem.where, path, folder))
    if sound:
        # The ways to ask are read from all questions together.
        yield from _of_ways_to_ask(folder)


def _placed(where: Location, path: Path, folder: Path) -> Location:
    return Location(path.relative_to(folder).as_posix(), where.line, where.column)


def _of_question(path: Path, kg: KnowledgeGraph) -> Iterator[Problem]:
    """The first thing that is wrong with a question: with its header, else with its query."""
    question = Question(path)
    try:
        # Each is read when it is asked for.
        _ = question.title, question.description, question.evidence, question.counts
        _ = question.parameters, question.layers, question.answer, question.phrasings
        selected = _selected(question, kg)
        if question.analysis:
            question.refuse_solutions(selected)
        else:
            _compare([column.name for column in question.columns], selected, path)
    except DefinitionProblem as fault:
        yield _asking_fault(fault)
    except (QuerySyntaxError, QueryRefused) as fault:
        yield _asking_fault(at(fault, Location(path.name, fault.line, fault.column)))
    except FinkgError as fault:
        yield _asking_fault(at(fault, Location(path.name)))


def _compare(described: Collection[str], selected: Collection[str], path: Path) -> None:
    """Raises DefinitionProblem where the header describes other columns than the query has."""
    if {*described} == {*selected}:
        return
    only = [
        [f"?{n}" for n in one if n not in other]
        for one, other in (
            (described, selected),
            (selected, described),
        )
    ]
    told = [" ".join(names) or "—" for names in only]
    raise DefinitionProblem(Location(path.name), Text(*(t.format(*told) for t in _COLUMNS)))


def _selected(question: Question, kg: KnowledgeGraph) -> tuple[str, ...]:
    """The variables that the query selects. Raises QueryProblem, DefinitionProblem."""
    examples = {p.name: p.example for p in question.parameters.values() if p.required}
    result = kg.snapshot.query(question.with_values(examples), question.layers)
    if not isinstance(result, QuerySolutions):
        raise DefinitionProblem(Location(question.path.name), _NO_SELECT)
    return tuple(variable.value for variable in result.variables)


def _of_ways_to_ask(folder: Path) -> Iterator[Problem]:
    """What is wrong with phrasings.csv and words.toml: the first thing of each."""
    from finkg.understanding.examples import examples
    from finkg.understanding.lexicon import WORDS, Lexicon

    words = folder / "queries" / WORDS
    for read in (
        lambda: [*examples(Catalogue([folder]))],
        lambda: Lexicon(words) if words.is_file() else None,
    ):
        try:
            read()
        except DefinitionProblem as fault:
            yield _asking_fault(fault)


def _asking_fault(fault: DefinitionProblem) -> Problem:
    return AskingFault(fault.reason, fault.remedy).at(fault.where)
