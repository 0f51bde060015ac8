"""A workspace in which one source says what a test has it say."""

from __future__ import annotations

from pathlib import Path

import pytest

from ...own import Own
from .trial import ENTITIES


@pytest.fixture
def own(tmp_path: Path) -> Own:
    workspace = Own(tmp_path / "own", ENTITIES)
    workspace.source("press", "medium")
    return workspace
