"""The same snapshot asked twice gives the same bytes, whatever the order of Python's sets."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ASKED = [
    ("why", "花呗", "affectedBy", "--all"),
    ("why", "花呗", "affectedBy", "--format", "json"),
    ("why", "花呗", "affectedBy", "--format", "mermaid"),
    ("why", "花呗", "affectedBy", "--format", "prov"),
    ("whatif", "--without", "internet-finance-cases", "--format", "json"),
    ("whatif", "--extend", "pipl", "支付"),
    ("ask", "products-affected-by-regulation", "--evidence"),
    ("export", "--format", "nquads"),
]


def answer(snapshot: Path, arguments: tuple[str, ...], seed: str) -> bytes:
    command = [sys.executable, "-m", "finkg", "--graph", str(snapshot), *arguments]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "FINKG_LANG": "zh"}
    return subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE).stdout


@pytest.mark.parametrize("arguments", ASKED, ids=" ".join)
def test_two_processes_answer_alike(packaged_snapshot: Path, arguments: tuple[str, ...]) -> None:
    """Proofs, differences, answers and triples."""
    one, other = (answer(packaged_snapshot, arguments, seed) for seed in ("1", "2"))
    assert one
    assert one == other
