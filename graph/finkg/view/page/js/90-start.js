// Everything is defined; the page begins here.
function makeTools() {
  find("ask").addEventListener("click", answer);
  find("path").addEventListener("click", askPath);
  find("fit").addEventListener("click", () => fitPicture());
  find("undo").addEventListener("click", undo);
  find("redo").addEventListener("click", redo);
  find("as-table").addEventListener("click", () => change({ table: !state.table }));
  find("language").addEventListener("click", () => change({ lang: other(state.lang) }));
  find("theme").addEventListener("click", () =>
    change({ theme: state.theme === "dark" ? "light" : "dark" }),
  );
  document.addEventListener("keydown", pageKey);
  find("network").addEventListener("keydown", pictureKey);
}

drawnFrom(["lang", "theme"], () => {
  find("language").textContent = word("otherLanguage");
  find("language").lang = other(state.lang) === "zh" ? "zh-CN" : "en";
  find("theme").textContent = word(state.theme === "dark" ? "light" : "dark");
  for (const id of ["undo", "redo"]) find(id).setAttribute("aria-label", word(id));
  find("network").setAttribute("aria-label", word("picture"));
});

function drawHistory() {
  find("undo").disabled = !past.length;
  find("redo").disabled = !future.length;
}

// What an address tells of a source is known only with the evidence; reasons are drawn from it. Neither
// the overview nor paths are.
const NEEDS_EVIDENCE = /[#&](?:src|view=(?!overview|path)|table|out|layout)/;
if (NEEDS_EVIDENCE.test(location.hash)) await openEvidence();
Object.assign(state, { selected: SCENE.focus }, recalled());
if (state.selected) openEvidence();
turnedTo = state.source;
makePicture();
makeSearch();
makeTools();
drawAll();
drawHistory();
if (lookedAt()) lookAs(lookedAt());
// What the first letter of a search and the first path would have to wait for.
makeWhenIdle(CATALOGUES, seekFurther);
makeWhenIdle(WALKING);
makeWhenIdle(NODE_NUMBERS);
addEventListener("resize", () => fitPicture());
new ResizeObserver(frameResized).observe(find("frame"));
addEventListener("popstate", turnBack);

// For tests and for the curious.
window.finkg = {
  state,
  scene: SCENE,
  graph: GRAPH,
  openEvidence,
  settled: () => opening ?? Promise.resolve(), // what was asked for is there
  select,
  openSource,
  answer,
  why,
  leave,
  path: (from, to, hubs = false) => seekPath(from, to, { hubs }),
  paths: () =>
    routes().map(({ nodes, cost, steps }) => ({
      nodes: nodes.map(idOf),
      cost: cost / THOUSANDTHS,
      statements: steps.flatMap(({ statements }) => statements.map(statementId)),
    })),
  hubs: () => walked().hubs.map(idOf),
  answered: () => answered().map(({ id }) => id),
  columns: () => stage.columns.map(({ name, ids }) => ({ name, ids })),
  lanes: () => stage.lanes.map(({ kind }) => kind),
  day: (id) => dayOf(id),
  expand,
  collapse,
  takeOut,
  leaveOut,
  pin,
  undo,
  redo,
  counts,
  overview,
  bubbles: () => groupsShown().bubbles,
  communities: () => groups().all.map((group) => membersOf(group).map(idOf)),
  nodes: () => CONTENT.nodes.id.map((_, node) => nodeAt(node)),
  statements: () => Array.from({ length: GRAPH.statements }, (_, s) => statementAt(s)),
  claims: () => Array.from(EVIDENCE.statement, (_, claim) => claimAt(claim)),
  sources: () => openEvidence().then(() => EVIDENCE.sources),
  isEdge,
  search: (text) => found(text).map(({ id }) => id),
  change,
  labels: labelBoxes,
  shapes: shapeBoxes,
  inSight: () => drawn.nodes.map(idOf),
  edges: () => drawn.edges.map(statementId),
  statement: (id) => STATEMENT.get(id),
  claim: (id) => CLAIMS.get(id),
  place: (id) => picture.canvasToDOM(placeOf(id)),
  middle: (id) => picture.canvasToDOM(picture.body.edges[visId(id)].edgeType.getPoint(0.5)),
  zoom: (scale) => picture.moveTo({ scale }),
};
