"""What all tests share: the packaged graph, built once a run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from finkg.environment import cache_folder

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph

#: The text that the graph began with; `editors` only decides about structure.
ARTICLE = ("internet-finance-cases", "editors")

# Workers that run tests side by side have caches of their own, as two people would.
if WORKER := os.environ.get("PYTEST_XDIST_WORKER"):
    os.environ["FINKG_CACHE"] = str(cache_folder() / f"tests-{WORKER}")

# How long an example takes on a busy machine proves nothing about the program.
settings.register_profile("finkg", deadline=None)
settings.load_profile("finkg")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """With `-n auto`, a worker for each core that this process may use; without this, only whole
    cores count where psutil is installed: one for two threads of a core."""
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ or not hasattr(os, "sched_getaffinity"):
        return None
    return len(os.sched_getaffinity(0))


@pytest.fixture(scope="module")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Graphs that the tests of a module derive are kept apart from the user's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FINKG_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def packaged_snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged graph as a snapshot. Read it; never build over it."""
    from finkg.build.pipeline import build
    from finkg.resources import packaged_workspace

    return build(packaged_workspace(), tmp_path_factory.mktemp("packaged") / "snapshot").snapshot


@pytest.fixture
def article_workspace(tmp_path: Path) -> Path:
    """A workspace of the article alone, beside which tests put sources of their own."""
    from shutil import copytree

    from finkg.resources import packaged_workspace

    packaged, folder = packaged_workspace(), tmp_path / "article"
    copytree(packaged / "entities", folder / "entities")
    for source in ARTICLE:
        copytree(packaged / "sources" / source, folder / "sources" / source)
    (folder / "workspace.toml").write_bytes((packaged / "workspace.toml").read_bytes())
    return folder


@pytest.fixture(scope="session")
def kg(packaged_snapshot: Path) -> KnowledgeGraph:
    """The packaged graph, opened for reading."""
    from finkg.graph import KnowledgeGraph
    from finkg.store.snapshot import Snapshot

    return KnowledgeGraph(Snapshot(packaged_snapshot))


@pytest.fixture(scope="session")
def article(kg: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    """The packaged graph as it would be without the better sources."""
    from finkg.vocabulary import local_name

    rows = kg.snapshot.rows("SELECT ?s { ?s a fk:Citation }")
    cited = (local_name(row["s"]) for row in rows)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FINKG_CACHE", str(tmp_path_factory.mktemp("derived")))
        return kg.without(*(name for name in cited if name not in ARTICLE))
