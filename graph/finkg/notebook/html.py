"""Things as HTML for notebooks: no script, no address outside, colours as the notebook has them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from finkg.environment import default_language
from finkg.export.answers.characters import printable
from finkg.notebook.shown import shown
from finkg.words import Language

if TYPE_CHECKING:
    from jinja2 import Template


def html(thing: object, lang: Language | None = None) -> str | None:
    """A thing as a fragment of HTML, in a language, else its own, else that of FINKG_LANG or the
    locale; nothing for what finkg has no HTML for."""
    lang = lang or getattr(thing, "shown_in", None) or default_language()
    blocks = shown(thing, lang)
    if blocks is None:
        return None
    return _template().render(lang="zh-CN" if lang == "zh" else "en", blocks=blocks)


@cache
def _template() -> Template:
    # Loaded when used: to open a graph and to ask it needs none of it.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: printable(value) if type(value) is str else value,
    )
    return environment.get_template("fragment.html.jinja")
