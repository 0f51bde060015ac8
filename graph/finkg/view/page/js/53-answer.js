// "Which products were affected by regulation?": each product with its causes and their reasons.
function answerPanel() {
  const edges = affectedProducts();
  const products = [...new Set(edges.map((edge) => edge.subject))]
    .map((id) => NODES.get(id))
    .sort(byWeight);
  return [
    element("p", { class: "kind" }, word("question")),
    element("h1", {}, word("ask")),
    element("p", {}, data(answerSentence())),
    element("p", { class: "tag" }, word("answerHint")),
    ...products.map((product) =>
      productView(
        product,
        edges.filter((e) => e.subject === product.id),
      ),
    ),
  ];
}

// What stands is counted; what is doubtful, someone's opinion or of unknown time is named apart.
function answerSentence() {
  const edges = affectedProducts();
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
  return [
    sure.size ? word("answerSure", { count: sure.size, names: names(sure) }) : word("answerNone"),
    ...(possible.size ? [word("answerPossible", { names: names(possible) })] : []),
    ...(unsure.size ? [word("answerUnsure", { names: names(unsure) })] : []),
  ].join(state.lang === "zh" ? "" : " ");
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
      fold.append(...claims.map((claim) => claimView(claim, edge.layer)), ...disputesOf(claims));
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
  banner.hidden = state.table || (!isStaged() && !state.notice);
  const text = {
    home: () => (state.notice ? word(state.notice, { most: state.most }) : ""),
    answer: answerSentence,
    why: () => word("whyBanner", { sentence: sentence(EDGES.get(state.about)) }),
  }[state.view];
  banner.replaceChildren(
    data(text ? text() : state.notice ? word(state.notice, { most: state.most }) : ""),
    ...(state.view === "why" ? [button(word("toAnswer"), answer, { class: "quiet" })] : []),
    ...(!isStaged() ? [] : [button(word("toPicture"), leave, { class: "quiet" })]),
  );
}
drawnFrom(["view", "about", "lang", "offLayers", "opened", "notice", "table"], drawBanner);
