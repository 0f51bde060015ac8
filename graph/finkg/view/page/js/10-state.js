// The one state of the page. Parts say what they depend on and are drawn again when it changes.
const state = {
  lang: document.documentElement.lang === "en" ? "en" : "zh",
  theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
  selected: null, // id of a node, an edge or a fact
  view: "home", // "home", "answer" (products affected by regulation) or "why" (reasons of one edge)
  about: null, // id of the edge whose reasons are laid out
  source: null, // id of the source whose page is open in the panel
  at: null, // the place in its text that is marked out, as "start-end" in code points
  table: false,
  everything: false, // also the less connected nodes
  offKinds: new Set(SCENE.kinds.filter((kind) => !kind.shown).map((kind) => kind.id)),
  offLayers: new Set(["opinions"]),
};

const parts = [];
const drawnFrom = (keys, draw) => parts.push({ keys, draw });

function change(patch) {
  const changed = Object.keys(patch).filter((key) => state[key] !== patch[key]);
  Object.assign(state, patch);
  for (const { keys, draw } of parts) if (keys.some((key) => changed.includes(key))) draw();
  remember();
}

const drawAll = () => parts.forEach(({ draw }) => draw());

const toggled = (set, item) => {
  const copy = new Set(set);
  if (!copy.delete(item)) copy.add(item);
  return copy;
};
