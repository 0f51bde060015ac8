// "Which products were affected by regulation?": each product with its causes and their reasons; those
// with the same reasons together.
function answerPanel() {
  const one = NODES.has(state.about);
  return [
    element("p", { class: "kind" }, word("question")),
    element("h1", {}, word("ask")),
    element("p", {}, data(answerSentence())),
    element("p", { class: "tag" }, word(one ? "answerOne" : "answerHint")),
    one ? element("p", {}, button(word("answerAll"), answer, { class: "tool" })) : null,
    ...productsByReasons().map(productsView),
  ];
}

// What stands is counted; what is doubtful, someone's opinion or of unknown time is named apart.
function answerSentence() {
  const edges = answered();
  const within = (layers, known) =>
    new Set(
      edges
        .filter((edge) => layers.includes(edge.layer) && !known.has(edge.subject))
        .map((edge) => edge.subject),
    );
  const sure = within(["truth", "inferred"], new Set());
  const possible = within(["possible"], sure);
  const unsure = within(["doubtful", "opinions"], new Set([...sure, ...possible]));
  const names = (ids) => listed([...ids].map(labelOf));
  const told = (ids) => ({ count: ids.size, names: names(ids) });
  const none = !NODES.has(state.about) || !edges.length;
  return [
    ...(sure.size ? [word(sure.size > 1 ? "answerSure" : "answerSureOne", told(sure))] : []),
    ...(!sure.size && none ? [word("answerNone")] : []),
    ...(possible.size ? [word("answerPossible", { names: names(possible) })] : []),
    ...(unsure.size ? [word("answerUnsure", { names: names(unsure) })] : []),
  ].join(state.lang === "zh" ? "" : " ");
}

function productsView({ products, edges }) {
  const causes = [...new Set(edges.map(({ value }) => value))];
  return element(
    "section",
    { class: "group answer" },
    products.map((id) => element("h2", {}, sign(KINDS.get(NODES.get(id).kind)), productLink(id))),
    products.length > 1 ? element("p", { class: "tag" }, word("answerSame")) : null,
    causes.map((cause) => causeView(edges.filter(({ value }) => value === cause))),
  );
}

// To the derivations of one product; if they are there alone, to the product itself.
const productLink = (id) =>
  state.about === id
    ? nodeLink(id)
    : inlineLink({ view: "answer", about: id }, () => onlyProduct(id), data(labelOf(id)));

// The cause and the rule are read at once; the reasons unfold down to the quotes. For several products
// each has reasons of its own.
function causeView(edges) {
  const [first] = edges;
  const claims = edges.flatMap(claimsOf);
  const rules = [
    ...new Set(claims.flatMap((claim) => claim.inferences.map((it) => say(it.sentence)))),
  ];
  return element(
    "article",
    { class: `statement ${first.layer}` },
    element(
      "p",
      { class: "sentence" },
      relationAround(first.relation, nodeLink(first.value)),
      " ",
      layerBadge(first),
    ),
    rules.map((rule) => element("p", { class: "rule" }, data(rule))),
    edges.map((edge) => reasonsFold(edge, edges.length > 1)),
  );
}

function reasonsFold(edge, named) {
  const about = named ? [word("answerFor", { name: labelOf(edge.subject) })] : [];
  const fold = element(
    "details",
    { class: "fold" },
    element(
      "summary",
      {},
      data([word("showReasons"), ...about].join(state.lang === "zh" ? "" : " ")),
    ),
  );
  fold.addEventListener("toggle", () => {
    const claims = claimsOf(edge);
    if (fold.open && fold.children.length === 1)
      fold.append(...claims.map((claim) => claimView(claim, edge.layer)), ...disputesOf(claims));
  });
  const toPicture = [word("whyButton"), ...about].join(state.lang === "zh" ? "" : " ");
  return [
    fold,
    element(
      "p",
      {},
      button(toPicture, () => why(edge.id), { class: "quiet" }),
    ),
  ];
}
