"""A name that leads nowhere."""

from __future__ import annotations

from finkg.errors import Problem, Text

_DID_YOU_MEAN = Text("是否想写：{nearest}？", "Did you mean: {nearest}?")


class Unknown(Problem):
    """Base of the names that lead nowhere, with the nearest that would lead somewhere."""

    found: str
    nearest: tuple[str, ...] = ()

    def advice(self, lang: str = "en") -> str:
        asked = _DID_YOU_MEAN.in_language(lang).format(**self.facts(lang)) if self.nearest else ""
        return " ".join(filter(None, (asked, super().advice(lang))))
