"""Keeps layouts by all that decides them, so that the same picture is not laid out twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

from finkg.environment import cache_folder
from finkg.errors import FileProblem
from finkg.files import write_file

#: How many are kept: those that were made last.
KEPT: Final = 64
#: The modules that lay out.
_CODE: Final = ("layout.py", "boxes.py", "room.py")
Place: TypeAlias = tuple[int, int]


def laid_out(of: Sequence[object], lay: Callable[[], list[Place]]) -> list[Place]:
    """The places that were kept for `of`, plain data that decides them, or else those that `lay`
    gives now, which are then kept.

    A folder that can not be written keeps nothing, and a file that is not whole is not believed.
    """
    told = json.dumps([_code(), *of], ensure_ascii=False)
    digest = hashlib.sha256(told.encode()).hexdigest()
    path = cache_folder() / "layouts" / f"{digest[:32]}.json"
    try:
        return _read(path, digest)
    except (OSError, ValueError, TypeError):
        found = lay()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, json.dumps({"of": digest, "places": found}).encode())
        for old in sorted(path.parent.glob("*.json"), key=lambda p: p.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)
    except (OSError, FileProblem):
        pass
    return found


def _read(path: Path, digest: str) -> list[Place]:
    kept = json.loads(path.read_bytes())
    if not isinstance(kept, dict) or kept.get("of") != digest:
        raise ValueError(path)
    return [(int(x), int(y)) for x, y in kept["places"]]


@cache
def _code() -> str:
    """The program that lays out: another one may lay out otherwise."""
    found = hashlib.sha256()
    for name in _CODE:
        found.update((Path(__file__).parent / name).read_bytes())
    return found.hexdigest()
