// The state in the page's address, so that a view can be sent to someone or kept.
const KEPT = {
  sel: "selected",
  view: "view",
  about: "about",
  src: "source",
  at: "at",
  lang: "lang",
  theme: "theme",
  from: "from",
  to: "to",
  layout: "layout",
};
// An id in a list keeps no blank, which is what parts a list.
const listable = (id) => id.replace(/[%\s]/g, encodeURIComponent);
const inList = (ids) => ids.map(listable).join(" ");
function unlisted(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // an address is someone else's text
  }
}

let turnedTo = null; // the source that the address names

function remember() {
  const words = new URLSearchParams();
  for (const [key, name] of Object.entries(KEPT)) if (state[name]) words.set(key, state[name]);
  if (state.view === "home") words.delete("view");
  if (state.layout === LAYOUTS[0]) words.delete("layout");
  if (state.view !== "path") for (const end of ["from", "to"]) words.delete(end);
  else if (state.hubs) words.set("hubs", "1");
  const lists = { add: state.added, hide: [...state.removed], without: [...state.offKinds] };
  for (const [key, ids] of Object.entries(lists)) if (ids.length) words.set(key, inList(ids));
  words.set("layers", LAYERS.filter((layer) => !state.offLayers.has(layer)).join(" "));
  const pins = [...state.pins].map(([id, { x, y }]) => `${listable(id)}@${x},${y}`);
  if (pins.length) words.set("pins", pins.join(" "));
  if (state.year !== null) words.set("year", state.year);
  if (state.out.size) words.set("out", inList([...state.out]));
  if (state.most !== FEWEST) words.set("most", state.most);
  if (state.table) words.set("table", "1");
  if (picture && movedByHand) words.set("look", lookNow());
  enter(`#${words}`);
}

// To turn to the page of a source, or from it, is a step that the browser's Back takes back.
// In a notebook the page stands in a frame that has no address of its own.
const hasAddress = location.protocol !== "about:";
function enter(address) {
  if (!hasAddress) return;
  const turned = state.source !== turnedTo;
  turnedTo = state.source;
  const entry = { ...history.state, ours: true };
  history.replaceState(entry, "", turned ? undefined : address);
  if (turned) history.pushState({ ours: true, turned: true }, "", address);
}

// Language, theme and filters stay as they are; addresses that others wrote are left alone.
function turnBack({ state: entry }) {
  if (!entry?.ours) return;
  const nothing = { selected: null, about: null, from: null, to: null, source: null, at: null };
  const known = { ...nothing, view: "home", ...recalled() };
  turnedTo = known.source;
  const turned = [...Object.keys(nothing), "view", "hubs"];
  change(Object.fromEntries(turned.map((key) => [key, known[key]])));
}

const FEWEST = 150;
const MOSTS = [FEWEST, 300];

// Only values that mean something here are taken over; an address is someone else's text.
function recalled() {
  const words = new URLSearchParams(location.hash.slice(1));
  const known = {};
  const take = (key, name, valid, read = (value) => value) => {
    if (words.has(key) && valid(words.get(key))) known[name] = read(words.get(key));
  };
  const several = (key) => (words.get(key) ?? "").split(" ").filter(Boolean).map(unlisted);
  const nodes = (key) => [...new Set(several(key))].filter((id) => NODES.has(id));
  take("lang", "lang", (value) => ["zh", "en"].includes(value));
  take("theme", "theme", (value) => ["light", "dark"].includes(value));
  take("sel", "selected", (value) => NODES.has(value) || STATEMENT.has(value));
  take("src", "source", (value) => SOURCES.has(value));
  take("at", "at", (value) => known.source && placesIn(SOURCES.get(known.source)).has(value));
  const isNodeIn = (view, id) => words.get("view") === view && NODES.has(id);
  take(
    "about",
    "about",
    (value) =>
      EDGES.has(value) ||
      isNodeIn("overview", value) ||
      (words.get("view") === "answer" && isAffected(value)),
  );
  const views = ["answer", "overview", "path", ...(EDGES.has(known.about) ? ["why"] : [])];
  take("view", "view", (value) => views.includes(value));
  if (known.view === "overview") known.selected = null;
  for (const end of ["from", "to"]) take(end, end, (value) => isNodeIn("path", value));
  known.hubs = words.has("hubs");
  take("layout", "layout", (value) => LAYOUTS.includes(value));
  take("year", "year", (value) => AXIS.includes(Number(value)), Number);
  if (words.has("out")) known.out = new Set(several("out").filter((id) => SOURCES.has(id)));
  take("most", "most", (value) => MOSTS.includes(Number(value)), Number);
  if (words.has("add")) known.added = nodes("add");
  if (words.has("hide")) known.removed = new Set(nodes("hide"));
  if (words.has("without"))
    known.offKinds = new Set(several("without").filter((kind) => KINDS.has(kind)));
  if (words.has("layers"))
    known.offLayers = new Set(LAYERS.filter((layer) => !several("layers").includes(layer)));
  if (words.has("pins")) known.pins = new Map(several("pins").map(pinOf).filter(Boolean));
  known.table = words.has("table");
  return known;
}

function pinOf(text) {
  const [, id, x, y] = /^(.+)@(-?\d{1,7}),(-?\d{1,7})$/s.exec(text) ?? [];
  return NODES.has(id) ? [id, { x: Number(x), y: Number(y) }] : null;
}

// Where the picture was looked at: the middle and the scale, if somebody moved it.
function lookedAt() {
  const look = new URLSearchParams(location.hash.slice(1)).get("look") ?? "";
  const [, x, y, scale] =
    /^(-?\d{1,7}(?:\.\d+)?),(-?\d{1,7}(?:\.\d+)?),(\d+\.\d+)$/.exec(look) ?? [];
  const valid = Number(scale) >= CLOSE.least && Number(scale) <= CLOSE.most;
  return valid ? { position: { x: Number(x), y: Number(y) }, scale: Number(scale) } : null;
}
