"""What a text in plain words is understood to ask, with ids for values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from finkg.vocabulary import ID

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph
    from finkg.understanding.understood import Understood


def given_to(understood: Understood) -> dict[str, str]:
    return {name: value.removeprefix(ID) for name, value in understood.given.items()}


def asked(kg: KnowledgeGraph, words: str, **parameters: str) -> tuple[str, dict[str, str]]:
    understood = kg.understand(words, **parameters)
    return understood.question.name, given_to(understood)
