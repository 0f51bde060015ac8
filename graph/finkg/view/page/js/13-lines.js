// Statements of one layer from one node to another share a line; lines between the same two nodes
// bend apart, so that each can be seen and clicked.
const lineOf = (edge) => `${edge.subject} ${edge.value} ${edge.layer}`;
const pairOf = (edge) => [edge.subject, edge.value].sort().join(" ");

const SHARING = new Map();
const LINES_BETWEEN = new Map();
for (const edge of SCENE.edges) {
  const [line, pair] = [lineOf(edge), pairOf(edge)];
  SHARING.set(line, [...(SHARING.get(line) ?? []), edge]);
  LINES_BETWEEN.set(pair, new Set([...(LINES_BETWEEN.get(pair) ?? []), line]));
}

// The statements in sight on an edge's line; the first of them is the one that is drawn.
const bundleOf = (edge) => SHARING.get(lineOf(edge)).filter(edgeInSight);
const isDrawn = (edge) => edgeInSight(edge) && bundleOf(edge)[0] === edge;

// The percentages of the claims by which a statement stands, the earlier first.
function figuresOf(statement) {
  const stated = claimsOf(statement).filter((claim) => isStated(claim, statement.layer));
  stated.sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1));
  const figures = stated.map((claim) => say(claim.figure)).filter(Boolean);
  return listed([...new Set(figures)].slice(-2));
}

// The names of the relations on a line, as short as a label has to be.
function lineLabel(edge) {
  const names = bundleOf(edge).map((one) =>
    [relationLabel(one.relation), figuresOf(one)].filter(Boolean).join(" "),
  );
  return names.length > 2 ? `${listed(names.slice(0, 2))} +${names.length - 2}` : listed(names);
}

function bend(edge) {
  if (edge.id === stage.arc) return { enabled: true, type: "curvedCW", roundness: 0.42 };
  const lines = [...LINES_BETWEEN.get(pairOf(edge))];
  if (lines.length === 1) return { enabled: true, type: "curvedCW", roundness: 0.05 };
  const index = lines.indexOf(lineOf(edge));
  const clockwise = (index % 2 === 0) === (pairOf(edge) === `${edge.subject} ${edge.value}`);
  return {
    enabled: true,
    type: clockwise ? "curvedCW" : "curvedCCW",
    roundness: 0.1 + 0.14 * Math.floor(index / 2),
  };
}
