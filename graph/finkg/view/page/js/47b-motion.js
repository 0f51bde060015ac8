// While a picture of very many lines is moved, its lines are moved as they were drawn at its start and
// its names stay on their sides, and both are drawn anew once it rests: to stroke thousands of curves,
// or to seek the best places of names among them, takes longer than a frame.
const MANY_LINES = 600;
const RESTED = 120; // milliseconds without a move

let moving = 0; // the timer that ends a move
let seenFrom = null; // the transformation of the last frame

const isEased = () => moving && drawn.edges.length >= MANY_LINES;

function easeMotion({ renderer }) {
  for (const name of ["_drawEdges", "_drawArrows"]) {
    const stroke = renderer[name].bind(renderer);
    let kept = null;
    renderer[name] = (ctx) => {
      const own = ctx === picture.canvas.getContext();
      if (!own || !isEased()) {
        kept = null;
        return stroke(ctx);
      }
      if (!isKeptOf(kept)) kept = keptLines(ctx, stroke);
      return showKept(ctx, kept);
    };
  }
  picture.on("initRedraw", watchMotion);
}

function comeToRest() {
  clearTimeout(moving);
  moving = 0;
  picture.redraw();
}

// Whether the frame is seen from elsewhere than the last one.
function watchMotion() {
  const { x, y } = picture.canvasToDOM({ x: 0, y: 0 });
  const from = `${x} ${y} ${picture.getScale()}`;
  if (seenFrom !== null && from !== seenFrom) {
    clearTimeout(moving);
    moving = setTimeout(comeToRest, RESTED);
  }
  seenFrom = from;
}

const lookOfLines = () => [drawn, standing, state.theme, hovered.edge];
const isKeptOf = (kept) => kept && lookOfLines().every((each, at) => each === kept.of[at]);

function keptLines(ctx, stroke) {
  const image = document.createElement("canvas");
  Object.assign(image, { width: ctx.canvas.width, height: ctx.canvas.height });
  const pen = image.getContext("2d");
  const from = ctx.getTransform();
  pen.setTransform(from);
  stroke(pen);
  return { image, from, of: lookOfLines() };
}

function showKept(ctx, { image, from }) {
  ctx.save();
  ctx.setTransform(ctx.getTransform().multiply(from.inverse()));
  ctx.drawImage(image, 0, 0);
  ctx.restore();
}
