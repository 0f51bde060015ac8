"""One workspace beside others: what they say is merged, and ids are everybody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from finkg.errors import Location
from finkg.workspace.problems import DuplicateId, MissingColumn

from .tiny import CLAIMS, ENTITY_TABLE, FILES, Tiny

CARD = 'base = "https://example.org/{name}/"\nextends = [{others}]\n' + FILES["workspace.toml"]


class Beside(Tiny):
    """A workspace without tables that extends others in the same folder."""

    def __init__(self, folder: Path, *others: str) -> None:
        self.folder = folder
        names = ", ".join(f'"../{other}"' for other in others)
        self.write("workspace.toml", CARD.format(name=folder.name, others=names))
        self.write(ENTITY_TABLE, FILES[ENTITY_TABLE].splitlines()[0] + "\n")
        self.write("identities.csv", FILES["identities.csv"])


@pytest.fixture
def mine(tiny: Tiny) -> Beside:
    return Beside(tiny.folder.parent / "mine", "tiny")


def test_an_extended_workspace_is_merged_in(tiny: Tiny, mine: Beside) -> None:
    """Its entities, sources, texts and rows stand as they stand there; its files keep its name."""
    theirs, ours = tiny.read(), mine.read()
    assert ours.problems == []
    assert [row.evidence.id for row in ours.rows] == [row.evidence.id for row in theirs.rows]
    assert ours.entities.keys() == theirs.entities.keys()
    assert {row.where.file for row in ours.rows} == {
        f"../tiny:{row.where.file}" for row in theirs.rows
    }
    assert ours.folders == [mine.folder / "../tiny", mine.folder]


def test_ones_own_entities_have_ones_own_base(mine: Beside) -> None:
    """A base IRI is the workspace's that sets it; broader concepts reach across."""
    mine.entity(id="my-users", type="Metric", broader="users")
    entities = mine.read().entities
    assert entities["my-users"].iri.value == "https://example.org/mine/my-users"
    assert entities["users"].iri.value == "https://w3id.org/finkg/id/users"
    assert entities["my-users"].broader == (entities["users"].iri,)


def test_an_id_of_the_other_is_taken(mine: Beside) -> None:
    """One id is one thing, in all of them."""
    line = mine.entity(id="yuebao")
    problem = mine.found(DuplicateId, "yuebao", f"../tiny:{ENTITY_TABLE}:4")
    assert problem.where == Location(ENTITY_TABLE, line, 1)


def test_a_source_of_the_other_is_taken(mine: Beside) -> None:
    """A folder of the same name is not read into the other's."""
    for name in ("source.toml", "text.txt", "claims.csv"):
        path = f"sources/article/{name}"
        mine.write(path, FILES[path])
    rows = len(mine.read().rows)
    assert mine.found(DuplicateId, "article").where.file == "sources/article/source.toml"
    assert rows == 7


def test_faults_of_the_other_are_told(tiny: Tiny, mine: Beside) -> None:
    """With the other's name before the file."""
    tiny.change(CLAIMS, "stance", "stanze")
    assert mine.found(MissingColumn, "stance").where == Location(f"../tiny:{CLAIMS}", 1)


def test_faults_of_the_others_card_are_told(tiny: Tiny, mine: Beside) -> None:
    """Its card is a file as any other."""
    tiny.change("workspace.toml", "zh =", "zhh =")
    (problem,) = mine.problems()
    assert problem.where.file == "../tiny:workspace.toml"


def test_a_workspace_is_read_once_however_many_extend_it(tiny: Tiny, mine: Beside) -> None:
    """Two roads to one workspace do not double its rows."""
    Beside(tiny.folder.parent / "other", "tiny")
    top = Beside(tiny.folder.parent / "top", "mine", "other")
    whole = top.read()
    assert whole.problems == []
    assert len(whole.rows) == len(tiny.read().rows)
    assert len(whole.folders) == 4


def test_two_extended_workspaces_may_not_share_an_id(tiny: Tiny, mine: Beside) -> None:
    """Neither of them sees the other; the one that extends both does."""
    other = Beside(tiny.folder.parent / "other")
    for workspace in (mine, other):
        workspace.entity(id="my-own")
    top = Beside(tiny.folder.parent / "top", "mine", "other")
    problem = top.found(DuplicateId, "my-own", f"../mine:{ENTITY_TABLE}:2")
    assert problem.where.file == f"../other:{ENTITY_TABLE}"


def test_title_and_day_are_ones_own(tiny: Tiny, mine: Beside) -> None:
    """Who extends answers for the whole, up to a day of its own."""
    tiny.change("workspace.toml", "2026-01-01", "2020")
    assert mine.read().day.isoformat() == "2026-01-01"
    assert tiny.read().day.isoformat() == "2020-12-31"
