// "Which products were affected by regulation?": each product with its causes and their reasons.
function answerPanel() {
  const edges = affectedProducts();
  const products = [...new Set(edges.map((edge) => edge.subject))]
    .map((id) => NODES.get(id))
    .sort(byWeight);
  return [
    element("p", { class: "kind" }, word("question")),
    element("h1", {}, word("ask")),
    element("p", {}, word("answerCount", { products: products.length, edges: edges.length })),
    ...products.map((product) =>
      productView(
        product,
        edges.filter((e) => e.subject === product.id),
      ),
    ),
  ];
}

function productView(product, edges) {
  return element(
    "section",
    { class: "group answer" },
    element("h2", {}, sign(KINDS.get(product.kind)), nodeLink(product.id)),
    edges.map((edge) => causeView(edge)),
  );
}

// The cause and the rule are read at once; the reasons unfold down to the quotes.
function causeView(edge) {
  const claims = claimsOf(edge);
  const rules = [
    ...new Set(claims.flatMap((claim) => claim.inferences.map((it) => say(it.sentence)))),
  ];
  const fold = element("details", { class: "fold" }, element("summary", {}, word("showReasons")));
  fold.addEventListener("toggle", () => {
    if (fold.open && fold.children.length === 1)
      fold.append(...claims.map((claim) => claimView(claim)));
  });
  return element(
    "article",
    { class: `statement ${edge.layer}` },
    element(
      "p",
      { class: "sentence" },
      relationAround(edge.relation, nodeLink(edge.value)),
      " ",
      layerBadge(edge),
    ),
    rules.map((rule) => element("p", { class: "rule" }, data(rule))),
    fold,
    button(word("whyButton"), () => why(edge.id), { class: "quiet" }),
  );
}

function drawBanner() {
  const banner = find("banner");
  banner.hidden = state.view === "home";
  const edges = state.view === "answer" ? affectedProducts() : [];
  const names = [...new Set(edges.map((edge) => labelOf(edge.subject)))];
  const text =
    state.view === "answer"
      ? word("answerBanner", { count: names.length, names: listed(names) })
      : state.view === "why"
        ? word("whyBanner", { sentence: sentence(EDGES.get(state.about)) })
        : "";
  banner.replaceChildren(
    data(text),
    ...(state.view === "why" ? [button(word("toAnswer"), answer, { class: "quiet" })] : []),
    button(word("toPicture"), leave, { class: "quiet" }),
  );
}
drawnFrom(["view", "about", "lang", "offLayers"], drawBanner);
