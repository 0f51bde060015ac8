// The answer to "which products were affected by regulation" as what it was concluded from.
const affectedProducts = () => affecting().filter(layerOn);

// Those that are laid out: of all products, or of the one that was chosen.
const answered = () =>
  affectedProducts().filter(({ subject }) => !state.about || subject === state.about);

const isAffected = (id) => affectedProducts().some(({ subject }) => subject === id);

// Conclusions and all that they rest on, in columns.
function answerStage() {
  const conclusions = answered();
  const edges = [...new Set(conclusions.flatMap(reasonEdges))].filter((edge) => edge.layer);
  const groups = productsByReasons().filter(({ products }) => products.length > 1);
  const together = new Map(
    groups.flatMap(({ products }, number) => products.map((id) => [id, number])),
  );
  const columns = inDerivation(edges, { together });
  for (const id of together.keys()) columns.sides.set(id, "right");
  return {
    ...columns,
    boxes: groups.map(({ products }) => ({ ids: products, key: "answerSame" })),
    quiet: new Set(edges.filter((edge) => !conclusions.includes(edge)).map(({ id }) => id)),
  };
}

// Products with the same causes by the same rules, each group with the conclusions on each of its
// products; the group of the weightiest product first.
function productsByReasons() {
  const of = new Map();
  for (const edge of answered()) of.get(edge.subject)?.push(edge) ?? of.set(edge.subject, [edge]);
  const groups = new Map();
  for (const [product, edges] of of) {
    const reasons = edges.map(reasonsKey).sort().join("\n");
    const group = groups.get(reasons) ?? { products: [], edges: [] };
    group.products.push(product);
    group.edges.push(...edges);
    groups.set(reasons, group);
  }
  const first = ({ products }) => NODES.get(products[0]);
  for (const { products } of groups.values())
    products.sort((a, b) => byWeight(NODES.get(a), NODES.get(b)));
  return [...groups.values()].sort((a, b) => byWeight(first(a), first(b)));
}

// Where the evidence is not open, no reason is known, so that none is taken for the same.
function reasonsKey({ id, value, layer, claims }) {
  if (!claims.length) return id;
  const rules = claims.flatMap((claim) => reasonsOf(CLAIMS.get(claim)).map(({ rule }) => rule));
  return [value, layer, ...[...new Set(rules)].sort()].join(" ");
}

function onlyProduct(id) {
  openEvidence();
  change({ view: "answer", about: id, selected: null, table: false, ...CLOSED });
  announce(answerSentence());
}
