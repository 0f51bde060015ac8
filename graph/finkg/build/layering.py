"""Which triple stands in which layer. Each stands in one, the first that it qualifies for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import CanonicalizationAlgorithm, Dataset, Literal, NamedNode, Quad

from finkg import vocabulary as v
from finkg.build.assess import Assessment
from finkg.build.conclude import Conclusion
from finkg.errors import Location, Text
from finkg.evidence.assessment import Assessed, Standing
from finkg.evidence.backing import Backing
from finkg.evidence.claim import Claim
from finkg.evidence.record import bounds, validity
from finkg.evidence.support import Quote, Triples
from finkg.plausibility.rule import PlausibilityRule
from finkg.reasoning.rule import Rule
from finkg.schema import Schema
from finkg.store.layers import ROWS, Layer
from finkg.workspace.model import Entity, Workspace

_CJK = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_LAYER_OF = {
    Standing.ACCEPTED: Layer.TRUTH,
    Standing.DOUBTFUL: Layer.DOUBTFUL,
    Standing.OPINION: Layer.OPINIONS,
    Standing.TIME_UNKNOWN: Layer.POSSIBLE,
}
#: In the order in which a triple takes the first that it qualifies for.
STATED = (Layer.TRUTH, Layer.INFERRED, Layer.POSSIBLE, Layer.DOUBTFUL, Layer.OPINIONS)
_HOME_OF_CONCLUSION = {**_LAYER_OF, Standing.ACCEPTED: Layer.INFERRED}
_CONCLUDED_REASON = Text(
    "推理所得，不高于其最弱的前提。", "Concluded by a rule; no higher than its weakest premise."
)


def layered(
    workspace: Workspace,
    assessment: Assessment,
    conclusions: Iterable[Conclusion],
    schema: Schema,
    rules: Iterable[Rule],
) -> Iterator[Quad]:
    """Every quad of the graph: the layers, and where each row stands."""
    drawn = list(conclusions)
    claims = assessment.claims.values()
    placed = _Placement()
    asked = assessment.plausibility_rules
    yield from placed.take(Layer.ONTOLOGY, _ontology(schema, [*rules, *asked]))
    yield from placed.take(Layer.ENTITIES, _entities(workspace, assessment))
    for layer in STATED:
        yield from placed.take(layer, _statements(layer, claims, drawn))
    yield from placed.take_last(Layer.CLAIMS, _claims_layer(assessment, drawn))
    yield from placed.take_last(Layer.CLAIMS, _identities(workspace))
    yield from _rows(workspace, assessment)


def home(standing: Standing, *, concluded: bool = False) -> Layer | None:
    """The layer of what is stated, or concluded, and stands so; none if it is shown in none."""
    return (_HOME_OF_CONCLUSION if concluded else _LAYER_OF).get(standing)


def placed_before(
    workspace: Workspace, assessment: Assessment, schema: Schema, rules: Iterable[Rule]
) -> Iterator[tuple[object, object, object]]:
    """The triples that stand in a layer before those of statements, which then have them in none;
    blank nodes, which no statement has, are called as they are read."""
    yield from ((quad.subject, quad.predicate, quad.object) for quad in schema.triples())
    known: list[Rule | PlausibilityRule] = [*rules, *assessment.plausibility_rules]
    for rule in known:
        yield from rule.triples()
    yield from _entities(workspace, assessment)


class _Placement:
    """Remembers which triples stand somewhere already."""

    def __init__(self) -> None:
        self._seen: set[tuple[object, object, object]] = set()

    def take(self, layer: Layer, triples: Triples) -> Iterator[Quad]:
        for subject, predicate, value in triples:
            if (subject, predicate, value) not in self._seen:
                self._seen.add((subject, predicate, value))
                yield Quad(subject, predicate, value, layer.iri)

    def take_last(self, layer: Layer, triples: Triples) -> Iterator[Quad]:
        """The same for the last and by far the largest layer, whose triples are not remembered."""
        for subject, predicate, value in triples:
            if (subject, predicate, value) not in self._seen:
                yield Quad(subject, predicate, value, layer.iri)


def _ontology(schema: Schema, rules: Iterable[Rule | PlausibilityRule]) -> Triples:
    """Ontology and concepts, with blank nodes named by their content so that builds repeat."""
    dataset = Dataset(schema.triples())
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    for quad in dataset:
        yield quad.subject, quad.predicate, quad.object
    for rule in rules:
        yield from rule.triples()


def _entities(workspace: Workspace, assessment: Assessment) -> Triples:
    for entity in workspace.entities.values():
        yield from _entity(entity)
    for source in assessment.sources:
        yield source.id, v.TYPE, v.SOURCE_DOCUMENT if source.is_text else v.CITATION
        yield source.id, v.LABEL, Literal(source.title, language=source.language or "en")


def _entity(entity: Entity) -> Triples:
    for cls in entity.types:
        yield entity.iri, v.TYPE, cls
    for lang, label in zip(("zh", "en"), entity.label, strict=True):
        yield entity.iri, v.LABEL, Literal(label, language=lang)
    for alias in entity.aliases:
        language = "zh" if _CJK.search(alias) else "en"
        yield entity.iri, v.ALT_LABEL, Literal(alias, language=language)
    for above in entity.broader:
        yield entity.iri, v.BROADER, above
    if entity.note:
        yield entity.iri, v.NOTE, Literal(entity.note, language="en")


def _statements(
    layer: Layer, claims: Iterable[Assessed], conclusions: Iterable[Conclusion]
) -> Triples:
    """The direct triple and the record of each claim that stands in this layer."""
    for assessed in claims:
        if home(assessed.shown) is layer:
            yield from _statement(assessed.claim)
    for conclusion in conclusions:
        if home(conclusion.standing, concluded=True) is layer:
            yield conclusion.claim.triple


def _statement(claim: Claim) -> Triples:
    yield claim.triple
    if claim.record:
        yield from claim.record.triples()


def _claims_layer(assessment: Assessment, conclusions: Iterable[Conclusion]) -> Triples:
    for source in assessment.sources:
        yield from source.triples()
    yield from records(assessment.claims, conclusions, assessment.backing)
    for dispute in assessment.disputes:
        yield from dispute.triples()
    yield from assessment.compared.triples()
    for found in assessment.health:
        yield from found.triples()


def records(
    stated: Mapping[NamedNode, Assessed], conclusions: Iterable[Conclusion], backing: Backing
) -> Triples:
    """Stated claims and conclusions with all that bears on them."""
    quoted: set[Quote] = set()
    for assessed in stated.values():
        yield from _assessed(assessed, quoted)
        yield from _backed(assessed, backing)
    for conclusion in conclusions:
        if conclusion.claim.id not in stated:
            yield from _claim(conclusion.claim, conclusion.standing)
            yield from _reason(conclusion.claim, v.fk("NormalRank"), _CONCLUDED_REASON)
        yield conclusion.claim.id, v.TYPE, v.INFERRED_CLAIM
        for alone in conclusion.sole_sources:
            yield conclusion.claim.id, v.FALLS_WITHOUT, alone
        if conclusion.only_source:
            yield conclusion.claim.id, v.DRAWN_ONLY_FROM, conclusion.only_source
        for inference, standing, course in conclusion.inferences:
            yield from inference.triples(standing, course)


def _backed(assessed: Assessed, backing: Backing) -> Triples:
    """The independent sources that say so, and the one that is alone with it."""
    sources = sorted(backing.independent(assessed.supporting), key=str)
    for source in sources:
        yield assessed.claim.id, v.BACKED_BY, source
    if len(sources) == 1:
        yield assessed.claim.id, v.BACKED_ONLY_BY, sources[0]


def _identities(workspace: Workspace) -> Triples:
    for placed in workspace.identities:
        yield from placed.judgement.triples()


def _assessed(assessed: Assessed, quoted: set[Quote]) -> Triples:
    """A claim with all that bears on it; `quoted` are the quotes that the layer has already."""
    claim = assessed.claim
    yield from _claim(claim, assessed.shown)
    yield from _reason(claim, assessed.ranking.rank.iri, assessed.ranking.reason)
    if claim.record:
        # Stands in the layer of its claim if that has one, else here.
        yield from claim.record.triples()
    for evidence in assessed.evidence:
        yield claim.id, v.HAS_EVIDENCE, evidence.id
        yield from evidence.triples()
        for quote in evidence.quotes:
            # One with a gloss is told apart: a row without may come first.
            if quote.gloss or quote not in quoted:
                quoted.add(quote)
                yield from quote.triples()
    for flag in assessed.flags:
        yield claim.id, v.HAS_FLAG, flag.id
        yield from flag.triples()
        for mention in flag.mentions:
            if mention not in quoted:
                quoted.add(mention)
                yield from mention.triples()


def _claim(claim: Claim, standing: Standing) -> Triples:
    node = claim.id
    yield node, v.TYPE, v.CLAIM
    yield node, v.CLAIM_SUBJECT, claim.subject
    yield node, v.CLAIM_PROPERTY, claim.predicate
    yield node, v.CLAIM_VALUE, claim.value
    yield node, v.KIND, claim.kind.iri
    yield node, v.STANDING, standing.iri
    if claim.record:
        yield node, v.DETAIL, claim.record.id
    if claim.as_of:
        yield node, v.AS_OF, claim.as_of.literal
    dated = claim.moment or claim.as_of
    for predicate, value in (*(bounds(dated) if dated else ()), *_valid(claim)):
        yield node, predicate, value


def _valid(claim: Claim) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    return validity(claim.valid_from, claim.valid_to)


def _reason(claim: Claim, rank: NamedNode, reason: Text) -> Triples:
    yield claim.id, v.RANK, rank
    for lang, words in zip(("zh", "en"), reason, strict=True):
        yield claim.id, v.RANK_REASON, Literal(words, language=lang)


def _rows(workspace: Workspace, assessment: Assessment) -> Iterator[Quad]:
    entities = ((e.iri, e.where) for e in workspace.entities.values())
    identities = ((placed.judgement.id, placed.where) for placed in workspace.identities)
    sources = (
        (source.id, workspace.places[name])
        for name, source in workspace.sources.items()
        if name in workspace.places
    )
    for node, where in [*assessment.rows.items(), *entities, *identities, *sources]:
        yield from row(node, where)


def row(node: NamedNode, where: Location) -> Iterator[Quad]:
    """Where in people's files something is stated."""
    yield Quad(node, v.ROW_FILE, Literal(where.file), ROWS)
    yield Quad(node, v.ROW_LINE, Literal(str(where.line), datatype=v.XSD_INTEGER), ROWS)
