// Nodes from left to right as one reasons: who acts or what is laid down, what it requires, which
// activity that is about, which product, whose.
const COLUMN_OF = new Map([
  ["regulator", 0],
  ["regulation", 1],
  ["regulatory-event", 1],
  ["event", 1],
  ["requirement", 2],
  ["technology", 3],
  ["concept", 3],
  ["product", 4],
  ["company", 5],
  ["parent-group", 5],
]);
const COLUMN_NAMES = [
  "regulator",
  "cause",
  "requirement",
  "activity",
  "product",
  "company",
  "other",
];
const columnOf = (id) => COLUMN_OF.get(NODES.get(id).kind) ?? COLUMN_NAMES.indexOf("other");

const COLUMN = 200; // CSS pixels at scale 1
const ROW = 58;
const MOST_ROWS = 18; // of a column; a longer one stands in several lines, each beside the other
const ASIDE = 150;
const GAP_OF_BOX = 30; // above and below those that are kept together
const SWEEPS = 6;

// Places and heads of the columns that occur. Those that are kept together stand below each other.
function inColumns(ids, edges, { together = new Map(), row = ROW } = {}) {
  const beside = besideEach(ids, edges);
  const keys = [...new Set(ids.map(columnOf))].sort((a, b) => a - b);
  let x = 0;
  const columns = keys.map((key) => {
    const own = ids.filter((id) => columnOf(id) === key);
    const lines = Math.ceil(own.length / MOST_ROWS);
    const column = { name: COLUMN_NAMES[key], x, lines, ids: inKind(own) };
    x += COLUMN + (lines - 1) * ASIDE;
    return column;
  });
  const places = new Map();
  const gap = gapsBetween(together);
  for (const column of columns) lineUp(column, places, row, () => 0, gap);
  const both = [...columns, ...[...columns].reverse()];
  for (let sweep = 0; sweep < SWEEPS; sweep += 1)
    for (const column of both) {
      const wish = wishes(column, beside, places, together);
      column.ids.sort((a, b) => wish.get(a) - wish.get(b) || byWeight(NODES.get(a), NODES.get(b)));
      lineUp(column, places, row, (id) => wish.get(id), gap);
    }
  return { places, columns };
}

const inKind = (ids) => [...ids].sort((a, b) => byWeight(NODES.get(a), NODES.get(b)));

function besideEach(ids, edges) {
  const beside = new Map(ids.map((id) => [id, []]));
  for (const { subject, value } of edges) {
    beside.get(subject)?.push(value);
    beside.get(value)?.push(subject);
  }
  return beside;
}

// The height at which each would stand by those beside it in other columns (its barycentre; Sugiyama,
// Tagawa and Toda 1981, IEEE Transactions on Systems, Man, and Cybernetics 11: 109-125).
function wishes({ ids }, beside, places, together) {
  const wish = new Map();
  for (const id of ids) {
    const others = beside.get(id).filter((other) => columnOf(other) !== columnOf(id));
    wish.set(
      id,
      others.length ? mean(others.map((other) => places.get(other).y)) : places.get(id).y,
    );
  }
  const members = new Map();
  for (const id of ids.filter((each) => together.has(each)))
    members.set(together.get(id), [...(members.get(together.get(id)) ?? []), id]);
  for (const group of members.values()) {
    const height = mean(group.map((id) => wish.get(id)));
    for (const id of group) wish.set(id, height);
  }
  return wish;
}
const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;

// One below the other in this order, as near to the heights wished for as the rows allow.
function lineUp({ ids, x, lines }, places, row, wish, gap) {
  let depth = 0;
  const depths = ids.map((id, at) => (depth += at ? row / lines + gap(ids[at - 1], id) : 0));
  const heights = spaced(ids.map(wish), depths);
  ids.forEach((id, index) => places.set(id, { x: x + (index % lines) * ASIDE, y: heights[index] }));
}

const gapsBetween = (together) => (one, next) => {
  const [a, b] = [together.get(one), together.get(next)];
  return a === b ? 0 : ((a !== undefined) + (b !== undefined)) * GAP_OF_BOX;
};

// Heights as far apart as their depths are, at least, with the least squares of what they are off (isotonic regression by
// pooling, Barlow and others 1972).
function spaced(wished, depths) {
  const blocks = [];
  wished.forEach((height, index) => {
    let block = { sum: height - depths[index], count: 1 };
    while (blocks.length && blocks.at(-1).sum / blocks.at(-1).count > block.sum / block.count) {
      const { sum, count } = blocks.pop();
      block = { sum: block.sum + sum, count: block.count + count };
    }
    blocks.push(block);
  });
  const bases = blocks.flatMap(({ sum, count }) => Array(count).fill(sum / count));
  return bases.map((base, index) => Math.round(base + depths[index]));
}
