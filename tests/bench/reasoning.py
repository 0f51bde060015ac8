"""Prints what reasoning costs beside `reasonable`, an OWL 2 RL reasoner in Rust, on the same facts.

    python tests/bench/reasoning.py [TRIPLES] [--large]

Only rules that OWL can say take part: sub-properties, inverses, transitive properties. Finkg has
them as rules, and notes every match with its premises; reasonable has the ontology's axioms for
them, no others, and notes triples alone. New conclusions must be the same, or it ends with an
error. Two inputs answer two questions. "The whole graph" is what people have who reason over a
graph of so many triples: reasonable takes what an export would give, we take the claims in it.
"Facts only" compares the engines: bare facts, the same number for both.

Seconds are CPU time, medians of rounds by turns in one process: read the ratios. What the two
begin from lies ready: claims with their identities, and what reasonable has loaded; loading is
printed apart. Setting up our store counts. So does that reasonable makes a term of rdflib of each
term of each triple, most of its time: the engine without that is a line of its own. Nothing fails
for being slow: the bars stand beside the figures. `--large` adds how we grow to 10 times as much.
"""

from __future__ import annotations

import gc
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import Final, TypeVar
from unittest.mock import patch

from generate import claims_for
from generator.workspace import write_workspace
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, serialize

from finkg import vocabulary as v
from finkg.build.assess import Assessment, assess
from finkg.build.conclude import conclude
from finkg.build.layering import layered
from finkg.evidence.assessment import Standing
from finkg.evidence.claim import Claim
from finkg.reasoning.inference import Inference
from finkg.reasoning.reasoner import Reasoner
from finkg.reasoning.rule import Rule, read_rules
from finkg.schema import Schema
from finkg.store.layers import ROWS, Layer
from finkg.workspace.model import Workspace
from finkg.workspace.read import read_workspace

Made = TypeVar("Made")
Facts = set[tuple[str, str, str]]
TRIPLES, LARGER, ROUNDS = 100_000, 10, 3
#: How many times slower reasonable is to be at 100,000 triples, and how many times the seconds we
#: are to need for 10 times the triples: what must be, and the aim.
FASTER, GROWTH = (5, 10), (15, 12)
MISSING = 'reasonable is not installed: pip install ".[test]" brings it'
#: Each rule that both can say, and the ontology's axioms for it.
AXIOMS = {
    "direct-effect": "fk:directlyAffectedBy rdfs:subPropertyOf fk:affectedBy",
    "affected-is-changed": "fk:affectedBy rdfs:subPropertyOf fk:changedBy",
    "affected-is-in-scope": "fk:affectedBy rdfs:subPropertyOf fk:withinScopeOf",
    "changed-by-event": "fk:targets rdfs:subPropertyOf ?of . ?of owl:inverseOf fk:changedBy",
    "parent-makes-group": "fk:parentOrganization rdfs:subPropertyOf fk:memberOfGroup",
    "group-within-group": "fk:memberOfGroup a owl:TransitiveProperty",
    "heads-group-of-member": "fk:headsGroup owl:inverseOf fk:memberOfGroup",
    "superseding-is-succession": (
        "fk:repeals rdfs:subPropertyOf fk:supersedes . fk:supersedes rdfs:subPropertyOf fk:succeeds"
    ),
    "successor-of-successor": "fk:succeeds a owl:TransitiveProperty",
}
_RDFS, _OWL = "http://www.w3.org/2000/01/rdf-schema#", "http://www.w3.org/2002/07/owl#"
PREFIXES = {**v.PREFIXES, "rdfs": _RDFS, "owl": _OWL}
#: What a triple of the ontology names if it is an axiom, or a part of one.
_OF_AXIOMS: Final = (
    _OWL,
    *(_RDFS + name for name in ("subClassOf", "subPropertyOf", "domain", "range", "Datatype")),
    *(f"http://www.w3.org/1999/02/22-rdf-syntax-ns#{name}" for name in ("first", "rest")),
)
#: What the rules have premises on and a source may state. Each property is as frequent as any
#: other; those of one line make chains of so many facts, in which no thing occurs twice.
_STATED: Final = (
    ("directlyAffectedBy",),
    ("targets",),
    ("parentOrganization", "memberOfGroup"),
    ("supersedes", "repeals", "succeeds"),
)
_CHAIN: Final = (3, 6)


@dataclass(frozen=True)
class Given:
    """The same facts as each side takes them."""

    label: str
    claims: list[Claim]
    background: list[Quad]
    triples: list[Triple]


