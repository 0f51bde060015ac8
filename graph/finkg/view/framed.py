"""The page in a notebook: in a frame that is closed to the notebook around it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

from finkg.files import write_file

#: CSS pixels.
HEIGHT: Final = 640
#: What the page may do in its frame: run its own script, offer downloads, open a source's address.
#: It is of no origin, so it sees nothing of the notebook.
_MAY: Final = "allow-scripts allow-downloads allow-popups"


@dataclass(frozen=True, slots=True)
class Framed:
    """The interactive view as one HTML document; a notebook shows it in a sandboxed frame."""

    html: str
    title: str
    height: int = HEIGHT

    def save(self, path: str | Path) -> Path:
        """Write the page to a file, as UTF-8. Raises NotWritable, DiskFull."""
        return write_file(Path(path), self.html.encode())

    def _repr_html_(self) -> str:
        return (
            f'<iframe sandbox="{_MAY}" title="{escape(self.title)}" '
            f'style="width:100%;height:{self.height}px;border:1px solid #8884;border-radius:6px" '
            f'srcdoc="{escape(self.html)}"></iframe>'
        )
