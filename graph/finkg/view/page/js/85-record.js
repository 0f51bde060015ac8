// A canvas that keeps what is drawn on it as plain marks, so that one drawing gives the picture of the
// screen, the PNG and the SVG:
//
//   { path, matrix, fill, stroke, width, dash, opacity, join, cap }   path as in SVG, in its own units
//   { text, x, y, size, weight, face, anchor, middle, fill, stroke, width, opacity }   in CSS pixels
//   { clip: { x, y, width, height }, marks }                      what is seen of marks
const PATH_OF = new Map([...PATHS].map(([name, path]) => [path, SHAPES[name]]));
const PEN = {
  fillStyle: "#000000",
  strokeStyle: "#000000",
  lineWidth: 1,
  lineJoin: "miter",
  lineCap: "butt",
  globalAlpha: 1,
  font: "10px sans-serif",
  textAlign: "start",
  textBaseline: "alphabetic",
  dash: [],
};

class Record {
  // What sets the transform anew counts in pixels of the device, of which a CSS pixel has some.
  constructor(ratio = 1) {
    this.marks = [];
    this.kept = [];
    this.path = "";
    this.ratio = ratio;
    this.base = new DOMMatrix();
    this.matrix = this.base;
    Object.assign(this, PEN);
  }

  save() {
    const pen = Object.fromEntries(Object.keys(PEN).map((name) => [name, this[name]]));
    this.kept.push({ ...pen, matrix: this.matrix });
  }

  restore() {
    Object.assign(this, this.kept.pop());
  }

  translate(x, y) {
    this.matrix = this.matrix.translate(x, y);
  }

  scale(x, y) {
    this.matrix = this.matrix.scale(x, y);
  }

  rotate(angle) {
    this.matrix = this.matrix.rotate((angle * 180) / Math.PI);
  }

  setTransform(...values) {
    this.matrix = this.base.scale(1 / this.ratio).multiply(new DOMMatrix(values));
  }

  setLineDash(dash) {
    this.dash = [...dash];
  }

  getLineDash() {
    return [...this.dash];
  }

  measureText(text) {
    MEASURE.font = this.font;
    return MEASURE.measureText(text);
  }

  // All that is drawn in `draw` is seen within a box only, and begins at its corner.
  within(box, draw) {
    const { marks, base, matrix } = this;
    this.marks = [];
    this.base = new DOMMatrix();
    this.matrix = this.base;
    draw();
    marks.push({ clip: box, marks: this.marks });
    Object.assign(this, { marks, base, matrix });
  }

  stroke(path = null) {
    const { strokeStyle: stroke, lineWidth: width, lineJoin: join, lineCap: cap, dash } = this;
    this.keepPath(path, { stroke, width, join, cap, dash });
  }

  fill(path = null) {
    this.keepPath(path instanceof Path2D ? path : null, { fill: this.fillStyle });
  }

  keepPath(path, look) {
    const drawn = path ? PATH_OF.get(path) : this.path;
    const { a, b, c, d, e, f } = this.matrix;
    if (drawn)
      this.marks.push({
        path: drawn,
        matrix: [a, b, c, d, e, f],
        opacity: this.globalAlpha,
        ...look,
      });
  }

  strokeText(text, x, y) {
    this.keepText(text, x, y, { stroke: this.strokeStyle, width: this.lineWidth });
  }

  // The rim of a text and the text are one mark.
  fillText(text, x, y) {
    const last = this.marks.at(-1);
    const made = this.keepText(text, x, y, { fill: this.fillStyle });
    if (last?.stroke && !last.fill && ["text", "x", "y"].every((key) => last[key] === made[key]))
      this.marks.splice(-2, 2, { ...last, fill: made.fill });
  }

  keepText(text, x, y, look) {
    const { weight, size, face } = fontParts(this.font);
    const at = this.matrix.transformPoint({ x, y });
    const mark = {
      text,
      x: at.x,
      y: at.y,
      size: size * this.matrix.a,
      weight,
      face,
      anchor: { center: "middle", right: "end", end: "end" }[this.textAlign] ?? "start",
      middle: this.textBaseline === "middle",
      opacity: this.globalAlpha,
      ...look,
    };
    this.marks.push(mark);
    return mark;
  }
}

const fontParts = (font) => {
  const [, weight = "400", size, face] = /(?:(\d+|bold) )?([\d.]+)px (.*)$/u.exec(font);
  return { weight: weight === "bold" ? "700" : weight, size: Number(size), face };
};
