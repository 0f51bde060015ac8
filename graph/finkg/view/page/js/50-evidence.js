// What a claim rests on, in the panel: quotes to the letter, citations, inferences down to quotes.
function evidenceView(evidence) {
  const source = SOURCES.get(evidence.source);
  const language = source?.language || null;
  const against = evidence.stance === "Refutes";
  return element(
    "div",
    { class: against ? "evidence against" : "evidence" },
    against ? tag("span", word("refutes"), "badge warn") : null,
    isCited(evidence) ? null : element("blockquote", { lang: language }, data(evidence.quote)),
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

// What rests on a citation never looks like a quote.
const isCited = (evidence) => evidence.cited || !evidence.quote;

const gradeView = (source) =>
  tag(
    "span",
    word("reliability", { grade: term("reliability", source.reliability) }),
    `grade ${source.reliability.toLowerCase()}`,
  );
const isPlaced = (evidence) => evidence && !isCited(evidence) && evidence.start !== null;

// A source by itself, or as the place of some evidence.
function sourceView(source, evidence = null) {
  const quoted = isPlaced(evidence);
  const place = quoted
    ? element("span", {}, word("place", { start: evidence.start, end: evidence.end }))
    : null;
  const cited = evidence && isCited(evidence) ? tag("span", word("citedOnly"), "cited") : null;
  return sourceLine(sourceLink(source, evidence), ...sourceFacts(source), place, cited);
}

const sourceLine = (...parts) =>
  element(
    "p",
    { class: "source" },
    parts.filter(Boolean).map((part, index) => [index ? " · " : null, part]),
  );

const sourceFacts = (source) => [
  source.publisher ? data(source.publisher, { lang: source.language || null }) : null,
  source.date ? data(source.date, { class: "date" }) : null,
  gradeView(source),
];

// The title leads to the page of the source, and there to the quote; what is left out has no page.
function sourceLink(source, evidence = null) {
  const title = data(titled(source), { lang: source.language || null });
  if (!SOURCES.has(source.id)) return webLink(source.address, title);
  const place = isPlaced(evidence) && source.document ? placeKey(evidence) : null;
  const words = place ? { src: source.id, at: place } : { src: source.id };
  return inlineLink(words, () => openSource(source.id, place), title);
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

function inferenceView(inference, claim) {
  const apart = inference.standing !== claim.standing;
  return element(
    "div",
    { class: "inference" },
    element(
      "p",
      {},
      lead("rule", "b"),
      data(say(inference.sentence)),
      inference.strength === "Plausible" ? [" ", tag("span", word("plausible"), "badge")] : null,
      apart ? [" ", standingBadge(inference.standing)] : null,
    ),
    element("p", { class: "tag" }, sureTimes(inference)),
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

// From when until when a conclusion surely holds.
function sureTimes({ dated, sure_from, sure_until }) {
  if (!dated) return word("sureNever");
  const times = timesOf({ valid_from: sure_from, valid_to: sure_until });
  return times.length ? word("sure", { times: listed(times) }) : word("sureAlways");
}

// A claim as a line that unfolds to its own evidence; built when opened, since proofs can nest.
function claimFold(claim, { elected = false, inDispute = false } = {}) {
  const fold = element(
    "details",
    { class: "fold" },
    element("summary", {}, data(claimSentence(claim)), " ", claimBadges(claim, elected)),
  );
  fold.addEventListener("toggle", () => {
    if (fold.open && fold.children.length === 1)
      fold.append(claimView(claim), ...(inDispute ? [] : disputesOf([claim])));
  });
  return fold;
}
