"""What -o writes to a file is what would stand on the screen, all of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run

SAID = [
    ("ask",),
    ("ask", "products-affected-by-regulation", "--evidence"),
    ("why", "花呗", "affectedBy"),
    ("why", "花呗"),
    ("why", "花呗", "affectedBy", "pipl"),
    ("whatif", "--extend", "pipl", "支付"),
    ("disputes",),
    ("proposals",),
    ("show", "花呗"),
    ("timeline", "余额宝", "--format", "csv"),
    ("prefixes",),
]


@pytest.mark.parametrize("arguments", SAID, ids=" ".join)
def test_a_file_has_all_that_the_screen_has(
    run: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """However many pieces the command says it in."""
    file = tmp_path / "said"
    shown = run(*arguments).out
    assert run(*arguments, "-o", str(file)).out == ""
    assert shown.count("\n") > 1
    assert file.read_text("utf-8") == shown


def test_the_health_of_sources_goes_to_a_file_whole(run: Run, tmp_path: Path) -> None:
    """Several sources, and the rules that are off."""
    from finkg.resources import packaged_workspace

    file = tmp_path / "said"
    folder = str(packaged_workspace())
    shown = run("check", folder, graph=None).out
    run("check", folder, "-o", str(file), graph=None)
    assert file.read_text("utf-8") == shown != ""
