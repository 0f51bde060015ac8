"""Prints how well the plausibility rules find the errors planted in true texts: recall, precision.

    python tests/plausibility/recall.py [-v]

Recall: of the planted errors, how many make a rule flag a claim that the error made wrong.
Precision by claim: of the claims flagged in the copies with errors, how many the error made wrong.
Precision by doubt: of the flags, how many are of such a claim or were raised in view of one: where
two claims can not both hold, a rule that knows no better doubts both. On the true texts themselves
every flag is false.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from planting import TEXTS, Plant, plants, texts
from pyoxigraph import NamedNode

from finkg.build.assess import Assessment, assess
from finkg.evidence.claim import Claim
from finkg.evidence.record import Effect, Observation, Shareholding
from finkg.figures import plain
from finkg.schema import Schema
from finkg.vocabulary import local_name
from finkg.workspace.read import read_workspace

HEADS = "errors found by name    recall  by claim  by doubt"
GROUPS = {"blind": "by name only", "seen": "by readers of the rules"}


@dataclass(frozen=True, slots=True)
class Found:
    """A flag: its claim, in the words of plants.toml, its rule, the claims it was seen beside."""

    claim: str
    rule: str
    beside: frozenset[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rules say of one planted error."""

    plant: Plant
    flags: tuple[Found, ...]

    @property
    def found(self) -> bool:
        """Whether a claim that the error made wrong is flagged."""
        return any(flag.claim in self.plant.wrong for flag in self.flags)

    @property
    def by_name(self) -> bool:
        """Whether the rule of its kind is among those that find it."""
        kind = self.plant.kind
        return any(f.claim in self.plant.wrong and f.rule == kind for f in self.flags)

    @property
    def claims(self) -> set[str]:
        return {flag.claim for flag in self.flags}

    @property
    def wrong(self) -> set[str]:
        return self.claims & set(self.plant.wrong)

    @property
    def right_flags(self) -> int:
        wrong = set(self.plant.wrong)
        return sum(1 for flag in self.flags if flag.claim in wrong or flag.beside & wrong)


def named(claim: Claim) -> str:
    """A claim as plants.toml names it."""
    record = claim.record
    if isinstance(record, Observation):
        return f"{local_name(record.feature)} {local_name(record.metric)} {plain(record.value)}"
    if isinstance(record, Effect):
        return f"{local_name(record.affected)} {local_name(record.cause)} {record.effect_type}"
    if isinstance(record, Shareholding):
        names = f"{local_name(record.holder)} {local_name(record.organization)}"
        return f"{names} {plain(record.percent)}"
    value = claim.value
    shown = local_name(value) if isinstance(value, NamedNode) else value.value
    return f"{local_name(claim.subject)} {local_name(claim.predicate)} {shown}"


def assessed(folder: Path, schema: Schema) -> Assessment:
    """A workspace, read without a fault, and what the rules make of it."""
    workspace = read_workspace(folder, schema)
    assert not workspace.violations, "\n".join(map(str, workspace.violations))
    return assess(workspace, schema)


def flags(assessment: Assessment) -> tuple[Found, ...]:
    """Every flag of a workspace."""
    names = {node: named(a.claim) for node, a in assessment.claims.items()}
    return tuple(
        Found(
            names[flag.claim],
            flag.rule.value.rpartition("/")[2],
            frozenset(names[other] for other in flag.compared),
        )
        for a in assessment.claims.values()
        for flag in a.flags
    )


def true_flags(text: str, schema: Schema) -> tuple[Found, ...]:
    """The flags of a text whose dates are true: all of them false."""
    return flags(assessed(TEXTS / text / "workspace", schema))


def outcomes(chosen: Iterable[str], schema: Schema) -> Iterator[Outcome]:
    """What the rules say of each error that is planted in the texts."""
    for text in chosen:
        for plant in plants(text):
            with TemporaryDirectory() as scratch:
                sown = plant.sow(Path(scratch) / "workspace")
                yield Outcome(plant, flags(assessed(sown, schema)))


def summary(of: list[Outcome]) -> str:
    """Recall and precision in a line."""
    found, by_name = sum(o.found for o in of), sum(o.by_name for o in of)
    claims, wrong = sum(len(o.claims) for o in of), sum(len(o.wrong) for o in of)
    raised, right = sum(len(o.flags) for o in of), sum(o.right_flags for o in of)
    return (
        f"{len(of):6} {found:5} {by_name:7} {_share(found, len(of))} {_share(wrong, claims)}"
        f" {_share(right, raised)}"
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:9.0%}" if whole else f"{'-':>9}"


def table(of: list[Outcome]) -> str:
    """Recall and precision by who wrote the errors, and by their kind."""
    lines = [f"{'':30}{HEADS}"]
    for prefix, said in GROUPS.items():
        lines.append(f"{said:30}{summary([o for o in of if o.plant.text.startswith(prefix)])}")
    lines.append(f"{'all':30}{summary(of)}")
    for kind in sorted({o.plant.kind for o in of}):
        lines.append(f"  {kind:28}{summary([o for o in of if o.plant.kind == kind])}")
    return "\n".join(lines)


def main() -> None:
    schema = Schema()
    names = texts()
    of = list(outcomes(names, schema))
    print(table(of))
    print("\nErrors that no rule finds:")
    for outcome in (o for o in of if not o.found):
        print(f"  {outcome.plant.kind}: {outcome.plant.title}")
        print(f"    {outcome.plant.beyond}")
    print("\nFlags on the true texts:")
    for name in names:
        false = true_flags(name, schema)
        print(f"  {name}: {len(false)}")
        for flag in false if "-v" in sys.argv else ():
            print(f"    {flag.rule}: {flag.claim}")


if __name__ == "__main__":
    main()
