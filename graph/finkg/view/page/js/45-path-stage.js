// Paths between two nodes, each a line from left to right; what several share stands once.
const isPathAsked = () =>
  state.view === "path" && NODES.has(state.from) && NODES.has(state.to) && state.from !== state.to;

// The paths asked for, found once.
let routesFound = { of: null, paths: [] };
function routes() {
  if (!isPathAsked()) return [];
  const of = [state.from, state.to, state.hubs];
  const from = walked();
  if (routesFound.from !== from || routesFound.of.some((each, at) => each !== of[at]))
    routesFound = { of, from, paths: pathsBetween(nodeNumber(state.from), nodeNumber(state.to)) };
  return routesFound.paths;
}

const edgesAlong = ({ steps }) => steps.flatMap(({ statements }) => statements.map(statementAt));

const PATH = { step: 210, row: 120 };
function pathStage() {
  const paths = routes();
  const edges = [...new Set(paths.flatMap(edgesAlong))];
  const longest = Math.max(2, ...paths.map(({ steps }) => steps.length));
  const places = new Map([
    [state.from, { x: 0, y: 0 }],
    [state.to, { x: longest * PATH.step, y: 0 }],
  ]);
  paths.forEach(({ nodes }, row) =>
    nodes.forEach((node, at) => {
      if (places.has(idOf(node))) return;
      const x = Math.round((at / (nodes.length - 1)) * longest * PATH.step);
      places.set(idOf(node), { x, y: (row - (paths.length - 1) / 2) * PATH.row });
    }),
  );
  return {
    ...NO_STAGE,
    nodes: new Set(places.keys()),
    edges: new Set(edges.map(({ id }) => id)),
    places,
    sides: new Map([
      [state.from, "left"],
      [state.to, "right"],
    ]),
    step: STAGED_STEP,
  };
}

// The tool: the path begins with what is selected.
function askPath() {
  if (state.view === "path") return leave();
  const from = NODES.has(state.selected) ? state.selected : null;
  return seekPath(from, null);
}

function seekPath(from, to, patch = {}) {
  openEvidence();
  const asked = { view: "path", about: null, from, to, selected: null, table: false };
  change({ ...asked, hubs: false, ...CLOSED, ...patch });
  announce(pathSentence());
}

// While an end is missing, whatever node is chosen becomes it.
function choosesEnd(id) {
  if (state.view !== "path" || isPathAsked() || !NODES.has(id)) return false;
  if (!state.from) seekPath(id, state.to);
  else if (id !== state.from) seekPath(state.from, id);
  return true;
}
