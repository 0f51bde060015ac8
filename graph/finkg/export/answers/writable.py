"""Answers that can be written to a file."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from finkg.catalogue.answer import Answer
from finkg.errors import Language
from finkg.export import answers
from finkg.files import written_aside

if TYPE_CHECKING:
    import pandas
    import polars


@dataclass(frozen=True, eq=False, repr=False)
class WritableAnswer(Answer):
    """Rows of a question or a SELECT query, with the graph that they came from."""

    #: The language in which a notebook shows it; else that of FINKG_LANG or the locale.
    shown_in: Language | None = None

    @classmethod
    def of(cls, answer: Answer) -> WritableAnswer:
        """The same answer."""
        return cls(**{field.name: getattr(answer, field.name) for field in fields(answer)})

    def __repr__(self) -> str:
        asked = " ".join(
            [self.question, *(f"{k}={v.rpartition('/')[2]}" for k, v in self.given.items())]
        ).strip()
        names = ", ".join(column.name for column in self.columns)
        count = f"{len(self)} row{'' if len(self) == 1 else 's'}"
        return f"<Answer{f' of {asked}' if asked else ''}: {count} of {names}>"

    def in_language(self, lang: Language) -> WritableAnswer:
        """The same answer, which a notebook shows in this language.

        >>> kg.ask("sources").in_language("en").shown_in
        'en'
        """
        return replace(self, shown_in=lang)

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

    def to_pandas(self, labels: Language | None = None) -> pandas.DataFrame:
        """The answer as a DataFrame of pandas, which the extra `pandas` installs.

        Columns are called as those of the answer, and typed also where there are no rows: Int64,
        Float64, boolean, datetime64 for full days, string; what is missing is NA. Entities are
        their ids; with `labels` a column NAME_label beside each has what they are called in that
        language. Times of which some are a year, a quarter or a month are text, with
        NAME_earliest and NAME_latest beside it, the first and the last day on which they may lie.
        Numbers that 64 bits do not hold digit by digit stay int and Decimal.

        `attrs` has the `title`, the `question`, what it was `given`, the `day` of the graph and
        the sources it is `without`. Raises MissingPackage.

        >>> frame = kg.ask("companies-by-exposure").to_pandas(labels="en")
        >>> str(frame["products"].dtype), frame.attrs["question"]
        ('Int64', 'companies-by-exposure')
        """
        from finkg.export.answers.frames import to_pandas

        return to_pandas(self, labels)

    def to_polars(self, labels: Language | None = None) -> polars.DataFrame:
        """The answer as a DataFrame of polars, which the extra `polars` installs.

        As `to_pandas`, with the types of polars: Int64, Float64, Boolean, Date, String, and Int128
        or Decimal where 64 bits do not hold a number digit by digit; what is missing is null.
        Raises MissingPackage.

        >>> frame = kg.timeline("yuebao").to_polars().select("when", "when_earliest", "when_latest")
        >>> frame.row(0)
        ('2013-06', datetime.date(2013, 6, 1), datetime.date(2013, 6, 30))
        """
        from finkg.export.answers.frames import to_polars

        return to_polars(self, labels)
