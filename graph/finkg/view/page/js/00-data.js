// What the page carries: the head of the scene, the network that pyvis made, the words of the page,
// and two compressed blocks.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const SCENE = read("scene-head");
const NETWORK = read("network-data");
const WORDS = read("words-data");

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
