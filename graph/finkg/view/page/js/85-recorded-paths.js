// The paths that are drawn on such a canvas step by step, written as in SVG (SVG 1.1, 8.3).
const coordinates = (...numbers) => numbers.map((number) => Number(number.toFixed(2))).join(" ");

Object.assign(Record.prototype, {
  beginPath() {
    this.path = "";
  },
  moveTo(...to) {
    this.path += `M${coordinates(...to)}`;
  },
  lineTo(...to) {
    this.path += `${this.path ? "L" : "M"}${coordinates(...to)}`;
  },
  quadraticCurveTo(...points) {
    this.path += `Q${coordinates(...points)}`;
  },
  bezierCurveTo(...points) {
    this.path += `C${coordinates(...points)}`;
  },
  closePath() {
    if (this.path) this.path += "Z";
  },
  rect(x, y, width, height) {
    this.path += `M${coordinates(x, y)}h${coordinates(width)}v${coordinates(height)}h${coordinates(-width)}Z`;
  },
  // A full turn ends where it begins, which an arc of SVG can not say: so it is two.
  arc(x, y, radius, from, to, counter = false) {
    const full = Math.abs(to - from) >= 2 * Math.PI;
    const turn =
      (((counter ? from - to : to - from) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
    const swept = full ? 2 * Math.PI : turn;
    const at = (part) => {
      const angle = from + (counter ? -1 : 1) * swept * part;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    };
    const half = (part) =>
      `A${coordinates(radius, radius)} 0 0 ${counter ? 0 : 1} ${coordinates(...at(part))}`;
    this.lineTo(...at(0));
    this.path += half(0.5) + half(1);
  },
  fillRect(...box) {
    this.boxed(box, () => this.fill());
  },
  strokeRect(...box) {
    this.boxed(box, () => this.stroke());
  },
  boxed(box, draw) {
    const { path } = this;
    this.path = "";
    this.rect(...box);
    draw();
    this.path = path;
  },
});
