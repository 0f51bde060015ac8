// The staged views: a question's answer, one conclusion's reasons, or paths, laid out from left to right;
// and the other layouts of the picture. What a stage may have:
//   nodes, edges   all that is drawn (none: the picture has what it has)
//   places, sides  where nodes stand, and on which side their names would best be
//   bows, step     how far lines bend to their side, and how far those between the same two nodes part
//   columns        { name, x, lines } of a derivation; boxes: { ids, key } around nodes that belong together
//   lanes, axis, doubted, dated   of a picture along time
const NO_STAGE = {
  nodes: new Set(),
  edges: new Set(),
  places: new Map(),
  sides: new Map(),
  bows: new Map(),
  boxes: [],
  columns: [],
  lanes: [],
  axis: [],
  doubted: new Set(),
};
let stage = NO_STAGE;

const STAGE_KEYS = ["view", "about", "offLayers", "opened", "year", "out", "from", "to", "hubs"];
drawnFrom(STAGE_KEYS, () => {
  if (state.view === "answer") stage = answerStage();
  else if (state.view === "why" && EDGES.has(state.about)) stage = whyStage(EDGES.get(state.about));
  else if (isPathAsked()) stage = pathStage();
  else stage = NO_STAGE;
});

// Those of the staged view that belong to a node in it; none where it has no such thing.
function stagedAround(id) {
  if (!stage.nodes.has(id)) return null;
  const touches = (edges) => edges.some(({ subject, value }) => subject === id || value === id);
  const wholes = {
    answer: () => answered().map(reasonEdges),
    path: () => routes().map(edgesAlong),
  };
  return wholes[state.view]?.().filter(touches).flat() ?? null;
}

const endsOf = (edges) => [...new Set(edges.flatMap(({ subject, value }) => [subject, value]))];

// Some edges and their ends in columns.
const STAGED_STEP = 0.07;
function inDerivation(edges, options) {
  const ids = endsOf(edges);
  const { places, columns } = inColumns(ids, edges, options);
  const sides = new Map();
  for (const id of columns.at(0)?.ids ?? []) sides.set(id, "left");
  for (const id of columns.at(-1)?.ids ?? []) sides.set(id, "right");
  return {
    ...NO_STAGE,
    nodes: new Set(ids),
    edges: new Set(edges.map(({ id }) => id)),
    places,
    sides,
    columns,
    bows: bowsWithin(edges, places),
    step: STAGED_STEP,
  };
}

// Between two nodes of one column a line goes round those that stand between them.
const BOW = 0.3;
function bowsWithin(edges, places) {
  const bows = new Map();
  for (const { id, subject, value } of edges) {
    const [from, to] = [places.get(subject), places.get(value)];
    if (from && to && from.x === to.x && subject !== value)
      bows.set(id, from.y < to.y ? BOW : -BOW);
  }
  return bows;
}

// The cause left, the conclusion's subject right of it, between them what joins the two. Where all
// stand in one column, as many steps to the right as they are away from the cause.
const ARC = 0.42; // the conclusion bends around its reasons
function whyStage(conclusion) {
  const edges = reasonEdges(conclusion);
  const kinds = new Set(endsOf(edges).map(columnOf));
  const inOne = kinds.size === 1 && inSteps(conclusion, edges);
  const columns = inOne || inDerivation(edges, { row: ROW * 2 });
  return { ...columns, bows: new Map([...columns.bows, [conclusion.id, ARC]]) };
}

function inSteps(conclusion, edges) {
  const distance = distances(
    conclusion.value,
    edges.filter((edge) => edge !== conclusion),
  );
  const last = Math.max(1, ...distance.values());
  const columns = Array.from({ length: last + 2 }, () => []);
  for (const id of endsOf(edges))
    columns[id === conclusion.subject ? last + 1 : (distance.get(id) ?? last)].push(id);
  const places = new Map();
  columns
    .filter((ids) => ids.length)
    .forEach((ids, column) =>
      ids.forEach((id, index) =>
        places.set(id, { x: column * COLUMN, y: (index - (ids.length - 1) / 2) * ROW * 2 }),
      ),
    );
  const shown = { nodes: new Set(places.keys()), edges: new Set(edges.map(({ id }) => id)) };
  return { ...NO_STAGE, ...shown, places };
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
