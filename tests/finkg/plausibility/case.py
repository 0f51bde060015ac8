"""Small workspaces with a fault or none, and what the plausibility rules doubt in them."""

from __future__ import annotations

from functools import cache

from pyoxigraph import NamedNode

from finkg.build.assess import Assessment, assess
from finkg.evidence.claim import Claim
from finkg.evidence.doubt import Flag
from finkg.evidence.record import Effect, Observation, Shareholding
from finkg.plausibility.rules import OURS
from finkg.schema import Schema
from finkg.vocabulary import local_name
from finkg.words import Text
from finkg.workspace.read import read_workspace

from ..own import Own

#: What stands for a rule that a workspace switches off.
_OFF = '[plausibility.off.{}]\nzh = "不问"\nen = "Not asked"\n'
_POLICY = """criteria = ["tier", "corroboration", "recency"]
tiers = ["high", "medium", "low"]

[tolerance]
about = 0.1
over = 0.2
at-least = 0.2
under = 0.2
at-most = 0.2

"""


@cache
def schema() -> Schema:
    return Schema()


class Case(Own):
    """A workspace that is assessed and not written as a graph."""

    def assess(self) -> Assessment:
        workspace = read_workspace(self.folder, schema())
        assert not workspace.violations, [f"{p.where}: {p}" for p in workspace.violations]
        return assess(workspace, schema())

    def figure(self, source: str, feature: str, metric: str, value: str, **cells: str) -> None:
        """An observation, of persons unless it says otherwise."""
        cells = {"unit": "person", **cells}
        self.row(source, "observations.csv", feature=feature, metric=metric, value=value, **cells)

    def effect(self, source: str, affected: str, cause: str, occurred_on: str) -> None:
        told = {"effect_type": "limit", "effect_zh": "设上限", "effect_en": "capped"}
        told |= {"affected": affected, "cause": cause, "occurred_on": occurred_on}
        self.row(source, "effects.csv", **told)

    def switch_off(self, *rules: str) -> None:
        """No longer ask some rules, or all."""
        names = rules or tuple(rule.name for rule in OURS)
        self.write("policy.toml", _POLICY + "".join(map(_OFF.format, names)))

    def doubted(self, rule: str) -> list[str]:
        """What a rule doubts, each as “subject property value (part)”."""
        return doubted(self.assess(), rule)

    def explanations(self, rule: str) -> list[Text]:
        return explanations(self.assess(), rule)


def statement(claim: Claim) -> str:
    """What a claim says: of a record its two ends and its number, or its type."""
    record = claim.record
    terms: tuple[NamedNode | str, ...]
    if isinstance(record, Observation):
        terms = (record.feature, record.metric, str(record.value))
    elif isinstance(record, Shareholding):
        terms = (record.holder, record.organization, str(record.percent))
    elif isinstance(record, Effect):
        terms = (record.affected, record.cause, record.effect_type)
    else:
        value = claim.value
        terms = (
            claim.subject,
            claim.predicate,
            value if isinstance(value, NamedNode) else value.value,
        )
    return " ".join(local_name(t) if isinstance(t, NamedNode) else t for t in terms)


def flags(assessment: Assessment, rule: str) -> list[tuple[Claim, Flag]]:
    found = [(a.claim, flag) for a in assessment.claims.values() for flag in a.flags]
    return [(claim, flag) for claim, flag in found if flag.rule.value.endswith(f"/{rule}")]


def doubted(assessment: Assessment, rule: str) -> list[str]:
    return sorted(
        f"{statement(claim)} ({flag.part.name.lower()})" for claim, flag in flags(assessment, rule)
    )


def explanations(assessment: Assessment, rule: str) -> list[Text]:
    return sorted({flag.explanation for _, flag in flags(assessment, rule)})


def tells(explanation: Text, *facts: str) -> bool:
    """Whether both languages tell all the facts."""
    return all(fact in words for words in explanation for fact in facts)
