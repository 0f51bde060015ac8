// Text on the canvas: measuring it and breaking it into lines.
const FACE =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif';
const MEASURE = document.createElement("canvas").getContext("2d");
const LINE = 104;
const LINES = 3;
const NEVER_FIRST = "》」』）)】，。、；：！？,.;:!?%’”";
const NEVER_LAST = "《「『（(【“‘";

// vis-network breaks at spaces only; Chinese breaks between characters, except at brackets.
function tokens(text) {
  const parts = text.match(/[\p{Script=Latin}\p{N}'’.\-%+>&]+|\s+|./gsu) ?? [];
  return parts.reduce((joined, part) => {
    const last = joined.at(-1);
    if (last && (NEVER_FIRST.includes(part) || NEVER_LAST.includes(last.at(-1)))) {
      joined[joined.length - 1] = last + part;
    } else joined.push(part);
    return joined;
  }, []);
}

const wrapped = new Map();
function wrap(text, font) {
  const key = `${font}\n${text}`;
  if (!wrapped.has(key)) wrapped.set(key, broken(text, font));
  return wrapped.get(key);
}

// At most three lines of nearly one length; what does not fit ends in an ellipsis.
function broken(text, font) {
  MEASURE.font = font;
  const width = (part) => MEASURE.measureText(part).width;
  const count = Math.min(LINES, Math.ceil(width(text) / LINE));
  const limit = count > 1 ? Math.min(LINE * 1.15, (width(text) / count) * 1.1 + 6) : Infinity;
  const lines = [""];
  for (const token of tokens(text.trim())) {
    if (lines.at(-1) && width(lines.at(-1) + token) > limit) lines.push(token.trimStart());
    else lines[lines.length - 1] += token;
  }
  const kept = lines.map((line) => line.trim()).filter(Boolean);
  if (kept.length > LINES) {
    kept.length = LINES;
    kept[LINES - 1] = `${kept[LINES - 1].replace(/[^\p{Script=Latin}]$/u, "")}…`;
  }
  return { lines: kept, width: Math.max(0, ...kept.map(width)) };
}
