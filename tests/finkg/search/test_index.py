"""The index stands in the snapshot that it was built with, and says what that says."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from finkg.errors import DiskFull
from finkg.graph import KnowledgeGraph
from finkg.search.entries import Kind
from finkg.search.index import FILE, write_index
from finkg.search.matching import Match
from finkg.search.search import Search
from finkg.store.snapshot import Snapshot, write_snapshot

from ..own import Own
from .small import Thing, view

if TYPE_CHECKING:
    from finkg.search.hits import Hit

ASKED = ("花呗", "hb", "mayi jituan", "ant grop", "微", "支付", "2025年推出余额宝")


def found(snapshot: Snapshot) -> list[list[Hit]]:
    return [Search.of(snapshot).find(text) for text in ASKED]


@pytest.fixture
def copied(packaged_snapshot: Path, tmp_path: Path) -> Snapshot:
    """The packaged graph, of which a test may change what is no part of the store."""
    return Snapshot(copytree(packaged_snapshot, tmp_path / "copy"))


def test_the_same_graph_has_the_same_index(packaged_snapshot: Path, tmp_path: Path) -> None:
    """Byte by byte: nothing in it depends on the run."""
    snapshot = Snapshot(packaged_snapshot)
    write_index(snapshot, tmp_path / FILE)
    assert (tmp_path / FILE).read_bytes() == (snapshot.folder / FILE).read_bytes()


def test_a_snapshot_without_an_index_answers_alike(copied: Snapshot) -> None:
    """One of an earlier version is searched all the same; nothing is written into it."""
    before = found(copied)
    (copied.folder / FILE).unlink()
    files = sorted(copied.folder.iterdir())
    assert found(copied) == before
    assert sorted(copied.folder.iterdir()) == files


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_an_index_that_cannot_be_read_is_made_anew(copied: Snapshot, content: bytes) -> None:
    """A file that is broken is as good as none."""
    before = found(copied)
    (copied.folder / FILE).write_bytes(content)
    assert found(copied) == before


def test_an_index_of_another_version_is_not_read(copied: Snapshot) -> None:
    """What stands in it may mean something else."""
    before = found(copied)
    with sqlite3.connect(copied.folder / FILE) as connection:
        connection.execute("DELETE FROM entry")
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    assert found(copied) == before


def test_the_index_goes_with_its_generation(tmp_path: Path) -> None:
    """A build that is switched to has an index of its own; the old one is gone with the old."""
    for name in ("甲支付", "乙支付"):
        thing = Thing("t", "Product", name, "T")
        with write_snapshot(tmp_path / "s") as writer:
            writer.add(thing.quads())
            write_index(view(thing), writer.folder / FILE)
            writer.describe({})
        snapshot = Snapshot(tmp_path / "s")
        assert [hit.label.zh for hit in Search.of(snapshot).find("支付")] == [name]
    assert len([*(tmp_path / "s").rglob(FILE)]) == 1


def test_a_full_disk_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index that cannot be written ends the build like any file that cannot, and leaves
    nothing."""

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("finkg.search.index.fill", full)
    thing = Thing("t", "Product", "甲", "T")
    with pytest.raises(DiskFull), write_snapshot(tmp_path / "s") as writer:
        write_index(view(thing), writer.folder / FILE)
    assert [*(tmp_path / "s").iterdir()] == []


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Own:
    """A firm that had another name, which one source alone tells."""
    monkeypatch.setenv("FINKG_CACHE", str(tmp_path / "cache"))
    own = Own(tmp_path / "own", {"ant": "Company", "yuebao": "FinancialProduct"})
    own.source("gazette", "high")
    own.source("paper", "high")
    own.says("paper", "ant formerName 支付小微@zh")
    own.says("gazette", "ant offers yuebao")
    return own


def named_so(kg: KnowledgeGraph, text: str) -> list[tuple[str, Kind, Match]]:
    return [(hit.id, hit.kind, hit.match) for hit in kg.search(text)]


def test_a_former_name_is_found(own: Own) -> None:
    """What a thing was called leads to what it is called now, and the hit says so."""
    assert named_so(own.build(), "支付小微") == [("ant", Kind.FORMER_NAME, Match.EXACT)]


def test_a_graph_without_a_source_has_an_index_of_its_own(own: Own) -> None:
    """A name that only the source gave is not found in the graph without it."""
    without = own.build().without("paper")
    assert (without.snapshot.folder / FILE).is_file()
    assert named_so(without, "支付小微") == []
    assert named_so(without, "yuebao") == [("yuebao", Kind.LABEL, Match.EXACT)]


def test_a_quote_says_where_its_statement_stands(kg: KnowledgeGraph) -> None:
    """What the plain view does not have is found and marked; what it has is not marked, and stands
    before."""
    standings = {row["s"] for row in kg.snapshot.rows(_STANDINGS)}
    hits = kg.search("2025年推出余额宝")
    marked = {hit.id: hit.standing for hit in hits if hit.kind is Kind.QUOTE}
    assert marked["yuebao"] == "Outranked"
    assert "Outranked" in {term.value.rpartition("#")[2] for term in standings}
    every = [hit for hit in kg.search("推出", None) if hit.kind is Kind.QUOTE]
    assert [bool(hit.standing) for hit in every] == sorted(bool(hit.standing) for hit in every)


_STANDINGS = """SELECT ?s { GRAPH layer:claims { ?c fk:claimSubject id:yuebao ; fk:standing ?s ;
  fk:evidence/fk:quote/fk:exactText ?text FILTER (CONTAINS(?text, "2025年推出余额宝")) } }"""


def test_an_unmarked_quote_supports_what_the_plain_view_says(kg: KnowledgeGraph) -> None:
    """Each passage without a mark is quoted for an accepted statement about the entity."""
    quoted = """ASK { GRAPH layer:claims { ?c fk:claimSubject %s ; fk:standing fk:Accepted ;
      fk:evidence ?e . ?e fk:stance fk:Supports ; fk:quote/fk:exactText ?text }
      FILTER (STR(?text) = "%s") }"""
    hits = [hit for hit in kg.search("金融", None) if hit.kind is Kind.QUOTE]
    assert hits
    for hit in hits:
        accepted = bool(kg.query(quoted % (hit.entity, hit.text.replace('"', '\\"'))))
        assert accepted is (hit.standing == "")


def test_a_description_is_found_behind_names(kg: KnowledgeGraph) -> None:
    """The editors' notes are searched, too; who is called so stands before who is described so."""
    hits = kg.search("scoring service", None)
    assert ("zhima", Kind.DESCRIPTION) in {(hit.id, hit.kind) for hit in hits}
    names = [hit.kind.is_name for hit in kg.search("Payment", None)]
    assert names == sorted(names, reverse=True)
