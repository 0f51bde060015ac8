"""A small workspace of cited sources, each in a folder of its own, for tests that build graphs."""

from __future__ import annotations

import csv
import io
import shutil
from hashlib import sha256
from pathlib import Path

from pyoxigraph import NamedNode

from finkg.build.pipeline import build
from finkg.graph import KnowledgeGraph
from finkg.store.snapshot import Snapshot
from finkg.vocabulary import local_name
from finkg.workspace.tables import CITATIONS, ENTITIES, JUDGEMENTS, statement_columns

DAY = "2026-01-01"
CARD = f'date = "{DAY}"\ntitle = {{ zh = "小图谱", en = "Small graph" }}\n'


class Own:
    """A workspace in a folder; what is said is written at once, and built when it is asked for."""

    def __init__(self, folder: Path, entities: dict[str, str]) -> None:
        """`entities`: the class of each, by id."""
        self.folder = folder
        self.write("workspace.toml", CARD)
        for name, cls in entities.items():
            self._row("entities/all.csv", ENTITIES, id=name, type=cls, label_zh=name, label_en=name)

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def _row(self, path: str, columns: tuple[str, ...], **cells: str) -> None:
        assert cells.keys() <= {*columns}
        file = self.folder / path
        if not file.exists():
            self.write(path, ",".join(columns) + "\n")
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow([cells.get(c, "") for c in columns])
        self.write(path, file.read_text("utf-8") + line.getvalue())

    def source(self, name: str, reliability: str, published: str = "", copy_of: str = "") -> None:
        """A citation, of whose text nothing is held."""
        told = {"id": name, "title": f"The {name}", "publisher": name, "recorded": DAY}
        told |= {"address": f"https://example.org/{name}", "published": published}
        told |= {"reliability": reliability, "copy_of": copy_of}
        self._row(f"sources/{name}/citations.csv", CITATIONS, **told)

    def text(
        self,
        name: str,
        text: str,
        reliability: str = "low",
        *,
        language: str = "zh",
        title: str = "",
        published: str = "",
    ) -> None:
        """A source whose text is held and quoted."""
        self.write(f"sources/{name}/text.txt", text)
        digest = sha256(text.encode()).hexdigest()
        dated = f'published = "{published}"\n' if published else ""
        self.write(
            f"sources/{name}/source.toml",
            f'title = "{title or f"The {name}"}"\nrecorded = "{DAY}"\n{dated}'
            f'reliability = "{reliability}"\nlanguage = "{language}"\nsha256 = "{digest}"\n',
        )

    def row(self, source: str, table: str, **cells: str) -> None:
        """A row of a table of statements."""
        register = not (self.folder / f"sources/{source}/text.txt").exists()
        columns = statement_columns(table, register=register)
        named = {"source": source} if register else {}
        self._row(f"sources/{source}/{table}", columns, **named, **cells)

    def says(self, source: str, statement: str, **cells: str) -> None:
        """A claim, as “subject property value”."""
        subject, predicate, value = statement.split(" ", 2)
        cells |= {"subject": subject, "property": predicate, "value": value}
        self.row(source, "claims.csv", **cells)

    def judge(self, statement: str, rank: str) -> None:
        """A judgement of people on a claim, as “subject property value”."""
        subject, predicate, value = statement.split(" ", 2)
        told = {"subject": subject, "property": predicate, "value": value, "rank": rank}
        told |= {"reason_zh": "有据", "reason_en": "For good reason", "by": "an editor", "on": DAY}
        self._row("judgements.csv", JUDGEMENTS, **told)

    def lacking(self, source: str, folder: Path) -> Own:
        """The same workspace in another folder, as if a source had never been there."""
        shutil.copytree(self.folder, folder)
        shutil.rmtree(folder / "sources" / source)
        other = Own.__new__(Own)
        other.folder = folder
        return other

    def build(self) -> KnowledgeGraph:
        """The graph, in a folder beside the workspace."""
        place = self.folder.with_name(f"{self.folder.name}-snapshot")
        build(self.folder, place)
        return KnowledgeGraph(Snapshot(place))


def values(kg: KnowledgeGraph, pattern: str, *layers: str) -> set[str]:
    """The values of ?x; of the layers that are named, if any is."""
    graphs = " UNION ".join(f"{{ GRAPH layer:{name} {{ {pattern} }} }}" for name in layers)
    answer = kg.select(f"SELECT DISTINCT ?x {{ {graphs or pattern} }}", layers)
    terms = [row[0] for row in answer.rows if row[0] is not None]
    return {local_name(t) if isinstance(t, NamedNode) else t.value for t in terms}
