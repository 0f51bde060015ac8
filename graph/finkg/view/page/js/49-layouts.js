// The layouts of the picture, from which one is chosen over it: organic, as a derivation, along time.
const LAYOUTS = ["organic", "derivation", "lanes"];

let laid = { key: "", stage: NO_STAGE };
function laidOut() {
  if (state.layout === "organic") return NO_STAGE;
  const { layout, offLayers, year, out, opened: open } = state;
  const key = JSON.stringify([
    layout,
    drawn.nodes,
    drawn.edges,
    [...offLayers],
    year,
    [...out],
    open,
  ]);
  if (laid.key !== key) laid = { key, stage: layout === "lanes" ? inLanes() : inDrawnColumns() };
  return laid.stage;
}

const inLanes = () => lanesStage(drawn.nodes.map(idOf));
function inDrawnColumns() {
  const edges = drawnEdges();
  const { places, columns } = inColumns(drawn.nodes.map(idOf), edges, { row: ROW * 1.3 });
  return { ...NO_STAGE, places, columns, bows: bowsWithin(edges, places), step: STAGED_STEP };
}

// What is in sight is known before.
drawnFrom(SIGHT_KEYS, () => {
  if (!isStaged()) stage = laidOut();
});

function layOutAs(layout) {
  if (layout === "lanes") openEvidence();
  change({ layout });
  announce(word(`layout.${layout}`));
}

function drawLayouts() {
  const box = find("layouts");
  box.hidden = !["home", "path"].includes(state.view) || isStaged() || state.table;
  const had = box.contains(document.activeElement) && document.activeElement.dataset.layout;
  box.replaceChildren(
    ...LAYOUTS.map((layout) =>
      button(word(`layout.${layout}`), () => layOutAs(layout), {
        "aria-pressed": String(state.layout === layout),
        "data-layout": layout,
      }),
    ),
  );
  if (had) box.querySelector(`[data-layout="${had}"]`).focus();
}
drawnFrom(["layout", "view", "from", "to", "table", "lang"], drawLayouts);

// A layout that does not fit is seen from its beginning, and that there is more is said.
const LEAST_LAID = 0.45;
const isLaid = () => stage.columns.length > 0 || stage.lanes.length > 0;
const marginsOfLaid = () => ({
  left: stage.lanes.length ? HEAD.wide + 40 : 144,
  right: stage.lanes.length ? 70 : 130,
  top: headTop() + HEAD.high + 40,
  bottom: isStaged() || stage.lanes.length ? 104 : 60,
});

let cut = false;
function fitLaid(xs, ys) {
  const { clientWidth, clientHeight } = find("network");
  const margins = marginsOfLaid();
  const wide = Math.max(80, clientWidth - margins.left - margins.right);
  const high = Math.max(80, clientHeight - margins.top - margins.bottom);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [above, below] = [Math.min(...ys), Math.max(...ys)];
  const fits = Math.min(
    CLOSEST,
    wide / Math.max(1, right - left),
    high / Math.max(1, below - above),
  );
  const scale = Math.max(LEAST_LAID, fits);
  const middle = (from, to, room, margin, length) =>
    (to - from) * scale <= room + 1
      ? (from + to) / 2 - (margin + room / 2 - length / 2) / scale
      : from + (length / 2 - margin) / scale;
  const position = {
    x: middle(left, right, wide, margins.left, clientWidth),
    y: middle(above, below, high, margins.top, clientHeight),
  };
  cut = fits < LEAST_LAID;
  drawCut();
  picture.moveTo({ scale, position });
}

// Beside the layouts: what the picture does not tell by itself.
function drawCut() {
  const box = find("cut");
  const told = [
    ...datesTold(),
    ...(cut && isLaid() ? [word("layout.cut", { count: figure(drawn.nodes.length) })] : []),
  ];
  box.hidden = !told.length || state.table;
  box.replaceChildren(...told.map((text) => element("span", {}, data(text))));
}
drawnFrom(["lang", "table", ...SIGHT_KEYS], drawCut);

// What a picture along time tells besides: how many nodes have a date, and which are doubted.
function datesTold() {
  if (!stage.dated || isStaged()) return [];
  const { count, undated } = stage.dated;
  const values = {
    count: figure(count),
    doubted: figure(stage.doubted.size),
    undated: figure(undated),
  };
  return [word(stage.doubted.size ? "layout.toldDoubted" : "layout.told", values)];
}
