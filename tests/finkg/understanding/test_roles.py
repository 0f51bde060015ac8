"""Which name is which parameter is learnt from the words beside the blanks of examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from finkg.understanding.reading import Named, Reader
from finkg.understanding.roles import Roles, alike

from .small import question

EXAMPLES = (
    "companies founded by {founder}",
    "banks that were set up by {founder}",
    "{founder}创办的公司",
    "who founded {company}",
    "谁创办了{company}",
)


@pytest.fixture(scope="module")
def roles(reader: Reader) -> Roles:
    learnt = Roles()
    for example in EXAMPLES:
        learnt.learn(reader.example(example))
    return learnt


def likelier(roles: Roles, reader: Reader, text: str) -> str:
    """The parameter that the only name of a text is the likelier value of."""
    parts = reader.parts(text)
    (place,) = (n for n, part in enumerate(parts) if isinstance(part, Named))
    return max("founder", "company", key=lambda name: roles.likelihood(name, parts, place))


@pytest.mark.parametrize(
    ("text", "parameter"),
    [
        ("companies founded by Ant", "founder"),
        ("a company that was set up by Ant Bank", "founder"),
        ("蚂蚁集团创办的公司", "founder"),
        ("蚂蚁集团设立了哪些公司", "founder"),
        ("who founded Ant?", "company"),
        ("who set up Ant Bank", "company"),
        ("谁创办了蚂蚁集团", "company"),
    ],
)
def test_the_role_follows_the_neighbours(
    roles: Roles, reader: Reader, text: str, parameter: str
) -> None:
    """Of the same name with the same words, the one founds and the other is founded; words count
    by what they mean, so that “set up” is read like “found”."""
    assert likelier(roles, reader, text) == parameter


def test_nothing_learnt_prefers_nothing(reader: Reader) -> None:
    """Without examples every parameter is as likely."""
    parts = reader.parts("who founded Ant?")
    unlearnt = Roles()
    assert unlearnt.likelihood("founder", parts, 2) == unlearnt.likelihood("company", parts, 2)


def test_asking_teaches_nothing(roles: Roles, reader: Reader) -> None:
    """A likelihood is the same whatever was asked before, of parameters that are none, too."""
    parts = reader.parts("who founded Ant?")
    before = roles.likelihood("founder", parts, 2)
    for name in ("company", "stranger"):
        roles.likelihood(name, reader.parts("Ant Ant"), 1)
    assert roles.likelihood("founder", parts, 2) == before


def test_what_was_learnt_can_be_told_and_restored(roles: Roles, reader: Reader) -> None:
    """And is then as likely as before."""
    parts = reader.parts("who founded Ant?")
    again = Roles.restored(roles.learnt())
    for name in ("founder", "company"):
        assert again.likelihood(name, parts, 2) == roles.likelihood(name, parts, 2)


def test_parameters_that_take_the_same_things_are_alike(folder: Path) -> None:
    """A founder may be a company, as what is founded is; a technology is none, and neither is a
    day."""
    founding = ("company entity Organization", "founder entity Organization,Person", "on date")
    assert alike(question(folder, *founding)) == {"company", "founder"}
    assert alike(question(folder, "user entity Organization", "technology entity Technology")) == (
        frozenset()
    )
