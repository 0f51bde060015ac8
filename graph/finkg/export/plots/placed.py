"""What a timeline draws of its answer: of each row the time, its part, its standing, its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from pyoxigraph import Literal, NamedNode

from finkg.catalogue.answer import Answer, Cell
from finkg.catalogue.wording import Wording, when
from finkg.evidence.moment import Moment
from finkg.vocabulary import local_name

ACCEPTED: Final = "Accepted"
#: Of the parts of a statement's time, the place in `wording.when`.
_PARTS: Final = ("asOf", "validFrom", "validTo")


class Placed(NamedTuple):
    """A row with its time. `part` says what the time is of the statement, such as validFrom; it is
    empty where the time is the value itself. `standing` is a local name, such as Doubtful."""

    time: Moment
    part: str
    standing: str
    words: str


def placed(answer: Answer, lang: str) -> Iterator[Placed | None]:
    """The rows of a timeline, in order; nothing for one whose time cannot be read."""
    wording = Wording(answer.view, answer.names)
    names = [column.name for column in answer.columns]
    for row in answer.rows:
        yield _placed(dict(zip(names, row, strict=True)), wording, lang)


def _placed(row: dict[str, Cell], wording: Wording, lang: str) -> Placed | None:
    stated, part, standing = row["when"], row["part"], row["standing"]
    time = Moment.from_literal(stated) if isinstance(stated, Literal) else None
    if time is None:
        return None
    named = local_name(part) if isinstance(part, NamedNode) else ""
    place = local_name(standing) if isinstance(standing, NamedNode) else ACCEPTED
    words = _sentence(row, wording, lang)
    if time.text not in words:
        words += _in_brackets(time, named, lang)
    if place != ACCEPTED:
        words += f" · {_term(standing, wording, lang)}"
    return Placed(time, named, place, words)


def _sentence(row: dict[str, Cell], wording: Wording, lang: str) -> str:
    subject, value = (_term(row[name], wording, lang) for name in ("subject", "value"))
    said = row["property"]
    return wording.spoken(subject, said, value, lang) if isinstance(said, NamedNode) else ""


def _term(cell: Cell, wording: Wording, lang: str) -> str:
    return wording.term(cell, lang) if cell else ""


def _in_brackets(time: Moment, part: str, lang: str) -> str:
    """The time of a statement, as one of its times or as what it is."""
    as_of, valid_from, valid_to = (time.text if part == each else "" for each in _PARTS)
    spoken = when(as_of, valid_from, valid_to, lang=lang)
    return spoken or (f"（{time}）" if lang == "zh" else f" ({time})")
