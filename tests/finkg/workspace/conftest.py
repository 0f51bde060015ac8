"""A small sound workspace for each test to spoil."""

from __future__ import annotations

from pathlib import Path

import pytest

from .tiny import Tiny


@pytest.fixture
def tiny(tmp_path: Path) -> Tiny:
    return Tiny(tmp_path / "tiny")
