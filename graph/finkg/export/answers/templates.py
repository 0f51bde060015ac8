"""Templates of HTML: everything that is put in is escaped, and nothing that is left out passes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from finkg.export.answers.characters import printable

if TYPE_CHECKING:
    from jinja2 import Template


@cache
def template(path: Path) -> Template:
    """The template of a file; jinja2 is loaded when the first is asked for."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(path.parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: printable(value) if type(value) is str else value,
    )
    return environment.get_template(path.name)
