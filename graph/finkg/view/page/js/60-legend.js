// The legend, which is also the filter: kinds of nodes, layers of statements, how much is drawn.
const NARROW = 820; // CSS pixels; below it legend and panel stand above and below the picture

const spokenOf = once(() =>
  Array.from({ length: GRAPH.nodes }, (_, node) => node).filter(isSpokenOf),
);
// How many there are of each kind and each layer, in the whole graph.
const counted = (rows, column) => {
  const counts = new Array(rows).fill(0);
  for (const each of column) if (each < rows) counts[each] += 1;
  return counts;
};
const NODES_OF_KIND = once(() => {
  const counts = new Array(SCENE.kinds.length).fill(0);
  for (let node = 0; node < GRAPH.nodes; node += 1)
    if (isSpokenOf(node)) counts[GRAPH.kind[node]] += 1;
  return counts;
});
const nodesInAll = once(() => sum(NODES_OF_KIND()));
const STATEMENTS_OF_LAYER = once(() => counted(LAYERS.length, GRAPH.layer));

function drawLegend() {
  const present = SCENE.kinds.filter((_, kind) => NODES_OF_KIND()[kind]);
  const layers = LAYERS.filter((_, layer) => STATEMENTS_OF_LAYER()[layer] || isAlwaysTold(layer));
  const open = find("legend").querySelector("details")?.open ?? innerWidth > NARROW;
  find("legend").replaceChildren(
    element(
      "details",
      { open },
      element("summary", {}, word("legend")),
      element("h2", {}, word("kinds")),
      element("div", { class: "rows" }, present.map(kindRow)),
      element("h2", {}, word("layers")),
      element("div", { class: "rows" }, layers.map(layerRow)),
      element("p", { class: "tag" }, word("legendHint")),
    ),
  );
}
// What possibly holds is told of where a day or a year was asked for.
const isAlwaysTold = (layer) =>
  LAYERS[layer] !== "possible" || SCENE.scope.possible || state.year !== null;

// How many statements of the whole graph stand in a layer, at some time or in the year chosen.
const standingIn = (layer) =>
  (state.year === null ? STATEMENTS_OF_LAYER() : standThen(state.year))[LAYERS.indexOf(layer)];

function row(icon, label, count, pressed, act, marks) {
  return button([icon, tag("span", label, "name"), tag("span", count, "count")], act, {
    class: "row",
    "aria-pressed": String(pressed),
    ...marks,
  });
}

const shareOf = (part, whole) =>
  part === whole ? figure(whole) : `${figure(part)}/${figure(whole)}`;

function kindRow(kind) {
  const here = drawn.nodes.filter((node) => kindOf(node) === kind.id).length;
  return row(
    sign(kind),
    say(kind.label),
    shareOf(here, NODES_OF_KIND()[KIND_ORDER.get(kind.id)]),
    !state.offKinds.has(kind.id),
    () => change({ offKinds: toggled(state.offKinds, kind.id) }),
    { "data-kind": kind.id, "aria-description": word("kindDrawn") },
  );
}

function layerRow(layer) {
  const here = drawn.edges.filter((s) => layerOf(s) === layer).length;
  return row(
    lineSample(layer),
    word(`layer.${layer}`),
    shareOf(here, standingIn(layer)),
    !state.offLayers.has(layer),
    () => change({ offLayers: toggled(state.offLayers, layer) }),
    { "data-layer": layer },
  );
}
drawnFrom(["lang", "theme", ...SIGHT_KEYS], drawLegend);
