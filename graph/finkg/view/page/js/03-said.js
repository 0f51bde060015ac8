// What the evidence tells, found from the other side: from a claim, a source, a node.
const STATEMENT_OF_CLAIM = {
  has: (id) => Boolean(STATEMENT_OF_CLAIM.get(id)),
  get: (id) => {
    const statement = CLAIMS.has(id) ? EVIDENCE.statement[claimNumber(id)] : -1;
    return statement < 0 ? undefined : statementAt(statement);
  },
};

// What each source says for or against a claim, in the order of its text.
const claimsBySource = once(() => {
  const found = new Map();
  const listed = (source) => found.get(source) ?? found.set(source, []).get(source);
  const { starts, is } = EVIDENCE.claims.evidence;
  for (let claim = 0; claim < EVIDENCE.statement.length; claim += 1)
    for (let row = starts[claim]; row < starts[claim + 1]; row += 1)
      listed(is.source[row]).push(claim);
  return found;
});
const saidBy = kept((source) => {
  const claims = [...new Set(claimsBySource().get(source) ?? [])].map(claimAt);
  const { id } = EVIDENCE.sources[source];
  const said = claims.flatMap((claim) =>
    claim.evidence.filter((each) => each.source === id).map((evidence) => ({ claim, evidence })),
  );
  return said.sort((a, b) => a.evidence.start - b.evidence.start);
});
const SAID_BY = { get: (id) => saidBy(EVIDENCE.sources.indexOf(SOURCES.get(id))) };

// Claims that make no statement here: outranked, deprecated, or out of their time.
const unstated = once(() => {
  const found = new Map();
  EVIDENCE.statement.forEach((statement, claim) => {
    if (statement >= 0) return;
    const { subject, value } = EVIDENCE.claims;
    for (const node of new Set([subject.id[claim], value.id[claim]]))
      found.set(node, [...(found.get(node) ?? []), claim]);
  });
  return found;
});
const unstatedOf = (id) =>
  evidenceIsOpen() ? (unstated().get(nodeNumber(id)) ?? []).map(claimAt) : [];

// The uses of rules that the claim stands by; the others only where there is none.
function reasonsOf(claim) {
  const alike = claim.inferences.filter((it) => it.standing === claim.standing);
  return alike.length ? alike : claim.inferences;
}

// All claims that a claim rests on, itself first; a claim met again is not followed again.
function groundsOf(claimIds) {
  const met = new Set();
  const todo = [...claimIds];
  while (todo.length) {
    const id = todo.shift();
    if (met.has(id) || !CLAIMS.has(id)) continue;
    met.add(id);
    for (const inference of reasonsOf(CLAIMS.get(id))) todo.push(...inference.premises);
  }
  return [...met];
}

const REGULATORY_KINDS = new Set(["regulation", "regulatory-event"]);
const isProduct = (node) => SCENE.kinds[GRAPH.kind[node]].id === "product";
const isRegulatory = (node) => REGULATORY_KINDS.has(SCENE.kinds[GRAPH.kind[node]].id);

// The statements that a product is affected by a regulation or a regulatory event.
const affecting = once(() => {
  const relation = SCENE.relations.findIndex(({ id }) => id === "affectedBy");
  const found = [];
  for (let s = 0; s < GRAPH.edges; s += 1)
    if (
      GRAPH.relation[s] === relation &&
      isProduct(GRAPH.subject[s]) &&
      isRegulatory(GRAPH.value[s])
    )
      found.push(statementAt(s));
  return found;
});
