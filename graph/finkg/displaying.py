"""What a notebook shows as HTML. How it looks is told higher up: `finkg/__init__.py` puts the
renderer in here, so that the things themselves need to know of none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, TypeVar

_Each = TypeVar("_Each")
#: HTML of a thing, in the language of the environment; nothing for what can not be shown.
Renderer: TypeAlias = Callable[[object], str | None]

_renderers: list[Renderer] = []


def show_with(renderer: Renderer) -> None:
    """Have all things shown by a renderer."""
    _renderers[:] = [renderer]


class Displayed:
    """A thing that a notebook shows as HTML, in the language of FINKG_LANG or the locale."""

    __slots__ = ()

    def _repr_html_(self) -> str | None:
        """HTML without script or external address; nothing for what belongs to no graph."""
        return next((renderer(self) for renderer in _renderers), None)


class Listed(list[_Each], Displayed):
    """A list that a notebook shows as HTML."""

    __slots__ = ()
