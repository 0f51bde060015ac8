"""Answers that can be written to a file."""

from __future__ import annotations

from pathlib import Path

from finkg.catalogue.answer import Answer
from finkg.errors import Language
from finkg.export import answers
from finkg.files import written_aside


class WritableAnswer(Answer):
    """Rows of a question or a SELECT query, with the graph that they came from."""

    @classmethod
    def of(cls, answer: Answer) -> WritableAnswer:
        """The same answer."""
        return cls(**{name: getattr(answer, name) for name in answer.__dataclass_fields__})

    def write(self, path: str | Path, format: str = "", lang: Language = "zh") -> Path:  # noqa: A002
        """Write the answer: as csv, tsv, json, xml, md, html, xlsx or parquet, named or told from
        the suffix; labels in `lang`.

        xlsx needs the extra `tables`, parquet the extra `parquet`. Raises UnknownFormat,
        MissingPackage, NotWritable, DiskFull.
        """
        path = Path(path)
        chosen = None if format else answers.by_suffix(str(path))
        content = answers.Content(
            self, self.rows, chosen or answers.named(format or path.suffix), lang
        )
        with written_aside(path) as output:
            answers.write(content, output)
        return path
