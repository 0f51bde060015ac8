"""The page: a scene as one HTML file, drawn by vis-network through pyvis, without any network.

All scripts and the style stand in the file and are named by their hashes in its Content Security
Policy, so that text of the graph can never run; the data is JSON in inert script elements.
vis-network sets styles only through the object model, which the policy leaves free, so no inline
style is allowed either.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from finkg.collecting import uncollected
from finkg.view.kept import Kept
from finkg.view.layout import arrange
from finkg.view.network import first_picture, to_pyvis
from finkg.view.noscript import Plain, plain_table
from finkg.view.pack import Packed, deflated, opening, pack
from finkg.view.plain import Json
from finkg.view.scene import Scene
from finkg.view.unpack import unpacked

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

Language: TypeAlias = Literal["zh", "en"]

_PAGE: Final = Path(str(files("finkg.view"))) / "page"
#: The file of vis-network 9.1.2 inside pyvis.
_VIS: Final = "lib/vis-9.1.2/vis-network.min.js"


def render(scene: Scene, lang: Language) -> str:
    """The page as one HTML document, opened in this language; write it as UTF-8."""
    with uncollected():
        return _rendered(pack(scene), scene, plain_table(scene, lang), lang)


def render_kept(kept: Kept, lang: Language, focus: str | None = None) -> str:
    """The page of a scene that a build kept, opened at a node, which is named by its id."""
    with uncollected():
        scene = unpacked(kept.packed)
        if any(node.id == focus for node in scene.nodes):
            scene = replace(scene, focus=focus)
        return _rendered(kept.packed, scene, kept.plain[lang], lang)


def _rendered(packed: Packed, scene: Scene, plain: Plain, lang: Language) -> str:
    arranged = arrange(scene)
    network = to_pyvis(first_picture(arranged), lang)
    environment = _environment()
    title: Any = packed.head["heading"]
    environment.globals.update(
        lang=lang,
        title=title["title"][lang],
        scene=packed._replace(head={**packed.head, **opening(arranged)}),
        plain=plain,
    )
    network.templateEnv = environment
    network.path = "view.html.jinja"
    return str(network.generate_html())


def _environment() -> Environment:
    """The environment that pyvis renders our template with: what is the same on every page."""
    from jinja2 import ChoiceLoader, Environment, FileSystemLoader
    from markupsafe import Markup

    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(_PAGE), FileSystemLoader(_pyvis_templates())]),
        autoescape=True,
    )
    scripts, styles = (
        (_read("loader.js"), _drawing(), _script()),
        (_joined("css"), _read("bare.css")),
    )
    environment.globals.update(
        policy=_policy(scripts, styles),
        loader=Markup(scripts[0]),
        drawing=_deflated(_drawing),
        script=_deflated(_script),
        style=Markup(styles[0]),
        bare=Markup(styles[1]),
        words=json.loads(_read("words.json")),
    )
    environment.filters["inert"] = _inert
    return environment


def _policy(scripts: tuple[str, ...], styles: tuple[str, ...]) -> str:
    """The Content Security Policy (level 3): nothing but these scripts and these styles."""
    scripted, styled = (" ".join(map(_hash, texts)) for texts in (scripts, styles))
    return (
        f"default-src 'none'; script-src {scripted}; style-src {styled}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _inert(value: Json) -> Markup:
    """The value as JSON that cannot end its script element or open a comment in it."""
    from markupsafe import Markup

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "&<>\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


@cache
def _script() -> str:
    """Our script: its modules one after another, in one strict function."""
    return f'(async () => {{\n"use strict";\n{_joined("js")}}})();\n'


@cache
def _joined(kind: str) -> str:
    """The files of this kind, in the order of their names."""
    parts = sorted((_PAGE / kind).glob(f"*.{kind}"))
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)


@cache
def _drawing() -> str:
    """vis-network without the address of its source map, which a debugger would look for."""
    text = (_pyvis_templates() / _VIS).read_text(encoding="utf-8")
    return text.partition("//# sourceMappingURL")[0]


@cache
def _deflated(text: Callable[[], str]) -> str:
    return deflated(text())


def _pyvis_templates() -> Path:
    return Path(str(files("pyvis"))) / "templates"


def _read(name: str) -> str:
    return (_PAGE / name).read_text(encoding="utf-8")
