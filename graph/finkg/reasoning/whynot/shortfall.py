"""What a rule lacked to draw a conclusion: premises, conditions, or a time at which all hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from finkg.displaying import Displayed
from finkg.reasoning.proof import Term
from finkg.reasoning.rule import Rule
from finkg.vocabulary import local_name

if TYPE_CHECKING:
    from finkg.store.view import GraphView


class Hindrance(StrEnum):
    """Why a rule drew nothing though its premises are there and its conditions are met."""

    #: Premises and both ends never hold together.
    NEVER_TOGETHER = "never-together"
    #: The conclusion itself was judged, outranked, or is an opinion: a rule does not bring it back.
    JUDGED = "judged"


@dataclass(frozen=True, slots=True)
class Missing:
    """A premise that is not there, as far as what is there binds it."""

    subject: NamedNode | None
    #: The property; any of several, where the rule says so; none, where it names none.
    properties: tuple[NamedNode, ...]
    value: Term | None
    #: The rule's variables for subject and value: what is unknown twice has one name.
    variables: tuple[str, str]
    #: Its SPARQL, where the premise is no one pattern (a union, a group).
    sparql: str = ""
    #: Claims that say so and do not count: opinions, outranked or deprecated ones.
    not_counted: tuple[NamedNode, ...] = ()
    #: What would conclude it, if a rule could.
    why_not: WhyNot | None = None


@dataclass(frozen=True, slots=True)
class Unmet:
    """A condition that is not met: a term that is of none of some classes, or other SPARQL."""

    sparql: str
    term: Term | None = None
    classes: tuple[NamedNode, ...] = ()
    #: The property of a missing premise whose ontology asks for it, if not the rule does.
    of: NamedNode | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One match of the most premises of a rule that are there together."""

    #: The claims that are there, in the order of the rule.
    there: tuple[NamedNode, ...]
    missing: tuple[Missing, ...]
    unmet: tuple[Unmet, ...]
    #: What the rule would conclude; nothing where it is not bound.
    value: Term | None
    hindrance: Hindrance | None = None
    #: Where times are what hinders: the claims that date the things which the premises join.
    dates: tuple[NamedNode, ...] = ()


@dataclass(frozen=True, slots=True)
class Near:
    """A rule that concludes the property, and how near it came; its nearest matches first."""

    rule: Rule
    attempts: tuple[Attempt, ...]
    #: Whether it has further matches as large.
    cut: bool


@dataclass(frozen=True, slots=True, repr=False)
class WhyNot(Displayed):
    """Why a statement is not concluded; without a value, why nothing of the property is."""

    subject: NamedNode
    predicate: NamedNode
    value: Term | None
    #: How many rules conclude the property; none: a source has to state it.
    of: int
    #: Whether a source may state it: the property is not left to rules.
    statable: bool
    #: The claims that say so all the same, however they stand.
    claims: tuple[NamedNode, ...]
    #: The nearest rules, nearest first.
    nearest: tuple[Near, ...]
    #: Whether there are more of them.
    cut: bool
    #: The graph that was asked, which has the words for its terms.
    view: GraphView | None = field(default=None, compare=False)

    def __repr__(self) -> str:
        value = "?" if self.value is None else self.value.value
        if isinstance(self.value, NamedNode):
            value = local_name(self.value)
        asked = [local_name(self.subject), local_name(self.predicate), value]
        return f"<WhyNot {' '.join(asked)}: {len(self.nearest)} of {self.of} rules>"
