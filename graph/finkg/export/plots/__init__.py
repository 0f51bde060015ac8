"""Answers as pictures, with matplotlib: what is drawn (`placed`, `unplaced`), and how.

No pyplot: a figure is an object of its own, and nothing of matplotlib's state is changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from finkg.errors import Text, UsageError
from finkg.export.answers import MissingPackage


class PlotsNeedPackage(MissingPackage):
    """Pictures need a package that is installed with an extra of finkg only."""

    text = Text(
        "画图需要软件包 {package}，此处没有安装。",
        "Plots need the package {package}, which is not installed.",
    )


class NothingToDraw(UsageError):
    """An answer without a row that could be drawn."""

    text = Text("没有可画的：{title}", "Nothing to draw: {title}")
    hint = Text("此图谱对此没有带时间或数目的答案。", "This graph has no time or number for it.")
    title: Text


@contextmanager
def matplotlib_at_hand() -> Iterator[None]:
    """Within it a module that draws is imported. Raises PlotsNeedPackage without matplotlib."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "matplotlib":
            raise
        raise PlotsNeedPackage("plots", "matplotlib", "plots") from None
