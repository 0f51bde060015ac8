// The panel at the side: what is selected, the answer, or a word of welcome.
function drawPanel() {
  const panel = find("panel");
  panel.replaceChildren(...panelParts().flat().filter(Boolean));
  panel.scrollTop = 0;
}

function panelParts() {
  if (NODES.has(state.selected)) return nodePanel(NODES.get(state.selected));
  if (STATEMENT.has(state.selected)) return statementPanel(STATEMENT.get(state.selected));
  return state.view === "answer" ? answerPanel() : welcomePanel();
}

function nodePanel(node) {
  const kind = KINDS.get(node.kind);
  const second = node.label[other(state.lang)];
  const types = node.types.map(say).filter((type) => type !== say(kind.label));
  const statements = STATEMENTS_OF.get(node.id).filter(layerOn);
  return [
    element("p", { class: "kind" }, sign(kind), data([say(kind.label), ...types].join(" · "))),
    element("h1", {}, data(labelOf(node.id))),
    second && second !== labelOf(node.id)
      ? element("p", { class: "second", lang: other(state.lang) }, data(second))
      : null,
    node.aliases.length
      ? element("p", { class: "aliases" }, lead("aliases"), data(listed(node.aliases)))
      : null,
    element("p", { class: "iri" }, data(node.iri)),
    ...statementGroups(statements, node),
    hiddenNote(node),
  ];
}

// Grouped by relation; what is said of the node first, then what names it.
function statementGroups(statements, node) {
  const groups = new Map();
  for (const statement of statements) {
    const key = `${statement.subject === node.id ? 0 : 1} ${statement.relation}`;
    groups.set(key, [...(groups.get(key) ?? []), statement]);
  }
  const rank = (statement) => LAYERS.indexOf(statement.layer);
  return [...groups]
    .sort(([a], [b]) => a[0] - b[0])
    .map(([, group]) =>
      element(
        "section",
        { class: "group" },
        element(
          "h2",
          {},
          data(relationLabel(group[0].relation)),
          " ",
          tag("span", String(group.length), "count"),
        ),
        group
          .sort((a, b) => rank(a) - rank(b))
          .map((statement) => statementView(statement, node.id)),
      ),
    );
}

// What the legend switched off is counted, so that nobody takes the rest for all.
function hiddenNote(node) {
  const all = STATEMENTS_OF.get(node.id);
  const off = all.filter((statement) => !layerOn(statement)).length;
  if (off) return element("p", { class: "off" }, word("layersOff", { count: off }));
  return all.length ? null : element("p", { class: "off" }, word("noStatements"));
}

// With a line come all statements that share it, the chosen one first.
function statementPanel(statement) {
  const sharing = isEdge(statement) ? bundleOf(statement).filter((one) => one !== statement) : [];
  return [
    element("p", { class: "kind" }, word("statement")),
    element("h1", { class: "unseen" }, data(sentence(statement))),
    statementView(statement, null),
    sharing.length ? element("h2", {}, word("sharing")) : null,
    ...sharing.map((one) => statementView(one, null)),
  ];
}

function welcomePanel() {
  const main = SCENE.nodes
    .filter((node) => LARGE.has(node.kind))
    .sort(byWeight)
    .slice(0, 6);
  const counted = {
    statements: STATEMENTS.length,
    nodes: SCENE.nodes.length,
    sources: SCENE.sources.length,
  };
  return [
    element("p", { class: "kind" }, word("welcomeKind")),
    element("h1", {}, data(say(SCENE.title))),
    element("p", {}, word("welcome")),
    element("p", { class: "tag" }, word("counts", counted)),
    element("p", { class: "tag" }, word("date", { date: SCENE.date })),
    element("h2", {}, word("startHere")),
    element(
      "ul",
      { class: "starts" },
      main.map((node) =>
        element(
          "li",
          {},
          button(
            [
              sign(KINDS.get(node.kind)),
              data(labelOf(node.id)),
              tag("span", String(node.degree), "count"),
            ],
            () => select(node.id),
            { class: "start" },
          ),
        ),
      ),
    ),
  ];
}
drawnFrom(["selected", "view", "about", "lang", "offLayers"], drawPanel);
