// Placing the names of nodes. Each takes the best free place beside its shape; one that finds none may
// move others that have another place to go to.
const APART = { labels: 2, shapes: 1, near: 7 }; // CSS pixels between a name and what is not its own
const WORSE = { crossed: 0.12, near: 6 }; // a CSS pixel of line beneath, a shape nearby
const STAYS = 8; // how much better another place must be for a name to leave the one it had
const WANTED = 30;
const PADDING = 2;

const stays = new Map(); // where the name of a node stood last, in each view
const stayKey = (id) => [id, state.view, state.layout, state.about].join(" ");

// The selected first, then the main ones, then by weight.
function namesToWrite(shapes) {
  const weight = (node) => (node.id === state.selected ? 2 : isCentral(node) ? 1 : 0);
  return shapes
    .filter(({ node }) => !standing || standing.nodes.has(node.id))
    .sort((a, b) => weight(b.node) - weight(a.node) || byWeight(a.node, b.node))
    .map(nameOf);
}

function nameOf(shape) {
  const { node } = shape;
  const font = fontOf(node, 1);
  const wrappings = wrappingsOf(labelOf(node.id), font);
  const options = optionsOf(wrappings, stage.sides.get(node.id));
  return { id: node.id, kind: "node", shape, font, options, boxes: [] };
}

// Every shape of the name at every place, the best first; a staged view has sides of its own.
const sided = new WeakMap();
function optionsOf(wrappings, wanted = "") {
  if (!sided.has(wrappings)) sided.set(wrappings, {});
  const known = sided.get(wrappings);
  const base = (wrapping, { side, cost }) => wrapping.cost + cost - (side === wanted ? WANTED : 0);
  known[wanted] ??= wrappings
    .flatMap((wrapping) => SIDES.map((place) => ({ wrapping, place, base: base(wrapping, place) })))
    .sort((a, b) => a.base - b.base)
    .map((option, index) => ({ ...option, index }));
  return known[wanted];
}

function placeNames(names, plan) {
  const kept = plan.steady ? names.filter((name) => keepPlace(name, plan)) : [];
  const left = names.filter((name) => !kept.includes(name) && !placeName(name, plan));
  if (!plan.steady) moveAsNeeded(left, plan);
  if (standing) return; // then the others are not there: the picture of all of them is what stays
  for (const { name, option } of plan.placed.values()) stays.set(stayKey(name.id), option);
}

function keepPlace(name, plan) {
  const box = boxBefore(name, plan);
  return box && putIfFree(box, plan);
}

function putIfFree(box, plan) {
  const free = !plan.taken.holds(box, 0) && !plan.shapes.holds(box, APART.shapes, box.name.id);
  if (free) put(box, plan);
  return free;
}

function boxBefore(name, plan) {
  const before = stays.get(stayKey(name.id));
  return before && name.options[before.index] === before ? boxOf(name, before, plan) : null;
}

function placeName(name, plan) {
  const box = bestFree(name, plan);
  if (box) put(box, plan);
  return Boolean(box);
}

// What is done is noted, so that it can be undone.
function put(box, plan) {
  plan.taken.take(box);
  plan.placed.set(box.name.id, box);
  plan.done.push({ box, isPut: true });
}

function lift(box, plan) {
  plan.taken.leave(box);
  plan.placed.delete(box.name.id);
  plan.done.push({ box, isPut: false });
}

function undoTo(mark, plan) {
  const undone = plan.done.splice(mark).reverse();
  for (const { box, isPut } of undone) (isPut ? lift : put)(box, plan);
  plan.done.length = mark;
}

// A place that it had before is good enough unless another is much better.
function bestFree(name, plan) {
  const had = boxBefore(name, plan);
  let best = had && isFree(had, plan) ? had : null;
  let least = best ? best.cost - STAYS : Infinity;
  for (const option of name.options) {
    if (option.base >= least) break;
    const box = boxOf(name, option, plan);
    if (box.cost < least && isFree(box, plan)) [best, least] = [box, box.cost];
  }
  return best;
}

const isFree = (box, plan) =>
  !box.cut &&
  !plan.shapes.holds(box, APART.shapes, box.name.id) &&
  !plan.taken.holds(box, APART.labels);

function boxOf(name, option, plan) {
  name.boxes[option.index] ??= tried(name, option, plan);
  return name.boxes[option.index];
}

function tried(name, option, plan) {
  const { lines, width } = option.wrapping;
  const [wide, high] = [width * plan.size + 2 * PADDING, lines.length * lineStep(name) * plan.size];
  const box = boxBeside(name.shape, option.place, wide, high);
  const cut = isWithin(name.shape, plan.frame) && !isWithin(box, plan.frame);
  return { ...box, name, option, lines, cut, cost: option.base + costOf(box, name, plan) };
}

const lineStep = ({ shape }) => lineHeightOf(shape.node, 1);

function costOf(box, { id }, { crossings, shapes }) {
  const near = shapes.holds(box, APART.near, id) ? WORSE.near : 0;
  return crossings.under(box) * WORSE.crossed + near;
}

const isWithin = (box, frame) =>
  box.left >= frame.left &&
  box.top >= frame.top &&
  box.left + box.width <= frame.left + frame.width &&
  box.top + box.height <= frame.top + frame.height;
