// What is shown and what is not, in numbers: nothing is left out without a word.
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const figure = (number) => number.toLocaleString("en-US");

// Every statement is in one of these: drawn as a line, a text beside its node, fallen with a source,
// not holding on the day, switched off in the legend, or about nodes that are not in the picture.
function counts() {
  const of = { drawn: drawn.edges.length, facts: 0, fallen: 0, then: 0, off: 0, elsewhere: 0 };
  for (let s = 0; s < GRAPH.statements; s += 1) {
    if (drawn.hasEdge.has(s) || (state.year === null && !wholeLayer(s))) continue;
    const here = drawn.has.has(GRAPH.subject[s]);
    if (fallen.has(s)) of.fallen += 1;
    else if (layerOf(s) === undefined) of.then += 1;
    else if (!isLayerOn(s)) of.off += 1;
    else if (s >= GRAPH.edges && here) of.facts += 1;
    else of.elsewhere += 1;
  }
  const { nodes, left } = drawn;
  const away =
    nodesInAll() - nodes.length - (left.removed ?? 0) - (left.kinds ?? 0) - (left.layers ?? 0);
  return { nodes: nodes.length, all: nodesInAll(), left: { ...left, away }, statements: of };
}

function drawShowing() {
  if (state.view === "overview") return drawFoot(overviewSentence(), overviewLines());
  const { nodes, all, left, statements } = counts();
  const open = find("showing").querySelector("details")?.open ?? false;
  const shown = {
    nodes: figure(nodes),
    all: figure(all),
    edges: figure(statements.drawn),
    statements: figure(sum(Object.values(statements))),
  };
  return drawFoot(word("showing", shown), leftLines(left, statements), moreButtons(left));
}

function drawFoot(told, lines, tools = []) {
  const open = find("showing").querySelector("details")?.open ?? false;
  const hadFocus = document.activeElement?.id === "overview-tool";
  find("showing").replaceChildren(
    element("details", { open }, element("summary", {}, told), element("ul", {}, lines), tools),
    overviewTool(),
  );
  if (hadFocus) find("overview-tool").focus();
}

function leftLines(left, statements) {
  const lines = [
    ["left.removed", left.removed],
    ["left.kinds", left.kinds],
    ["left.layers", left.layers],
    ["left.most", left.most],
    ["left.away", left.away],
    ["left.facts", statements.facts],
    ["left.fallen", statements.fallen],
    ["left.then", statements.then],
    ["left.off", statements.off],
    ["left.elsewhere", statements.elsewhere],
  ];
  return lines
    .filter(([, count]) => count > 0)
    .map(([key, count]) =>
      element("li", {}, word(key, { count: figure(count), most: state.most })),
    );
}

const MORE = 25; // nodes that one step draws at most

function moreButtons(left) {
  const more = Math.min(MORE, left.away, roomLeft());
  return [
    state.view === "home" && more > 0
      ? button(word("drawMore", { count: more }), () => bringIn(heaviestAway(more)), {
          class: "quiet",
        })
      : null,
    state.view === "home" && roomLeft() === 0 && state.most < MOSTS.at(-1)
      ? button(word("raise", { most: MOSTS.at(-1) }), () => change({ most: MOSTS.at(-1) }), {
          class: "quiet",
        })
      : null,
    state.removed.size
      ? button(
          word("putBack", { count: state.removed.size }),
          () => change({ removed: new Set() }),
          {
            class: "quiet",
          },
        )
      : null,
    state.pins.size
      ? button(word("unpinAll", { count: state.pins.size }), () => change({ pins: new Map() }), {
          class: "quiet",
        })
      : null,
  ];
}

// The weightiest nodes that are not in the picture and of a kind that is on.
function heaviestAway(count) {
  const away = spokenOf().filter(
    (node) => !drawn.has.has(node) && kindOn(node) && !state.removed.has(idOf(node)),
  );
  return away.sort(heavier).slice(0, count);
}
drawnFrom(["lang", "pins", ...SIGHT_KEYS], drawShowing);

// Statements of the whole graph, in whichever layer; what stands only as of some year apart.
const statementsInAll = once(() => GRAPH.layer.filter((layer) => layer < LAYERS.length).length);
