// Search in labels, aliases and ids of both languages, and in pinyin, as a combobox (ARIA 1.2).
const folded = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s'’]+/gu, "");

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
function seekIn(lists, query, grades, worse = 0) {
  for (const [grade, pattern] of [`\n${query}\n`, `\n${query}`, query].entries()) {
    let looked = 0;
    for (const list of lists)
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

// The best hits among all nodes, or among those whose names are there already.
const MOST = 9;
function found(text, among = CATALOGUES.get()) {
  const query = folded(text);
  if (!query) return [];
  const grades = new Map();
  seekIn(
    among.map(({ names }) => names),
    query,
    grades,
  );
  // What is only read so comes behind what is called so.
  if (/^[a-zü]+$/.test(query))
    seekIn(
      among.map(({ spelled }) => spelled),
      query,
      grades,
      3,
    );
  return [...grades]
    .filter(([node]) => isSpokenOf(node) || grades.size < MOST)
    .sort(([a, one], [b, other]) => one - other || heavier(a, b))
    .slice(0, MOST)
    .map(([node]) => nodeAt(node));
}
