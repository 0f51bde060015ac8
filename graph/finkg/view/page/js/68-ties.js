// The lines between the bubbles of the overview, and their numbers.
let pointedGroup = null; // the number of the one that mouse or keyboard is on

const mostTied = () => Math.max(1, ...groupsShown().ties.map(({ n }) => n));
const tieWidth = (n) => (0.8 + (8 * n) / mostTied()).toFixed(2);

function tieLine({ a, b, n }) {
  const { bubbles } = groupsShown();
  const [from, to] = [bubbles[a], bubbles[b]];
  const title = svg("title", {});
  title.textContent = word("overviewTie", {
    from: listed(namesOf(from.group)),
    to: listed(namesOf(to.group)),
    count: figure(n),
  });
  const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  return svg("line", { ...ends, "stroke-width": tieWidth(n) }, title);
}

// All lines of the bubble that is pointed at, or else of the selected one, each with its number where
// there is room for it.
function pointAtGroup(number) {
  pointedGroup = number ?? selectedGroup()?.number ?? null;
  const { bubbles, ties } = groupsShown();
  const own = ties.filter(({ a, b }) => [a, b].includes(pointedGroup) && bubbles[a] && bubbles[b]);
  const taken = bubbles.flatMap(partsOf);
  const drawing = find("groups").querySelector("svg");
  drawing.classList.toggle("pointed", own.length > 0);
  drawing.querySelector(".own").replaceChildren(...own.map(tieLine));
  const numbers = own.map((tie) => tieNumber(tie, taken)).filter(Boolean);
  drawing.querySelector(".numbers").replaceChildren(...numbers);
}

// On the line as near to its middle as there is room, of shapes, names and other numbers.
const PARTS = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((step) => [0.5 + step * 0.05, 0.5 - step * 0.05]);
function tieNumber({ a, b, n }, taken) {
  const [from, to] = [a, b].map((end) => groupsShown().bubbles[end]);
  for (const part of PARTS) {
    const [x, y] = [from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part];
    const box = boxAround(x, y, 6 + 7 * figure(n).length, 13);
    if (taken.some((other) => overlap(box, other, 1))) continue;
    taken.push(box);
    const text = svg("text", { x: x.toFixed(1), y: y.toFixed(1), dy: ".35em" });
    text.textContent = figure(n);
    return text;
  }
  return null;
}

const partsOf = ({ x, y, radius, width, lines }) => [
  boxAround(x, y, 2 * radius, 2 * radius),
  boxAround(
    x,
    y + radius + 4 + (lines.length * BUBBLE.line) / 2,
    width,
    lines.length * BUBBLE.line,
  ),
  boxAround(x, y + radius + 4 + (lines.length + 0.5) * BUBBLE.line, BUBBLE.size, BUBBLE.line),
];
