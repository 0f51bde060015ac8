// What is visible as a network: its nodes, and its edges by the ids of their statements. What is said
// of a node that is no edge is an attribute of it; what is not sound is called after its layer.
const networkOf = ({ nodes, statements, sources }) => ({
  nodes: nodes.map((node) => ({
    id: node.id,
    said: [
      ["label_zh", node.label.zh],
      ["label_en", node.label.en],
      ["kind", node.kind],
      ["iri", node.iri],
      ...factsOf(
        statements.filter(({ subject, value }) => subject === node && !isNode(value)),
        sources,
      ),
    ],
  })),
  edges: statements
    .filter(({ value }) => isNode(value))
    .map((statement) => ({
      id: statement.id,
      source: statement.subject.id,
      target: statement.value.id,
      said: Object.entries(edgeData(statement, sources)),
    })),
});

const BETWEEN = "|";
const PARAGRAPH = "\n\n"; // between quotes, which may have any mark in them
const isSound = (layer) => layer === "truth" || layer === "inferred";

function factsOf(facts, sources) {
  const said = new Map();
  const add = (name, told) =>
    told && said.set(name, [said.get(name), told].filter(Boolean).join(BETWEEN));
  for (const { relation, layer, value, claims } of facts) {
    const name = isSound(layer) ? relation : `${layer}:${relation}`;
    const told = value.zh === value.en ? { "": value.zh } : { _zh: value.zh, _en: value.en };
    for (const [lang, text] of Object.entries(told)) add(name + lang, text);
    add(`${name}.sources`, titlesOf(claims, sources).join(BETWEEN));
    add(`${name}.quotes`, quotesOf(claims).join(PARAGRAPH));
  }
  return said;
}

function edgeData({ relation, layer, claims }, sources) {
  const { zh, en } = RELATIONS.get(relation).label;
  const joined = (part) => [...new Set(claims.map(part).filter(Boolean))].join(BETWEEN);
  return {
    relation,
    label_zh: zh,
    label_en: en,
    layer,
    claims: claims.map(({ id }) => id).join(BETWEEN),
    standing: joined((claim) => claim.standing),
    rank: joined((claim) => claim.rank),
    valid_from: joined((claim) => claim.valid_from),
    valid_to: joined((claim) => claim.valid_to),
    sources: titlesOf(claims, sources).join(BETWEEN),
    quotes: quotesOf(claims).join(PARAGRAPH),
    rules: claims.flatMap((it) => it.inferences.map(({ rule }) => rule)).join(BETWEEN),
  };
}

// Nodes and edges as GraphML (http://graphml.graphdrawing.org); all that is said is text.
function graphmlText({ nodes, edges }, about) {
  const keys = new Map();
  const key = (domain, name) => {
    const full = `${domain} ${name}`;
    if (!keys.has(full)) keys.set(full, { id: `d${keys.size}`, domain, name });
    return keys.get(full).id;
  };
  const data = (domain, said) =>
    said
      .filter(([, text]) => text)
      .map(([name, text]) => `<data key="${key(domain, name)}">${xmlText(text)}</data>`)
      .join("");
  const drawn = [
    ...nodes.map(({ id, said }) => `<node id="${xmlText(id)}">${data("node", said)}</node>`),
    ...edges.map(
      ({ id, source, target, said }) =>
        `<edge id="${xmlText(id)}" source="${xmlText(source)}" target="${xmlText(target)}">` +
        `${data("edge", said)}</edge>`,
    ),
  ];
  const declared = [...keys.values()].map(
    ({ id, domain, name }) =>
      `<key id="${id}" for="${domain}" attr.name="${xmlText(name)}" attr.type="string"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    `<desc>${xmlText(about.join("\n"))}</desc>`,
    ...declared,
    '<graph edgedefault="directed">',
    ...drawn,
    "</graph>",
    "</graphml>\n",
  ].join("\n");
}

// Text within XML 1.0: U+FFFD stands for what it has no place for (section 2.2); a carriage return
// would be read as a line feed (section 2.11).
const XML_NAMES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const xmlText = (text) =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"']/g, (mark) => XML_NAMES[mark])
    .replace(/\r/g, "&#13;");
