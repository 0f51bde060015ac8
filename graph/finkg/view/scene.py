"""The scene: all that the interactive view shows, free of the store and of the drawing library.

Whoever has statements with evidence can fill a scene; the page draws nothing that is not in it.
Nothing in it can be changed: what there is much of are named tuples, made a good deal faster than
frozen dataclasses (`node._replace(label=...)` is one with another label).
`to_json()` gives the same names and shapes; a `Text` becomes `{"zh": ..., "en": ...}`.

    Scene     version, title, date (the day up to which the editors answer for the graph), scope,
              focus (a node's id, or None for the whole picture), and the lists below
    Scope     what the scene leaves out: as_of is the day on which its statements hold (empty: at
              some time); possible: whether those not known to hold on it are here, in the layer of
              that name; without: the sources that the graph was computed without
    Kind      a kind of node, told apart by colour, shape and glyph; the list's order is the
              legend's; shown: whether its nodes are drawn at first; general: whether they classify
              others, so that to have one in common may say little
    Relation  id (local name of the property) and label; connects: whether it makes a way from one
              thing to another; wider are the relations that only repeat it, turned those that
              repeat it the other way round
    Node      an entity; degree counts its statements; x, y in CSS pixels at scale 1, y downward;
              home: among the most connected, drawn at first; all three are filled by the layout
    Edge      a statement whose value is a node
    Fact      a statement whose value is a text, a date or an observation; term is the value as
              N-Triples write it (a literal with its language or datatype, or an IRI), so that it
              can be written as RDF
              of both: layer is one of LAYERS; claims are the ids of the claims that make it;
              figures are the last two percentages of those by which it stands, the earlier first
    Claim     what was said, once, however many sources say it; kind, rank, standing are local
              names of the closed lists (Fact, NormalRank, Accepted ...); times as the source
              gives them, valid_to being the first day on which it no longer holds; detail is what
              a shareholding or an effect says besides its ends, figure a percentage so short that
              it stands on a line of the picture (both empty for other claims). In a scene as of a
              day a claim's standing may be TimeUnknown or NotHolding; no statement is made of the
              latter, nor of what is Outranked or Deprecated
    Thing     what a claim speaks of: a label, and an entity's id, or the term of a text, a date or
              a number, as N-Triples write it
    Flag      the program's doubt, and the part it doubts (ValuePart, AsOfPart ...)
    Evidence  a quote, or only a citation (cited); start and end count code points from 0, end
              exclusive: quote == text[start:end] where the source has a document with the text;
              gloss is the editors' translation, empty in the quote's own language
    Inference the rule, its sentence, the claims it rested on, and where it therefore stands; if
              dated, the conclusion surely holds from sure_from (empty: from ever) until sure_until
              (exclusive; empty: without end), else no day is sure
    Dispute   claims that cannot all hold, the preferred one first; with one side, a claim that a
              source denies; state is OpenDispute or SettledDispute, preferred may be empty in both
    Timeline  where statements stand through the years, and what begins when
    PlausibilityRule  id (local name, as flags and doubts have it) and label of a rule that doubts
    Source    kind is "text" (held and quoted) or "citation"; reliability, the tier that the editors
              gave it, High, Medium or Low, for the reason in note; document is None for a citation,
              health where there is nothing to compare it with; only sources of the claims are here
    Document  the text to the letter, its licence in words, and what is doubted in it
    Doubt     what a plausibility rule saw, each once however many dates it doubts
    Mark      a printed date that is doubted: start and end as in Evidence; doubts by their places
              in the document's list, from 0; claims are the ids of those that were read from it
    Health    how many dates the text prints and how many are doubted; how many claims that the
              source supports are flagged; with how many better sources agree, and how many they
              contradict; tier_at_most is the best tier that such faults leave (empty: all)

Ids of edges and facts differ from ids of nodes. `dangling()` names every id that leads nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final, NamedTuple

from finkg.errors import Text
from finkg.view.plain import Json, as_json
from finkg.view.source import Document as Document
from finkg.view.source import Doubt as Doubt
from finkg.view.source import Health as Health
from finkg.view.source import Mark as Mark
from finkg.view.source import Source as Source

#: Layers whose statements a scene may hold, in the legend's order.
LAYERS: Final = ("truth", "inferred", "possible", "doubtful", "opinions")
NO_TEXT: Final = Text("", "")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of node; fill and outline are colours as #rrggbb."""

    id: str
    label: Text
    fill: str
    outline: str
    shape: str
    glyph: Text
    shown: bool = True
    general: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """A property, by its local name; the other properties by theirs."""

    id: str
    label: Text
    connects: bool = True
    wider: tuple[str, ...] = ()
    turned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlausibilityRule:
    """A rule that doubts, by its local name."""

    id: str
    label: Text


