// What is in sight: by kind, by layer, by weight, and always what is selected and beside it.
const layerOn = (statement) => !state.offLayers.has(statement.layer);
const kindOn = (node) => !state.offKinds.has(node.kind);

let beside = new Set();
drawnFrom(["selected", "offLayers"], () => {
  const own = NODES.has(state.selected) ? STATEMENTS_OF.get(state.selected).filter(layerOn) : [];
  const edges = EDGES.has(state.selected) ? [EDGES.get(state.selected)] : own.filter(isEdge);
  beside = new Set(edges.flatMap((edge) => [edge.subject, edge.value]));
});

// A node that only says what is switched off would stand alone, so it waits too.
function speaks(node) {
  const own = STATEMENTS_OF.get(node.id);
  return own.length ? own.some(layerOn) : SPOKEN_OF.includes(node);
}

function inSight(node) {
  if (state.view !== "home") return stage.nodes.has(node.id);
  if (node.id === state.selected) return true;
  return kindOn(node) && (beside.has(node.id) || ((node.home || state.everything) && speaks(node)));
}

function edgeInSight(edge) {
  if (state.view !== "home") return stage.edges.has(edge.id);
  return layerOn(edge) && inSight(NODES.get(edge.subject)) && inSight(NODES.get(edge.value));
}

// What stands out while something is selected: nodes and edges, or null when all are equal.
let standing = null;
drawnFrom(["selected"], () => {
  standing = highlighted();
});
function highlighted() {
  if (!EDGES.has(state.selected) && !NODES.has(state.selected)) return null;
  const edges = EDGES.has(state.selected)
    ? reasonEdges(EDGES.get(state.selected))
    : SCENE.edges.filter(
        (edge) => edge.subject === state.selected || edge.value === state.selected,
      );
  const ends = edges.flatMap((edge) => [edge.subject, edge.value]);
  return {
    nodes: new Set([...ends, ...(NODES.has(state.selected) ? [state.selected] : [])]),
    edges: new Set(edges.map((edge) => edge.id)),
  };
}

// The edge itself and every edge that its claims rest on.
function reasonEdges(edge) {
  const statements = groundsOf(edge.claims).map((claim) => STATEMENT_OF_CLAIM.get(claim));
  return [...new Set([edge, ...statements])].filter((s) => s && isEdge(s));
}
