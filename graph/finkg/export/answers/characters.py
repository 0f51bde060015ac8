"""Characters that the formats of documents have no place for."""

from __future__ import annotations

import re

#: What XML 1.0, section 2.2 leaves out; a literal holds no surrogates.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """A text in which U+FFFD stands for each control character that XML 1.0 can not hold."""
    return _UNPRINTABLE.sub("\ufffd", text)
