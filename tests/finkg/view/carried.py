"""What a page carries: its head and its blocks, read as any program would read them."""

from __future__ import annotations

import base64
import json
import re
import zlib
from typing import Any


def inline(html: str, name: str) -> str:
    """The text of the inert script element of this name."""
    found = re.search(rf'<script type="[\w/]+" id="{name}">(.*?)</script>', html, re.S)
    assert found is not None
    return found[1]


def data(html: str, name: str) -> Any:
    """The JSON that a page carries under this name."""
    return json.loads(inline(html, name))


def inflated(html: str, name: str) -> str:
    """The text of a block."""
    return zlib.decompress(base64.b64decode(inline(html, name), validate=True)).decode()


def block(html: str, name: str) -> Any:
    """The JSON of a block."""
    return json.loads(inflated(html, name))
