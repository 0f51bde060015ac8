// What a claim rests on, in the panel: quotes to the letter, citations, inferences down to quotes.
function evidenceView(evidence) {
  const source = SOURCES.get(evidence.source);
  const language = source?.language || null;
  const against = evidence.stance === "Refutes";
  return element(
    "div",
    { class: against ? "evidence against" : "evidence" },
    against ? tag("span", word("refutes"), "badge warn") : null,
    evidence.cited || !evidence.quote
      ? element("p", { class: "cited" }, word("citedOnly"))
      : element("blockquote", { lang: language }, data(evidence.quote)),
    glossView(evidence.gloss),
    evidence.contexts.map((text) =>
      element(
        "p",
        { class: "context" },
        lead("context"),
        element("q", { lang: language }, data(text)),
      ),
    ),
    source ? sourceView(source, evidence) : null,
    against && evidence.note ? element("p", { class: "note" }, data(evidence.note)) : null,
  );
}

// The editors' translation: shown to readers of its language, marked, never taken for evidence.
function glossView(gloss) {
  const text = gloss[state.lang];
  return text ? element("p", { class: "gloss" }, lead("gloss"), data(text)) : null;
}

function sourceView(source, evidence) {
  const grade = tag(
    "span",
    word("reliability", { grade: term("reliability", source.reliability) }),
    `grade ${source.reliability.toLowerCase()}`,
  );
  const place =
    evidence.start === null
      ? null
      : element("span", {}, word("place", { start: evidence.start, end: evidence.end }));
  const told = (text) => (text ? data(text, { lang: source.language || null }) : null);
  const parts = [
    webLink(source.address, told(titled(source))),
    told(source.publisher),
    told(source.date),
    grade,
    place,
  ];
  return element(
    "p",
    { class: "source" },
    parts.filter(Boolean).map((part, index) => [index ? " · " : null, part]),
  );
}

function flagView(flag) {
  const part = term("part", flag.doubts);
  return element(
    "p",
    { class: "flag" },
    lead("flagged", "b", { part }),
    data(say(flag.explanation)),
  );
}

// The other sides stand beside it: nothing that was said is swallowed.
function disputeView(dispute, claim) {
  const others = dispute.sides.filter((side) => side !== claim.id && CLAIMS.has(side));
  const reason = say(dispute.reason);
  return element(
    "div",
    { class: "dispute" },
    lead(dispute.preferred ? "disputeSettled" : "disputeOpen", "b"),
    reason ? data(reason) : null,
    others.map((side) => claimFold(CLAIMS.get(side), side === dispute.preferred)),
  );
}

function inferenceView(inference) {
  return element(
    "div",
    { class: "inference" },
    element(
      "p",
      {},
      lead("rule", "b"),
      data(say(inference.sentence)),
      inference.strength === "Plausible" ? [" ", tag("span", word("plausible"), "badge")] : null,
    ),
    element("p", { class: "tag" }, word("because")),
    element(
      "ol",
      {},
      inference.premises
        .filter((id) => CLAIMS.has(id))
        .map((id) => element("li", {}, claimFold(CLAIMS.get(id)))),
    ),
  );
}

// A claim as a line that unfolds to its own evidence; built when opened, since proofs can nest.
function claimFold(claim, elected = false) {
  const fold = element(
    "details",
    { class: "fold" },
    element(
      "summary",
      {},
      data(claimSentence(claim)),
      " ",
      claimBadges(claim),
      elected ? tag("span", word("elected"), "badge good") : null,
    ),
  );
  fold.addEventListener("toggle", () => {
    if (fold.open && fold.children.length === 1) fold.append(claimView(claim, "inFold"));
  });
  return fold;
}