class Node(NamedTuple):
    """An entity of the picture; `classes` are the names of those that the graph gives it, in the
    namespace of the ontology, `types` what these and its group are called."""

    id: str
    iri: str
    kind: str
    label: Text
    aliases: tuple[str, ...] = ()
    types: tuple[Text, ...] = ()
    classes: tuple[str, ...] = ()
    degree: int = 0
    x: float = 0
    y: float = 0
    home: bool = False


class Edge(NamedTuple):
    """A statement that joins two nodes."""

    id: str
    subject: str
    relation: str
    value: str
    layer: str
    claims: tuple[str, ...] = ()
    figures: tuple[Text, ...] = ()


class Fact(NamedTuple):
    """A statement about a node whose value is a text, a date or an observation."""

    id: str
    subject: str
    relation: str
    value: Text
    layer: str
    claims: tuple[str, ...] = ()
    figures: tuple[Text, ...] = ()
    term: str = ""


class Thing(NamedTuple):
    """What a claim speaks of: an entity with its id, or a text, date or number with its term."""

    label: Text
    id: str = ""
    term: str = ""


class Flag(NamedTuple):
    """A doubt of the program, and the part of the claim that it doubts."""

    rule: str
    explanation: Text
    doubts: str = "ValuePart"


class Evidence(NamedTuple):
    """What a source says for the claim (stance Supports) or against it (Refutes)."""

    source: str
    stance: str = "Supports"
    quote: str = ""
    gloss: Text = NO_TEXT
    contexts: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    cited: bool = False
    note: str = ""


class Inference(NamedTuple):
    """One way in which a rule concluded the claim; strength is Certain or Plausible."""

    rule: str
    sentence: Text
    premises: tuple[str, ...]
    strength: str = "Certain"
    standing: str = "Accepted"
    dated: bool = False
    sure_from: str = ""
    sure_until: str = ""


class Dispute(NamedTuple):
    """Claims that cannot all hold, this one among them; or this one alone, which is denied."""

    id: str
    sides: tuple[str, ...]
    state: str = "OpenDispute"
    reason: Text = NO_TEXT
    preferred: str = ""


class Claim(NamedTuple):
    """That a subject has a property with a value, with all that speaks for and against it."""

    id: str
    subject: Thing
    relation: str
    value: Thing
    detail: Text = NO_TEXT
    figure: Text = NO_TEXT
    kind: str = "Fact"
    rank: str = "NormalRank"
    rank_reason: Text = NO_TEXT
    standing: str = "Accepted"
    as_of: str = ""
    valid_from: str = ""
    valid_to: str = ""
    flags: tuple[Flag, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    inferences: tuple[Inference, ...] = ()
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """What the scene leaves out of the whole graph; nothing by default."""

    as_of: str = ""
    possible: bool = False
    without: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Where statements stand on 31 December of each year of the axis, and what begins when.

    `then` has for each statement of the scene, edges then facts, a digit for each year: a place in
    the scene's LAYERS, or their number where it stands in none. `sound` and `doubtful` count for
    each year the statements that begin in it by a sound date or by a doubtful one only; `undated`
    those of sources that name no time, `doubted` those with a doubtful date only, in all years;
    `earlier` and `later` what begins outside the axis.
    """

    axis: tuple[int, ...] = ()
    then: tuple[str, ...] = ()
    sound: tuple[int, ...] = ()
    doubtful: tuple[int, ...] = ()
    undated: int = 0
    doubted: int = 0
    earlier: int = 0
    later: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """What one page shows. The order of its lists is the order on the page."""

    title: Text
    date: str
    kinds: tuple[Kind, ...]
    relations: tuple[Relation, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
    focus: str | None = None
    scope: Scope = Scope()
    rules: tuple[PlausibilityRule, ...] = ()
    timeline: Timeline | None = None
    version: int = 3

    @property
    def statements(self) -> tuple[Edge | Fact, ...]:
        """The edges, then the facts."""
        return (*self.edges, *self.facts)

    def to_json(self) -> dict[str, Json]:
        """The scene in dicts, lists, strings and numbers."""
        return {field.name: as_json(getattr(self, field.name)) for field in fields(self)}

    def dangling(self) -> list[str]:
        """What the scene refers to and lacks, sorted: kinds, nodes, claims, sources, rules ...,
        and quotes that do not stand where they are said to."""
        from finkg.view.references import dangling

        return dangling(self)
