// What is visible, as plain data: all that is taken away is made of this, and of nothing else.
//
//   nodes       those on the canvas; iri, kind, label, aliases, types as nodeAt() has them
//   statements  { id, subject, relation, value, term, layer, claims }: the edges on the canvas, then
//               the facts of its nodes. subject is a node, value a node or, for a fact, a text; term is
//               the value as an RDF term (N-Triples), empty for an edge, and where it is not known
//   grounds     the claims of those statements, what is disputed with them, and all that these rest
//               on down to the quotes
//   sources     those of the grounds, by id
//   counts      { nodes, statements, layers: how many statements of each layer }
async function visible() {
  await openEvidence();
  const nodes = drawnNodes();
  const statements = [...drawnEdges(), ...drawnFacts()].map(statementData);
  const stated = statements.flatMap(({ claims }) => claims);
  const sides = stated.flatMap(({ disputes }) => disputes.flatMap((dispute) => dispute.sides));
  const grounds = groundsOf([...stated.map(({ id }) => id), ...sides]).map((id) => CLAIMS.get(id));
  return {
    nodes,
    statements,
    grounds,
    sources: sourcesUsed(grounds),
    counts: {
      nodes: nodes.length,
      statements: statements.length,
      layers: countsByLayer(statements.map(({ layer }) => layer)),
    },
  };
}

function statementData(statement) {
  const claims = claimsOf(statement);
  return {
    id: statement.id,
    subject: NODES.get(statement.subject),
    relation: statement.relation,
    value: isEdge(statement) ? NODES.get(statement.value) : statement.value,
    term: statement.term ?? claims.find(({ value }) => value.term)?.value.term ?? "",
    layer: statement.layer,
    claims,
  };
}

const isNode = (value) => "iri" in value;
const wordsOf = (value) => say(isNode(value) ? value.label : value);

function sourcesUsed(claims) {
  const ids = claims.flatMap(({ evidence }) => evidence.map(({ source }) => source));
  return new Map(
    [...new Set(ids)].filter((id) => SOURCES.has(id)).map((id) => [id, SOURCES.get(id)]),
  );
}

function countsByLayer(names) {
  const counts = Object.fromEntries(LAYERS.map((layer) => [layer, 0]));
  for (const name of names) counts[name] += 1;
  return counts;
}

// The titles of the sources of a claim's evidence, and its quotes, each once.
const titlesOf = (claims, sources) =>
  distinctParts(claims, ({ source }) => sources.get(source)?.title);
const quotesOf = (claims) => distinctParts(claims, ({ quote }) => quote);
const distinctParts = (claims, part) => [
  ...new Set(claims.flatMap(({ evidence }) => evidence.map(part)).filter(Boolean)),
];

// What a reader of any of the files has to know first; one sentence a line.
const headLines = ({ counts }) => [
  ...titleLines(),
  ...scopeLines(),
  word("export.shown", shares(counts.nodes, counts.statements)),
];

// What the page is called; on a stage, what is asked there.
function titleLines() {
  const asked = {
    answer: () => word("ask"),
    why: () => word("whyBanner", { sentence: sentence(EDGES.get(state.about)) }),
    path: pathSentence,
    overview: () => word("overview"),
  }[state.view];
  return [say(SCENE.heading.title), asked?.()].filter(Boolean);
}

// Up to which day the graph answers, what it was computed without, and what was chosen on the page.
const scopeLines = () =>
  [
    word("export.date", { date: SCENE.date }),
    say(SCENE.heading.scope),
    state.year === null ? "" : word("asOfYear", { day: `${state.year}-12-31` }),
    state.out.size ? word("export.without", { sources: listed(sourcesOut().map(titled)) }) : "",
  ].filter(Boolean);
const sourcesOut = () => [...state.out].map((id) => SOURCES.get(id)).filter(Boolean);

const shares = (nodes, statements) => ({
  nodes: figure(nodes),
  statements: figure(statements),
  allNodes: figure(GRAPH.nodes),
  allStatements: figure(statementsInAll()),
});

// finkg-huabei-2026-06-30.ttl: what is selected, else which view it is, and the day of the graph.
// File systems refuse some characters, and are short of room for names.
const MOST_OF_NAME = 60;
function fileName(suffix) {
  const about = state.view === "home" ? (state.selected ?? "home") : state.view;
  const words = [...about.replace(/[^\p{L}\p{N}]+/gu, "-")].slice(0, MOST_OF_NAME).join("");
  const plain = words.replace(/^-+|-+$/g, "");
  return ["finkg", plain, SCENE.date].filter(Boolean).join("-") + `.${suffix}`;
}
