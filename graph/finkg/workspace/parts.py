"""workspace.toml: what a workspace is called, and which others it extends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pyoxigraph import NamedNode

from finkg.errors import Location, Problem, Text
from finkg.evidence.moment import Moment
from finkg.resources import packaged_workspace
from finkg.vocabulary import ID
from finkg.workspace.decoding import Report
from finkg.workspace.keys import PACKAGED, WORKSPACE, WORKSPACE_FILE
from finkg.workspace.problems import BadValue
from finkg.workspace.toml import TomlFile, read_toml

_A_DAY = Text("日期，如 2026-01-31", "a day such as 2026-01-31")
_A_BASE = Text("以 / 或 # 结尾的 IRI", "an IRI that ends in / or #")
_BOTH = Text('{ zh = "…", en = "…" }', '{ zh = "…", en = "…" }')
_A_WORKSPACE = Text("“packaged”或另一工作区的路径", "“packaged” or the path of another workspace")
_NOT_ITSELF = Text("不经其他工作区又回到自身", "a workspace that does not extend this one in turn")


@dataclass(frozen=True, slots=True)
class Part:
    """One folder of a workspace: its own, or one that it extends."""

    folder: Path
    #: What its files are named with in problems: empty for the workspace's own.
    prefix: str
    title: Text
    base: str
    day: date
    extends: tuple[tuple[str, Path], ...]


def parts_of(folder: Path, report: Report) -> Iterator[Part]:
    """The folder, behind all that it extends; each once, however many extend it."""
    yield from _parts(folder, "", (), set(), report)


def parts_at(places: Iterable[tuple[Path, str]], report: Report = lambda _: None) -> list[Part]:
    """The parts in these folders, with these prefixes; what they extend is among them."""
    return [_part(folder, prefix, None, report) for folder, prefix in places]


def _parts(
    folder: Path, prefix: str, way: tuple[Path, ...], read: set[Path], report: Report
) -> Iterator[Part]:
    here = folder.resolve()
    if here in read:
        return
    read.add(here)
    part = _part(folder, prefix, (*way, here), report)
    for name, path in part.extends:
        yield from _parts(path, f"{prefix}{name}:", (*way, here), read, report)
    yield part


def _part(folder: Path, prefix: str, way: tuple[Path, ...] | None, report: Report) -> Part:
    shown = prefix + WORKSPACE_FILE
    file = read_toml(folder / WORKSPACE_FILE, shown, WORKSPACE, report)
    keys = _Keys(file or TomlFile(shown, "", {}), report)
    extends = tuple(keys.extends(folder, way)) if way is not None else ()
    return Part(folder, prefix, keys.title(), keys.base(), keys.day(), extends)


class _Keys:
    """The keys as values. A wrong one is reported on its line."""

    def __init__(self, file: TomlFile, report: Report) -> None:
        self.file = file
        self._report = report

    def _wrong(self, key: str, expected: Text, found: object) -> None:
        where: Location = self.file.where(key)
        self._report(BadValue(key, expected, str(found)).at(where))

    def title(self) -> Text:
        title = self.file.values.get("title")
        if isinstance(title, dict) and title.get("zh") and title.get("en"):
            return Text(str(title["zh"]), str(title["en"]))
        if title:
            self._wrong("title", _BOTH, title)
        return Text("", "")

    def base(self) -> str:
        base = self.file.word("base") or ID
        try:
            NamedNode(base)
        except ValueError:
            base = ""
        if "://" in base and base.endswith(("/", "#")):
            return base
        self._wrong("base", _A_BASE, self.file.word("base"))
        return ID

    def day(self) -> date:
        """The day up to which the editors answer; a time stated more broadly ends on its last."""
        found = self.file.word("date")
        try:
            return Moment.parse(found).latest if found else date.min
        except Problem:
            self._wrong("date", _A_DAY, found)
            return date.min

    def extends(self, folder: Path, way: tuple[Path, ...]) -> Iterator[tuple[str, Path]]:
        names = self.file.values.get("extends", [])
        for name in map(str, names if isinstance(names, list) else [names]):
            path = packaged_workspace() if name == PACKAGED else folder / name
            if not (path / WORKSPACE_FILE).is_file():
                self._wrong("extends", _A_WORKSPACE, name)
            elif path.resolve() in way:
                self._wrong("extends", _NOT_ITSELF, name)
            else:
                yield name, path
