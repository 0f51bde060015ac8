"""The bytes of a file as text: UTF-8, a byte-order mark accepted."""

from __future__ import annotations

from collections.abc import Callable

from finkg.errors import Location, Problem
from finkg.workspace.problems import HasNul, NotUtf8

Report = Callable[[Problem], None]

_UTF_16, _GBK, _NO_TEXT = "UTF-16", "GB18030", ""
_MARKS = (b"\xff\xfe", b"\xfe\xff")
#: Of text written as UTF-16 at least this share of bytes is NUL, and all on one side of the pairs.
_WIDE_SHARE = 0.1


def decode(content: bytes, where: Location, report: Report) -> str | None:
    """The text of a file, without its byte-order mark. Reports what is not UTF-8 text."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        report(NotUtf8(error.start + 1, _guess(content)).at(_line_of(content, error.start, where)))
        return None
    if "\0" not in text:
        return text
    first = content.index(0)
    problem = NotUtf8(first + 1, _UTF_16) if _is_wide(content) else HasNul(first + 1)
    report(problem.at(_line_of(content, first, where)))
    return None


def _line_of(content: bytes, offset: int, where: Location) -> Location:
    return Location(where.file, content.count(b"\n", 0, offset) + 1)


def _guess(content: bytes) -> str:
    if content.startswith(_MARKS) or _is_wide(content):
        return _UTF_16
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return _NO_TEXT
    return _NO_TEXT if 0 in content else _GBK


def _is_wide(content: bytes) -> bool:
    """Whether text without a byte-order mark looks like UTF-16."""
    sides = [content[side::2].count(0) for side in (0, 1)]
    return min(sides) == 0 and max(sides) > _WIDE_SHARE * len(content)
