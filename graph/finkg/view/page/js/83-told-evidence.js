// The evidence of what is visible as RDF: quotes, citations, sources, uses of rules, disputes.
const sourceTerm = (id) => (SOURCES.has(id) ? { iri: sourceIri(SOURCES.get(id)) } : null);

const evidenceTerm = (evidence) => ({
  said: [
    ...typedAs("Evidence", isCited(evidence) ? "CitedEvidence" : "QuotedEvidence"),
    ...ours({
      stance: fk(evidence.stance),
      source: sourceTerm(evidence.source),
      quote: isCited(evidence) ? null : quoteTerm(evidence),
      contextQuote: evidence.contexts.map((quote) => quoteTerm({ source: evidence.source, quote })),
      note: plainTerm(evidence.note),
    }),
  ],
});

const quoteTerm = ({ source, quote, gloss, start = null, end = null }) => ({
  said: [
    ...typedAs("Quote"),
    ...ours({
      exactText: { text: quote },
      source: sourceTerm(source),
      startOffset: start === null ? null : typedTerm(String(start), "xsd", "integer"),
      endOffset: end === null ? null : typedTerm(String(end), "xsd", "integer"),
      gloss: gloss ? inBoth(gloss) : null,
    }),
  ],
});

// The language of a text that is held is known; that of a citation is only guessed.
const sourceSaid = (source) => {
  const { kind, title, publisher, date, document: held } = source;
  const language = kind === "text" ? source.language : "";
  const told = {
    title: language ? { text: title, lang: language } : plainTerm(title),
    publisher: plainTerm(publisher),
    issued: someTime(date),
    language: plainTerm(language),
    license: plainTerm(held?.licence),
  };
  return [
    ...typedAs(kind === "text" ? "SourceDocument" : "Citation"),
    ...Object.entries(told)
      .filter(([, one]) => one)
      .map(([name, one]) => [prefixed("dcterms", name).iri, one]),
    ...ours({
      address: source.address && typedTerm(source.address, "xsd", "anyURI"),
      reliability: fk(source.reliability),
      note: plainTerm(source.note),
    }),
  ];
};

const claimIris = (ids) => ids.map((id) => prefixed("id", id));

const EVER = "0001-01-01"; // as the graph writes that something holds from ever
const inferenceSaid = (claim) => (inference) => [
  ...typedAs("Inference"),
  ...ours({
    concluded: claimIris([claim.id]),
    usedRule: prefixed("rule", inference.rule),
    premise: claimIris(inference.premises),
    standing: fk(inference.standing),
    surelyFrom: inference.dated ? timeTerm(inference.sure_from || EVER) : null,
    surelyUntil: someTime(inference.sure_until),
  }),
];

const disputesAmong = (claims) =>
  new Map(claims.flatMap(({ disputes }) => disputes.map((it) => [prefixed("id", it.id).iri, it])));

const disputeSaid = ({ state: name, sides, preferred, reason }) => [
  ...typedAs("Dispute"),
  ...ours({
    disputeState: fk(name),
    disputes: claimIris(sides),
    preferredSide: preferred ? claimIris([preferred]) : null,
    reason: inBoth(reason),
  }),
];
