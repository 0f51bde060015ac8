"""Addresses of sources: http(s) URLs that a reader can follow, each registered once."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import SplitResult, urlsplit

from finkg.errors import Text
from finkg.workspace.cells import Cells
from finkg.workspace.model import Workspace
from finkg.workspace.problems import BadAddress, RepeatedAddress

_SPACE: Final = re.compile(r"[\s\x00-\x1f\x7f]")
#: What no URL has unescaped (RFC 3986, section 2; of characters beyond ASCII see RFC 3987).
_NEVER: Final = re.compile(r'[<>"{}|\\^`]')
_MALFORMED: Final = Text("写法有误", "it is malformed")
#: Each fault of a parsed address, in the order in which it is told.
_FAULTS: Final[tuple[tuple[Callable[[SplitResult], bool], Text], ...]] = (
    (
        lambda url: url.scheme not in ("http", "https"),
        Text("只接受 http 和 https", "only http and https are accepted"),
    ),
    (lambda url: not url.hostname, Text("没有主机名", "it names no host")),
    (
        lambda url: "@" in url.netloc,
        Text("不得带有用户名或口令", "it may hold no user name or password"),
    ),
)


def read_address(cell: str) -> str:
    """A web address as RFC 3986 has it, of scheme http or https. Raises BadAddress."""
    if _SPACE.search(cell):
        raise BadAddress(cell, Text("含有空白", "it holds a space"))
    try:
        url = urlsplit(cell)
        port = url.port
    except ValueError:
        raise BadAddress(cell, _MALFORMED) from None
    for is_wrong, reason in _FAULTS:
        if is_wrong(url):
            raise BadAddress(cell, reason)
    if _NEVER.search(cell) or port == 0:
        raise BadAddress(cell, _MALFORMED)
    return cell


class Addresses:
    """The addresses of the sources that are cited, and which source has each."""

    def __init__(self, workspace: Workspace) -> None:
        self._places = workspace.places
        cited = (item for item in workspace.sources.items() if not item[1].is_text)
        self._owners = {source.address: name for name, source in cited if source.address}

    def take(self, name: str, cells: Cells) -> str:
        """The address of a row of a register; a warning where another source has it too."""
        address = cells.read("address", read_address) or ""
        owner = self._owners.setdefault(address, name) if address else name
        if owner != name:
            place = self._places[owner]
            cells.warn(RepeatedAddress(address, owner, place), "address")
        return address
