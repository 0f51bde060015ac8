// What rests on a source: each claim once, as a line that leads to its statement.
function restingOn(source) {
  const lines = new Map();
  for (const { claim, evidence } of SAID_BY.get(source.id)) {
    const against = evidence.stance === "Refutes";
    lines.set(`${claim.id} ${against}`, { claim, against });
  }
  return [...lines.values()];
}

// What makes no statement here unfolds to its evidence instead.
function claimLine({ claim, against = false }) {
  const statement = STATEMENT_OF_CLAIM.get(claim.id);
  return element(
    "li",
    {},
    against ? [tag("span", word("refutes"), "badge warn"), " "] : null,
    statement
      ? [choice(statement.id, claimSentence(claim)), " ", claimBadges(claim)]
      : claimFold(claim),
  );
}

const claimLines = (lines) => element("ul", { class: "lines" }, lines.map(claimLine));

// A text can have hundreds: built when opened.
function restingFold(lines) {
  const fold = element(
    "details",
    { class: "fold resting" },
    element("summary", {}, word("resting", { count: lines.length })),
  );
  fold.addEventListener("toggle", () => {
    if (fold.open && fold.children.length === 1) fold.append(claimLines(lines));
  });
  return fold;
}
