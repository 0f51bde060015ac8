// What is in sight: the first picture and what was added to it, less what was taken out of it or
// switched off, and never more than the most.
const FIRST = SCENE.first.node;
const isFirst = (() => {
  const first = new Set(FIRST);
  return (node) => first.has(node);
})();

const layerOf = (s) =>
  fallen.has(s)
    ? undefined
    : state.year === null
      ? LAYERS[GRAPH.layer[s]]
      : layerThen(s, state.year);
const layerOn = (statement) => isLayerOn(statement.index);
const isLayerOn = (s) => layerOf(s) !== undefined && !state.offLayers.has(layerOf(s));
const kindOf = (node) => SCENE.kinds[GRAPH.kind[node]].id;
const kindOn = (node) => !state.offKinds.has(kindOf(node));

// Of which nodes there is something to draw: on a day of which nothing is said of it, a node waits
// for those who look for it.
const isSpokenOf = (node) => GRAPH.degree[node] > 0 || !SCENE.scope.as_of;

// A node of which all is switched off would stand alone, so it waits too.
const speaks = (node) =>
  GRAPH.degree[node] ? statementsAt(node).some(isLayerOn) : isSpokenOf(node);

// Why nodes are not in the picture, counted: nothing is left out without a word.
let drawn = { nodes: [], edges: [], has: new Set(), hasEdge: new Set(), left: {} };

function sight() {
  if (isStaged()) return stagedSight();
  const wanted = [...FIRST, ...state.added.map(nodeNumber).filter((node) => !isFirst(node))];
  const left = { removed: 0, kinds: 0, layers: 0, most: 0 };
  const nodes = [];
  for (const node of wanted) {
    const selected = idOf(node) === state.selected;
    if (state.removed.has(idOf(node))) left.removed += 1;
    else if (!kindOn(node) && !selected) left.kinds += 1;
    else if (!speaks(node) && !selected) left.layers += 1;
    else if (nodes.length >= state.most) left.most += 1;
    else nodes.push(node);
  }
  return sightOf(nodes, edgesAmong(nodes), left);
}

// The overview lies over the picture, which stays as it is.
const isStaged = () => state.view === "answer" || state.view === "why" || isPathAsked();

const sightOf = (nodes, edges, left = {}) => ({
  nodes,
  edges,
  has: new Set(nodes),
  hasEdge: new Set(edges),
  left,
});

const stagedSight = () =>
  sightOf([...stage.nodes].map(nodeNumber), [...stage.edges].map(statementNumber));

// The statements between some nodes, in the order of the graph.
function edgesAmong(nodes) {
  const has = new Set(nodes);
  const found = [];
  for (const node of nodes)
    for (const s of statementsAt(node))
      if (s < GRAPH.edges && GRAPH.subject[s] === node && has.has(GRAPH.value[s]) && isLayerOn(s))
        found.push(s);
  return found.sort((a, b) => a - b);
}

const SIGHT_KEYS = ["view", "about", "added", "removed", "most", "offKinds", "offLayers", "opened"];
SIGHT_KEYS.push("selected", "year", "out", "from", "to", "hubs", "layout");

const drawnNodes = () => drawn.nodes.map(nodeAt);
const drawnEdges = () => drawn.edges.map(statementAt);
const drawnFacts = () =>
  drawn.nodes.flatMap((node) =>
    [...statementsAt(node)].filter((s) => s >= GRAPH.edges && isLayerOn(s)).map(statementAt),
  );
const inSight = (node) => drawn.has.has(node.index);

// What stands out while something is selected: nodes and edges, or null when all are equal.
let standing = null;
function highlighted() {
  const edge = NODES.has(state.selected) ? null : EDGES.get(state.selected);
  if (!edge && !NODES.has(state.selected)) return null;
  const edges = edge
    ? reasonEdges(edge)
    : (stagedAround(state.selected) ??
      [...statementsAt(nodeNumber(state.selected))]
        .filter((s) => s < GRAPH.edges)
        .map(statementAt));
  const ends = edges.flatMap(({ subject, value }) => [subject, value]);
  return {
    nodes: new Set([...ends, ...(edge ? [] : [state.selected])]),
    edges: new Set(edges.map(({ id }) => id)),
  };
}

// The edge itself and every edge that its claims rest on.
function reasonEdges(edge) {
  const statements = groundsOf(edge.claims).map((claim) => STATEMENT_OF_CLAIM.get(claim));
  return [...new Set([edge, ...statements])].filter((s) => s && isEdge(s));
}
