"""A name that leads nowhere."""

from __future__ import annotations

from finkg.errors import Problem


class Unknown(Problem):
    """Base of the names that lead nowhere, with the nearest that would lead somewhere."""

    found: str
    nearest: tuple[str, ...] = ()
