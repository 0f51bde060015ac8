// The overview in words: what it shows and what not, and the panel of a group.
const LISTED = 30; // members that the panel names
const DRAWN_OF_GROUP = 25; // that a picture of a group begins with
const TIED = 8; // other groups that the panel names

function overviewSentence() {
  const { all } = groups();
  const shown = groupsShown().bubbles.length;
  const nodes = (some) => figure(sum(some.map(({ members }) => members.length)));
  const [here, more] = [all.slice(0, shown), all.slice(shown)];
  const told = word("overviewShowing", { groups: figure(shown), nodes: nodes(here) });
  return more.length
    ? told + word("overviewMore", { groups: figure(more.length), nodes: nodes(more) })
    : told;
}

// What the bubbles leave out, counted.
function overviewLines() {
  const { of } = groups();
  const { bubbles, ties } = groupsShown();
  let [off, alone] = [0, 0];
  for (const node of spokenOf()) {
    if (!kindOn(node)) off += 1;
    else if (of[node] < 0) alone += 1;
  }
  const among = ties.filter(({ a, b }) => bubbles[a] && bubbles[b]);
  const lines = among.length - mainTies(ties, bubbles.length).length;
  return [
    alone && word("overviewAlone", { count: figure(alone) }),
    off && word("left.kinds", { count: figure(off) }),
    lines && word("overviewLines", { count: figure(lines), all: figure(among.length) }),
    word("overviewSizes"),
  ]
    .filter(Boolean)
    .map((line) => element("li", {}, line));
}

const overviewTool = () =>
  state.view === "overview"
    ? button(word("toPicture"), leave, { class: "quiet", id: "overview-tool" })
    : button(word("overview"), overview, { class: "quiet", id: "overview-tool" });

const groupButton = (group, count = group.members.length) =>
  button(
    [sign(kindOfGroup(group)), data(listed(namesOf(group))), tag("span", figure(count), "count")],
    () => selectGroup(group),
    { class: "start" },
  );
const groupButtons = (rows) =>
  element(
    "ul",
    { class: "starts" },
    rows.map((row) => element("li", {}, row)),
  );

function overviewPanel() {
  const group = selectedGroup();
  if (group) return groupPanel(group);
  return [
    element("p", { class: "kind" }, word("overview")),
    element("h1", {}, word("overviewTitle")),
    element("p", {}, word("overviewHint")),
    element("p", { class: "tag" }, overviewSentence()),
    groupButtons(groupsShown().bubbles.map((bubble) => groupButton(bubble.group))),
  ];
}

function groupPanel(group) {
  const members = membersOf(group);
  const [first, ...others] = namesOf(group);
  const ties = tiesOf(group);
  const count = Math.min(DRAWN_OF_GROUP, members.length);
  return [
    element("p", { class: "kind" }, word("overview")),
    element("h1", {}, data(first)),
    others.length ? element("p", {}, data(listed(others))) : null,
    element("p", { class: "tag" }, membersTold(group)),
    element(
      "p",
      { class: "nodeTools" },
      button(word("overviewDraw", { count }), () => drawGroup(group), { class: "tool" }),
      button(word("overviewAll"), overview, { class: "tool" }),
    ),
    element("h2", {}, word("kinds")),
    element("ul", { class: "groupKinds" }, kindsOf(group).map(kindLine)),
    ...(ties.length ? [element("h2", {}, word("overviewTies"))] : []),
    groupButtons(ties.slice(0, TIED).map((tie) => [groupButton(tie.group, tie.statements.length)])),
    moreTold(ties.length - TIED),
    element("h2", {}, word("overviewMembersTitle")),
    element(
      "ul",
      { class: "lines" },
      members
        .slice(0, LISTED)
        .map((node) => element("li", {}, sign(KINDS.get(kindOf(node))), " ", nodeLink(idOf(node)))),
    ),
    moreTold(members.length - LISTED),
  ];
}

const moreTold = (count) =>
  count > 0
    ? element("p", { class: "tag" }, word("overviewFurther", { count: figure(count) }))
    : null;

const kindLine = ([kind, count]) =>
  element(
    "li",
    { class: "kind" },
    sign(KINDS.get(kind)),
    say(KINDS.get(kind).label),
    tag("span", figure(count), "count"),
  );

// The best connected of a group in place of what was in the picture.
function drawGroup(group) {
  const nodes = membersOf(group).slice(0, DRAWN_OF_GROUP);
  const chosen = new Set(nodes);
  change({
    view: "home",
    about: null,
    selected: null,
    added: nodes.filter((node) => !isFirst(node)).map(idOf),
    removed: new Set(FIRST.filter((node) => !chosen.has(node)).map(idOf)),
    ...CLOSED,
  });
  announce(groupSentence(group));
}
