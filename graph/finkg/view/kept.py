"""What a build keeps of the interactive view of a large graph, so that its page is written at once.

To fill the scene of a hundred thousand nodes from its store takes many seconds, most of which go
into finding the words of terms on disk. The build of such a graph fills it once and keeps what a
page carries whatever it opens with, in a file of the snapshot's generation.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final, NamedTuple

from finkg import __version__
from finkg.collecting import uncollected
from finkg.errors import Language
from finkg.files import write_file
from finkg.view.noscript import Named, Plain, Row, plain_table
from finkg.view.pack import VERSION, Packed, pack
from finkg.view.scene import Scene

FILE: Final = "view.json"
_LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
#: Of fewer claims a scene is filled in a second or two; of more a page is too large for a browser,
#: and to fill its scene takes more memory than building it.
CLAIMS: Final = range(20_001, 300_001)


class Kept(NamedTuple):
    """A scene as its page carries it, with the plain table in each language."""

    packed: Packed
    plain: dict[Language, Plain]


def keep(scene: Scene, folder: Path) -> None:
    """Write what pages of a scene carry into a folder. Raises NotWritable, DiskFull."""
    with uncollected():
        content = {
            "made by": _maker(),
            "packed": pack(scene)._asdict(),
            "plain": {lang: plain_table(scene, lang) for lang in _LANGUAGES},
        }
        write_file(folder / FILE, json.dumps(content, ensure_ascii=False).encode())


def kept(folder: Path) -> Kept | None:
    """What `keep` wrote; none where it wrote nothing, or another version of the program did."""
    try:
        content = json.loads((folder / FILE).read_bytes())
        if content["made by"] != _maker():
            return None
        plain: dict[Language, Plain] = {
            lang: _plain(*content["plain"][lang]) for lang in _LANGUAGES
        }
        return Kept(Packed(**content["packed"]), plain)
    except (OSError, ValueError, TypeError, LookupError):
        # What is not whole is not believed: the graph itself tells all of it.
        return None


def _plain(words: dict[str, str], rows: list[list[object]], sources: list[list[str]]) -> Plain:
    return Plain(words, [Row(*row) for row in rows], [Named(*it) for it in sources])  # type: ignore[arg-type]


def _maker() -> str:
    return f"finkg {__version__}, format {VERSION}"
