"""Ids and names of generated things, made of nothing but their kind and number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

#: Characters of Chinese company names and how they are read. None is a numeral or a unit.
_CHARACTERS = (
    "安宝博昌诚达德鼎东方丰福港光国海恒宏华汇嘉金景康利"
    "联隆民明宁鹏平启清融瑞润盛顺泰天通祥旭阳永远正众卓"
)
_READINGS = (
    "an bao bo chang cheng da de ding dong fang feng fu gang guang guo hai heng hong hua "
    "hui jia jin jing kang li lian long min ming ning peng ping qi qing rong rui run "
    "sheng shun tai tian tong xiang xu yang yong yuan zheng zhong zhuo "
)
_SYLLABLES = tuple(zip(_CHARACTERS, re.findall("[a-z]+", _READINGS), strict=True))
_BASE = len(_SYLLABLES)
#: How many things are remembered, so that what is named often is made once. They lie near by.
REMEMBERED = 4_000
#: Shares no factor with the number of names, so that each number has a name of its own.
_STRIDE = 7919


@dataclass(frozen=True, slots=True)
class Name:
    """What a thing is called: its id, and its names in zh and en."""

    id: str
    zh: str
    en: str

    def in_language(self, language: str) -> str:
        return self.zh if language == "zh" else self.en


def stable(*parts: object) -> int:
    """A number that looks random and depends on nothing but the parts."""
    return crc32("\n".join(map(str, parts)).encode())


def stem(kind: str, number: int) -> tuple[str, str]:
    """The first part of a name, in zh and en; of one kind 125,000 differ."""
    place = (number * _STRIDE + stable(kind)) % _BASE**3
    syllables = [_SYLLABLES[place // _BASE**power % _BASE] for power in range(3)]
    return "".join(zh for zh, _ in syllables), "".join(en for _, en in syllables).capitalize()


@lru_cache(maxsize=REMEMBERED)
def named(kind: str, number: int, zh: str, en: str) -> Name:
    """The name of a numbered thing, with what names of its kind end in."""
    zh_stem, en_stem = stem(kind, number)
    return Name(f"{kind}-{number}", zh_stem + zh, f"{en_stem} {en}")
