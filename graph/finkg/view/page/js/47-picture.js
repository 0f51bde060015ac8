// The picture: the network that pyvis made, drawn by vis-network with our shapes and labels. Only
// what is in sight is given to it.
const hovered = { node: null, edge: null };
const visNodes = new vis.DataSet(NETWORK.nodes.map(({ id, x, y }) => ({ id, x, y })));
const visEdges = new vis.DataSet(NETWORK.edges.map(({ id, from, to }) => ({ id, from, to })));
let picture = null;
let filling = false;

function visNode(node) {
  return {
    id: node.id,
    ...placeOf(node.id),
    shape: "custom",
    ctxRenderer: ({ ctx, x, y }) => {
      const scale = picture ? picture.getScale() : 1;
      const size = shapeZoomed(scale) / scale;
      const look = {
        selected: node.id === state.selected,
        faint: standing && !standing.nodes.has(node.id),
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
  const emphasis = !standing ? "plain" : standing.edges.has(edge.id) ? "strong" : "faint";
  return { from: edge.subject, to: edge.value, smooth: bend(edge), ...edgeLook(edge, emphasis) };
}

function drawPicture() {
  if (!picture) return;
  const [nodes, edges] = [drawnNodes(), drawnEdges()];
  filling = true; // vis-network draws after each of these; labels wait for the last
  keepOnly(visEdges, edges);
  keepOnly(visNodes, nodes);
  visNodes.update(nodes.map(visNode));
  visEdges.update(edges.map(visEdge));
  filling = false;
  picture.redraw();
}

function keepOnly(set, items) {
  const ids = new Set(items.map(({ id }) => id));
  set.remove(set.getIds().filter((id) => !ids.has(id)));
}

drawnFrom(SIGHT_KEYS, () => {
  drawn = sight();
  fanOut();
  standing = highlighted();
});

function makePicture() {
  readTheme();
  const options = { ...JSON.parse(NETWORK.options), autoResize: true };
  picture = new vis.Network(find("network"), { nodes: visNodes, edges: visEdges }, options);
  picture.on("afterDrawing", (ctx) => filling || writeLabels(ctx, picture));
  listen();
  drawnFrom(["theme"], readTheme);
  drawnFrom([...SIGHT_KEYS, "pins", "theme", "lang"], drawPicture);
  drawnFrom(["view", "about"], () => fitPicture());
}

function listen() {
  picture.on("click", ({ nodes, edges }) => {
    if (nodes.length) select(nodes[0]);
    else if (edges.length) select(edges[0]);
    else leave();
  });
  picture.on("doubleClick", ({ nodes }) => nodes.length && expand(nodes[0]));
  picture.on("dragEnd", ({ nodes }) => {
    const [id] = nodes;
    if (id && !stage.places.has(id)) pin(id, picture.getPosition(id));
    else if (id) drawPicture();
    else lookedByHand();
  });
  picture.on("zoom", lookedByHand);
  const hover = (key, id) => {
    hovered[key] = id;
    find("network").classList.toggle("pointing", Boolean(hovered.node || hovered.edge));
    picture.redraw();
  };
  picture.on("hoverNode", ({ node }) => hover("node", node));
  picture.on("blurNode", () => hover("node", null));
  picture.on("hoverEdge", ({ edge }) => hover("edge", edge));
  picture.on("blurEdge", () => hover("edge", null));
}
