// The panel of paths: the two ends, which hubs were left out, and each path step by step.
const HUBS_NAMED = 6;

function pathPanel() {
  const { from, to } = state;
  const chosen = (one, other) => {
    seekPath(one, other, { hubs: state.hubs });
    find(state.to ? "panel" : "path-to").focus();
  };
  return [
    element("p", { class: "kind" }, word("path")),
    element("h1", {}, from && to ? pathTitle() : word("path.title")),
    nodeField("from", from, (id) => chosen(id, id === to ? null : to)),
    nodeField("to", to, (id) => chosen(id === from ? null : from, id)),
    element("p", { role: "status" }, data(pathSentence())),
    ...(isPathAsked() ? [hubsNote(), ...routes().map(pathView)] : []),
    isPathAsked() ? element("p", { class: "tag" }, word("path.cost")) : null,
  ];
}

const pathTitle = () => [data(labelOf(state.from)), " → ", data(labelOf(state.to))];

function pathSentence() {
  const [from, to] = [state.from, state.to].map((id) => (NODES.has(id) ? labelOf(id) : ""));
  if (!from) return word("path.choose");
  if (!to) return word("path.chooseTo", { from });
  if (state.from === state.to) return word("path.same", { from });
  const paths = routes();
  if (paths.length)
    return word(paths.length > 1 ? "path.found" : "path.foundOne", {
      from,
      to,
      count: paths.length,
    });
  return whyNoPath(from, to);
}

function whyNoPath(from, to) {
  const ends = [state.from, state.to].map(nodeNumber);
  const alone = ends.find((node) => !walked().touched[node]);
  if (alone !== undefined) return word("path.alone", { name: labelOf(idOf(alone)) });
  const hubs = new Set(closedHubs(...ends));
  const [over] = hubs.size ? pathsBetween(...ends, []) : [];
  const hub = over?.nodes.find((node) => hubs.has(node));
  return hub === undefined
    ? word("path.none", { from, to })
    : word("path.onlyHubs", { from, to, hub: labelOf(idOf(hub)) });
}

// What was left out, and the switch that lets it in.
function hubsNote() {
  const ends = [state.from, state.to].map(nodeNumber);
  const { hubs } = walked();
  if (!hubs.length) return element("p", { class: "tag" }, word("path.noHubs"));
  const box = element("input", { type: "checkbox", id: "path-hubs", checked: state.hubs });
  box.addEventListener("change", () => {
    change({ hubs: box.checked });
    announce(pathSentence());
    find("path-hubs")?.focus();
  });
  const out = closedHubs(...ends);
  const named = out
    .slice(0, HUBS_NAMED)
    .map((node, at) => [at ? comma() : "", nodeLink(idOf(node))]);
  const more = out.length - HUBS_NAMED;
  return element(
    "div",
    { class: "hubs" },
    element("label", {}, box, " ", word("path.hubs")),
    out.length
      ? element(
          "p",
          { class: "tag" },
          lead("path.without"),
          named,
          more > 0 ? word("path.moreHubs", { count: figure(more) }) : null,
        )
      : null,
    element("p", { class: "tag" }, word("path.hubsAre")),
  );
}

// The steps of a path; a statement leads to its evidence.
function pathView({ cost, steps }, number) {
  return element(
    "section",
    { class: "group path" },
    element(
      "h2",
      {},
      word("path.number", { number: number + 1 }),
      " ",
      tag("span", word("path.steps", { count: steps.length, cost: thousandths(cost) }), "count"),
    ),
    element("ol", {}, steps.map(stepView)),
  );
}

const thousandths = (cost) => String(cost / THOUSANDTHS);

// Read from where the path comes, whichever way the statement runs.
function stepView({ end, statements, cost }) {
  return element(
    "li",
    {},
    statements.map((s) => {
      const statement = statementAt(s);
      return element(
        "p",
        { class: "step" },
        choice(statement.id, sentence(statement)),
        " ",
        layerBadge(statement),
      );
    }),
    element("p", { class: "tag" }, "→ ", data(labelOf(idOf(end))), " · ", thousandths(cost)),
  );
}

drawnFrom(["view", "lang"], () => {
  find("path").setAttribute("aria-pressed", String(state.view === "path"));
});
