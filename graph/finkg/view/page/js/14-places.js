// Places in the text of a source: quotes with the claims that rest on them, and doubtful dates.
// Offsets count code points, while strings count UTF-16 units: so a text is cut as a list of code
// points.
const placeKey = ({ start, end }) => `${start}-${end}`;
const covers = (outer, inner) => outer.start <= inner.start && inner.end <= outer.end;

// By key; a doubtful date has a number, as it stands in the order of the text.
const PLACES = new Map();
function placesIn(source) {
  if (!PLACES.has(source.id)) PLACES.set(source.id, source.document ? placed(source) : new Map());
  return PLACES.get(source.id);
}

function placed(source) {
  const places = new Map();
  for (const { claim, evidence } of SAID_BY.get(source.id).filter((it) => isPlaced(it.evidence))) {
    const key = placeKey(evidence);
    const { claims = [] } = places.get(key) ?? {};
    places.set(key, { start: evidence.start, end: evidence.end, claims: [...claims, claim.id] });
  }
  source.document.marks.forEach((mark, index) =>
    places.set(placeKey(mark), { ...mark, number: index + 1 }),
  );
  return places;
}

// The claims that rest on a place: those of every quote that it is a part of; of a doubtful date
// only those that were read from it.
function restingAt(place, places) {
  const quotes = place.number ? [place] : places.filter((it) => !it.number && covers(it, place));
  const ids = new Set(quotes.flatMap((it) => it.claims));
  return [...ids].map((id) => CLAIMS.get(id)).filter(Boolean);
}

// A paragraph ends at an empty line; single breaks inside it are kept.
function paragraphs(points) {
  const found = [];
  let open = null;
  const breaks = (at) => points[at] === "\n" || (points[at] === "\r" && points[at + 1] !== "\n");
  for (let start = 0, end = 0; end <= points.length; end += 1) {
    if (end < points.length && !breaks(end)) continue;
    const empty = points.slice(start, end).every((point) => /\s/u.test(point));
    if (empty) open = null;
    else if (open) open.end = end;
    else found.push((open = { start, end }));
    start = end + 1;
  }
  return found;
}

// Pieces of a paragraph: no place begins or ends inside one.
function piecesOf({ start, end }, cuts) {
  const bounds = [start, ...cuts.filter((cut) => start < cut && cut < end), end];
  return bounds.slice(1).map((bound, index) => ({ start: bounds[index], end: bound }));
}

const narrowest = (places) =>
  places.length ? places.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a)) : null;
