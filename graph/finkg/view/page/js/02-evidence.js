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
  const sentences = new Map(Object.entries(content.sentences));
  return { ...content, claims: columns, made, statement, sentences, sources };
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
  const rows = (name, make) =>
    within(claims[name], claim).map((row) => make(claims[name].is, row, claim));
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
