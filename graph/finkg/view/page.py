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
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from finkg.view.heading import heading, scope_line
from finkg.view.layout import arrange
from finkg.view.plain import Json, as_json
from finkg.view.scene import Edge, Kind, Node, Scene

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup
    from pyvis.network import Network

Language: TypeAlias = Literal["zh", "en"]

_PAGE: Final = Path(str(files("finkg.view"))) / "page"
#: The file of vis-network 9.1.2 inside pyvis.
_VIS: Final = "lib/vis-9.1.2/vis-network.min.js"
_LAYER_COLOURS: Final = {
    "truth": "#7d8b9b",
    "inferred": "#7a4ea3",
    "possible": "#4d94a6",
    "doubtful": "#c05000",
    "opinions": "#9a9a9a",
}
_LAYER_DASHES: Final = {
    "inferred": [9, 5],
    "possible": [5, 7],
    "doubtful": [2, 5],
    "opinions": [1, 6],
}
#: Layers that are drawn only when they are asked for.
_UNASKED: Final = frozenset(("opinions",))
#: Our shapes as vis-network's own draw them, for a network outside our page.
_VIS_SHAPES: Final = {
    "square": "square",
    "hexagon": "hexagon",
    "diamond": "diamond",
    "triangle": "triangle",
    "triangle-down": "triangleDown",
    "star": "star",
}
_OPTIONS: Final[dict[str, Json]] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "keyboard": False, "multiselect": False, "zoomSpeed": 0.6},
}


def render(scene: Scene, lang: Language) -> str:
    """The page as one HTML document, opened in this language; write it as UTF-8."""
    scene = arrange(scene)
    network = to_pyvis(scene, lang)
    network.templateEnv = _environment(scene, lang)
    network.path = "view.html.jinja"
    return str(network.generate_html())


def to_pyvis(scene: Scene, lang: Language = "zh") -> Network:
    """A directed pyvis network of the scene's nodes and edges, with labels in this language.

    Opinions are in it and hidden, as the page has them switched off until they are asked for. Node
    and edge ids are the scene's. There are no titles: pyvis would run HTML in them.
    """
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line", height="100%")
    kinds = {kind.id: kind for kind in scene.kinds}
    labels = {relation.id: relation.label for relation in scene.relations}
    for node in scene.nodes:
        _add_node(network, node, kinds[node.kind], lang)
    for edge in scene.edges:
        _add_edge(network, edge, labels[edge.relation].in_language(lang))
    network.options = dict(_OPTIONS)
    return network


def _add_node(network: Network, node: Node, kind: Kind, lang: Language) -> None:
    label = node.label.in_language(lang) or node.id
    shape = _VIS_SHAPES.get(kind.shape, "dot")
    network.add_node(node.id, label=label, shape=shape, color=kind.fill, x=node.x, y=node.y)


def _add_edge(network: Network, edge: Edge, label: str) -> None:
    network.add_edge(
        edge.subject,
        edge.value,
        id=edge.id,
        label=label,
        color=_LAYER_COLOURS[edge.layer],
        dashes=list(_LAYER_DASHES.get(edge.layer, ())) or False,
        hidden=edge.layer in _UNASKED,
    )


def _environment(scene: Scene, lang: Language) -> Environment:
    """The environment that pyvis renders our template with."""
    from jinja2 import ChoiceLoader, Environment, FileSystemLoader
    from markupsafe import Markup

    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(_PAGE), FileSystemLoader(_pyvis_templates())]),
        autoescape=True,
    )
    scripts, style = (_vis(), _script()), _joined("css")
    environment.globals.update(
        lang=lang,
        title=heading(scene).in_language(lang),
        headline={"title": as_json(heading(scene)), "scope": as_json(scope_line(scene.scope))},
        policy=_policy(scripts, style),
        scripts=[Markup(script) for script in scripts],
        style=Markup(style),
        scene=scene.to_json(),
        words=json.loads(_read("words.json")),
    )
    environment.filters["inert"] = _inert
    return environment


def _policy(scripts: tuple[str, ...], style: str) -> str:
    """The Content Security Policy (level 3): nothing but these scripts and this style."""
    hashes = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; script-src {hashes}; style-src {_hash(style)}; "
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
    return f'(() => {{\n"use strict";\n{_joined("js")}}})();\n'


@cache
def _joined(kind: str) -> str:
    """The files of this kind, in the order of their names."""
    parts = sorted((_PAGE / kind).glob(f"*.{kind}"))
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)


@cache
def _vis() -> str:
    """vis-network without the address of its source map, which a debugger would look for."""
    text = (_pyvis_templates() / _VIS).read_text(encoding="utf-8")
    return text.partition("//# sourceMappingURL")[0].replace("</script", "<\\/script")


def _pyvis_templates() -> Path:
    return Path(str(files("pyvis"))) / "templates"


def _read(name: str) -> str:
    return (_PAGE / name).read_text(encoding="utf-8")
