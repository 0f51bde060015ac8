"""Graphs derived from a built one: as of a day, without a source. Kept in the cache like it."""

from __future__ import annotations

import shutil
import zlib
from pathlib import Path

from finkg import resources
from finkg.build.cache import fingerprint
from finkg.environment import cache_folder
from finkg.evidence.scenario import Scenario
from finkg.store.snapshot import Snapshot, is_snapshot, read_manifest

#: How many derived graphs are kept; the one that was built longest ago goes first.
KEPT = 24
_PREFIX = "derived-"


def derived(base: Snapshot, scenario: Scenario) -> Snapshot:
    """The graph of a snapshot as a scenario asks for it, computed anew from the files behind it."""
    if not base.folder.is_dir():
        # A build has switched since; what was kept with the old generation went with it.
        base = Snapshot(base.path)
    marks: dict[str, object] = {
        "of": str(base.path.resolve()),
        "generation": base.generation,
        "program": fingerprint(resources.code()),
        "scenario": scenario.described(),
    }
    place = cache_folder() / f"{_PREFIX}{zlib.crc32(repr(sorted(marks.items())).encode()):08x}"
    if not is_snapshot(place) or not marks.items() <= read_manifest(place).items():
        # Imported here: a graph that is derived already needs none of the build.
        from finkg.build.pipeline import rebuild

        rebuild(base.inputs, scenario, place, marks)
        _prune()
    return Snapshot(place)


def _prune() -> None:
    found = [path for path in cache_folder().glob(f"{_PREFIX}*") if path.is_dir()]
    found.sort(key=_built_on, reverse=True)
    for path in found[KEPT:]:
        shutil.rmtree(path, ignore_errors=True)


def _built_on(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
