// The one state of the page. Parts say what they depend on and are drawn again when it changes.
const state = {
  lang: document.documentElement.lang === "en" ? "en" : "zh",
  theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
  selected: null, // id of a node, an edge or a fact
  // "home", "answer" (products affected by regulation), "why" (reasons of one edge), "path" (between two
  // nodes) or "overview"
  view: "home",
  // id of the edge whose reasons are laid out; in the answer, of the one product that is laid out; in the
  // overview, of a node of the group
  about: null,
  from: null, // ids of the ends of a path
  to: null,
  hubs: false, // whether paths run through hubs, too
  layout: "organic", // or "derivation" or "lanes": how the picture is laid out
  source: null, // id of the source whose page is open in the panel
  at: null, // the place in its text that is marked out, as "start-end" in code points
  table: false,
  notice: null, // the key of something that the banner says until the next step
  opened: false, // whether the evidence is there
  added: [], // ids of nodes beyond the first picture, in the order in which they came
  removed: new Set(), // ids of nodes that somebody took out of the picture
  pins: new Map(), // where somebody put a node: id to { x, y }, in units of the canvas
  year: null, // as of whose last day statements stand; null: at some time
  out: new Set(), // ids of sources that do not count, with what falls with them
  most: 150, // nodes that are drawn at most
  offKinds: new Set(),
  offLayers: new Set(["opinions"]),
};
// What a step back takes back. Languages, looks and where one reads stay.
const STEPS = ["selected", "view", "about", "table", "added", "removed", "pins", "most"];
STEPS.push("offKinds", "offLayers", "year", "out", "from", "to", "hubs", "layout");

const parts = [];
const drawnFrom = (keys, draw) => parts.push({ keys, draw });

const past = [];
let future = [];
const MOST_STEPS = 200;

// What is asked in a view goes with it.
const ASKED = { path: { from: null, to: null, hubs: false } };
const leaving = ({ view = state.view }) => (view === state.view ? {} : ASKED[state.view]);

function change(patch) {
  const before = stepOf(state);
  if (!set({ notice: null, ...leaving(patch), ...patch })) return;
  if (STEPS.some((key) => before[key] !== state[key])) {
    past.push(before);
    if (past.length > MOST_STEPS) past.shift();
    future = [];
    drawHistory();
  }
  remember();
}

// Lists with the same in them are no change: a step that changed nothing would be no step back.
const isList = (value) => Array.isArray(value) || value instanceof Set || value instanceof Map;
const alike = (a, b) =>
  a === b || (isList(a) && isList(b) && JSON.stringify([...a]) === JSON.stringify([...b]));

function set(patch) {
  const changed = Object.keys(patch).filter((key) => !alike(state[key], patch[key]));
  for (const key of changed) state[key] = patch[key];
  for (const { keys, draw } of parts) if (keys.some((key) => changed.includes(key))) draw();
  return changed.length > 0;
}

const stepOf = (whole) => Object.fromEntries(STEPS.map((key) => [key, whole[key]]));

const undo = () => step(past, future);
const redo = () => step(future, past);
function step(from, to) {
  if (!from.length) return;
  to.push(stepOf(state));
  set({ ...from.pop(), source: null, at: null });
  drawHistory();
  remember();
}

const drawAll = () => parts.forEach(({ draw }) => draw());

const toggled = (set, item) => {
  const copy = new Set(set);
  if (!copy.delete(item)) copy.add(item);
  return copy;
};
