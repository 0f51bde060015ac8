// The staged views: a question's answer, or one conclusion's reasons, laid out from left to right.
// arc: the edge that bends around the others.
const NO_STAGE = {
  nodes: new Set(),
  edges: new Set(),
  places: new Map(),
  sides: new Map(),
  arc: null,
};
let stage = NO_STAGE;

const COLUMN = 300;
const ROW = 66;

drawnFrom(["view", "about", "offLayers", "opened"], () => {
  if (state.view === "answer") stage = answerStage();
  else if (state.view === "why" && EDGES.has(state.about)) stage = whyStage(EDGES.get(state.about));
  else stage = NO_STAGE;
});

const affectedProducts = () => affecting().filter(layerOn);

// Causes on the left, products on the right.
function answerStage() {
  const edges = affectedProducts();
  const products = [...new Set(edges.map((edge) => edge.subject))];
  const causes = [...new Set(edges.map((edge) => edge.value))];
  return staged([causes, products], edges, { gap: COLUMN * 1.6, row: ROW });
}

// The cause on the left, the conclusion's subject on the right, between them what joins the two.
function whyStage(conclusion) {
  const edges = reasonEdges(conclusion);
  const distance = distances(
    conclusion.value,
    edges.filter((edge) => edge !== conclusion),
  );
  const last = Math.max(1, ...distance.values());
  const columns = Array.from({ length: last + 2 }, () => []);
  for (const id of new Set(edges.flatMap((edge) => [edge.subject, edge.value]))) {
    const column = id === conclusion.subject ? last + 1 : (distance.get(id) ?? last);
    columns[column].push(id);
  }
  const filled = columns.filter((column) => column.length);
  return { ...staged(filled, edges, { gap: COLUMN, row: ROW * 2 }), arc: conclusion.id };
}

// Steps from a node along edges, in either direction.
function distances(start, edges) {
  const steps = new Map([[start, 0]]);
  for (const [node, step] of steps) {
    for (const edge of edges) {
      const next = edge.subject === node ? edge.value : edge.value === node ? edge.subject : null;
      if (next && !steps.has(next)) steps.set(next, step + 1);
    }
  }
  return steps;
}

function staged(columns, edges, { gap, row }) {
  const places = new Map();
  const place = (ids, column) =>
    ordered(ids, edges, places).forEach((id, index) => {
      const y = (index - (ids.length - 1) / 2) * row * spread(ids, columns);
      places.set(id, { x: column * gap, y });
    });
  for (const sweep of [columns, [...columns].reverse(), columns]) {
    for (const ids of sweep) place(ids, columns.indexOf(ids));
  }
  const sides = new Map();
  for (const id of columns[0]) sides.set(id, "left");
  for (const id of columns.at(-1)) sides.set(id, "right");
  const shown = { nodes: new Set(places.keys()), edges: new Set(edges.map((edge) => edge.id)) };
  return { ...NO_STAGE, ...shown, places, sides };
}

// Shorter columns spread out towards the height of the longest.
const spread = (ids, columns) =>
  ids.length < 2
    ? 1
    : Math.min(2.2, (Math.max(...columns.map((c) => c.length)) - 1) / (ids.length - 1) || 1);

// Each node at the height of its neighbours that already stand, so that lines cross little.
function ordered(ids, edges, places) {
  const height = (id) => {
    const ends = edges.flatMap((e) =>
      e.subject === id ? [e.value] : e.value === id ? [e.subject] : [],
    );
    const heights = ends.filter((end) => places.has(end)).map((end) => places.get(end).y);
    return heights.length ? heights.reduce((a, b) => a + b, 0) / heights.length : 0;
  };
  return [...ids].sort((a, b) => height(a) - height(b) || byWeight(NODES.get(a), NODES.get(b)));
}
