// The page of a source: what it is, how far it can be relied on, what rests on it, and its text.
function sourcePanel(source) {
  const resting = restingOn(source);
  return [
    button(word("back"), closeSource, { class: "quiet back" }),
    button(word(state.out.has(source.id) ? "letCount" : "leaveOut"), () => leaveOut(source.id), {
      class: "tool more",
      "aria-pressed": String(state.out.has(source.id)),
    }),
    element("p", { class: "kind" }, word("source")),
    element("h1", { lang: source.language || null }, data(titled(source))),
    sourceLine(...sourceFacts(source), addressOf(source)),
    source.note ? element("p", { class: "sourceNote" }, data(ownHalf(source.note))) : null,
    source.document ? null : element("p", { class: "only" }, word("onlyCited")),
    healthView(source),
    ...doubtsView(source),
    ...(source.document
      ? [restingFold(resting), ...documentView(source)]
      : [element("h2", {}, word("resting", { count: resting.length })), claimLines(resting)]),
  ];
}

const addressOf = ({ address }) =>
  address ? webLink(address, data(address, { class: "address" })) : null;

// What its dates, and its agreement with better sources, tell of it.
function healthView({ health }) {
  if (!health) return null;
  const { dated, doubtful, flagged, agreements, contradictions } = health;
  const compared = agreements + contradictions;
  const dates = doubtful ? "healthDates" : "healthClear";
  const sentences = [
    dated ? word(dates, { dated, doubtful, flagged }) : flagged && word("healthFlags", { flagged }),
    compared ? word("healthCompared", { compared, agreements, contradictions }) : null,
    compared ? null : word("healthAlone"),
    health.tier_at_most && word("healthTier", { grade: term("reliability", health.tier_at_most) }),
  ];
  const space = state.lang === "zh" ? "" : " ";
  return element("p", { class: "health" }, sentences.filter(Boolean).join(space));
}

// What each rule doubts: places in the text, or else the claims themselves; the most first.
function doubtsOf(source) {
  const found = new Map();
  const of = (rule) =>
    found.get(rule) ?? found.set(rule, { rule, marks: new Set(), claims: new Set() }).get(rule);
  const { marks = [], doubts = [] } = source.document ?? {};
  for (const mark of marks) for (const index of mark.doubts) of(doubts[index].rule).marks.add(mark);
  for (const { claim, evidence } of SAID_BY.get(source.id))
    if (evidence.stance === "Supports")
      for (const { rule } of claim.flags) of(rule).claims.add(claim);
  return [...found.values()].sort(
    (a, b) => b.marks.size - a.marks.size || b.claims.size - a.claims.size,
  );
}

function doubtsView(source) {
  const doubts = doubtsOf(source);
  if (!doubts.length) return [];
  return [
    element("h2", {}, word("doubts")),
    element(
      "ul",
      { class: "doubts" },
      doubts.map((doubt) => element("li", {}, doubtView(doubt, source))),
    ),
  ];
}

const ruleLabel = (id) => (PLAUSIBILITY.has(id) ? say(PLAUSIBILITY.get(id).label) : id);

function doubtView({ rule, marks, claims }, source) {
  const count = marks.size
    ? word("places", { count: marks.size })
    : word("flaggedClaims", { count: claims.size });
  const head = element("p", {}, data(ruleLabel(rule)), " ", tag("span", count, "count"));
  if (!marks.size) return [head, [...claims].map((claim) => flaggedView(claim, rule))];
  const all = source.document.marks;
  const places = all.flatMap((mark, index) => (marks.has(mark) ? [placeButton(mark, index)] : []));
  return [head, element("p", { class: "places" }, places), paperReasons(rule, source)];
}

const flaggedView = (claim, rule) => [
  claimLines([{ claim }]),
  claim.flags.filter((flag) => flag.rule === rule).map(flagView),
];

// The number of a doubtful date, as it stands in the text; a click leads there.
const placeButton = (mark, index) =>
  button(String(index + 1), () => goTo(placeKey(mark)), {
    class: "place",
    "aria-label": word("toPlace", { number: index + 1 }),
  });

// On paper nothing unfolds, so each reason stands beside the numbers of its places.
function paperReasons(rule, { document: { marks, doubts } }) {
  const colon = state.lang === "zh" ? "：" : ": ";
  const numbers = (doubt) =>
    marks.flatMap((mark, index) => (mark.doubts.includes(doubt) ? [index + 1] : []));
  return doubts.flatMap((doubt, index) => {
    const places = `⚠${listed(numbers(index))}${colon}`;
    const reason = element("p", { class: "paper" }, places, data(say(doubt.explanation)));
    return doubt.rule === rule ? [reason] : [];
  });
}
