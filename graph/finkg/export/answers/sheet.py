"""An answer as a workbook of one sheet (Office Open XML, ECMA-376), as people read it.

Numbers and full dates are such; everything else is text, never a formula. A number of more than 15
digits and a day before March 1900, which a spreadsheet would change, are text too.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from finkg.errors import Text, UsageError
from finkg.export.answers.characters import printable
from finkg.export.answers.shown import Shown
from finkg.export.answers.typed import Value, value

if TYPE_CHECKING:
    from finkg.catalogue.answer import Cell
    from finkg.export.answers import Content

#: Limits of a sheet: characters in a cell, rows, digits of a number.
LONGEST: Final = 32_767
ROWS: Final = 1_048_576
_DIGITS: Final = 15
_FIRST_DAY: Final = date(1900, 3, 1)
_FORMULA: Final = ("=", "+", "-", "@")
_TITLE: Final = Text("答案", "Answer")
_WIDTH: Final = 24


class TooManyRows(UsageError):
    """A sheet has an end."""

    text = Text(
        "一个工作表至多 {most} 行，此答案有 {rows} 行。",
        "A sheet has {most} rows at most; this answer has {rows}.",
    )
    hint = Text("改用 csv 或 parquet。", "Use csv or parquet.")
    most: int
    rows: int


def write(content: Content, output: IO[bytes]) -> None:
    """Headings, rows, marks in the last column, and below the rows what they mean."""
    shown = Shown(content.answer, content.rows, content.lang)
    # Below the rows: an empty one, and the legend.
    needed = 2 + len(shown.rows) + len(shown.used)
    if needed > ROWS:
        raise TooManyRows(ROWS, len(shown.rows))
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_TITLE.in_language(content.lang))
    _lay_out(sheet, len(shown.headings))
    _fill(sheet, shown)
    # Whole, since a reader that goes away midway would leave the package's own streams open.
    packed = BytesIO()
    book.save(packed)
    output.write(packed.getbuffer())


def _lay_out(sheet: Any, columns: int) -> None:
    sheet.freeze_panes = "A2"
    for place in range(columns):
        sheet.column_dimensions[_letters(place)].width = _WIDTH


def _letters(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(place + 1))


def _fill(sheet: Any, shown: Shown) -> None:
    headings = [_text(sheet, heading) for heading in shown.headings]
    for cell in headings:
        cell.font = Font(bold=True)
    sheet.append(headings)
    for row in shown.rows:
        cells = [_cell(sheet, shown, cell) for cell in row.cells]
        sheet.append([*cells, _text(sheet, "".join(row.marks))] if row.marks else cells)
    if shown.used:
        sheet.append([])
        for mark, meaning in shown.legend:
            sheet.append([_text(sheet, f"{mark} {meaning}")])


def _cell(sheet: Any, shown: Shown, cell: Cell) -> Any:
    if cell is None:
        return None
    found: Any = value(cell)
    if found is None:
        return _text(sheet, shown.text(cell))
    if not _fits(found):
        return _text(sheet, cell.value)
    typed = WriteOnlyCell(sheet, found)
    if isinstance(found, date):
        typed.number_format = "yyyy-mm-dd"
    return typed


def _fits(found: Value) -> bool:
    if isinstance(found, date):
        return found >= _FIRST_DAY
    if isinstance(found, (int, Decimal)):
        return len(Decimal(found).as_tuple().digits) <= _DIGITS
    return True


def _text(sheet: Any, text: str) -> Any:
    """A cell of text; what is longer than a cell can hold ends with an ellipsis."""
    shown = printable(text)
    if _units(shown) > LONGEST:
        shown = _cut(shown)
    cell = WriteOnlyCell(sheet, shown)
    cell.data_type = "s"
    if shown.startswith(_FORMULA):
        # So that it stays text when a person edits it.
        cell.quotePrefix = True
    return cell


def _units(text: str) -> int:
    """The length as spreadsheets count it, in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str) -> str:
    kept = text.encode("utf-16-le")[: (LONGEST - 1) * 2]
    return f"{kept.decode('utf-16-le', 'ignore')}…"
