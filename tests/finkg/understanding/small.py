"""A small graph of names, a small lexicon, and questions written for one test."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from finkg.catalogue.question import Question
from finkg.store.layers import Layer
from finkg.store.names import Names
from finkg.store.view import GraphView
from finkg.understanding.lexicon import Lexicon
from finkg.understanding.linking import Linker
from finkg.understanding.reading import Reader
from finkg.vocabulary import (
    ALT_LABEL,
    DATATYPE_PROPERTY,
    ID,
    LABEL,
    SUBCLASS_OF,
    TYPE,
    fk,
    local_name,
)

#: By id: the class, and the names, a label in each language first.
THINGS = {
    "ant": ("Organization", "蚂蚁集团", "Ant"),
    "ant-bank": ("Organization", "蚂蚁银行", "Ant Bank"),
    "huabei": ("FinancialProduct", "花呗", "Huabei"),
    "alipay": ("FinancialProduct", "支付宝", "Alipay"),
    "alipay-co": ("Organization", "支付宝公司", "Alipay Ltd", "支付宝"),
    "rules-2010": ("Regulation", "2010年支付办法", "Payment Rules 2010"),
    "data": ("Concept", "数据", "Data"),
    "data-bank": ("Organization", "数据银行", "Data Bank"),
    "gold-a": ("Organization", "金库", "Gold A"),
    "gold-b": ("Organization", "金库", "Gold B"),
    "c": ("Organization", "光", "C"),
    "lesson": ("Lesson", "教训", "Lesson"),
    "gold-bank": ("Bank", "黄金银行", "Gold Bank"),
}
WORDS = """
[stop]
zh = ["的", "了"]
en = ["the", "of", "by"]
[found]
zh = ["创办", "设立"]
en = ["found", "set up"]
[who]
zh = ["谁"]
en = ["who"]
[company]
zh = ["公司"]
en = ["company"]
[information]
zh = ["数据"]
en = ["data"]
[today]
zh = ["现在"]
en = ["today"]
[money]
zh = ["金融"]
en = ["finance"]
[web]
zh = ["互联网"]
en = ["web"]
[online]
zh = ["互联网金融"]
en = ["fintech"]
[bank]
zh = []
en = ["bank"]
[shore]
zh = []
en = ["bank"]
"""
WANTED = ("Organization", "Bank", "Product", "Regulation", "Concept")


def names() -> Names:
    """The names of the things, with two properties."""
    store = Store()
    for below, above in (("FinancialProduct", "Product"), ("Bank", "Organization")):
        store.add(Quad(fk(below), SUBCLASS_OF, fk(above), DefaultGraph()))
    for word in ("launchedOn", "evidence"):
        store.add(Quad(fk(word), TYPE, DATATYPE_PROPERTY, DefaultGraph()))
    for name, (cls, zh, en, *aliases) in THINGS.items():
        node = NamedNode(ID + name)
        said = [
            (TYPE, fk(cls)),
            (LABEL, Literal(zh, language="zh")),
            (LABEL, Literal(en, language="en")),
            *((ALT_LABEL, Literal(alias, language="zh")) for alias in aliases),
        ]
        for graph in (Layer.ENTITIES.iri, DefaultGraph()):
            store.extend(Quad(node, predicate, value, graph) for predicate, value in said)
    return Names(GraphView(store))


def linker() -> Linker:
    return Linker(names(), WANTED)


def lexicon(folder: Path, text: str = WORDS) -> Lexicon:
    path = folder / "words.toml"
    path.write_text(text, "utf-8")
    return Lexicon(path)


def reader(folder: Path) -> Reader:
    return Reader(lexicon(folder), linker())


def question(folder: Path, *parameters: str) -> Question:
    """A question with these parameters, each as “name type Class,Class required”, of which the
    last two may be left out."""
    header, body = ['#+ title = { zh = "问", en = "Asked" }'], ["SELECT * {"]
    for parameter in parameters:
        name, kind, *rest = parameter.split()
        classes = rest[0].split(",") if rest and rest[0] != "required" else []
        header += [f"#+ [parameters.{name}]", f'#+ type = "{kind}"', f"#+ classes = {classes}"]
        header.append(f"#+ required = {str('required' in rest).lower()}")
        body.append(f"  VALUES ?{name} {{ id:huabei }} # parameter: {name}")
    path = folder / "asked.rq"
    path.write_text("\n".join([*header, *body, "}"]), "utf-8")
    return Question(path)


def ids(entities: tuple[NamedNode, ...]) -> set[str]:
    return {local_name(entity) for entity in entities}
