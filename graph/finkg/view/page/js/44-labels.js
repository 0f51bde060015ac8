// The labels of the picture, as on a map: always of legible size, never one over another. They are laid
// out anew when anything but the frame's place on the picture has changed, and only moved otherwise, so
// that nothing flickers. Boxes of a layout are in CSS pixels from the middle of the picture's units.
const SIZES = 24; // of letters, from one size to its double: each is set up once
let layout = null;
let labels = []; // of the last drawing: those in the frame, in CSS pixels from its corner

function writeLabels(ctx, picture) {
  watchDragging(picture);
  const basis = basisOf(picture);
  const { x, y } = picture.canvasToDOM({ x: 0, y: 0 });
  const moved = layout && (layout.x !== x || layout.y !== y) && dragged !== "now";
  const same = layout && isSame(basis, layout.basis, Object.keys(basis));
  if (isEased() && layout && isSame(basis, layout.basis, UNMOVED)) {
    if (moved || !same) layout = layOutRoughly(basis, picture, layout.fine ?? layout);
  } else if (moved || dragged === "just" || !same || layout.fine)
    layout = layOut(basis, picture, layout && !moved && isSame(basis, layout.basis, STEADY));
  if (dragged === "just") dragged = "not";
  Object.assign(layout, { x, y });
  const frame = { left: -x, top: -y, width: basis.width, height: basis.height };
  const shown = withPointed(layout).filter((box) => overlap(box, frame));
  labels = shown.map((box) => written(box, { x, y }, layout.size));
  write(ctx, picture.canvas.pixelRatio, labels);
}

// A picture that is dragged takes its labels along, and when it is dropped they stay on their sides; one
// that jumps elsewhere is laid out for its frame.
let dragged = null; // "now", "just" or "not"
function watchDragging(picture) {
  if (dragged) return;
  dragged = "not";
  picture.on("dragStart", () => (dragged = "now"));
  picture.on("dragEnd", () => {
    dragged = "just";
    picture.redraw();
  });
}

// What a layout depends on.
function basisOf(picture) {
  const frame = find("network");
  const { nodes } = picture.body;
  const { lang, view, selected, layout: laidAs } = state;
  const places = drawnNodes().flatMap(({ id }) => [nodes[visId(id)].x, nodes[visId(id)].y]);
  const [width, height] = [frame.clientWidth, frame.clientHeight];
  return {
    drawn,
    standing,
    lang,
    view,
    laidAs,
    selected,
    width,
    height,
    scale: picture.getScale(),
    places,
  };
}

const isSame = (a, b, keys) =>
  keys.every((key) =>
    key === "places" ? a[key].every((value, at) => value === b[key][at]) : a[key] === b[key],
  );

// As long as these are the same, names keep their places, whatever comes, goes or stands out.
const STEADY = ["lang", "view", "laidAs", "width", "height", "scale"];

// The nodes first, the weightier before the others, then the lines between them.
function layOut(basis, picture, steady) {
  const plan = { ...emptyPlan(basis, picture, drawnEdges()), steady };
  const shapes = [...plan.shapeOf.values()];
  plan.crossings = new Crossings(linesOver(plan.curves), boundsOf(shapes));
  placeNames(namesToWrite(shapes), plan);
  placeOnLines(plan);
  return plan;
}

// While a picture of very many lines is moved: the names of the last layout on their sides, those
// that meet no others. It is laid out anew once it rests.
const UNMOVED = ["drawn", "standing", "lang", "view", "laidAs", "selected", "places"];
const NO_LINES = { under: () => 0 };
function layOutRoughly(basis, picture, fine) {
  const placed = [...fine.placed.values()];
  const edges = placed.filter(({ name }) => name.edge).map(({ name }) => name.edge);
  const plan = { ...emptyPlan(basis, picture, edges), crossings: NO_LINES, fine };
  for (const { name, option } of placed)
    if (name.edge) placeBeside(lineName(name.edge, plan), plan);
    else putIfFree(boxOf(nameOf(plan.shapeOf.get(name.id)), option, plan), plan);
  return plan;
}

function emptyPlan(basis, picture, edges) {
  const { scale } = basis;
  const { x, y } = picture.canvasToDOM({ x: 0, y: 0 });
  const shapes = drawnNodes().map((node) => shapeOf(node, picture, scale));
  const plan = {
    basis,
    frame: besideHeads({ left: -x, top: -y, width: basis.width, height: basis.height }),
    curves: new Map(edges.map((edge) => [edge.id, curveOf(edge, picture, scale)])),
    size: Math.round(zoomed(scale) * SIZES) / SIZES,
    shapeOf: new Map(shapes.map((shape) => [shape.owner, shape])),
    shapes: new Room(),
    taken: new Room(),
    placed: new Map(),
    done: [],
  };
  for (const shape of [...shapes, ...namesOfBoxes(scale)]) plan.shapes.take(shape);
  return plan;
}

// Faint lines strike nothing through.
const linesOver = (curves) =>
  [...curves].filter(([id]) => !standing || standing.edges.has(id)).map(([, curve]) => curve);

function shapeOf(node, picture, scale) {
  const { x, y } = picture.body.nodes[visId(node.id)];
  const box = shapeBox(node, { x: x * scale, y: y * scale }, shapeZoomed(scale));
  return { ...box, node };
}

// A line of vis-network's as a quadratic curve; of a loop the far side, which is no curve of two ends.
function curveOf(edge, picture, scale) {
  const { from, to, edgeType: line } = picture.body.edges[visId(edge.id)];
  const pull = from === to ? line.getPoint(0.5) : (line.getViaNode?.() ?? line.getPoint(0.5));
  return {
    x0: from.x * scale,
    y0: from.y * scale,
    x1: pull.x * scale,
    y1: pull.y * scale,
    x2: to.x * scale,
    y2: to.y * scale,
  };
}
