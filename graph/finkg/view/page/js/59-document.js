// The text of a source: paragraphs as received, with the doubtful dates marked, the quotes that
// claims rest on underlined, and below its paragraph what there is to say of the place chosen.
let textPieces = []; // the pieces of the text that are part of a place: start, end, node

function documentView(source) {
  const { text, marks, licence } = source.document;
  const points = [...text];
  const places = [...placesIn(source).values()];
  const cuts = [...new Set(places.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  textPieces = [];
  const views = paragraphs(points).map((span) =>
    paragraphView(source, points, piecesOf(span, cuts), places),
  );
  return [
    element("h2", {}, word("text")),
    marks.length ? element("p", { class: "hint" }, word("hintMarks")) : null,
    element("p", { class: "hint" }, word("hintQuotes")),
    element("div", { class: "document" }, views),
    licence ? element("p", { class: "tag" }, lead("licence"), data(ownHalf(licence))) : null,
  ];
}

// The pieces of one doubtful date stand together in its mark.
function paragraphView(source, points, pieces, places) {
  const parts = [];
  for (const piece of pieces) {
    const around = places.filter((place) => covers(place, piece));
    const mark = around.find((place) => place.number);
    const text = points.slice(piece.start, piece.end).join("");
    const node = pieceView(source, mark, narrowest(around), text);
    if (around.length) textPieces.push({ ...piece, node });
    if (mark && parts.at(-1)?.mark === mark) parts.at(-1).nodes.push(node);
    else parts.push({ mark, nodes: [node] });
  }
  const views = parts.map(({ mark, nodes }) => (mark ? markView(source, mark, nodes) : nodes));
  return element("p", {}, data(views, { lang: source.language || null }));
}

const pieceView = (source, mark, quote, text) =>
  mark ? element("span", {}, text) : quote ? quoteView(source, quote, text) : text;

// No link: its words can be selected and read aloud without a stop at each of hundreds, and the
// keyboard reaches the statements through their list.
function quoteView(source, quote, text) {
  const claims = restingAt(quote, [...placesIn(source).values()]);
  const statements = new Set(claims.map(({ id }) => STATEMENT_OF_CLAIM.get(id)));
  const [only] = statements;
  const act = () => {
    if (!getSelection().isCollapsed) return;
    if (statements.size === 1 && only) select(only.id);
    else goTo(placeKey(quote));
  };
  const title = claims.map(claimSentence).join("\n");
  return element("span", { class: "quoted", tabindex: -1, title, onclick: act }, text);
}

function markView(source, mark, nodes) {
  const { doubts } = source.document;
  const text = nodes.map((node) => node.textContent).join("");
  const key = placeKey(mark);
  const act = () => (state.at === key ? change({ at: null }) : goTo(key));
  return element(
    "mark",
    {
      role: "button",
      tabindex: 0,
      "aria-expanded": "false",
      "aria-label": word("doubtfulDate", { number: mark.number, text }),
      title: mark.doubts.map((index) => say(doubts[index].explanation)).join("\n"),
      "data-number": mark.number,
      onclick: act,
      onkeydown: (event) => {
        if (!["Enter", " "].includes(event.key)) return;
        event.preventDefault();
        act();
      },
    },
    nodes,
  );
}

// What there is to say of a place: why it is doubted, rule by rule, and what rests on it.
function remarkView(source, place) {
  const doubts = (place.doubts ?? []).map((index) => source.document.doubts[index]);
  const rules = [...new Set(doubts.map(({ rule }) => rule))];
  const claims = restingAt(place, [...placesIn(source).values()]).sort(byStanding);
  return element(
    "div",
    { class: place.number ? "remark doubt" : "remark", id: "remark", role: "note" },
    rules.map((rule) => [
      element("p", { class: "rule" }, data(ruleLabel(rule))),
      doubts
        .filter((doubt) => doubt.rule === rule)
        .map((it) => tag("p", data(say(it.explanation)))),
    ]),
    claims.length ? tag("p", word(place.number ? "readFromIt" : "restsOnIt"), "tag") : null,
    claims.length ? claimLines(claims.map((claim) => ({ claim }))) : null,
  );
}

// The place that the state names is marked out, brought into view, and remarked upon.
function arrive() {
  find("remark")?.remove();
  for (const { node } of textPieces) node.classList.remove("at");
  for (const mark of document.querySelectorAll("mark")) {
    mark.setAttribute("aria-expanded", "false");
    mark.removeAttribute("aria-describedby");
  }
  const source = SOURCES.get(state.source);
  const place = source && placesIn(source).get(state.at);
  const nodes = place ? nodesAt(place) : [];
  if (!nodes.length) return;
  for (const node of nodes) node.classList.add("at");
  const remark = remarkView(source, place);
  nodes.at(-1).closest("p").after(remark);
  const mark = nodes[0].closest("mark");
  if (place.number) mark.setAttribute("aria-expanded", "true");
  if (place.number) mark.setAttribute("aria-describedby", "remark");
  bringIntoView(nodes[0], remark);
}
drawnFrom([...PANEL_KEYS, "at"], arrive);

const nodesAt = (place) =>
  textPieces.filter((piece) => covers(place, piece)).map(({ node }) => node);

// What is seen already is not moved.
function bringIntoView(node, remark) {
  const panel = find("panel").getBoundingClientRect();
  const { top, bottom } = node.getBoundingClientRect();
  const seen = top >= Math.max(panel.top, 0) && bottom <= Math.min(panel.bottom, innerHeight);
  if (!seen) node.scrollIntoView({ block: "center" });
  remark.scrollIntoView({ block: "nearest" });
}

// The keyboard goes on from the place that was reached.
function reach() {
  const place = state.at && placesIn(SOURCES.get(state.source)).get(state.at);
  const [node] = place ? nodesAt(place) : [];
  (node?.closest("mark") ?? node)?.focus({ preventScroll: true });
}
