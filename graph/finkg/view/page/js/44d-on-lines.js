// The names of relations, each beside its line: of what stands out, and of all that fit when there is
// room between the nodes.
const ROOMY = { home: 1.05, answer: 1.3, why: 0, path: 0 }; // scales from which there is
const LINE_FONT = { size: 11.5, step: 14, weight: "400" };
const PLACES_ON_LINE = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];
const BESIDE = 3; // CSS pixels between a line and its name
const MOST_CROSSED = 0.35; // of other lines under a name, as a part of its width

function placeOnLines(plan) {
  const roomy = plan.basis.scale > ROOMY[isStaged() ? state.view : "home"] && !stage.lanes.length;
  const wanted = drawnEdges().filter(({ id }) =>
    standing ? standing.edges.has(id) : roomy && isNear(plan.curves.get(id), plan.frame),
  );
  const named = wanted.map((edge) => lineName(edge, plan)).sort((a, b) => b.length - a.length);
  for (const name of named) placeBeside(name, plan);
}

function placeBeside(name, plan) {
  for (const box of placesBeside(name, plan)) {
    if (!fitsBeside(box, plan)) continue;
    put(box, plan);
    return;
  }
}

// Whether a line comes into the frame, or is soon there when the picture is dragged.
const NEAR_FRAME = 200; // CSS pixels
function isNear({ x0, y0, x2, y2 }, frame) {
  const [left, top] = [Math.min(x0, x2), Math.min(y0, y2)];
  const box = { left, top, width: Math.abs(x2 - x0), height: Math.abs(y2 - y0) };
  return overlap(box, frame, NEAR_FRAME);
}

const lineFont = (size) => `${LINE_FONT.weight} ${LINE_FONT.size * size}px ${FACE}`;

function lineName(edge, { curves }) {
  const curve = curves.get(edge.id);
  const [wrapping] = wrappingsOf(lineLabel(edge), lineFont(1));
  const length = Math.hypot(curve.x2 - curve.x0, curve.y2 - curve.y0);
  return { id: edge.id, kind: "edge", edge, curve, wrapping, font: lineFont(1), length };
}

const fitsBeside = (box, plan) =>
  (isWithin(box, plan.frame) || !overlap(box, plan.frame)) &&
  !plan.shapes.holds(box, APART.shapes) &&
  !plan.taken.holds(box, APART.labels) &&
  plan.crossings.under(box) <= MOST_CROSSED * box.width;

// Above or right of the line, then on its other side, the nearest to its middle first.
function* placesBeside(name, plan) {
  if (!name.wrapping) return;
  const { lines, width } = name.wrapping;
  const [wide, high] = [width * plan.size + 2 * PADDING, lines.length * LINE_FONT.step * plan.size];
  for (const part of PLACES_ON_LINE) {
    const { x, y, across } = pointOn(name.curve, part);
    const away = BESIDE + (Math.abs(across.x) * wide + Math.abs(across.y) * high) / 2;
    for (const side of [away, -away]) {
      const box = boxAround(x + side * across.x, y + side * across.y, wide, high);
      yield { ...box, align: "center", name, lines };
    }
  }
}

// A point of a curve, and the direction across it that goes up, or right.
function pointOn({ x0, y0, x1, y1, x2, y2 }, t) {
  const at = (a, b, c) => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c;
  const along = { x: (1 - t) * (x1 - x0) + t * (x2 - x1), y: (1 - t) * (y1 - y0) + t * (y2 - y1) };
  const length = Math.hypot(along.x, along.y) || 1;
  const turn = along.x > 0 || (along.x === 0 && along.y > 0) ? 1 : -1;
  const across = { x: (turn * along.y) / length, y: (-turn * along.x) / length };
  return { x: at(x0, x1, x2), y: at(y0, y1, y2), across };
}
