// Moving the picture. vis-network's own fit knows nothing of our labels, so we count them in.
const MARGINS = { aside: 62, top: 30, bottom: 48 };
const STAGE_MARGINS = { aside: 150, top: 44, bottom: 96 };
const CLOSEST = 1.25;
// In a smaller picture shapes would cover each other: then only the surroundings of the main node.
const farthest = () => (innerWidth > NARROW ? 0.3 : 0.5);

const CLOSE = { least: 0.1, most: 4 }; // scales between which somebody can look

let movedByHand = false; // whether somebody moved or zoomed the picture since it was fitted
let told = 0; // the address follows a moment after the hand
function lookedByHand() {
  movedByHand = true;
  const scale = picture.getScale();
  if (scale < CLOSE.least || scale > CLOSE.most)
    picture.moveTo({ scale: Math.min(CLOSE.most, Math.max(CLOSE.least, scale)) });
  clearTimeout(told);
  told = setTimeout(remember, 200);
}

const lookNow = () => {
  const { x, y } = picture.getViewPosition();
  return `${x.toFixed(1)},${y.toFixed(1)},${picture.getScale().toFixed(4)}`;
};

function lookAs({ position, scale }) {
  picture.moveTo({ position, scale });
  movedByHand = true;
}

let unfitted = false; // while the picture is hidden it has no size to be fitted to
function fitPicture() {
  const ids = drawn.nodes.map(idOf);
  movedByHand = false;
  unfitted = !find("network").clientWidth;
  if (unfitted || !ids.length) return;
  const places = ids.map(placeOf);
  const [xs, ys] = [places.map((place) => place.x), places.map((place) => place.y)];
  cut = false;
  drawCut();
  if (isLaid()) return fitLaid(xs, ys);
  const box = find("network");
  const margins = BANNERS[state.view] ? STAGE_MARGINS : MARGINS;
  // A name may take no more of a narrow picture than it needs.
  const aside = Math.min(margins.aside, 0.2 * box.clientWidth);
  const wide = Math.max(80, box.clientWidth - 2 * aside);
  const high = Math.max(80, box.clientHeight - margins.top - margins.bottom);
  const span = (values) => Math.max(1, Math.max(...values) - Math.min(...values));
  const scale = Math.min(CLOSEST, wide / span(xs), high / span(ys));
  if (scale < farthest())
    return picture.moveTo({ scale: farthest(), position: placeOf(mainOf(ids)) });
  const middle = (values) => (Math.max(...values) + Math.min(...values)) / 2;
  return picture.moveTo({
    scale,
    position: { x: middle(xs), y: middle(ys) + (margins.bottom - margins.top) / 2 / scale },
  });
}

const mainOf = (ids) => idOf(ids.map(nodeNumber).sort(heavier)[0]);

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// Brings a node into the middle when it is outside the picture or close to its rim.
function lookAt(id) {
  const box = find("network");
  const { x, y } = picture.canvasToDOM(placeOf(id));
  const inside = x > 60 && y > 40 && x < box.clientWidth - 60 && y < box.clientHeight - 70;
  if (inside) return;
  picture.moveTo({
    position: placeOf(id),
    scale: Math.max(0.8, picture.getScale()),
    animation: calm() ? false : { duration: 350, easingFunction: "easeInOutQuad" },
  });
}

const CLOSED = { source: null, at: null }; // no page of a source is open

// Selecting, asking, leaving: the three things that every part of the page may do.
function select(id) {
  if (!NODES.has(id) && !STATEMENT.has(id)) return;
  if (choosesEnd(id)) return;
  const onStage = stage.nodes.has(id) || stage.edges.has(id);
  const patch = { selected: id, view: onStage ? state.view : "home", ...CLOSED };
  if (onStage) change(patch);
  else reveal(neededFor(id), patch);
  const [focus] = neededFor(id);
  if (inSight(NODES.get(focus))) lookAt(focus);
  announce(
    NODES.has(id)
      ? word("selectedNode", {
          name: labelOf(id),
          count: statementsOf(id).filter(layerOn).length,
        })
      : sentence(STATEMENT.get(id)),
  );
  return openEvidence();
}

// The nodes that have to be in the picture for something to be seen.
function neededFor(id) {
  if (NODES.has(id)) return [id];
  const statement = STATEMENT.get(id);
  return isEdge(statement) ? [statement.subject, statement.value] : [statement.subject];
}

function answer() {
  openEvidence();
  change({ view: "answer", about: null, selected: null, table: false, ...CLOSED });
  announce(answerSentence());
}

function why(id) {
  openEvidence();
  if (EDGES.has(id)) change({ view: "why", about: id, selected: id, table: false, ...CLOSED });
}

function leave() {
  change({ view: "home", about: null, selected: null, ...CLOSED });
}
