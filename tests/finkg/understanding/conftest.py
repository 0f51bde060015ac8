"""A small lexicon and a small graph's names, as the modules of the room take them."""

from __future__ import annotations

from pathlib import Path

import pytest

from finkg.understanding.lexicon import Lexicon
from finkg.understanding.linking import Linker
from finkg.understanding.reading import Reader

from . import small


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    return small.lexicon(tmp_path_factory.mktemp("words"))


@pytest.fixture(scope="session")
def linker() -> Linker:
    return small.linker()


@pytest.fixture(scope="session")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return small.reader(tmp_path_factory.mktemp("reader"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path
