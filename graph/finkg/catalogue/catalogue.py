"""The catalogue: every question that a graph can be asked by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from finkg.catalogue.question import Question
from finkg.errors import Text, UnknownName
from finkg.resources import queries

QUESTION = Text("问题", "question")


class Catalogue:
    """Our questions, and those in the `queries` folder of each workspace, which go first."""

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self._folders = [*(folder / "queries" for folder in folders), queries()]

    def question(self, name: str) -> Question:
        """The question of this name. Raises UnknownName with the nearest."""
        known = self._paths()
        path = known.get(name)
        if not path:
            from difflib import get_close_matches

            nearest = get_close_matches(name, sorted(known), n=3, cutoff=0.4)
            raise UnknownName(QUESTION, name, tuple(nearest))
        return Question(path)

    def names(self) -> list[str]:
        return sorted(self._paths())

    def __iter__(self) -> Iterator[Question]:
        """Every question, by theme and name."""
        found = [Question(path) for path in self._paths().values()]
        return iter(sorted(found, key=lambda q: (q.theme, q.name)))

    def _paths(self) -> dict[str, Path]:
        paths: dict[str, Path] = {}
        for folder in reversed(self._folders):
            paths.update((path.stem, path) for path in folder.glob("**/*.rq"))
        return paths
