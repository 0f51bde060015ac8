// How nodes and edges look: sizes, colours of the theme, the lines of the layers.
const colour = (name) =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
let theme = {};
function readTheme() {
  document.documentElement.dataset.theme = state.theme;
  const names = ["ground", "raised", "rule", "ink", "muted", "accent", "mark", ...LAYERS];
  theme = Object.fromEntries(names.map((name) => [name, colour(name)]));
}

// Labels keep their size on the screen while the picture is smaller than 1:1 and grow a little
// when it is larger; shapes also shrink in a very small picture. Factors of sizes in CSS pixels.
const GROWTH = 1.45;
const zoomed = (scale) => Math.min(GROWTH, Math.max(1, scale));
const shapeZoomed = (scale) => Math.min(GROWTH, Math.max(0.6, Math.min(1, scale * 1.6), scale));

const LARGE = new Set(["company", "parent-group"]);
const CENTRAL = 8; // statements from which a company counts as one of the main ones
const isCentral = (node) => LARGE.has(node.kind) && node.degree >= CENTRAL;
const radiusOf = (node) =>
  isCentral(node)
    ? 17
    : Math.min(14, (LARGE.has(node.kind) ? 10.5 : 9.5) + Math.sqrt(node.degree) * 0.8);
const fontOf = (node, size) =>
  `${isCentral(node) ? 700 : 500} ${(isCentral(node) ? 14 : 12) * size}px ${FACE}`;
const lineHeightOf = (node, size) => (isCentral(node) ? 17 : 15) * size;

const DASHES = {
  truth: false,
  inferred: [10, 5],
  possible: [5, 8],
  doubtful: [2, 3],
  opinions: [2, 9],
};
const WIDTHS = { truth: 1.3, inferred: 1.9, possible: 1.1, doubtful: 1.7, opinions: 1.5 };
// While nothing is asked, what was concluded stands behind what was said.
const BEHIND = { inferred: { width: 0.65, opacity: 0.7 } };

function edgeLook(edge, emphasis) {
  const faint = emphasis === "faint";
  const { width = 1, opacity = 1 } = (emphasis === "resting" && BEHIND[edge.layer]) || {};
  const factor = { strong: 1.6, quiet: 0.8, veiled: 0.8 }[emphasis] ?? width;
  return {
    id: edge.id,
    dashes: DASHES[edge.layer],
    width: WIDTHS[edge.layer] * factor,
    color: {
      color: theme[edge.layer],
      hover: theme.accent,
      highlight: theme[edge.layer],
      opacity: { faint: 0.12, veiled: 0.4 }[emphasis] ?? opacity,
    },
    arrows: { to: { enabled: !faint, scaleFactor: 0.5 } },
  };
}

// One node: its shape in its kind's colours, its glyph, and a ring when it is selected.
function drawNode(ctx, node, x, y, size, { selected, faint, pinned, more, doubted }) {
  const kind = KINDS.get(node.kind);
  const radius = radiusOf(node) * size;
  ctx.save();
  ctx.globalAlpha = faint ? 0.16 : 1;
  ctx.translate(x, y);
  ctx.scale(radius, radius);
  const path = PATHS.get(kind.shape) ?? PATHS.get("circle");
  if (selected) {
    ctx.strokeStyle = theme.mark;
    ctx.lineWidth = 0.62;
    ctx.stroke(path);
  }
  ctx.strokeStyle = theme.ground;
  ctx.lineWidth = 0.36;
  ctx.stroke(path);
  ctx.fillStyle = kind.fill;
  ctx.fill(path);
  ctx.strokeStyle = kind.outline;
  ctx.lineWidth = 0.12;
  ctx.stroke(path);
  drawGlyph(ctx, kind);
  if (doubted) drawDoubt(ctx);
  if (more && !faint) drawMore(ctx);
  if (pinned) drawPin(ctx);
  ctx.restore();
}

// A small cross at the upper right: neighbours wait outside the picture.
function drawMore(ctx) {
  ctx.beginPath();
  ctx.arc(0.92, -0.92, 0.4, 0, 2 * Math.PI);
  ctx.fillStyle = theme.ground;
  ctx.fill();
  ctx.strokeStyle = theme.muted;
  ctx.lineWidth = 0.1;
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(0.72, -0.92);
  ctx.lineTo(1.12, -0.92);
  ctx.moveTo(0.92, -1.12);
  ctx.lineTo(0.92, -0.72);
  ctx.stroke();
}

// A dashed ring: the day by which the node stands there is doubted.
function drawDoubt(ctx) {
  ctx.save();
  ctx.beginPath();
  ctx.arc(0, 0, 1.5, 0, 2 * Math.PI);
  ctx.strokeStyle = theme.doubtful;
  ctx.lineWidth = 0.2;
  ctx.setLineDash([0.3, 0.24]);
  ctx.stroke();
  ctx.restore();
}

// A dot at the upper left: somebody put the node where it stands.
function drawPin(ctx) {
  ctx.beginPath();
  ctx.arc(-0.92, -0.92, 0.26, 0, 2 * Math.PI);
  ctx.fillStyle = theme.accent;
  ctx.fill();
}

function drawGlyph(ctx, kind) {
  ctx.fillStyle = inkOn(kind.fill);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const { size, lift } = glyphIn(kind.shape);
  ctx.font = `600 ${size}px ${FACE}`;
  ctx.fillText(say(kind.glyph), 0, lift);
}
