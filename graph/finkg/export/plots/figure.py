"""A picture that notebooks show, and whose files are the same bytes each time."""

from __future__ import annotations

from io import BytesIO
from os import PathLike, fspath
from pathlib import PurePath
from typing import IO, Any, Final

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from finkg.errors import Language
from finkg.export.plots.looks import PAPER

#: Of one inch: as drawn, and as notebooks get it, for screens of twice the density.
DPI: Final = 100
_DENSE: Final = 200
#: The metadata that a file has beside its title: nothing of the day on which it was written.
_DATES: Final[dict[str, dict[str, Any]]] = {
    "png": {},
    "svg": {"Date": None},
    "pdf": {"CreationDate": None},
}


class Plot(Figure):
    """A matplotlib Figure: `savefig` writes it, a notebook shows it, its axes can be changed.

    It belongs to no pyplot. Files in PNG, SVG and PDF carry its title, and no day of writing.
    """

    def __init__(self, title: str, lang: Language, width: float, height: float) -> None:
        """`width` and `height` in inches."""
        super().__init__(figsize=(width, height), dpi=DPI, facecolor=PAPER)
        FigureCanvasAgg(self)
        self.title = title
        self.lang: Language = lang

    def savefig(
        self, fname: str | PathLike[str] | IO[Any], *, transparent: bool | None = None, **given: Any
    ) -> None:
        """As of matplotlib; the same figure gives the same bytes, in one version of it."""
        named = PurePath(fspath(fname)).suffix[1:] if isinstance(fname, (str, PathLike)) else ""
        dates = _DATES.get(str(given.get("format") or named or "png").lower())
        if dates is not None:
            told = {**dates, "Title": self.title}
            given["metadata"] = told | (given.get("metadata") or {})
        with rc_context({"svg.hashsalt": "finkg"}):
            super().savefig(fname, transparent=transparent, **given)

    def rendered(self, format: str, *, dpi: int = DPI) -> bytes:  # noqa: A002
        """The bytes of a file in a format of matplotlib's: svg, png, pdf."""
        packed = BytesIO()
        self.savefig(packed, format=format, dpi=dpi)
        return packed.getvalue()

    def _repr_png_(self) -> tuple[bytes, dict[str, int]]:
        """What IPython shows where no backend of its own is switched on, and how large."""
        width, height = self.get_size_inches()
        shown = {"width": round(width * DPI), "height": round(height * DPI)}
        return self.rendered("png", dpi=_DENSE), shown
