// Boxes, in CSS pixels: left, top, width, height. What takes up room is kept by the squares of a grid
// that it touches, so that a box is compared with its neighbours only.
const boxAround = (x, y, width, height) => ({
  left: x - width / 2,
  top: y - height / 2,
  width,
  height,
  x,
  y,
});

const overlap = (a, b, gap = 0) =>
  a.left < b.left + b.width + gap &&
  b.left < a.left + a.width + gap &&
  a.top < b.top + b.height + gap &&
  b.top < a.top + a.height + gap;

const SQUARE = 64;
class Room {
  squares = new Map();

  // Whether a visit to one of the squares that a box touches says so; then the rest is left out.
  visit({ left, top, width, height }, gap, visitor) {
    const at = (position) => Math.floor(position / SQUARE);
    const [firstRow, lastRow] = [at(top - gap), at(top + height + gap)];
    const [firstColumn, lastColumn] = [at(left - gap), at(left + width + gap)];
    for (let row = firstRow; row <= lastRow; row += 1)
      for (let column = firstColumn; column <= lastColumn; column += 1)
        if (visitor(row * 0x10000 + column)) return true;
    return false;
  }

  take(box) {
    this.visit(box, 0, (key) => {
      const there = this.squares.get(key);
      if (there) there.push(box);
      else this.squares.set(key, [box]);
    });
  }

  leave(box) {
    this.visit(box, 0, (key) => {
      const there = this.squares.get(key);
      there.splice(there.indexOf(box), 1);
    });
  }

  // Whether something that is not the owner's takes up room within a gap around the box.
  holds(box, gap, owner = null) {
    return Boolean(this.first(box, gap, owner));
  }

  first(box, gap, owner = null) {
    let found = null;
    this.visit(box, gap, (key) => {
      for (const other of this.squares.get(key) ?? [])
        if (other.owner !== owner && overlap(box, other, gap)) return Boolean((found = other));
      return false;
    });
    return found;
  }

  all(box, gap, owner = null) {
    const found = new Set();
    this.visit(box, gap, (key) => {
      for (const other of this.squares.get(key) ?? [])
        if (other.owner !== owner && overlap(box, other, gap)) found.add(other);
    });
    return [...found];
  }
}

// All of the boxes, and the names at the border.
const BORDER = 120;
function boundsOf(boxes) {
  if (!boxes.length) return { left: 0, top: 0, width: 0, height: 0 };
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.left);
    right = Math.max(right, box.left + box.width);
    top = Math.min(top, box.top);
    bottom = Math.max(bottom, box.top + box.height);
  }
  const [width, height] = [right - left + 2 * BORDER, bottom - top + 2 * BORDER];
  return { left: left - BORDER, top: top - BORDER, width, height };
}
