"""Robustness: the smallest sets of sources without which a conclusion falls."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from finkg.reasoning.minimal import Node, minimal

#: How many sets are kept while they are combined; the smallest are.
CAP: Final = 256


def falls_without(
    proofs: Iterable[frozenset[Node]], sources: Callable[[Node], frozenset[Node]]
) -> list[frozenset[Node]]:
    """The minimal sets of sources that leave none of the proofs, smallest first. A proof is given
    as the stated claims that it rests on.

    `sources` names the independent sources that support a stated claim: the claim falls with all
    of them, a proof with any of its claims, and the conclusion with all of its proofs. What else
    would change without a source (a dispute that it decided) is not asked here: `--without`
    computes the graph anew.
    """
    cuts: list[frozenset[Node]] = [frozenset()]
    for proof in proofs:
        breaking = {sources(leaf) for leaf in proof}
        joined = {cut | broken for cut in cuts for broken in breaking if broken}
        cuts = minimal(sorted(joined, key=_order), frozenset)[:CAP]
    return [cut for cut in cuts if cut]


def _order(cut: frozenset[Node]) -> tuple[int, list[str]]:
    return len(cut), sorted(map(str, cut))
