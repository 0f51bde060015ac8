"""Names and questions are compared in one way, whoever typed them where."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg import folding
from finkg.errors import UnknownName
from finkg.folding import folded, folded_name, simplified, table
from finkg.graph import KnowledgeGraph
from finkg.vocabulary import local_name


def test_simplified_characters_stay() -> None:
    """Each traditional character becomes one that is itself no traditional one of another."""
    pairs = " ".join(table(Path(folding.__file__).with_name("simplified.txt"))).split()
    assert len(pairs) > 2_500
    for traditional, simpler in pairs:
        assert simplified(traditional) == simplified(simpler)


@given(st.text())
def test_what_is_folded_stays(text: str) -> None:
    """A law: to fold twice changes nothing, unless case or width made another letter of one."""
    once = folded(folded(text))
    assert folded(once) == once
    assert not any(each.isspace() for each in folded_name(text))


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("螞蟻集團", "ant-group"),
        ("支付寶", "alipay"),
        ("餘額寶", "yuebao"),
        ("ＡＮＴ ＧＲＯＵＰ", "ant-group"),
        ("Yu’e Bao", "yuebao"),
        ("微眾銀行", "webank"),
    ],
)
def test_a_name_is_known_however_it_is_written(kg: KnowledgeGraph, name: str, entity: str) -> None:
    """In traditional characters, wide letters, with a typographer's apostrophe: as in search."""
    assert local_name(kg.entity(name)) == entity
    assert local_name(kg.search(name)[0].entity) == entity


def test_another_word_is_not_the_name(kg: KnowledgeGraph) -> None:
    """Folding makes no other name of one: 借貝 is not 借呗."""
    with pytest.raises(UnknownName):
        kg.entity("借貝")
