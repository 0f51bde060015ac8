"""Prints what the page of the interactive view costs in a browser, beside raw pyvis in one run.

    python tests/bench/view_page.py [--snapshot FOLDER] [--nodes 100000] [--edges 150000]

The packaged graph and a large one are opened from disk in chromium without a network, each time in
a context of its own; the figures are medians. The large one is a graph that was built (as by
`view.py`), or a scene of made-up names, which is made in a second. A first picture is there when
the canvas is painted with its labels: by the page's clock from the start of its opening, and beside
it processor seconds of the page's own thread, which a busy machine changes least. Nothing fails
here: the bars stand beside the figures.
"""

from __future__ import annotations

import os
import re
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import view_browser as browser_of
from view_browser import Opening, fresh, opened
from view_scene import heaviest, large, raw_pyvis

import finkg
from finkg.view.page import render
from finkg.view.scene import Scene

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NODES, EDGES, RUNS = 100_000, 150_000, 5
#: Nodes that pyvis and we draw in the same run.
BOTH: Final = 300
#: Nodes that are drawn while frames are counted.
DRAWN: Final = 150
_BLOCK: Final = '<script type="text/plain" id="evidence-block">(.*?)</script>'


def line(name: str, figure: str, bar: str = "", note: str = "") -> None:
    print(f"{name:<44}{figure:>14}   {bar:<20}{note}", flush=True)


def load() -> str:
    return "load average " + ", ".join(f"{each:.1f}" for each in os.getloadavg())


def seconds(openings: Iterable[Opening]) -> tuple[str, str]:
    """The median, and what else was measured."""
    several = [*openings]
    page, wall, cpu = (median(each[place] for each in several) for place in range(3))
    return f"{page:.2f} s", f"{wall:.2f} s by our clock, {cpu:.2f} s of the processor"


def written(scene: Scene, path: Path) -> None:
    """Writes the page of a scene and prints how large it is."""
    cpu, wall = process_time(), perf_counter()
    html = render(scene, "zh").encode()
    path.write_bytes(html)
    cpu, wall = process_time() - cpu, perf_counter() - wall
    line("the scene written as a page", f"{wall:.2f} s", "", f"{cpu:.2f} s of the processor")
    whole, evidence = len(html) / 1e6, len(re.findall(_BLOCK.encode(), html)[0]) / 1e6
    line("the file", f"{whole:.2f} MB")
    line("the file without the evidence", f"{whole - evidence:.2f} MB")


def packaged(browser: Browser, folder: Path, runs: int) -> None:
    scene = finkg.open().scene()
    line("THE PACKAGED GRAPH", f"{len(scene.nodes):,} nodes", "", f"{len(scene.edges):,} edges")
    path = folder / "packaged.html"
    written(scene, path)
    line("", "", "0.9 MB: the file")
    openings, clicks = [], []
    for _ in range(runs):
        with fresh(browser) as page:
            openings.append(opened(page, path))
            clicks.append(browser_of.clicked(page))
    figure, note = seconds(openings)
    line("first picture", figure, "", note)
    line("first click answered with evidence", f"{median(clicks):.2f} s", "0.8 s")
    beside_pyvis(browser, scene, path, runs)


def beside_pyvis(browser: Browser, scene: Scene, path: Path, runs: int) -> None:
    """The same nodes and edges, all drawn at once by both."""
    from playwright.sync_api import TimeoutError as Late

    nodes = heaviest(scene, BOTH)
    raw = path.with_name("pyvis.html")
    edges = raw_pyvis(scene, nodes, raw)
    line("BESIDE RAW PYVIS", f"{len(nodes)} nodes", "", f"{edges} edges, physics as it comes")
    address = f"#most={BOTH}&add=" + quote(" ".join(node.id for node in nodes))
    ours, theirs = [], []
    for _ in range(runs):
        with fresh(browser) as page:
            ours.append(opened(page, path, address))
        with fresh(browser) as page:
            try:
                theirs.append(opened(page, raw, picture="rested"))
            except Late:
                patience = browser_of.PATIENCE / 1000
                theirs.append(Opening(patience, patience, patience))
    for name, openings in (("ours, first picture", ours), ("pyvis, drawn when at rest", theirs)):
        figure, note = seconds(openings)
        line(name, figure, "", note)
    ratio, cpu = (
        median(each[place] for each in theirs) / median(each[place] for each in ours)
        for place in (0, 2)
    )
    line("ratio", f"{ratio:.0f} x", "30 x", f"{cpu:.0f} x of the processor")


