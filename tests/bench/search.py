"""Prints what a search costs beside a SPARQL query that scans the labels, side by side in one run.

    python tests/bench/search.py [LABELS]

A store of so many labels of made-up companies, zh and en, is indexed, and pieces of their names are
searched with all of their hits, beside `FILTER (CONTAINS(?name, …))` over the same labels; each
name that the scan finds is among the hits. Then queries are typed letter by letter: what the twenty
best hits cost at each keystroke. Nothing fails here: the bars stand beside the figures.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Final

from generator.names import stem
from pyoxigraph import Literal, NamedNode, Quad, Store

from finkg import vocabulary as v
from finkg.search.index import FILE, write_index
from finkg.search.search import Search
from finkg.store.layers import Layer
from finkg.store.view import GraphView

LABELS: Final = 1_000_000
ROUNDS, SCANS = 7, 3
BARS: Final = (
    "The bars: a search with all of its hits 100 times as fast as the scan; a keystroke 20 ms;\n"
    "100,000 labels indexed a second (10 µs each, by the clock)."
)
_PLACES: Final = (
    ("北京", "Beijing"), ("上海", "Shanghai"), ("深圳", "Shenzhen"), ("杭州", "Hangzhou"),
    ("重庆", "Chongqing"), ("广州", "Guangzhou"), ("成都", "Chengdu"), ("浙江", "Zhejiang"),
)  # fmt: skip
_TRADES: Final = (
    ("网络科技", "Network Technology"), ("小额贷款", "Microloan"), ("支付", "Payment"),
    ("消费金融", "Consumer Finance"), ("基金销售", "Fund Sales"), ("保险经纪", "Insurance Brokers"),
)  # fmt: skip
_SCAN: Final = """SELECT ?thing ?name { ?thing rdfs:label ?name
  FILTER (CONTAINS(?name, "%s")) }"""
_TYPED: Final = (
    "上海安宝昌", "有限公司", "anbao", "shanghai", "bjabc", "network", "Zhejiang Anbaochang",
    "zhejiang anboachang", "信", "司", "消费金融", "xiaofeijinrong", "shzzz", "nothing like it",
)  # fmt: skip


def names() -> Iterator[tuple[str, str]]:
    """Names in zh and en, no two alike."""
    for number in range(1_000_000):
        zh, en = stem("company", number % 125_000)
        more_zh, more_en = stem("second", number // 125_000)
        (place, place_en), (trade, trade_en) = (
            _PLACES[number % len(_PLACES)],
            _TRADES[number % len(_TRADES)],
        )
        yield (
            f"{place}{zh}{more_zh[:1]}{trade}有限公司",
            f"{place_en} {en}{more_en[:2].lower()} {trade_en}",
        )


def labelled(labels: int) -> Store:
    """A store in memory with so many labels, in the layer and in the plain view."""
    store = Store()
    bank = v.fk("Company")

    def quads() -> Iterator[Quad]:
        for number, pair in enumerate(islice(names(), labels // 2)):
            thing = NamedNode(f"{v.ID}company-{number}")
            yield Quad(thing, v.TYPE, bank, Layer.ENTITIES.iri)
            for lang, name in zip(("zh", "en"), pair, strict=True):
                quad = Quad(thing, v.LABEL, Literal(name, language=lang), Layer.ENTITIES.iri)
                yield quad
                yield Quad(quad.subject, quad.predicate, quad.object)

    store.bulk_extend(quads())
    return store


def pieces() -> list[str]:
    """Pieces of names that few names have, in both languages, that some have, and that none has."""
    chosen = [*islice(names(), 3, 200_000, 60_000)]
    few = [piece for zh, en in chosen for piece in (zh[2:6], en.split()[1])]
    return [*few, "鹏金民", "Pengjinmin", "鹏金", "无此名称"]


def scanned(view: GraphView, piece: str) -> set[str]:
    return {row["name"].value for row in view.rows(_SCAN % piece)}


def found(search: Search, piece: str) -> set[str]:
    """The labels of all hits, in both languages."""
    return {label for hit in search.find(piece) for label in hit.label}


def compared(view: GraphView, search: Search) -> None:
    """Prints a line for each piece, and the least ratio."""
    least = float("inf")
    print(f"{'searched, with all hits':<30}{'hits':>8}{'scan':>12}{'search':>12}{'ratio':>10}")
    search.find("Anbaochnag")  # loads what compares letter by letter
    for piece in pieces():
        hits = scanned(view, piece)
        if not hits <= found(search, piece):
            raise SystemExit(f"{piece}: the scan finds more")
        scan = seconds(lambda piece=piece: scanned(view, piece), SCANS)
        ours = seconds(lambda piece=piece: search.find(piece), ROUNDS)
        least = min(least, scan / ours)
        print(
            f"{piece:<30}{len(hits):>8}{scan * 1e3:>9.2f} ms{ours * 1e3:>9.2f} ms"
            f"{scan / ours:>8.0f} x",
            flush=True,
        )
    print(f"least: {least:.0f} x")


def typed(search: Search) -> None:
    """Prints for each query the slowest of its keystrokes."""
    print(f"{'typed letter by letter':<30}{'keystroke, slowest':>20}{'median':>12}")
    for text in _TYPED:
        starts = [text[:end] for end in range(1, len(text) + 1)]
        took = [seconds(lambda start=start: search.find(start, 20), ROUNDS) for start in starts]
        slowest = starts[took.index(max(took))]
        print(f"{text:<30}{max(took) * 1e3:>17.2f} ms{median(took) * 1e3:>9.2f} ms   {slowest}")


def seconds(step: Callable[[], object], runs: int) -> float:
    """CPU seconds of one run, the median of several."""
    return median(_timed(step) for _ in range(runs))


def _timed(step: Callable[[], object]) -> float:
    start = process_time()
    step()
    return process_time() - start


def main() -> None:
    labels = int(sys.argv[1]) if len(sys.argv) > 1 else LABELS
    store = labelled(labels)
    view = GraphView(store)
    with TemporaryDirectory() as scratch:
        path = Path(scratch) / FILE
        start = perf_counter()
        taken = _timed(lambda: write_index(view, path))
        waited = perf_counter() - start
        size = path.stat().st_size / 1e6
        print(
            f"{labels:,} labels indexed in {waited:.1f} s: {labels / waited:,.0f} a second; "
            f"{taken:.1f} s of CPU time in two threads, {size:.0f} MB"
        )
        search = Search(sqlite3.connect(path))
        compared(view, search)
        typed(search)
    print(BARS)


if __name__ == "__main__":
    main()
