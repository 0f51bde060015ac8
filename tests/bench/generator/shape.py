"""The shape of a generated graph, read from shape.txt, and how it is cut into blocks and texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.kinds import KIND

#: Blocks whose texts make one source text, of a few thousand characters.
BLOCKS_PER_TEXT = 5
#: Blocks that one register of cited sources serves.
BLOCKS_PER_REGISTER = 200
#: Of so many texts one has a year crowd out the others, and one is English.
CROWDED_TEXTS, ENGLISH_TEXTS = 2, 3
#: Of ten rows with a quote, those that have a context too.
CONTEXTS_IN_TEN = 7
#: Of a hundred rows that cite any source, how many cite each tier; the rest cite the highest.
MEDIUM_IN_HUNDRED, LOW_IN_HUNDRED = 40, 1
#: Judgements on the identity of two things: what they say, how many, and of what kinds of things.
IDENTITY_JUDGEMENTS = (
    ("different", 33, ("company", "activity", "metric", "requirement")),
    ("unsure", 3, ("regulation",)),
    ("same", 1, ("authority",)),
)


@dataclass(frozen=True, slots=True)
class Says:
    """One claim in words of the shape, and the sources that it rests on."""

    subject: str
    property: str
    value: str
    backing: tuple[str, ...]
    kind: str = ""
    as_of: str = ""
    valid_from: str = ""
    valid_to: str = ""
    #: The mode of a shareholding.
    detail: str = ""
    #: Tells one value from another that would otherwise be the same.
    variant: int = 0
    #: The rank that people gave it.
    rank: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """Claims that belong together: within a scene one word is one thing."""

    #: How many the packaged graph has.
    count: int
    says: tuple[Says, ...]
    #: The word whose part each thing of its kind plays once; the scene is as frequent as they.
    each: str = ""


def _read(text: str) -> Iterator[Scene]:
    scene: Scene | None = None
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        count, words = line.split(maxsplit=1)
        says, each = _claim(words)
        if count == "+" and scene:
            scene = replace(scene, says=(*scene.says, says))
            continue
        if scene:
            yield scene
        scene = Scene(KIND[each].count if each else int(count), (says,), each)
    if scene:
        yield scene


def _claim(line: str) -> tuple[Says, str]:
    """The claim of a line, and the word that each thing of a kind plays."""
    words, behind = line.split("<")
    subject, name, value = words.split()
    marks = behind.split()
    more: dict[str, Any] = dict(mark.split("=") for mark in marks if "=" in mark)
    each = more.pop("each", "")
    more["variant"] = int(more.get("variant", 0))
    return Says(subject, name, value, tuple(m for m in marks if "=" not in m), **more), each


#: In this order in each block; of the last block the end may be cut off.
SCENES = tuple(_read(Path(__file__).with_suffix(".txt").read_text("utf-8")))
