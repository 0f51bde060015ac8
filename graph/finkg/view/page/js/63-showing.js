// What is shown and what is not, in numbers: nothing is left out without a word.
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const figure = (number) => number.toLocaleString("en-US");

// Every statement is in one of these: drawn as a line, a text beside its node, fallen with a source,
// not holding on the day, switched off in the legend, or about nodes that are not in the picture.
function counts() {
  const of = { drawn: 0, facts: 0, ...undrawn() };
  const move = (s, to) => {
    of[placeOfUndrawn(s, layerOf(s))] -= 1;
    of[to] += 1;
  };
  for (const s of drawn.edges) move(s, "drawn");
  for (const node of drawn.nodes)
    for (const s of statementsAt(node))
      if (s >= GRAPH.edges && placeOfUndrawn(s, layerOf(s)) === "elsewhere") move(s, "facts");
  const { nodes, left } = drawn;
  const away =
    nodesInAll() - nodes.length - (left.removed ?? 0) - (left.kinds ?? 0) - (left.layers ?? 0);
  return { nodes: nodes.length, all: nodesInAll(), left: { ...left, away }, statements: of };
}

// Where statements are that are not in the picture; as if nothing were drawn, all of them.
function placeOfUndrawn(s, layer) {
  if (fallen.has(s)) return "fallen";
  if (layer === undefined) return "then";
  return state.offLayers.has(layer) ? "off" : "elsewhere";
}

// Taken from the totals of the layers: to look at each statement would take long in a large graph.
function undrawn() {
  const of = { fallen: 0, then: 0, off: 0, elsewhere: 0 };
  const totals = state.year === null ? STATEMENTS_OF_LAYER() : standThen(state.year);
  totals.forEach((count, layer) => {
    if (layer === LAYERS.length) of.then += count;
    else of[state.offLayers.has(LAYERS[layer]) ? "off" : "elsewhere"] += count;
  });
  for (const s of fallen) {
    const layer = state.year === null ? wholeLayer(s) : layerThen(s, state.year);
    if (layer === undefined && state.year === null) continue; // it counts for no whole
    of[layer === undefined ? "then" : state.offLayers.has(layer) ? "off" : "elsewhere"] -= 1;
    of.fallen += 1;
  }
  return of;
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
  const removed = new Set([...state.removed].map(nodeNumber));
  const away = spokenOf().filter(
    (node) => !drawn.has.has(node) && kindOn(node) && !removed.has(node),
  );
  return away.sort(heavier).slice(0, count);
}
drawnFrom(["lang", "pins", ...SIGHT_KEYS], drawShowing);

// Statements of the whole graph, in whichever layer; what stands only as of some year apart.
const statementsInAll = once(() => GRAPH.layer.filter((layer) => layer < LAYERS.length).length);
