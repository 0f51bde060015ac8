// The state in the page's address, so that a view can be sent to someone or kept.
const KEPT = {
  sel: "selected",
  view: "view",
  about: "about",
  src: "source",
  at: "at",
  lang: "lang",
  theme: "theme",
};
let turnedTo = null; // the source that the address names

function remember() {
  const words = new URLSearchParams();
  for (const [key, name] of Object.entries(KEPT)) if (state[name]) words.set(key, state[name]);
  if (state.view === "home") words.delete("view");
  if (state.offKinds.size) words.set("without", [...state.offKinds].join(" "));
  words.set("layers", LAYERS.filter((layer) => !state.offLayers.has(layer)).join(" "));
  if (state.everything) words.set("all", "1");
  if (state.table) words.set("table", "1");
  enter(`#${words}`);
}

// To turn to the page of a source, or from it, is a step that the browser's Back takes back.
function enter(address) {
  const turned = state.source !== turnedTo;
  turnedTo = state.source;
  const entry = { ...history.state, ours: true };
  history.replaceState(entry, "", turned ? undefined : address);
  if (turned) history.pushState({ ours: true, turned: true }, "", address);
}

// Language, theme and filters stay as they are; addresses that others wrote are left alone.
function turnBack({ state: entry }) {
  if (!entry?.ours) return;
  const { selected = null, view = "home", about = null, source = null, at = null } = recalled();
  turnedTo = source;
  change({ selected, view, about, source, at });
}

// Only values that mean something here are taken over; an address is someone else's text.
function recalled() {
  const words = new URLSearchParams(location.hash.slice(1));
  const known = {};
  const take = (key, name, valid) => {
    if (words.has(key) && valid(words.get(key))) known[name] = words.get(key);
  };
  take("lang", "lang", (value) => ["zh", "en"].includes(value));
  take("theme", "theme", (value) => ["light", "dark"].includes(value));
  take("sel", "selected", (value) => NODES.has(value) || STATEMENT.has(value));
  take("src", "source", (value) => SOURCES.has(value));
  take("at", "at", (value) => known.source && placesIn(SOURCES.get(known.source)).has(value));
  take("about", "about", (value) => EDGES.has(value));
  take("view", "view", (value) => value === "answer" || (value === "why" && Boolean(known.about)));
  const several = (key) => (words.get(key) ?? "").split(" ");
  if (words.has("without"))
    known.offKinds = new Set(several("without").filter((k) => KINDS.has(k)));
  if (words.has("layers")) {
    known.offLayers = new Set(LAYERS.filter((layer) => !several("layers").includes(layer)));
    if (!words.has("without")) known.offKinds = new Set();
  }
  known.everything = words.has("all");
  known.table = words.has("table");
  return known;
}
