// Where a name may stand beside its node.

// How far the shapes reach from their middle, in radii: to the left and right, up, down.
const REACHES = {
  circle: [1, 1, 1],
  square: [0.92, 0.92, 0.92],
  hexagon: [1.08, 0.94, 0.94],
  diamond: [1.22, 1.22, 1.22],
  document: [0.8, 1, 1],
  triangle: [1.18, 1.15, 0.88],
  "triangle-down": [1.18, 0.88, 1.15],
  pentagon: [1.07, 1.12, 0.91],
  shield: [0.88, 0.88, 1.1],
  lens: [0.95, 1, 1],
  pill: [1.28, 0.68, 0.68],
  star: [1.19, 1.25, 1.02],
  cross: [1, 1, 1],
  octagon: [0.97, 0.97, 0.97],
};
const OUTLINE = 0.06;

function shapeBox(node, { x, y }, size) {
  const radius = radiusOf(node) * size;
  const [aside, up, down] = REACHES[KINDS.get(node.kind).shape] ?? REACHES.circle;
  return {
    left: x - (aside + OUTLINE) * radius,
    top: y - (up + OUTLINE) * radius,
    width: 2 * (aside + OUTLINE) * radius,
    height: (up + down + 2 * OUTLINE) * radius,
    owner: node.id,
  };
}

// The sides of a shape on which a name may stand, and how far along them it is shifted: -1 ends in line
// with the shape, 0 has its middle, 1 begins with it. Readers look below first.
const SIDES = Object.entries({
  below: { 0: 0, 1: 3, "-1": 3.5, 0.5: 4, "-0.5": 4.5 },
  right: { 0: 3, 0.5: 4.5, "-0.5": 5, 1: 7, "-1": 7.5 },
  left: { 0: 4, 0.5: 5.5, "-0.5": 6, 1: 8, "-1": 8.5 },
  above: { 0: 5, 1: 7, "-1": 7.5, 0.5: 8, "-0.5": 8.5 },
}).flatMap(([side, costs]) =>
  Object.entries(costs).map(([shift, cost]) => ({ side, shift: Number(shift), cost })),
);
const GAP = { below: 2, above: 2, right: 4, left: 4 }; // CSS pixels

function boxBeside(shape, { side, shift }, width, height) {
  const along = (start, room, length) => start + ((room - length) * (1 - shift)) / 2;
  const left = {
    right: shape.left + shape.width + GAP.right,
    left: shape.left - GAP.left - width,
  };
  const top = {
    below: shape.top + shape.height + GAP.below,
    above: shape.top - GAP.above - height,
  };
  return {
    left: left[side] ?? along(shape.left, shape.width, width),
    top: top[side] ?? along(shape.top, shape.height, height),
    width,
    height,
    align: alignedTo(side, shift),
  };
}

const alignedTo = (side, shift) =>
  side === "right" || (side !== "left" && shift > 0)
    ? "left"
    : side === "left" || shift < 0
      ? "right"
      : "center";