def scene_of(snapshot: Path | None, nodes: int, edges: int) -> Scene:
    if snapshot is None:
        return large(nodes, edges)
    cpu, wall = process_time(), perf_counter()
    scene = finkg.open(snapshot).scene()
    cpu, wall = process_time() - cpu, perf_counter() - wall
    line("the scene filled from the graph", f"{wall:.2f} s", "", f"{cpu:.2f} s of the processor")
    return scene


def letters(scene: Scene) -> dict[str, str]:
    """What is typed: names of the graph, and how such names are read."""
    name = max(scene.nodes[len(scene.nodes) // 2 :], key=lambda node: len(node.label.zh)).label
    return {
        "a name in zh": name.zh[:5],
        "a name in en": name.en[:8].lower(),
        "pinyin": "anbaoch",
        "first letters of pinyin": "abcyx",
        "what is not there": "zzqx",
    }


def large_one(browser: Browser, folder: Path, runs: int, scene: Scene) -> None:
    edges, facts, claims = len(scene.edges), len(scene.facts), len(scene.claims)
    note = f"{edges:,} edges, {facts:,} facts, {claims:,} claims"
    line("A LARGE GRAPH", f"{len(scene.nodes):,} nodes", "", note)
    path = folder / "large.html"
    written(scene, path)
    line("", "", "6 s, 15 MB, 6 MB: written with the scene, the file, without its evidence")
    words = letters(scene)
    openings, clicks, expansions, paths, soon = [], [], [], [], []
    later: dict[str, list[float]] = {name: [] for name in words}
    zooms = []
    for _ in range(runs):
        with fresh(browser) as page:
            openings.append(opened(page, path))
            soon.append(max(browser_of.typed(page, "anbao")))
            page.wait_for_timeout(2000)
            for name, text in words.items():
                later[name].append(max(browser_of.typed(page, text)))
            expansions.append(browser_of.cost(page, "finkg.expand(finkg.inSight()[0])"))
            if page.evaluate("() => 'path' in finkg"):
                ends = "finkg.inSight()[0], finkg.inSight().at(-1)"
                paths.append(browser_of.cost(page, f"finkg.path({ends})"))
            zooms.append(browser_of.frames(page, DRAWN))
        with fresh(browser) as page:
            opened(page, path)
            clicks.append(browser_of.clicked(page))
    figure, note = seconds(openings)
    line("first picture", figure, "1 s", note)
    line("first click answered with evidence", f"{median(clicks):.2f} s", "", "from opening")
    line("slowest keystroke right after opening", f"{median(soon):.0f} ms", "50 ms")
    for name, took in later.items():
        line(f"slowest keystroke, {name}", f"{median(took):.0f} ms", "50 ms", words[name])
    line("expand", f"{median(expansions):.0f} ms", "150 ms")
    line("path", f"{median(paths):.0f} ms" if paths else "no path yet", "50 ms")
    zoom = sorted(zooms, key=lambda each: each["frames"])[len(zooms) // 2]
    note = f"{zoom['nodes']} nodes and {zoom['edges']} edges drawn"
    line("zoomed", f"{zoom['frames']:.0f} frames/s", "30 frames/s", note)


def main() -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--snapshot", type=Path, help="a large graph that was built")
    parser.add_argument("--nodes", type=int, default=NODES)
    parser.add_argument("--edges", type=int, default=EDGES)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--only", choices=("packaged", "large"))
    chosen = parser.parse_args()
    print(f"{f'medians of {chosen.runs}':<44}{'':>14}   {'bar':<20}{load()}")
    with TemporaryDirectory() as scratch, browser_of.chromium() as browser:
        if chosen.only != "large":
            packaged(browser, Path(scratch), chosen.runs)
        if chosen.only != "packaged":
            scene = scene_of(chosen.snapshot, chosen.nodes, chosen.edges)
            large_one(browser, Path(scratch), chosen.runs, scene)
    print(load())


if __name__ == "__main__":
    main()
