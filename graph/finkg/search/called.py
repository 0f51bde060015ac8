"""Things of a few kinds in order, each called something by programs, in Chinese and in English."""

from __future__ import annotations

from enum import IntEnum

from finkg.words import Text


class Called(IntEnum):
    """Members are written as their number, and what they are called in zh and in en."""

    label: Text

    def __new__(cls, number: int, zh: str, en: str) -> Called:
        """The number is the value; the words are the label."""
        member = int.__new__(cls, number)
        member._value_ = number
        member.label = Text(zh, en)
        return member

    @property
    def code(self) -> str:
        """What it is called in files, such as `former-name`."""
        return self.name.lower().replace("_", "-")
