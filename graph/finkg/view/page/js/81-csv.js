// What is visible as a table: a row for each piece of evidence, so that it can be sorted and counted;
// a claim that rests on no evidence of its own has one row, with the sentence of its rule.
const CSV_COLUMNS = [
  ...["subject", "relation", "value", "detail", "layer", "rank", "standing"],
  ...["asOf", "from", "until", "doubts", "stance", "quote", "title", "publisher", "date"],
  ...["address", "rule", "statement", "claim"],
];

const csvRows = ({ statements, sources }) => [
  CSV_COLUMNS.map((column) => word(`export.csv.${column}`)),
  ...statements.flatMap((statement) =>
    (statement.claims.length ? statement.claims : [null]).flatMap((claim) =>
      (claim?.evidence.length ? claim.evidence : [null]).map((evidence) => [
        ...statementCells(statement, claim),
        ...claimCells(claim),
        ...evidenceCells(evidence, sources),
        (claim?.inferences ?? []).map(({ sentence }) => say(sentence)).join("\n"),
        statement.id,
        claim?.id ?? "",
      ]),
    ),
  ),
];

const statementCells = (statement, claim) => [
  say(statement.subject.label),
  relationLabel(statement.relation),
  wordsOf(statement.value),
  claim ? say(claim.detail) : "",
  word(`layer.${statement.layer}`),
];

const claimCells = (claim) =>
  claim
    ? [
        term("rank", claim.rank),
        standingWord(claim.standing),
        claim.as_of,
        claim.valid_from,
        claim.valid_to,
        claim.flags.map(({ explanation }) => say(explanation)).join("\n"),
      ]
    : Array(6).fill("");

// What the page tells by no badge has a word here.
const standingWord = (name) =>
  WORDS[`standing.${name}`] ? term("standing", name) : term("export.standing", name);

function evidenceCells(evidence, sources) {
  const source = sources.get(evidence?.source);
  const { title = "", publisher = "", date = "", address = "" } = source ?? {};
  const stance = evidence ? term("export.stance", evidence.stance) : "";
  return [stance, evidence?.quote ?? "", title, publisher, date, address];
}

// Rows of texts as CSV (RFC 4180), in UTF-8 with the mark at its beginning by which spreadsheets tell
// it. What a spreadsheet would run as a formula stands behind an apostrophe, which makes it a text.
const RUNS = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;
const csvText = (rows) =>
  `\ufeff${rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("")}`;

function csvCell(text) {
  const harmless = RUNS.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
