// Writing the labels over the finished picture, in CSS pixels of the picture.
let labels = []; // of the last drawing: { id, lines, left, top, width, height, size }

function writeLabels(ctx, picture) {
  const frame = find("network");
  const room = new Room(frame.clientWidth, frame.clientHeight);
  const size = zoomed(picture.getScale());
  const shape = shapeZoomed(picture.getScale());
  const nodes = nodesToLabel(picture);
  for (const { node, at } of nodes) {
    const reach = radiusOf(node) * shape;
    room.shapes.push({ ...boxAround(at.x, at.y, reach * 2, reach * 2), owner: node.id });
  }
  labels = [];
  ctx.save();
  const ratio = picture.canvas.pixelRatio;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  for (const { node, at } of nodes) writeNodeLabel(ctx, room, node, at, size, shape);
  for (const edge of edgesToLabel(picture)) writeEdgeLabel(ctx, room, picture, edge, size);
  ctx.restore();
}

// The selected and the hovered first, then by weight.
function nodesToLabel(picture) {
  const urgent = (node) =>
    Number(node.id === state.selected) * 2 + Number(node.id === hovered.node);
  return drawnNodes()
    .filter((node) => !standing || standing.nodes.has(node.id) || node.id === hovered.node)
    .sort((a, b) => urgent(b) - urgent(a) || isCentral(b) - isCentral(a) || byWeight(a, b))
    .map((node) => ({ node, at: picture.canvasToDOM(picture.getPosition(node.id)) }));
}

function writeNodeLabel(ctx, room, node, at, size, shape) {
  const font = fontOf(node, size);
  const { lines, width } = wrap(labelOf(node.id), font);
  const step = lineHeightOf(node, size);
  const boxes = sideBoxes(
    at,
    radiusOf(node) * shape,
    width + 4,
    lines.length * step,
    stage.sides.get(node.id),
  );
  const pointed = node.id === state.selected || node.id === hovered.node;
  const box = room.first(boxes, node.id, pointed || isCentral(node)) ?? (pointed ? boxes[0] : null);
  if (box) write(ctx, node.id, lines, box, { font, step, ink: theme.ink });
}

// Names of relations: of what stands out; of all when there is room between the nodes.
function edgesToLabel(picture) {
  const roomy = state.view === "why" || (state.view === "home" && picture.getScale() > 1.05);
  return drawnEdges().filter(
    (edge) => edge.id === hovered.edge || (standing ? standing.edges.has(edge.id) : roomy),
  );
}

const PLACES_ON_EDGE = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];
const BESIDE = 14; // CSS pixels between a short line and a label that finds no room on it
function writeEdgeLabel(ctx, room, picture, edge, size) {
  const font = `400 ${11.5 * size}px ${FACE}`;
  const text = lineLabel(edge);
  const { lines, width } = wrap(text, font);
  const step = 14 * size;
  const line = picture.body.edges[edge.id].edgeType;
  const boxesAside = (aside) =>
    PLACES_ON_EDGE.map((part) => {
      const { x, y } = picture.canvasToDOM(line.getPoint(part));
      return boxAround(x + aside, y, width + 8, lines.length * step);
    });
  const pointed = edge.id === hovered.edge || edge.id === state.selected;
  const reach = width / 2 + BESIDE;
  const boxes = [0, ...(pointed ? [reach, -reach] : [])].flatMap(boxesAside);
  const box = room.first(boxes) ?? (pointed ? boxes[0] : null);
  const ink = ["inferred", "doubtful"].includes(edge.layer) ? theme[edge.layer] : theme.muted;
  if (box) write(ctx, edge.id, lines, box, { font, step, ink });
}

// A rim of the ground's colour keeps the text legible where lines pass behind it.
function write(ctx, id, lines, box, { font, step, ink }) {
  ctx.font = font;
  ctx.strokeStyle = theme.ground;
  ctx.lineWidth = 4;
  ctx.fillStyle = ink;
  lines.forEach((line, index) => {
    const y = box.y + (index - (lines.length - 1) / 2) * step;
    ctx.strokeText(line, box.x, y);
    ctx.fillText(line, box.x, y);
  });
  const { left, top, width, height } = box;
  labels.push({ id, lines, left, top, width, height, size: parseFloat(font.split(" ")[1]) });
}
