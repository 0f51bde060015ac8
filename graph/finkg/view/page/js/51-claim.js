// A claim in the panel: what it adds, its times, its rank, its doubts, and what it rests on.

// Where the claims of a layer's statements stand; others may stand beside them.
const STANDING_OF = {
  truth: "Accepted",
  inferred: "Accepted",
  possible: "TimeUnknown",
  doubtful: "Doubtful",
  opinions: "OpinionStanding",
};
const STANDINGS = [...new Set(Object.values(STANDING_OF)), "Outranked", "Deprecated", "NotHolding"];
const byStanding = (a, b) => STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing);
const isStated = (claim, layer) => claim.standing === STANDING_OF[layer];
const claimsOf = (statement) =>
  statement.claims
    .map((id) => CLAIMS.get(id))
    .filter(Boolean)
    .sort(byStanding);

// An opinion is marked by its kind, and what is accepted by nothing.
function standingBadge(standing) {
  if (["Accepted", "OpinionStanding"].includes(standing)) return null;
  const looks = { Doubtful: "doubtful", TimeUnknown: "possible" };
  return tag("span", term("standing", standing), `badge ${looks[standing] ?? ""}`);
}

// The preferred side of a dispute that is being read needs no second mark for its rank.
function claimBadges(claim, elected = false) {
  const badge = (key, kind) => tag("span", word(key), `badge ${kind}`);
  return [
    standingBadge(claim.standing),
    claim.inferences.length ? badge("inferred", "inferred") : null,
    claim.kind !== "Fact" ? tag("span", term("kind", claim.kind), "badge opinions") : null,
    elected || claim.rank === "PreferredRank"
      ? badge(elected ? "elected" : "preferred", "good")
      : null,
  ];
}

// In a statement, of whose layer it is; in a fold the summary has told all but the evidence.
function claimView(claim, layer = null) {
  return element(
    "div",
    { class: "claim" },
    layer ? claimHead(claim, layer) : null,
    rankView(claim),
    claim.flags.map(flagView),
    claim.evidence.map(evidenceView),
    claim.inferences.map((inference) => inferenceView(inference, claim)),
    notesView(claim),
  );
}

// What it says besides the ends of the statement, and a mark if it stands elsewhere.
function claimHead(claim, layer) {
  const told = [say(claim.detail), ...timesOf(claim)].filter(Boolean);
  const mark = isStated(claim, layer) ? null : standingBadge(claim.standing);
  const parts = told.map((part, index) => [index ? " · " : "", data(part)]);
  return told.length || mark ? element("p", { class: "times" }, parts, " ", mark) : null;
}

// The rank of what was preferred, outranked, deprecated or disputed, and why.
const isRanked = (claim) =>
  claim.rank !== "NormalRank" || claim.disputes.length > 0 || claim.standing === "Outranked";
function rankView(claim) {
  const reason = say(claim.rank_reason);
  if (!reason || !isRanked(claim)) return null;
  return element(
    "p",
    { class: "rank" },
    lead("rank", "b", { rank: term("rank", claim.rank) }),
    data(reason),
  );
}

// What readers of a single statement may want, and readers of forty do not: folded away.
function notesView(claim) {
  const sources = new Set(claim.evidence.map((evidence) => SOURCES.get(evidence.source)));
  const about = (key, text) => element("p", { class: key }, lead(key), data(text));
  const notes = [
    ...claim.evidence
      .filter((e) => e.note && e.stance !== "Refutes")
      .map((e) => about("rowNote", e.note)),
    ...[...sources]
      .filter((source) => source?.note)
      .map((source) => about("sourceNote", source.note)),
  ];
  return notes.length
    ? element("details", { class: "notes" }, element("summary", {}, word("notes")), notes)
    : null;
}
