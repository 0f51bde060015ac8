"""Runs commands as a person would, in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from finkg.cli import main


class Ran(NamedTuple):
    """What a command left: its exit code, its data, its messages."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], packaged_snapshot: Path) -> Run:
    """Run a command on the packaged graph, in English unless it says otherwise."""

    def ran(*arguments: str, lang: str = "en", graph: Path | None = packaged_snapshot) -> Ran:
        where = ("--graph", str(graph)) if graph else ()
        code: object = 0
        try:
            main([*where, "--lang", lang, *arguments])
        except SystemExit as exit_:
            code = exit_.code
        captured = capfdbinary.readouterr()
        return Ran(int(str(code or 0)), captured.out.decode(), captured.err.decode())

    return ran
