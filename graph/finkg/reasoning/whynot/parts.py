"""The parts of a rule: its premises, what defines its variables, and further conditions.

A rule that did not draw a conclusion is asked for part by part: which premises are there, and which
conditions are met.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from finkg.reasoning.proof import Term
from finkg.reasoning.rule import Rule

#: What stands in one place of a pattern: a term, or the name of a variable.
Slot: TypeAlias = Term | str


class Triple(NamedTuple):
    """What a premise says; nothing where its pattern leaves a place open."""

    subject: Slot | None
    property: Slot | None
    value: Slot | None


class Membership(NamedTuple):
    """A condition that a term is of a class."""

    member: Slot
    cls: Slot


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the outermost group of a rule."""

    #: Where among the parts it stands.
    place: int
    text: str
    variables: frozenset[str]


@dataclass(frozen=True, slots=True)
class Premise(Part):
    """What matches one claim; or a union or the like that matches some, and says no one triple."""

    #: The variables that stand for the claims.
    claims: tuple[str, ...]
    triple: Triple


@dataclass(frozen=True, slots=True)
class Condition(Part):
    """What else has to hold."""

    is_filter: bool
    membership: Membership | None


@dataclass(frozen=True, slots=True)
class Dissected:
    """A rule in parts. `prologue` declares its own prefixes; `definitions` are VALUES and BIND,
    `behind` the VALUES behind the group, if any."""

    rule: Rule
    prologue: str
    premises: tuple[Premise, ...]
    definitions: tuple[Part, ...]
    conditions: tuple[Condition, ...]
    behind: Part | None
