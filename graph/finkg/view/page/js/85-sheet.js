// The sheet: the picture as it is seen, above it the title, below it a legend of what is in it, the
// date, how much of the graph it shows and how many sources it rests on.
const SHEET = { edge: 16, title: 18, small: 12, line: 18, row: 24, gap: 20, sign: 8 };

// { marks, width, height }; the picture is on the page, and has a size.
function sheetOf(view) {
  const frame = find("network");
  const [wide, high] = [frame.clientWidth, frame.clientHeight];
  const pen = new Record(picture.canvas.pixelRatio);
  const inner = wide - 2 * SHEET.edge;
  const title = titleLines().flatMap((line) =>
    lineBreaks(line, `600 ${SHEET.title}px ${FACE}`, inner),
  );
  const foot = lineBreaks(footLine(view), `400 ${SHEET.small}px ${FACE}`, inner);
  const top = SHEET.edge + title.length * SHEET.title * 1.3 + 6;
  const rows = legendRows(view, inner);
  const below = top + high + SHEET.edge;
  const text = rows.length * SHEET.row + foot.length * SHEET.line;
  const height = Math.ceil(below + text + SHEET.edge);
  pen.fillStyle = theme.ground;
  pen.fillRect(0, 0, wide, height);
  pen.textBaseline = "middle";
  writeLines(pen, title, SHEET.edge + SHEET.title / 2, SHEET.title, theme.ink);
  pen.within({ x: 0, y: top, width: wide, height: high }, () =>
    isOverview() ? drawGroups(pen) : drawAgain(pen),
  );
  rows.forEach((row, index) => drawLegendRow(pen, row, below + (index + 0.5) * SHEET.row));
  const start = below + rows.length * SHEET.row + SHEET.line / 2;
  writeLines(pen, foot, start, SHEET.small, theme.muted);
  return { marks: pen.marks, width: wide, height };
}

// Of the statements a picture shows those that join two nodes.
function footLine(view) {
  if (isOverview())
    return [...scopeLines(), overviewSentence(), word("overviewSizes"), "finkg"].join(" · ");
  const outside = view.nodes.filter((node) => !isInFrame(node)).length;
  const lines = view.statements.filter(({ value }) => isNode(value)).length;
  return [
    ...scopeLines(),
    word("export.pictured", shares(view.nodes.length, lines)),
    outside ? word("export.outside", { count: outside }) : "",
    word("export.sources", { count: view.sources.size }),
    "finkg",
  ]
    .filter(Boolean)
    .join(" · ");
}

function isInFrame({ id }) {
  const { x, y } = picture.canvasToDOM(placeOf(id));
  return x >= 0 && y >= 0 && x <= find("network").clientWidth && y <= find("network").clientHeight;
}

// As vis-network draws the picture, on another canvas.
function drawAgain(pen) {
  comeToRest();
  const { renderer, body } = picture;
  const { x, y } = picture.canvasToDOM({ x: 0, y: 0 });
  pen.save();
  pen.translate(x, y);
  pen.scale(picture.getScale(), picture.getScale());
  body.emitter.emit("beforeDrawing", pen);
  renderer._drawEdges(pen);
  renderer._drawNodes(pen, false);
  renderer._drawArrows(pen);
  body.emitter.emit("afterDrawing", pen);
  pen.restore();
}

function lineBreaks(text, font, width) {
  MEASURE.font = font;
  const lines = [""];
  for (const token of tokens(text.trim()))
    if (lines.at(-1) && MEASURE.measureText(lines.at(-1) + token).width > width)
      lines.push(token.trimStart());
    else lines[lines.length - 1] += token;
  return lines;
}

function writeLines(pen, lines, y, size, ink) {
  pen.font = `${size === SHEET.title ? 600 : 400} ${size}px ${FACE}`;
  pen.fillStyle = ink;
  const step = size === SHEET.title ? SHEET.title * 1.3 : SHEET.line;
  lines.forEach((line, index) => pen.fillText(line, SHEET.edge, y + index * step));
}
