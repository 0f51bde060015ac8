// The overview on a sheet: what stands over the picture is drawn as the page shows it.
function drawGroups(pen) {
  const { bubbles, ties } = groupsShown();
  pen.strokeStyle = theme.truth;
  pen.lineCap = "round";
  pen.globalAlpha = 0.4;
  for (const { a, b, n } of mainTies(ties, bubbles.length)) {
    pen.lineWidth = Number(tieWidth(n));
    pen.beginPath();
    pen.moveTo(bubbles[a].x, bubbles[a].y);
    pen.lineTo(bubbles[b].x, bubbles[b].y);
    pen.stroke();
  }
  pen.globalAlpha = 1;
  pen.textAlign = "center";
  for (const bubble of bubbles) drawBubble(pen, bubble);
  pen.textAlign = "start";
}

function drawBubble(pen, { group, x, y, radius, lines }) {
  const kind = kindOfGroup(group);
  const disc = (size, fill) => {
    pen.beginPath();
    pen.arc(x, y, size, 0, 2 * Math.PI);
    pen.fillStyle = fill;
    pen.fill();
  };
  disc(radius + 4, theme.ground);
  disc(radius, kind.fill);
  pen.strokeStyle = kind.outline;
  pen.lineWidth = 1.5;
  pen.stroke();
  pen.font = `600 ${Math.min(40, radius * 1.1).toFixed(1)}px ${FACE}`;
  pen.fillStyle = inkOn(kind.fill);
  pen.fillText(say(kind.glyph), x, y);
  const under = y + radius + 4 + BUBBLE.line / 2;
  lines.forEach((line, index) => {
    drawRimmed(pen, line, x, under + index * BUBBLE.line, GROUP_FONT, theme.ink);
  });
  const size = under + lines.length * BUBBLE.line;
  drawRimmed(pen, membersTold(group), x, size, `400 11px ${FACE}`, theme.muted);
}

function drawRimmed(pen, text, x, y, font, ink) {
  pen.font = font;
  pen.strokeStyle = theme.ground;
  pen.lineWidth = 4;
  pen.strokeText(text, x, y);
  pen.fillStyle = ink;
  pen.fillText(text, x, y);
}

// How many groups are called after things of each kind.
function kindsOfGroups() {
  return groupsShown().bubbles.map(({ group }) => ({ kind: kindOfGroup(group).id }));
}
