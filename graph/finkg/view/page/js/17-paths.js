// The cheapest paths between two nodes that meet no node twice: those of Yen (1971, Management Science
// 17: 712-716). The distances to the end, found once (Dijkstra 1959), lead each search (A*, Hart,
// Nilsson and Raphael 1968), so that it looks at little besides the path.
const MOST_PATHS = 3;
const PLATEAU = 10; // so many times as many are compared that cost the same as the last

// Nodes in the order of keys, in arrays that grow.
class Queue {
  keys = new Float64Array(1024);
  nodes = new Int32Array(1024);
  size = 0;

  put(key, node) {
    if (this.size === this.keys.length) this.grow();
    let at = this.size++;
    while (at) {
      const above = (at - 1) >> 1;
      if (this.keys[above] <= key) break;
      this.keys[at] = this.keys[above];
      this.nodes[at] = this.nodes[above];
      at = above;
    }
    this.keys[at] = key;
    this.nodes[at] = node;
  }

  take() {
    const first = this.nodes[0];
    const [key, node] = [this.keys[--this.size], this.nodes[this.size]];
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.size) break;
      if (below + 1 < this.size && this.keys[below + 1] < this.keys[below]) below += 1;
      if (this.keys[below] >= key) break;
      this.keys[at] = this.keys[below];
      this.nodes[at] = this.nodes[below];
      at = below;
    }
    this.keys[at] = key;
    this.nodes[at] = node;
    return first;
  }

  grow() {
    const [keys, nodes] = [this.keys, this.nodes];
    this.keys = new Float64Array(2 * keys.length);
    this.nodes = new Int32Array(2 * nodes.length);
    this.keys.set(keys);
    this.nodes.set(nodes);
  }
}

// What searches write on: of each node what it cost to come there, from where, in which search.
const slate = once(() => ({
  cost: new Float64Array(GRAPH.nodes),
  from: new Int32Array(GRAPH.nodes),
  met: new Int32Array(GRAPH.nodes),
  done: new Int32Array(GRAPH.nodes),
  search: 0,
}));

// What it costs at the least to come from each node to the end: of the nearest so many exactly, of the
// others how far the search came. In a large graph that leaves little to each search from the start.
const NEAREST = 8000;
const FURTHER = 1.5; // of what it costs from the start: searches turn off to both sides of the path
function distancesTo(end, start, shut) {
  const { cost } = walked();
  const far = new Float64Array(GRAPH.nodes).fill(Infinity);
  const settled = new Uint8Array(GRAPH.nodes);
  const queue = new Queue();
  let [left, reached] = [NEAREST, 0];
  far[end] = 0;
  queue.put(0, end);
  while (queue.size && left) {
    const node = queue.take();
    if (settled[node]) continue;
    settled[node] = 1;
    left -= 1;
    reached = far[node];
    if (reached > FURTHER * far[start]) break;
    for (let at = GRAPH.starts[node]; at < GRAPH.starts[node + 1]; at += 1) {
      const s = GRAPH.list[at];
      if (s >= GRAPH.edges || !cost[s]) continue;
      const other = GRAPH.subject[s] === node ? GRAPH.value[s] : GRAPH.subject[s];
      const length = far[node] + cost[s];
      if (shut[other] || length >= far[other]) continue;
      far[other] = length;
      queue.put(length, other);
    }
  }
  if (!settled[start] && !queue.size) return null;
  for (let node = 0; node < GRAPH.nodes; node += 1) if (!settled[node]) far[node] = reached;
  return far;
}

// The cheapest way from the last node of a root to the end, which meets none of the root, does not begin
// with a forbidden step, and costs at most so much; or null.
function onward(root, { end, far, shut }, forbidden = new Set(), most = Infinity) {
  const { cost } = walked();
  const board = slate();
  const search = (board.search += 1);
  const start = root.at(-1);
  for (const node of root) board.done[node] = search;
  board.done[start] = 0;
  board.met[start] = search;
  board.cost[start] = 0;
  const queue = new Queue();
  queue.put(far[start], start);
  while (queue.size && queue.keys[0] <= most) {
    const node = queue.take();
    if (node === end) return trace(root, end, board);
    if (board.done[node] === search) continue;
    board.done[node] = search;
    for (let at = GRAPH.starts[node]; at < GRAPH.starts[node + 1]; at += 1) {
      const s = GRAPH.list[at];
      if (s >= GRAPH.edges || !cost[s]) continue;
      const other = GRAPH.subject[s] === node ? GRAPH.value[s] : GRAPH.subject[s];
      if (shut[other] || board.done[other] === search) continue;
      if (node === start && forbidden.has(other)) continue;
      const length = board.cost[node] + cost[s];
      if (board.met[other] === search && length >= board.cost[other]) continue;
      board.met[other] = search;
      board.cost[other] = length;
      board.from[other] = node;
      queue.put(length + far[other], other);
    }
  }
  return null;
}

function trace(root, end, { cost, from }) {
  const nodes = [];
  for (let node = end; node !== root.at(-1); node = from[node]) nodes.unshift(node);
  return { cost: cost[end], nodes: [...root, ...nodes] };
}
