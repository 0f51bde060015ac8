// Text on the canvas: how wide it is, and where a line may end.
const FACE =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif';
const MEASURE = document.createElement("canvas").getContext("2d");

// Widths are kept: names are made of the same words and characters again and again.
const widths = new Map();
function widthsIn(font) {
  if (!widths.has(font)) widths.set(font, new Map());
  const known = widths.get(font);
  return (text) => {
    if (!known.has(text)) {
      MEASURE.font = font;
      known.set(text, MEASURE.measureText(text).width);
    }
    return known.get(text);
  };
}

const NEVER_FIRST = new Set("》」』）)】〕］]〉｝}〗，。、；：！？,.;:!?%％‰’”…—·・～~/");
const NEVER_LAST = new Set("《「『（(【〔［[〈｛{〖“‘$¥￥€£#@");
const OPENING = new Set("《「『（(【〔［[〈｛{〖“‘");
const CLOSING = new Set("》」』）)】〕］]〉｝}〗”’");

// Tokens, which never part: a number with what it counts (2013年6月, 第3号, 12.5%, 300亿元), a word of a
// script that writes spaces, and one character of any other; each with the spaces behind it.
const COUNTED = "年月日号期届条款项家个次起倍位名天周度点时分秒万亿千百美欧港元人岁";
const FIGURE = "\\p{N}+(?:[.,:/\\-–]\\p{N}+)*[%％‰]?";
const NUMBER = `第?${FIGURE}(?: ?[${COUNTED}])*(?: ?${FIGURE}(?: ?[${COUNTED}])+)*`;
const SPACED =
  "(?:(?![\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}])[\\p{L}\\p{M}\\p{N}'’._\\-%+>&])+";
const TOKENS = new RegExp(
  `(?:${NUMBER}(?![\\p{sc=Latin}\\p{N}])|${SPACED}|.(?:[\\p{M}\\u200d\\ufe0e\\ufe0f]|(?<=\\u200d).)*)\\s*`,
  "gsu",
);

const oneSpaced = (text) => text.trim().replace(/\s+/gu, " ");

function tokens(text) {
  const joined = [];
  for (const token of oneSpaced(text).match(TOKENS) ?? []) {
    const last = joined.at(-1);
    if (last && (NEVER_FIRST.has([...token][0]) || NEVER_LAST.has([...last].at(-1))))
      joined[joined.length - 1] = last + token;
    else joined.push(token);
  }
  return joined;
}

// What a line's end costs in the eyes of a reader, where 1 is a line one character off its length.
const COST = { words: 0.7, inWord: 4, inBrackets: 2.5, opening: -1.5, afterWeak: 2, beforeWeak: 3 };
const WEAK_LAST = new Set("a an the of for on in to by with at from and or as".split(" "));
const WEAK_FIRST = new Set("的了和与及或等之地得");
const PARTICLES = new Set([...WEAK_FIRST, ..."在对为由被自至从向以并未不已将于"]);

// Where words begin, as a dictionary has it. What it takes apart into single characters is a word that
// it does not know (互|联|网); so are the names that the graph knows (余额宝).
const segmenter = Intl.Segmenter && new Intl.Segmenter("zh", { granularity: "word" });
function wordStarts(text) {
  if (!segmenter || !HAN.test(text)) return null;
  const parts = [...segmenter.segment(text)];
  const isSingle = ({ segment }) =>
    segment.length === 1 && HAN.test(segment) && !PARTICLES.has(segment);
  const known = parts.filter((part, at) => !at || !isSingle(part) || !isSingle(parts[at - 1]));
  const starts = new Set(known.map(({ index }) => index));
  for (let from = 0; from < text.length; from += 1) {
    const length = nameLength(text, from);
    for (let inside = from + 1; inside < from + length; inside += 1) starts.delete(inside);
    if (length) starts.add(from).add(from + length);
    from += Math.max(0, length - 1);
  }
  return starts;
}

// The length of the longest name that the graph knows and that begins there, within a longer text.
function nameLength(text, from) {
  for (let length = Math.min(LONGEST_NAME, text.length - 1); length > 1; length -= 1)
    if (knownNames().has(text.slice(from, from + length))) return length;
  return 0;
}

const LONGEST_NAME = 6;
const ALL_HAN = /^\p{sc=Han}{2,}$/u;
const knownNames = once(() => {
  const { zh, aliases } = CONTENT.nodes;
  const fits = (name) => name.length <= LONGEST_NAME && ALL_HAN.test(name);
  return new Set([...zh, ...aliases.is].filter(fits));
});

// The text as tokens, each with its width and that of the spaces behind it, and the cost of ending a
// line with it.
function measured(text, font) {
  const width = widthsIn(font);
  const starts = wordStarts(oneSpaced(text));
  const parts = tokens(text);
  let [at, depth] = [0, 0];
  return parts.map((token, index) => {
    at += token.length;
    for (const each of token) depth += OPENING.has(each) ? 1 : CLOSING.has(each) && depth ? -1 : 0;
    const bare = token.trimEnd();
    const spaces = bare === token ? 0 : width(" ");
    const end = endCost({
      bare,
      spaces,
      next: parts[index + 1] ?? "",
      depth,
      word: starts?.has(at),
    });
    return { text: token, width: width(bare), spaces, end };
  });
}

function endCost({ bare, spaces, next, depth, word }) {
  let cost = depth ? COST.inBrackets : 0;
  if (spaces) cost += WEAK_LAST.has(bare.toLowerCase()) ? COST.afterWeak : 0;
  else if (!NEVER_FIRST.has([...bare].at(-1))) cost += word === false ? COST.inWord : COST.words;
  const [first] = next;
  if (OPENING.has(first)) return cost + COST.opening;
  return cost + (WEAK_FIRST.has(first) ? COST.beforeWeak : 0);
}
