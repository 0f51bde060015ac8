"""What happened, in order: the dated statements of a graph, or those about one entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from finkg.catalogue.answer import Answer
from finkg.catalogue.question import Column
from finkg.errors import Text
from finkg.store.layers import Layer
from finkg.store.names import Names
from finkg.store.view import GraphView

if TYPE_CHECKING:
    from finkg.catalogue.answer import Cell

_TITLE = Text("时间线", "Timeline")
_COLUMNS = (
    Column("when", Text("时间", "When")),
    #: Empty where the time is the value itself.
    Column("part", Text("该时间为", "The time is")),
    Column("subject", Text("主体", "Subject")),
    Column("property", Text("所述", "Statement")),
    Column("value", Text("取值", "Value")),
    Column("standing", Text("地位", "Standing")),
    Column("sources", Text("来源数", "Sources")),
)
#: Dated claims, each with its sources.
_QUERY = """
SELECT ?when ?part ?subject ?property ?value ?standing (COUNT(DISTINCT ?source) AS ?sources)
WHERE {{
  {dated}
  GRAPH layer:claims {{
    ?claim fk:claimSubject ?subject ; fk:claimProperty ?property ; fk:claimValue ?value ;
      fk:standing ?standing ; fk:evidence ?evidence .
    ?evidence fk:source ?source ; fk:stance fk:Supports .
    VALUES ?standing {{ fk:Accepted fk:Doubtful fk:Outranked fk:TimeUnknown }}
    {about}
  }}
}}
GROUP BY ?first ?when ?part ?subject ?property ?value ?standing
ORDER BY ?first ?when ?subject ?property STR(?value) ?part
"""
_ITS_VALUE = """{ GRAPH layer:claims {
    ?claim fk:claimProperty ?dating ; fk:claimValue ?when ; fk:earliest ?first .
    FILTER (DATATYPE(?when) IN (xsd:date, xsd:gYearMonth, xsd:gYear, edtf:EDTF))
    FILTER (?dating != fk:plannedFor)
  } }"""
_ITS_TIME = """{ GRAPH layer:claims {
    VALUES (?part ?bound) {
      (fk:validFrom fk:validFromEarliest) (fk:validTo fk:validToEarliest) (fk:asOf fk:earliest)
    }
    ?claim ?part ?when ; ?bound ?first .
  } }"""
#: An effect has its time in its record, which stands in the layer of its claim.
_ITS_EFFECT = """{
    GRAPH layer:claims { ?claim fk:detail ?record }
    { ?record fk:occurredOn ?when ; fk:earliest ?first }
    UNION { GRAPH layer:doubtful { ?record fk:occurredOn ?when ; fk:earliest ?first } }
    UNION { GRAPH layer:claims { ?record fk:occurredOn ?when ; fk:earliest ?first } }
  }"""
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
    ways = (_ITS_VALUE, _ITS_TIME, _ITS_EFFECT) if entity else (_ITS_VALUE,)
    dated = " UNION ".join(ways)
    about = _ABOUT.format(entity=entity) if entity else ""
    found = view.rows(_QUERY.format(dated=dated, about=about), [Layer.DOUBTFUL])
    rows = tuple(tuple(_cell(row[column.name]) for column in _COLUMNS) for row in found)
    return Answer(_TITLE, _COLUMNS, rows, (("?subject", "?property", "?value"),), view, names)


def _cell(term: object) -> Cell:
    return term if isinstance(term, (NamedNode, Literal)) else None
