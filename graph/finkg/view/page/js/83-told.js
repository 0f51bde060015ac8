// What is visible as RDF, as the graph has it: labels; what is sound as plain triples; and every claim
// with its evidence, its doubts, its reasons. What is doubtful, possible or someone's opinion is here
// only as claims, which say how they stand: nobody may take it for a plain statement.
function resourcesOf({ nodes, statements, grounds, sources }) {
  const told = new Map(); // what is said of each IRI
  const tell = (iri, said) => told.set(iri, [...(told.get(iri) ?? []), ...said]);
  for (const node of new Set([...nodes, ...grounds.flatMap(claimEnds)]))
    tell(iriOf(node), nodeSaid(node));
  for (const statement of statements.filter(({ layer }) => isSound(layer)))
    tell(iriOf(statement.subject), statedBy(statement));
  for (const claim of grounds) {
    tell(prefixed("id", claim.id).iri, claimSaid(claim));
    for (const { iri } of claimTerms(claim.value, claim))
      if (iri && !claim.value.id) tell(iri, labelled(claim.value.label)); // an observation
  }
  for (const [id, dispute] of disputesAmong(grounds)) tell(id, disputeSaid(dispute));
  for (const source of sources.values()) tell(sourceIri(source), sourceSaid(source));
  const inferences = grounds.flatMap((claim) => reasonsOf(claim).map(inferenceSaid(claim)));
  return [
    ...[...told].map(([iri, said]) => ({ iri, said: distinctPairs(said) })),
    ...inferences.map((said) => ({ iri: null, said })),
  ];
}

const iriOf = (node) => validIri(node.iri);
const sourceIri = (source) => (source.iri ? validIri(source.iri) : prefixed("id", source.id).iri);
const claimEnds = ({ subject, value }) =>
  [subject.id, value.id].filter((id) => NODES.has(id)).map((id) => NODES.get(id));

const distinctPairs = (said) => [
  ...new Map(said.map((pair) => [JSON.stringify(pair), pair])).values(),
];

// Pairs of a property of ours and a term, without those that have none.
const ours = (told) =>
  Object.entries(told).flatMap(([name, terms]) =>
    [terms]
      .flat()
      .filter(Boolean)
      .map((one) => [fk(name).iri, one]),
  );
const typedAs = (...names) => names.map((name) => [RDF_TYPE, fk(name)]);
const labelled = (text) => inBoth(text).map((label) => [RDFS_LABEL, label]);
const nodeSaid = (node) => [...typedAs(...node.classes), ...labelled(node.label)];
const plainTerm = (words) => words && { text: words };
const someTime = (words) => words && timeTerm(words);

const statedBy = ({ relation, value, term: written }) =>
  valueTerms(value, written).map((one) => [fk(relation).iri, one]);

// The value as the graph has it; in words, where that is not known.
function valueTerms(value, written) {
  if (isNode(value)) return [{ iri: iriOf(value) }];
  const known = termOf(written ?? "");
  if (known) return [known];
  return value.zh === value.en ? [{ text: value.zh }] : inBoth(value);
}

const subjectTerm = ({ id, term: written }) =>
  NODES.has(id) ? { iri: iriOf(NODES.get(id)) } : termOf(written ?? "");

function claimTerms({ id, label, term: written }, claim) {
  if (NODES.has(id)) return [{ iri: iriOf(NODES.get(id)) }];
  return valueTerms(label, written ?? STATEMENT_OF_CLAIM.get(claim.id)?.term);
}

const claimSaid = (claim) => [
  ...typedAs("Claim", ...(claim.inferences.length ? ["InferredClaim"] : [])),
  ...ours({
    claimSubject: subjectTerm(claim.subject),
    claimProperty: fk(claim.relation),
    claimValue: claimTerms(claim.value, claim),
    detail: inBoth(claim.detail).length ? { said: labelled(claim.detail) } : null,
    kind: fk(claim.kind),
    rank: fk(claim.rank),
    rankReason: inBoth(claim.rank_reason),
    standing: fk(claim.standing),
    asOf: someTime(claim.as_of),
    validFrom: someTime(claim.valid_from),
    validTo: someTime(claim.valid_to),
    flag: claim.flags.map(flagTerm),
    evidence: claim.evidence.map(evidenceTerm),
  }),
];

const flagTerm = ({ rule, doubts, explanation }) => ({
  said: [
    ...typedAs("Flag"),
    ...ours({
      flaggedBy: prefixed("rule", rule),
      doubts: fk(doubts),
      explanation: inBoth(explanation),
    }),
  ],
});
