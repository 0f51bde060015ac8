"""A fact as the row of a table: which table, and what stands in its cells."""

from __future__ import annotations

from generator.facts import Fact
from generator.names import Name, stable
from generator.numbers import Number, observed, share
from generator.sentences import sentence

_EFFECTS = ("limit", "licensing", "cost", "shrink", "restructure", "fine", "closure", "suspension")
_DONE = ("受到约束", "was constrained")


def table_of(fact: Fact) -> str:
    """The table that a fact is written in."""
    return {
        "hasObservation": "observations.csv",
        "holdsSharesIn": "holdings.csv",
        "directlyAffectedBy": "effects.csv",
    }.get(fact.says.property, "claims.csv")


def cells_of(fact: Fact) -> dict[str, str]:
    """The cells of a fact, those of its evidence apart."""
    times = {column: time.cell for column, time in fact.times.items()}
    own = {
        "observations.csv": _observation,
        "holdings.csv": _holding,
        "effects.csv": _effect,
        "claims.csv": _claim,
    }[table_of(fact)](fact)
    return {**times, "kind": fact.says.kind, **own}


def _claim(fact: Fact) -> dict[str, str]:
    return {
        "subject": fact.subject.id,
        "property": fact.says.property,
        "value": fact.value.id if isinstance(fact.value, Name) else fact.value.cell,
    }


def number_of(fact: Fact) -> Number:
    """The number of an observation."""
    assert isinstance(fact.value, Name)
    return observed(fact.subject.id, fact.value.id, fact.says.variant)


def _observation(fact: Fact) -> dict[str, str]:
    assert isinstance(fact.value, Name)
    number = number_of(fact)
    return {
        "feature": fact.subject.id,
        "metric": fact.value.id,
        "value": number.cell,
        "unit": number.unit,
        "precision": number.precision,
    }


def _holding(fact: Fact) -> dict[str, str]:
    assert isinstance(fact.value, Name)
    return {
        "organization": fact.value.id,
        "holder": fact.subject.id,
        "mode": fact.says.detail,
        "percent": share(fact.subject.id, fact.value.id, fact.says.variant),
    }


def _effect(fact: Fact) -> dict[str, str]:
    assert isinstance(fact.value, Name)
    return {
        "affected": fact.subject.id,
        "cause": fact.value.id,
        "effect_type": _EFFECTS[stable(fact.subject.id, fact.value.id) % len(_EFFECTS)],
        "occurred_on": fact.times["as_of"].cell,
        "effect_zh": f"{fact.subject.zh}{_DONE[0]}",
        "effect_en": f"{fact.subject.en} {_DONE[1]}",
    }


def in_words(fact: Fact, language: str) -> str:
    """The sentence that states a fact, without its full stop."""
    times = {c: time.in_language(language) for c, time in fact.times.items()}
    return sentence(
        fact.says.property,
        language,
        kind=fact.says.kind,
        as_of=times.get("as_of", ""),
        since=times.get("valid_from", ""),
        s=fact.subject.in_language(language),
        v=_value_in_words(fact, language),
        m=fact.value.in_language(language) if isinstance(fact.value, Name) else "",
    )


def _value_in_words(fact: Fact, language: str) -> str:
    if fact.says.property == "hasObservation":
        return number_of(fact).in_language(language)
    return fact.value.in_language(language)
