// What can be done with the node in the picture.
function nodeTools(node) {
  if (state.view !== "home") return null;
  const more = unseenAt(node.index);
  const pinned = state.pins.has(node.id);
  const tool = (label, act) => button(label, act, { class: "tool" });
  return element(
    "p",
    { class: "nodeTools" },
    more ? tool(word("expand", { count: comingOf(more) }), () => expand(node.id)) : null,
    tool(word("collapse"), () => collapse(node.id)),
    stage.places.has(node.id)
      ? null
      : tool(word(pinned ? "unpin" : "pin"), () =>
          pinned ? unpin(node.id) : pin(node.id, placeOf(node.id)),
        ),
    tool(word("takeOut"), () => takeOut([node.id])),
  );
}

// How many nodes one step brings in, of how many.
const comingOf = (all) =>
  all > FEW ? word("someOf", { some: figure(FEW), all: figure(all) }) : figure(all);

// Those that one property leads to and that are not in the picture.
function expandButton(node, { subject, relation, index }) {
  if (index >= GRAPH.edges || state.view !== "home") return null;
  const outward = subject === node.id;
  const count = new Set(unseen(node.index, relation, outward).map((s) => otherEnd(s, node.index)))
    .size;
  const act = () => expand(node.id, relation, outward);
  return count
    ? button(word("expandGroup", { count: comingOf(count) }), act, { class: "tool more" })
    : null;
}

// Until the evidence is there.
const pending = () =>
  evidenceIsOpen() ? null : element("p", { class: "tag", role: "status" }, word("opening"));
