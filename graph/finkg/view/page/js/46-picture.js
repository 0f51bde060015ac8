// The picture: the network that pyvis made, drawn by vis-network with our shapes and labels.
const hovered = { node: null, edge: null };
const own = new Map(NETWORK.nodes.map(({ id, x, y }) => [id, { x, y }])); // places outside a stage
const visNodes = new vis.DataSet();
const visEdges = new vis.DataSet();
let picture = null;

const placeOf = (id) => stage.places.get(id) ?? own.get(id);

function visNode(node) {
  return {
    id: node.id,
    ...placeOf(node.id),
    hidden: !inSight(node),
    shape: "custom",
    ctxRenderer: ({ ctx, x, y }) => {
      const scale = picture ? picture.getScale() : 1;
      const size = shapeZoomed(scale) / scale;
      const look = {
        selected: node.id === state.selected,
        faint: standing && !standing.nodes.has(node.id),
      };
      return {
        drawNode: () => drawNode(ctx, node, x, y, size, look),
        nodeDimensions: { width: radiusOf(node) * 2 * size, height: radiusOf(node) * 2 * size },
      };
    },
  };
}

function visEdge(edge) {
  const stands = standing && bundleOf(edge).some((one) => standing.edges.has(one.id));
  const emphasis = !standing ? "plain" : stands ? "strong" : "faint";
  return { from: edge.subject, to: edge.value, smooth: bend(edge), ...edgeLook(edge, emphasis) };
}

function drawPicture() {
  visNodes.update(
    SCENE.nodes.map((node) => ({ id: node.id, ...placeOf(node.id), hidden: !inSight(node) })),
  );
  visEdges.update(SCENE.edges.map(visEdge));
  picture.redraw();
}

function makePicture() {
  readTheme();
  const edges = new Set(NETWORK.edges.map((edge) => edge.id));
  visNodes.add(SCENE.nodes.filter((node) => own.has(node.id)).map(visNode));
  visEdges.add(SCENE.edges.filter((edge) => edges.has(edge.id)).map(visEdge));
  const options = { ...JSON.parse(NETWORK.options), autoResize: true };
  picture = new vis.Network(find("network"), { nodes: visNodes, edges: visEdges }, options);
  picture.on("afterDrawing", (ctx) => writeLabels(ctx, picture));
  listen();
  drawnFrom(["theme"], readTheme);
  drawnFrom(
    ["selected", "view", "about", "offKinds", "offLayers", "everything", "theme", "lang"],
    drawPicture,
  );
  drawnFrom(["view", "about", "everything"], () => fitPicture());
}

function listen() {
  picture.on("click", ({ nodes, edges }) => {
    if (nodes.length) select(nodes[0]);
    else if (edges.length) select(edges[0]);
    else leave();
  });
  picture.on("dragEnd", ({ nodes }) => {
    for (const id of nodes) if (!stage.places.has(id)) own.set(id, picture.getPosition(id));
  });
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
