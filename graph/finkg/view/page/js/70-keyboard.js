// The keyboard: "/" searches, arrows walk from node to node, Escape leaves, "f" fits, "?" tells all keys.
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function pageKey(event) {
  const writing = event.target.matches("input, textarea");
  if (event.ctrlKey || event.metaKey || event.altKey) return stepKey(event, writing);
  if (event.key === "Escape") return find("keyboard").open || stepBack();
  if (event.key === "?" && !writing) openHelp();
  else if (writing || find("keyboard").open) return;
  else if (event.key === "/") {
    find("search").focus();
    event.preventDefault();
  } else if (event.key === "f") fitPicture();
  else if (event.key === "u") undo();
  else if (event.key === "r") redo();
}

// Ctrl+Z takes a step back, with Shift (or Ctrl+Y) forward again; in a field they are the field's.
function stepKey(event, writing) {
  const key = event.key.toLowerCase();
  if (writing || event.altKey || !["z", "y"].includes(key)) return;
  if (key === "y" || event.shiftKey) redo();
  else undo();
  event.preventDefault();
}

// From the page of a source to what was read before, from there to the whole picture.
const stepBack = () => (state.source ? closeSource() : leave());

function pictureKey(event) {
  if (event.key === "Enter" && state.selected) find("panel").focus();
  else if (event.key === "e" && NODES.has(state.selected)) expand(state.selected);
  else if (event.key === "c" && NODES.has(state.selected)) collapse(state.selected);
  else if (event.key === "p" && NODES.has(state.selected)) togglePin(state.selected);
  else if (event.key === "Delete" && NODES.has(state.selected)) takeOut([state.selected]);
  else if (WAYS[event.key] && event.shiftKey) push(WAYS[event.key]);
  else if (WAYS[event.key]) walk(WAYS[event.key]);
  else if (event.key === "+" || event.key === "-") zoom(event.key === "+" ? 1.2 : 1 / 1.2);
  else return;
  event.preventDefault();
}

function zoom(factor) {
  picture.moveTo({ scale: picture.getScale() * factor });
  lookedByHand();
}

const togglePin = (id) => (state.pins.has(id) ? unpin(id) : pin(id, placeOf(id)));

// What a drag does: it moves the selected node, or else the picture.
const PUSH = 24; // CSS pixels
function push([right, down]) {
  const step = PUSH / picture.getScale();
  const moved = ({ x, y }, by) => ({ x: x + right * by, y: y + down * by });
  if (NODES.has(state.selected) && !stage.places.has(state.selected))
    return pin(state.selected, moved(placeOf(state.selected), step));
  picture.moveTo({ position: moved(picture.getViewPosition(), -step) });
  return lookedByHand();
}

// From the selected node to the neighbour that lies most in this direction; else to the main node.
function walk([right, down]) {
  const start = NODES.has(state.selected) ? state.selected : null;
  if (!start) return select(drawnNodes().sort(byWeight)[0]?.id);
  const from = placeOf(start);
  const ahead = [...neighbours(start)]
    .map((id) => {
      const [x, y] = [placeOf(id).x - from.x, placeOf(id).y - from.y];
      const length = Math.hypot(x, y) || 1;
      return { id, along: (x * right + y * down) / length, length };
    })
    .filter(({ along }) => along > 0.35);
  ahead.sort((a, b) => a.length * (2 - a.along) - b.length * (2 - b.along));
  return ahead.length ? select(ahead[0].id) : undefined;
}

function neighbours(id) {
  return new Set([...drawnBeside(nodeNumber(id))].map(idOf));
}
