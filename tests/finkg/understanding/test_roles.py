"""Which name is which parameter is learnt from the words beside the blanks of examples."""

from __future__ import annotations

import pytest

from finkg.understanding.reading import Named, Reader
from finkg.understanding.roles import Roles

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
