// Making room for a name that found none: those in its way go to another place of theirs, if all of
// them can; they may in turn move others.
const DEEPEST = 2;
const MOST_TRIES = 800; // places looked at in one layout, so that a full picture costs no more
const MOST_MOVED = 2; // at a time

function moveAsNeeded(left, plan) {
  plan.tries = MOST_TRIES;
  for (const name of left) makeRoom(name, plan, DEEPEST);
  for (const box of [...plan.placed.values()]) if (isCut(box)) makeWhole(box, plan);
}

function makeRoom(name, plan, depth, fixed = new Set(), fits = () => true) {
  fixed.add(name.id);
  for (const box of clearOfShapes(name, plan)) {
    if (plan.tries <= 0) break;
    if (!fits(box)) continue;
    plan.tries -= 1;
    if (takeFrom(box, plan, depth, fixed)) return true;
  }
  fixed.delete(name.id);
  return false;
}

const clearOfShapes = (name, plan) =>
  (name.clear ??= name.options
    .map((option) => boxOf(name, option, plan))
    .filter((box) => !box.cut && !plan.shapes.holds(box, APART.shapes, name.id))
    .sort((a, b) => a.cost - b.cost));

// The box in the place of others, which have gone elsewhere; or all as it was.
function takeFrom(box, plan, depth, fixed) {
  const others = plan.taken.all(box, APART.labels);
  if (others.length > MOST_MOVED || others.some(({ name }) => fixed.has(name.id))) return false;
  const mark = plan.done.length;
  for (const other of others) lift(other, plan);
  put(box, plan);
  const moved = ({ name }) =>
    placeName(name, plan) || (depth > 1 && makeRoom(name, plan, depth - 1, fixed));
  if (others.every(moved)) return true;
  undoTo(mark, plan);
  return false;
}

const isCut = ({ option }) => option.wrapping.cut;

// The whole of a name in the place of its beginning, if fewer names are cut then.
function makeWhole(box, plan) {
  const { name } = box;
  if (plan.placed.get(name.id) !== box || name.options.every((option) => isCut({ option }))) return;
  const cuts = () => [...plan.placed.values()].filter(isCut).length;
  const [mark, before] = [plan.done.length, cuts()];
  lift(box, plan);
  const whole = makeRoom(name, plan, 1, new Set(), (other) => !isCut(other));
  if (!whole || cuts() >= before) undoTo(mark, plan);
}
