// A word of welcome: what the graph holds, up to which day, without which sources, where to begin.
function welcomePanel() {
  const first = FIRST.map(nodeAt).sort(byWeight);
  const large = first.filter((node) => LARGE.has(node.kind));
  const main = (large.length ? large : first).slice(0, 6);
  const counted = {
    statements: figure(statementsInAll()),
    nodes: figure(nodesInAll()),
    sources: figure(SCENE.counts.sources),
  };
  return [
    element("p", { class: "kind" }, word("welcomeKind")),
    element("h1", {}, data(say(SCENE.title))),
    element("p", {}, word("welcome")),
    element("p", { class: "tag" }, word("counts", counted)),
    element("p", { class: "tag" }, word("date", { date: SCENE.date })),
    ...leftOut(),
    GRAPH.edges
      ? element("p", {}, button(word("overviewOpen"), overview, { class: "tool" }))
      : null,
    element(main.length ? "h2" : "p", {}, word(main.length ? "startHere" : "empty")),
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

// The sources that the graph was computed without, in full.
function leftOut() {
  const sources = SCENE.scope.without;
  if (!sources.length) return [];
  const lines = sources.map((source) => sourceView(source));
  return [element("h2", {}, word("leftOut")), ...lines];
}
