// The same resources as JSON-LD 1.1. What a reader has to know first stands under "about", which the
// context keeps out of the graph.
function jsonldText(resources, about) {
  const document = {
    "@context": { ...PREFIXES, about: null },
    about,
    "@graph": resources.filter(({ said }) => said.length).map(jsonldResource),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

const jsonldResource = ({ iri, said }) => ({
  ...(iri ? { "@id": jsonldIri(iri) } : {}),
  ...Object.fromEntries(
    bundled(said).map(([property, terms]) =>
      property === RDF_TYPE
        ? ["@type", terms.map((one) => jsonldIri(one.iri))]
        : [jsonldIri(property), terms.map(jsonldTerm)],
    ),
  ),
});

function jsonldTerm(one) {
  if (one.said) return jsonldResource(one);
  if (one.iri) return { "@id": jsonldIri(one.iri) };
  if (one.lang) return { "@value": one.text, "@language": one.lang };
  return one.type ? { "@value": one.text, "@type": jsonldIri(one.type) } : { "@value": one.text };
}

function jsonldIri(iri) {
  const short = shortened(iri);
  return short ? `${short.prefix}:${short.name}` : iri;
}
