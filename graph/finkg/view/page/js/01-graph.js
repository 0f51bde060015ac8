// The whole graph in columns: a node or a statement is a number, and an object only when it is asked
// for. Statements are the edges (their value is a node), then the facts (their value is a text).
const CONTENT = await graphOpening;
const GRAPH = indexed(CONTENT);

function indexed({ nodes, edges, facts }) {
  const whole = (name, Type) => {
    const column = new Type(edges.id.length + facts.id.length);
    column.set(edges[name]);
    column.set(facts[name], edges.id.length);
    return column;
  };
  const [subject, value] = [whole("subject", Int32Array), whole("value", Int32Array)];
  const columns = {
    nodes: nodes.id.length,
    edges: edges.id.length,
    statements: subject.length,
    subject,
    value,
    relation: whole("relation", Uint16Array),
    layer: whole("layer", Uint8Array),
    kind: Uint8Array.from(nodes.kind),
  };
  return { ...columns, ...adjacency(columns) };
}

// The statements of each node one after another, and where those of each begin.
function adjacency({ nodes, edges, statements, subject, value }) {
  const starts = new Int32Array(nodes + 1);
  const isOther = (s) => s < edges && value[s] !== subject[s];
  for (let s = 0; s < statements; s += 1) {
    starts[subject[s] + 1] += 1;
    if (isOther(s)) starts[value[s] + 1] += 1;
  }
  const degree = starts.slice(1);
  for (let node = 0; node < nodes; node += 1) starts[node + 1] += starts[node];
  const next = starts.slice();
  const list = new Int32Array(starts[nodes]);
  for (let s = 0; s < statements; s += 1) {
    list[next[subject[s]]++] = s;
    if (isOther(s)) list[next[value[s]]++] = s;
  }
  return { degree, starts, list };
}

const statementsAt = (node) => GRAPH.list.subarray(GRAPH.starts[node], GRAPH.starts[node + 1]);
const otherEnd = (s, node) => (GRAPH.subject[s] === node ? GRAPH.value[s] : GRAPH.subject[s]);

const {
  idOf,
  numberOf: nodeNumber,
  all: NODE_NUMBERS,
} = numbering(
  () => GRAPH.nodes,
  (node) => CONTENT.nodes.id[node],
);
const { idOf: statementId, numberOf: statementNumber } = numbering(
  () => GRAPH.statements,
  idOfStatement,
);

// Behind = stands an id as it is; else the hash of the claim that names the statement.
function idOfStatement(s) {
  const [rows, row] = s < GRAPH.edges ? [CONTENT.edges, s] : [CONTENT.facts, s - GRAPH.edges];
  const id = rows.id[row];
  return id.startsWith("=") ? id.slice(1) : `s-c-${id}`;
}

const kept = (make) => {
  const made = new Map();
  return (number) => {
    if (!made.has(number)) made.set(number, make(number));
    return made.get(number);
  };
};
const ALIASES = lists(CONTENT.nodes.aliases);
const TYPES = lists(CONTENT.nodes.types);
const CLASSES = once(() => lists(CONTENT.nodes.classes));

const nodeAt = kept((index) => {
  const { id, iri, zh, en } = CONTENT.nodes;
  return {
    index,
    id: idOf(index),
    iri: iri[index] || CONTENT.base + id[index],
    kind: SCENE.kinds[GRAPH.kind[index]].id,
    label: { zh: zh[index], en: en[index] || zh[index] },
    aliases: listOf(ALIASES, index),
    types: listOf(TYPES, index).map((number) => textAt(CONTENT, number)),
    classes: listOf(CLASSES(), index).map((number) => CONTENT.words[number]),
    degree: GRAPH.degree[index],
  };
});

const statementAt = kept((index) => ({
  index,
  id: statementId(index),
  subject: idOf(GRAPH.subject[index]),
  relation: SCENE.relations[GRAPH.relation[index]].id,
  value: index < GRAPH.edges ? idOf(GRAPH.value[index]) : textAt(CONTENT, GRAPH.value[index]),
  get layer() {
    return layerOf(index);
  },
  get claims() {
    return claimsMaking(index);
  },
}));

// By id, as a Map would give them.
const looked = (number, at) => ({
  has: (id) => number(id) >= 0,
  get: (id) => (number(id) >= 0 ? at(number(id)) : undefined),
});
const NODES = looked(nodeNumber, nodeAt);
const STATEMENT = looked(statementNumber, statementAt);
const isEdge = (statement) => statement.index < GRAPH.edges;
const EDGES = {
  has: (id) => STATEMENT.has(id) && statementNumber(id) < GRAPH.edges,
  get: (id) => (EDGES.has(id) ? STATEMENT.get(id) : undefined),
};
const statementsOf = (id) => [...statementsAt(nodeNumber(id))].map(statementAt);

// The order in which nodes claim attention: what most is said of, then by kind.
const heavier = (a, b) =>
  GRAPH.degree[b] - GRAPH.degree[a] || GRAPH.kind[a] - GRAPH.kind[b] || a - b;
const byWeight = (a, b) => heavier(a.index, b.index);
