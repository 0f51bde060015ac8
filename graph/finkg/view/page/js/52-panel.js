// The panel at the side: what is selected, the answer, or a word of welcome.
let pageRead = null; // the source whose page was drawn last
function drawPanel() {
  const panel = find("panel");
  const stays = state.source && state.source === pageRead;
  pageRead = state.source;
  panel.classList.toggle("reading", Boolean(state.source));
  if (broughtBack(panel)) return;
  const top = stays ? panel.scrollTop : 0;
  panel.replaceChildren(...panelParts().flat().filter(Boolean));
  panel.scrollTop = top;
}

function panelParts() {
  if (SOURCES.has(state.source)) return sourcePanel(SOURCES.get(state.source));
  if (state.view === "overview") return overviewPanel();
  if (NODES.has(state.selected)) return nodePanel(NODES.get(state.selected));
  if (STATEMENT.has(state.selected)) return statementPanel(STATEMENT.get(state.selected));
  if (state.view === "path") return pathPanel();
  return state.view === "answer" ? answerPanel() : welcomePanel();
}

function nodePanel(node) {
  const kind = KINDS.get(node.kind);
  const second = node.label[other(state.lang)];
  const same = (type) => type.toLowerCase() === say(kind.label).toLowerCase();
  const types = node.types.map(say).filter((type) => !same(type));
  const statements = statementsOf(node.id).filter(layerOn);
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
    nodeTools(node),
    pending(),
    ...statementGroups(statements, node),
    hiddenNote(node),
    unstatedFold(node),
  ];
}

// Grouped by relation; what is said of the node first, then what names it.
function statementGroups(statements, node) {
  const groups = new Map();
  for (const statement of statements) {
    const key = `${statement.subject === node.id ? 0 : 1} ${statement.relation}`;
    groups.get(key)?.push(statement) ?? groups.set(key, [statement]);
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
          expandButton(node, group[0]),
        ),
        someOf(
          group.sort((a, b) => rank(a) - rank(b)),
          (statement) => statementView(statement, node.id),
        ),
      ),
    );
}

// Of many the first, and a button for the next: a bank may have thousands.
const SOME = 40;
function someOf(items, view) {
  const rest = items.length - SOME;
  const more = () => {
    const next = someOf(items.slice(SOME), view).flat();
    step.replaceWith(...next);
    next[0].querySelector("a, button")?.focus();
  };
  const step =
    rest > 0 && button(word("someMore", { count: figure(rest) }), more, { class: "quiet" });
  return [...items.slice(0, SOME).map(view), ...(step ? [step] : [])];
}

// What the legend switched off is counted, so that nobody takes the rest for all.
function hiddenNote(node) {
  const all = statementsOf(node.id);
  const off = all.filter((statement) => !layerOn(statement)).length;
  if (off) return element("p", { class: "off" }, word("layersOff", { count: off }));
  return all.length ? null : element("p", { class: "off" }, word("noStatements"));
}

// What was said and is no statement here, each with the mark that tells why; built when opened.
function unstatedFold(node) {
  const claims = unstatedOf(node.id).sort(byStanding);
  if (!claims.length) return null;
  const fold = element(
    "details",
    { class: "fold unstated" },
    element("summary", {}, word("unstated", { count: claims.length })),
  );
  fold.addEventListener("toggle", () => {
    if (fold.open && fold.children.length === 1)
      fold.append(
        element(
          "ul",
          {},
          claims.map((it) => element("li", {}, claimFold(it))),
        ),
      );
  });
  return fold;
}

// The other statements in sight between the same two nodes.
const besides = (edge) =>
  drawn.edges
    .filter((s) => s !== edge.index && pairKey(s) === pairKey(edge.index))
    .map(statementAt);

// With a statement come all others between the same two nodes, the chosen one first.
function statementPanel(statement) {
  const sharing = isEdge(statement) ? besides(statement) : [];
  return [
    element("p", { class: "kind" }, word("statement")),
    pending(),
    element("h1", { class: "unseen" }, data(sentence(statement))),
    statementView(statement, null),
    sharing.length ? element("h2", {}, word("sharing")) : null,
    ...sharing.map((one) => statementView(one, null)),
  ];
}
const PANEL_KEYS = ["source", "selected", "view", "about", "lang", "offLayers", "opened", "added"];
PANEL_KEYS.push("removed", "pins", "offKinds", "year", "out", "from", "to", "hubs", "layout");
drawnFrom(PANEL_KEYS, drawPanel);
