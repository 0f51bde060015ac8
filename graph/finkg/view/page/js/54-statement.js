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
    claimsOf(statement).map((claim) => claimView(claim, statement.layer)),
    disputesOf(claimsOf(statement)),
    reasoned && state.about !== statement.id
      ? button(word("whyButton"), () => why(statement.id), { class: "quiet" })
      : null,
  );
}
