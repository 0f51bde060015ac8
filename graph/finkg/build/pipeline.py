"""The build: workspace -> rows -> claims -> checks -> rank and standing -> rules -> layers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from finkg.build.assess import assess
from finkg.build.conclude import conclude, weighed
from finkg.build.layering import layered
from finkg.build.validate import shape_problems
from finkg.errors import InvalidWorkspace, Problem, Severity
from finkg.evidence.scenario import Scenario
from finkg.reasoning.rule import read_rules, refuse_foreign
from finkg.schema import Schema
from finkg.search.index import FILE, write_index
from finkg.store.layers import Layer
from finkg.store.snapshot import INPUTS, SnapshotWriter, write_snapshot
from finkg.store.view import GraphView
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
    _refuse_violations(workspace.problems)
    graph = _Graph(workspace, schema, Scenario())
    _refuse_violations(graph.problems)
    with write_snapshot(snapshot) as writer:
        writer.add(graph.quads())
        problems = [*graph.problems, *shape_problems(writer.store)]
        # Only a sound generation is switched to.
        _refuse_violations(problems)
        write_index(GraphView(writer.store), writer.folder / FILE)
        writer.describe({**graph.manifest(writer), **(marks or {})})
    return BuildReport(snapshot, graph.counts, tuple(problems))


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
    graph = _Graph(workspace, schema, scenario)
    with write_snapshot(snapshot) as writer:
        if scenario.possible:
            writer.show(Layer.POSSIBLE)
        writer.add(graph.quads())
        write_index(GraphView(writer.store), writer.folder / FILE)
        writer.describe({**graph.manifest(writer), "scenario": scenario.described(), **marks})


def check(folder: Path, scratch: Path) -> list[Problem]:
    """Every problem of a workspace; `scratch` is a folder that may be written and thrown away.

    What the shapes say is asked only once the tables themselves are sound.
    """
    try:
        return list(build(folder, scratch).warnings)
    except InvalidWorkspace as error:
        return list(error.problems)


class _Graph:
    """A workspace assessed and concluded from, ready to be written layer by layer."""

    def __init__(self, workspace: Workspace, schema: Schema, scenario: Scenario) -> None:
        self._workspace = workspace
        self._schema = schema
        self._rules = read_rules(workspace.folders)
        refuse_foreign(self._rules, {p.iri for p in schema.properties.values()})
        day = scenario.as_of
        self._assessment = assess(workspace, schema, day)
        drawn = conclude(workspace, self._assessment, schema, self._rules, day)
        self._conclusions = weighed(drawn, self._assessment)
        self._layers: Counter[str] = Counter()

    @property
    def problems(self) -> list[Problem]:
        """Those of the tables, and judgements that meet nothing."""
        return [*self._workspace.problems, *self._assessment.problems]

    def quads(self) -> Iterator[Quad]:
        """Every quad, counted by layer while it is written."""
        known = (self._workspace, self._assessment, self._conclusions, self._schema, self._rules)
        for quad in layered(*known):
            if isinstance(quad.graph_name, NamedNode):
                self._layers[quad.graph_name.value] += 1
            yield quad

    @property
    def counts(self) -> dict[str, int]:
        """How much there is of each thing; of the layers, once they are written."""
        claims = self._assessment.claims.values()
        found = {layer: self._layers[layer.iri.value] for layer in Layer}
        return {
            "entities": len(self._workspace.entities),
            "sources": len(self._workspace.sources),
            "rows": len(self._workspace.rows),
            "claims": len(claims),
            "conclusions": len(self._conclusions),
            "inferences": sum(len(c.inferences) for c in self._conclusions),
            "disputes": len(self._assessment.disputes),
            "flagged": sum(1 for assessed in claims if assessed.flags),
            **{f"layer {layer}": n for layer, n in found.items() if n or layer.is_always_there},
        }

    def manifest(self, writer: SnapshotWriter) -> dict[str, object]:
        """What the snapshot says of itself."""
        workspace = self._workspace
        return {
            "title": {"zh": workspace.title.zh, "en": workspace.title.en},
            "day": workspace.day.isoformat(),
            "base": workspace.base,
            "counts": self.counts,
            "switched_off": {
                name: reason._asdict() for name, reason in workspace.policy.switched_off.items()
            },
            "inputs": list(keep_inputs(workspace, writer.folder / INPUTS)),
        }


def _refuse_violations(problems: list[Problem]) -> None:
    if any(p.severity is Severity.VIOLATION for p in problems):
        raise InvalidWorkspace(tuple(problems))
