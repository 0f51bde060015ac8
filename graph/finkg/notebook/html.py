"""Things as HTML for notebooks: no script, no address outside, colours as the notebook has them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from finkg.environment import default_language
from finkg.export.answers.templates import template
from finkg.notebook.shown import shown
from finkg.words import Language

_FRAGMENT: Final = Path(__file__).with_name("fragment.html.jinja")


def html(thing: object, lang: Language | None = None) -> str | None:
    """A thing as a fragment of HTML, in a language, else its own, else that of FINKG_LANG or the
    locale; nothing for what finkg has no HTML for."""
    lang = lang or getattr(thing, "shown_in", None) or default_language()
    blocks = shown(thing, lang)
    if blocks is None:
        return None
    page = template(_FRAGMENT).render(lang="zh-CN" if lang == "zh" else "en", blocks=blocks)
    return page.rstrip("\n")
