// The legend, which is also the filter: kinds of nodes, layers of statements, how much is drawn.
function drawLegend() {
  const present = SCENE.kinds.filter((kind) => SPOKEN_OF.some((node) => node.kind === kind.id));
  const open = find("legend").querySelector("details")?.open ?? innerWidth > NARROW;
  find("legend").replaceChildren(
    element(
      "details",
      { open },
      element("summary", {}, word("legend")),
      element("h2", {}, word("kinds")),
      element("div", { class: "rows" }, present.map(kindRow)),
      element("h2", {}, word("layers")),
      element("div", { class: "rows" }, LAYERS.map(layerRow)),
      everythingRow(),
      element("p", { class: "tag" }, word("legendHint")),
    ),
  );
}
const NARROW = 820; // CSS pixels; below it legend and panel stand above and below the picture

function row(icon, label, count, pressed, act, marks) {
  return button([icon, tag("span", label, "name"), tag("span", count, "count")], act, {
    class: "row",
    "aria-pressed": String(pressed),
    ...marks,
  });
}

function kindRow(kind) {
  const nodes = SPOKEN_OF.filter((node) => node.kind === kind.id);
  const drawn = nodes.filter(inSight).length;
  const count =
    drawn === nodes.length || !drawn ? String(nodes.length) : `${drawn}/${nodes.length}`;
  return row(
    sign(kind),
    say(kind.label),
    count,
    !state.offKinds.has(kind.id),
    () => change({ offKinds: toggled(state.offKinds, kind.id) }),
    { "data-kind": kind.id },
  );
}

function layerRow(layer) {
  const count = STATEMENTS.filter((statement) => statement.layer === layer).length;
  return row(
    lineSample(layer),
    word(`layer.${layer}`),
    String(count),
    !state.offLayers.has(layer),
    () => change({ offLayers: toggled(state.offLayers, layer) }),
    { "data-layer": layer },
  );
}

// Only where the picture leaves nodes out.
function everythingRow() {
  const left = SPOKEN_OF.filter((node) => !node.home).length;
  if (!left) return null;
  return row(
    null,
    word("everything", { count: left }),
    "",
    state.everything,
    () => change({ everything: !state.everything }),
    { "data-everything": "" },
  );
}
drawnFrom(["lang", "theme", "offKinds", "offLayers", "everything", "selected", "view"], drawLegend);
