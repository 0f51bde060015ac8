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

// Where there is no room from left to right, paths run downward.
const PATH = { step: 210, row: 120, downward: 130, least: 520 };
function pathStage() {
  const paths = routes();
  const edges = [...new Set(paths.flatMap(edgesAlong))];
  const longest = Math.max(2, ...paths.map(({ steps }) => steps.length));
  const downward = find("network").clientWidth < PATH.least;
  const place = (part, row) => {
    const along = Math.round(part * longest * (downward ? PATH.downward : PATH.step));
    return downward ? { x: row * PATH.row, y: along } : { x: along, y: row * PATH.row };
  };
  const places = new Map([
    [state.from, place(0, 0)],
    [state.to, place(1, 0)],
  ]);
  paths.forEach(({ nodes }, row) =>
    nodes.forEach((node, at) => {
      if (places.has(idOf(node))) return;
      places.set(idOf(node), place(at / (nodes.length - 1), row - (paths.length - 1) / 2));
    }),
  );
  return {
    ...NO_STAGE,
    nodes: new Set(places.keys()),
    edges: new Set(edges.map(({ id }) => id)),
    places,
    sides: new Map([
      [state.from, downward ? "above" : "left"],
      [state.to, downward ? "below" : "right"],
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
