"""What happened, in order: the dated statements of a graph, or those about one entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from finkg.catalogue.answer import Answer
from finkg.catalogue.question import Column
from finkg.errors import Text
from finkg.store.names import Names
from finkg.store.view import GraphView

if TYPE_CHECKING:
    from finkg.catalogue.answer import Cell

_TITLE = Text("时间线", "Timeline")
_COLUMNS = (
    Column("when", Text("时间", "When")),
    Column("subject", Text("主体", "Subject")),
    Column("property", Text("所述", "Statement")),
    Column("value", Text("取值", "Value")),
    Column("standing", Text("地位", "Standing")),
    Column("sources", Text("来源数", "Sources")),
)
#: All dated claims, each with its sources; a claim of an event is found by what the event touches.
_QUERY = """
SELECT ?when ?subject ?property ?value ?standing (COUNT(DISTINCT ?source) AS ?sources) WHERE {{
  GRAPH layer:claims {{
    {{ {dated} }}
    ?claim fk:claimSubject ?subject ; fk:claimProperty ?property ; fk:claimValue ?value ;
      fk:standing ?standing ; fk:evidence ?evidence .
    ?evidence fk:source ?source ; fk:stance fk:Supports .
    VALUES ?standing {{ fk:Accepted fk:Doubtful fk:Outranked fk:TimeUnknown }}
    {about}
  }}
}}
GROUP BY ?first ?when ?subject ?property ?value ?standing
ORDER BY ?first ?when ?subject ?property STR(?value)
"""
#: The time is the value, or belongs to the claim or its record.
_ITS_VALUE = """?claim fk:claimProperty ?dating ; fk:claimValue ?when ; fk:earliest ?first .
    FILTER (isLiteral(?when) && ?dating != fk:plannedFor)"""
_ITS_TIME = """VALUES (?term ?bound) {
        (fk:validFrom fk:validFromEarliest) (fk:validTo fk:validToEarliest)
        (fk:asOf fk:earliest) (fk:occurredOn fk:earliest)
      }
      ?claim fk:detail? ?node . ?node ?term ?when ; ?bound ?first ."""
_ABOUT = """FILTER (
      ?subject = {entity} || ?value = {entity} || EXISTS {{
        ?touching fk:claimSubject ?subject ; fk:claimValue {entity} ;
          fk:claimProperty ?touches ; fk:standing fk:Accepted .
        VALUES ?touches {{ fk:targets fk:involves fk:enactedBy }}
      }}
    )"""


def timeline(view: GraphView, names: Names, entity: NamedNode | None = None) -> Answer:
    """The dated statements in order; of one entity also its figures and the events it was part of.

    What is doubtful or outranked stands among them, and says so.
    """
    dated = f"{{ {_ITS_VALUE} }} UNION {{ {_ITS_TIME} }}" if entity else _ITS_VALUE
    about = _ABOUT.format(entity=entity) if entity else ""
    found = view.rows(_QUERY.format(dated=dated, about=about))
    rows = tuple(tuple(_cell(row[column.name]) for column in _COLUMNS) for row in found)
    return Answer(_TITLE, _COLUMNS, rows, (("?subject", "?property", "?value"),), view, names)


def _cell(term: object) -> Cell:
    return term if isinstance(term, (NamedNode, Literal)) else None
