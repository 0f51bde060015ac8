"""The part of the scene that tells of sources: what they are, their texts, what is doubted in them.

The table in finkg.view.scene describes each type.
"""

from __future__ import annotations

from dataclasses import dataclass

from finkg.errors import Text


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a plausibility rule saw in a text; one sentence in zh and en."""

    rule: str
    explanation: Text


@dataclass(frozen=True, slots=True)
class Mark:
    """A printed date that is doubted: its place in the text, why, and what was read from it."""

    start: int
    end: int
    doubts: tuple[int, ...] = ()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """The stored text of a source, as received."""

    text: str
    licence: str = ""
    doubts: tuple[Doubt, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Health:
    """Counts that tell how far a source can be relied on."""

    dated: int = 0
    doubtful: int = 0
    flagged: int = 0
    agreements: int = 0
    contradictions: int = 0
    tier_at_most: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A text that is held, or a citation; language is a tag of BCP 47. `iri` stands where it is not
    the namespace of finkg's own things with the id."""

    id: str
    title: str
    publisher: str = ""
    date: str = ""
    kind: str = "text"
    reliability: str = "Medium"
    note: str = ""
    address: str = ""
    language: str = ""
    document: Document | None = None
    health: Health | None = None
    iri: str = ""
