// Marks as an SVG file (SVG 1.1), and on a real canvas.
const SVG_START = '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"';

function svgText(marks, { width, height, title, lang }) {
  return [
    `${SVG_START} width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" lang="${lang}">`,
    `<title>${xmlText(title)}</title>`,
    ...marks.map(svgMark),
    "</svg>\n",
  ].join("\n");
}

const svgAttributes = (told) =>
  Object.entries(told)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join("");

function svgMark(mark) {
  if (mark.clip)
    return `<svg${svgAttributes(mark.clip)}>${mark.marks.map(svgMark).join("\n")}</svg>`;
  const look = { ...svgPaint("fill", mark), ...svgPaint("stroke", mark), opacity: opacityOf(mark) };
  return mark.path ? svgPath(mark, look) : svgWords(mark, look);
}

// Not all programs know rgba(), and none draws a line of no colour.
function svgPaint(name, mark) {
  const value = mark[name];
  if (!value) return { [name]: name === "fill" || !mark.path ? "none" : null };
  const [found, red, green, blue, alpha = "1"] =
    /^rgba?\((\d+), ?(\d+), ?(\d+)(?:, ?([\d.]+))?\)$/.exec(value) ?? [];
  if (!found) return { [name]: value };
  const hex = [red, green, blue].map((part) => Number(part).toString(16).padStart(2, "0"));
  return { [name]: `#${hex.join("")}`, [`${name}-opacity`]: alpha === "1" ? null : alpha };
}
const opacityOf = ({ opacity }) => (opacity < 1 ? opacity : null);

function svgPath({ path, matrix, stroke, width, dash, join, cap }, look) {
  const line = stroke && {
    "stroke-width": coordinates(width),
    "stroke-dasharray": dash.length ? dash.join(" ") : null,
    "stroke-linejoin": join === "miter" ? null : join,
    "stroke-linecap": cap === "butt" ? null : cap,
  };
  const moved = matrix.join(" ") === "1 0 0 1 0 0" ? null : `matrix(${matrix.map(fine).join(" ")})`;
  return `<path${svgAttributes({ d: path, transform: moved, ...look, ...line })}/>`;
}
const fine = (number) => Number(number.toFixed(4));

// The middle of a line of text is about a third of its size above its foot.
const FOOT = 0.35;
function svgWords(mark, look) {
  const { text, x, y, size, weight, face, anchor, middle, stroke, width } = mark;
  const rim = stroke && {
    "stroke-width": coordinates(width),
    "stroke-linejoin": "round",
    "paint-order": "stroke",
  };
  const told = {
    x: coordinates(x),
    y: coordinates(middle ? y + size * FOOT : y),
    "font-family": face,
    "font-size": coordinates(size),
    "font-weight": weight,
    "text-anchor": anchor === "start" ? null : anchor,
  };
  return `<text${svgAttributes({ ...told, ...look, ...rim })}>${xmlText(text)}</text>`;
}

function paintMarks(ctx, marks) {
  for (const mark of marks) {
    ctx.save();
    if (mark.clip) paintWithin(ctx, mark);
    else if (mark.path) paintPath(ctx, mark);
    else paintWords(ctx, mark);
    ctx.restore();
  }
}

function paintWithin(ctx, { clip: { x, y, width, height }, marks }) {
  ctx.beginPath();
  ctx.rect(x, y, width, height);
  ctx.clip();
  ctx.translate(x, y);
  paintMarks(ctx, marks);
}

function paintPath(ctx, { path, matrix, fill, stroke, width, dash, join, cap, opacity }) {
  const drawn = new Path2D(path);
  ctx.transform(...matrix);
  ctx.globalAlpha = opacity;
  if (fill) {
    ctx.fillStyle = fill;
    ctx.fill(drawn);
  }
  if (!stroke) return;
  Object.assign(ctx, { strokeStyle: stroke, lineWidth: width, lineJoin: join, lineCap: cap });
  ctx.setLineDash(dash);
  ctx.stroke(drawn);
}

function paintWords(ctx, mark) {
  const { text, x, y, size, weight, face, anchor, middle, fill, stroke, width, opacity } = mark;
  ctx.font = `${weight} ${size}px ${face}`;
  ctx.textAlign = anchor === "middle" ? "center" : anchor;
  ctx.globalAlpha = opacity;
  const foot = middle ? y + size * FOOT : y;
  if (stroke) {
    Object.assign(ctx, { strokeStyle: stroke, lineWidth: width, lineJoin: "round" });
    ctx.strokeText(text, x, foot);
  }
  if (!fill) return;
  ctx.fillStyle = fill;
  ctx.fillText(text, x, foot);
}
