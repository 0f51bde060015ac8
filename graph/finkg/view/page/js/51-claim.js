// A claim in the panel: its marks, its times, its doubts, and what it rests on.
function claimBadges(claim) {
  const badge = (key, kind) => tag("span", word(key), `badge ${kind}`);
  return [
    claim.standing === "Doubtful" ? badge("doubtful", "doubtful") : null,
    claim.inferences.length ? badge("inferred", "inferred") : null,
    claim.kind !== "Fact" ? tag("span", term("kind", claim.kind), "badge opinions") : null,
    ["Outranked", "Deprecated"].includes(claim.standing)
      ? tag("span", term("standing", claim.standing), "badge")
      : null,
    claim.rank === "PreferredRank" ? badge("preferred", "good") : null,
  ];
}

// Where a dispute is being read, its other sides are already in sight.
function claimView(claim, place = "") {
  return element(
    "div",
    { class: "claim" },
    timesView(claim),
    claim.flags.map(flagView),
    claim.evidence.map(evidenceView),
    claim.inferences.map(inferenceView),
    place === "inFold" ? null : claim.disputes.map((dispute) => disputeView(dispute, claim)),
    notesView(claim),
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
    ...[say(claim.rank_reason)].filter(Boolean).map((reason) => about("rankReason", reason)),
  ];
  return notes.length
    ? element("details", { class: "notes" }, element("summary", {}, word("notes")), notes)
    : null;
}

function timesView(claim) {
  const times = [
    claim.as_of && word("asOf", { time: claim.as_of }),
    claim.valid_from && word("validFrom", { time: claim.valid_from }),
    claim.valid_to && word("validTo", { time: claim.valid_to }),
  ].filter(Boolean);
  return times.length ? element("p", { class: "times" }, times.join(" · ")) : null;
}

const claimsOf = (statement) => statement.claims.map((id) => CLAIMS.get(id)).filter(Boolean);

function layerBadge(statement) {
  const marked = { doubtful: "doubtful", inferred: "inferred", opinions: "opinion" }[
    statement.layer
  ];
  const concluded =
    statement.layer !== "inferred" && claimsOf(statement).some((c) => c.inferences.length);
  return [
    marked ? tag("span", word(marked), `badge ${statement.layer}`) : null,
    concluded ? [" ", tag("span", word("inferred"), "badge inferred")] : null,
  ];
}

// “据《…》” before what is only someone's opinion.
function accordingTo(statement) {
  if (statement.layer !== "opinions") return null;
  const titles = speakersOf(statement.claims).map(titled);
  return titles.length
    ? element("p", { class: "according" }, data(word("accordingTo", { sources: listed(titles) })))
    : null;
}

// A link that runs on in its sentence, as a button would not.
function choice(id, text) {
  const act = (event) => {
    event.preventDefault();
    select(id);
  };
  return element(
    "a",
    { href: `#sel=${encodeURIComponent(id)}`, class: "link", onclick: act },
    data(text),
  );
}
const nodeLink = (id) => choice(id, labelOf(id));

// The statement as a sentence whose nodes can be chosen; the node being read is not a link.
function statementLine(statement, reader) {
  const end = (id) => (id === reader ? data(labelOf(id), { class: "self" }) : nodeLink(id));
  const value = isEdge(statement)
    ? end(statement.value)
    : data(say(statement.value), { class: "value" });
  return element(
    "p",
    { class: "sentence" },
    end(statement.subject),
    " ",
    relationAround(statement.relation, value),
    " ",
    layerBadge(statement),
  );
}

function relationAround(relation, value) {
  const [before, after] = around(relation).map((part) =>
    part ? data(part, { class: "relation" }) : null,
  );
  return [before, " ", value, " ", after];
}

function statementView(statement, reader) {
  const reasoned =
    isEdge(statement) && claimsOf(statement).some((claim) => claim.inferences.length);
  return element(
    "article",
    { class: `statement ${statement.layer}` },
    statementLine(statement, reader),
    accordingTo(statement),
    claimsOf(statement).map((claim) => claimView(claim)),
    reasoned && state.about !== statement.id
      ? button(word("whyButton"), () => why(statement.id), { class: "quiet" })
      : null,
  );
}
