"""finkg plot: an answer as a picture."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

import click

from finkg.cli.answers import NotForATerminal
from finkg.cli.completing import entities
from finkg.cli.session import Session, common_options
from finkg.errors import Text, UnknownFormat, UsageError
from finkg.plotting import COMPANIES, ROWS

if TYPE_CHECKING:
    from finkg.export.plots.figure import Plot

FORMATS: Final = ("svg", "png", "pdf")
PICTURES: Final = ("timeline", "exposure", "years")


class NotOfThePicture(UsageError):
    """A choice among what a picture always shows whole."""

    text = Text("{picture} 不接受 {given}。", "{picture} takes no {given}.")
    hint = Text("它总是画整个图谱。", "It is always of the whole graph.")
    picture: str
    given: str


@click.command("plot", short_help="A picture: timeline, exposure, years. 画图。")
@click.argument("picture", type=click.Choice(PICTURES), metavar="PICTURE")
@click.argument("entity", required=False, shell_complete=entities)
@click.option(
    "--max-rows",
    type=click.IntRange(min=1),
    metavar="N",
    help="Rows drawn at most; the rest is counted below. 最多画出的行数，其余注明。",
)
@common_options
@click.pass_obj
def command(session: Session, picture: str, entity: str | None, max_rows: int | None) -> None:
    """Draw PICTURE, which is timeline, exposure or years, as svg, png or pdf, by --format or the
    suffix of -o; default: finkg-PICTURE.svg. It needs the extra plots.

    As timeline, what happened, all or about ENTITY, 200 rows unless --max-rows says otherwise; as
    exposure, companies by their exposure to regulation, 50 of them, or ENTITY alone; as years,
    regulatory events and new legal instruments by year.

    \b
    finkg plot timeline 余额宝 -o timeline.svg
    finkg plot years --lang en -o years.png
    """
    chosen = _format(session)
    session.options.setdefault("output", f"finkg-{picture}.{chosen}")
    if chosen != "svg" and session.on_terminal:
        raise NotForATerminal(chosen)
    content = _drawn(session, picture, entity, max_rows).rendered(chosen)
    session.write_bytes(content)
    if session.output != "-":
        session.tell(session.words("已写出 {path}。", "Wrote {path}.").format(path=session.output))


def _format(session: Session) -> str:
    """The format that --format or the suffix of -o names, else svg. Raises UnknownFormat."""
    chosen = (session.format or PurePath(session.output).suffix[1:] or FORMATS[0]).lower()
    if chosen not in FORMATS:
        raise UnknownFormat(chosen, FORMATS)
    return chosen


def _drawn(session: Session, picture: str, entity: str | None, max_rows: int | None) -> Plot:
    """The picture. Raises NotOfThePicture, and what `kg.plot` raises."""
    plots, lang = session.graph.plot, session.lang
    if picture == "years":
        if entity is not None or max_rows is not None:
            raise NotOfThePicture(picture, "--max-rows" if entity is None else entity)
        return plots.regulations_by_year(lang)
    if picture == "exposure":
        return plots.exposure(entity, lang, limit=max_rows or COMPANIES)
    return plots.timeline(entity, lang, limit=max_rows or ROWS)
