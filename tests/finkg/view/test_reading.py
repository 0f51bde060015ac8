"""Columns hold what the store holds, to the letter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from finkg import vocabulary as v
from finkg.errors import Text
from finkg.store.layers import Layer
from finkg.store.view import GraphView
from finkg.view.reading import Pairs, Reader, column, language, named, term, word

RANKS = (v.fk("NormalRank"), v.fk("PreferredRank"))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def thing(number: int) -> NamedNode:
    return NamedNode(f"{v.ID}thing-{number}")


def view(*said: tuple[NamedNode, NamedNode, NamedNode | Literal]) -> GraphView:
    store = Store()
    store.extend(Quad(*triple, Layer.CLAIMS.iri) for triple in said)
    return GraphView(store)


@pytest.fixture
def claims() -> Iterator[Reader]:
    """Seven claims of the usual rank and one of another, with reasons in both languages."""
    said: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = []
    for number in range(8):
        rare = number == 3
        said.append((thing(number), v.CLAIM_SUBJECT, thing(number + 100)))
        said.append((thing(number), v.RANK, RANKS[rare]))
        for lang, reason in (("zh", "裁定" if rare else "无争"), ("en", "rival")):
            said.append((thing(number), v.RANK_REASON, Literal(reason, language=lang)))
    said.append((thing(5), v.KIND, v.fk("Opinion")))
    with Reader(view(*said)) as reader:
        yield reader


@given(TEXTS, st.sampled_from(["", "zh", "en-gb"]))
def test_any_text_is_read_to_the_letter(text: str, lang: str) -> None:
    """Ends of lines, tabs, quotation marks, backslashes, signs beyond the first plane."""
    literal = Literal(text, language=lang) if lang else Literal(text)
    with Reader(view((thing(1), v.NOTE, literal), (thing(2), v.NOTE, literal))) as reader:
        pairs = reader.pairs(v.NOTE).result()
    assert sorted(pairs.nodes) == [str(thing(1)), str(thing(2))]
    assert {*map(word, pairs.values)} == {text}
    assert {*map(term, pairs.values)} == {literal}
    assert {*map(language, pairs.values)} == {lang}


@pytest.mark.parametrize(
    "literal",
    [
        Literal("2013-06", datatype=v.EDTF),
        Literal("2013-06-13", datatype=v.XSD_DATE),
        Literal("48.5", datatype=v.XSD_DECIMAL),
        Literal("-7", datatype=v.XSD_INTEGER),
        Literal("true", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#boolean")),
    ],
)
def test_typed_values_keep_their_type(literal: Literal) -> None:
    """Numbers too, which the columns of SPARQL's TSV have bare."""
    with Reader(view((thing(1), v.NOTE, literal))) as reader:
        (form,) = reader.pairs(v.NOTE).result().values
    assert (term(form), word(form)) == (literal, literal.value)


def test_a_node_is_known_by_its_local_name() -> None:
    """As everywhere: what stands behind the last # or /."""
    assert named(str(thing(1))) == v.local_name(thing(1)) == "thing-1"
    assert named(str(v.RANK)) == v.local_name(v.RANK) == "rank"
    assert term(str(thing(1))) == thing(1)


def test_what_most_have_is_told_once(claims: Reader) -> None:
    """The usual value is named, only the others are listed; in each language by itself."""
    ranks = claims.usual(v.RANK, v.CLAIM_SUBJECT).result()
    assert ranks.usual == (str(RANKS[0]),)
    assert ranks.others == Pairs([str(thing(3))], [str(RANKS[1])])
    reasons = claims.usual(v.RANK_REASON, v.CLAIM_SUBJECT).result()
    assert {*map(word, reasons.usual)} == {"无争", "rival"}
    assert reasons.others.by_language() == {"zh": {str(thing(3)): "裁定"}}


def test_nothing_is_usual_where_some_say_nothing(claims: Reader) -> None:
    """Who has no kind must not be given that of the others."""
    kinds = claims.usual(v.KIND, v.CLAIM_SUBJECT).result()
    assert kinds.usual == ()
    assert kinds.others.first() == {str(thing(5)): str(v.fk("Opinion"))}


def test_frequent_values_are_read_like_rare_ones(
    claims: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From how many nodes on a value is asked for alone changes nothing of what is found."""
    rare = claims.usual(v.RANK).result()
    monkeypatch.setattr("finkg.view.reading._MANY", 1)
    often = claims.usual(v.RANK).result()
    assert rare.others.first() == often.others.first()
    assert len(often.others.nodes) == 8


def test_nodes_are_found_by_value(claims: Reader) -> None:
    """Each value once, with all that have it."""
    found = claims.by_value(v.RANK).result()
    assert {value: len(nodes) for value, nodes in found.items()} == {
        str(RANKS[0]): 7,
        str(RANKS[1]): 1,
    }


def test_the_first_of_several_does_not_hang_on_their_order() -> None:
    """However the store gives them."""
    pairs = Pairs(["<a>", "<a>", "<b>"], ['"2"@zh', '"1"@zh', '"3"@en'])
    turned = Pairs(*(each[::-1] for each in pairs))
    assert pairs.first() == turned.first() == {"<a>": '"1"@zh', "<b>": '"3"@en'}
    assert pairs.by_language() == turned.by_language() == {"zh": {"<a>": "2"}, "en": {"<b>": "3"}}
    assert pairs.texts() == turned.texts() == {"<a>": Text("2", ""), "<b>": Text("", "3")}
    assert pairs.all() == turned.all() == {"<a>": ['"1"@zh', '"2"@zh'], "<b>": ['"3"@en']}


def test_a_column_has_a_value_for_each_row() -> None:
    """What is found of nodes that are no rows is left aside."""
    assert column({"<b>": 1, "<x>": 2}, {"<a>": 0, "<b>": 1}, 0) == [0, 1]
