"""The catalogue: every question that a graph can be asked by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from finkg.catalogue.question import Question
from finkg.errors import Text, UnknownName
from finkg.resources import queries
from finkg.words import nearest

QUESTION = Text("问题", "question")


class Catalogue:
    """Our questions, and those in the `queries` folder of each workspace, which go first."""

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self.folders = [*(folder / "queries" for folder in folders), queries()]
        self._known: dict[Path, Question] = {}

    def question(self, name: str) -> Question:
        """The question of this name. Raises UnknownName with the nearest."""
        known = self._paths()
        path = known.get(name)
        if not path:
            raise UnknownName(QUESTION, name, nearest(name, sorted(known)))
        return self._read(path)

    def names(self) -> list[str]:
        """The name of every question, in alphabetical order."""
        return sorted(self._paths())

    def __iter__(self) -> Iterator[Question]:
        """Every question, by theme and name."""
        found = [self._read(path) for path in self._paths().values()]
        return iter(sorted(found, key=lambda q: (q.theme, q.name)))

    def _read(self, path: Path) -> Question:
        """Each file is read once."""
        if path not in self._known:
            self._known[path] = Question(path)
        return self._known[path]

    def _paths(self) -> dict[str, Path]:
        paths: dict[str, Path] = {}
        for folder in reversed(self.folders):
            paths.update((path.stem, path) for path in folder.glob("**/*.rq"))
        return paths
