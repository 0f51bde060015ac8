"""copy_of: which source repeats which, so that a copy confirms nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches

from finkg.errors import Location
from finkg.workspace.problems import CircularCopy, UnknownSource
from finkg.workspace.reader import Reader

#: A source, what it says that it copies, and where it says so.
Copy = tuple[str, str, Location]


def join_copies(copies: Iterable[Copy], reader: Reader) -> None:
    """Join each copy with its original, once every source is known."""
    sources = reader.workspace.sources
    told = list(copies)
    circular = _circular({name: original for name, original, _ in told})
    for name, original, where in told:
        if original not in sources:
            near = tuple(get_close_matches(original, sources, 3))
            reader.report(UnknownSource(original, near).at(where))
        elif name in circular:
            if circular[name]:
                reader.report(CircularCopy(name, circular[name]).at(where))
        else:
            sources[name] = replace(sources[name], copy_of=sources[original].id)


def _circular(originals: Mapping[str, str]) -> dict[str, str]:
    """The sources that come back to themselves; the first of each circle with the way round it."""
    found: dict[str, str] = {}
    seen: set[str] = set()
    for start in originals:
        way: dict[str, None] = {}
        name = start
        while name in originals and name not in seen:
            seen.add(name)
            way[name] = None
            name = originals[name]
        if name in way:
            circle = list(way)[list(way).index(name) :]
            found |= dict.fromkeys(circle, "")
            found[name] = " → ".join([*circle, name])
    return found
