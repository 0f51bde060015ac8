"""docs/architecture.md speaks of the graph as it is."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from finkg.store.layers import OPENED_BY_NAME, PLAIN_VIEW, Layer

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "architecture.md").read_text("utf-8")
FINKG = [sys.executable, "-c", "from finkg.cli import main; main()"]


@pytest.fixture(scope="module")
def claims(environment: dict[str, str]) -> str:
    """The claims layer of the packaged graph as N-Quads."""
    command = [*FINKG, "export", "--format", "nquads", "--layer", "claims"]
    run = subprocess.run(command, env=environment, capture_output=True, check=True)
    return run.stdout.decode()


def test_the_example_is_in_the_graph(claims: str) -> None:
    """The claim, evidence and quote of the page are nodes of the packaged graph."""
    ids = set(re.findall(r"id:([a-z]-[0-9a-f]{16})", PAGE))
    assert len(ids) == 3
    assert {name for name in ids if f"/id/{name}>" not in claims} == set()


def test_the_example_says_what_the_graph_says(claims: str) -> None:
    """Its claim is outranked, and its quote stands at the offsets that the page gives."""
    said = [line for line in claims.splitlines() if "/id/c-672add75e4015027> " in line]
    assert any("#standing> " in line and "#Outranked>" in line for line in said)
    quote = [
        line for line in claims.splitlines() if line.split()[0].endswith("q-0a9a52c092f8cee2>")
    ]
    assert any('#startOffset> "291"' in line for line in quote)
    assert any('#endOffset> "301"' in line for line in quote)


def test_the_table_of_layers_is_the_programs() -> None:
    """Every layer has its line, and the line says rightly whether a plain query sees it."""
    rows = dict(re.findall(r"^\| `(\w+)` \|.*\| ([^|]+) \|$", PAGE, re.MULTILINE))
    assert rows.keys() >= {layer.value for layer in Layer}
    assert all(rows[layer] == "yes" for layer in PLAIN_VIEW)
    assert all(rows[layer].startswith("when named") for layer in OPENED_BY_NAME)
