// Search in labels, aliases and ids of both languages, and in pinyin, as a combobox (ARIA 1.2).
const folded = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s'’]+/gu, "");

// All names of all nodes in one text, each behind a line feed, and whose each of them is: a search
// is one pass of the engine over it, and no object is made before the hits are known.
const NAMES = once(() => {
  const [names, owners] = [[], []];
  const { id, zh, en } = CONTENT.nodes;
  for (let node = 0; node < GRAPH.nodes; node += 1) {
    const own = [zh[node], en[node], ...listOf(ALIASES, node), id[node]].filter(Boolean);
    for (const name of new Set(own.map(folded))) {
      names.push(name);
      owners.push(node);
    }
  }
  return catalogue(names, owners);
});

function catalogue(names, owners) {
  const starts = new Int32Array(names.length);
  let at = 1;
  names.forEach((name, number) => {
    starts[number] = at;
    at += name.length + 1;
  });
  return { text: `\n${names.join("\n")}\n`, starts, owners: Int32Array.from(owners) };
}

// The same of how Chinese names are read, whole and by the first letters of their syllables.
const SPELLED = once(() => {
  const [names, owners] = [[], []];
  const { text, starts, owners: nodes } = NAMES();
  const readings = new Map(
    Object.entries(CONTENT.readings).map(([c, ways]) => [c, ways.split(" ")]),
  );
  starts.forEach((start, number) => {
    const name = text.slice(start, (starts[number + 1] ?? text.length) - 1);
    if (!HAN.test(name)) return;
    for (const spelled of waysToRead(name, readings)) {
      names.push(spelled);
      owners.push(nodes[number]);
    }
  });
  return catalogue(names, owners);
});

// A character that is read in several ways is tried in each, as long as a name has few ways.
const WAYS_TO_READ = 4;
function waysToRead(name, readings) {
  let [whole, initials] = ["", ""];
  for (const character of name) {
    const ways = readings.get(character);
    if (ways?.length > 1) return severalWays(name, readings);
    const way = ways ? ways[0] : character;
    whole += way;
    initials += way[0];
  }
  return [whole, initials];
}

function severalWays(name, readings) {
  let [whole, initials] = [[""], [""]];
  for (const character of name) {
    const known = readings.get(character);
    const ways = !known
      ? [character]
      : whole.length * known.length > WAYS_TO_READ
        ? [known[0]]
        : known;
    if (ways.length > 1) {
      whole = whole.flatMap((way) => ways.map((syllable) => way + syllable));
      initials = initials.flatMap((way) => ways.map((syllable) => way + syllable[0]));
      continue;
    }
    for (let way = 0; way < whole.length; way += 1) {
      whole[way] += ways[0];
      initials[way] += ways[0][0];
    }
  }
  return [...whole, ...initials];
}

// The name that stands at a place of the text.
function nameAt({ starts }, place) {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

const MOST_FOUND = 2000; // names that are looked at; a letter may stand in all of them
// 0 the whole name, 1 its beginning, 2 a part of it.
function seekIn(list, query, grades, worse = 0) {
  for (const [grade, pattern] of [`\n${query}\n`, `\n${query}`, query].entries()) {
    let looked = 0;
    for (
      let place = list.text.indexOf(pattern);
      place >= 0 && looked < MOST_FOUND;
      place = list.text.indexOf(pattern, place + 1)
    ) {
      const node = list.owners[nameAt(list, place + (grade < 2 ? 1 : 0))];
      if (!grades.has(node)) grades.set(node, grade + worse);
      looked += 1;
    }
  }
}

const MOST = 9;
function found(text) {
  const query = folded(text);
  if (!query) return [];
  const grades = new Map();
  seekIn(NAMES(), query, grades);
  // What is only read so comes behind what is called so.
  if (/^[a-zü]+$/.test(query)) seekIn(SPELLED(), query, grades, 3);
  return [...grades]
    .filter(([node]) => isSpokenOf(node) || grades.size < MOST)
    .sort(([a, one], [b, other]) => one - other || heavier(a, b))
    .slice(0, MOST)
    .map(([node]) => nodeAt(node));
}
