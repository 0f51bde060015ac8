// What is asked of the picture and what it shows, over it, with the ways back.
const BANNERS = {
  answer: answerSentence,
  why: () => word("whyBanner", { sentence: sentence(EDGES.get(state.about)) }),
  path: pathSentence,
};

function drawBanner() {
  const banner = find("banner");
  const text = BANNERS[state.view]?.() ?? "";
  const notice = state.notice ? word(state.notice, { most: state.most }) : "";
  const told = text || notice;
  banner.hidden = state.table || state.view === "overview" || !told;
  const back = (key, act) => button(word(key), act, { class: "quiet" });
  const reading = state.selected && ["answer", "path"].includes(state.view);
  banner.replaceChildren(
    data(told),
    ...(state.view === "why" ? [back("toAnswer", answer)] : []),
    ...(reading
      ? [back(state.view === "path" ? "path.back" : "toAnswer", () => change({ selected: null }))]
      : []),
    ...(BANNERS[state.view] ? [back("toPicture", leave)] : []),
  );
}
drawnFrom(["lang", "notice", "table", ...SIGHT_KEYS], drawBanner);
