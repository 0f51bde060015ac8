// What can be done to the picture: to bring nodes into it and take them out, to put one in its place.
const FEW = 12; // nodes that one step brings in at most
const BESIDE_FOUND = 5; // and with one that was looked for and would stand alone

// The statements of a node whose other end is not in the picture, the weightiest first.
function unseen(node, relation = null, outward = null) {
  const found = [...statementsAt(node)].filter(
    (s) =>
      s < GRAPH.edges &&
      isLayerOn(s) &&
      !drawn.has.has(otherEnd(s, node)) &&
      (relation === null || SCENE.relations[GRAPH.relation[s]].id === relation) &&
      (outward === null || (GRAPH.subject[s] === node) === outward),
  );
  return found.sort((a, b) => heavier(otherEnd(a, node), otherEnd(b, node)));
}

const unseenAt = (node) => new Set(unseen(node).map((s) => otherEnd(s, node))).size;

const roomLeft = () => Math.max(0, state.most - drawn.nodes.length);

// Nodes come in as long as there is room; what was taken out or switched off comes back.
function bringIn(nodes, patch = {}) {
  const ids = nodes.map(idOf);
  const known = new Set(state.added);
  const more = nodes.filter((node) => !isFirst(node) && !known.has(idOf(node))).map(idOf);
  change({
    added: more.length ? [...state.added, ...more] : state.added,
    removed: without(state.removed, ids),
    offKinds: without(state.offKinds, nodes.map(kindOf)),
    ...patch,
  });
}

function without(set, items) {
  const left = new Set([...set].filter((item) => !items.includes(item)));
  return left.size === set.size ? set : left;
}

// The neighbours of a node, or those by one property in one direction, some at a time.
function expand(id, relation = null, outward = null) {
  const node = nodeNumber(id);
  const others = [...new Set(unseen(node, relation, outward).map((s) => otherEnd(s, node)))];
  const nodes = others.slice(0, Math.min(FEW, roomLeft()));
  if (!others.length) return announce(word("nothingMore", { name: labelOf(id) }));
  if (!nodes.length) return announceFull();
  bringIn(nodes, { view: "home", about: null });
  return announce(
    word("broughtIn", {
      count: nodes.length,
      left: others.length - nodes.length,
      name: labelOf(id),
    }),
  );
}

function announceFull() {
  change({ notice: "full" });
  announce(word("full", { most: state.most }));
}

// What hangs on a node alone is taken out again.
function collapse(id) {
  const node = nodeNumber(id);
  const alone = drawn.nodes.filter((other) => {
    const beside = drawnBeside(other);
    return other !== node && beside.size === 1 && beside.has(node);
  });
  takeOut(alone.map(idOf));
  announce(word("tookOut", { count: alone.length, name: labelOf(id) }));
}

const drawnBeside = (node) =>
  new Set(
    [...statementsAt(node)]
      .filter((s) => drawn.hasEdge.has(s))
      .map((s) => otherEnd(s, node))
      .filter((other) => other !== node),
  );

function takeOut(ids) {
  if (!ids.length) return;
  const gone = new Set(ids);
  change({
    added: state.added.filter((id) => !gone.has(id)),
    removed: new Set([...state.removed, ...ids.filter((id) => isFirst(nodeNumber(id)))]),
    selected: gone.has(state.selected) ? null : state.selected,
  });
}

// Where a layout has put a node, nobody can put it elsewhere.
function pin(id, { x, y }) {
  if (stage.places.has(id)) return;
  const place = { x: Math.round(x), y: Math.round(y) };
  change({ pins: new Map([...state.pins, [id, place]]) });
}

function unpin(id) {
  change({ pins: new Map([...state.pins].filter(([pinned]) => pinned !== id)) });
}

// A node that somebody looked for, with its weightiest neighbours if it would stand alone; beyond
// the most it comes all the same.
function reveal(ids, patch = {}) {
  const nodes = ids.map(nodeNumber).filter((node) => !drawn.has.has(node));
  const lonely = (node) => ![...statementsAt(node)].some((s) => drawn.has.has(otherEnd(s, node)));
  const beside = nodes.filter(lonely).flatMap((node) => {
    const others = unseen(node).map((s) => otherEnd(s, node));
    return [...new Set(others)].slice(0, Math.min(BESIDE_FOUND, roomLeft() - 1));
  });
  bringIn([...new Set([...nodes, ...beside])], patch);
}
