// Paths one after another, the cheapest first; of those that cost the same the shorter, then the one
// whose nodes come first. No way is sought that costs more than so many that are known: no one asks
// for it.
function* cheapest(start, end, shut) {
  const far = distancesTo(end, start, shut);
  if (!far) return;
  const aim = { end, far, shut };
  const given = [];
  const waiting = new Map(); // by their nodes
  const costs = []; // of all that are known, in their order
  const keep = (path) => {
    if (waiting.has(path.nodes.join())) return;
    waiting.set(path.nodes.join(), path);
    costs.push(path.cost);
    costs.sort((a, b) => a - b);
  };
  const most = () => costs[MOST_PATHS - 1] ?? Infinity;
  const first = onward([start], aim);
  if (first) keep(first);
  while (waiting.size) {
    const path = [...waiting.values()].reduce((a, b) => (b.cost < a.cost ? b : a));
    waiting.delete(path.nodes.join());
    given.push(path);
    yield path;
    for (const next of branches(path, given, aim, most)) keep(next);
  }
}

// The cheapest paths that leave this one after each of its steps, and are none of those given.
function* branches(path, given, aim, most) {
  for (let length = 1; length < path.nodes.length; length += 1) {
    const root = path.nodes.slice(0, length);
    const alike = given.filter(({ nodes }) => root.every((node, at) => nodes[at] === node));
    const forbidden = new Set(alike.map(({ nodes }) => nodes[length]));
    const before = costAlong(root);
    const rest = onward(root, aim, forbidden, most() - before);
    if (rest) yield { cost: rest.cost + before, nodes: rest.nodes };
  }
}

function stepsBetween(a, b) {
  const [fewer, other] = GRAPH.degree[a] < GRAPH.degree[b] ? [a, b] : [b, a];
  const { cost } = walked();
  return [...statementsAt(fewer)]
    .filter((s) => s < GRAPH.edges && cost[s] && otherEnd(s, fewer) === other)
    .sort((s, t) => cost[s] - cost[t] || s - t);
}
const costAlong = (nodes) =>
  nodes
    .slice(1)
    .reduce((sum, node, at) => sum + walked().cost[stepsBetween(nodes[at], node)[0]], 0);

// The hubs that no path may take, but for the ends.
const closedHubs = (start, end) =>
  state.hubs ? [] : walked().hubs.filter((node) => node !== start && node !== end);

const byPath = (a, b) => {
  const apart = a.cost - b.cost || a.nodes.length - b.nodes.length;
  if (apart) return apart;
  const at = a.nodes.findIndex((node, index) => node !== b.nodes[index]);
  return at < 0 ? 0 : a.nodes[at] - b.nodes[at];
};

// At most so many: { cost, nodes, steps: [{ start, end, statements, cost }] }, costs in thousandths.
function pathsBetween(start, end, closed = closedHubs(start, end)) {
  if (start === end || !walked().touched[start] || !walked().touched[end]) return [];
  const shut = new Uint8Array(GRAPH.nodes);
  for (const node of closed) shut[node] = 1;
  const found = [];
  for (const path of cheapest(start, end, shut)) {
    const more = found.length >= MOST_PATHS;
    if (more && (path.cost > found.at(-1).cost || found.length >= PLATEAU * MOST_PATHS)) break;
    found.push(path);
  }
  return found
    .sort(byPath)
    .slice(0, MOST_PATHS)
    .map((path) => ({ ...path, steps: stepsOf(path) }));
}

const stepsOf = ({ nodes }) =>
  nodes.slice(1).map((end, at) => {
    const statements = stepsBetween(nodes[at], end);
    return { start: nodes[at], end, statements, cost: walked().cost[statements[0]] };
  });
