"""Errors are types that carry facts and speak two languages; their tree is drawn in one place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from finkg import errors
from finkg.errors import FinkgError


def tree(cls: type[FinkgError], depth: int = 0) -> Iterator[tuple[int, str]]:
    """The classes of the module, each below its base, in the order of their definition."""
    yield depth, cls.__name__
    for sub in cls.__subclasses__():
        if sub.__module__ == errors.__name__:
            yield from tree(sub, depth + 1)


def test_the_drawn_tree_is_the_real_one() -> None:
    """The drawing in the module's docstring shows each class below its base, in order."""
    lines = re.findall(r"^( +)(\w+)(?:  .*)?$", errors.__doc__ or "", re.MULTILINE)
    drawn = [(len(indent) // 4 - 1, name) for indent, name in lines]
    assert drawn == list(tree(FinkgError))


def test_every_error_speaks_both_languages() -> None:
    """A message stands in zh and in en, and where one language has a hint the other has too."""
    for cls in (getattr(errors, name) for _, name in tree(FinkgError)):
        assert cls.text.zh, cls
        assert cls.text.en, cls
        assert cls.text.zh != cls.text.en, cls
        assert bool(cls.hint.zh) == bool(cls.hint.en), cls


def test_both_languages_name_the_same_facts() -> None:
    """What one language's message says was expected or found, the other's says too."""
    for cls in (getattr(errors, name) for _, name in tree(FinkgError)):
        for words in (cls.text, cls.hint):
            zh, en = (set(re.findall(r"{(\w+)}", text)) for text in words)
            assert zh == en, cls
