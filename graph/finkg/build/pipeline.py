"""The build: workspace -> rows -> claims -> checks -> rank and standing -> rules -> layers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from finkg.build.assess import assess
from finkg.build.conclude import conclude
from finkg.build.layering import layered
from finkg.build.validate import shape_problems
from finkg.errors import InvalidWorkspace, Problem, Severity
from finkg.evidence.scenario import Scenario
from finkg.reasoning.rule import read_rules
from finkg.schema import Schema
from finkg.store.layers import Layer
from finkg.store.snapshot import INPUTS, SnapshotWriter, write_snapshot
from finkg.workspace.inputs import keep_inputs, read_inputs
from finkg.workspace.model import Workspace
from finkg.workspace.read import read_workspace


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made: triples by layer, how many of each thing, and what it warns of."""

    snapshot: Path
    counts: dict[str, int]
    warnings: tuple[Problem, ...]


def build(folder: Path, snapshot: Path, marks: Mapping[str, object] | None = None) -> BuildReport:
    """Build a workspace into a snapshot; the earlier one stays if anything is wrong.

    `marks` are written into the manifest as they are.

    Raises InvalidWorkspace with every problem of the run, FileProblem, DefinitionProblem.
    """
    schema = Schema()
    workspace = read_workspace(folder, schema)
    problems, quads, counts = _graph(workspace, schema, Scenario())
    _refuse_violations(problems)
    with write_snapshot(snapshot) as writer:
        warnings = [*problems, *_judged(writer, quads)]
        writer.describe({**_manifest(workspace, counts, writer), **(marks or {})})
    return BuildReport(snapshot, counts, tuple(warnings))


def rebuild(
    kept: Iterable[tuple[Path, str]],
    scenario: Scenario,
    snapshot: Path,
    marks: Mapping[str, object],
) -> None:
    """Build a graph anew from the files that were kept with it, as a scenario asks for it.

    The files were found sound when the graph was first built; to leave some out breaks nothing.
    """
    schema = Schema()
    workspace = read_inputs(kept, schema)
    workspace.drop(scenario.without)
    _, quads, counts = _graph(workspace, schema, scenario)
    with write_snapshot(snapshot) as writer:
        if scenario.possible:
            writer.show(Layer.POSSIBLE)
        writer.add(quads)
        manifest = _manifest(workspace, counts, writer)
        writer.describe({**manifest, "scenario": scenario.described(), **marks})


def check(folder: Path, scratch: Path) -> list[Problem]:
    """Every problem of a workspace; `scratch` is a folder that may be written and thrown away.

    What the shapes say is asked only once the tables themselves are sound.
    """
    try:
        return list(build(folder, scratch).warnings)
    except InvalidWorkspace as error:
        return list(error.problems)


def _graph(
    workspace: Workspace, schema: Schema, scenario: Scenario
) -> tuple[list[Problem], list[Quad], dict[str, int]]:
    if workspace.violations:
        return workspace.problems, [], {}
    assessment = assess(workspace, schema, scenario.as_of)
    rules = read_rules(workspace.folders)
    conclusions = conclude(workspace, assessment, schema, rules, scenario.as_of)
    quads = list(layered(workspace, assessment, conclusions, schema, rules))
    counts = {
        "entities": len(workspace.entities),
        "sources": len(workspace.sources),
        "rows": len(workspace.rows),
        "claims": len(assessment.claims),
        "conclusions": len(conclusions),
        "inferences": sum(len(c.inferences) for c in conclusions),
        "disputes": len(assessment.disputes),
        "flagged": sum(1 for a in assessment.claims.values() if a.flags),
        **_layer_counts(quads),
    }
    return [*workspace.problems, *assessment.problems], quads, counts


def _layer_counts(quads: Iterable[Quad]) -> dict[str, int]:
    found = Counter(q.graph_name for q in quads if isinstance(q.graph_name, NamedNode))
    always = (layer for layer in Layer if layer is not Layer.POSSIBLE or found[layer.iri])
    return {f"layer {layer.value}": found[layer.iri] for layer in always}


def _refuse_violations(problems: list[Problem]) -> None:
    if any(p.severity is Severity.VIOLATION for p in problems):
        raise InvalidWorkspace(tuple(problems))


def _judged(writer: SnapshotWriter, quads: list[Quad]) -> list[Problem]:
    """Write everything and let the shapes judge it; only a sound generation is switched to."""
    writer.add(quads)
    problems = shape_problems(writer.store)
    _refuse_violations(problems)
    return problems


def _manifest(
    workspace: Workspace, counts: dict[str, int], writer: SnapshotWriter
) -> dict[str, object]:
    return {
        "title": {"zh": workspace.title.zh, "en": workspace.title.en},
        "day": workspace.day.isoformat(),
        "base": workspace.base,
        "counts": counts,
        "inputs": list(keep_inputs(workspace, writer.folder / INPUTS)),
    }
