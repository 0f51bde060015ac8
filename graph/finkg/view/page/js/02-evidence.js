// Claims, sources and quotes: a block that is opened when first somebody asks for a reason.
let EVIDENCE = null;
let opening = null;
const evidenceIsOpen = () => EVIDENCE !== null;

// The block stands at the end of the page, which may still be read while the picture is drawn.
const readToTheEnd = new Promise((done) => {
  if (document.readyState !== "loading") done();
  document.addEventListener("DOMContentLoaded", done, { once: true });
});

// What is drawn from the evidence is drawn again when it is there.
function openEvidence() {
  opening ??= readToTheEnd
    .then(() => opened("evidence-block"))
    .then((content) => {
      EVIDENCE = evidenceOf(content);
      set({ opened: true });
    });
  return opening;
}

function evidenceOf(content) {
  const { claims } = content;
  const made = lists(content.statements.claims);
  const statement = new Int32Array(claims.id.length).fill(-1);
  for (let s = GRAPH.statements - 1; s >= 0; s -= 1)
    for (let row = made.starts[s]; row < made.starts[s + 1]; row += 1) statement[made.is[row]] = s;
  const several = ["flags", "evidence", "inferences", "disputes"];
  const columns = { ...claims, ...Object.fromEntries(several.map((n) => [n, lists(claims[n])])) };
  columns.contexts = lists(claims.evidence.is.contexts);
  columns.premises = lists(claims.inferences.is.premises);
  columns.sides = lists(claims.disputes.is.sides);
  const sources = content.sources.map(({ document: text, ...source }) => ({
    ...source,
    document: text && { ...text, points: null },
  }));
  return { ...content, claims: columns, made, statement, sources };
}

// A claim without an id is the first of its statement, which is called after it.
const { idOf: claimId, numberOf: claimNumber } = numbering(
  () => EVIDENCE.statement.length,
  (claim) => EVIDENCE.claims.id[claim] || idOfStatement(EVIDENCE.statement[claim]).slice(2),
);
const CLAIMS = {
  has: (id) => evidenceIsOpen() && claimNumber(id) >= 0,
  get: (id) => (CLAIMS.has(id) ? claimAt(claimNumber(id)) : undefined),
};
const SOURCES = {
  has: (id) => evidenceIsOpen() && sourcesById().has(id),
  get: (id) => (evidenceIsOpen() ? sourcesById().get(id) : undefined),
};
const sourcesById = once(() => byId(EVIDENCE.sources));

// The ids of the claims by which a statement stands; nothing is known of them before.
const claimsMaking = (s) => (evidenceIsOpen() ? listOf(EVIDENCE.made, s).map(claimId) : []);

const claimAt = kept((claim) => {
  const { claims } = EVIDENCE;
  const text = (name) => textAt(EVIDENCE, claims[name][claim]);
  const said = (name) => EVIDENCE.words[claims[name][claim]];
  const rows = (name, make) => within(claims[name], claim).map((row) => make(claims[name].is, row));
  return {
    index: claim,
    id: claimId(claim),
    subject: thingAt(claims.subject, claim),
    relation: SCENE.relations[claims.relation[claim]].id,
    value: thingAt(claims.value, claim),
    detail: text("detail"),
    figure: text("figure"),
    kind: said("kind"),
    rank: said("rank"),
    rank_reason: text("rank_reason"),
    standing: said("standing"),
    as_of: said("as_of"),
    valid_from: said("valid_from"),
    valid_to: said("valid_to"),
    flags: rows("flags", flagAt),
    evidence: rows("evidence", evidenceAt),
    inferences: rows("inferences", inferenceAt),
    disputes: rows("disputes", disputeAt),
  };
});

const idsOf = (claims) => claims.map(claimId);

const thingAt = ({ id, other: name, label, term: written }, row) => ({
  id: id[row] < 0 ? EVIDENCE.words[name[row]] : idOf(id[row]),
  label: textAt(EVIDENCE, label[row]),
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

const inferenceAt = (columns, row) => {
  const said = (name) => EVIDENCE.words[columns[name][row]];
  return {
    rule: said("rule"),
    sentence: textAt(EVIDENCE, columns.sentence[row]),
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
