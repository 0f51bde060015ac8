// Turning to the page of a source, to a place in its text, and back to what was read before.
let left = null; // the panel that a source was opened from, as it was

const readNow = () =>
  [
    state.selected,
    state.view,
    state.about,
    state.lang,
    state.opened,
    state.year,
    ...state.out,
    ...state.offLayers,
  ].join(" ");

// The place, if there is one, is that of a quote or of a doubtful date.
async function openSource(id, at = null) {
  await openEvidence();
  if (!SOURCES.has(id)) return;
  const panel = find("panel");
  if (!state.source) {
    const [top, scrolled, focus] = [panel.scrollTop, scrollY, document.activeElement];
    left = { of: readNow(), parts: [...panel.childNodes], top, scrolled, focus };
  }
  change({ source: id });
  panel.focus({ preventScroll: true });
  panel.scrollIntoView({ block: "start" });
  goTo(at);
  announce(word("openedSource", { title: titled(SOURCES.get(id)) }));
}

function goTo(at) {
  change({ at });
  arrive();
  reach();
}

// Back as the browser goes back, if we came here by a click.
function closeSource() {
  if (history.state?.turned) history.back();
  else change(CLOSED);
}

// The panel as it was left, with its folds and its focus, if it would show the same again.
function broughtBack(panel) {
  if (state.source) return false;
  const kept = left?.of === readNow() ? left : null;
  left = null;
  if (!kept) return false;
  panel.replaceChildren(...kept.parts);
  panel.scrollTop = kept.top;
  scrollTo(0, kept.scrolled);
  kept.focus?.focus({ preventScroll: true });
  return true;
}
