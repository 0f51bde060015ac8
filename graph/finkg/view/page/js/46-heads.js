// The heads of a layout: drawn after all else, at the rim of the frame, so that they stay when the
// picture is moved under them.
function drawHeads(ctx) {
  if (stage.columns.length) inFrame(ctx, (frame) => drawColumnHeads(ctx, frame));
  if (stage.lanes.length) inFrame(ctx, (frame) => drawLaneHeads(ctx, frame));
}

function band(ctx, x, y, width, height) {
  ctx.globalAlpha = 0.94;
  ctx.fillStyle = theme.ground;
  ctx.fillRect(x, y, width, height);
  ctx.globalAlpha = 1;
  ctx.fillStyle = theme.muted;
}

function drawColumnHeads(ctx, { width, at }) {
  const top = headTop();
  band(ctx, 0, top, width, HEAD.high);
  const heads = stage.columns.map(({ name, x, lines }) => ({
    text: word(`layout.column.${name}`),
    x: at(x + ((lines - 1) * ASIDE) / 2, 0).x,
  }));
  ctx.textAlign = "center";
  writeApart(ctx, heads, top);
}

// From left to right, those with room.
function writeApart(ctx, heads, top) {
  let end = -Infinity;
  for (const { text, x } of heads) {
    const half = widthsIn(ctx.font)(text) / 2;
    if (x - half < end + HEAD.apart) continue;
    ctx.fillText(text, x, top + HEAD.high / 2);
    end = x + half;
  }
}

// What the heads leave of the frame.
function besideHeads(frame) {
  const left = stage.lanes.length ? HEAD.wide : 0;
  const top = isLaid() ? headTop() + HEAD.high : 0;
  const { width, height } = frame;
  return {
    left: frame.left + left,
    top: frame.top + top,
    width: width - left,
    height: height - top,
  };
}

function drawLaneHeads(ctx, { width, height, at }) {
  const top = headTop();
  band(ctx, 0, top, HEAD.wide, height - top);
  ctx.textAlign = "left";
  for (const { kind, top: from, bottom } of stage.lanes) {
    const y = at(0, (from + bottom) / 2).y;
    if (y < top + HEAD.high + 8) continue;
    const [first, second = ""] = wrappedHead(say(KINDS.get(kind).label), ctx.font);
    ctx.fillText(first, 10, second ? y - 8 : y);
    ctx.fillText(second, 10, y + 8);
  }
  band(ctx, 0, top, width, HEAD.high);
  ctx.textAlign = "center";
  const years = stage.axis.slice(0, -1).map(({ year, x }, index) => ({
    text: String(year),
    x: at((x + stage.axis[index + 1].x) / 2, 0).x,
  }));
  const undated = {
    text: word("layout.undated"),
    x: at((-LANE.room * (LANE.undated + 1)) / 2, 0).x,
  };
  const heads = [...(stage.dated.undated ? [undated] : []), ...years];
  writeApart(
    ctx,
    heads.filter(({ x }) => x > HEAD.wide),
    top,
  );
}

function wrappedHead(text, font) {
  const [wide, words] = [HEAD.wide - 14, text.split(" ")];
  if (widthsIn(font)(text) <= wide || words.length < 2) return [text];
  return [words[0], words.slice(1).join(" ")];
}
