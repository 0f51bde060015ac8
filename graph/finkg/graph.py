"""The Python face of a graph: what every command does, as methods."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from finkg.build.cache import built
from finkg.catalogue.answer import Answer
from finkg.catalogue.catalogue import Catalogue
from finkg.errors import Language
from finkg.evidence.scenario import Scenario, a_day
from finkg.explaining import Explained
from finkg.export.answers.writable import WritableAnswer
from finkg.resources import packaged_workspace
from finkg.store.layers import Layer
from finkg.store.snapshot import Snapshot, is_snapshot
from finkg.store.view import Result, Solutions, runs_at_hand

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from pyvis.network import Network
    from rdflib import Dataset

    from finkg.catalogue.card import Card
    from finkg.catalogue.disputes import DisputeCard
    from finkg.catalogue.proposals import Proposal
    from finkg.catalogue.question import Question
    from finkg.catalogue.source_health import SourceHealth
    from finkg.store.bounded import Bounded
    from finkg.understanding.understanding import Understanding
    from finkg.understanding.understood import Understood
    from finkg.view.scene import Scene


def open_graph(graph: str | Path | None = None) -> KnowledgeGraph:
    """A snapshot, a workspace (built into the cache if need be), or the packaged graph."""
    if graph is None:
        return KnowledgeGraph(Snapshot(built(packaged_workspace())))
    path = Path(graph)
    if (path / "workspace.toml").is_file() and not is_snapshot(path):
        return KnowledgeGraph(Snapshot(built(path)))
    return KnowledgeGraph(Snapshot(path))


class KnowledgeGraph(Explained):
    """A graph opened for reading."""

    def as_of(self, day: str | date, *, possible: bool = False) -> KnowledgeGraph:
        """This graph as of a day, with what surely held on it; `possible` adds what may have.

        The plain view otherwise says what held at some time. Raises WrongDay.
        """
        return self._derived(self.scenario.on(a_day(day), possible=possible))

    def without(self, *sources: str) -> KnowledgeGraph:
        """This graph as it would be without some sources: computed anew, not filtered.

        Sources are named by id or title. Raises UnknownName, AmbiguousName.
        """
        return self._derived(self.scenario.lacking(*map(self.source, sources)))

    def _derived(self, scenario: Scenario) -> KnowledgeGraph:
        from finkg.build.derive import derived

        if scenario.is_whole:
            return KnowledgeGraph(self._base)
        return KnowledgeGraph(derived(self._base, scenario), self._base, scenario)

    @cached_property
    def questions(self) -> Catalogue:
        """The questions that this graph can be asked by name."""
        return Catalogue(folder for folder, _ in self.snapshot.inputs)

    def ask(self, name: str, /, **parameters: str) -> WritableAnswer:
        """The answer of a named question, or of one in plain words, in Chinese or English.

        Parameters by name, entities by id, label or alias. The answer says which `question` was
        run and what it was `given`. Raises UnknownName, ParameterProblem, AmbiguousName;
        NotUnderstood, with the nearest questions, where the words leave it open what they ask.
        """
        from finkg.catalogue.ask import ask
        from finkg.understanding.understood import is_name

        given = {key.replace("_", "-"): value for key, value in parameters.items()}
        if is_name(name):
            question = self.questions.question(name)
        else:
            question, given, _ = self.understand(name, **given)
        return self._marked(lambda kg: ask(question, given, kg.snapshot, kg.names))

    def understand(self, words: str, /, **parameters: str) -> Understood:
        """The named question that plain words ask, and what they give it; nothing is run.

        Raises NotUnderstood with the nearest, AmbiguousName, MissingParameter.
        """
        given = {key.replace("_", "-"): value for key, value in parameters.items()}
        return self._understanding.understood(words, given)

    @cached_property
    def _understanding(self) -> Understanding:
        from finkg.build.cache import cache_folder
        from finkg.catalogue.ask import asked
        from finkg.understanding.understanding import Understanding

        def answers(question: Question, given: Mapping[str, str]) -> bool:
            _, rows = asked(question, given, self.snapshot, self.names)
            return any(True for _ in rows)

        folder = cache_folder() / "understanding"
        return Understanding(self.questions, self.names, self.day, answers, folder)

    def _marked(self, asked: Callable[[KnowledgeGraph], Answer]) -> WritableAnswer:
        """An answer, whose rows say whether they are sure if the graph has what possibly holds."""
        answer = asked(self)
        if not self.scenario.possible:
            return WritableAnswer.of(answer)
        from finkg.catalogue.possible import marked

        sure = asked(self._derived(replace(self.scenario, possible=False)))
        return WritableAnswer.of(marked(answer, sure))

    def query(
        self, text: str, layers: Iterable[str] = (), *, timeout: float | None = None
    ) -> Result | Bounded:
        """The result of a SPARQL query over the plain view; `layers` opens further ones.

        With a `timeout`, in seconds, it runs in a process of its own, which is ended by then; its
        rows come from there as they are found. So does a text that is long enough to bring the
        engine down, with a minute's time.

        Raises QuerySyntaxError, QueryRefused, UnknownLayer, QueryTimedOut, QueryDied; the last two
        also while the rows are read.
        """
        opened = [Layer.named(name) for name in layers]
        if timeout is None and runs_at_hand(text):
            return self.snapshot.query(text, opened)
        from finkg.store.bounded import DEADLINE, bounded

        return bounded(self.snapshot.folder, text, opened, timeout or DEADLINE)

    def select(
        self, text: str, layers: Iterable[str] = (), *, timeout: float | None = None
    ) -> WritableAnswer:
        """The result of a SELECT query as an answer, with its variables for headings."""
        from finkg.catalogue.ask import answer_of

        names = [*layers]

        def answered(kg: KnowledgeGraph) -> Answer:
            result = kg.query(text, names, timeout=timeout)
            if not isinstance(result, Solutions):
                raise TypeError("not a SELECT query")
            return answer_of(result, kg.snapshot, kg.names)

        return self._marked(answered)

    def show(self, name: str) -> Card:
        """All that the graph says about an entity, with evidence, file and line."""
        from finkg.catalogue.card import card

        return card(self.snapshot, self.names, self.entity(name), self.day)

    def timeline(self, name: str | None = None) -> WritableAnswer:
        """What happened, in order: all dated statements, or those about an entity."""
        from finkg.catalogue.timeline import timeline

        about = self.entity(name) if name else None
        return WritableAnswer.of(timeline(self.snapshot, self.names, about))

    def disputes(self, name: str | None = None) -> list[DisputeCard]:
        """Statements that contradict each other, all or about an entity; open ones first."""
        from finkg.catalogue.disputes import disputes

        return disputes(self.snapshot, self.entity(name) if name else None)

    def proposals(self, name: str | None = None) -> list[Proposal]:
        """What would settle each doubt, all or those about an entity or of a source; nothing is
        applied."""
        from finkg.catalogue.proposals import proposals

        about = self.entity(name) if name else None
        return proposals(self.snapshot, self.wording, about)

    def source_health(self) -> list[SourceHealth]:
        """Of each source how many of its dates are doubted and where, and what better ones say."""
        from finkg.catalogue.source_health import healths

        return healths(self.snapshot)

    def source_text(self, name: str) -> str | None:
        """The stored text of a source by id or title; nothing for what is only cited."""
        from finkg.catalogue.source_text import source_text

        return source_text(self.snapshot, self.source(name))

    def scene(self, focus: str | None = None) -> Scene:
        """The view-model of the interactive view."""
        from finkg.view.compose import compose
        from finkg.view.scope import scope_of

        day = str(self.snapshot.manifest["day"])
        chosen = self.entity(focus) if focus else None
        scope = scope_of(self.scenario, self._base)
        return compose(self.snapshot, self.names, self.title, day, chosen, scope)

    def view(self, path: str | Path, focus: str | None = None, lang: Language = "zh") -> Path:
        """Write the interactive view as one HTML file that needs no network."""
        from finkg.files import write_file
        from finkg.view.page import render

        return write_file(Path(path), render(self.scene(focus), lang).encode())

    def export(self, path: str | Path, syntax: str = "", layers: Iterable[str] = ()) -> Path:
        """Write the graph; the syntax is named, or told from the suffix.

        Raises UnknownFormat, UnknownLayer, NotWritable, DiskFull.
        """
        from finkg.export import rdf
        from finkg.files import write_file

        chosen = rdf.syntax(syntax, str(path))
        content = rdf.rdf(self.snapshot, chosen, [Layer.named(name) for name in layers])
        return write_file(Path(path), content)

    def to_rdflib(self) -> Dataset:
        """A real rdflib Dataset that reads this graph at Oxigraph's speed."""
        from finkg.export.objects import to_rdflib

        return to_rdflib(self.snapshot)

    def to_networkx(self) -> MultiDiGraph:
        """A MultiDiGraph of entities, one edge a statement of the plain view."""
        from finkg.export.objects import to_networkx

        return to_networkx(self.snapshot, self.names)

    def to_pyvis(self, focus: str | None = None) -> Network:
        """A real pyvis Network of the interactive view."""
        from finkg.view.page import to_pyvis

        return to_pyvis(self.scene(focus))
