// The box of the search and its list.
let hits = [];
let chosen = 0;

function drawHits() {
  const box = find("search");
  const asked = Boolean(folded(box.value));
  find("hits").replaceChildren(...(hits.length ? hits.map(hitRow) : [nothingRow()]));
  find("hits").hidden = !asked;
  box.setAttribute("aria-expanded", String(asked));
  if (hits.length) box.setAttribute("aria-activedescendant", `hit-${chosen}`);
  else box.removeAttribute("aria-activedescendant");
}

const nothingRow = () =>
  element(
    "li",
    { class: "nothing", role: "option", "aria-disabled": "true", "aria-selected": "false" },
    word(CATALOGUES.isMade() ? "nothingFound" : "searching"),
  );

function hitRow(node, index) {
  const act = (event) => {
    event.preventDefault(); // keeps the focus in the box until the choice is made
    take(index);
  };
  return element(
    "li",
    {
      id: `hit-${index}`,
      role: "option",
      "aria-selected": String(index === chosen),
      onpointerdown: act,
    },
    sign(KINDS.get(node.kind)),
    data(labelOf(node.id)),
    data(node.label[other(state.lang)], { class: "second" }),
  );
}

// As long as not all names are there, whoever types sees what is found among those that are; the rest
// comes by itself, or at once when it is wanted.
function seek() {
  hits = found(find("search").value, catalogues);
  chosen = 0;
  drawHits();
}

function seekFurther() {
  if (!folded(find("search").value)) return;
  const before = chosen ? hits[chosen] : null;
  hits = found(find("search").value);
  chosen = Math.max(0, hits.indexOf(before));
  drawHits();
}

function take(index) {
  if (!hits[index]) return;
  const node = hits[index];
  find("search").value = "";
  seek();
  change({ table: false });
  select(node.id);
  find("network").focus();
}

function searchKey(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && hits.length) {
    chosen = (chosen + step + hits.length) % hits.length;
    drawHits();
  } else if (event.key === "Enter") {
    if (!CATALOGUES.isMade()) seekFurther();
    take(chosen);
  } else if (event.key === "Escape") {
    find("search").value = "";
    seek();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function makeSearch() {
  const box = find("search");
  box.addEventListener("input", seek);
  box.addEventListener("keydown", searchKey);
  box.addEventListener("blur", () => {
    find("hits").hidden = true;
  });
  box.addEventListener("focus", drawHits);
}
drawnFrom(["lang"], () => {
  find("search").placeholder = word("searchHint");
  find("search").setAttribute("aria-label", word("search"));
  seek();
});
