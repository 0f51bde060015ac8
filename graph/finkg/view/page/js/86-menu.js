// The menu button of the exports (ARIA Authoring Practices, menu button): arrows walk, Home and End
// leap, a letter leads to what begins with it, Escape closes, and so does leaving it.

// Names of formats are the same in every language.
const CALLED = {
  png: "PNG",
  svg: "SVG",
  graphml: "GraphML",
  csv: "CSV",
  ttl: "Turtle",
  jsonld: "JSON-LD",
};

function openExports(place) {
  find("exports").hidden = false;
  find("export").setAttribute("aria-expanded", "true");
  exportItems().at(place).focus();
}

function closeExports({ back = true } = {}) {
  if (find("exports").hidden) return;
  find("exports").hidden = true;
  find("export").setAttribute("aria-expanded", "false");
  if (back) find("export").focus();
}

const exportItems = () => [...find("exports").children].filter(({ hidden }) => !hidden);
const isExportsOpen = () => !find("exports").hidden;

function exportsKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { key } = event;
  if (!isExportsOpen()) {
    if (key === "ArrowDown" || key === "ArrowUp") openExports(key === "ArrowDown" ? 0 : -1);
    else return;
  } else if (key === "Escape") closeExports();
  else {
    const next = nextExport(key);
    if (!next) return;
    next.focus();
  }
  event.preventDefault();
  event.stopPropagation();
}

function nextExport(key) {
  const items = exportItems();
  const at = items.indexOf(document.activeElement);
  const leap = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[key];
  if (leap !== undefined) return items.at(leap % items.length);
  if (key.length > 1 || key === " ") return null;
  const later = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return later.find((item) => item.textContent.toLowerCase().startsWith(key.toLowerCase()));
}

function makeExports() {
  const toggle = () => (isExportsOpen() ? closeExports() : openExports(0));
  const box = element(
    "div",
    { class: "exports", onkeydown: exportsKey },
    button("", toggle, {
      id: "export",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "aria-controls": "exports",
    }),
    element(
      "div",
      { id: "exports", role: "menu", hidden: true, "aria-labelledby": "export" },
      FORMATS.map((format) =>
        button("", () => takeAway(format), {
          role: "menuitem",
          tabindex: "-1",
          "data-export": format.suffix,
        }),
      ),
    ),
  );
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (!box.contains(relatedTarget)) closeExports({ back: false });
  });
  find("tools").insertBefore(box, find("theme"));
}
makeExports();

// Groups are seen as a picture only; the statements within one are there when it is drawn.
drawnFrom(["view"], () => {
  for (const { suffix, picture: isPicture } of FORMATS)
    find("exports").querySelector(`[data-export="${suffix}"]`).hidden = isOverview() && !isPicture;
});

drawnFrom(["lang"], () => {
  find("export").textContent = word("export.menu");
  for (const item of find("exports").children)
    item.replaceChildren(
      tag("b", CALLED[item.dataset.export]),
      tag("span", word(`export.${item.dataset.export}.for`)),
    );
});
