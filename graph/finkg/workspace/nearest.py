"""The names nearest to a misspelled one, among many."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

_ENOUGH = 0.6
#: Only the names that share most pairs of letters are compared in full: to compare all takes long.
_COMPARED = 50


class Nearest:
    """Names by the pairs of neighbouring letters that they hold."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_pair: defaultdict[str, list[str]] = defaultdict(list)
        for name in dict.fromkeys(names):
            for pair in frozenset(_pairs(name)):
                self._by_pair[pair].append(name)

    def to(self, name: str, count: int) -> list[str]:
        """At most so many names, the nearest first; none that is not near."""
        shared: Counter[str] = Counter()
        for pair in frozenset(_pairs(name)):
            shared.update(self._by_pair.get(pair, ()))
        candidates = [candidate for candidate, _ in shared.most_common(_COMPARED)]
        return get_close_matches(name, candidates, count, _ENOUGH)


def _pairs(name: str) -> Iterator[str]:
    """The pairs of a name, its borders counted as letters."""
    bordered = f"\0{name.casefold()}\0"
    return (bordered[i : i + 2] for i in range(len(bordered) - 1))
