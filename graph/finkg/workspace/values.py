"""The value of a property: an entity, a time or a text, as the property takes it."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from finkg.errors import Problem, Text
from finkg.evidence.moment import Moment
from finkg.schema import Property
from finkg.vocabulary import NONE, fk
from finkg.workspace.cells import Cells, read_time
from finkg.workspace.problems import BadValue, IdAsText, SpreadsheetDamage, UnknownEntity, WrongKind
from finkg.workspace.spreadsheet import meant_code

Value = NamedNode | Literal

#: The cell that says: known to be none.
KNOWN_TO_BE_NONE = "None"
#: The one property whose value may stand in a catalogue of others.
_EXACT_MATCH = fk("exactMatch")
_WEB = ("https://", "http://")
_LANGUAGE_TAGS = ("@zh", "@en")
_AN_ENTITY = Text("实体的标识符", "the id of an entity")
_A_TIME = Text("时间", "a time")
_A_TEXT = Text("文字", "text")
_AN_IRI = Text("合法的 IRI", "a valid IRI")


def read_value(cells: Cells, column: str, known: Property, language: str) -> Value | None:
    """The value of a cell; nothing if it is empty or wrong. `language` is that of bare text."""
    if known.takes == "entity":
        return cells.read(column, lambda cell: _entity(cell, known, cells))
    if known.takes == "time":
        return cells.read(column, lambda cell: _time(cell, known, cells).literal)
    return cells.read(column, lambda cell: _text(cell, known, cells, language))


def _entity(cell: str, known: Property, cells: Cells) -> NamedNode:
    if cell == KNOWN_TO_BE_NONE:
        return NONE
    if known.iri == _EXACT_MATCH and cell.startswith(_WEB):
        return _outside(cell, known)
    try:
        value = cells.reader.entity(cell)
    except UnknownEntity:
        if cell.endswith(_LANGUAGE_TAGS):
            raise WrongKind(known.name, _AN_ENTITY, cell, _A_TEXT) from None
        if _is_time(cell):
            raise WrongKind(known.name, _AN_ENTITY, cell, _A_TIME) from None
        raise
    cells.reader.check_value(cell, known)
    return value


def _outside(cell: str, known: Property) -> NamedNode:
    try:
        return NamedNode(cell)
    except ValueError:
        raise BadValue(known.name, _AN_IRI, cell) from None


def _is_time(cell: str) -> bool:
    try:
        Moment.parse(cell)
    except Problem:
        return False
    return True


def _time(cell: str, known: Property, cells: Cells) -> Moment:
    if cells.reader.knows(cell):
        raise WrongKind(known.name, _A_TIME, cell, _AN_ENTITY)
    return read_time(cell)


def _text(cell: str, known: Property, cells: Cells, language: str) -> Literal:
    """A text in the source's language, or in the one that it ends with."""
    if meant := meant_code(known.name, cell):
        raise SpreadsheetDamage(cell, meant)
    if cells.reader.knows(cell):
        raise IdAsText(known.name, _A_TEXT, cell, _AN_ENTITY)
    if cell.endswith(_LANGUAGE_TAGS):
        return Literal(cell[:-3].rstrip(), language=cell[-2:])
    return Literal(cell, language=language)
