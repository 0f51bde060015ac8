// What stands behind and around the nodes of a layout: columns with heads, lanes with years, boxes.
const HEAD = { high: 26, wide: 96, size: 12, apart: 10 }; // CSS pixels
const headTop = () =>
  find("layouts").hidden ? 0 : find("layouts").offsetTop + find("layouts").offsetHeight + 4;

// In CSS pixels of the frame, whatever the canvas has been set to.
function inFrame(ctx, draw) {
  const box = find("network");
  ctx.save();
  const ratio = picture.canvas.pixelRatio;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.font = `600 ${HEAD.size}px ${FACE}`;
  ctx.textBaseline = "middle";
  draw({
    width: box.clientWidth,
    height: box.clientHeight,
    at: (x, y) => picture.canvasToDOM({ x, y }),
  });
  ctx.restore();
}

// Before the lines and nodes: bands of the lanes, lines of the years, boxes around what belongs together.
function drawGround(ctx) {
  if (stage.lanes.length) inFrame(ctx, (frame) => drawLanes(ctx, frame));
  if (stage.boxes.length) inFrame(ctx, (frame) => drawBoxes(ctx, frame));
}

function drawLanes(ctx, { width, height, at }) {
  ctx.fillStyle = theme.raised;
  stage.lanes.forEach(({ top, bottom }, index) => {
    const [from, to] = [at(0, top).y, at(0, bottom).y];
    if (index % 2 === 0) ctx.fillRect(0, from, width, to - from);
  });
  ctx.strokeStyle = theme.rule;
  ctx.lineWidth = 1;
  for (const { x } of stage.axis) line(ctx, at(x, 0).x, headTop(), at(x, 0).x, height);
}

function line(ctx, x0, y0, x1, y1) {
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  ctx.stroke();
}

// Wide enough for the names, which stand on the right of the last column and else below.
const BOX = { aside: 24, names: 120, above: 36, below: 24 };
function drawBoxes(ctx, { at }) {
  for (const { ids, key } of stage.boxes) {
    const places = ids.map((id) => at(placeOf(id).x, placeOf(id).y));
    const { left, top, width, height } = boxOver(places);
    ctx.fillStyle = theme.raised;
    ctx.fillRect(left, top, width, height);
    ctx.strokeStyle = theme.muted;
    ctx.lineWidth = 1;
    ctx.strokeRect(left, top, width, height);
    ctx.fillStyle = theme.muted;
    ctx.textAlign = "left";
    ctx.font = `400 11px ${FACE}`;
    ctx.fillText(word(key), left + 6, top + 9);
  }
}

function boxOver(places) {
  const [x, ys] = [places[0].x, places.map(({ y }) => y)];
  const [above, below] = [Math.min(...ys) - BOX.above, Math.max(...ys) + BOX.below];
  const width = BOX.aside + BOX.names;
  return { left: x - BOX.aside, top: above, width, height: below - above };
}

// What is written on the boxes keeps names away; from the middle of the picture's units.
const namesOfBoxes = (scale) =>
  stage.boxes.map(({ ids }) => {
    const places = ids.map(placeOf).map(({ x, y }) => ({ x: x * scale, y: y * scale }));
    return { ...boxOver(places), height: 17, owner: null };
  });
