// The communities as groups: members, how they are tied, what each is called. Made anew when other
// statements or kinds are on, and only when somebody looks.
let grouping = null;
const groups = () => (grouping ??= grouped());
drawnFrom(["offLayers", "offKinds", "year", "out", "opened"], () => {
  grouping = null;
});

// The largest first: { number, members }; of: the number of each node's group, -1 where nothing on
// connects it with another.
function grouped() {
  const counted = new Uint8Array(GRAPH.edges).map((_, s) => isCounted(s));
  const size = counted.reduce((a, b) => a + b, 0);
  const [from, to] = [new Int32Array(size), new Int32Array(size)];
  for (let s = 0, pair = 0; s < GRAPH.edges; s += 1)
    if (counted[s]) [from[pair], to[pair++]] = [GRAPH.subject[s], GRAPH.value[s]];
  const heads = parted(from, to, louvain(from, to));
  const connected = new Uint8Array(GRAPH.nodes);
  from.forEach((a, pair) => (connected[a] = connected[to[pair]] = 1));
  const made = new Map();
  heads.forEach((head, node) => {
    if (!connected[node]) return;
    if (!made.has(head)) made.set(head, []);
    made.get(head).push(node);
  });
  const all = [...made.values()].sort((a, b) => b.length - a.length || a[0] - b[0]);
  const of = new Int32Array(GRAPH.nodes).fill(-1);
  all.forEach((members, number) => members.forEach((node) => (of[node] = number)));
  return { of, all: all.map((members, number) => ({ number, members })), from, to };
}

// Members by how many of the others they are connected with.
function innerDegrees({ number, members }) {
  const { of } = groups();
  const inside = (node) => neighboursOn(node).filter((it) => of[it] === number).length;
  return new Map(members.map((node) => [node, inside(node)]));
}
function membersOf(group) {
  group.inner ??= innerDegrees(group);
  const of = (node) => group.inner.get(node);
  return (group.ordered ??= [...group.members].sort((a, b) => of(b) - of(a) || heavier(a, b)));
}
const neighboursOn = (node) => [
  ...new Set(
    [...statementsAt(node)]
      .filter((s) => s < GRAPH.edges && isCounted(s))
      .map((s) => otherEnd(s, node)),
  ),
];

// What tells little of a group, however well it is connected, and what is known to most readers.
const VAGUE = new Set(["concept", "metric", "trend", "challenge", "requirement"]);
const KNOWN = new Set(["company", "parent-group", "product"]);
const tellingOf = (node) => (VAGUE.has(kindOf(node)) ? 0 : KNOWN.has(kindOf(node)) ? 2 : 1);
const NAMING = 3;
function namesOf(group) {
  const weight = (node) => tellingOf(node) * group.inner.get(node);
  group.naming ??= [...membersOf(group)].sort((a, b) => weight(b) - weight(a)).slice(0, NAMING);
  return group.naming.map((node) => labelOf(idOf(node)));
}

// The kind of the member that gives the group its first name.
function kindOfGroup(group) {
  namesOf(group);
  return KINDS.get(kindOf(group.naming[0]));
}

// Kinds with how many members have them, the commonest first.
function kindsOf({ members }) {
  const counts = new Map();
  for (const node of members) counts.set(kindOf(node), (counts.get(kindOf(node)) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || KIND_ORDER.get(a) - KIND_ORDER.get(b));
}

// How many statements lie between two groups, of all that some wish to know of.
function tiesAmong(count) {
  const { of, from, to } = groups();
  const ties = new Map();
  from.forEach((a, pair) => {
    const [x, y] = [of[a], of[to[pair]]];
    if (x === y || x >= count || y >= count) return;
    const key = Math.min(x, y) * count + Math.max(x, y);
    ties.set(key, (ties.get(key) ?? 0) + 1);
  });
  const found = [...ties].map(([key, n]) => ({ a: Math.floor(key / count), b: key % count, n }));
  return found.sort((x, y) => y.n - x.n || x.a - y.a || x.b - y.b);
}

// The other groups that one is tied to, with the statements between.
function tiesOf({ number, members }) {
  const { of, all } = groups();
  const found = new Map();
  for (const node of members)
    for (const s of statementsAt(node)) {
      if (s >= GRAPH.edges || !isCounted(s)) continue;
      const there = of[otherEnd(s, node)];
      if (there === number) continue;
      if (!found.has(there)) found.set(there, []);
      found.get(there).push(s);
    }
  return [...found]
    .map(([there, statements]) => ({ group: all[there], statements }))
    .sort((x, y) => y.statements.length - x.statements.length || x.group.number - y.group.number);
}

// The group that a node is in, or none.
const groupWith = (id) => groups().all[groups().of[nodeNumber(id)]];
