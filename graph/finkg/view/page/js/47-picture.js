// The picture: the network that pyvis made, drawn by vis-network with our shapes and labels. Only
// what is in sight is given to it.
const hovered = { node: null, edge: null };
// vis-network keeps nodes and edges in plain objects, by their ids: so that none is taken for what
// every object has, like __proto__, they are called a little differently there.
const visId = (id) => `:${id}`;
const idOfVis = (id) => id?.slice(1);
const visNodes = new vis.DataSet(NETWORK.nodes.map(({ id, x, y }) => ({ id: visId(id), x, y })));
const visEdges = new vis.DataSet(
  NETWORK.edges.map(({ id, from, to }) => ({ id: visId(id), from: visId(from), to: visId(to) })),
);
let picture = null;
let filling = false;

function visNode(node) {
  return {
    id: visId(node.id),
    ...placeOf(node.id),
    shape: "custom",
    ctxRenderer: ({ ctx, x, y }) => {
      const scale = picture ? picture.getScale() : 1;
      const size = shapeZoomed(scale) / scale;
      const look = {
        selected: node.id === state.selected,
        faint: standing && !standing.nodes.has(node.id),
        doubted: stage.doubted.has(node.id),
        pinned: state.pins.has(node.id) && !stage.places.has(node.id),
        more: isPointedAt(node.id) && state.view === "home" ? unseenAt(node.index) : 0,
      };
      return {
        drawNode: () => drawNode(ctx, node, x, y, size, look),
        nodeDimensions: { width: radiusOf(node) * 2 * size, height: radiusOf(node) * 2 * size },
      };
    },
  };
}

const isPointedAt = (id) => id === state.selected || id === hovered.node;

function visEdge(edge) {
  const emphasis = !standing ? unasked(edge) : standing.edges.has(edge.id) ? "strong" : "faint";
  const ends = { from: visId(edge.subject), to: visId(edge.value) };
  return { ...edgeLook(edge, emphasis), id: visId(edge.id), ...ends, smooth: bend(edge) };
}

// How a line looks while nothing stands out.
function unasked({ id }) {
  if (stage.lanes.length) return "veiled";
  if (state.view === "home") return "resting";
  return stage.quiet?.has(id) ? "quiet" : "plain";
}

function drawPicture() {
  const [nodes, edges] = [drawnNodes(), drawnEdges()];
  filling = true;
  picture?.body.emitter.emit("_blockRedraw"); // vis-network would draw after each of these
  keepOnly(visEdges, edges);
  keepOnly(visNodes, nodes);
  visNodes.update(nodes.map(visNode));
  visEdges.update(changed(edges.map(visEdge)));
  filling = false;
  if (!picture) {
    openPicture(); // which is drawn in the next frame
    return;
  }
  picture.body.emitter.emit("_allowRedraw");
  drawSoon();
}

// Once for all that changes before the next frame.
function drawSoon() {
  picture.canvas.setSize();
  picture.body.emitter.emit("_requestRedraw");
}

// vis-network takes long to be told of a line: it is told of those that look otherwise than before.
let toldOf = new Map();
function changed(lines) {
  const before = toldOf;
  toldOf = new Map(lines.map((line) => [line.id, JSON.stringify(line)]));
  return lines.filter(({ id }) => toldOf.get(id) !== before.get(id));
}

function keepOnly(set, items) {
  const ids = new Set(items.map(({ id }) => visId(id)));
  set.remove(set.getIds().filter((id) => !ids.has(id)));
}

drawnFrom(SIGHT_KEYS, () => {
  drawn = sight();
  fanOut();
  standing = highlighted();
});

function makePicture() {
  readTheme();
  drawnFrom(["theme"], readTheme);
  drawnFrom([...SIGHT_KEYS, "pins", "theme", "lang"], drawPicture);
  drawnFrom(["view", "about", "from", "to", "hubs", "layout"], () => fitPicture());
  // What is laid out from reasons is there only with the evidence.
  drawnFrom(["opened"], () => (isStaged() || isLaid()) && fitPicture());
}

// What is drawn first is there before vis-network, which then reads it once.
function openPicture() {
  const options = { ...JSON.parse(NETWORK.options), autoResize: true };
  picture = new vis.Network(find("network"), { nodes: visNodes, edges: visEdges }, options);
  picture.on("beforeDrawing", drawGround);
  picture.on("afterDrawing", (ctx) => {
    if (filling) return;
    writeLabels(ctx, picture);
    drawHeads(ctx);
  });
  easeMotion(picture);
  listen();
}

function listen() {
  picture.on("click", ({ nodes, edges }) => {
    if (nodes.length) select(idOfVis(nodes[0]));
    else if (edges.length) select(idOfVis(edges[0]));
    else leave();
  });
  picture.on("doubleClick", ({ nodes }) => nodes.length && expand(idOfVis(nodes[0])));
  picture.on("dragEnd", ({ nodes }) => {
    const id = idOfVis(nodes[0]);
    if (id !== undefined && !stage.places.has(id)) pin(id, picture.getPosition(nodes[0]));
    else if (id !== undefined) drawPicture();
    else lookedByHand();
  });
  picture.on("zoom", lookedByHand);
  const hover = (key, id) => {
    hovered[key] = id;
    find("network").classList.toggle("pointing", Boolean(hovered.node || hovered.edge));
    picture.redraw();
  };
  picture.on("hoverNode", ({ node }) => hover("node", idOfVis(node)));
  picture.on("blurNode", () => hover("node", null));
  picture.on("hoverEdge", ({ edge }) => hover("edge", idOfVis(edge)));
  picture.on("blurEdge", () => hover("edge", null));
}