def axioms(schema: Schema) -> list[Triple]:
    """The chosen axioms. Raises SystemExit if the ontology lacks one."""
    store, found = Store(), []
    store.extend(schema.triples())
    for rule, axiom in AXIOMS.items():
        said = [*store.query(f"CONSTRUCT WHERE {{ {axiom} }}", prefixes=PREFIXES)]
        if not said:
            raise SystemExit(f"the ontology has no axiom for the rule {rule}: {axiom}")
        found += said
    return found


def assessed(folder: Path, triples: int) -> tuple[Workspace, Schema, Assessment]:
    """A new workspace that builds to so many triples."""
    write_workspace(folder, claims_for(triples))
    schema = Schema()
    workspace = read_workspace(folder, schema)
    return workspace, schema, assess(workspace, schema)


def given_to_rules(workspace: Workspace, schema: Schema) -> list[Quad]:
    """What the build gives its rules beside the claims."""
    types = [Quad(e.iri, v.TYPE, cls) for e in workspace.entities.values() for cls in e.types]
    return [*types, *schema.triples()]


def standing(assessment: Assessment, *standings: Standing) -> list[Claim]:
    return [known.claim for known in assessment.claims.values() if known.standing in standings]


def whole_graph(folder: Path, triples: int) -> Given:
    """A generated graph of so many triples, without what our rules conclude in it."""
    workspace, schema, assessment = assessed(folder, triples)
    quads = layered(workspace, assessment, [], schema, read_rules())
    kept = [q.triple for q in quads if q.graph_name != ROWS and not _is_axiom(q)]
    label = f"The whole graph, of {triples:,} triples with all conclusions"
    # Those whose triple stands in the graph: a reasoner cannot tell opinions apart.
    claims = standing(assessment, Standing.ACCEPTED, Standing.DOUBTFUL, Standing.OPINION)
    return Given(label, claims, given_to_rules(workspace, schema), [*kept, *axioms(schema)])


def _is_axiom(quad: Quad) -> bool:
    named = (term.value for term in (quad.predicate, quad.object) if isinstance(term, NamedNode))
    in_ontology = quad.graph_name == Layer.ONTOLOGY.iri
    return in_ontology and any(iri.startswith(_OF_AXIOMS) for iri in named)


def facts_only(triples: int) -> Given:
    """So many facts, the same at every run, with no evidence nor anything else beside them."""
    claims = [claim for _, claim in zip(range(triples), _chains(Random(0)), strict=False)]
    known = [Triple(*claim.triple) for claim in claims]
    return Given("Facts only", claims, [], [*known, *axioms(Schema())])


def _chains(chance: Random) -> Iterator[Claim]:
    shares = [len(names) / (sum(_CHAIN) / 2 if names[1:] else 1) for names in _STATED]
    first = 0
    while True:
        (names,) = chance.choices(_STATED, shares)
        facts = chance.randint(*_CHAIN) if names[1:] else 1
        things = (NamedNode(f"{v.ID}thing-{first + place}") for place in range(facts + 1))
        for subject, value in pairwise(things):
            yield Claim(subject, v.fk(chance.choice(names)), value)
        first += facts + 1


def read_chosen() -> list[Rule]:
    return [rule for rule in read_rules() if rule.name in AXIOMS]


def timed(step: Callable[[], Made]) -> tuple[float, Made]:
    gc.collect()
    start = process_time()
    result = step()
    return process_time() - start, result


def reasoned(rules: list[Rule], given: Given) -> list[Inference]:
    return Reasoner(rules, given.background).infer(given.claims)


def by_reasonable(path: Path) -> tuple[dict[str, float], Facts]:
    """Seconds of each step, and all triples that hold then. Once more with terms of rdflib that
    are made at no cost: what is left is at most what the engine takes."""
    import rdflib  # noqa: F401 - else it were imported while it is timed
    from reasonable import PyReasoner

    reasoner, other = PyReasoner(), PyReasoner()
    seconds = {"loading": timed(lambda: reasoner.load_file(str(path)))[0]}
    seconds["reasonable"], found = timed(reasoner.reason)
    other.load_file(str(path))
    with patch.multiple("rdflib", URIRef=_no_term, Literal=_no_term, BNode=_no_term):
        seconds["engine"], _ = timed(other.reason)
    return seconds, {(str(s), str(p), str(o)) for s, p, o in found}


def _no_term(*_: object) -> None:
    pass


