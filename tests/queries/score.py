"""How well questions in plain words are understood, over a file of them with what they ask."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

from finkg.errors import FinkgError
from finkg.graph import KnowledgeGraph
from finkg.understanding.understood import entity
from finkg.vocabulary import local_name

FOLDER = Path(__file__).parent
#: Written from titles, descriptions and names of entities alone, by somebody who knew no example of
#: how people ask. Half of them, drawn by lot, were looked at by who improved what understands them:
#: their `seen` is yes. Of the others only totals were. Those of questions that came later were
#: written with them, and are seen.
PLAIN = FOLDER / "plain-words.csv"
#: Written from the titles alone, and never looked at by who wrote what understands them.
BLIND = FOLDER / "blind-phrasings.csv"


class Asked(NamedTuple):
    """A question in plain words: the named question and what it is given, none for no answer.

    Where several would be right, the `others` are those besides the `question`.
    """

    lang: str
    text: str
    question: str
    given: dict[str, str]
    others: tuple[str, ...] = ()
    is_seen: bool = False

    def is_right(self, found: tuple[str, dict[str, str]]) -> bool:
        """Right is the very question with the very values, to say more or less is wrong; or
        another that answers too, whose values are its own."""
        return found == (self.question, self.given) or found[0] in self.others


class Score(NamedTuple):
    """Of the questions that there are: shares answered rightly, not at all, wrongly. `amiss` is the
    share of all texts, those without an answer too, that got a wrong answer."""

    right: float
    unsure: float
    wrong: float
    amiss: float


def asked(path: Path) -> list[Asked]:
    """The texts of a file, with what they ask."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_asked(row) for row in csv.DictReader(file)]


def _asked(row: dict[str, str]) -> Asked:
    question, *others = row["question"].split("|")
    given = _pairs(row["parameters"])
    seen = row.get("seen") == "yes"
    return Asked(row["lang"], row["text"], question, given, tuple(others), seen)


def score(kg: KnowledgeGraph, questions: list[Asked]) -> Score:
    """How many are answered, and how."""
    right = unsure = wrong = invented = 0
    for each in questions:
        found = understood(kg, each.text)
        if found is None:
            unsure += bool(each.question)
        elif not each.question:
            invented += 1
        elif each.is_right(found):
            right += 1
        else:
            wrong += 1
    answerable = right + unsure + wrong
    shares = (n / answerable for n in (right, unsure, wrong))
    return Score(*shares, (wrong + invented) / len(questions))


def understood(kg: KnowledgeGraph, text: str) -> tuple[str, dict[str, str]] | None:
    """The named question that a text is understood to ask, and its values; none if unsure."""
    try:
        found = kg.understand(text)
    except FinkgError:
        return None
    return found.question.name, {name: _short(value) for name, value in found.given.items()}


def _short(value: str) -> str:
    named = entity(value)
    return local_name(named) if named else value


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in text.split(";") if pair)
