"""Writes a workspace of the packaged graph's shape and of any size, the same at every run.

    python tests/bench/generate.py FOLDER --claims 10000
    python tests/bench/generate.py FOLDER --triples 100000

Rows are written as they are made, so that memory does not grow with the size.
"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from generator.workspace import write_workspace

#: Triples whatever the size (the ontology, and what the first block has beyond its share), and for
#: each claim, in all layers; measured.
TRIPLES_AT_LEAST, TRIPLES_OF_CLAIM = 6_900, 37.75
#: The least that makes sense; all rules fire from about 300 claims on.
FEWEST_CLAIMS = 150


def claims_for(triples: int) -> int:
    """How many claims build to so many triples in all layers."""
    return max(FEWEST_CLAIMS, round((triples - TRIPLES_AT_LEAST) / TRIPLES_OF_CLAIM))


def main() -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    size = parser.add_mutually_exclusive_group(required=True)
    size.add_argument("--claims", type=int)
    size.add_argument("--triples", type=int)
    chosen = parser.parse_args()
    write_workspace(chosen.folder, chosen.claims or claims_for(chosen.triples))


if __name__ == "__main__":
    main()
