// Names broken into lines, as one would set them by hand: at most three of nearly one length, that
// end between words. Lengths are in ems of the font.
const LINES = 3;
const USUAL = 10;
const WIDEST = 15;
const SHORTEST = 1.7; // no line of one character
const SHORT = 4; // from which a line looks like one
const LONGEST = 240; // tokens of a name that are looked at

const wrappings = new Map();
function wrappingsOf(text, font) {
  const key = `${font}\n${text}`;
  if (!wrappings.has(key)) wrappings.set(key, allWrappings(text, font));
  return wrappings.get(key);
}

// The shapes in which a name may stand, flat and tall: { lines, width, cost, cut }, the best first.
// A name is cut only where three lines do not hold it.
function allWrappings(text, font) {
  const em = parseFloat(font.split(" ")[1]);
  const parts = measured(text, font)
    .slice(0, LONGEST)
    .flatMap((part) => short(part, font, em));
  const found = [1, 2, 3].map((count) => broken(parts, count, em)).filter(Boolean);
  const usual = found.some(({ width }) => width <= USUAL * em);
  const cut = usual ? [] : [USUAL, WIDEST].map((most) => cutOff(parts, most * em, em, font));
  return [...found, ...cut.filter(Boolean)]
    .map((wrapping) => ({ ...wrapping, cost: shapeCost(wrapping, em) }))
    .sort((a, b) => a.cost - b.cost);
}

// How far a shape is from the usual one: too wide or too narrow, cut, or of more lines.
function shapeCost({ lines, width, breaks, cut }, em) {
  const wide = Math.max(0, width / em - USUAL) * 1.2;
  const narrow = lines.length > 1 ? Math.max(0, SHORT - width / em) * 3 : 0;
  return wide + narrow + (cut ? 22 : 0) + breaks * 0.5 + (lines.length - 1) * 1.5;
}

// A word longer than a line is broken anywhere.
function short(part, font, em) {
  if (part.width <= WIDEST * em) return [part];
  const width = widthsIn(font);
  return [...part.text].map((text) => ({ text, width: width(text), spaces: 0, end: COST.inWord }));
}

// This many lines of the parts, none longer than the most: of nearly one length, or, where long words
// do not allow that, of any; or null.
const NEARLY = 1 / 3; // that a line may be off the mean
function broken(parts, count, em, most = WIDEST * em) {
  const sums = [0];
  for (const { width, spaces } of parts) sums.push(sums.at(-1) + width + spaces);
  const length = (from, to) => sums[to] - sums[from] - parts[to - 1].spaces;
  const total = parts.length && length(0, parts.length);
  if (count > parts.length || total > count * most) return null;
  const mean = total / count;
  const least = count > 1 ? SHORTEST * em : 0;
  const off = (from, to) => ((length(from, to) - mean) / em) ** 2 * 0.6;
  const within = (low, high) =>
    bestLines(parts, count, {
      off,
      length,
      least: Math.max(least, low),
      most: Math.min(most, high),
    });
  const found = within(mean * (1 - NEARLY), mean * (1 + NEARLY)) ?? within(0, Infinity);
  return found && linesOf(parts, found, length);
}

// The ends of the lines at the least cost, or null.
function bestLines(parts, count, { off, length, least, most }) {
  const isLine = (from, to) => length(from, to) >= least && length(from, to) <= most;
  const known = new Map();
  const rest = (from, lines) => {
    const key = from * LINES + lines;
    if (!known.has(key)) known.set(key, best(from, lines));
    return known.get(key);
  };
  const best = (from, lines) => {
    const end = parts.length;
    if (lines === 1) return isLine(from, end) ? { cost: off(from, end), ends: [end] } : null;
    let found = null;
    for (let to = from + 1; to <= end - lines + 1 && length(from, to) <= most; to += 1) {
      const then = isLine(from, to) && rest(to, lines - 1);
      const cost = then && then.cost + off(from, to) + parts[to - 1].end;
      if (then && (!found || cost < found.cost)) found = { cost, ends: [to, ...then.ends] };
    }
    return found;
  };
  return best(0, count);
}

function linesOf(parts, { cost, ends }, length) {
  const starts = [0, ...ends];
  const lines = ends.map((end, line) =>
    parts
      .slice(starts[line], end)
      .map(({ text }) => text)
      .join("")
      .trim(),
  );
  const width = Math.max(...ends.map((end, line) => length(starts[line], end)));
  return { lines, width, breaks: cost, cut: false };
}

// As many parts as three lines of this length hold, and an ellipsis.
function cutOff(parts, most, em, font) {
  const ellipsis = widthsIn(font)("…");
  const kept = (count) => {
    const { text, width } = parts[count - 1];
    const last = { text: `${text.trimEnd()}…`, width: width + ellipsis, spaces: 0, end: 0 };
    return broken([...parts.slice(0, count - 1), last], LINES, em, most);
  };
  let [low, high] = [LINES, parts.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (kept(middle)) low = middle;
    else high = middle - 1;
  }
  while (low > LINES && WEAK_LAST.has(parts[low - 1].text.trim().toLowerCase())) low -= 1;
  const found = low < parts.length && kept(low);
  return found ? { ...found, cut: true } : null;
}
