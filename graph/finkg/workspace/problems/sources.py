"""What can be wrong with how sources are registered."""

from __future__ import annotations

from finkg.errors import Location, Problem, Severity, Text


class BadAddress(Problem):
    text = Text(
        "“{found}”不是可用的网址：{reason}。", "“{found}” is no usable web address: {reason}."
    )
    hint = Text(
        "写作 https://example.org/page；没有公开网址则留空，并在 note 中说明。",
        "Write it as https://example.org/page; where there is none, leave it empty and say so in "
        "note.",
    )
    found: str
    reason: Text


class RepeatedAddress(Problem):
    severity = Severity.WARNING
    text = Text(
        "此地址已由 {first} 的来源“{other}”登记：{address}。",
        "The source “{other}” at {first} has this address already: {address}.",
    )
    hint = Text(
        "两行视为两个来源，会相互印证；若是同一篇，请合为一行。",
        "They count as two sources that confirm each other; if they are one, keep one line.",
    )
    address: str
    other: str
    first: Location


class CircularCopy(Problem):
    """`chain` leads from the source along copy_of back to it."""

    text = Text(
        "“{name}”沿 copy_of 回到了自身：{chain}。",
        "Following copy_of, “{name}” comes back to itself: {chain}.",
    )
    hint = Text("原件的 copy_of 应留空。", "The copy_of of the original is left empty.")
    name: str
    chain: str
