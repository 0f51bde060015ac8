"""finkg path: how two things are connected."""

from __future__ import annotations

import click

from finkg.cli.completing import entities
from finkg.cli.session import Session, common_options


@click.command("path", short_help="How two things are connected. 两个事物之间的路径。")
@click.argument("start", shell_complete=entities)
@click.argument("end", shell_complete=entities)
@click.option(
    "--paths",
    "most",
    type=click.IntRange(min=1, max=100),
    default=3,
    show_default=True,
    metavar="N",
    help="At most so many paths. 至多几条路径。",
)
@click.option(
    "--through",
    multiple=True,
    metavar="ENTITY",
    shell_complete=entities,
    help="Paths pass this, a hub or not; repeatable, in order. 须经过此物，枢纽亦可。",
)
@click.option("--hubs", is_flag=True, help="All hubs may be passed. 允许经过一切枢纽。")
@click.option(
    "--via",
    multiple=True,
    metavar="CLASS",
    help="Only things of this class stand between, such as Product; repeatable. 中间只经此类事物。",
)
@click.option(
    "--relation",
    "relations",
    multiple=True,
    metavar="PROPERTY",
    help="Only this relation counts, such as offers; repeatable. 只算此种关系。",
)
@click.option("--layer", "layers", multiple=True, help="Open a further layer by name. 另开图层。")
@click.option("--evidence", is_flag=True, help="Quotes under each step. 每一步附原文引文。")
@common_options
@click.pass_obj
def command(
    session: Session,
    start: str,
    end: str,
    most: int,
    through: tuple[str, ...],
    hubs: bool,
    via: tuple[str, ...],
    relations: tuple[str, ...],
    layers: tuple[str, ...],
    evidence: bool,
) -> None:
    """The cheapest paths from START to END, each step with the statement that it rests on.

    A step costs the more, the more things stand in the same relation with either end, so that what
    is particular goes before what many share. Hubs stand on no path unless they are asked for: the
    concepts that much is classified by, and whatever half of the graph touches. An arrow backwards
    reads the relation from right to left.

    \b
    finkg path 微众银行 花呗
    finkg path 微众银行 花呗 --through 信贷 --evidence
    """
    from finkg.cli.answers import answer_format, evidence_format, write_answer
    from finkg.cli.ask import write_with_evidence

    chosen = evidence_format(session) if evidence else answer_format(session)
    answer = session.graph.path(
        start,
        end,
        most=most,
        through=through,
        via=via,
        hubs=hubs,
        relations=relations,
        layers=layers,
    )
    if evidence:
        write_with_evidence(session, answer, chosen)
    else:
        write_answer(session, answer, chosen)
    if said := answer.remark.in_language(session.lang):
        session.tell(said)
