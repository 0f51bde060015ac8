"""What the tests of the generator share: a small generated graph, built once a run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

# The benchmarks are programs of this folder, not an installed package.
sys.path.insert(0, str(Path(__file__).parent))

if TYPE_CHECKING:
    from finkg.build.pipeline import BuildReport

CLAIMS = 2_000


@pytest.fixture(scope="session")
def generated_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generated workspace of 2,000 claims. Read it; never write to it."""
    from generator.workspace import write_workspace

    folder = tmp_path_factory.mktemp("generated") / "workspace"
    write_workspace(folder, CLAIMS)
    return folder


@pytest.fixture(scope="session")
def report(generated_workspace: Path) -> BuildReport:
    """What its build made, and where the snapshot is."""
    from finkg.build.pipeline import build

    return build(generated_workspace, generated_workspace.with_name("snapshot"))
