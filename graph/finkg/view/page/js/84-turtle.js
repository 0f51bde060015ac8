// Resources as Turtle (RDF 1.1), with what a reader has to know first in comments.
function turtleText(resources, about) {
  const used = new Set();
  const body = resources.map((one) => turtleResource(one, used)).join("");
  const prefixes = Object.entries(PREFIXES).filter(([prefix]) => used.has(prefix));
  return [
    ...about.map((line) => `# ${line.replace(/\s+/gu, " ")}\n`),
    ...prefixes.map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`),
    "\n",
    body,
  ].join("");
}

const turtleResource = ({ iri, said }, used) =>
  said.length ? `${iri ? turtleIri(iri, used) : "[]"} ${turtleSaid(said, used, "\n\t")} .\n` : "";

// Pairs by property, in the order in which they came.
function bundled(said) {
  const found = new Map();
  for (const [property, one] of said) found.set(property, [...(found.get(property) ?? []), one]);
  return [...found];
}

const turtleSaid = (said, used, gap) =>
  bundled(said)
    .map(([property, terms]) => {
      const verb = property === RDF_TYPE ? "a" : turtleIri(property, used);
      return `${verb} ${terms.map((one) => turtleTerm(one, used)).join(" , ")}`;
    })
    .join(` ;${gap}`);

function turtleTerm(one, used) {
  if (one.said) return `[ ${turtleSaid(one.said, used, " ")} ]`;
  if (one.iri) return turtleIri(one.iri, used);
  const quoted = `"${one.text.replace(TURTLE_MARKS, turtleEscape)}"`;
  if (one.lang) return `${quoted}@${one.lang}`;
  return one.type ? `${quoted}^^${turtleIri(one.type, used)}` : quoted;
}

// Beside what must be escaped, what an editor would not show: marks of direction and line separators.
const TURTLE_MARKS =
  /["\\\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const TURTLE_NAMES = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const turtleEscape = (mark) =>
  TURTLE_NAMES[mark] ?? `\\u${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

function turtleIri(iri, used) {
  const short = shortened(iri);
  if (!short) return `<${iri}>`;
  used.add(short.prefix);
  return `${short.prefix}:${short.name}`;
}

// With a prefix, where what is left of it is a plain name in all syntaxes; else null.
function shortened(iri) {
  for (const [prefix, start] of Object.entries(PREFIXES)) {
    const name = iri.startsWith(start) ? iri.slice(start.length) : "";
    if (/^\w[\w-]*$/.test(name)) return { prefix, name };
  }
  return null;
}
