// Rows of the columns of a claim: what it speaks of, its doubts, evidence, reasons and disputes.
const thingAt = ({ id, other: name, label, term: written }, row) => ({
  id: id[row] < 0 ? EVIDENCE.words[name[row]] : idOf(id[row]),
  label: label[row] < 0 ? nodeAt(id[row]).label : textAt(EVIDENCE, label[row]),
  term: EVIDENCE.words[written[row]],
});

const flagAt = ({ rule, explanation, doubts }, row) => ({
  rule: EVIDENCE.words[rule[row]],
  explanation: textAt(EVIDENCE, explanation[row]),
  doubts: EVIDENCE.words[doubts[row]],
});

// A quote that stands in the text of its source is cut from it; offsets count code points.
function evidenceAt(columns, row) {
  const source = EVIDENCE.sources[columns.source[row]];
  const [start, end] = [columns.start[row], columns.end[row]];
  const said = (name) => EVIDENCE.words[columns[name][row]];
  const cut = !columns.cited[row] && start >= 0 && source?.document;
  return {
    source: source?.id ?? "",
    stance: said("stance"),
    quote: said("quote") || (cut ? pointsOf(source).slice(start, end).join("") : ""),
    gloss: textAt(EVIDENCE, columns.gloss[row]),
    contexts: listOf(EVIDENCE.claims.contexts, row).map((word) => EVIDENCE.words[word]),
    start: start < 0 ? null : start,
    end: end < 0 ? null : end,
    cited: Boolean(columns.cited[row]),
    note: said("note"),
  };
}

const pointsOf = ({ document: text }) => (text.points ??= [...text.text]);

// What a rule says of a claim: its sentence, with what the claim speaks of in the gaps.
function sentenceOf(rule, claim) {
  const { subject, value } = EVIDENCE.claims;
  const [about, what] = [thingAt(subject, claim).label, thingAt(value, claim).label];
  const filled = (lang) =>
    EVIDENCE.sentences
      .get(rule)
      [lang].replaceAll("{subject}", () => about[lang])
      .replaceAll("{value}", () => what[lang]);
  return { zh: filled("zh"), en: filled("en") };
}

const inferenceAt = (columns, row, claim) => {
  const said = (name) => EVIDENCE.words[columns[name][row]];
  return {
    rule: said("rule"),
    sentence:
      columns.sentence[row] < 0
        ? sentenceOf(said("rule"), claim)
        : textAt(EVIDENCE, columns.sentence[row]),
    premises: idsOf(listOf(EVIDENCE.claims.premises, row)),
    strength: said("strength"),
    standing: said("standing"),
    dated: Boolean(columns.dated[row]),
    sure_from: said("sure_from"),
    sure_until: said("sure_until"),
  };
};

const disputeAt = (columns, row) => ({
  id: EVIDENCE.words[columns.id[row]],
  sides: idsOf(listOf(EVIDENCE.claims.sides, row)),
  state: EVIDENCE.words[columns.state[row]],
  reason: textAt(EVIDENCE, columns.reason[row]),
  preferred: columns.preferred[row] < 0 ? "" : claimId(columns.preferred[row]),
});
