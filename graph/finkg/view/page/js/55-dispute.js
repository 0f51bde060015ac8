// A dispute: its state and reason, every side with those who say so, and which one is preferred.

// The disputes of some claims, each once however many of its sides stand together.
function disputesOf(claims) {
  const disputes = new Map(claims.flatMap((claim) => claim.disputes.map((it) => [it.id, it])));
  const told = new Set(claims.map((claim) => say(claim.rank_reason)));
  return [...disputes.values()].map((dispute) => disputeView(dispute, told));
}

// With one side it is a claim that a source denies: who does stands with its evidence. A reason that
// a rank has told is not told again.
function disputeView(dispute, told) {
  const denial = dispute.sides.length === 1;
  const open = dispute.state === "OpenDispute";
  const reason = say(dispute.reason);
  return element(
    "section",
    { class: open ? "dispute open" : "dispute" },
    element(
      "p",
      {},
      tag("b", term(denial ? "denial" : "dispute", dispute.state)),
      told.has(reason) ? null : [state.lang === "zh" ? "" : " ", data(reason)],
    ),
    denial ? null : element("ul", { class: "sides" }, sidesOf(dispute)),
  );
}

const sidesOf = (dispute) =>
  dispute.sides.filter((id) => CLAIMS.has(id)).map((id) => sideView(CLAIMS.get(id), dispute));

function sideView(claim, dispute) {
  const elected = claim.id === dispute.preferred;
  return element(
    "li",
    { class: elected ? "elected" : null },
    claimFold(claim, { elected, inDispute: true }),
    claim.evidence.map(speakerView),
  );
}

// Who says so, or denies it, and of which tier.
function speakerView(evidence) {
  if (!SOURCES.has(evidence.source)) return null;
  const source = SOURCES.get(evidence.source);
  const line = sourceLine(sourceLink(source, evidence), ...sourceFacts(source));
  if (evidence.stance === "Refutes") line.prepend(tag("span", word("refutes"), "badge warn"), " ");
  return line;
}
