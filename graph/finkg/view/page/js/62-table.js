// What the picture shows as a table: its statements, then what is said in words and figures of its
// nodes. A column's head sorts by it, once more the other way round.
const COLUMNS = ["subject", "relation", "value", "standing", "evidence"];
let sorted = { by: null, falling: false };

function drawTable() {
  find("as-table").setAttribute("aria-pressed", String(state.table));
  find("table").hidden = !state.table;
  find("network").hidden = state.table;
  find("showing").hidden = state.table;
  if (!state.table) return find("table").replaceChildren();
  openEvidence();
  const bodies = [
    ["tableEdges", drawnEdges()],
    ["tableFacts", drawnFacts()],
  ].filter(([, statements]) => statements.length);
  return find("table").replaceChildren(
    element(
      "table",
      {},
      element("caption", {}, caption()),
      element("thead", {}, element("tr", {}, COLUMNS.map(columnHead))),
      bodies.map(([key, statements]) => tableBody(key, statements)),
    ),
  );
}

function caption() {
  const { drawn: edges, facts } = counts().statements;
  const values = {
    edges: figure(edges),
    facts: figure(facts),
    all: figure(sum(Object.values(counts().statements))),
  };
  return word("tableCaption", values);
}

function columnHead(key) {
  const own = sorted.by === key;
  const act = () => {
    sorted = { by: key, falling: own && !sorted.falling };
    drawTable();
    find("table").querySelector(`[data-column=${key}]`).focus();
  };
  const mark = own ? (sorted.falling ? " ↓" : " ↑") : "";
  const order = own ? (sorted.falling ? "descending" : "ascending") : null;
  return element(
    "th",
    { scope: "col", "aria-sort": order },
    button(word(`column.${key}`) + mark, act, { class: "sort", "data-column": key }),
  );
}

function tableBody(key, statements) {
  const title = element(
    "th",
    { scope: "rowgroup", colspan: COLUMNS.length },
    word(key, { count: figure(statements.length) }),
  );
  return element(
    "tbody",
    { "data-body": key },
    element("tr", {}, title),
    inOrder(statements).map(tableRow),
  );
}

const SORTED_BY = {
  subject: ({ subject }) => labelOf(subject),
  relation: ({ relation }) => relationLabel(relation),
  value: valueOf,
  standing: ({ layer }) => String(LAYERS.indexOf(layer)),
  evidence: (statement) => {
    const [claim] = claimsOf(statement);
    return claim?.evidence[0]?.quote ?? "";
  },
};

function inOrder(statements) {
  if (!sorted.by) return statements;
  const collator = new Intl.Collator(state.lang, { numeric: true });
  const keyed = statements.map((each) => [SORTED_BY[sorted.by](each), each]);
  const way = sorted.falling ? -1 : 1;
  return keyed.sort(([a], [b]) => way * collator.compare(a, b)).map(([, each]) => each);
}

function tableRow(statement) {
  return element(
    "tr",
    { class: statement.layer, "data-statement": statement.id },
    element("th", { scope: "row" }, nodeLink(statement.subject)),
    element("td", {}, choice(statement.id, relationLabel(statement.relation))),
    element(
      "td",
      {},
      isEdge(statement) ? nodeLink(statement.value) : data(say(statement.value)),
      claimsOf(statement).map((claim) => claimHead(claim, statement.layer)),
    ),
    element("td", {}, statement.layer === "truth" ? word("layer.truth") : layerBadge(statement)),
    element("td", {}, claimsOf(statement).flatMap(tableEvidence)),
  );
}

function tableEvidence(claim) {
  const said = claim.evidence.map((evidence) =>
    element(
      "p",
      {},
      evidence.stance === "Refutes" ? [tag("span", word("refutes"), "badge warn"), " "] : null,
      isCited(evidence)
        ? citationLine(evidence)
        : element(
            "q",
            { lang: SOURCES.get(evidence.source)?.language || null },
            data(evidence.quote),
          ),
    ),
  );
  return [
    ...claim.flags.map(flagView),
    ...said,
    ...claim.inferences.map((inference) => element("p", {}, data(say(inference.sentence)))),
  ];
}

// A title stands in quotation marks, too, so it says that it is no quote.
function citationLine({ source }) {
  const name = SOURCES.has(source) ? sourceLink(SOURCES.get(source)) : data(source);
  return element("span", { class: "cited" }, name, " · ", word("citedOnly"));
}
drawnFrom(["table", "lang", ...SIGHT_KEYS], drawTable);
drawnFrom(["table"], () => {
  if (unfitted) fitPicture();
});
