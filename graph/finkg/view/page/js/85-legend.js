// The legend below a picture that is taken: what is in it, by kind and by layer, counted.

// From the start of an entry of the legend to its words.
const SIGN_ROOM = 22;
const SAMPLE_ROOM = 42;

// The kinds of nodes that are drawn, then the layers, as many in a row as there is room for.
function legendRows(view, width) {
  const { nodes, statements } = isOverview() ? { nodes: kindsOfGroups(), statements: [] } : view;
  const edges = statements.filter(({ value }) => isNode(value));
  const count = (items, key, id) => items.filter((item) => item[key] === id).length;
  const entries = [
    ...SCENE.kinds.map((kind) => ({
      room: SIGN_ROOM,
      draw: (pen) => drawSign(pen, kind),
      words: [say(kind.label), count(nodes, "kind", kind.id)],
    })),
    ...LAYERS.map((layer) => ({
      room: SAMPLE_ROOM,
      draw: (pen) => drawSample(pen, layer),
      words: [word(`layer.${layer}`), count(edges, "layer", layer)],
    })),
  ].filter(({ words: [, drawn] }) => drawn);
  MEASURE.font = `400 ${SHEET.small}px ${FACE}`;
  const rows = [];
  let left = Infinity;
  for (const { room, draw, words } of entries) {
    const text = words.join(" ");
    const wide = room + MEASURE.measureText(text).width;
    if (left + wide > width) {
      rows.push([]);
      left = 0;
    }
    rows.at(-1).push({ room, draw, text, left: left + SHEET.edge });
    left += wide + SHEET.gap;
  }
  return rows;
}

function drawLegendRow(pen, row, y) {
  for (const { room, draw, text, left } of row) {
    pen.save();
    pen.translate(left + SHEET.sign, y);
    draw(pen);
    pen.restore();
    pen.font = `400 ${SHEET.small}px ${FACE}`;
    pen.fillStyle = theme.ink;
    pen.fillText(text, left + room, y);
  }
}

function drawSign(pen, kind) {
  const path = PATHS.get(kind.shape) ?? PATHS.get("circle");
  pen.scale(SHEET.sign, SHEET.sign);
  pen.fillStyle = kind.fill;
  pen.fill(path);
  pen.strokeStyle = kind.outline;
  pen.lineWidth = 0.16;
  pen.stroke(path);
  drawGlyph(pen, kind);
}

function drawSample(pen, layer) {
  pen.strokeStyle = theme[layer];
  pen.lineWidth = WIDTHS[layer];
  pen.setLineDash(DASHES[layer] || []);
  pen.beginPath();
  pen.moveTo(-SHEET.sign, 0);
  pen.lineTo(SAMPLE_ROOM - SHEET.sign - 7, 0);
  pen.stroke();
  pen.setLineDash([]);
}
