"""What benches of ways to get the same thing share."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time
from typing import Any, NamedTuple


class Way(NamedTuple):
    """One way to get a thing, and CPU seconds that it took."""

    name: str
    seconds: float
    result: Any


def timed(name: str, step: Callable[[], Any], runs: int = 1) -> Way:
    """The least of some runs."""
    best, result = float("inf"), None
    for _ in range(runs):
        result = None
        gc.collect()
        start = process_time()
        result = step()
        best = min(best, process_time() - start)
    return Way(name, best, result)
