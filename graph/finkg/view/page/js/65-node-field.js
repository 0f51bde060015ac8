// A field for one node: a small search of its own (a combobox, ARIA 1.2).
function nodeField(key, id, choose) {
  const name = `path-${key}`;
  const list = element("ul", {
    id: `${name}-hits`,
    role: "listbox",
    "aria-label": word(`path.${key}`),
    hidden: true,
  });
  const box = element("input", {
    id: name,
    type: "search",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: word("path.seek"),
    "aria-expanded": "false",
    "aria-controls": `${name}-hits`,
    "aria-autocomplete": "list",
  });
  box.value = id ? labelOf(id) : "";
  const field = { box, list, hits: [], chosen: 0, choose };
  box.addEventListener("input", () => seekFor(field));
  box.addEventListener("focus", () => box.select());
  box.addEventListener("keydown", (event) => fieldKey(event, field, id));
  box.addEventListener("blur", () => {
    list.hidden = true;
    box.value = id ? labelOf(id) : "";
  });
  return element(
    "p",
    { class: "nodeField" },
    element("label", { for: name }, word(`path.${key}`)),
    id ? sign(KINDS.get(NODES.get(id).kind)) : null,
    box,
    list,
  );
}

function seekFor(field) {
  field.hits = found(field.box.value);
  field.chosen = 0;
  drawFieldHits(field);
}

function drawFieldHits({ box, list, hits, chosen, choose }) {
  const asked = Boolean(folded(box.value));
  const rows = hits.map(({ id, kind }, index) =>
    element(
      "li",
      {
        id: `${list.id}-${index}`,
        role: "option",
        "aria-selected": String(index === chosen),
        onpointerdown: (event) => {
          event.preventDefault();
          choose(id);
        },
      },
      sign(KINDS.get(kind)),
      data(labelOf(id)),
    ),
  );
  list.replaceChildren(...(rows.length ? rows : [nothingRow()]));
  list.hidden = !asked;
  box.setAttribute("aria-expanded", String(asked));
  if (rows.length) box.setAttribute("aria-activedescendant", `${list.id}-${chosen}`);
  else box.removeAttribute("aria-activedescendant");
}

function fieldKey(event, field, id) {
  const { box, hits, list } = field;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && hits.length && !list.hidden) {
    field.chosen = (field.chosen + step + hits.length) % hits.length;
    drawFieldHits(field);
  } else if (event.key === "Enter" && hits.length) field.choose(hits[field.chosen].id);
  else if (event.key === "Escape" && !list.hidden) {
    box.value = id ? labelOf(id) : "";
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
