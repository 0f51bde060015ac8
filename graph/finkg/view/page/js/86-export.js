// Taking away what is visible: a menu in the header (the menu button of the ARIA practices), and the
// files it makes. A picture is twice as fine as the screen, so that it can be printed.
const FINE = 2;
const FORMATS = [
  { suffix: "png", type: "image/png", make: pngOf, picture: true },
  { suffix: "svg", type: "image/svg+xml", make: svgOf, picture: true },
  { suffix: "graphml", type: "application/graphml+xml", make: graphmlOf },
  { suffix: "csv", type: "text/csv;charset=utf-8", make: (view) => csvText(csvRows(view)) },
  { suffix: "ttl", type: "text/turtle;charset=utf-8", make: inRdf(turtleText) },
  { suffix: "jsonld", type: "application/ld+json", make: inRdf(jsonldText) },
];

function graphmlOf(view) {
  return graphmlText(networkOf(view), headLines(view));
}

function inRdf(write) {
  return (view) => write(resourcesOf(view), [...headLines(view), ...rdfLines(view)]);
}

// What stands as plain triples, and what only as claims.
function rdfLines({ counts }) {
  const { layers } = counts;
  const unsound = LAYERS.filter((layer) => !isSound(layer) && layers[layer]);
  const named = unsound.map((layer) => `${word(`layer.${layer}`)} ${layers[layer]}`);
  return [
    word("export.plain", { truth: layers.truth, inferred: layers.inferred }),
    word("export.onlyClaims", { layers: named.length ? listed(named) : "0" }),
    word("export.nameless"),
  ];
}

// The picture has to be there to be taken.
async function sheetShown(view) {
  if (state.table) change({ table: false });
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return sheetOf(view);
}

async function svgOf(view) {
  const { marks, width, height } = await sheetShown(view);
  const title = titleLines().join(" · ");
  return svgText(marks, { width, height, title, lang: document.documentElement.lang });
}

async function pngOf(view) {
  const { marks, width, height } = await sheetShown(view);
  const canvas = element("canvas", {
    width: width * FINE,
    height: height * FINE,
  });
  const ctx = canvas.getContext("2d");
  ctx.scale(FINE, FINE);
  paintMarks(ctx, marks);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

async function takeAway({ suffix, type, make }) {
  closeExports();
  const content = await make(await visible());
  const address = URL.createObjectURL(new Blob([content], { type }));
  const name = fileName(suffix);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  announce(word("export.done", { name }));
}
