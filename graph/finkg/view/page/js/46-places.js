// Where nodes stand. The first picture was laid out before; what is added takes the free room nearest
// to its neighbours, and nothing that stands moves for it. A place depends on nothing but the first
// picture and what was added before, so that an address gives the same picture again.
const own = new Map(
  FIRST.map((node, place) => [node, { x: SCENE.first.x[place], y: SCENE.first.y[place] }]),
);
const settledNodes = []; // the added ones that have a place, in their order

function settle() {
  const wanted = state.added.map(nodeNumber).filter((node) => !isFirst(node));
  let same = 0;
  while (same < settledNodes.length && settledNodes[same] === wanted[same]) same += 1;
  for (const node of settledNodes.splice(same)) own.delete(node);
  if (wanted.length === same) return;
  const taken = new Room();
  for (const [node, place] of own) taken.take(roomOf(node, place));
  for (const node of wanted.slice(same)) {
    own.set(node, freePlace(node, taken));
    taken.take(roomOf(node, own.get(node)));
    settledNodes.push(node);
  }
}
drawnFrom(["added"], settle);

const placeOf = (id) =>
  stage.places.get(id) ?? state.pins.get(id) ?? own.get(nodeNumber(id)) ?? { x: 0, y: 0 };

// The room of a node: its shape and its label below, in whichever language is longer.
const ROOM = { line: 104, lines: 3, high: 15, wide: 12, narrow: 6.4, shape: 30, margin: 12 };
const WIDE_CHARACTER =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
const roughSize = kept((node) => {
  const { zh, en } = nodeAt(node).label;
  const sizes = [zh, en].map((text) => {
    const points = [...text.slice(0, 200)];
    const length = points.reduce(
      (sum, point) => sum + (WIDE_CHARACTER.test(point) ? ROOM.wide : ROOM.narrow),
      0,
    );
    const lines = Math.min(ROOM.lines, Math.max(1, Math.ceil(length / ROOM.line)));
    return [Math.min(ROOM.line, length / lines + ROOM.narrow), lines * ROOM.high];
  });
  return {
    width: Math.max(ROOM.shape, ...sizes.map(([width]) => width)) + ROOM.margin,
    height: ROOM.shape + Math.max(...sizes.map(([, height]) => height)) + ROOM.margin,
  };
});

const ABOVE = (ROOM.shape + ROOM.margin) / 2; // from the top of the room to the middle of the shape
function roomOf(node, { x, y }) {
  const { width, height } = roughSize(node);
  return boxAround(x, y - ABOVE + height / 2, width, height);
}

const RING = 26; // between the rings around the wish, and the places on a ring
function freePlace(node, taken) {
  const beside = [...statementsAt(node)]
    .filter((s) => s < GRAPH.edges && own.has(otherEnd(s, node)))
    .map((s) => own.get(otherEnd(s, node)));
  const mean = (axis) => beside.reduce((sum, place) => sum + place[axis], 0) / (beside.length || 1);
  const wish = { x: mean("x"), y: mean("y") };
  let met = null; // what the last place met, the next mostly meets, too
  for (let radius = 0; ; radius += RING) {
    const steps = Math.max(1, Math.round((2 * Math.PI * radius) / RING));
    for (let step = 0; step < steps; step += 1) {
      const angle = (step * 2 * Math.PI) / steps;
      const place = {
        x: Math.round(wish.x + radius * Math.cos(angle)),
        y: Math.round(wish.y + radius * Math.sin(angle)),
      };
      const room = roomOf(node, place);
      if (met && overlap(room, met)) continue;
      met = taken.first(room, 0);
      if (!met) return place;
    }
  }
}
