// Labels as on a map: always of legible size, never one over another; the weightier comes first.
// Boxes are in CSS pixels of the picture: left, top, width, height.
const overlap = (a, b) =>
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;

// The shape that belongs to a label is no obstacle to it.
class Room {
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.shapes = [];
    this.labels = [];
  }

  inside(box) {
    return (
      box.left >= 0 &&
      box.top >= 0 &&
      box.left + box.width <= this.width &&
      box.top + box.height <= this.height
    );
  }

  // The first of the boxes inside the frame that covers neither a label nor a shape, taken; else null.
  // What has to be read may cover a shape.
  first(boxes, owner = null, urgent = false) {
    const offLabels = boxes.filter((box) => !this.labels.some((other) => overlap(box, other)));
    const free = offLabels.filter(
      (box) => !this.shapes.some((other) => other.owner !== owner && overlap(box, other)),
    );
    const found = free.find((box) => this.inside(box)) ?? (urgent ? offLabels[0] : null);
    if (found) this.labels.push(found);
    return found ?? null;
  }
}

const boxAround = (x, y, width, height) => ({
  left: x - width / 2,
  top: y - height / 2,
  width,
  height,
  x,
  y,
});

// Where a label may stand beside a shape of this reach: below, above, right, left.
const SIDES = {
  below: (at, reach, w, h) => boxAround(at.x, at.y + reach + h / 2 + 2, w, h),
  above: (at, reach, w, h) => boxAround(at.x, at.y - reach - h / 2 - 2, w, h),
  right: (at, reach, w, h) => boxAround(at.x + reach + w / 2 + 5, at.y, w, h),
  left: (at, reach, w, h) => boxAround(at.x - reach - w / 2 - 5, at.y, w, h),
};

function sideBoxes(at, reach, width, height, preferred) {
  const sides = [preferred, ...Object.keys(SIDES)].filter(Boolean);
  return [...new Set(sides)].map((side) => SIDES[side](at, reach, width, height));
}
