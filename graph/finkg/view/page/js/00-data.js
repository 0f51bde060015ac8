// What the page carries: the scene, the network that pyvis made of it, the words of the page.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const SCENE = read("scene-data");
const HEADING = read("heading-data"); // the title and the line that says what is left out
const NETWORK = read("network-data");
const WORDS = read("words-data");

const byId = (rows) => new Map(rows.map((row) => [row.id, row]));
const KINDS = byId(SCENE.kinds);
const RELATIONS = byId(SCENE.relations);
const NODES = byId(SCENE.nodes);
const CLAIMS = byId(SCENE.claims);
const SOURCES = byId(SCENE.sources);
const PLAUSIBILITY = byId(SCENE.rules);
// What possibly holds is a layer only of a graph that was asked for with it.
const POSSIBLE = SCENE.scope.possible ? ["possible"] : [];
const LAYERS = ["truth", "inferred", ...POSSIBLE, "doubtful", "opinions"];

// A statement is an edge (its value is a node) or a fact (its value is a text).
const STATEMENTS = [...SCENE.edges, ...SCENE.facts];
const STATEMENT = byId(STATEMENTS);
const EDGES = byId(SCENE.edges);
const isEdge = (statement) => EDGES.has(statement.id);

// The statements that each node takes part in, and the statement that each claim makes.
const STATEMENTS_OF = new Map(SCENE.nodes.map((node) => [node.id, []]));
const STATEMENT_OF_CLAIM = new Map();
for (const statement of STATEMENTS) {
  STATEMENTS_OF.get(statement.subject).push(statement);
  if (isEdge(statement) && statement.value !== statement.subject) {
    STATEMENTS_OF.get(statement.value).push(statement);
  }
  for (const claim of statement.claims) STATEMENT_OF_CLAIM.set(claim, statement);
}

// What each source says for or against a claim, in the order of its text.
const SAID_BY = new Map(SCENE.sources.map((source) => [source.id, []]));
for (const claim of SCENE.claims)
  for (const evidence of claim.evidence) SAID_BY.get(evidence.source)?.push({ claim, evidence });
for (const said of SAID_BY.values()) said.sort((a, b) => a.evidence.start - b.evidence.start);

// Of which nodes there is something to draw: on a day of which nothing is said of it, a node waits
// for those who look for it.
const SPOKEN_OF = SCENE.nodes.filter(
  (node) => STATEMENTS_OF.get(node.id).length || !SCENE.scope.as_of,
);

// Claims that make no statement here: outranked, deprecated, or out of their time.
const UNSTATED_OF = new Map(SCENE.nodes.map((node) => [node.id, []]));
for (const claim of SCENE.claims.filter(({ id }) => !STATEMENT_OF_CLAIM.has(id))) {
  for (const end of new Set([claim.subject.id, claim.value.id])) UNSTATED_OF.get(end)?.push(claim);
}

// The order in which kinds, and the nodes of one kind, claim attention.
const KIND_ORDER = new Map(SCENE.kinds.map((kind, index) => [kind.id, index]));
const byWeight = (a, b) =>
  b.degree - a.degree || KIND_ORDER.get(a.kind) - KIND_ORDER.get(b.kind) || (a.id < b.id ? -1 : 1);

const REGULATORY_KINDS = new Set(["regulation", "regulatory-event"]);
const affectsProduct = (statement) =>
  statement.relation === "affectedBy" &&
  isEdge(statement) &&
  NODES.get(statement.subject).kind === "product" &&
  REGULATORY_KINDS.has(NODES.get(statement.value).kind);

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
