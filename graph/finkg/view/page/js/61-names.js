// What is searched: names and how they are read, in texts of many names each.

// All names of so many nodes in one text, each behind a line feed, and whose each of them is: a search
// is a pass of the engine over it, and no object is made before the hits are known.
const NAMED_AT_ONCE = 2000;
function namesOfSome(from, to) {
  const [names, owners] = [[], []];
  const { id, zh, en } = CONTENT.nodes;
  for (let node = from; node < to; node += 1) {
    const own = [zh[node], en[node], ...listOf(ALIASES, node), id[node]].filter(Boolean);
    for (const name of new Set(own)) {
      names.push(name);
      owners.push(node);
    }
  }
  return catalogue(foldedAll(names), owners);
}

// Names are folded together, which takes a tenth of the time; a line feed in one would part it.
const foldedAll = (names) =>
  names
    .map((name) => (name.includes("\n") ? name.replaceAll("\n", " ") : name))
    .join("\n")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?:[^\S\n]|['’])+/gu, "")
    .split("\n");

function catalogue(names, owners) {
  const starts = new Int32Array(names.length);
  let at = 1;
  names.forEach((name, number) => {
    starts[number] = at;
    at += name.length + 1;
  });
  return { text: `\n${names.join("\n")}\n`, starts, owners: Int32Array.from(owners), names };
}

// The same of how Chinese names are read, whole and by the first letters of their syllables.
const READINGS = once(
  () => new Map(Object.entries(CONTENT.readings).map(([c, ways]) => [c, ways.split(" ")])),
);
function spelledOf({ names, owners: nodes }) {
  const [spelled, owners] = [[], []];
  names.forEach((name, number) => {
    if (!HAN.test(name)) return;
    for (const way of waysToRead(name, READINGS())) {
      spelled.push(way);
      owners.push(nodes[number]);
    }
  });
  return catalogue(spelled, owners);
}

// What is searched: { names, spelled } of some nodes each. It grows while nobody asks for anything.
const catalogues = [];
const CATALOGUES = inPieces(function* () {
  for (let from = 0; from < GRAPH.nodes; from += NAMED_AT_ONCE) {
    const names = namesOfSome(from, Math.min(from + NAMED_AT_ONCE, GRAPH.nodes));
    yield;
    catalogues.push({ names, spelled: spelledOf(names) });
    yield;
  }
  return catalogues;
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