def compared(given: Given, path: Path, rounds: int = 1) -> tuple[dict[str, float], str]:
    """Median seconds of each side, and how much was found. `path` is a file to write.

    Raises SystemExit if they conclude different things.
    """
    serialize(given.triples, path, format=RdfFormat.N_TRIPLES)
    naming, _ = timed(lambda: [claim.id for claim in given.claims])
    rules, spent = read_chosen(), []
    for _ in range(rounds):
        seconds, inferences = timed(lambda: reasoned(rules, given))
        theirs, found = by_reasonable(path)
        spent.append({"finkg": seconds, "naming": naming, **theirs})
        conclusions = agreed(given, rules, inferences, found)
    middle = {name: median(of[name] for of in spent) for name in spent[0]}
    return middle, f"{len(inferences):,} inferences, {conclusions:,} new conclusions"


def agreed(given: Given, rules: list[Rule], inferences: list[Inference], found: Facts) -> int:
    """How many new conclusions both have. Raises SystemExit if they differ, or there are none."""
    stated = {_plain(claim) for claim in given.claims}
    properties = {rule.concludes.value for rule in rules}
    ours = {_plain(inference.conclusion) for inference in inferences} - stated
    theirs = {fact for fact in found if fact[1] in properties} - stated
    if ours != theirs or not ours:
        alone = f"finkg alone: {[*ours - theirs][:3]}, reasonable alone: {[*theirs - ours][:3]}"
        counts = f"{len(ours)} conclusions of finkg, {len(theirs)} of reasonable"
        raise SystemExit(f"{given.label}: {counts}\n{alone}")
    return len(ours)


def _plain(claim: Claim) -> tuple[str, str, str]:
    return claim.subject.value, claim.predicate.value, claim.value.value


def growth(folder: Path, triples: int) -> dict[str, float]:
    """What we take to reason over a generated graph of so many triples."""
    workspace, schema, assessment = assessed(folder, triples)
    claims = standing(assessment, Standing.ACCEPTED, Standing.DOUBTFUL)
    given, every = Given("", claims, given_to_rules(workspace, schema), []), read_rules()
    ways: dict[str, Callable[[], object]] = {
        f"the {len(AXIOMS)} rules": lambda: reasoned(read_chosen(), given),
        f"all {len(every)} rules": lambda: reasoned(every, given),
        "conclude(), as the build does": lambda: conclude(workspace, assessment, schema, every),
    }
    rounds = [{name: timed(way)[0] for name, way in ways.items()} for _ in range(ROUNDS)]
    return {"claims": len(claims), **{n: median(r[n] for r in rounds) for n in ways}}


def print_comparison(given: Given, path: Path) -> None:
    seconds, found = compared(given, path, ROUNDS)
    ours, theirs = seconds["finkg"], seconds["reasonable"]
    print(f"\n{given.label}: {found}")
    lines = (
        (f"finkg, from {len(given.claims):,} claims", ours, ""),
        (f"reasonable, from {len(given.triples):,} triples", theirs, _bar(FASTER, "at least")),
        ("  the same, but for making terms of rdflib", seconds["engine"], "the engine, at most"),
        ("not counted: reasonable loads a file", seconds["loading"], ""),
        ("not counted: finkg names the claims", seconds["naming"], ""),
    )
    for name, spent, remark in lines:
        print(f"  {name:<42}{spent:>9.3f} s{spent / ours:>9.2f} x   {remark}".rstrip())


def _bar(bar: tuple[int, int], bound: str) -> str:
    return f"the bar: {bound} {bar[0]} x, aim {bar[1]}"


def print_growth(scratch: Path, triples: int) -> None:
    sizes = (triples, triples * LARGER)
    small, large = (growth(scratch / str(size), size) for size in sizes)
    print(f"\n{'Growth of finkg':<32}" + "".join(f"{size:>12,}" for size in sizes) + " triples")
    print(f"  {'claims':<30}{small['claims']:>12,}{large['claims']:>12,}")
    for name in [name for name in small if name != "claims"]:
        times = large[name] / small[name]
        cells = f"{small[name]:>12.3f}{large[name]:>12.3f}{times:>8.1f}"
        print(f"  {name + ', CPU s':<30}{cells} x   {_bar(GROWTH, 'at most')}")


def main() -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("triples", type=int, nargs="?", default=TRIPLES)
    parser.add_argument("--large", action="store_true")
    chosen = parser.parse_args()
    if not find_spec("reasonable"):
        raise SystemExit(MISSING)
    print(f"{len(AXIOMS)} rules; reasonable {version('reasonable')}; {ROUNDS} rounds; CPU time")
    with TemporaryDirectory() as scratch:
        room = Path(scratch)
        print_comparison(whole_graph(room / "whole", chosen.triples), room / "whole.ttl")
        print_comparison(facts_only(chosen.triples), room / "facts.ttl")
        if chosen.large:
            print_growth(room, chosen.triples)


if __name__ == "__main__":
    main()
