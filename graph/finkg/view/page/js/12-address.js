// The state in the page's address, so that a view can be sent to someone or kept.
const KEPT = { sel: "selected", view: "view", about: "about", lang: "lang", theme: "theme" };

function remember() {
  const words = new URLSearchParams();
  for (const [key, name] of Object.entries(KEPT)) if (state[name]) words.set(key, state[name]);
  if (state.view === "home") words.delete("view");
  if (state.offKinds.size) words.set("without", [...state.offKinds].join(" "));
  words.set("layers", LAYERS.filter((layer) => !state.offLayers.has(layer)).join(" "));
  if (state.everything) words.set("all", "1");
  if (state.table) words.set("table", "1");
  history.replaceState(null, "", `#${words}`);
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
