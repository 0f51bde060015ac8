"""How a name or text answers what was typed, if it does."""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from pyoxigraph import NamedNode

from finkg.search import folding, pinyin
from finkg.search.called import Called
from finkg.search.entries import Kind
from finkg.search.tokens import first_letters
from finkg.vocabulary import local_name


class Match(Called):
    """How a text answers a query; what is written so comes before what is only pronounced so."""

    EXACT = 0, "完全相同", "exact"
    PREFIX = 1, "开头相同", "begins so"
    WORD = 2, "含有该词", "has the words"
    PINYIN = 3, "拼音相同", "pinyin"
    INITIALS = 4, "首字母相同", "initials"
    WORD_START = 5, "词的开头相同", "has a word that begins so"
    PINYIN_PREFIX = 6, "拼音开头相同", "pinyin begins so"
    INITIALS_PREFIX = 7, "首字母开头相同", "initials begin so"
    INSIDE = 8, "含有这些字母", "has the letters"
    PINYIN_INSIDE = 9, "拼音含有", "pinyin has it"
    ALL_WORDS = 10, "含有全部词语", "has all the words"
    SOUND = 11, "读音相近", "sounds so"
    SIMILAR = 12, "写法相近", "spelled alike"


class Candidate(NamedTuple):
    """An entry of the index: a name or text, folded, with what it is heard as (pinyin.py)."""

    number: int
    entity: int
    kind: Kind
    #: Those of the index.
    signs: pinyin.Signs
    text: str
    words: str
    heard: str
    standing: str
    iri: str

    @property
    def id(self) -> str:
        """The last part of the entity's IRI."""
        return local_name(NamedNode(self.iri))

    @property
    def key(self) -> str:
        return self.words.replace(" ", "")

    @property
    def readings(self) -> tuple[pinyin.Reading, ...]:
        """The ways to read it aloud; none if nothing in it is Chinese."""
        return self.signs.readings(self.heard) if self.heard else ()


class Query:
    """What was typed, folded in the ways in which names are."""

    def __init__(self, text: str) -> None:
        self.words = folding.words(text)
        self.key = self.words.replace(" ", "")

    @cached_property
    def is_latin(self) -> bool:
        """Whether it may be pinyin."""
        return self.key.isascii()

    @cached_property
    def pinyin(self) -> tuple[str, ...]:
        """The ways to read it aloud, without spaces."""
        if self.is_latin:
            return (self.key,)
        return tuple(way.joined for way in pinyin.readings(self.words))

    @cached_property
    def sounds(self) -> frozenset[str]:
        return frozenset(map(pinyin.sound, self.pinyin))

    def match(self, found: Candidate) -> Match | None:
        """How a candidate answers the query, at best; nothing if it does not."""
        written = self._written(found)
        if not found.kind.is_name or (written is not None and written < Match.PINYIN):
            return written
        ways = [way for way in (written, self._pronounced(found)) if way is not None]
        return min(ways, default=None)

    def is_id(self, found: Candidate) -> bool:
        """Whether the entity's id was typed."""
        return self.is_latin and folding.key(found.id) == self.key

    def _written(self, found: Candidate) -> Match | None:
        key = found.key
        if found.kind.is_name and key == self.key:
            return Match.EXACT
        place = key.find(self.key)
        if place == 0:
            return Match.PREFIX
        if place > 0:
            contained = self._contained(found.words)
            if contained is not Match.INSIDE or self.words in found.words:
                return contained
        if " " in self.words and all(word in found.words for word in self.words.split()):
            return Match.ALL_WORDS
        return None

    def _contained(self, words: str) -> Match:
        if not self.is_latin:
            return Match.WORD
        edges = [0, *accumulate(map(len, words.split()))]
        key = words.replace(" ", "")
        starts = [n for n in edges if key.startswith(self.key, n)]
        if not starts:
            return Match.INSIDE
        whole = any(n + len(self.key) in edges for n in starts)
        return Match.WORD if whole else Match.WORD_START

    def _pronounced(self, found: Candidate) -> Match | None:
        ways = found.readings
        if self.is_latin:
            joined = [way.joined for way in ways]
            initials = [way.initials for way in ways] or [first_letters(found.words)]
            if self.key in joined:
                return Match.PINYIN
            if self.key in initials:
                return Match.INITIALS
            if any(way.startswith(self.key) for way in joined):
                return Match.PINYIN_PREFIX
            if any(way.startswith(self.key) for way in initials):
                return Match.INITIALS_PREFIX
            if any(self._between_syllables(way.syllables) for way in ways):
                return Match.PINYIN_INSIDE
        is_heard = any(pinyin.sound(way.joined) in self.sounds for way in ways)
        return Match.SOUND if is_heard else None

    def _between_syllables(self, way: str) -> bool:
        edges = [0, *accumulate(map(len, way.split()))]
        joined = way.replace(" ", "")
        return any(joined.startswith(self.key, n) and n + len(self.key) in edges for n in edges)
