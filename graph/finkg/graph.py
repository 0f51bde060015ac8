"""The Python face of a graph: what every command does, as methods."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from finkg.analysing import Analysed
from finkg.build.cache import built
from finkg.catalogue.answer import Answer
from finkg.catalogue.catalogue import Catalogue
from finkg.evidence.scenario import Scenario, a_day
from finkg.explaining import Explained
from finkg.export.answers.writable import WritableAnswer
from finkg.exporting import Exported
from finkg.plotting import Plotted
from finkg.resources import packaged_workspace
from finkg.store.layers import Layer
from finkg.store.snapshot import Snapshot, is_snapshot
from finkg.store.view import Result, Solutions, runs_at_hand

if TYPE_CHECKING:
    from finkg.catalogue.card import Card
    from finkg.catalogue.disputes import DisputeCard
    from finkg.catalogue.proposals import Proposal
    from finkg.catalogue.question import Question
    from finkg.catalogue.source_health import SourceHealth
    from finkg.store.bounded import Bounded
    from finkg.understanding.understanding import Understanding
    from finkg.understanding.understood import Understood


def open_graph(graph: str | Path | None = None) -> KnowledgeGraph:
    """A snapshot, a workspace (built into the cache if need be), or the packaged graph."""
    if graph is None:
        return KnowledgeGraph(Snapshot(built(packaged_workspace())))
    path = Path(graph)
    if (path / "workspace.toml").is_file() and not is_snapshot(path):
        return KnowledgeGraph(Snapshot(built(path)))
    return KnowledgeGraph(Snapshot(path))


class KnowledgeGraph(Analysed, Explained, Exported, Plotted):
    """A graph opened for reading.

    >>> kg = finkg.open()
    >>> answer = kg.ask("products-of-company", company="微众银行")
    >>> [answer.text(product, "en") for product, provider in answer.rows]
    ['Weilidai', 'Weiyedai']
    """

    def as_of(self, day: str | date, *, possible: bool = False) -> KnowledgeGraph:
        """This graph as of a day, with what surely held on it; `possible` adds what may have.

        The plain view otherwise says what held at some time. Raises WrongDay.

        >>> then = kg.as_of("2012-12-31")
        >>> len(then.ask("products-of-company", company="ant-group"))
        0
        """
        return self._derived(self.scenario.on(a_day(day), possible=possible))

    def without(self, *sources: str) -> KnowledgeGraph:
        """This graph as it would be without some sources: computed anew, not filtered.

        Sources are named by id or title. Raises UnknownName, AmbiguousName.

        >>> alone = kg.without("internet-finance-cases")
        >>> [proof.value.value for proof in alone.why("yuebao", "launchedOn")]
        ['2013-06']
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

        >>> kg.ask("products-of-company", company="微众银行")
        <Answer of products-of-company company=微众银行: 2 rows of product, provider>
        >>> kg.ask("哪些产品受到蚂蚁集团整改的影响？").question
        'products-affected-by-regulation'
        >>> kg.ask("products-of-companies")
        Traceback (most recent call last):
        finkg.errors.UnknownName: There is no question named “products-of-companies”. ...
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

        >>> understood = kg.understand("哪些产品受到蚂蚁集团整改的影响？")
        >>> understood.question.name, understood.given
        ('products-affected-by-regulation', {'cause': 'https://w3id.org/finkg/id/ant-rectification'})
        """
        given = {key.replace("_", "-"): value for key, value in parameters.items()}
        return self._understanding.understood(words, given)

    @cached_property
    def _understanding(self) -> Understanding:
        from finkg.catalogue.ask import asked
        from finkg.environment import cache_folder
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

        >>> bool(kg.query("ASK { id:huabei a fk:FinancialProduct }"))
        True
        >>> kg.query("DELETE WHERE { ?s ?p ?o }")
        Traceback (most recent call last):
        finkg.errors.QueryRefused: Refused: DELETE at line 1, column 1 ...
        """
        opened = [Layer.named(name) for name in layers]
        if timeout is None and runs_at_hand(text):
            return self.snapshot.query(text, opened)
        from finkg.store.bounded import DEADLINE, bounded

        return bounded(self.snapshot.folder, text, opened, timeout or DEADLINE)

    def select(
        self, text: str, layers: Iterable[str] = (), *, timeout: float | None = None
    ) -> WritableAnswer:
        """The result of a SELECT query as an answer, with its variables for headings.

        >>> text = "SELECT ?product { ?product a fk:FinancialProduct } ORDER BY ?product LIMIT 2"
        >>> kg.select(text).to_pandas(labels="en")["product_label"].to_list()
        ['Alipay', 'Ant Fortune']
        """
        from finkg.catalogue.ask import answer_of

        names = [*layers]

        def answered(kg: KnowledgeGraph) -> Answer:
            result = kg.query(text, names, timeout=timeout)
            if not isinstance(result, Solutions):
                raise TypeError("not a SELECT query")
            return answer_of(result, kg.snapshot, kg.names)

        return self._marked(answered)

    def show(self, name: str) -> Card:
        """All that the graph says about an entity, with evidence, file and line.

        >>> card = kg.show("余额宝")
        >>> card.label.en, [kind.en for kind in card.types]
        ("Yu'e Bao", ['financial product', 'platform'])
        """
        from finkg.catalogue.card import card

        return card(self.snapshot, self.names, self.entity(name), self.day)

    def timeline(self, name: str | None = None) -> WritableAnswer:
        """What happened, in order: all dated statements, or those about an entity.

        >>> [column.name for column in kg.timeline("yuebao").columns]
        ['when', 'part', 'subject', 'property', 'value', 'standing', 'sources']
        """
        from finkg.catalogue.timeline import timeline

        about = self.entity(name) if name else None
        return WritableAnswer.of(timeline(self.snapshot, self.names, about))

    def disputes(self, name: str | None = None) -> list[DisputeCard]:
        """Statements that contradict each other, all or about an entity; open ones first.

        >>> [dispute.reason.en for dispute in kg.disputes("yuebao")]
        ['“2013-06” is preferred: its source is of a better tier (high, against low).']
        """
        from finkg.catalogue.disputes import disputes

        return disputes(self.snapshot, self.entity(name) if name else None)

    def proposals(self, name: str | None = None) -> list[Proposal]:
        """What would settle each doubt, all or those about an entity or of a source; nothing is
        applied.

        >>> [(proposal.claim.value.value, proposal.rank) for proposal in kg.proposals("yuebao")]
        [('2025', 'deprecated')]
        """
        from finkg.catalogue.proposals import proposals

        about = self.entity(name) if name else None
        return proposals(self.snapshot, self.wording, about)

    def source_health(self) -> list[SourceHealth]:
        """Of each source how many of its dates are doubted and where, and what better ones say.

        >>> from finkg.vocabulary import local_name
        >>> known = {local_name(health.source): health for health in kg.source_health()}
        >>> article = known["internet-finance-cases"]
        >>> len(article.doubtful), article.dated
        (10, 13)
        """
        from finkg.catalogue.source_health import healths

        return healths(self.snapshot)

    def source_text(self, name: str) -> str | None:
        """The stored text of a source by id or title; nothing for what is only cited.

        >>> "2025年推出余额宝" in kg.source_text("internet-finance-cases")
        True
        """
        from finkg.catalogue.source_text import source_text

        return source_text(self.snapshot, self.source(name))
