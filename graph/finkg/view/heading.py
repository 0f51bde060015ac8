"""How a page is called, and the line that says what it leaves out, in zh and en."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from finkg.errors import Text
from finkg.view.scene import Scene, Scope
from finkg.view.source import Source

#: More sources than these are counted.
_NAMED: Final = 3
_LANGUAGES: Final = ("zh", "en")
_TITLE: Final = Text("{title}（{left}）", "{title} ({left})")
_DAY: Final = Text("截至 {day}", "as of {day}")
_WITHOUT: Final = Text("不计{sources}", "without {sources}")
_SURE: Final = Text(
    "以 {day} 为准：只列当日确知成立的陈述。",
    "As of {day}: only what is known to have held on that day.",
)
_POSSIBLE: Final = Text(
    "以 {day} 为准：当日是否成立不明的陈述也在其中，另行画出。",
    "As of {day}: what is not known to have held on that day is here too, drawn apart.",
)
_ALONE: Final = Text(
    "不计来源{sources}，仅以其为据的陈述不在其中。",
    "Without {sources}: what rests on nothing else is not here.",
)
_MORE: Final = Text("等 {count} 个来源", " and {count} more")


def heading(scene: Scene) -> Text:
    """The title of the graph with its day and the sources left out."""
    return Text(*(_titled(scene, lang) for lang in _LANGUAGES))


def _titled(scene: Scene, lang: str) -> str:
    title = scene.title.in_language(lang)
    left = ("；" if lang == "zh" else "; ").join(_short(scene.scope, lang))
    return _TITLE.in_language(lang).format(title=title, left=left) if left else title


def _short(scope: Scope, lang: str) -> Iterator[str]:
    if scope.as_of:
        yield _DAY.in_language(lang).format(day=scope.as_of)
    if scope.without:
        yield _WITHOUT.in_language(lang).format(sources=_listed(scope.without, lang))


def scope_line(scope: Scope) -> Text:
    """What the scene leaves out, in sentences; empty for a whole graph."""
    return Text(*(("" if lang == "zh" else " ").join(_clauses(scope, lang)) for lang in _LANGUAGES))


def _clauses(scope: Scope, lang: str) -> Iterator[str]:
    if scope.as_of:
        clause = _POSSIBLE if scope.possible else _SURE
        yield clause.in_language(lang).format(day=scope.as_of)
    if scope.without:
        yield _ALONE.in_language(lang).format(sources=_listed(scope.without, lang))


def _listed(sources: tuple[Source, ...], lang: str) -> str:
    """Titles of sources. Titles in 《》 take no mark between them (GB/T 15834-2011, 4.5.3.5)."""
    named = [_quoted(source) for source in sources[:_NAMED]]
    words = ("" if lang == "zh" else ", ").join(named)
    more = len(sources) - len(named)
    if not more:
        return words
    return words + _MORE.in_language(lang).format(count=len(sources) if lang == "zh" else more)


def _quoted(source: Source) -> str:
    """The title, in the quotation marks of its own language."""
    return f"《{source.title}》" if source.language.startswith("zh") else f"“{source.title}”"
