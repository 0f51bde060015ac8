// What the page carries: the head of the scene, the network that pyvis made, the words of the page,
// and two compressed blocks.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const SCENE = read("scene-head");
const NETWORK = read("network-data");
const WORDS = read("words-data");

if (!("DecompressionStream" in window)) {
  document.getElementById("old").hidden = false;
  await new Promise(() => {}); // nothing below could work
}

// A block is JSON, deflated (RFC 1950), in base64.
const opened = async (id) => (await inflated(id)).json();

// Newer browsers read base64 by themselves.
function bytesOf(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}

async function inflated(id) {
  const bytes = bytesOf(document.getElementById(id).textContent);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate")));
}

// vis-network, which the page's policy knows by its hash; it leaves the name vis behind.
async function loadDrawing() {
  const script = document.createElement("script");
  script.textContent = await (await inflated("drawing-block")).text();
  document.head.append(script);
}
const graphOpening = opened("graph-block"); // both at once
await loadDrawing();

// A column whose rows have several values: where those of each row begin, and all of them.
function lists({ of, is }) {
  const starts = new Int32Array(of.length + 1);
  for (let row = 0; row < of.length; row += 1) starts[row + 1] = starts[row] + of[row];
  return { starts, is };
}

// The numbers of a row's values in such a column.
const within = ({ starts }, row) =>
  Array.from({ length: starts[row + 1] - starts[row] }, (_, index) => starts[row] + index);
const listOf = (column, row) => column.is.slice(column.starts[row], column.starts[row + 1]);

const textAt = ({ texts }, number) => ({ zh: texts.zh[number], en: texts.en[number] });

const byId = (rows) => new Map(rows.map((row) => [row.id, row]));
const KINDS = byId(SCENE.kinds);
const RELATIONS = byId(SCENE.relations);
const PLAUSIBILITY = byId(SCENE.rules);
// What possibly holds is a layer only of a graph that was asked for as of a day, or of a year.
const LAYERS = SCENE.layers;

// The order in which kinds claim attention.
const KIND_ORDER = new Map(SCENE.kinds.map((kind, index) => [kind.id, index]));
