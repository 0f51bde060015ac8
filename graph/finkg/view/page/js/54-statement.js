// A statement in the panel: a sentence whose nodes can be chosen, its claims, their disputes.
function layerBadge(statement) {
  const marks = {
    possible: "layer.possible",
    doubtful: "doubtful",
    inferred: "inferred",
    opinions: "opinion",
  };
  const marked = marks[statement.layer];
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
  const sources = speakersOf(statement.claims);
  if (!sources.length) return null;
  const [before, after] = word("accordingTo", { sources: "\n" }).split("\n");
  const titles = sources.map((source, index) => [index ? comma() : "", sourceLink(source)]);
  return element("p", { class: "according" }, before, titles, after);
}

const choice = (id, text) => inlineLink({ sel: id }, () => select(id), data(text));
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
    claimsOf(statement).map((claim) => claimView(claim, statement.layer)),
    disputesOf(claimsOf(statement)),
    reasoned && state.about !== statement.id
      ? button(word("whyButton"), () => why(statement.id), { class: "quiet" })
      : null,
  );
}
