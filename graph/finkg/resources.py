"""Finds what ships with finkg: ontology, questions and the packaged workspace.

In a checkout the folders stand beside `graph/finkg`; in a wheel they travel in `finkg_data`,
a folder of its own, since a code package never shares its wheel path with data.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _root() -> Path:
    checkout = _PACKAGE.parent.parent
    if (checkout / "ontology" / "finkg.ttl").is_file() and _PACKAGE.parent.name == "graph":
        return checkout
    return _PACKAGE.parent / "finkg_data"


def ontology() -> Path:
    """The folder with finkg.ttl, concepts.ttl, alignments.ttl, shapes/, rules/, hygiene/."""
    return _root() / "ontology"


def queries() -> Path:
    """The folder of named questions, one `.rq` file each, in folders by theme."""
    return _root() / "queries"


def packaged_workspace() -> Path:
    """The workspace that ships with finkg."""
    return _root() / "graph"


def code() -> Path:
    """The folder of the import package itself."""
    return _PACKAGE
