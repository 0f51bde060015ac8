"""Tables and texts of a workspace, written as their rows are made."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from types import TracebackType

from finkg.workspace.tables import statement_columns
from generator.cast import Text
from generator.facts import Fact
from generator.names import stable
from generator.rows import cells_of, in_words, table_of
from generator.sentences import STOPS, lead
from generator.shape import CONTEXTS_IN_TEN

RECORDED = "2026-11-24"


class Tables:
    """The open tables of one folder; each begins with its heading once it has a row."""

    def __init__(self, folder: Path, headings: Mapping[str, tuple[str, ...]]) -> None:
        self.folder = folder
        self._headings = headings
        self._open: dict[str, csv.DictWriter[str]] = {}
        self._files = ExitStack()

    def __enter__(self) -> Tables:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._files.close()

    def write(self, table: str, cells: dict[str, str]) -> None:
        """Add a row. Cells that are not given stay empty."""
        if table not in self._open:
            self._open[table] = self._begin(table)
        self._open[table].writerow(cells)

    def _begin(self, table: str) -> csv.DictWriter[str]:
        path = self.folder / table
        path.parent.mkdir(parents=True, exist_ok=True)
        file = self._files.enter_context(path.open("w", encoding="utf-8", newline=""))
        writer = csv.DictWriter(file, self._headings[table], restval="", lineterminator="\n")
        writer.writeheader()
        return writer


_STATEMENTS = ("claims.csv", "observations.csv", "holdings.csv", "effects.csv")


def statement_headings(*, register: bool) -> dict[str, tuple[str, ...]]:
    """The headings of the tables of statements beside a text, or in a register."""
    return {table: statement_columns(table, register=register) for table in _STATEMENTS}


def cited_row(fact: Fact, source: str) -> dict[str, str]:
    """The cells of a fact that a cited source states, or denies."""
    denied = source.startswith("-")
    evidence = {"source": source.removeprefix("-"), "stance": "refutes" if denied else ""}
    cells = {**cells_of(fact), **evidence}
    columns = statement_columns(table_of(fact), register=True)
    return {column: cells[column] for column in columns if column in cells}


class SourceText:
    """A text that grows by the sentences of its facts, thing by thing, and then is written."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self._facts: dict[str, list[Fact]] = {}

    def take(self, fact: Fact) -> None:
        self._facts.setdefault(fact.subject.id, []).append(fact)

    def write(self, sources: Path) -> None:
        """Write the text with its registration and its tables."""
        folder = sources / self.text.id
        content = "\n\n".join(map(self._paragraph, self._facts.values())) + "\n"
        folder.mkdir(parents=True)
        (folder / "text.txt").write_bytes(content.encode())
        (folder / "source.toml").write_text(self._registration(content), "utf-8", newline="\n")
        with Tables(folder, statement_headings(register=False)) as tables:
            for facts in self._facts.values():
                for fact in facts:
                    tables.write(table_of(fact), self._row(fact))

    def _paragraph(self, facts: list[Fact]) -> str:
        language = self.text.language
        opening = lead(facts[0].subject.in_language(language), language)
        stated = (in_words(fact, language) + STOPS[language] for fact in facts)
        return opening + "".join([" " if language == "en" else "", *stated]).rstrip()

    def _row(self, fact: Fact) -> dict[str, str]:
        language = self.text.language
        quote = in_words(fact, language)
        has_context = stable(quote) % 10 < CONTEXTS_IN_TEN
        context = lead(fact.subject.in_language(language), language) if has_context else ""
        gloss = in_words(fact, "en" if language == "zh" else "zh")
        cells = {**cells_of(fact), "quote": quote, "context_quote": context, "gloss": gloss}
        columns = statement_columns(table_of(fact), register=False)
        return {column: cells[column] for column in columns if column in cells}

    def _registration(self, content: str) -> str:
        keys = {
            "title": f"第{self.text.number}号案例文章",
            "publisher": "案例网",
            "address": "",
            "published": "",
            "recorded": RECORDED,
            "reliability": "low" if self.text.crowd else "medium",
            "copy_of": "",
            "language": self.text.language,
            "licence": "CC0-1.0",
            "sha256": sha256(content.encode()).hexdigest(),
            "hold": "text",
            "note": "生成的文本，未公开发布。 / Generated text, published nowhere.",
        }
        lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in keys.items())
        return "\n".join(lines) + "\n"
