// Sources that do not count: what has no other ground falls, and what was concluded from it.
let fallen = new Set(); // statements, by number

// A claim stands while a source that counts supports it, or while all premises of one of its
// conclusions stand. Those that stand by sources come first; the rest follows from them, so that
// two conclusions do not hold each other up.
function fall() {
  if (!state.out.size || !evidenceIsOpen()) return new Set();
  const { claims, made } = EVIDENCE;
  const out = new Set(
    EVIDENCE.sources.flatMap(({ id }, number) => (state.out.has(id) ? [number] : [])),
  );
  const supports = EVIDENCE.words.indexOf("Supports");
  const count = EVIDENCE.statement.length;
  const stands = new Uint8Array(count);
  for (let claim = 0; claim < count; claim += 1)
    for (const row of within(claims.evidence, claim)) {
      const { source, stance } = claims.evidence.is;
      if (stance[row] === supports && !out.has(source[row])) stands[claim] = 1;
    }
  for (let more = true; more;) {
    more = false;
    for (let claim = 0; claim < count; claim += 1) {
      if (stands[claim]) continue;
      const holds = within(claims.inferences, claim).some((row) =>
        within(claims.premises, row).every((place) => stands[claims.premises.is[place]]),
      );
      if (holds) more = Boolean((stands[claim] = 1));
    }
  }
  const gone = new Set();
  for (let s = 0; s < GRAPH.statements; s += 1) {
    const own = within(made, s);
    if (own.length && !own.some((place) => stands[made.is[place]])) gone.add(s);
  }
  return gone;
}

drawnFrom(["out", "opened"], () => {
  fallen = fall();
});

// To leave a source out or to let it count again; nothing is computed anew but what falls.
async function leaveOut(id) {
  await openEvidence();
  change({ out: toggled(state.out, id) });
  announce(word("fallen", { count: figure(fallen.size) }));
}

// What is left out here, and what that does not do.
function drawOut() {
  const box = find("out");
  box.hidden = !state.out.size || !evidenceIsOpen();
  if (box.hidden) return;
  const count = { count: figure(state.out.size), fallen: figure(fallen.size) };
  const sources = [...state.out].map((id) => SOURCES.get(id)).filter(Boolean);
  box.replaceChildren(
    element("p", {}, word("sourcesOut", count)),
    ...sources.map((source) =>
      button(
        [data(titled(source), { lang: source.language || null }), " ✕"],
        () => leaveOut(source.id),
        {
          class: "tool",
          "aria-label": `${word("letCount")} ${titled(source)}`,
        },
      ),
    ),
  );
}
drawnFrom(["out", "opened", "lang"], drawOut);
