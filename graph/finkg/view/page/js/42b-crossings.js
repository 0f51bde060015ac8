// How much of the lines of the picture runs under a box. The lines are painted on a raster and the
// raster is summed up from its corner, so that a box costs four look-ups (a summed-area table).
const FINEST = 5; // CSS pixels of a cell
const MOST_CELLS = 200; // on a side

class Crossings {
  // Curves are quadratic: { x0, y0, x1, y1, x2, y2 }, the middle point being the one that pulls.
  constructor(curves, { left, top, width, height }) {
    this.cell = Math.max(FINEST, width / MOST_CELLS, height / MOST_CELLS);
    this.left = left;
    this.top = top;
    this.columns = Math.ceil(width / this.cell) + 1;
    this.rows = Math.ceil(height / this.cell) + 1;
    this.sums = new Uint32Array((this.columns + 1) * (this.rows + 1));
    for (const curve of curves) this.paint(curve);
    this.sum();
  }

  paint({ x0, y0, x1, y1, x2, y2 }) {
    const steps = Math.ceil(
      (Math.hypot(x1 - x0, y1 - y0) + Math.hypot(x2 - x1, y2 - y1)) / this.cell,
    );
    let before = -1;
    for (let step = 0; step <= steps; step += 1) {
      const t = step / steps;
      const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
      const column = Math.floor((a * x0 + b * x1 + c * x2 - this.left) / this.cell);
      const row = Math.floor((a * y0 + b * y1 + c * y2 - this.top) / this.cell);
      const inside = column >= 0 && row >= 0 && column < this.columns && row < this.rows;
      const at = (row + 1) * (this.columns + 1) + column + 1;
      if (inside && at !== before) this.sums[at] += 1;
      before = at;
    }
  }

  sum() {
    const wide = this.columns + 1;
    for (let at = wide; at < this.sums.length; at += 1)
      if (at % wide) this.sums[at] += this.sums[at - 1];
    for (let at = 2 * wide; at < this.sums.length; at += 1) this.sums[at] += this.sums[at - wide];
  }

  // CSS pixels of line under a box; cells count whose middle is in it.
  under({ left, top, width, height }) {
    const clamp = (position, most) => Math.min(most, Math.max(0, Math.round(position / this.cell)));
    const from = clamp(left - this.left, this.columns);
    const to = clamp(left + width - this.left, this.columns);
    const above = clamp(top - this.top, this.rows) * (this.columns + 1);
    const below = clamp(top + height - this.top, this.rows) * (this.columns + 1);
    const { sums } = this;
    return (
      (sums[below + to] - sums[below + from] - sums[above + to] + sums[above + from]) * this.cell
    );
  }
}
