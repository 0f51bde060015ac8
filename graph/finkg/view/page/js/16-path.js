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
  for (const s of repeated(on)) on[s] = 0;
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
const WIDER = SCENE.relations.map(({ wider, turned }) => {
  const numbers = (ids) => ids.map((id) => relationNumber(id)).filter((number) => number >= 0);
  return { along: new Set(numbers(wider)), against: new Set(numbers(turned)) };
});
function relationNumber(id) {
  return SCENE.relations.findIndex((relation) => relation.id === id);
}

// That something is within the scope of what affected it is no second connection.
function repeated(on) {
  const found = [];
  for (let s = 0; s < GRAPH.edges; s += 1) {
    const { along, against } = WIDER[GRAPH.relation[s]];
    if (!on[s] || (!along.size && !against.size)) continue;
    const [subject, value] = [GRAPH.subject[s], GRAPH.value[s]];
    const fewer = GRAPH.degree[subject] < GRAPH.degree[value] ? subject : value;
    for (let at = GRAPH.starts[fewer]; at < GRAPH.starts[fewer + 1]; at += 1) {
      const other = GRAPH.list[at];
      if (other === s || other >= GRAPH.edges || !on[other]) continue;
      const same = GRAPH.subject[other] === subject && GRAPH.value[other] === value;
      const turned = GRAPH.subject[other] === value && GRAPH.value[other] === subject;
      if (
        (same && along.has(GRAPH.relation[other])) ||
        (turned && against.has(GRAPH.relation[other]))
      )
        found.push(other);
    }
  }
  return found;
}

// 1 + 0.4 (log2 a + log2 b), where the subject stands in this relation with a things, and b things
// stand in it with the value: the damped path degree product of Himmelstein and Baranzini (2015, PLOS
// Computational Biology 11(7): e1004259).
function* costsOf(on) {
  const outward = new Uint32Array(SCENE.relations.length);
  const inward = new Uint32Array(SCENE.relations.length);
  const spread = new Float64Array(GRAPH.edges);
  const each = (node, act) => {
    for (let at = GRAPH.starts[node]; at < GRAPH.starts[node + 1]; at += 1) {
      const s = GRAPH.list[at];
      if (s < GRAPH.edges && on[s]) act(s, GRAPH.subject[s] === node ? outward : inward);
    }
  };
  for (let node = 0; node < GRAPH.nodes; node += 1) {
    if (node % AT_ONCE === 0) yield;
    each(node, (s, counts) => (counts[GRAPH.relation[s]] += 1));
    each(node, (s, counts) => (spread[s] += Math.log2(counts[GRAPH.relation[s]])));
    each(node, (s, counts) => (counts[GRAPH.relation[s]] = 0));
  }
  return Int32Array.from(spread, (sum, s) =>
    on[s] ? Math.round(THOUSANDTHS * (1 + DAMPING * sum)) : 0,
  );
}

function* touchedBy(on) {
  const touched = new Uint32Array(GRAPH.nodes);
  const met = new Int32Array(GRAPH.nodes).fill(-1);
  for (let node = 0; node < GRAPH.nodes; node += 1) {
    if (node % AT_ONCE === 0) yield;
    for (let at = GRAPH.starts[node]; at < GRAPH.starts[node + 1]; at += 1) {
      const s = GRAPH.list[at];
      if (s >= GRAPH.edges || !on[s]) continue;
      const other = GRAPH.subject[s] === node ? GRAPH.value[s] : GRAPH.subject[s];
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
