// Terms of RDF 1.1 as plain data: { iri }, { text, lang } or { text, type }, or { said }, a thing
// without a name; said is a list of pairs: the IRI of a property, and a term.
const FK = "https://w3id.org/finkg/ns#";
const ID = "https://w3id.org/finkg/id/";
// As `finkg export` writes them.
const PREFIXES = {
  fk: FK,
  id: ID,
  rule: "https://w3id.org/finkg/rule/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  dcterms: "http://purl.org/dc/terms/",
  edtf: "http://id.loc.gov/datatypes/edtf/",
};
// An IRI without what RFC 3987 has no place for.
const NOT_IN_IRI =
  /[\u0000- <>"{}|^`\\\u007f-\u009f\u2028\u2029\u202a-\u202e\ue000-\uf8ff\ufeff\ufff0-\uffff]|%(?![0-9A-Fa-f]{2})/gu;
const validIri = (iri) => iri.replace(NOT_IN_IRI, (mark) => encodeURIComponent(mark));

// Nor does a name inside one keep what parts an IRI.
const inName = (name) => name.replace(/[#?[\]]/g, (mark) => encodeURIComponent(mark));
const prefixed = (prefix, name) => ({ iri: validIri(PREFIXES[prefix] + inName(name)) });
const fk = (name) => prefixed("fk", name);
const RDF_TYPE = prefixed("rdf", "type").iri;
const RDFS_LABEL = prefixed("rdfs", "label").iri;

const typedTerm = (text, prefix, name) => ({ text, type: prefixed(prefix, name).iri });
const inBoth = ({ zh, en }) =>
  [zh && { text: zh, lang: "zh" }, en && { text: en, lang: "en" }].filter(Boolean);

// A day, a month or a year; what is less plain, a quarter too, is written in EDTF (ISO 8601-2).
function timeTerm(text) {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return typedTerm(text, "xsd", "date");
  if (/^\d{4}-(0\d|1[0-2])$/.test(text)) return typedTerm(text, "xsd", "gYearMonth");
  return /^\d{4}$/.test(text) ? typedTerm(text, "xsd", "gYear") : typedTerm(text, "edtf", "EDTF");
}

// A term as N-Triples writes it; null for what is none.
const N_TRIPLE =
  /^(?:<([^<>"{}|^`\\\s]+)>|"((?:[^"\\\n\r]|\\.)*)"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*)|\^\^<([^<>"{}|^`\\\s]+)>)?)$/u;
function termOf(written) {
  const [found, iri, text, lang, type] = N_TRIPLE.exec(written) ?? [];
  if (!found) return null;
  if (iri) return { iri };
  if (lang) return { text: unescaped(text), lang };
  return type ? { text: unescaped(text), type } : { text: unescaped(text) };
}

const ESCAPED = { t: "\t", b: "\b", n: "\n", r: "\r", f: "\f" };
const unescaped = (text) =>
  text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gu, (_, short, long, mark) =>
    mark ? (ESCAPED[mark] ?? mark) : String.fromCodePoint(parseInt(short ?? long, 16)),
  );
