"""The Python face of pictures: `kg.plot`, with one method a picture."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, Protocol

from finkg.errors import Language, Text
from finkg.opened import OpenedGraph
from finkg.vocabulary import local_name
from finkg.words import in_words

if TYPE_CHECKING:
    from datetime import date

    from pyoxigraph import NamedNode

    from finkg.catalogue.answer import Answer
    from finkg.catalogue.catalogue import Catalogue
    from finkg.evidence.scenario import Scenario
    from finkg.export.plots.figure import Plot
    from finkg.export.plots.sheet import Words
    from finkg.store.names import Names

#: How many rows are drawn unless it is said otherwise; the rest is counted in a note.
ROWS: Final = 200
COMPANIES: Final = 50
_EXPOSURE: Final = "companies-by-exposure"
_YEARS: Final = "regulatory-events-by-year"
_SOURCE: Final = Text(
    "来源：{graph}，{scope}。数据：finkg {command}",
    "Source: {graph}, {scope}. Data: finkg {command}",
)
_WHOLE: Final = Text("图谱日期 {day}", "graph of {day}")
_AS_OF: Final = Text("截至 {day}", "as of {day}")
_POSSIBLE: Final = Text("，连同可能成立的", ", with what may have held")
_WITHOUT: Final = Text("，不计来源 {sources}（{count}）", ", without {sources} ({count})")
#: How many sources that are left out are named.
_NAMED: Final = 8


class Answering(Protocol):
    """What pictures need of a graph."""

    @property
    def title(self) -> Text: ...
    @property
    def day(self) -> date: ...
    @property
    def questions(self) -> Catalogue: ...

    scenario: Scenario
    names: Names

    def entity(self, name: str) -> NamedNode: ...
    def timeline(self, name: str | None = None) -> Answer: ...
    def ask(self, name: str, /, **parameters: str) -> Answer: ...


class Plots:
    """Answers of a graph as pictures: matplotlib Figures, with `savefig` and axes as usual.

    Each says its source and the day of the graph, and in notes what it does not draw. They need
    the extra `plots`: without it each raises MissingPackage; NoFont where no font of the machine
    has the characters; NothingToDraw where there is no row.
    """

    def __init__(self, graph: Answering) -> None:
        self._graph = graph

    def timeline(
        self, entity: str | None = None, lang: Language = "zh", *, limit: int | None = ROWS
    ) -> Plot:
        """What happened, in order, as in `kg.timeline`: of all, or about an entity.

        A point is a day, a line through it the days on which the time may lie; what is doubtful,
        lost a dispute, or is not known to hold on the day looks different. At most `limit` rows,
        all with None.

        Raises UnknownName, AmbiguousName, MissingPackage, NoFont, NothingToDraw.
        """
        from finkg.export.plots import matplotlib_at_hand, unplaced

        with matplotlib_at_hand():
            from finkg.export.plots.timeline import timeline
        about = self._graph.entity(entity) if entity is not None else None
        answer = self._graph.timeline(entity)
        title, command = answer.title, "timeline"
        if about:
            name = self._graph.names.labels(about)
            title = Text(f"{title.zh}：{name.zh}", f"{title.en}: {name.en}")
            command += f" {local_name(about)}"
        notes = unplaced.beside_timeline(answer, about, lang)
        return timeline(answer, self._words(title, notes, command, lang), limit)

    def exposure(
        self, company: str | None = None, lang: Language = "zh", *, limit: int | None = COMPANIES
    ) -> Plot:
        """To how many regulations companies and groups are exposed through how many products, as
        the question companies-by-exposure answers; of all, or of one. At most `limit` of them.

        Raises UnknownName, AmbiguousName, MissingPackage, NoFont, NothingToDraw.
        """
        from finkg.export.plots import matplotlib_at_hand

        with matplotlib_at_hand():
            from finkg.export.plots.bars import exposure
        given = {"company": company} if company is not None else {}
        answer = self._graph.ask(_EXPOSURE, **given)
        return exposure(answer, self._asked(answer, [], lang), limit)

    def regulations_by_year(self, lang: Language = "zh") -> Plot:
        """Regulatory events and new legal instruments by year, as the question
        regulatory-events-by-year answers; which of them have no sure date stands below.

        Raises MissingPackage, NoFont, NothingToDraw.
        """
        from finkg.export.plots import matplotlib_at_hand, unplaced

        with matplotlib_at_hand():
            from finkg.export.plots.bars import years
        answer = self._graph.ask(_YEARS)
        return years(answer, self._asked(answer, unplaced.beside_years(answer, lang), lang))

    def _asked(self, answer: Answer, notes: list[str], lang: Language) -> Words:
        question = self._graph.questions.question(answer.question)
        command = " ".join(
            [f"ask {question.name}", *(f"--{key} {value}" for key, value in answer.given.items())]
        )
        described = question.description.in_language(lang)
        return self._words(answer.title, [*notes, described], command, lang)

    def _words(self, title: Text, notes: list[str], command: str, lang: Language) -> Words:
        from finkg.export.plots.sheet import Words

        told = {"graph": self._graph.title, "scope": self._scope(lang), "command": command}
        words = {key: in_words(value, lang) for key, value in told.items()}
        return Words(title, tuple(notes), _SOURCE.in_language(lang).format(**words), lang)

    def _scope(self, lang: Language) -> str:
        """The day of the graph, and what else is asked of it."""
        scenario = self._graph.scenario
        parts = [_AS_OF if scenario.as_of else _WHOLE]
        parts += [_POSSIBLE] if scenario.possible else []
        parts += [_WITHOUT] if scenario.without else []
        left_out = sorted(map(local_name, scenario.without))
        sources = in_words((*left_out[:_NAMED], *["…"][: len(left_out) > _NAMED]), lang)
        scope = "".join(part.in_language(lang) for part in parts)
        return scope.format(day=self._graph.day, count=len(left_out), sources=sources)


class Plotted(OpenedGraph):
    """A graph whose answers can be drawn."""

    @cached_property
    def plot(self: Answering) -> Plots:
        """Pictures of answers: `kg.plot.timeline()`, `.exposure()`, `.regulations_by_year()`."""
        return Plots(self)
