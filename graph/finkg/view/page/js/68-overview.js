// The overview: the communities of the whole graph as bubbles, over the picture.
// The bubbles as the frame holds them now.
let laidGroups = { of: null };
function groupsShown() {
  const { clientWidth: width, clientHeight: height } = find("frame");
  const of = groups();
  const basis = { of, width, height, lang: state.lang };
  if (Object.keys(basis).some((key) => laidGroups[key] !== basis[key]))
    laidGroups = { ...basis, ...bubblesIn(width, height) };
  return laidGroups;
}

const isOverview = () => state.view === "overview";
function overview() {
  change({ view: "overview", about: null, selected: null, table: false, ...CLOSED });
  announce(overviewSentence());
}
const selectGroup = (group) => {
  change({ view: "overview", about: idOf(membersOf(group)[0]), selected: null, ...CLOSED });
  announce(groupSentence(group));
};

// The group selected; it is named by one of its members, so that an address keeps its meaning.
const selectedGroup = () =>
  state.view === "overview" && NODES.has(state.about) ? groupWith(state.about) : undefined;

const membersTold = (group) => word("overviewMembers", { count: figure(group.members.length) });
const groupSentence = (group) =>
  word("overviewGroup", { names: listed(namesOf(group)), count: figure(group.members.length) });

function drawOverview() {
  const box = find("groups");
  box.hidden = state.view !== "overview" || state.table;
  find("network").inert = !box.hidden;
  if (box.hidden) return box.replaceChildren();
  const focused = document.activeElement?.dataset?.group;
  const { bubbles, ties, width, height } = groupsShown();
  const drawing = svg("svg", {
    viewBox: `0 0 ${width} ${height}`,
    role: "group",
    "aria-label": word("overview"),
  });
  drawing.append(
    svg("g", { class: "ties" }, ...mainTies(ties, bubbles.length).map(tieLine)),
    svg("g", { class: "own" }),
    ...bubbles.map(bubbleView),
    svg("g", { class: "numbers", "aria-hidden": "true" }),
  );
  box.replaceChildren(drawing);
  if (focused) drawing.querySelector(`[data-group="${focused}"]`)?.focus();
  return pointAtGroup(null);
}

function bubbleView({ group, x, y, radius, lines }) {
  const kind = kindOfGroup(group);
  const size = Math.min(40, radius * 1.1);
  const glyph = svg("text", {
    class: "glyph",
    fill: inkOn(kind.fill),
    "font-size": size.toFixed(1),
    dy: ".36em",
  });
  glyph.textContent = say(kind.glyph);
  const under = [...lines, membersTold(group)].map((line, index, all) => {
    const text = svg("text", {
      class: index === all.length - 1 ? "size" : "name",
      y: radius + 4 + BUBBLE.line * (index + 0.8),
    });
    text.textContent = line;
    return text;
  });
  const made = svg(
    "g",
    {
      class: "bubble",
      transform: `translate(${x} ${y})`,
      role: "button",
      tabindex: 0,
      "data-group": group.number,
      "aria-label": `${groupSentence(group)}${comma()}${say(kind.label)}`,
      "aria-pressed": String(selectedGroup() === group),
    },
    svg("circle", { class: "ring", r: radius + 4 }),
    svg("circle", { r: radius, fill: kind.fill, stroke: kind.outline }),
    glyph,
    ...under,
  );
  made.addEventListener("click", () => selectGroup(group));
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    selectGroup(group);
  });
  for (const name of ["pointerenter", "focus"])
    made.addEventListener(name, () => pointAtGroup(group.number));
  for (const name of ["pointerleave", "blur"])
    made.addEventListener(name, () => pointAtGroup(null));
  return made;
}

drawnFrom(
  ["view", "about", "table", "lang", "theme", "offLayers", "offKinds", "year", "out"],
  drawOverview,
);

// The foot under the frame grows and shrinks, and so does the window.
function frameResized() {
  if (find("groups").hidden) return;
  drawOverview();
  drawShowing();
  if (!selectedGroup()) drawPanel();
}
