"""The same tables always make the same graph, whatever the order of their rows."""

from __future__ import annotations

import csv
import random
import shutil
from pathlib import Path

import pytest

from finkg.build.pipeline import build
from finkg.export.rdf import SYNTAXES, rdf
from finkg.graph import KnowledgeGraph
from finkg.resources import packaged_workspace
from finkg.store.snapshot import Snapshot


def shuffled(folder: Path, seed: int) -> None:
    """Shuffle the rows of every table; the heading stays first."""
    order = random.Random(seed)
    for path in sorted(folder.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            heading, *rows = list(csv.reader(file))
        order.shuffle(rows)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([heading, *rows])


@pytest.mark.parametrize("seed", [1, 2])
def test_row_order_does_not_matter(kg: KnowledgeGraph, tmp_path: Path, seed: int) -> None:
    """Every export of a rebuild from shuffled tables has the same bytes."""
    copy = tmp_path / "workspace"
    for name in ("entities", "sources"):
        shutil.copytree(packaged_workspace() / name, copy / name)
    for path in packaged_workspace().glob("*.*"):
        shutil.copy(path, copy)
    shuffled(copy, seed)
    build(copy, tmp_path / "snapshot")
    again = Snapshot(tmp_path / "snapshot")
    for syntax in SYNTAXES:
        assert rdf(again, syntax) == rdf(kg.snapshot, syntax), syntax.name
