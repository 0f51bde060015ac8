// The keys, told in a dialog of the browser's own: it keeps the focus, and gives it back when closed.
const KEYS = [
  ["help.everywhere", [["/"], "help.search"], [["F"], "help.fit"], [["U"], "help.undo"]],
  ["help.picture", [["←", "→", "↑", "↓"], "help.walk"], [["Enter"], "help.read"]],
];
KEYS[0].push([["R"], "help.redo"], [["Tab"], "help.tab"], [["Esc"], "help.back"]);
KEYS[0].push([["?"], "help.help"]);
KEYS[1].push([["E"], "help.expand"], [["C"], "help.collapse"], [["P"], "help.pin"]);
KEYS[1].push([["Delete"], "help.takeOut"], [["+", "−"], "help.zoom"]);
KEYS[1].push([["Shift ←", "Shift →", "Shift ↑", "Shift ↓"], "help.move"]);

const keyRow = ([keys, told]) => [
  element(
    "dt",
    {},
    keys.map((key, place) => [place ? " " : null, element("kbd", {}, key)]),
  ),
  element("dd", {}, word(told)),
];

function openHelp() {
  const dialog = find("keyboard");
  dialog.setAttribute("aria-label", word("help"));
  dialog.replaceChildren(
    element("h1", {}, word("help")),
    ...KEYS.flatMap(([title, ...rows]) => [
      element("h2", {}, word(title)),
      element("dl", {}, rows.map(keyRow)),
    ]),
    button(word("close"), () => dialog.close()),
  );
  if (!dialog.open) dialog.showModal();
}

function makeHelp() {
  document.body.append(element("dialog", { id: "keyboard" }));
  find("tools").append(button("?", openHelp, { id: "help", "aria-haspopup": "dialog" }));
}
makeHelp();

drawnFrom(["lang"], () => {
  find("help").setAttribute("aria-label", word("help"));
  if (find("keyboard").open) openHelp();
});
