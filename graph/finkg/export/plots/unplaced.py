"""What an answer by time leaves out, since the graph has no time for it: said, not dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import NamedNode

from finkg.catalogue.answer import Answer
from finkg.errors import Text

if TYPE_CHECKING:
    from finkg.store.names import Names
    from finkg.store.view import GraphView

#: How many are named before the rest is counted.
_NAMED: Final = 8
_EVENTS: Final = Text(
    "没有已知时间（计划不算）而未画出的事件和文件（{count}）：{names}",
    "Events and documents without a known time, a plan being none, not drawn ({count}): {names}",
)
_STATEMENTS: Final = Text(
    "另有 {count} 条与之有关的陈述未写明时间，或只是计划，未画出；finkg show 列出全部。",
    "{count} more statements about it state no time, or a plan, and are not drawn; finkg show "
    "lists all.",
)
_UNDATED: Final = Text(
    "没有已知时间而未计入（{count}）：{names}",
    "Not counted, since no time is known ({count}): {names}",
)
_UNSURE: Final = Text(
    "时间存疑或不明而未计入（{count}）：{names}",
    "Not counted, since their time is doubtful or unknown ({count}): {names}",
)
#: Events and documents of which no claim states a time; of what is yet to be, one does.
_TIMELESS = """
SELECT DISTINCT ?thing WHERE {{
  VALUES ?class {{ fk:Event fk:PolicyDocument }}
  ?thing a/rdfs:subClassOf* ?class .
  FILTER NOT EXISTS {{ GRAPH layer:claims {{
    ?claim fk:claimSubject ?thing ; fk:claimProperty ?dating ; fk:claimValue ?when ;
      fk:standing ?standing ; fk:earliest ?first .
    FILTER (DATATYPE(?when) IN (xsd:date, xsd:gYearMonth, xsd:gYear, edtf:EDTF))
    FILTER (?dating != fk:plannedFor)
    VALUES ?standing {{ fk:Accepted fk:Doubtful fk:Outranked fk:TimeUnknown fk:NotHolding }}
  }} }}
  {about}
}}
ORDER BY ?thing
"""
_ABOUT = """FILTER (?thing = {entity} || EXISTS {{
    GRAPH layer:claims {{
      ?touching fk:claimSubject ?thing ; fk:claimValue {entity} ;
        fk:claimProperty ?touches ; fk:standing fk:Accepted .
      VALUES ?touches {{ fk:targets fk:involves fk:enactedBy }}
    }}
  }})"""
_SAID = """
SELECT DISTINCT ?subject ?property ?value WHERE {{ GRAPH layer:claims {{
  {{ ?claim fk:claimSubject {entity} }} UNION {{ ?claim fk:claimValue {entity} }}
  ?claim fk:claimSubject ?subject ; fk:claimProperty ?property ; fk:claimValue ?value ;
    fk:standing ?standing .
  VALUES ?standing {{ fk:Accepted fk:Doubtful fk:Outranked fk:TimeUnknown }}
}} }}
"""
#: What regulatory-events-by-year does not count; of what is yet to be, the time is known.
_NOT_COUNTED = """
SELECT DISTINCT ?thing ?unsure WHERE {
  VALUES (?class ?one ?other) {
    (fk:RegulatoryEvent fk:occurredOn fk:startedOn)
    (fk:LegalInstrument fk:promulgatedOn fk:effectiveOn)
  }
  ?thing a/rdfs:subClassOf* ?class .
  FILTER NOT EXISTS { ?thing ?one ?day }
  FILTER NOT EXISTS { ?thing ?other ?day }
  FILTER NOT EXISTS { GRAPH layer:claims {
    ?later fk:claimSubject ?thing ; fk:claimProperty ?dating ; fk:standing fk:NotHolding .
    FILTER (?dating IN (?one, ?other))
  } }
  BIND (EXISTS { GRAPH layer:claims {
    ?claim fk:claimSubject ?thing ; fk:claimProperty ?dating .
    FILTER (?dating IN (?one, ?other))
  } } AS ?unsure)
}
ORDER BY ?thing
"""


class _Found(NamedTuple):
    """Things of one kind, named in a note."""

    things: list[NamedNode]
    words: Text

    def note(self, names: Names, lang: str) -> str:
        named = [names.label(thing, lang) for thing in self.things[:_NAMED]]
        more = "…" if len(self.things) > _NAMED else ""
        joined = ("、" if lang == "zh" else ", ").join(named) + more
        words = self.words.in_language(lang)
        return words.format(count=len(self.things), names=joined) if self.things else ""


def beside_timeline(answer: Answer, entity: NamedNode | None, lang: str) -> list[str]:
    """Notes on what has no time, and so no place in a timeline."""
    about = _ABOUT.format(entity=entity) if entity else ""
    found = _things(answer.view, _TIMELESS.format(about=about))
    notes = [_Found(found, _EVENTS).note(answer.names, lang)]
    if entity and (count := _said_without_time(answer, entity)):
        notes.append(_STATEMENTS.in_language(lang).format(count=count))
    return [note for note in notes if note]


def _said_without_time(answer: Answer, entity: NamedNode) -> int:
    rows = answer.view.rows(_SAID.format(entity=entity))
    said = {(row["subject"], row["property"], row["value"]) for row in rows}
    names = [column.name for column in answer.columns]
    places = [names.index(name) for name in ("subject", "property", "value")]
    return len(said - {tuple(row[place] for place in places) for row in answer.rows})


def beside_years(answer: Answer, lang: str) -> list[str]:
    """Notes on the regulatory events and legal instruments that no year counts."""
    sure: list[NamedNode] = []
    unsure: list[NamedNode] = []
    for row in answer.view.rows(_NOT_COUNTED):
        thing, doubt = row["thing"], row["unsure"]
        if isinstance(thing, NamedNode):
            (unsure if str(getattr(doubt, "value", "")) == "true" else sure).append(thing)
    found = (_Found(sure, _UNDATED), _Found(unsure, _UNSURE))
    return [note for each in found if (note := each.note(answer.names, lang))]


def _things(view: GraphView, query: str) -> list[NamedNode]:
    return [row["thing"] for row in view.rows(query) if isinstance(row["thing"], NamedNode)]
