// The years: a slider over bars that tell in which year how many statements begin, sound dates apart
// from doubtful ones, and in words how many have no date or only a doubtful one.
const BAR = { width: 10, high: 34 }; // units of the drawing

function drawYears() {
  const box = find("years");
  box.hidden = !AXIS.length || isStaged() || state.table;
  if (box.hidden) return;
  if (!box.children.length) makeYears(box);
  const { slider, all } = yearParts();
  const year = state.year ?? AXIS.at(-1);
  slider.value = year;
  slider.setAttribute(
    "aria-valuetext",
    state.year === null ? word("allYears") : `${state.year}-12-31`,
  );
  slider.setAttribute("aria-label", word("years"));
  all.textContent = word("allYears");
  all.setAttribute("aria-pressed", String(state.year === null));
  box.querySelector(".year").textContent =
    state.year === null ? word("atSomeTime") : word("asOfYear", { day: `${state.year}-12-31` });
  box.querySelector(".told").replaceChildren(...yearLines());
  for (const bar of box.querySelectorAll("[data-year]"))
    bar.classList.toggle("later", state.year !== null && Number(bar.dataset.year) > state.year);
  box.querySelector("svg").setAttribute("aria-label", word("histogram"));
}

const yearParts = () => ({
  slider: find("years").querySelector("input"),
  all: find("years").querySelector("button"),
});

function makeYears(box) {
  const slider = element("input", { type: "range", min: AXIS[0], max: AXIS.at(-1), step: 1 });
  slider.addEventListener("input", () => change({ year: Number(slider.value) }));
  const ends = element(
    "p",
    { class: "ends" },
    element("span", {}, String(AXIS[0])),
    element("span", {}, String(AXIS.at(-1))),
  );
  box.replaceChildren(
    element(
      "p",
      { class: "head" },
      element("output", { class: "year" }),
      button("", () => change({ year: null }), { class: "tool" }),
    ),
    element("div", { class: "scale" }, bars(), slider, ends),
    element("p", { class: "told" }),
  );
}

// Doubtful beginnings stand hatched upon the sound ones.
function bars() {
  const { sound, doubtful } = SCENE.years;
  const most = Math.max(1, ...AXIS.map((_, place) => sound[place] + doubtful[place]));
  // The root keeps small bars to be seen beside large ones.
  const high = (count) => (count ? Math.max(2, BAR.high * Math.sqrt(count / most)) : 0);
  const drawing = svg("svg", {
    viewBox: `0 0 ${AXIS.length * BAR.width} ${BAR.high}`,
    preserveAspectRatio: "none",
    role: "img",
  });
  drawing.append(
    svg(
      "defs",
      {},
      svg(
        "pattern",
        { id: "hatched", width: 3, height: 3, patternUnits: "userSpaceOnUse" },
        svg("path", { d: "M0 3L3 0", class: "hatch" }),
      ),
    ),
  );
  AXIS.forEach((year, place) => {
    const whole = high(sound[place] + doubtful[place]);
    const part = sound[place] ? whole * (sound[place] / (sound[place] + doubtful[place])) : 0;
    const rect = (name, top, height) =>
      svg("rect", {
        class: name,
        ...(name === "doubtful" ? { fill: "url(#hatched)" } : {}),
        "data-year": year,
        x: place * BAR.width + 1,
        width: BAR.width - 2,
        y: top,
        height,
      });
    drawing.append(
      rect("sound", BAR.high - part, part),
      rect("doubtful", BAR.high - whole, whole - part),
    );
  });
  return drawing;
}

function yearLines() {
  const { sound, doubtful, undated, doubted } = SCENE.years;
  const lines = [
    word("yearsTold", {
      sound: figure(sum(sound)),
      undated: figure(undated),
      doubted: figure(doubted),
    }),
  ];
  const { earlier, later } = SCENE.years;
  if (state.year === null && (earlier || later))
    lines.push(word("yearsOutside", { earlier, later }));
  if (state.year !== null) {
    const counts = standThen(state.year);
    const [stand, possible] = [
      counts[LAYERS.indexOf("truth")] + counts[LAYERS.indexOf("inferred")],
      counts[LAYERS.indexOf("possible")],
    ];
    lines.unshift(word("standThen", { stand: figure(stand), possible: figure(possible) }));
  }
  return lines.map((line) => element("span", {}, line));
}
drawnFrom(["year", "lang", "view", "table", "theme"], drawYears);
