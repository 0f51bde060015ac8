"""A misspelled name leads to the one that was meant, however many there are."""

from __future__ import annotations

from difflib import get_close_matches

from hypothesis import given
from hypothesis import strategies as st

from finkg.workspace.nearest import Nearest

NAMES = [f"{kind}-{number}" for kind in ("company", "product", "event") for number in range(200)]
NEAREST = Nearest(NAMES)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@given(st.sampled_from(NAMES))
def test_a_known_name_is_nearest_to_itself(name: str) -> None:
    """Nothing is nearer."""
    assert NEAREST.to(name, 1) == [name]


@given(st.text(LETTERS, min_size=5, max_size=12), st.data())
def test_one_slip_is_forgiven(name: str, data: st.DataObject) -> None:
    """A letter left out, doubled or changed in a name among many others."""
    place = data.draw(st.integers(0, len(name) - 1))
    middle = data.draw(st.sampled_from(["", name[place] * 2, "0"]))
    slip = name[:place] + middle + name[place + 1 :]
    assert name in Nearest([*NAMES, name]).to(slip, 3)


@given(st.text("余额宝支付通", min_size=1, max_size=6))
def test_what_is_near_is_near_by_the_common_measure(name: str) -> None:
    """The index only saves comparisons; it finds nothing that comparing all would not."""
    few = ["余额宝", "支付宝", "支付通", "余额通"]
    assert set(Nearest(few).to(name, 4)) <= set(get_close_matches(name, few, 4, 0.6))


def test_what_is_like_nothing_has_no_nearest() -> None:
    """A wild guess would lead astray."""
    assert NEAREST.to("余额宝", 3) == []
    assert NEAREST.to("", 3) == []
    assert Nearest([]).to("ant", 3) == []
