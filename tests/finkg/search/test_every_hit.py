"""Without a limit a search finds all that a scan of the names finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from finkg.search.folding import words

from .small import named

#: Few letters, so that pieces of names meet often; Chinese and Latin mixed.
NAMES = st.text("蚂蚁微信重行abp2 -'", min_size=1, max_size=12)


@given(st.lists(NAMES, min_size=1, max_size=8), st.data())
def test_what_contains_the_text_is_found(names: list[str], data: st.DataObject) -> None:
    """Any piece of any name, of one character or more, finds every name that has it."""
    whole = data.draw(st.sampled_from(names))
    start = data.draw(st.integers(0, len(whole) - 1))
    text = whole[start : data.draw(st.integers(start + 1, len(whole)))]
    if folded := words(text):
        having = {f"p-{n}" for n, name in enumerate(names) if folded in words(name)}
        assert having <= {hit.id for hit in named(*names).find(text)}


@given(st.lists(NAMES, min_size=1, max_size=8), NAMES, st.integers(1, 4))
def test_the_same_at_every_time(names: list[str], text: str, limit: int) -> None:
    """Two indexes of one graph give the same hits, and fewer are the first of all."""
    every = named(*names).find(text)
    assert named(*names).find(text) == every
    assert named(*names).find(text, limit) == every[:limit]
