// What one points at is always named, and what it would cover gives way as long as one points at it.
function withPointed(plan) {
  const pointed = [state.selected, hovered.edge, hovered.node].filter(Boolean);
  return pointed.reduce((boxes, id) => withName(boxes, id, plan), [...plan.placed.values()]);
}

function withName(boxes, id, plan) {
  if (boxes.some(({ name }) => name.id === id)) return boxes;
  const places = placesFor(id, plan);
  if (!places.length) return boxes;
  const covered = (place) => boxes.filter((box) => overlap(place, box, APART.labels));
  const cost = (place) =>
    covered(place).length * 3 + plan.shapes.all(place, 0, id).length * 4 + (place.cost ?? 0) / 20;
  const costs = places.map(cost);
  const best = places[costs.indexOf(Math.min(...costs))];
  const hidden = new Set(covered(best));
  return [...boxes.filter((box) => !hidden.has(box)), best];
}

function placesFor(id, plan) {
  const edge = plan.curves.has(id) && EDGES.get(id);
  if (edge) return [...placesBeside(lineName(edge, plan), plan)];
  const node = drawnNodes().find((one) => one.id === id);
  if (!node) return [];
  const name = nameOf(plan.shapeOf.get(id));
  return name.options.map((option) => boxOf(name, option, plan));
}

// A rim of the ground's colour keeps the text legible where lines pass behind it.
const RIM = 4;
function write(ctx, ratio, boxes) {
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = RIM;
  ctx.strokeStyle = theme.ground;
  for (const box of boxes) writeBox(ctx, box);
  ctx.restore();
}

function writeBox(ctx, { lines, left, top, width, height, align, font, ink }) {
  ctx.font = font;
  ctx.fillStyle = ink;
  ctx.textAlign = align;
  const x = { left: left + PADDING, center: left + width / 2, right: left + width - PADDING }[
    align
  ];
  const step = height / lines.length;
  lines.forEach((line, index) => {
    const y = top + (index + 0.5) * step;
    ctx.strokeText(line, x, y);
    ctx.fillText(line, x, y);
  });
}

// The boxes as they stand in the frame; size is that of the font.
function written({ name, lines, left, top, width, height, align }, { x, y }, size) {
  const [weight, base] = [name.font.split(" ")[0], parseFloat(name.font.split(" ")[1])];
  return {
    id: name.id,
    kind: name.kind,
    lines,
    left: left + x,
    top: top + y,
    width,
    height,
    align,
    size: base * size,
    font: `${weight} ${base * size}px ${FACE}`,
    ink: inkOf(name),
  };
}

function inkOf({ edge }) {
  if (!edge) return theme.ink;
  return ["inferred", "doubtful"].includes(edge.layer) ? theme[edge.layer] : theme.muted;
}

const labelBoxes = () =>
  labels.map(({ id, kind, lines, left, top, width, height, size }) => ({
    ...{ id, kind, lines, left, top, width, height, size },
  }));
const shapeBoxes = () => {
  const { x, y } = picture.canvasToDOM({ x: 0, y: 0 });
  return [...layout.shapeOf].map(([id, { left, top, width, height }]) => ({
    ...{ id, left: left + x, top: top + y, width, height },
  }));
};
