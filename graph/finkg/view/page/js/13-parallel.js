// Statements between the same two nodes fan out, so that each can be seen and clicked.
const pairKey = (s) => {
  const [a, b] = [GRAPH.subject[s], GRAPH.value[s]];
  return a < b ? a * GRAPH.nodes + b : b * GRAPH.nodes + a;
};

// Of each drawn statement its place among those between the same two nodes, and how many they are.
let fan = new Map();
function fanOut() {
  const pairs = new Map();
  for (const s of drawn.edges) pairs.get(pairKey(s))?.push(s) ?? pairs.set(pairKey(s), [s]);
  fan = new Map();
  for (const group of pairs.values())
    group.forEach((s, place) => fan.set(s, { place, of: group.length }));
}

// How far a line bends to its side, as vis-network has it (a part of its length); for two nodes the
// lines lie at equal steps around the straight one, the odd one in the middle.
const STEP = 0.16;
const MOST_BENT = 0.62;
function bend(edge) {
  const bow = stage.bows.get(edge.id);
  if (bow)
    return { enabled: true, type: bow < 0 ? "curvedCCW" : "curvedCW", roundness: Math.abs(bow) };
  if (edge.subject === edge.value) return { enabled: true, type: "curvedCW", roundness: 0.5 };
  const { place, of } = fan.get(edge.index) ?? { place: 0, of: 1 };
  if (of === 1) return { enabled: true, type: "curvedCW", roundness: 0.05 };
  const step = Math.min(stage.step ?? STEP, (2 * MOST_BENT) / (of - 1));
  const side = (place - (of - 1) / 2) * step;
  // From its own start a line bends to its own side: those of the other direction are turned round.
  const turned = GRAPH.subject[edge.index] > GRAPH.value[edge.index] ? -side : side;
  return {
    enabled: true,
    type: turned < 0 ? "curvedCCW" : "curvedCW",
    roundness: Math.abs(turned),
  };
}

const FIGURES = CONTENT.figures ?? {};
const figuresOf = (s) => listed((FIGURES[s] ?? []).map((number) => say(textAt(CONTENT, number))));

// The name of the relation on a line, with its percentage if it has one.
const lineLabel = (edge) =>
  [relationLabel(edge.relation), figuresOf(edge.index)].filter(Boolean).join(" ");
