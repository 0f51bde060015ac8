// All statements in sight as a table: the same content without the picture.
function drawTable() {
  find("as-table").setAttribute("aria-pressed", String(state.table));
  find("table").hidden = !state.table;
  find("network").hidden = state.table;
  find("banner").hidden = state.table || state.view === "home";
  if (!state.table) return find("table").replaceChildren();
  const rows = STATEMENTS.filter((s) => layerOn(s) && kindOn(NODES.get(s.subject)));
  return find("table").replaceChildren(
    element(
      "table",
      {},
      element("caption", {}, word("tableCaption", { count: rows.length, all: STATEMENTS.length })),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          ["subject", "relation", "value", "standing", "evidence"].map((key) =>
            element("th", { scope: "col" }, word(`column.${key}`)),
          ),
        ),
      ),
      element("tbody", {}, rows.map(tableRow)),
    ),
  );
}

function tableRow(statement) {
  return element(
    "tr",
    { class: statement.layer },
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
drawnFrom(["table", "lang", "offKinds", "offLayers", "view"], drawTable);
drawnFrom(["table"], () => {
  if (unfitted) fitPicture();
});
