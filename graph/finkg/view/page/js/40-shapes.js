// The shapes of the kinds, once, as SVG paths around (0, 0) with radius 1: for canvas and legend.
const ring = (corners, turn, radius = 1, inner = radius) =>
  `M${Array.from({ length: corners }, (_, index) => {
    const angle = turn + (index * 2 * Math.PI) / corners;
    const reach = index % 2 ? inner : radius;
    return `${(reach * Math.cos(angle)).toFixed(3)} ${(reach * Math.sin(angle)).toFixed(3)}`;
  }).join("L")}Z`;
const UP = -Math.PI / 2;

const SHAPES = {
  circle: "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0Z",
  square:
    "M-.65-.92H.65Q.92-.92.92-.65V.65Q.92.92.65.92H-.65Q-.92.92-.92.65V-.65Q-.92-.92-.65-.92Z",
  hexagon: ring(6, 0, 1.08),
  diamond: ring(4, UP, 1.22),
  document: "M-.78-1H.3L.8-.5V1H-.78Z",
  triangle: "M0-1.15L1.18.88H-1.18Z",
  "triangle-down": "M0 1.15L1.18-.88H-1.18Z",
  pentagon: ring(5, UP, 1.12),
  shield: "M-.88-.88H.88V.05Q.88.75 0 1.1Q-.88.75-.88.05Z",
  lens: "M-.95 0Q-.55-1 0-1Q.55-1 .95 0Q.55 1 0 1Q-.55 1-.95 0Z",
  pill: "M-.6-.68H.6A.68.68 0 0 1 .6.68H-.6A.68.68 0 0 1-.6-.68Z",
  star: ring(10, UP, 1.25, 0.68),
  cross: "M-.45-1H.45V-.45H1V.45H.45V1H-.45V.45H-1V-.45H-.45Z",
  octagon: ring(8, Math.PI / 8, 1.04),
};

// How large a glyph stands in its shape, and how far below its middle.
const GLYPHS = {
  triangle: { size: 0.86, lift: 0.3 },
  "triangle-down": { size: 0.86, lift: -0.26 },
  star: { size: 0.84, lift: 0.06 },
  cross: { size: 0.9, lift: 0.04 },
  pill: { size: 0.9, lift: 0.05 },
  pentagon: { size: 0.98, lift: 0.08 },
};
const glyphIn = (shape) => GLYPHS[shape] ?? { size: 1.08, lift: 0.05 };

const PATHS = new Map(Object.entries(SHAPES).map(([name, path]) => [name, new Path2D(path)]));

// Black or white, whichever is read better on the fill (relative luminance of WCAG 2).
const inks = new Map();
function inkOn(fill) {
  if (!inks.has(fill)) {
    const [red, green, blue] = [1, 3, 5]
      .map((from) => parseInt(fill.slice(from, from + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    inks.set(fill, 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#10151c" : "#ffffff");
  }
  return inks.get(fill);
}

const svg = (name, attributes, ...children) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

// A kind's sign for legend, search and panel.
function sign(kind) {
  const path = svg("path", {
    d: SHAPES[kind.shape] ?? SHAPES.circle,
    fill: kind.fill,
    stroke: kind.outline,
    "stroke-width": 0.16,
  });
  const { size, lift } = glyphIn(kind.shape);
  const glyph = svg("text", {
    y: lift,
    fill: inkOn(kind.fill),
    "font-size": size,
    "text-anchor": "middle",
    "dominant-baseline": "central",
  });
  glyph.textContent = say(kind.glyph);
  return svg(
    "svg",
    { viewBox: "-1.35 -1.35 2.7 2.7", class: "sign", "aria-hidden": "true" },
    path,
    glyph,
  );
}

// The line of a layer for the legend, dashed as in the picture.
function lineSample(layer) {
  return svg(
    "svg",
    { viewBox: "0 0 34 10", class: `line ${layer}`, "aria-hidden": "true" },
    svg("path", { d: "M1 5H33" }),
  );
}
