// Communities: nodes that have more to do with each other than with the rest, over the statements that
// are on. The method of Louvain (Blondel, Guillaume, Lambiotte and Lefebvre 2008, Journal of Statistical
// Mechanics P10008) for modularity: nodes in the order of their numbers, of equal gains the community of
// the smaller number, in whole numbers, so that the same graph gives the same communities.

const isCounted = (s) =>
  GRAPH.subject[s] !== GRAPH.value[s] &&
  isLayerOn(s) &&
  kindOn(GRAPH.subject[s]) &&
  kindOn(GRAPH.value[s]);

// The neighbours of each node one after another, each once with the weight of all between the two, and
// what a node weighs in itself (twice what is inside it), from pairs of equal columns.
function weighed(count, from, to, weight) {
  const starts = new Int32Array(count + 1);
  const loops = new Float64Array(count);
  from.forEach((a, pair) => {
    if (a === to[pair]) loops[a] += 2 * weight[pair];
    else {
      starts[a + 1] += 1;
      starts[to[pair] + 1] += 1;
    }
  });
  for (let node = 0; node < count; node += 1) starts[node + 1] += starts[node];
  const next = starts.slice();
  const [ends, weights] = [new Int32Array(starts[count]), new Float64Array(starts[count])];
  const put = (a, b, value) => {
    ends[next[a]] = b;
    weights[next[a]++] = value;
  };
  from.forEach((a, pair) => {
    if (a === to[pair]) return;
    put(a, to[pair], weight[pair]);
    put(to[pair], a, weight[pair]);
  });
  return { count, starts, ends, weights, loops };
}

// Each node goes to the community in which modularity gains most, until hardly one goes. After the first
// round only those are asked again of which a neighbour went elsewhere (Ozaki, Tezuka and Inaba 2016,
// International Journal of Computer and Electrical Engineering 8: 207). What is compared is the gain
// times the square of all weight, which is a whole number.
const FEW_MOVES = 1 / 1000; // of the nodes: a round of fewer is the last
function moved({ count, starts, ends, weights, loops }) {
  const of = Int32Array.from({ length: count }, (_, node) => node);
  const strength = loops.slice();
  for (let node = 0; node < count; node += 1)
    for (let at = starts[node]; at < starts[node + 1]; at += 1) strength[node] += weights[at];
  const total = strength.slice(); // of each community
  const all = total.reduce((a, b) => a + b, 0);
  const into = new Float64Array(count); // of the node at hand, to each community
  const met = new Int32Array(count);
  const asked = new Uint8Array(count).fill(1);
  let [moves, before] = [0, -Infinity];
  while (moves - before > count * FEW_MOVES) {
    before = moves;
    for (let node = 0; node < count; node += 1) {
      if (!asked[node]) continue;
      asked[node] = 0;
      const own = of[node];
      let length = 0;
      met[length++] = own;
      for (let at = starts[node]; at < starts[node + 1]; at += 1) {
        const there = of[ends[at]];
        if (!into[there] && there !== own) met[length++] = there;
        into[there] += weights[at];
      }
      total[own] -= strength[node];
      let [best, most] = [-1, -Infinity];
      for (let index = 0; index < length; index += 1) {
        const there = met[index];
        const gain = into[there] * all - strength[node] * total[there];
        into[there] = 0;
        if (gain > most || (gain === most && there < best)) [best, most] = [there, gain];
      }
      total[best] += strength[node];
      if (best === own) continue;
      of[node] = best;
      moves += 1;
      for (let at = starts[node]; at < starts[node + 1]; at += 1)
        if (of[ends[at]] !== best) asked[ends[at]] = 1;
    }
  }
  return { of, moves };
}

// Numbers from 0, in the order in which they come first.
function renumbered(of) {
  const known = new Int32Array(of.length).fill(-1);
  let count = 0;
  const numbers = of.map((each) => (known[each] < 0 ? (known[each] = count++) : known[each]));
  return { numbers, count };
}

// The community of each node of the graph, before they are parted.
function louvain(from, to) {
  let level = weighed(GRAPH.nodes, from, to, new Float64Array(from.length).fill(1));
  let of = Int32Array.from({ length: GRAPH.nodes }, (_, node) => node);
  for (;;) {
    const { of: there, moves } = moved(level);
    if (!moves) return of;
    const { numbers, count } = renumbered(there);
    of = of.map((each) => numbers[each]);
    level = shrunk(level, numbers, count);
  }
}

// Each community becomes one node.
function shrunk({ count: nodes, starts, ends, weights, loops }, numbers, count) {
  const sums = new Map();
  const inner = new Float64Array(count);
  for (let node = 0; node < nodes; node += 1) {
    const a = numbers[node];
    inner[a] += loops[node];
    for (let at = starts[node]; at < starts[node + 1]; at += 1) {
      const b = numbers[ends[at]];
      if (a === b) inner[a] += weights[at];
      else if (a < b) sums.set(a * count + b, (sums.get(a * count + b) ?? 0) + weights[at]);
    }
  }
  const keys = [...sums.keys()];
  const [from, to] = [keys.map((key) => Math.floor(key / count)), keys.map((key) => key % count)];
  const level = weighed(count, from, to, [...sums.values()]);
  return { ...level, loops: inner };
}

// The method can leave a community in pieces that nothing inside connects (Traag, Waltman and van Eck
// 2019, Scientific Reports 9: 5233); here each piece is one of its own: the smallest node that it holds
// stands for it.
function parted(from, to, of) {
  const root = Int32Array.from({ length: GRAPH.nodes }, (_, node) => node);
  const top = (node) => {
    while (root[node] !== node) node = root[node] = root[root[node]];
    return node;
  };
  from.forEach((a, pair) => {
    if (of[a] !== of[to[pair]]) return;
    const [x, y] = [top(a), top(to[pair])];
    root[Math.max(x, y)] = Math.min(x, y);
  });
  return root.map((_, node) => top(node));
}
