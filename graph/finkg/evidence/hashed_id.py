"""Identities that are hashes of content: the same words always give the same IRI."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from hashlib import sha256

from pyoxigraph import NamedNode

from finkg.vocabulary import ID


def hashed_id(prefix: str, parts: Iterable[str]) -> NamedNode:
    """`prefix-` and 16 hex digits of SHA-256 over the parts, NFC, joined by line feeds."""
    content = unicodedata.normalize("NFC", "\n".join(parts))
    return NamedNode(f"{ID}{prefix}-{sha256(content.encode()).hexdigest()[:16]}")
