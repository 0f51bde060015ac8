// What a path may walk, and what a step of it costs: statements that are asserted or inferred and are
// on, without those that only repeat a narrower one. As finkg path has it (finkg.analysis: network,
// relations, cost, hubs), over the statements that the page carries.
const WALKING = inPieces(walkedNow);
const walked = WALKING.get;
drawnFrom(["offLayers", "year", "out"], WALKING.forget);
// What falls with sources that are left out is known only with the evidence.
drawnFrom(["opened"], () => state.out.size && WALKING.forget());

const THOUSANDTHS = 1000; // whole ones, so that equal ways are exactly equal
const DAMPING = 0.4;
const HUBS = { share: 0.5, times: 2, fewest: 10 };

const AT_ONCE = 20_000; // nodes or statements in a piece

// cost: of each edge in thousandths, 0 if it is not walked; touched: how many nodes each is connected
// with; hubs: nodes, the most touched first.
function* walkedNow() {
  const on = new Uint8Array(GRAPH.edges);
  const isWalked = walkable();
  for (let s = 0; s < GRAPH.edges; s += 1) on[s] = isWalked(s) ? 1 : 0;
  yield;
  for (const s of yield* repeated(on)) on[s] = 0;
  yield;
  const cost = yield* costsOf(on);
  const touched = yield* touchedBy(on);
  return { cost, touched, hubs: hubsOf(touched) };
}

// On a day what possibly holds is walked where the graph was asked for with it; in a year it is not.
const WALKED = ["truth", "inferred", ...(SCENE.scope.possible ? ["possible"] : [])];
function walkable() {
  const layers = WALKED.filter((layer) => !state.offLayers.has(layer));
  const isOn = LAYERS.map(
    (layer) => layers.includes(layer) && (layer !== "possible" || state.year === null),
  );
  const connects = SCENE.relations.map((relation) => relation.connects);
  const { subject, value, relation } = GRAPH;
  const layer = layerNumbers();
  return (s) =>
    subject[s] !== value[s] && connects[relation[s]] && isOn[layer(s)] && !fallen.has(s);
}

// Of each relation those that only repeat it, by number, in its own direction or the other.
const numberOfRelation = (id) => SCENE.relations.findIndex((relation) => relation.id === id);
const WIDER = SCENE.relations.map(({ wider, turned }) => {
  const numbers = (ids) => ids.map(numberOfRelation).filter((number) => number >= 0);
  return { along: new Set(numbers(wider)), against: new Set(numbers(turned)) };
});

// That something is within the scope of what affected it is no second connection. At each subject its
// narrower statements are linked by their other ends, so that each of the others is compared with those
// between the same two nodes alone.
function* repeated(on) {
  const { starts, list, edges, subject, value, relation } = GRAPH;
  const isNarrower = WIDER.map(({ along, against }) => along.size + against.size > 0);
  const first = new Int32Array(GRAPH.nodes); // by the other end, the last narrower one ...
  const seenFrom = new Int32Array(GRAPH.nodes).fill(-1); // ... of this node
  const next = new Int32Array(edges);
  const found = [];
  for (let node = 0; node < GRAPH.nodes; node += 1) {
    if (node % AT_ONCE === 0) yield;
    let any = false;
    for (let at = starts[node]; at < starts[node + 1]; at += 1) {
      const s = list[at];
      if (s >= edges || !on[s] || subject[s] !== node || !isNarrower[relation[s]]) continue;
      const end = value[s];
      next[s] = seenFrom[end] === node ? first[end] : -1;
      first[end] = s;
      seenFrom[end] = node;
      any = true;
    }
    for (let at = starts[node]; any && at < starts[node + 1]; at += 1) {
      const s = list[at];
      if (s >= edges || !on[s]) continue;
      const isAlong = subject[s] === node;
      const end = isAlong ? value[s] : subject[s];
      if (seenFrom[end] !== node) continue;
      for (let other = first[end]; other >= 0; other = next[other]) {
        const { along, against } = WIDER[relation[other]];
        if (other !== s && (isAlong ? along : against).has(relation[s])) found.push(s);
      }
    }
  }
  return found;
}

// 1 + 0.4 (log2 a + log2 b), where the subject stands in this relation with a things, and b things
// stand in it with the value: the damped path degree product of Himmelstein and Baranzini (2015, PLOS
// Computational Biology 11(7): e1004259).
function* costsOf(on) {
  const { starts, list, edges, subject, relation } = GRAPH;
  const relations = SCENE.relations.length;
  const counts = new Uint32Array(2 * relations); // outward, then inward
  const spread = new Float64Array(edges);
  const cost = new Int32Array(edges);
  for (let node = 0; node < GRAPH.nodes; node += 1) {
    if (node % AT_ONCE === 0) yield;
    const [from, to] = [starts[node], starts[node + 1]];
    for (let round = 0; round < 3; round += 1)
      for (let at = from; at < to; at += 1) {
        const s = list[at];
        if (s >= edges || !on[s]) continue;
        const place = subject[s] === node ? relation[s] : relations + relation[s];
        if (round === 0) counts[place] += 1;
        else if (round === 1) spread[s] += Math.log2(counts[place]);
        else counts[place] = 0;
      }
  }
  for (let s = 0; s < edges; s += 1)
    if (on[s]) cost[s] = Math.round(THOUSANDTHS * (1 + DAMPING * spread[s]));
  return cost;
}

function* touchedBy(on) {
  const { starts, list, edges, subject, value } = GRAPH;
  const touched = new Uint32Array(GRAPH.nodes);
  const met = new Int32Array(GRAPH.nodes).fill(-1);
  for (let node = 0; node < GRAPH.nodes; node += 1) {
    if (node % AT_ONCE === 0) yield;
    for (let at = starts[node]; at < starts[node + 1]; at += 1) {
      const s = list[at];
      if (s >= edges || !on[s]) continue;
      const other = subject[s] === node ? value[s] : subject[s];
      if (met[other] === node) continue;
      met[other] = node;
      touched[node] += 1;
    }
  }
  return touched;
}

// What so much touches that to have it in common says little: half of all, or, of what classifies
// others, twice as much as touches one on average; ten at least.
function hubsOf(touched) {
  let [connected, all] = [0, 0];
  for (const count of touched) {
    if (count) connected += 1;
    all += count;
  }
  const most = HUBS.share * (connected - 1);
  const ofGeneral = (HUBS.times * all) / Math.max(connected, 1);
  const found = [];
  touched.forEach((count, node) => {
    if (count < HUBS.fewest) return;
    if (count >= most || (count > ofGeneral && SCENE.kinds[GRAPH.kind[node]].general))
      found.push(node);
  });
  return found.sort((a, b) => touched[b] - touched[a] || a - b);
}
