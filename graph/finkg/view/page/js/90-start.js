// Everything is defined; the page begins here.
function makeTools() {
  find("ask").addEventListener("click", answer);
  find("fit").addEventListener("click", () => fitPicture());
  find("as-table").addEventListener("click", () => change({ table: !state.table }));
  find("language").addEventListener("click", () => change({ lang: other(state.lang) }));
  find("theme").addEventListener("click", () =>
    change({ theme: state.theme === "dark" ? "light" : "dark" }),
  );
  document.addEventListener("keydown", pageKey);
  find("network").addEventListener("keydown", pictureKey);
}

drawnFrom(["lang", "theme"], () => {
  find("language").textContent = word("otherLanguage");
  find("language").lang = other(state.lang) === "zh" ? "zh-CN" : "en";
  find("theme").textContent = word(state.theme === "dark" ? "light" : "dark");
  find("network").setAttribute("aria-label", word("picture"));
});

Object.assign(state, { selected: NODES.has(SCENE.focus) ? SCENE.focus : null }, recalled());
turnedTo = state.source;
makePicture();
makeSearch();
makeTools();
drawAll();
addEventListener("resize", () => fitPicture());
addEventListener("popstate", turnBack);

// For tests and for the curious.
window.finkg = {
  state,
  scene: SCENE,
  select,
  openSource,
  answer,
  why,
  leave,
  labels: () => labels.map((label) => ({ ...label })),
  inSight: () => SCENE.nodes.filter(inSight).map((node) => node.id),
  place: (id) => picture.canvasToDOM(placeOf(id)),
};
